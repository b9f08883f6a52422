"""The signs that speak for or against a name-like run of words: what stands beside it, how it acts, what spaCy says.

What each sign is worth is decided in `persons`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from docmine.extract import names
from docmine.extract import words as lists
from docmine.extract.mentions import email_for

AROUND = 250
"""Characters on either side of a name in which words say something of it; bounds the work in an endless list."""
_PARTICLES = lists.load("name_particles")
SPEECH = (
    r"(?:said|says|say|adds|added|explained|explains|commented|comments|told|tells|stated|states|remarked|"
    r"remarks|replied|noted|notes|"
    r"continued|concluded|argued|argues|warned|insisted|admitted|recalled|recalls|reflected|reflects|"
    r"shared|wrote|writes|announced|described|describes|apologised|apologises|promised|confirmed|confirms)"
)
_ACTS_AFTER = re.compile(
    rf"(?:,[^,.;]{{3,90}},)?\s+(?:{SPEECH}\b|(?:who )?(?:has|have|had) (?:been|joined|worked|led|written|"
    rf"taken|now|recently|also|just|agreed|moved|left|stepped)|"
    r"(?:will|are|is|was|were)(?: now| also| both)? (?:be |been )?(?:our|joining|leading|joined|appointed|"
    r"elected|recruited|taking|reaching|leaving|chairing|supporting|retiring|stepping|supported|welcomed|thanked)|"
    r"joins\b|joined\b|leads\b|led\b|chairs\b|chaired\b|takes\b|took\b|comes\b|came\b|brings\b|works\b|attended\b|"
    r"presented\b|asked\b|asks\b|thanked\b|thanks\b|agreed\b|gave\b|reported\b|introduced\b|opened\b|updated\b|"
    r"spoke\b|starts\b|started\b|began\b|begins\b|left\b|retires\b|retired\b|met\b|visited\b|proposed\b|seconded\b|felt\b|queried\b|closed\b|"
    r"who (?:is|"
    r"was|has|will|did|led|works|joined|leads))"
)
_ACTS_BEFORE = re.compile(
    rf"(?:\b(?:welcom(?:e|es|ed|ing)|thank(?:s|ed|ing)?(?: you)?(?: to| go to)?|appoint(?:s|ed|ing)?|"
    rf"recruit(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|congratulat\w+(?: to)?|"
    rf"meet|met with|(?:led|chaired|written|signed|prepared|presented|supported|delivered|opened|owned|drawn up) by|"
    rf"(?:welcome|message|foreword|introduction|update|words?|letter|apologies|report|note|news|thanks)"
    rf"(?: (?:was|were))?(?: received)? from|farewell to|goodbye to|"
    rf"appointment of|in place of|takes? over from|took over from|replac(?:es|ed|ing)|succe(?:eds|eded|eding)|{SPEECH})"
    r"(?: back)?)\s+$",
    re.IGNORECASE,
)
_CONTACT_BEFORE = re.compile(
    r"(?:\b(?:contact|email|e-mail|call|ring|phone|telephone|speak to|speaking to|speak with|talk to|"
    r"write to|ask for|asking for|reply to|rsvp to|in touch with|"
    r"c/o|attention of|fao|cc:?|dear)|(?:^|\n|\t)\s*(?:contact|name|author|lead|officer|owner|chair|from|"
    r"to|cc|by|signed|contact officer|report of|report author|responsible officer|"
    r"lead officer|prepared by|presented by|minutes|present|attendees|attendance|apologies|in attendance|"
    r"enquiries to)\s*[:\-–])\s*(?:our |the )?$",
    re.IGNORECASE,
)
ATTENDANCE = re.compile(
    r"^\s*(?:present|attendees|attendance|in attendance|apologies(?: for absence| from)?|members present|"
    r"also present|members|invited)(?:\s*[:\-–]|(?: (?:was|were))?(?: received| given)? from\b)",
    re.IGNORECASE,
)
_NOT_PEOPLE = frozenset({"ORG", "FAC", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
"""spaCy's labels for what is called by a name and is nobody."""


def signs(doc: Doc, text: str, base: int, shape: names.Shape, emails: dict[str, str]) -> set[str]:
    """The signs beside a shape in `text`, which starts at character `base` of the document."""
    head = text[max(0, shape.full_start - AROUND) : shape.full_start]
    tail = text[shape.full_end : shape.full_end + AROUND]
    found: set[str] = set()
    if shape.honorific:
        found.add("honorific")
    if shape.postnominals:
        found.add("postnominals")
    if names.is_given(shape.tokens[0]) and len(shape.tokens) > 1:
        found.add("given")
    if any(word.lower() in _PARTICLES for word in shape.name.split()[1:]):
        found.add("particle")
    if email_for(shape.tokens, emails):
        found.add("e-mail")
    if _ACTS_AFTER.match(tail) or _ACTS_BEFORE.search(head):
        found.add("acts")
    in_brackets = head.rfind("(") > head.rfind(")")  # there an attendance list says for whom somebody comes
    if _CONTACT_BEFORE.search(head) or (ATTENDANCE.match(text) and not in_brackets):
        found.add("contact")
    if re.search(r"\b(?:the|a|an|this)\s+$", head, re.IGNORECASE):
        found.add("the")
    if shape.tokens[-1].lower() in names.PLACE_ENDS:
        found.add("place")
    if not found & {"given", "honorific"} and any(_common(doc, token) for token in shape.tokens):
        found.add("word")
    found |= tagged(doc, base + shape.start, base + shape.end)
    return found


def tagged(doc: Doc, start: int, end: int) -> set[str]:
    """What spaCy's entities say of the characters: "ner" for a person, "other" for what holds them and is none."""
    found = entities(doc)
    for ent in found[bisect_right(found, start, key=lambda e: e[1]) :]:
        if ent[0] >= end:
            break
        if start < ent[1]:
            if ent[2] == "PERSON":
                return {"ner"}
            return {"other"} if ent[2] in _NOT_PEOPLE and ent[0] <= start and ent[1] >= end else set()
    return set()


def labels(doc: Doc, start: int, end: int, *, whole: bool = False) -> set[str]:
    """The labels of the entities that share a character with these; with `whole`, that hold them all."""
    found = entities(doc)
    near = found[bisect_right(found, start, key=lambda e: e[1]) : bisect_left(found, end, key=lambda e: e[0])]
    return {label for first, last, label in near if not whole or (first <= start and last >= end)}


def entities(doc: Doc) -> list[tuple[int, int, str]]:
    """First and last character and label of spaCy's entities, in order."""
    found: list[tuple[int, int, str]] | None = doc.user_data.get("docmine_entities")
    if found is None:
        found = [(e.start_char, e.end_char, e.label_) for e in doc.ents]
        doc.user_data["docmine_entities"] = found
    return found


def _common(doc: Doc, token: str) -> bool:
    """Whether the document also writes the token as a plain word."""
    plain: frozenset[str] | None = doc.user_data.get("docmine_plain_words")
    if plain is None:
        plain = frozenset(t.text for t in doc if t.is_lower and len(t) > 3)
        doc.user_data["docmine_plain_words"] = plain
    return token.lower() in plain
