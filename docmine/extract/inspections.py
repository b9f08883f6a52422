"""Inspectors' and auditors' documents: they report what others do, and require what others have to put right."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from docmine.extract.clauses import phrase
from docmine.extract.context import Sent, layout
from docmine.extract.doers import BODIES, WORK, noun
from docmine.extract.voices import partnership

_INSPECTION = re.compile(r"\b(?:inspection|revisit|audit report|ombudsman)\b", re.IGNORECASE)
_INSPECTORATE = re.compile(r"\b(?:Ofsted|Estyn|Inspectorates?|Care Quality Commission|Ombudsman|Audit Office|HMI\w*)\b")
_TO_IMPROVE = re.compile(
    r"^(?:what (?:\w+ ){0,4}?(?:needs?|must|should|has|have)\b[^.]{0,40}\b(?:improve|do (?:better|next)|change|to do)"
    r"|what (?:does|do) [^.]{2,40} (?:need|have) to (?:do|improve|change)\b"
    r"|(?:key )?areas? (?:for|of|requiring) (?:\w+ )?(?:improvement|development|priority action|action)"
    r"|(?:priority|required|further) (?:actions?|improvements?)|recommendations?|next steps)\b",
    re.IGNORECASE,
)
_SCHEDULED = re.compile(
    r"\b(?:are|is) (?:planned|scheduled)\b|\bha(?:s|ve) (?:also |now )?(?:committed|agreed) to\b", re.IGNORECASE
)
_OWN = re.compile(
    r"\b(?:we|our|inspectors?|(?:re-?)?inspections?|inspectorates?|(?:re-?|follow-up |further |monitoring )visits?|"
    r"Ofsted|findings|this (?:letter|report))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:this|it|the|their)(?: \w+){0,2}? ?(?:response|statement|plan|report|review|submission)? "
    r"(?:should|must|will (?:have|need) to|needs to) (?!note|say)\w+",
    re.IGNORECASE,
)
_NO_BEARERS = frozenset({"school", "lead", "leader", "court"})
_PLACES = ("by", "of", "in", "between", "from", "across", "at", "within")


def judges_others(doc: Doc) -> bool:
    """Whether the document is an inspection's or audit's: it does not speak for those it reports on."""
    document = layout(doc)
    title = document.title.value if document.title else ""
    publisher = document.publisher.value if document.publisher else ""
    return bool(_INSPECTION.search(title)) or bool(_INSPECTORATE.search(publisher))


def is_scheduled(text: str) -> bool:
    """Whether what others will do stands in their plan or promise: "two sessions are planned", "have committed to"."""
    return bool(_SCHEDULED.search(text))


def is_of_inspectors(text: str) -> bool:
    """Whether a promise without a doer is the inspectors' own: another visit, a letter, or what "we" will do."""
    return bool(_OWN.search(text))


def goes_on_obliging(sent: Sent) -> bool:
    """Whether the sentence after an obligation says how it is to be met: "The response should set out ...", "This
    should be a joint statement"."""
    return bool(_GOES_ON.match(sent.span.text))


def has_to_improve(sent: Sent) -> bool:
    """Whether a bullet of an inspection names what those inspected have to put right."""
    above = sent.stem or sent.heading
    return sent.is_listed and above is not None and bool(_TO_IMPROVE.match(above.strip(" :")))


def names_a_matter(span: Span) -> bool:
    """Whether a bullet is a phrase, "The timeliness of reviews", and no statement of what inspectors saw."""
    root = span.root
    stated = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in root.children)
    return span[0].lower_ in ("how", "whether") or (root.pos_ in ("NOUN", "PROPN", "VERB") and not stated)


def bearer(sent: Sent) -> str | None:
    """Whose it is to improve: the one partner that the words name as acting, else the partnership."""
    for token in sent.span:
        if token.dep_ == "pobj" and token.head.lower_ in _PLACES and noun(token) in BODIES - WORK - _NO_BEARERS:
            words = phrase(token)
            named = words[1:] if words[0].pos_ == "DET" else words
            if token.tag_ not in ("NNS", "NNPS") or noun(token) == "police":
                text: str = named.text
                return text
    return partnership(sent.span.doc) or "partnership"
