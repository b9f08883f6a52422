"""What a question is about: short forms both ways, people, what is written like a name, and the other telling words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import dropwhile

from docmine.search.question.model import Concept
from docmine.words import Word, is_function_word, stem, stems, words

_ASKING = """
    what when who whom whose which how why where many much long often promise promised promises pledge pledged
    commitment commitments committed commit undertaking undertaken responsible responsibility charge
    accountable deadline deadlines date dates soon percentage proportion number numbers figure figures
    statistics tell say says said saying show find happen happened happening happens going plan planned
    planning plans next intend intended did done become latest anything something everything there any
    information give know per cent person people council due expected mention mentions mentioned slipped slip dropped
    drop overdue according answer quote quotes quotation
"""
_SPENT = frozenset(stem(w) for w in _ASKING.split())
"""Stems that ask rather than name a subject. They stay in where a question would be left with nothing."""

_CONNECTING = frozenset(("and", "of", "the", "for", "in", "on", "to", "&"))
_PLAIN_TITLES = "mr mrs ms miss dr prof professor sir dame lord lady baroness baron reverend rev cllr councillor"
_TITLES = frozenset(_PLAIN_TITLES.split())
_MONTHS_AND_DAYS = """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday spring summer autumn winter easter christmas
"""
_CALENDAR = frozenset(_MONTHS_AND_DAYS.split())
_HEADLINE = 4
"""From so many words on, a question with a capital on every longer word is written like a headline: capitals in it
make no names."""


Acronyms = Mapping[str, tuple[str, ...]]
"""Short form as written → its long forms."""


def acronym_table(pairs: Iterable[tuple[str, str | None]]) -> dict[str, tuple[str, ...]]:
    """Short forms with all their long forms, each once and in order of the alphabet."""
    table: dict[str, set[str]] = {}
    for short, long in pairs:
        if long:
            table.setdefault(short, set()).add(long)
    return {short: tuple(sorted(table[short])) for short in sorted(table)}


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about, in the order of its words."""

    concepts: tuple[Concept, ...]
    kept: tuple[str, ...]
    """The words of the question that name it."""
    expanded: Mapping[str, tuple[str, ...]]
    """Short or long form as written → what else it is called."""
    ambiguous: Mapping[str, tuple[str, ...]]
    people: tuple[str, ...]
    phrases: tuple[str, ...]
    """Names, and the words that stand side by side: all that a text about it has to name, wherever it does."""


def subject(
    text: str,
    acronyms: Acronyms,
    people: Iterable[str] = (),
    spent: Sequence[tuple[int, int]] = (),
) -> Subject:
    """`spent`: the ranges of the question that tell where to look, and name nothing."""
    asked = [w for w in words(text) if not any(start <= w.start and w.end <= end for start, end in spent)]
    taken: set[int] = set()
    known_as: dict[int, int] = {}
    concepts: list[Concept] = []
    expanded: dict[str, tuple[str, ...]] = {}
    named = _people(text, asked, people)
    known = [*_named(text, asked, acronyms), *named]
    for first, last, concept, others in [*sorted(known, key=lambda f: (f[0] - f[1], f[0])), *_capitals(text, asked)]:
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            known_as[first] = last
            concepts.append(concept)
            if others and concept.name:
                expanded[concept.name] = tuple(others)
    left = [w for i, w in enumerate(asked) if i not in taken and not is_function_word(w.text)]
    topic = [w for w in left if w.stem not in _SPENT] or ([] if concepts or spent else left)
    seen: set[str] = set()
    for word in topic:
        if word.stem not in seen:
            seen.add(word.stem)
            concepts.append(Concept(((word.stem,),), 1.5 if any(c.isdigit() for c in word.text) else 1.0))
    return Subject(
        concepts=tuple(concepts),
        kept=tuple(w.text for i, w in enumerate(asked) if i in taken or w in topic),
        expanded=expanded,
        ambiguous={name: longs for name, longs in expanded.items() if _several(longs)},
        people=tuple(
            sorted({person for person in people if any(c in concepts for *_, c, _ in _people(text, asked, [person]))})
        ),
        phrases=_phrases(text, asked, known_as),
    )


def _phrases(text: str, asked: Sequence[Word], known_as: Mapping[int, int]) -> tuple[str, ...]:
    """`known_as`: first word of each name → the one after its last.

    Words that ask are left out where they begin a phrase or are all of it ("what was promised about", "latest"), not
    where they end it ("action plan"); all stay where nothing else is said ("next steps").
    """
    runs: list[list[int]] = [[]]
    names: list[str] = []
    i = 0
    while i < len(asked):
        name = known_as.get(i)
        if name is not None:
            names.append(_written(text, asked[i:name]))
        beside = bool(runs[-1]) and text[asked[i - 1].end : asked[i].start] in (" ", "-", "/")
        if name is not None or is_function_word(asked[i].text) or not beside:
            runs.append([])
        if name is None and not is_function_word(asked[i].text):
            runs[-1].append(i)
        i = name or i + 1
    if len(asked) == len(runs[-1]):
        return (_written(text, asked),) if asked else ()
    told = [list(dropwhile(lambda k: asked[k].stem in _SPENT, run)) for run in runs]
    phrases = [_written(text, asked[run[0] : run[-1] + 1]) for run in told if run]
    return tuple(dict.fromkeys([*names, *phrases])) or tuple(asked[k].text for run in runs for k in run)


def _several(longs: Sequence[str]) -> bool:
    """Whether the long forms name more than one thing: half of the words of the shorter are not the other's."""
    runs = [set(_run(long)) for long in longs]
    return any(2 * len(a & b) < min(len(a), len(b)) for i, a in enumerate(runs) for b in runs[:i])


Named = tuple[int, int, Concept, list[str]]
"""First and last word, the concept, and what else it is called."""


def _named(text: str, asked: Sequence[Word], acronyms: Acronyms) -> list[Named]:
    """Short and long forms of the index that the question uses."""
    shorts_of: dict[tuple[str, ...], set[str]] = {}
    for short, longs in acronyms.items():
        for long in longs:
            shorts_of.setdefault(_run(long), set()).add(short)
    found: list[Named] = []
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
            found.append((i, i + 1, Concept(forms, 2.0, word.text), called))
    for run, shorts in sorted(shorts_of.items()):
        if len(run) < 2:
            continue
        forms = (run, *((s.lower(),) for s in sorted(shorts)))
        for i, j in _places(asked, run):
            found.append((i, j, Concept(forms, 2.0, _written(text, asked[i:j])), sorted(shorts)))
    return found


def _people(text: str, asked: Sequence[Word], people: Iterable[str]) -> list[Named]:
    """People whom the index knows by their full name, which the question gives; their last name alone is theirs too."""
    found: list[Named] = []
    for person in sorted(set(people)):
        run = _run(person)
        if len(run) >= 2:
            forms = (run, run[-1:])
            found += [(i, j, Concept(forms, 2.0, _written(text, asked[i:j])), []) for i, j in _places(asked, run)]
    return found


def _capitals(text: str, asked: Sequence[Word]) -> list[Named]:
    """What the question writes like a name, known or not: FTB, Slack, Joint Working Protocol.

    A capital at the start of a question is that of any sentence, unless the word is all there is or the name goes on.
    """
    longer = [w for w in asked if len(w.text) > 3]
    headline = len(asked) >= _HEADLINE and all(w.text[0].isupper() for w in longer)
    found: list[Named] = []
    i = 0
    while i < len(asked):
        j = i + 1
        if _is_name(asked[i]) and not _is_short_form(asked[i]):
            while j < len(asked) and _is_name(asked[j]) and not _is_short_form(asked[j]):
                j += 1
        lone_start = i == 0 and j == 1 and len(asked) > 1
        if _is_short_form(asked[i]) or (_is_name(asked[i]) and not headline and not lone_start):
            run = tuple(w.stem for w in asked[i:j])
            found.append((i, j, Concept((run,), 2.0, _written(text, asked[i:j])), []))
        i = j
    return found


def _is_short_form(word: Word) -> bool:
    letters = [c for c in word.text.removesuffix("s") if c.isalpha()]
    return len(letters) > 1 and all(c.isupper() for c in letters) and word.text.lower() not in _TITLES


def _is_name(word: Word) -> bool:
    lower = word.text.lower()
    plain = is_function_word(word.text) or word.stem in _SPENT or lower in _CALENDAR or lower in _TITLES
    return word.text[0].isupper() and not plain


def _places(asked: Sequence[Word], run: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the question uses this run of stems, whatever connecting words stand between them."""
    found: list[tuple[int, int]] = []
    for i in range(len(asked)):
        j, matched = i, 0
        while j < len(asked) and matched < len(run):
            if asked[j].stem == run[matched]:
                matched += 1
            elif matched == 0 or asked[j].text.lower() not in _CONNECTING:
                break
            j += 1
        if matched == len(run):
            found.append((i, j))
    return found


def _written(text: str, asked: Sequence[Word]) -> str:
    return text[asked[0].start : asked[-1].end]


_EVERYDAY = frozenset(("app", "set", "act", "aim", "add", "age", "map", "man", "pip", "sat", "ten"))


def _run(text: str) -> tuple[str, ...]:
    return tuple(s for s in stems(text) if s not in _CONNECTING)
