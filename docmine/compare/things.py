"""A commitment's words → the things it is about, found by their place among the small words of English.

A thing is a noun of the main clause: "the dental van will visit the estates" is about a van and estates. No parser is
needed for that: a run of words behind a determiner, a preposition or a number is a noun with what describes it, and a
word behind "to", "will" or "we" is a verb. What is said of why, whose and when is left aside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from docmine.compare.terms import VAGUE, is_period, telling
from docmine.words import is_function_word, stem

_TOKEN = re.compile(r"[A-Za-z£%][\w’'-]*|\d[\w,.]*|[^\w\s]")
_WORD = re.compile(r"[A-Za-z]+")
_SHORT = re.compile(r"[’'](?:ll|re|ve|d|m)$|n[’']t$|^(?:he|she|it|that|there|here|who|what)[’']s$", re.IGNORECASE)
_MANNER = re.compile(r"(?<!fami)(?<!supp)(?<!rep)(?<!assemb)(?<!anoma)(?<!ear)ly$", re.IGNORECASE)
_OF = re.compile(r"[’']s?$")

_ASIDE_WORDS = """
    because so since if unless although though while whereas who whom whose which where when until once instead as
    that than before after whenever wherever what how why whether however
"""
_ASIDE = frozenset(_ASIDE_WORDS.split())
"""What opens a clause of its own: why, whose, when."""
_VERB_NEXT_WORDS = """
    going
    to will can may could should would must shall be been being is are was were am they you we it he she i have has
    had cannot get gets getting begin begins began begun start starts started
"""
_VERB_NEXT = frozenset(_VERB_NEXT_WORDS.split())
_PASSED_WORDS = """
    also not now then soon still just only even again always never often together apart along away ahead back out up
    down off else later earlier here there well too very once twice north south east west outside inside below above
    online offline live free first second third far
"""
_PASSED = frozenset(_PASSED_WORDS.split())
"""What stands between a verb and its noun and is neither."""
_WANTS_WORDS = """
    intend plan aim hope want mean expect need wish promise agree like
"""
_WANTS = frozenset(_WANTS_WORDS.split())
"""Verbs of who promises; as nouns they name no thing either."""
_NOUN_NEXT_WORDS = """
    a an the our its their his her my your this that these those each every all any some no both another more new
    further other of in on at for with from by about into across between through over under and or two three four
    five six seven eight nine ten as per than such many several last next own same beginning starting including
    following regarding concerning
"""
_NOUN_NEXT = frozenset(_NOUN_NEXT_WORDS.split())
_DETERMINERS_WORDS = """
    a an the our its their his her my your this these those each every all any some
"""
_DETERMINERS = frozenset(_DETERMINERS_WORDS.split())
_IN_EST_WORDS = """
    request interest forest harvest arrest protest contest invest priest inquest conquest
"""
_IN_EST = frozenset(_IN_EST_WORDS.split())
_OF_ALL = """
    result decision answer version remainder rest number start end part date time day week month year term place way
    thing work step stage phase point group team people person area lot kind sort case use issue order half quarter
    fortnight hour minute morning afternoon weekend midsummer basis hand mind eye touch view look account advance
    future past present meantime interest addition support help information detail update news change progress one
    something somebody someone anything everyone everybody anyone nobody nothing effect job hope aim plan goal intention
    effort chance opportunity need ability feature proper permanent separate remaining different various general
    particular full whole main key initial final real good better best great big large small clear old early late
    available able ready possible told spoken forty fifty dozen
    read write worth worst alone page web website newsletter bulletin online
"""
GENERIC = VAGUE | frozenset(stem(word) for word in _OF_ALL.split())
"""Stems of words for what any matter has: heard or not, they tell nothing."""

_BEFORE_MAIN = re.compile(
    r"^(?:in order to|to|once|when|if|after|while|as|following|until|because|since|although)\b.*?,\s+(?=(?:\w+ ){1,9}?"
    r"(?:will|shall|are|is|plan|intend|aim|hope|mean)\b)|^now that\b.*?(?=\b(?:we|i|they)\b)",
    re.IGNORECASE,
)
"""A clause before the main one: "to learn what you need, we will send a survey"."""

_SET_PHRASES = re.compile(
    r"\bin line (?=with\b)|, however,|^however,|\b(?:or so|so far|as well|at once)\b", re.IGNORECASE
)

LONG = 3
"""Letters that a word must have to name a thing."""

SEVERAL = 2
"""Things that the clauses beside the main one must name."""

FORM = 5
"""Letters up to which a word in -ed may be a thing: shed, speed."""


@dataclass(frozen=True, slots=True)
class Thing:
    stem: str
    word: str
    head: bool
    """Whether it is the noun itself ("adviser"), not what describes it ("debt")."""


@lru_cache(maxsize=100_000)
def things(text: str, action: str | None = None) -> tuple[Thing, ...]:
    """The things of a commitment, in order, each once; of the clauses beside the main one where that names none.

    `action`, as extracted, begins with its verb.

    Names of people, bodies and places are none: who is named for another matter would seem to speak of this one.
    """
    verb = stem(action.split()[0]) if action else ""
    tokens = _TOKEN.findall(_SET_PHRASES.sub("", _BEFORE_MAIN.sub("", text)))
    found = _found(tokens, verb, whole=False)
    if found:
        return found
    beside = _found(tokens, verb, whole=True)
    return beside if len(beside) >= SEVERAL else ()


def acted_on(text: str, action: str | None = None) -> str | None:
    """The stem of the first thing of a commitment, as its action has it: what is to be built, published, appointed."""
    heads = {t.stem for t in things(text, action) if t.head}
    return next((stem for stem in telling(action or text) if stem in heads), None)


def _found(tokens: Sequence[str], verb: str, *, whole: bool) -> tuple[Thing, ...]:
    found: dict[str, Thing] = {}
    for run in _runs(tokens, whole=whole):
        for thing in _in_run(run, tokens[0]):
            if thing.stem != verb and thing.stem not in GENERIC and len(thing.word) >= LONG:
                known = found.get(thing.stem)
                found[thing.stem] = thing if known is None or thing.head else known
    return tuple(found.values())


def main_part(text: str) -> str:
    """The clause of the promise itself, without what stands before it or says why, whose and when."""
    text = _BEFORE_MAIN.sub("", text)
    first = len(text) - len(text.lstrip()) + 1
    end = next((m.start() for m in _WORD.finditer(text, first) if m.group().lower() in _ASIDE), len(text))
    return text[:end]


def _runs(tokens: Sequence[str], *, whole: bool) -> list[list[str]]:
    """The runs of words that stand where nouns stand, in the main clause or in all."""
    runs: list[list[str]] = [[]]
    before = ""
    for i, token in enumerate(tokens):
        word, after = token.lower(), tokens[i + 1].lower() if i + 1 < len(tokens) else "."
        if word in _ASIDE:
            if any(runs) and not whole:
                break
            runs.append([])
            before = "verb next" if word in ("who", "which") else "aside" if i else ""
        elif not token[0].isalpha():
            if not token[0].isdigit():
                runs.append([])
            before = "" if token in ":;-–—" else "noun"
        elif word == "to" and runs[-1] and not (whole or after in _NOUN_NEXT or after == "be") and after[0].isalpha():
            break  # "a provider to clear the backlog": what it is for
        elif word in _PASSED or (word.removesuffix("s") in _WANTS and after == "to"):
            runs.append([])
        elif is_function_word(token) or word in _VERB_NEXT or word in _NOUN_NEXT or _SHORT.search(word):
            joins = word in ("and", "or") and before == "verb"  # "go and watch"
            before = "verb next" if word in _VERB_NEXT or _SHORT.search(word) or joins else "noun next"
            runs.append([])
        elif not runs[-1] and (before == "verb next" or (before == "" and after in _DETERMINERS)):
            before = "verb"
        elif not runs[-1] and _MANNER.search(word):
            continue
        elif runs[-1] and ((word.endswith("ed") and _ends(after)) or (word.endswith("ing") and after in _DETERMINERS)):
            runs.append([])  # "the pages translated into", "a van visiting the estates"
            before = "verb"
        else:
            runs[-1].append(token)
            before = "noun"
    return [run for run in runs if run]


def _ends(word: str) -> bool:
    return _small(word) or not word[0].isalpha()


def _small(word: str) -> bool:
    return word in _NOUN_NEXT or is_function_word(word)


def _in_run(run: Sequence[str], first: str) -> list[Thing]:
    found = []
    while run and _MANNER.search(run[-1]):
        run = run[:-1]
    for i, word in enumerate(run):
        bare = _OF.sub("", word)
        name = bare[0].isupper() and (word != first or (len(run) > 1 and run[1][0].isupper()))
        if (name and (bare != word or run[-1][0].isupper())) or is_period(bare):
            continue
        head = i == len(run) - 1
        if head and bare.endswith(("ed", "est")) and len(bare) > FORM and bare.lower() not in _IN_EST:
            continue
        if bare.endswith("ing") and word == first:
            continue
        found += [Thing(stem, written, head) for stem, written in telling(bare).items()]
    return found
