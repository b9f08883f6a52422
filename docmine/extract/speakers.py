"""Who is to do it: "I" is the signatory, "we" the body that speaks, "they" the one last named."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from docmine.extract import holders, minutes, people, voices
from docmine.extract.clauses import antecedent, is_passive, joined, phrase, subject, whole_name
from docmine.extract.context import layout
from docmine.extract.cue import REQUIRES
from docmine.extract.doers import BODIES, WORK, is_body_in_short, is_named_person, leads, long_form, noun
from docmine.extract.inspections import judges_others
from docmine.extract.voices import body

_PRONOUNS = frozenset(["they", "he", "she", "it", "this", "these", "which", "who", "that", "both", "all"])
_TASKS = frozenset(["task", "job", "role", "duty", "responsibility", "work", "effort", "aim", "remit"])
"""Whose they are, the act is: "the trust’s first task is to"."""
_POINTED = frozenset(
    ["service", "project", "programme", "team", "scheme", "board", "group", "forum", "trust", "charity", "initiative"]
)
_PREMISES = frozenset({"clinic", "school", "hospital", "college", "university", "office", "service"})
"""Whoever runs them opens and closes them."""
_OF_THINGS = frozenset(["be", "go", "open", "reopen", "start", "begin", "close", "take", "happen", "come", "return"])
"""What "it" does with these a thing does, by somebody's doing."""
_STARTED = frozenset({"start", "begin", "launch", "open", "reopen", "resume", "commence"})
_BEGUN_BY_OTHERS = frozenset({"programme", "project", "scheme", "initiative", "pilot", "service"})
_POINTING_REACH = 800
_PERSON_REACH = 90
"""Tokens before "she" in which she has been named."""
_ALL = frozenset({"every", "each", "all", "any", "no"})
"""Before a body these speak of those for whom, or to whom, something is done."""


def owner(verb: Token, previous: str | None, obliged: bool = False) -> str | None:
    """The owner of the act of `verb` as a reader would name them; None where the document names nobody.

    `previous` is the owner of the commitment just before, for "they" and "this". `obliged`: somebody is told to, and
    that is seldom the body that tells; without a name it stays open.
    """
    doc = verb.doc
    silent = None if obliged else voices.silent(verb)
    told = _told(verb)
    if told is not None and told.lower_ in ("us", "we"):
        return voices.we(verb)
    if told is not None and (leads(told) or told.pos_ == "PROPN"):
        return _people_in(told) or _named(told)
    agent = _agent(verb) or _agent(verb.head if verb.dep_ == "xcomp" else verb)
    if agent is not None:
        return _people_in(agent) or _article_off(phrase(agent))
    found = antecedent(verb, subject(verb))
    if found is None:
        return previous or silent
    if obliged and not leads(found) and not judges_others(doc):
        silent = voices.silent(verb)
    word = found.lower_
    if word in ("i", "myself"):
        return _quote_at(doc, verb) or _signatory(doc) or holders.signs_below(verb) or body(doc)
    if _ours(found) and (named := _people_in(found)):
        return named  # "our solicitor, Priya Nolan"
    if word in ("we", "us", "ourselves") or _ours(found):
        return _speakers_body(doc, verb) or voices.we(verb)
    if word in _PRONOUNS and not _is_relieved(verb):
        return _of_pronoun(found, verb, previous, silent, obliged)
    if noun(found) == "inspector" and found.pos_ == "NOUN" and judges_others(doc):
        return body(doc)
    led = _led_by(found)
    if led is not None:
        return led
    if noun(found) in _TASKS and (doer := _possessor(found)) is not None:
        return previous if doer.tag_ == "PRP$" else _article_off(phrase(doer))
    if pointed := _pointed_at(found):
        return pointed
    if is_passive(verb) or (not obliged and _is_provided_for(verb)):
        return silent
    if named := _people_in(found) or holders.in_post(doc, _article_off(phrase(found))):
        return named
    return _named(found) if _can_own(found, verb, obliged) else silent


def _is_provided_for(verb: Token) -> bool:
    """Of "members are to get a voucher", "four nurses will be in post": somebody else sees to it."""
    posted = any(g.lower_ in ("post", "place") for c in verb.children if c.lower_ == "in" for g in c.children)
    return _is_relieved(verb) or verb.lemma_ in ("get", "receive") or (verb.lemma_ == "be" and posted)


def _is_relieved(verb: Token) -> bool:
    """ "they won’t have to pay" """
    return verb.lemma_ in ("have", "need") and any(c.dep_ == "neg" for c in verb.children)


def _of_pronoun(found: Token, verb: Token, previous: str | None, silent: str | None, obliged: bool) -> str | None:
    """Of "they" and "it" whoever was named last; "this" and "which" stand for things, which somebody silent sees to."""
    word = found.lower_
    if word in ("he", "she"):
        person = _last_person(found)
        if person:
            return person
    if word == "it" and (is_passive(verb) or verb.lemma_ in _OF_THINGS or obliged):
        return None if obliged and previous is None else (previous if obliged else silent)
    if word in ("they", "he", "she", "it"):
        named = (word == "they" and _people_before(found)) or _last_named(found)
        if named:
            return named
    thing = word in ("this", "that", "these", "which", "both", "all") and (is_passive(verb) or verb.lemma_ == "be")
    return silent if thing and not obliged else previous or silent


def _led_by(found: Token) -> str | None:
    """Who leads the work that is the subject: "an audit, led by Dr Ito, will report"."""
    for led in found.children if not leads(found) else ():
        if led.dep_ in ("acl", "relcl") and led.lemma_ in ("lead", "chair", "head", "run"):
            by = next((g for p in led.children if p.dep_ == "agent" for g in p.children if g.dep_ == "pobj"), None)
            if by is not None and (by.pos_ == "PROPN" or leads(by)):
                return _people_in(by) or _named(by)
    return None


def _possessor(found: Token) -> Token | None:
    return next((c for c in found.children if c.dep_ == "poss" and c.lower_ not in ("our", "my")), None)


def _people_in(found: Token) -> str | None:
    """The people that a subject names, whatever stands beside their names: "the clerk, Ana Diaz, and Wei Li"."""
    linked = {found.i}
    for token in found.subtree:
        if token.head.i in linked and token.dep_ in ("appos", "conj", "compound", "flat") and token.i != found.i:
            linked.add(token.i)
    linked |= {c.i for i in linked for c in found.doc[i].children if c.dep_ in ("compound", "flat")}
    return _joined_names(found.doc, {found.doc[i].idx for i in linked})


def _people_before(pronoun: Token) -> str | None:
    """Two or more people named in the sentence before."""
    if pronoun.sent.start == 0:
        return None
    before = pronoun.doc[pronoun.sent.start - 1].sent
    names = _joined_names(pronoun.doc, {t.idx for t in before})
    return names if names is not None and " and " in names else None


def _joined_names(doc: Doc, places: set[int]) -> str | None:
    named = [p.name for p in people.find(doc) if any(start in places for start, _ in p.mentions)]
    return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else (named[0] if named else None)


def _pointed_at(found: Token) -> str | None:
    """What "this service" or "the project" refers to: the name that was the subject last, in the same section."""
    lemma = noun(found)
    points = [c.lower_ for c in found.children if c.i < found.i]
    if lemma not in _POINTED or points not in (["this"], ["the"]):
        return None
    doc = found.doc
    limit = max(voices.section_start(found), found.idx - _POINTING_REACH)
    for token in reversed(doc[: found.i]):
        if token.idx < limit:
            return None
        if token.dep_ not in ("nsubj", "nsubjpass") or token.lower_ == token.text:
            continue
        words = phrase(token)
        named = noun(token)
        fits = named == lemma or (named not in BODIES and token.ent_type_ not in ("PERSON", "DATE"))
        if fits and len([t for t in words if t.is_title]) > 1:
            return _article_off(words)
    return None


def _told(verb: Token) -> Token | None:
    """Whom somebody requires or asks to do it: "requires the board to prepare"."""
    asks = verb.head
    if verb.dep_ not in ("xcomp", "ccomp") or asks.lemma_.lower() not in REQUIRES or is_passive(asks):
        return None
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return own or next((c for c in asks.children if c.dep_ in ("dobj", "dative")), None)


def _named(found: Token) -> str:
    """The subject as a reader would name it: without its article, initials as the people they stand for."""
    whole = whole_name(found)
    if whole is not None and whole != found:
        return _article_off(found.doc[found.left_edge.i : whole.i + 1])
    words = _article_off(phrase(found))
    if not (words.isupper() or "/" in words):
        return words
    named = minutes.named(found.doc, words)
    return (long_form(found) or words) if named == words else named


def _can_own(found: Token, verb: Token, obliged: bool) -> bool:
    """Whether the subject is somebody: a person, a body, a name that does something; a plan or a system is nobody."""
    lemma = noun(found)
    if any(child.lower_ in _ALL for child in found.children) and not obliged:
        return False
    if whole_name(found) != found:
        return True
    if is_body_in_short(found) or minutes.named(found.doc, found.text) != found.text:
        return True
    if lemma in _PREMISES and (verb.lemma_ in ("be", "open", "reopen", "close", "move") or "open" in verb.head.text):
        return False
    if lemma in _BEGUN_BY_OTHERS and verb.lemma_ in _STARTED:
        return False
    if lemma in BODIES:
        return lemma not in WORK
    if found.ent_type_ == "PERSON" or is_named_person(found):
        return True
    return found.ent_type_ == "ORG" and verb.lemma_ not in ("be", "have", "follow") and not _stands_for_a_thing(found)


def _stands_for_a_thing(found: Token) -> bool:
    """Whether an acronym's long form is no body's name: "the APP", the Accelerated Progress Plan."""
    if not found.doc.has_extension("acronyms"):
        return False
    for acronym in found.doc._.acronyms:
        if acronym.text == found.text and acronym.long:
            return acronym.long.split()[-1].lower() not in BODIES
    return False


def _signatory(doc: Doc) -> str | None:
    signatory = layout(doc).signatory
    return signatory.value if signatory else None


def _quote_at(doc: Doc, token: Token) -> str | None:
    for quote in doc._.quotes if doc.has_extension("quotes") else ():
        if quote.start <= token.idx < quote.end:
            speaker: str = quote.speaker
            return speaker
    return None


def _speakers_body(doc: Doc, token: Token) -> str | None:
    """The organisation of the person whose quoted words these are."""
    speaker = _quote_at(doc, token)
    if speaker is None or not doc.has_extension("owners"):
        return None
    return next((o.organisation for o in doc._.owners if o.name == speaker and o.organisation), None)


def _agent(verb: Token) -> Token | None:
    """Of a passive, or of one joined to it: the one after "by", where that is a person or a body."""
    if not is_passive(verb):
        return None
    for one in (verb, *joined(verb)):
        for child in one.children:
            if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
                for doer in child.children:
                    if doer.dep_ == "pobj" and (doer.ent_type_ in ("PERSON", "ORG") or noun(doer) in BODIES):
                        return doer
    return None


def _ours(found: Token) -> bool:
    """ "our design team", "my office": the speaker's own."""
    return any(c.lower_ in ("our", "my") for c in found.children) and noun(found) not in (
        "partner",
        "colleague",
    )


def _last_named(pronoun: Token) -> str | None:
    """The person or body that the sentences of the same paragraph named last before the pronoun, as their subject."""
    doc = pronoun.doc
    limit = layout(doc).text.rfind("\n\n", 0, pronoun.idx)
    for token in reversed(doc[: pronoun.i]):
        if token.idx < limit:
            return None
        if token.dep_ in ("nsubj", "nsubjpass") and (
            token.ent_type_ in ("PERSON", "ORG")
            or (noun(token) in BODIES and token.lower_ not in ("i", "we"))
            or minutes.named(doc, token.text) != token.text
        ):
            if any(child.lower_ in _ALL for child in token.children):
                continue  # to all of them something is done
            return _named(token)
    return None


def _last_person(pronoun: Token) -> str | None:
    """The person whom "she" or "he" stands for: the last subject of the paragraph, or of the one before, that names
    one, by name or with a name beside it."""
    doc = pronoun.doc
    limit = voices.section_start(pronoun)
    for token in reversed(doc[max(0, pronoun.i - _PERSON_REACH) : pronoun.i]):
        if token.idx < limit:
            return None
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ != "PRON" and (named := _people_in(token)):
            return named
    return None


def _article_off(span: Span) -> str:
    text: str = span.text.removesuffix("’s").removesuffix("'s")
    for article in ("The ", "the ", "A ", "An ", "This ", "this "):
        if text.startswith(article):
            return text[len(article) :]
    return text
