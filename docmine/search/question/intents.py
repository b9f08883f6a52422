"""What kind of answer a question wants."""

from __future__ import annotations

import re

from docmine.search.question.model import Intent

WHO = (
    r"(?<![a-z] )who(?:se|m)?\b|(?:and|or|but|so|know|tell|say|says|said|find out|ask|to|by|of|with|for|about|from"
    r"|is|was|on|just|exactly|see|wonder) who(?:se|m)?\b"
)
"""A "who" that asks; "drivers who are ill" asks for nobody."""

_PHRASES: tuple[tuple[Intent, str], ...] = (
    ("commitment", r"promis\w*|pledg\w*|commitments?|commit(?:ted|ting)?|undertak\w+|said (?:they|it|he|she) would"),
    ("commitment", r"(?:what|who|which|when|how) (?:\w+ ){0,4}(?:will|shall|going to|due to|plans? to|intend\w* to)\b"),
    ("commitment", r"what (?:is|are|was|were) (?:being )?(?:planned|plans?|next|happening next)\b|plan(?:s|ned)? for"),
    ("owner", rf"{WHO}|responsib\w+|in charge|accountable|which (?:person|director|officer|team|body)"),
    ("date", r"when\b|by what date|what date|deadlines?|due dates?|how soon|timescales?|what year|which month"),
    (
        "figure",
        r"how (?:many|much|long|often|few|large|big|high|low)\b|what (?:percentage|proportion|share|number|figure)"
        r"|percentages?|per cent|figures?\b|numbers? of|statistics|what (?:does|did|will) \w+ cost|how .* cost"
        r"|costs?\b",
    ),
    (
        "ask",
        r"(?:ask|call)(?:s|ed|ing)? (?:for|about|on)\b|demand\w*|request\w*|urg(?:e|es|ed|ing)\b|complain\w*"
        r"|want(?:s|ed)?\b",
    ),
    (
        "quote",
        r"quot(?:e|es|ed|ation|ations)\b|in (?:their|his|her) own words"
        r"|what (?:did|does|has|have|do) (?:(?!they\b|it\b|we\b)[\w’'-]+ ){1,4}(?:say|said|write|written|tell)\b"
        r"|who said|comments? (?:by|from)|words of",
    ),
)
_COMPILED = tuple((intent, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for intent, pattern in _PHRASES)


def intents(text: str) -> frozenset[Intent]:
    """Every kind of answer that the words of a question ask for; none where they only name a subject."""
    return frozenset(intent for intent, pattern in _COMPILED if pattern.search(text))
