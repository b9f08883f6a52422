"""What a product does and what is in it: the words of promises that only describe a system, a form, a course.

"The dashboard will display" binds nobody; "the dashboard will go live" does, since somebody undertakes it.
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from docmine.extract import abilities, words
from docmine.extract.clauses import is_passive, subject
from docmine.extract.context import layout
from docmine.extract.doers import BODIES, WORK, noun
from docmine.extract.readers import is_dated

THINGS = words.load("products")
_USES = words.load("product_uses")
_COMING = words.load("product_comings")
"""What happens to a product by its maker's doing: it will be available, go live, start."""
_STATES = frozenset({"visible", "editable", "searchable", "mandatory", "optional", "possible", "required", "able"})
_SPEAKS_OF_USE = re.compile(
    r"\b(?:[Uu]sers?|[Ll]og(?:s|ged)? ?in|[Ss]ystem|functionality|[Ff]eatures?|[Ss]oftware|APIs?|[Dd]ashboard|[Aa]pp|"
    r"[Bb]eta|[Rr]elease|permits?)\b"
)
_ENOUGH = 3
"""So many different words of the kind make a document one about a product."""
_RELEASE = re.compile(r"\b(?:release|version|phase|update|sprint|next|work|plans?|programme of)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:(?:the|this|our|each|every|a|an|new) )*(?P<words>[\w’'-]+(?: [\w’'-]+)??)"
    r"(?= (?:will|can|lets?|allows?|enables?|includes?|covers?|contains?|features?)\b)",
    re.IGNORECASE,
)
_CAN = re.compile(
    r"\b(?:it (?:is|will be) possible|(?:main|key|new) (?:features?|benefits?)|able) (?:to|will|are|is|include)",
    re.IGNORECASE,
)
_BRINGS = frozenset({"give", "bring", "provide", "offer", "put", "make", "replace"})
_NEAR = 6
_HAPPENS = frozenset({"have", "need", "see", "know", "get", "appear", "display"})
"""What users, jobs and screens do by themselves."""


def describes(verb: Token, sign: Token) -> bool:
    """Whether "will" + verb tells how a product behaves, in place of what somebody will do."""
    found = subject(verb)
    if found is None or sign.lemma_.lower() not in ("will", "shall", "’ll"):
        return False
    if any(c.lower_ == "automatically" for c in verb.children):
        return True
    if promises_to_all(verb) or (verb.lemma_ == "appear" and is_dated(verb)):
        return False  # "the report will appear in July"
    in_product = is_about_a_product(verb.doc)
    thing = (noun(found) in THINGS and not found.text.isupper()) or (in_product and _is_the_product(found))
    if found.dep_ == "expl" or found.lower_ == "there":
        attr = next((c for c in verb.children if c.dep_ in ("attr", "dobj")), None)
        return attr is not None and noun(attr) in THINGS
    if is_passive(verb):
        return in_product and verb.lemma_ in _USES and found.lower_ not in ("both", "they", "these")
    said = {c.lower_ for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "prt", "advmod")}
    if verb.lemma_ == "be" and said & _STATES:
        return (in_product or thing) and not abilities.are_to_come(verb)
    if in_product and verb.lemma_ == "have" and any(c.dep_ == "dobj" and noun(c) in THINGS for c in verb.children):
        return found.lower_ != "we"
    if not thing or verb.lemma_ in _COMING or verb.lemma_ == "be" or said & _COMING:
        people = found.ent_type_ in ("PERSON", "ORG") or found.pos_ == "PRON"
        return in_product and verb.lemma_ in _HAPPENS and noun(found) not in BODIES and not people
    return verb.lemma_ not in ("include", "bring") or not _RELEASE.search(found.text)


def promises_to_all(verb: Token) -> bool:
    """What the maker of a product says it is for: "Kerbline will give every parish one place to renew its licences".

    The product is what the publication is named after.
    """
    found = subject(verb)
    if found is None or verb.lemma_ not in _BRINGS or not _is_the_product(found):
        return False
    after = verb.doc[verb.i + 1 : verb.i + _NEAR]
    return any(t.lower_ in ("every", "all", "each", "everyone", "one", "single") for t in after)


def lists_features(doc: Doc, stem: str) -> bool:
    """Whether the words above a list say what a product holds or does: "The app will:", "The training will cover:"."""
    text = stem.strip().rstrip(":").rstrip()
    if re.search(r"\b(?:we|i|team|council|trust|board)\b|['’]ll\b", text, re.IGNORECASE):
        return False
    head = _SUBJECT.match(text)
    if _CAN.search(text) or (head is not None and is_product(doc, head["words"])):
        return True
    if head is None or _RELEASE.search(head["words"]):
        return False
    named = {w.lower() for w in head["words"].split()}
    return bool((named | {w.removesuffix("s") for w in named}) & THINGS)


def is_about_a_product(doc: Doc) -> bool:
    """Whether the document speaks of a system and its users."""
    cached: bool | None = doc.user_data.get("docmine_product")
    if cached is None:
        cached = len({w.lower().rstrip("s") for w in _SPEAKS_OF_USE.findall(layout(doc).text)}) >= _ENOUGH
        doc.user_data["docmine_product"] = cached
    return cached


def is_product(doc: Doc, name: str) -> bool:
    """Whether the publication is named after it: "Kerbside" of the "Kerbside Newsletter"."""
    document = layout(doc)
    titles = [known.value.lower() for known in (document.series, document.title) if known]
    return len(name) > 3 and any(title.startswith(name.lower() + " ") for title in titles)


def _is_the_product(found: Token) -> bool:
    words_ = found.doc[found.left_edge.i : found.i + 1].text
    return noun(found) not in BODIES - WORK and is_product(found.doc, words_)
