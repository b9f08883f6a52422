"""Whether a cue binds somebody, or only advises, wishes, supposes, describes or explains a benefit.

Each rule is about language: who the subject is, where the clause stands, what kind of verb it has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from docmine.extract import words
from docmine.extract.clauses import antecedent, has_object, infinitive, is_passive, says_when, subject
from docmine.records import Strength


@dataclass(frozen=True, slots=True)
class Cue:
    """`verb` carries the act, `sign` is the word that binds, `head` governs the clause where that is another verb."""

    strength: Strength
    verb: Token
    sign: Token
    head: Token | None = None

    @property
    def clause_head(self) -> Token:
        return self.verb if self.head is None else self.head


READERS = words.load("readers")

WORK = words.load("work")

BODIES = WORK | words.load("bodies")

_BENEFIT = words.load("benefits")
_POINTING = frozenset({"this", "that", "these", "those", "it", "which", "there"})
_CONDITION = frozenset(
    {"if", "when", "whenever", "once", "as", "while", "until", "unless", "whether", "because", "whilst"}
)
_SAYING = words.load("saying")
_NEWS = frozenset(
    [
        "gather",
        "grow",
        "increase",
        "rise",
        "fall",
        "improve",
        "struggle",
        "feel",
        "suffer",
        "exceed",
        "decline",
        "worsen",
    ]
)
"""What goes on by itself: "waits will fall", "waits continue to fall"."""
_STATES = frozenset(["be", "see", "have", "face", "experience", "remain", "wait"])
_GIVEN = frozenset(["have", "receive", "get", "hold"])
"""What is promised to people with a date: "every family will have a named officer by March"."""
_WISHING = words.load("wishing")
_QUESTION_WORDS = frozenset({"how", "what", "whether", "when", "where", "why", "who", "which", "if"})
_IN_HAND = re.compile(
    r"\b(?:in|with|to|attached to|see) (?:this|the attached|the enclosed) (?:newsletter|issue|"
    r"edition|update|report|letter|bulletin|document|email)\b",
    re.IGNORECASE,
)
"""What the document itself brings is done with it."""
PLANS = frozenset(["plan", "intend", "aim", "propose", "expect", "mean", "hope", "look", "seek", "strive", "endeavour"])
REQUIRES = frozenset(
    ["require", "request", "instruct", "direct", "oblige", "task", "mandate", "ask", "tell", "call", "urge"]
)


def binds(cue: Cue, sentence: Span) -> bool:
    """Whether the cue binds somebody, instead of advising, wishing, supposing or explaining a benefit."""
    verb, sign = cue.verb, cue.sign
    found = antecedent(verb, subject(verb))
    who = found.lemma_.lower() if found is not None else ""
    pronoun = subject(verb)
    passive = is_passive(verb)
    if sentence.text.rstrip(" ”’\"')").endswith("?") or _negated(verb, sign) or _supposed(verb, sentence):
        return False
    if cue.strength in ("firm", "ongoing") and _IN_HAND.search(sentence.doc.text, sign.idx, sentence.end_char):
        return False
    if verb.lemma_ in _NEWS and not passive and who not in ("i", "we") and not has_object(verb):
        return False
    if (verb.lemma_ in _SAYING and who in ("i", "we", "")) or (
        found is not None and not passive and any(c.lower_ == "your" for c in found.children)
    ):
        return False
    if verb.dep_ == "relcl" and cue.head is None and _describes(cue, found, pronoun):
        return False
    if pronoun is not None and pronoun.lower_ == "they" and not passive and _refers_to(pronoun) in READERS:
        return False
    if sign.lower_ == "will" and sign.i + 1 < len(sign.doc) and sign.nbor().lower_ == "only":
        return False
    if cue.strength == "required":
        if sign.lemma_.lower() in REQUIRES and sign.lemma_.lower() not in ("require", "request", "instruct", "direct"):
            asker = subject(sign)
            if asker is not None and asker.lower_ in ("i", "we") and sign.tag_ == "VBN":
                return True
            return is_passive(sign) and asker is not None and asker.lemma_.lower() not in READERS
        return (
            who not in READERS
            and who not in ("", "there", "we", "i")
            and verb.lemma_ not in ("note", "remember", "say", "be" if who in _POINTING else "note")
        )
    if (who in READERS or who == "") and not passive and cue.strength != "aspirational":
        if who not in ("", "you") and verb.lemma_ in _GIVEN and says_when(verb):
            return True
        return found is None and sign.i == sentence.start
    if verb.lemma_ in _BENEFIT and not passive and verb.dep_ != "conj" and not _helps(found, pronoun):
        return False
    if "continue" in (verb.lemma_, sign.lemma_):
        going_on = infinitive(verb)
        if going_on is not None and going_on.lemma_ in _NEWS | _STATES and not is_passive(going_on):
            return False
    if cue.strength == "ongoing" and sign.lemma_.lower() == "be" and verb.tag_ == "VBG":
        return acts(found)
    if cue.strength == "ongoing" and verb.lemma_ == "continue" and sign is verb:
        return acts(found)
    if cue.strength == "planned" and sign.lemma_.lower() in PLANS:
        return acts(found) and not (sign.lemma_ in ("hope", "look") and verb.lemma_ in ("see", "hear", "forward"))
    if cue.strength == "aspirational" and found is not None:
        return who not in READERS
    return True


def _describes(cue: Cue, found: Token | None, pronoun: Token | None) -> bool:
    """Whether a relative clause only tells which thing is meant: "the changes we are making"."""
    verb = cue.verb
    if verb.head.pos_ in ("PRON", "DET"):
        return False
    if cue.strength == "ongoing":
        return not any(c.lower_ == "where" for c in verb.children)
    bound = found is not None and (found.lemma_.lower() in BODIES or found.ent_type_ in ("ORG", "PERSON"))
    relative = pronoun is not None and pronoun.tag_ in ("WDT", "WP")
    if cue.strength == "required":
        return not (bound or relative)
    if is_passive(verb):
        return False
    if not relative:
        return verb.doc[verb.left_edge.i].lower_ not in ("where", "in", "by", "through", "under", "for")
    return not bound


def _refers_to(pronoun: Token) -> str:
    """The lemma of the noun that "they" most likely stands for: the subject named last before it."""
    for token in reversed(pronoun.doc[max(0, pronoun.i - 60) : pronoun.i]):
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ in ("NOUN", "PROPN"):
            return str(token.lemma_.lower())
    return ""


def _able(verb: Token) -> bool:
    return verb.lemma_ == "be" and any(c.lower_ in ("able", "free", "welcome") for c in verb.children)


def _helps(found: Token | None, pronoun: Token | None) -> bool:
    """Whether one who can act is the subject of a verb of benefit; a plan or "this" only brings it about."""
    if found is None or (pronoun is not None and pronoun.lower_ in _POINTING):
        return False
    return found.lemma_.lower() in BODIES or found.ent_type_ == "PERSON" or found.lower_ in ("they", "he", "she")


def acts(found: Token | None) -> bool:
    if found is None:
        return False
    return (
        found.lemma_.lower() in BODIES
        or found.ent_type_ in ("ORG", "PERSON", "GPE", "NORP")
        or found.pos_ == "PROPN"
        or (found.lower_ in ("they", "it", "he", "she", "who", "which"))
    )


def _negated(verb: Token, sign: Token) -> bool:
    if not any(
        child.dep_ == "neg" and child.lower_ != "only" and abs(child.i - sign.i) <= 3
        for child in (*verb.children, *sign.children)
    ):
        return False
    after = verb.doc[sign.i + 1 : sign.i + 4].text.lower()
    return "not only" not in after


def _supposed(verb: Token, sentence: Span) -> bool:
    """Whether the verb stands in a condition, in a question that is only reported, or in somebody's wish."""
    token = verb
    for _ in range(6):
        head = token.head
        opening = [
            c.lower_ for c in token.children if c.i < token.i and c.dep_ in ("mark", "advmod", "attr", "dobj", "nsubj")
        ]
        if token.dep_ == "advcl" and any(w in _CONDITION for w in opening):
            return True
        if (
            token.dep_ in ("ccomp", "pcomp", "csubj", "acl")
            and any(w in _QUESTION_WORDS for w in opening)
            and token is not head
        ):
            return True
        if token.dep_ in ("ccomp", "xcomp") and head.lemma_.lower() in _WISHING and head.i < token.i and token is verb:
            return head.lemma_ not in ("want", "like", "ask") or subject(head) is None or token.dep_ == "ccomp"
        if token.dep_ == "acl" or head is token or not (sentence.start <= head.i < sentence.end):
            return False
        if token.dep_ in ("conj", "ccomp", "xcomp", "advcl", "relcl", "pcomp", "parataxis", "prep", "aux", "auxpass"):
            token = head
            continue
        return False
    return False


def leads(found: Token | None) -> bool:
    """Whether the subject is a body that can be told what it should do."""
    return found is not None and found.lemma_.lower() in BODIES and found.pos_ != "PRON"
