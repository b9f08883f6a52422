"""A question → what it is about, and what kind of answer it wants."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from docmine.errors import UsageError
from docmine.words import Word, is_function_word, stem, stems, words

Intent = Literal["commitment", "owner", "date", "figure"]

_INTENT_PHRASES: tuple[tuple[Intent, str], ...] = (
    ("commitment", r"promis\w*|pledg\w*|commitments?|commit(?:ted|ting)?|undertak\w+|said (?:they|it|he|she) would"),
    ("commitment", r"(?:what|who|which|when|how) (?:\w+ ){0,4}(?:will|shall|going to|due to|plans? to|intend\w* to)\b"),
    ("commitment", r"what (?:is|are|was|were) (?:being )?(?:planned|plans?|next|happening next)\b|plan(?:s|ned)? for"),
    ("owner", r"who(?:se|m)?\b|responsib\w+|in charge|accountable|which (?:person|director|officer|team|body)"),
    ("date", r"when\b|by what date|what date|deadlines?|due dates?|how soon|timescales?|what year|which month"),
    (
        "figure",
        r"how (?:many|much|long|often|few|large|big|high|low)\b|what (?:percentage|proportion|share|number|figure)"
        r"|percentages?|per cent|figures?\b|numbers? of|statistics|what (?:does|did|will) \w+ cost|how .* cost",
    ),
)
_ASKING = """
    what when who whom whose which how why where many much long often promise promised promises pledge pledged
    commitment commitments committed commit undertaking undertaken responsible responsibility charge
    accountable deadline deadlines date dates soon percentage proportion number numbers figure figures
    statistics tell say says said saying show find happen happened happening happens going plan planned
    planning plans next intend intended did done become latest anything something everything there any
    information give know per cent person people council
"""
_SPENT = frozenset(stem(w) for w in _ASKING.split())
"""Stems that ask rather than name a subject. They stay in where a question would be left with nothing."""

_CONNECTING = frozenset(("and", "of", "the", "for", "in", "on", "to", "&"))


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question names, with the ways of writing it: each a run of stems."""

    forms: tuple[tuple[str, ...], ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked. `lexical` goes to BM25, `semantic` to the embedding model."""

    concepts: tuple[Concept, ...]
    intents: frozenset[Intent]
    lexical: str
    semantic: str


Acronyms = Mapping[str, tuple[str, ...]]
"""Short form as written → its long forms."""


def acronym_table(pairs: Iterable[tuple[str, str | None]]) -> dict[str, tuple[str, ...]]:
    """Short forms with all their long forms, each once and in order of the alphabet."""
    table: dict[str, set[str]] = {}
    for short, long in pairs:
        if long:
            table.setdefault(short, set()).add(long)
    return {short: tuple(sorted(table[short])) for short in sorted(table)}


def understand(question: str, acronyms: Acronyms) -> Question:
    """Raises UsageError for a question without a word in it."""
    text = " ".join(question.split())
    asked = list(words(text))
    if not asked:
        raise UsageError('The question is empty. Ask with a few words, such as: docmine search "what was promised".')
    intents = frozenset(intent for intent, pattern in _INTENT_PHRASES if re.search(rf"\b(?:{pattern})", text, re.I))
    taken: set[int] = set()
    concepts: list[Concept] = []
    added: list[str] = []
    for first, last, concept, others in _named(asked, acronyms):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            concepts.append(concept)
            added.extend(others)
    left = [w for i, w in enumerate(asked) if i not in taken and not is_function_word(w.text)]
    topic = [w for w in left if w.stem not in _SPENT] or ([] if concepts else left)
    seen: set[str] = set()
    for word in topic:
        if word.stem not in seen:
            seen.add(word.stem)
            name = word.text[0].isupper() and word.start > 0
            concepts.append(Concept(((word.stem,),), 1.5 if name or any(c.isdigit() for c in word.text) else 1.0))
    kept = [w.text for i, w in enumerate(asked) if i in taken or w in topic]
    return Question(
        concepts=tuple(concepts),
        intents=intents,
        lexical=" ".join([*kept, *added]),
        semantic=f"{text} ({', '.join(added)})" if added else text,
    )


def _named(asked: Sequence[Word], acronyms: Acronyms) -> list[tuple[int, int, Concept, list[str]]]:
    """Short and long forms that the question uses: first and last word, the concept, and what else it is called."""
    shorts_of: dict[tuple[str, ...], set[str]] = {}
    for short, longs in acronyms.items():
        for long in longs:
            shorts_of.setdefault(_run(long), set()).add(short)
    found: list[tuple[int, int, Concept, list[str]]] = []
    by_lower: dict[str, str] = {}
    for short in sorted(acronyms):
        by_lower.setdefault(short.lower(), short)
    for i, word in enumerate(asked):
        lower = word.text.lower()
        key = word.text if word.text in acronyms else by_lower.get(lower) or by_lower.get(lower.removesuffix("s"))
        # "can" is not the short form CAN, nor "app" an APP; in capitals they are.
        plain_word = is_function_word(word.text) or (word.text.islower() and len(lower) <= 3 and lower in _EVERYDAY)
        if key and not plain_word:
            called = list(acronyms[key])
            forms = ((key.lower(),), *(_run(x) for x in called))
            found.append((i, i + 1, Concept(forms, 2.0), called))
    for run, shorts in sorted(shorts_of.items()):
        size = len(run)
        if size < 2:
            continue
        for i in range(len(asked)):
            j, matched = i, 0
            while j < len(asked) and matched < size:
                if asked[j].stem == run[matched]:
                    matched += 1
                elif matched == 0 or asked[j].text.lower() not in _CONNECTING:
                    break
                j += 1
            if matched == size:
                found.append((i, j, Concept((run, *((s.lower(),) for s in sorted(shorts))), 2.0), sorted(shorts)))
    return sorted(found, key=lambda f: (f[0] - f[1], f[0]))


_EVERYDAY = frozenset(("app", "set", "act", "aim", "add", "age", "map", "man", "pip", "sat", "ten"))


def _run(text: str) -> tuple[str, ...]:
    return tuple(s for s in stems(text) if s not in _CONNECTING)
