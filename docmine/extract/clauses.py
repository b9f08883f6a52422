"""Clauses: the shortest full statement around a verb, its subject, and the act it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from spacy.tokens import Span, Token

from docmine.extract.doers import leads

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "xcomp", "ccomp", "prep", "acomp", "dative", "advmod", "advcl", "agent"})
_LEADING = frozenset({",", ";", ":", "-", "–", "—", "and", "but", "or", "so", "also", "(", "[", "•"})
_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "and", "but", "or", ".", "(", "[", "”", "’", '"', "'"})
_ENDS = frozenset(
    [
        "Service",
        "Services",
        "Board",
        "Trust",
        "Team",
        "Committee",
        "Partnership",
        "Panel",
        "Forum",
        "Unit",
        "Hub",
        "Department",
        "Directorate",
        "Agency",
        "Authority",
        "Commission",
        "Council",
        "Group",
        "Network",
    ]
)
"""What the name of a body ends in."""
_OPEN_QUOTE = re.compile(r"(?:^|\s)([‘“'\"])(?=\w)[^’”'\"]*$")
"""A quotation mark that nothing closes."""
_CLOSING = {"‘": "’'", "“": '”"', "'": "'’", '"': '"”'}
_IN_OFFICE = frozenset(
    ["leader", "leaders", "manager", "officer", "commissioner", "head", "director", "representative"]
)
_WHOLE = 14
"""Tokens of the longest phrase that names them."""
_SHORT_TAIL = 8
_PAIRS = {")": "(", "]": "["}


def is_be(token: Token) -> bool:
    """Whether it is a present form of "be", written in full or short: "are", "’re"; "’s" with "been" is "has"."""
    if token.lower_ in ("is", "are", "am", "’re", "'re", "’m", "'m"):
        return True
    if token.lower_ not in ("’s", "'s") or token.dep_ in ("case", "poss"):
        return False
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    return verb.pos_ in ("VERB", "AUX") and not any(c.lower_ in ("been", "got") for c in (verb, *verb.children))


def subject(verb: Token) -> Token | None:
    """The head of the verb's subject; of a joined verb that of the first, of "to" + verb that of its governor."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = [child for child in verb.children if child.dep_ in SUBJECTS] or _of_auxiliary(verb)
        if own:
            return next((c for c in own if not c.dep_.startswith("csubj")), own[0])
        if is_joined_too_low(verb):
            verb = verb.head.head
            continue
        through = verb.dep_ == "prep" and verb.pos_ == "ADP"  # "committed to publishing"
        if (through or verb.dep_ in ("conj", "xcomp", "acomp", "aux", "auxpass", "pcomp")) and verb.head.pos_ in (
            "VERB",
            "AUX",
            "ADP",
            "ADJ",
        ):
            verb = verb.head
            continue
        if verb.dep_ == "relcl":
            return verb.head
        return None
    return None


def is_joined_too_low(verb: Token) -> bool:
    """Of "the director accepts that the system failed and is hiring nurses": the parser joins "is hiring" to "failed",
    but it is the director who hires."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or verb.tag_ != "VBG" or not has_object(verb):
        return False
    if any(c.dep_ in SUBJECTS for c in verb.children) or first.head.tag_ not in ("VBZ", "VBP"):
        return False
    teller = next((c for c in first.head.children if c.dep_ == "nsubj"), None)
    told = next((c for c in first.children if c.dep_ in SUBJECTS), None)
    return leads(teller) and not leads(told)


def _of_auxiliary(verb: Token) -> list[Token]:
    """The subject where the parser hangs it on the auxiliary: "and the contractor is now fitting the lights"."""
    helpers = (child for child in verb.children if child.dep_ in ("aux", "auxpass"))
    return [word for helper in helpers for word in helper.children if word.dep_ in SUBJECTS and word.i < helper.i]


def subject_of_its_own(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) or bool(_of_auxiliary(verb))


def whole_name(found: Token | None) -> Token | None:
    """The head of a body's name that holds "and": "the Child and Adolescent Mental Health Service" → Service."""
    if found is None or found.pos_ != "PROPN":
        return found
    return next((c for c in found.children if c.dep_ == "conj" and c.pos_ == "PROPN" and _goes_on(found, c)), found)


def _goes_on(first: Token, last: Token) -> bool:
    """Whether a coordinated name is one: the first part is an adjective or noun without an end of its own."""
    return last.text in _ENDS and first.text not in _ENDS and last.i - first.i > 1


def antecedent(verb: Token, found: Token | None) -> Token | None:
    """The noun behind a relative pronoun ("a plan, which will ..." → plan); any other subject as it is."""
    if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    return found


def is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def has_complement(verb: Token) -> bool:
    """Whether the verb has an object or complement of its own, so that it can stand as a promise alone."""
    return any(child.dep_ in _OBJECTS and child.i > verb.i for child in verb.children)


def has_object(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "attr", "oprd") for child in verb.children)


def joined(verb: Token, until: Collection[int] = ()) -> list[Token]:
    """Verbs that are coordinated with this one, in order; not those behind a verb whose place is in `until`."""
    found: list[Token] = []
    waiting = [verb]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
                found.append(child)
                if child.i not in until:
                    waiting.append(child)
    return sorted([*found, *_joined_too_low(verb)], key=lambda token: token.i)


def _joined_too_low(verb: Token) -> list[Token]:
    """Infinitives that the parser joins to a participle of the object: "to raise the number checked and improve"."""
    if verb.tag_ != "VB":
        return []
    things = (c for c in verb.children if c.dep_ == "dobj")
    told = (p for thing in things for p in _within(thing) if p.tag_ == "VBN" and p.dep_ == "acl")
    return [t for participle in told for t in participle.children if t.tag_ == "VB" and t.dep_ == "conj"]


def _within(token: Token, apart: Collection[int] = ()) -> Iterator[Token]:
    """A token and all that depends on it, without what depends on those whose places are in `apart`."""
    waiting = [token]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(child for child in here.children if child.i not in apart)


def infinitive(token: Token) -> Token | None:
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


def says_when(token: Token) -> bool:
    """Whether the clause says a time: "by May", "in the autumn", "from 3 June", "this month"."""
    return any(child.ent_type_ == "DATE" or child.lower_ in ("soon", "shortly") for child in token.subtree)


def clause(verb: Token, sentence: Span, apart: Collection[Token] = ()) -> Span:
    """The words that depend on `verb`, in one piece, within `sentence`; those of the verbs in `apart` are cut off."""
    heads = {other.i for other in apart}
    inside = [t.i for t in _within(verb, heads) if sentence.start <= t.i < sentence.end]
    start, end = min(verb.i, *inside), max(verb.i, *inside)
    if verb.dep_ == "relcl" and (any(c.lower_ == "where" for c in verb.children) or _tells_which(verb)):
        start = min(start, max(sentence.start, verb.head.left_edge.i))
    after = [other.left_edge.i for other in apart if other.i > verb.i]
    if after:
        end = max(verb.i, min(end, min(after) - 1))
    before = [other.right_edge.i for other in apart if other.right_edge.i < verb.i]
    if before:
        start = min(verb.i, max(start, max(before) + 1))
    if sentence.doc[start].dep_ == "mark" and sentence.doc[start].lower_ == "that":
        start += 1
    return trim(_with_quotation(sentence.doc[start : end + 1], sentence))


def _tells_which(verb: Token) -> bool:
    """Whether a relative clause says nothing without its noun: "a charter that we will publish in June"."""
    first = verb.left_edge
    if first.i == 0 or first.nbor(-1).text in _LEADING:
        return False
    being = any(c.lower_ == "being" for c in verb.children)
    return first.lower_ in ("that", "which") or (first.lower_ == "who" and being)


def _with_quotation(span: Span, sentence: Span) -> Span:
    """To the end of a quotation that the span only begins: "building a ‘you said, we did’ section"."""
    open_ = _OPEN_QUOTE.search(span.text)
    if open_ is None or not any(mark in span.doc[span.end : sentence.end].text for mark in _CLOSING[open_[1]]):
        return span
    last = next(t for t in span.doc[span.end : sentence.end] if any(mark in t.text for mark in _CLOSING[open_[1]]))
    return span.doc[span.start : max(last.i, last.head.right_edge.i if last.head.i > span.start else last.i) + 1]


def trim(span: Span) -> Span:
    """Without joining words and punctuation at its ends."""
    start, end = span.start, span.end
    doc = span.doc
    while start < end and (doc[start].lower_ in _LEADING or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].lower_ in _TRAILING or doc[end - 1].is_space):
        end -= 1
    while end > start and doc[end - 1].text in _PAIRS and _PAIRS[doc[end - 1].text] not in doc[start:end].text:
        end -= 1
    return doc[start:end]


def phrase(token: Token) -> Span:
    """The noun phrase of a head, without relative clauses and other tails that only explain it.

    Those in office are told by where they are: "leaders from the council and the trust" stays whole.
    """
    whole = token.doc[token.left_edge.i : token.right_edge.i + 1]
    if token.lemma_.lower() in _IN_OFFICE and len(whole) <= _WHOLE and not any(t.pos_ == "VERB" for t in whole):
        return trim(whole)
    right = token.i
    for child in token.children:
        tail = [t.i for t in child.subtree]
        if child.i > token.i and child.dep_ in ("compound", "flat", "nummod", "case"):
            right = max(right, *tail)
        elif child.i > token.i and child.lower_ == "across" and len(tail) <= _SHORT_TAIL:
            right = max(right, *tail)  # "leaders across the partnership"
        elif (child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i > token.i) or (
            child.dep_ in ("conj", "cc") and child.i > token.i and child.ent_type_ == token.ent_type_
        ):
            right = max([right, *(i for i in tail if i - token.i < 8)])
    left = min(
        [t.i for c in token.children if c.i < token.i and c.dep_ not in ("punct", "cc") for t in c.subtree] + [token.i]
    )
    return trim(token.doc[left : right + 1])


def act(verb: Token, span: Span) -> str:
    """The act as a person would note it: verb first, its object, at most 15 words; a state as it is written."""
    verb = _core(verb)
    if verb.lemma_ == "be" or not (span.start <= verb.i < span.end):
        return _short(span.text)
    done_to = ""
    if is_passive(verb):
        found = subject(verb)
        if found is not None and found.i < verb.i and found.tag_ not in ("WDT", "WP", "PRP"):
            done_to = phrase(found).text + " "
    rest = span.doc[min(verb.i + 1, span.end) : span.end].text.strip()
    gap = "" if rest.startswith((",", ";")) and not done_to else " "
    text = _short(f"{verb.lemma_}{gap}{done_to}{rest}")
    return text[:1].upper() + text[1:]


def _core(verb: Token) -> Token:
    """The verb that carries the act: "continue to develop" stays, "be able to share" stays, an auxiliary gives way."""
    while verb.dep_ in ("aux", "auxpass") and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    return verb


def _short(text: str) -> str:
    return " ".join(text.split()[:15]).rstrip(" ,;:.-–(")
