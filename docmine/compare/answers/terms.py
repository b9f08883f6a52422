"""The telling words of an ask, with what stands around it, and how many of them a sentence has."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docmine.words import is_function_word, stem, words

_ASKING_WORDS = """
    ask asks asked asking request want wants like urge call calls demand expect hope please kindly tell told say said
    explain see know need needs going forward moving future would could should let ensure receive provide give
    given council councils nhs partners letter point points issue issues raised above mentioned following going
    way us families parents carers people children child whole entire much many every each all happening happen
    good enough simply plenty take lots things thing same better really still already clear clearly around side
    seeing see felt feel end start beginning january february march april may june july august september october
    november december one two three four five six seven eight nine ten eleven twelve propose proposed day days
    week weeks month months year years today now soon new written also
"""
"""Words of asking, of those who ask and are asked, and of time: they tell nothing of what is asked for."""
_ASKING = frozenset(stem(word) for word in _ASKING_WORDS.split())
_ALIKE = (
    "timetable timeline timescale milestone schedule",
    "money spend spent spending fund funding budget cost expenditure finance",
    "publish public publicly release publication",
    "transparent transparency openness",
    "accountability accountable account",
    "communicate communication communications inform informed",
    "reopen open opening reopened",
    "wait waiting waits",
    "place placement placements",
    "improve improvement improvements improving",
    "engage engagement involvement",
    "staff recruit recruitment vacancy",
    "timely promptly",
    "meet meeting meetings",
    "answer reply respond response",
    "driver drivers chauffeur",
    "decide decision decides",
    "therapy therapist therapies therapeutic",
    "fix mend repair repaired",
    "apology apologies apologise apologize sorry",
    "stop stopped halt pause paused end ended",
)
_REASON = re.compile(
    r"[,;]\s*(?:(?:and\s+)?(?:this|that|it|which)\s+(?:will|would|should|is|are)|as\s+(?:this|these|it|they|we)|because|since"
    r"|so\s+(?:that\s+)?(?:we|families|parents|they))\b|\bso\s+that\b|\bin\s+order\s+to\b",
    re.IGNORECASE,
)
"""Where an ask goes on to say why it is asked."""
_CLASS = {stem(word): f"={i}" for i, group in enumerate(_ALIKE) for word in group.split()}
_SHORTENED = re.compile(r"n['’]t$|['’](?:re|ve|ll|d)$", re.IGNORECASE)
_PREFIX = 6
"""Letters that two stems must share to be forms of one word: "transparency" and "transparent"."""
AROUND = 0.4
"""What a word beside the ask weighs against one of its own."""

REPLYING = frozenset({_CLASS[stem("answer")]})
"""The keys of an ask for no more than an answer."""
APOLOGY = _CLASS[stem("apology")]


@dataclass(frozen=True, slots=True)
class Terms:
    """Key → weight, and the word as written."""

    weights: Mapping[str, float]
    written: Mapping[str, str]
    own: frozenset[str]
    """The keys of the ask's own sentence."""

    @property
    def total(self) -> float:
        return sum(self.weights.values())


def terms(
    ask: str, sentence: str, around: Sequence[str], rarity: Mapping[str, float], longs: Mapping[str, str]
) -> Terms:
    """Of an ask, its sentence and the texts around it that name its subject; `longs` spells short forms out."""
    core = _REASON.split(ask)[0]
    if not keys_of(core, longs):  # "what is happening now?", "could you see to that?"
        core = sentence if keys_of(sentence, longs) else " ".join(around)
    weights: dict[str, float] = {}
    written: dict[str, str] = {}
    for text, share in ((core, 1.0), *((t, AROUND) for t in (sentence, *around))):
        for word in words(spelled(text, longs)):
            key = key_of(word.text)
            if key is not None:
                weights[key] = max(weights.get(key, 0.0), share * rarity.get(key, 1.0))
                written.setdefault(key, word.text)
    return Terms(weights, written, keys_of(core, longs))


def keys_of(text: str, longs: Mapping[str, str]) -> frozenset[str]:
    return frozenset(key for word in words(spelled(text, longs)) if (key := key_of(word.text)))


def key_of(word: str) -> str | None:
    """What stands for a word and its kin; None for a word that tells nothing."""
    root = stem(word)
    if (
        is_function_word(word)
        or root in _ASKING
        or len(root) < 3
        or root[0] in "£0123456789"
        or _SHORTENED.search(word)
    ):
        return None
    return _CLASS.get(root) or root[:_PREFIX]


def spelled(text: str, longs: Mapping[str, str]) -> str:
    """The text with the long form of each short form behind it."""
    found = [longs[short] for short in longs if re.search(rf"\b{re.escape(short)}s?\b", text)]
    return " ".join((text, *(long for long in found if long.casefold() not in text.casefold())))


def rarity(texts: Iterable[str], longs: Mapping[str, str]) -> dict[str, float]:
    """Key → 0.2 to 1, less the more of the sentences have it."""
    sets = [keys_of(text, longs) for text in texts]
    counts = Counter(key for found in sets for key in found)
    top = math.log(1 + len(sets)) or 1.0
    return {key: max(0.2, min(1.0, math.log((1 + len(sets)) / n) / top)) for key, n in counts.items()}
