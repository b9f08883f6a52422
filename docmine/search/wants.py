"""What kind of answer a question wants by its words, and whether a text is of that kind.

Patterns are beginnings of words. One is compiled when it is first looked for: most questions ask for one kind or none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from docmine.search.question.intents import WHO

_POST = r"(?:boss|chief|head|director|chair|leader|manager|owner|lead|officer|commissioner|minister)"
_HOURS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NAMED = (
    r"\b[A-Z][a-z]+(?:[-’'][A-Z][a-z]+)* (?:[a-z]{2,3} )?(?:Mc|Mac|O['’])?[A-Z][a-z]+"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Baroness)\b\.? [A-Z]|\bI['’]m [A-Z]"
)
"""What is written like a person's name; here capitals tell."""

KINDS: Mapping[str, tuple[str, str]] = {
    "wants_name": (rf"{WHO}|which (?:\w+ )?(?:person|doctor|councillor|{_POST})\b|name of", _NAMED),
    "wants_successor": (
        r"replac\w+|tak(?:e|es|ing|en) over|took over|succe(?:ed|ssor)\w*|stand(?:s|ing)? in for|in (?:his|her) place"
        rf"|new {_POST}|\b{_POST} .{{0,20}}\b(?:quit|left|go|gone|leave|leaving|resign\w*|step\w* down)",
        r"appoint\w+|in (?:his|her|their) place|took over|takes over|taken over|succe(?:ed|ssor)\w*|replac\w+|interim"
        rf"|elected|(?:joins|joined|started|starts|begins|began) (?:us |on |in )|the new (?:\w+ )?{_POST}|left us"
        r"|leaves us|has left|retired|retires|stood down|stepped down|resigned|leaving",
    ),
    "wants_cause": (
        r"why\b|reasons?\b|how come|caus\w+|what (?:delayed|stopped|held|led)|explain\w*|to blame",
        r"because|due to|owing to|as a result|reasons?|in order to|so that|since\b|therefore|caus\w+|explain\w*"
        r"|thanks to|for lack of|(?:would|will) (?:have )?mean\w*|meant that|after (?:a|the|an)\b|nobody|no longer"
        r"|too (?:few|many|much|long|little|great)|could ?n[o'’]?t|was found|were found|proved",
    ),
    "wants_trouble": (
        r"(?:went|go(?:es|ing)?|gone|is|was|been) wrong|problems?|trouble\w*|difficult\w*|obstacles?|delay\w*|fail\w*"
        r"|hold(?:ing)? .{0,12}up|object\w*|complain\w*|moan\w*|worr\w+|worst|bad\b|struggl\w+|mistakes?|faults?"
        r"|crash\w*|put back|late\b|mess|let down|broken?",
        r"not\b|\w+n['’]t\b|never|late\b|later\b|delay\w*|fail\w*|fault\w*|problem\w*|difficult\w*|hard(?:er)?\b|longer"
        r"|snag|stopp\w+|wrong|mistake\w*|error\w*|miss\w*|lack\w*|short(?:age|fall)?\b|poor\w*|weak\w*|worr\w+|sorry"
        r"|apolog\w+|complain\w*|unable|nobody|no one|without|too (?:few|many|long|slow)|behind|struggl\w+|broke\w*",
    ),
    "wants_end": (
        r"scrap\w*|drop(?:ped)?\b|axed?|given up|give up|abandon\w*|cancel\w*|call(?:ed)? off|ditch\w*|shelv\w+"
        r"|withdr[ae]w\w*|cut back|cut\b|clos(?:ed?|ing|ure)\b|shut\w*|end(?:ed)?\b|stop(?:ped)?\b|gone\b|surviv\w+",
        r"no longer|(?:will|would|does|do|is|are|did|has|have)(?: not|n['’]t)|won['’]t|there (?:will|would) be no"
        r"|end(?:ed|s)\b|clos\w+|withdr[ae]w\w*|stopp\w+|cancel\w+|called off|instead|from now on|goes back|wound up"
        r"|abandon\w+|cut\b|scrapp\w+|dropped|given up|not be|not now|cannot|can['’]t",
    ),
    "wants_clock": (
        r"(?:what|which) (?:time|hours)|opening (?:hours|times)|how late|until when|open until",
        rf"\d{{1,2}}(?:[.:]\d\d)? ?[ap]\.?m\b|noon\b|midnight\b|o['’]clock|{_HOURS} (?:to|until|till|and) {_HOURS}\b",
    ),
    "wants_often": (
        r"how (?:often|frequent\w*|regular\w*)|how many times|frequency",
        r"every\b|each (?:day|week|month|term|quarter|year)|(?:once|twice|times) an?\b|dai?ly|weekly|fortnightly"
        r"|monthly|quarterly|termly|yearly|annual\w*|regular\w*|a (?:day|week|month|year)\b",
    ),
}
"""Trait → the words of a question that ask for such an answer, and the words of such an answer."""


@lru_cache(maxsize=64)
def asked_for(question: str) -> tuple[str, ...]:
    """The traits of KINDS for which the words of a question ask."""
    return tuple(kind for kind in KINDS if _pattern(KINDS[kind][0]).search(question))


def answers(kind: str, text: str) -> bool:
    """Whether a text has the words of such an answer."""
    return bool(_pattern(KINDS[kind][1]).search(text))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words) if words is _NAMED else re.compile(rf"\b(?:{words})", re.IGNORECASE)
