"""What is announced for later without a verb that binds: "Details to follow", "look out for more in a future issue"."""

from __future__ import annotations

import re

from spacy.tokens import Span

from docmine.extract.clauses import trim

_MOST_WORDS = 14
_ISSUE = r"(?:issue|edition|newsletter|bulletin|column|update|e-?news|e-?zine|magazine|post|blog)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Cc]hristmas|[Ee]aster)"
)
_LATER_ISSUE = (
    rf"\b(?:in|with) (?:(?:a|an|our|the|one of our) (?:[\w-]+ )?"
    rf"(?:next|future|later|coming|upcoming|forthcoming|following|{_MONTH}) (?:few |two )?{_ISSUE}s?"
    rf"|(?:future|upcoming|forthcoming|coming|later) {_ISSUE}s"
    rf"|(?:next|the coming) (?:week|month|term|quarter|year)['’]s {_ISSUE}|next {_ISSUE})\b"
)
_LATER = rf"(?:\bnext (?:time|week|month|term|issue|edition|year)\b|{_LATER_ISSUE})"
_TO_FOLLOW = re.compile(
    r"^(?:still to come|coming (?:soon|next|later|in (?!this|the)\w+|this \w+))\b[^:.]{0,20}:"
    r"|\b(?:to follow|more to come|^more (?:on|about|news|of)\b.{0,60}\bnext (?:issue|edition|newsletter|bulletin)"
    r"|(?:yet|still)? ?to be (?:announced|confirmed|agreed|published|"
    r"finalised|arranged|decided|set|appointed))\b",
    re.IGNORECASE,
)
_MORE_LATER = re.compile(
    r"^(?:(?:and )?(?:there (?:is|will be) )?(?:much |lots |plenty |a lot )?more|further (?:news|details?|information)"
    rf"|news|details?|an update|updates) (?:on|about|from|of|news)\b[^.;:?!]{{1,60}}?(?:{_LATER})[\s.!)…]*$",
    re.IGNORECASE,
)
_SAYS_LATER = re.compile(
    r"^(?:but |and |so )?(?:we|i)(?:['’]ll| will| hope to| plan to) (?:be )?(?:say|tell|bring|give|have|share|write"
    rf"|report|cover)(?:ing)?\b[^.;:?!]{{0,60}}?(?:{_LATER})",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:if|when|should|once|unless)\b", re.IGNORECASE)
_LOOK_OUT = re.compile(
    r"\b(?:look(?:ing)? out|watch(?: out)?|watch this space|keep an eye(?: out)?|stay tuned|read|see) (?:for|on)?\b"
    rf"[^.;:?!]{{0,60}}?(?:{_LATER_ISSUE})",
    re.IGNORECASE,
)


def find(sentence: Span) -> Span | None:
    """The words of a sentence that only announces that something is still to come; None where it does not."""
    text = sentence.text
    if len(text.split()) <= _MOST_WORDS and _TO_FOLLOW.search(text):
        return trim(sentence)
    if "?" in text or _IF.match(text):
        return None
    if _MORE_LATER.search(text) or _SAYS_LATER.search(text):
        return trim(sentence)
    told = _LOOK_OUT.search(text)
    if told is None:
        return None
    start = next(t.i for t in sentence if t.idx + len(t) > sentence.start_char + told.start())
    end = next((t.i for t in sentence if t.idx >= sentence.start_char + told.end()), sentence.end)
    return trim(sentence.doc[start : sentence.end if ")" not in sentence.doc[start : sentence.end].text else end])


def is_one(text: str) -> bool:
    """Whether a commitment's words only announce news for a later issue, without a verb that binds."""
    return any(pattern.search(text) for pattern in (_MORE_LATER, _LOOK_OUT))


def says_more_later(text: str) -> bool:
    """Whether they promise to say more: "we’ll say more about that next time"."""
    return _SAYS_LATER.search(text) is not None
