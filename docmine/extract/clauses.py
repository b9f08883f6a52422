"""Clauses: the shortest full statement around a verb, its subject, and the act it names."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "xcomp", "ccomp", "prep", "acomp", "dative", "advmod", "advcl", "agent"})
_LEADING = frozenset({",", ";", ":", "-", "–", "—", "and", "but", "or", "so", "also", "(", "[", "•"})
_TRAILING = frozenset({",", ";", ":", "-", "–", "—", "and", "but", "or", ".", "(", "[", "”", "’", '"', "'"})
_PAIRS = {")": "(", "]": "["}


def subject(verb: Token) -> Token | None:
    """The head of the verb's subject; of a joined verb that of the first, of "to" + verb that of its governor."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ in ("conj", "xcomp", "acomp", "aux", "auxpass", "pcomp") and verb.head.pos_ in (
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


def joined(verb: Token) -> list[Token]:
    """Verbs that are coordinated with this one, in order."""
    found: list[Token] = []
    waiting = [verb]
    while waiting:
        for child in waiting.pop().children:
            if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
                found.append(child)
                waiting.append(child)
    return sorted([*found, *_joined_too_low(verb)], key=lambda token: token.i)


def _joined_too_low(verb: Token) -> list[Token]:
    """Infinitives that the parser joins to a participle of the object: "to raise the number checked and improve"."""
    if verb.tag_ != "VB":
        return []
    return [
        t
        for t in verb.subtree
        if t.i > verb.i and t.tag_ == "VB" and t.dep_ == "conj" and t.head.tag_ == "VBN" and t.head.dep_ == "acl"
    ]


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
    excluded = {t.i for other in apart for t in other.subtree}
    inside = [t.i for t in verb.subtree if sentence.start <= t.i < sentence.end and t.i not in excluded]
    start = end = verb.i
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        inside.append(max(sentence.start, verb.head.left_edge.i))
    for i in inside:
        start, end = min(start, i), max(end, i)
    after = [i for i in excluded if i > verb.i]
    if after:
        end = min(end, min(after) - 1)
    before = [i for i in excluded if i < verb.i]
    if before:
        start = max(start, max(before) + 1)
    if sentence.doc[start].dep_ == "mark" and sentence.doc[start].lower_ == "that":
        start += 1
    return trim(sentence.doc[start : end + 1])


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
    """The noun phrase of a head, without relative clauses and other tails that only explain it."""
    right = token.i
    for child in token.children:
        tail = [t.i for t in child.subtree]
        if child.i > token.i and child.dep_ in ("compound", "flat", "nummod", "case"):
            right = max(right, *tail)
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
