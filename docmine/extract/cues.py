"""What makes a statement a commitment: the words that bind, found in one sentence.

Each cue names a strength and the verb that carries the act. Words that look alike and do not bind (advice to the
reader, conditions, reported wishes, benefits of something already promised) are told apart by `binds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from docmine.extract.clauses import antecedent, has_object, is_passive, subject
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


WORTH_A_LOOK = re.compile(
    r"\b(?:will|shall|won['’]t|must|should|ought|need(?:s|ed)?|ha(?:s|ve) to|requir\w+|request\w*|ask(?:s|ed)|instruct\w+|direct(?:s|ed)|to be|to|plan\w*|"
    r"aim\w*|intend\w*|intention|expect\w*|propos\w+|due|set|schedul\w+|going|look\w*|commit\w*|determined|dedicated|"
    r"priorit\w+|ambition\w*|vision|goal|objective|continu\w+|remain\w*|is|are|am|under ?way|progress|ongoing|being|promis\w+|pledg\w+|"
    r"guarante\w+|undertak\w+|follow|come|begin\w*|start\w*|launch\w*)\b|['’](?:ll|re|m|s)\b",
    re.IGNORECASE,
)
"""A sentence without any of these words is not looked at further."""

SCHEDULED = frozenset(["start", "begin", "launch", "open", "commence", "come"])
"""In the present tense these promise only with a date still to come: "the service opens in May"."""

READERS = frozenset(
    ["you", "yourself", "user", "parent", "carer", "family", "child", "pupil", "student", "people", "person", "resident", "customer", "patient", "everyone", "anyone", "anybody", "everybody", "youngster", "attendee", "delegate", "visitor", "reader", "member", "applicant", "tenant", "organisation", "somebody", "someone", "those", "who", "all", "kid", "man", "woman", "adult", "learner", "participant", "candidate", "neighbour"]
)
"""For whom things are done: what they will do or need is advice or benefit, unless something is done to them."""

_NEAR = 3
"""Words after "need" or "have" within which its "to" must stand: "have plans in place to" is no obligation."""
WORK = frozenset(
    ["work", "effort", "review", "recruitment", "discussion", "negotiation", "preparation", "consultation", "development", "procurement", "area"]
)
"""Of `BODIES` those that stand for a body's work, not for the body."""

BODIES = WORK | frozenset(
    ["i", "we", "council", "team", "board", "partnership", "service", "trust", "nhs", "department", "government", "directorate", "authority", "leader", "officer", "group", "forum", "committee", "programme", "project", "panel", "partner", "staff", "commissioner", "ministry", "office", "agency", "ofsted", "inspector", "inspectorate", "company", "work", "effort", "area", "hmci", "governor", "minister", "secretary", "director", "manager", "lead", "chair", "cabinet", "practitioner", "school", "colleague", "organisation", "region", "force", "constabulary", "police", "commission", "college", "hospital", "provider", "contractor", "consortium", "network", "unit", "taskforce", "body", "mayor", "councillor", "member", "discussion", "negotiation", "preparation", "recruitment", "review", "consultation", "development", "procurement"]
)
"""Who can bind itself, and work that stands for them."""

_BENEFIT = frozenset(
    ["enable", "help", "allow", "mean", "ensure", "give", "guide", "support", "result", "lead", "let", "make", "improve", "provide", "reduce", "benefit", "free", "permit", "offer", "save", "increase", "bring", "create", "strengthen", "assist", "show", "tell", "indicate", "contribute", "avoid", "prevent", "require", "need", "depend", "consider", "look", "contain", "include", "outline", "describe", "explain", "detail", "list", "equip", "inform", "reflect", "form", "replace"]
)
_POINTING = frozenset({"this", "that", "these", "those", "it", "which", "there"})
_CONDITION = frozenset(
    {"if", "when", "whenever", "once", "as", "while", "until", "unless", "whether", "because", "whilst"}
)
_SAYING = frozenset(
    ["concede", "admit", "acknowledge", "say", "add", "note", "stress", "mention", "confess", "agree", "confirm", "thank", "recall", "remember", "be_aware", "know", "notice", "appreciate"]
)
"""In "I will admit" nothing is promised."""
_NEWS = frozenset(["gather", "grow", "increase", "rise", "fall", "improve", "struggle", "feel", "suffer", "exceed", "decline", "worsen"])
"""What goes on by itself: "waits will fall", "waits continue to fall"."""
_STATES = frozenset(["be", "see", "have", "face", "experience", "remain", "wait"])
_GIVEN = frozenset(["have", "receive", "get", "hold"])
"""What is promised to people with a date: "every family will have a named officer by March"."""
_WISHING = frozenset(
    ["hope", "think", "believe", "feel", "understand", "know", "mean", "explain", "describe", "discuss", "consider", "recommend", "wonder", "imagine", "doubt", "suggest", "wish", "advise", "want", "like", "fear", "worry", "argue", "claim", "complain", "ask", "question"]
)
_QUESTION_WORDS = frozenset({"how", "what", "whether", "when", "where", "why", "who", "which", "if"})
_IN_HAND = re.compile(
    r"\b(?:in|with|to|attached to|see) (?:this|the attached|the enclosed) (?:newsletter|issue|edition|update|report|letter|bulletin|document|email)\b",
    re.IGNORECASE,
)
"""What the document itself brings is done with it."""
_NO_ACT_IN_PROGRESS = frozenset(
    ["hope", "look", "feel", "tell", "write", "thank", "see", "recommend", "say", "have", "experience", "wait", "ask", "find", "enjoy", "face", "struggle", "suffer", "live", "hear", "know", "want", "attend", "participate", "celebrate", "hold", "consider", "worry", "use", "lack", "rise", "fall", "fail", "go", "come", "happen", "call", "seem", "become", "try", "invite", "join", "delight", "get", "be", "do", "take", "think", "help", "support", "address", "benefit", "contribute", "talk", "speak", "read", "cost", "increase", "decrease", "reduce", "grow", "encourage", "apply", "receive", "show", "mean", "note", "remind", "seek", "approach", "operate", "function", "serve", "perform", "comply", "deal"]
)
"""In the present progressive these tell a state, a feeling or news; what is under way needs a verb of work."""

_PLANS = frozenset(["plan", "intend", "aim", "propose", "expect", "mean", "hope", "look", "seek", "strive", "endeavour"])
_PLANNED_STATES = frozenset(
    ["expected", "due", "scheduled", "set", "planned", "intended", "projected", "anticipated", "poised", "slated", "meant"]
)
_REQUIRES = frozenset(["require", "request", "instruct", "direct", "oblige", "task", "mandate", "ask", "tell", "call", "urge"])
_PROMISES = frozenset(["promise", "pledge", "guarantee", "undertake", "vow"])
_AMBITIONS = frozenset(
    ["ambition", "vision", "priority", "aspiration", "mission", "aim", "goal", "intention", "objective", "plan", "commitment"]
)
_UNDER_WAY = re.compile(r"\b(?:under ?way|in progress|ongoing|in development|being \w+ed)\b", re.IGNORECASE)
_TO_FOLLOW = re.compile(
    r"\b(?:to follow|more to come|(?:yet|still)? ?to be (?:announced|confirmed|agreed|published|finalised|arranged|decided|set|appointed))\b",
    re.IGNORECASE,
)


def find(sentence: Span, reporting: bool) -> list[Cue]:
    """The cues of a sentence in the order of their verbs, at most one a verb, the strongest reading first.

    `reporting` is true in reports and minutes, where "should" tells somebody what to do; elsewhere it mostly advises.
    """
    found: dict[int, Cue] = {}
    for cue in _all(sentence, reporting):
        if cue.verb.i not in found and binds(cue, sentence):
            found[cue.verb.i] = cue
    return [found[i] for i in sorted(found)]


def _all(sentence: Span, reporting: bool) -> Iterator[Cue]:
    for token in sentence:
        lemma, tag = token.lemma_.lower(), token.tag_
        if lemma == "priority":
            yield from _priority(token)
        if tag == "MD" or token.lower_ in ("wo", "’ll", "'ll"):
            yield from _modal(token, reporting)
        elif lemma == "be" and tag in ("VBZ", "VBP"):
            yield from _being(token, sentence)
        elif lemma == "remain" and tag in ("VBZ", "VBP"):
            bound = next((c for c in token.children if c.lower_ in ("committed", "determined", "dedicated")), None)
            if bound is not None:
                yield Cue("aspirational", bound, token, head=token)
        elif lemma in ("need", "have") and tag in ("VBZ", "VBP"):
            verb = _infinitive(token)
            told = _leads(subject(token)) or (verb is not None and is_passive(verb) and _says_when(verb))
            if verb is not None and told and "to" in (t.lower_ for t in token.doc[token.i + 1 : token.i + _NEAR]):
                yield Cue("required", verb, token, head=token)
        elif lemma in _REQUIRES and tag in ("VBZ", "VBP", "VBN", "VBD"):
            yield from _required(token)
        elif lemma in _PLANS and tag in ("VBZ", "VBP"):
            verb = _infinitive(token)
            if verb is not None:
                yield Cue("planned", verb, token, head=token)
        elif lemma == "continue" and tag in ("VBZ", "VBP"):
            yield Cue("ongoing", token, token)
        elif lemma in _PROMISES and tag in ("VBZ", "VBP"):
            verb = _infinitive(token)
            if verb is not None:
                yield Cue("firm", verb, token, head=token)
        elif lemma in SCHEDULED and tag in ("VBZ", "VBP") and _says_when(token):
            yield Cue("planned", token, token)


def _modal(token: Token, reporting: bool) -> Iterator[Cue]:
    verb = token.head if token.dep_ in ("aux", "auxpass") else _next_verb(token)
    if verb is None:
        return
    word = token.lower_
    if word in ("will", "shall", "wo", "’ll", "'ll"):
        obliged = _infinitive(verb) if verb.lemma_ in ("have", "need") else None
        if obliged is not None:
            if _leads(subject(verb)) or verb.dep_ == "relcl" or is_passive(obliged):
                yield Cue("required", obliged, token, head=verb)
        elif verb.lemma_ in ("commit", "aim", "seek", "strive", "endeavour"):
            yield Cue("aspirational", verb, token)
        elif verb.lemma_ == "continue":
            yield Cue("ongoing", verb, token)
        else:
            yield Cue("firm", verb, token)
    elif word == "must" or (word in ("should", "ought") and (reporting or _leads(subject(verb)))):
        yield Cue("required", verb, token)
    elif word == "should" and _says_when(verb):
        yield Cue("planned", verb, token)


def _leads(found: Token | None) -> bool:
    """Whether the subject is a body that can be told what it should do."""
    return found is not None and found.lemma_.lower() in BODIES and found.pos_ != "PRON"


def _being(token: Token, sentence: Span) -> Iterator[Cue]:
    """ "is to be expanded", "are due to", "are committed to", "is being rolled out", "our ambition is to", "is under way"."""
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    finite = verb
    if verb.tag_ == "VBG":
        if verb.lemma_ == "go":
            infinitive = _infinitive(verb)
            if infinitive is not None:
                yield Cue("planned", infinitive, token, head=verb)
        elif (
            verb.lemma_ in ("plan", "aim", "hope", "intend", "propose", "expect", "look", "seek")
            and _infinitive(verb) is not None
        ):
            yield Cue("planned", verb, token)
        elif verb.lemma_ not in _NO_ACT_IN_PROGRESS or _looks_into(verb):
            yield Cue("ongoing", verb, token)
        return
    if verb.tag_ == "VBN" and any(c.tag_ == "VBG" and c.lemma_ == "be" for c in verb.children):
        if verb.lemma_ not in _NO_ACT_IN_PROGRESS:
            yield Cue("ongoing", verb, token)
        return
    for word in sentence.doc[token.i + 1 : min(token.i + 6, sentence.end)]:
        lower = word.lower_
        if lower in _PLANNED_STATES:
            infinitive = _infinitive(word)
            purpose = lower in ("intended", "meant") and infinitive is not None and not is_passive(infinitive)
            if (infinitive is not None or _says_when(word)) and not (purpose and not _acts(subject(token))):
                yield Cue("planned", infinitive if infinitive is not None else word, token, head=finite)
            return
        if (
            lower in ("required", "asked", "instructed", "obliged", "tasked", "directed")
            and _infinitive(word) is not None
        ):
            yield Cue("required", _infinitive(word) or word, token, head=finite)
            return
        if lower in ("committed", "determined", "dedicated"):
            yield Cue("aspirational", word, token, head=finite)
            return
        if (
            lower == "to"
            and (word.i == token.i + 1 or sentence.doc[token.i + 1].pos_ == "ADV")
            and word.i + 1 < sentence.end
            and sentence.doc[word.i + 1].tag_ == "VB"
        ):
            found = subject(token)
            noun = found.lemma_.lower() if found is not None else ""
            inner = sentence.doc[word.i + 1]
            inner = inner.head if inner.dep_ in ("aux", "auxpass") else inner
            if noun in _AMBITIONS:
                yield Cue("ongoing" if inner.lemma_ == "continue" else "aspirational", inner, token, head=token)
            elif noun not in (
                "purpose",
                "idea",
                "way",
                "role",
                "task",
                "responsibility",
                "job",
                "step",
                "thing",
                "point",
                "focus",
            ):
                yield Cue("planned", inner, token, head=finite)
            return
        if lower in ("underway", "ongoing") or (
            lower in ("under", "in") and _UNDER_WAY.match(sentence.doc.text[word.idx : word.idx + 16])
        ):
            yield Cue("ongoing", token, token)
            return
        if word.pos_ in ("VERB", "NOUN", "PUNCT") or (lower == "not" and word.nbor().lower_ != "only"):
            return


def _looks_into(verb: Token) -> bool:
    """ "looking into" and "looking again at" are work; "looking at" is mostly talk, "looking forward to" a courtesy."""
    if verb.lemma_ != "look":
        return False
    after = {c.lower_ for c in verb.children}
    return "into" in after or {"again", "at"} <= after


def _priority(token: Token) -> Iterator[Cue]:
    """ "it is a priority that we work together", "our top priority is"."""
    be = token.head
    if be.lemma_ == "be" and be.tag_ in ("VBZ", "VBP") and token.dep_ == "attr":
        that = next((c for c in be.children if c.dep_ in ("ccomp", "advcl", "xcomp") and c.i > token.i), None)
        that = that or next((c for c in token.children if c.dep_ in ("acl", "relcl", "ccomp") and c.i > token.i), None)
        if that is not None:
            yield Cue("aspirational", that, be, head=be)


def _required(token: Token) -> Iterator[Cue]:
    """ "requires the partnership to prepare", "has been asked to prepare", "requested that the area prepare"."""
    for child in token.children:
        if (
            child.dep_ in ("ccomp", "xcomp")
            and child.i > token.i
            and child.tag_ in ("VB", "VBP")
            and child.pos_ in ("VERB", "AUX")
        ):
            yield Cue("required", child, token, head=token)
            return


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
        if sign.lemma_.lower() in _REQUIRES and sign.lemma_.lower() not in ("require", "request", "instruct", "direct"):
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
        if who not in ("", "you") and verb.lemma_ in _GIVEN and _says_when(verb):
            return True
        return found is None and sign.i == sentence.start
    if (
        verb.lemma_ in _BENEFIT
        and not passive
        and verb.dep_ != "conj"
        and not _helps(found, pronoun)
    ):
        return False
    if "continue" in (verb.lemma_, sign.lemma_):
        going_on = _infinitive(verb)
        if going_on is not None and going_on.lemma_ in _NEWS | _STATES and not is_passive(going_on):
            return False
    if cue.strength == "ongoing" and sign.lemma_.lower() == "be" and verb.tag_ == "VBG":
        return _acts(found)
    if cue.strength == "ongoing" and verb.lemma_ == "continue" and sign is verb:
        return _acts(found)
    if cue.strength == "planned" and sign.lemma_.lower() in _PLANS:
        return _acts(found) and not (sign.lemma_ in ("hope", "look") and verb.lemma_ in ("see", "hear", "forward"))
    if cue.strength == "aspirational" and found is not None:
        return who not in READERS
    return True


def _describes(cue: Cue, found: Token | None, pronoun: Token | None) -> bool:
    """Whether a relative clause only tells which thing is meant: "the improvements we are making", "a report that will say"."""
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
    """Whether one who can act is the subject of a verb of benefit; a survey, a plan or "this" only brings the benefit about."""
    if found is None or (pronoun is not None and pronoun.lower_ in _POINTING):
        return False
    return found.lemma_.lower() in BODIES or found.ent_type_ == "PERSON" or found.lower_ in ("they", "he", "she")


def _acts(found: Token | None) -> bool:
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


def _infinitive(token: Token) -> Token | None:
    """The verb of the "to" phrase that depends on `token`, or that follows it."""
    for child in token.children:
        if (
            child.dep_ in ("xcomp", "ccomp")
            and child.i > token.i
            and any(c.lower_ == "to" and c.i < child.i for c in child.children)
        ):
            return child
    doc = token.doc
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "to" and doc[token.i + 2].tag_ == "VB":
        verb = doc[token.i + 2]
        return verb.head if verb.dep_ in ("aux", "auxpass") else verb
    return None


def _next_verb(token: Token) -> Token | None:
    for other in token.doc[token.i + 1 : token.i + 5]:
        if other.tag_ in ("VB", "VBG"):
            return other
        if other.is_punct:
            return None
    return None


def _says_when(token: Token) -> bool:
    """Whether the clause says a time: "by May", "in the autumn", "from 3 June", "this month"."""
    return any(child.ent_type_ == "DATE" or child.lower_ in ("soon", "shortly") for child in token.subtree)


def to_follow(text: str) -> bool:
    """Whether a sentence only announces that something is still to come: "Details to follow"."""
    return bool(_TO_FOLLOW.search(text)) and len(text.split()) <= 14
