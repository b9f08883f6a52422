"""The words that tell one measure from another, and those that do not."""

from __future__ import annotations

import re

_QUANTITY = """
    number numbers total totals figure figures amount percentage proportion share rate level count volume wait waits
    waiting waited time times length list lists caseload child children people person families family parents parent
    carers carer pupils pupil student students young overall current currently area areas local city service
    services new
"""
_MOVING = """
    rise rose risen rising fall fell fallen falling increase increased increasing decrease decreased reduce reduced
    reducing reduction drop dropped cut improve improved improvement progress grow grew grown went gone go come came
    stand stands stood reach reached remain remains remained become became see saw seen show shows down up already
    now far so today last first current currently still including approximately around nearly almost week weeks
    month months year years day days quarter term january february march april june july august september october
    november december spring summer autumn winter than compared comparison more less fewer higher lower per cent
    percent made met said told say says least total far average mean median longest maximum shortest minimum typical
    target goal
"""
QUANTITY = frozenset(_QUANTITY.split())
"""They say that something is counted, and little of what."""
MOVING = frozenset(_MOVING.split())
"""They say how a value moves, is dated or is summed up; the same measure is told with and without them."""

STATISTIC = re.compile(
    r"\b(?:(?P<average>average|averag\w+|mean|typical(?:ly)?)|(?P<median>median)"
    r"|(?P<longest>longest|maximum|at most|up to)|(?P<shortest>shortest|minimum|at least))\b",
    re.IGNORECASE,
)
AIM = re.compile(
    r"\b(?:aims?|standards?|limits?|budgets?|should|must|will|would|to be|deadlines?|plan(?:ned)? to)\b", re.IGNORECASE
)
"""Words right before a figure that make it one to come or to keep."""
TARGET = re.compile(r"\b(?:targets?|goals?|ambitions?)\b", re.IGNORECASE)
LIMIT = re.compile(r"\b(?:within|inside|in under|in less than|aged?|lasting)(?: the| a| statutory)*\s*$", re.IGNORECASE)
"""Words before a span of time that make it a part of what is measured: "plans issued within 20 weeks"."""
WAITED = re.compile(r"\b(?:wait(?:ed|ing|s)?|lasted|open|overdue)(?: for)?\s*$", re.IGNORECASE)
"""The same before "more than 26 weeks" in a sentence that counts something else: "173 waited more than 26 weeks"."""
CHANGED_BY = re.compile(
    r"\b(?:reduc\w+|increas\w+|decreas\w+|improve\w+|cut|drop\w*|fall\w*|fell|ris\w+|rose|grew|grown|up|down|savings?)\b"
    r"(?:(?!\b(?:to|from)\b)[^.;]){0,60}\bby(?:\s+(?:about|around|over|nearly|almost|more than|some|[\w&()]+))?\s*$"
    r"|\b(?:fall\w*|fell|ris\w+|rose|up|down|reduced|increased|cut|dropped|grown?)\s*$",
    re.IGNORECASE,
)
CHANGED_AFTER = re.compile(
    r"^\s*(?:percentage points?\s*)?\b(?:higher|lower|more|fewer|less|up|down|longer|shorter|increases?|reductions?"
    r"|rises?|drops?|falls?)\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:not|never|without|no longer|unable|failed|n[o’']t|none)\b|n[’']t\b", re.IGNORECASE)
PUBLISHED_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|last|earlier) (?:updates?|issues?|reports?|reported|newsletters?|bulletins?|published"
    r"|letters?|stated|given)\b|\b(?:as|was|were) (?:last )?(?:reported|published|provided|stated)\b"
    r"|\bprovided (?:at|in|with) the \w+(?: \w+)?",
    re.IGNORECASE,
)
"""Words by which a document says that an earlier value had been published."""

REDEFINED = re.compile(
    r"\bnew(?:ly)? (?:definition|defined|method\w*|basis|way of (?:counting|measuring|recording))\b"
    r"|\b(?:now|no longer) (?:also )?(?:counts?|counted|includ\w+|exclud\w+|measure[sd]?|cover(?:s|ed)?|record(?:s|ed))"
    r"\b"
    r"|\b(?:counted|measured|defined|recorded|calculated) (?:in a )?different\w*\b|\bre-?defined\b"
    r"|\bchanged (?:the way|how|the definition)\b|\bnot (?:directly )?comparable\b",
    re.IGNORECASE,
)
"""Words by which a document says that it counts otherwise than before."""
NARROWED = re.compile(
    r"\b(?:excluding|not including|except(?:ing| for)?|apart from|other than|leaving out)\s+(?:[\w’'-]+\s*){1,6}"
    r"|\b(?:includes?|including)\s+(?:those|children|people|families|pupils|patients|schools)\s+(?:[\w’'-]+\s*){1,6}",
    re.IGNORECASE,
)
_CHILDREN = "children|child|pupils?|young people|students?|learners?"
_FAMILIES = "families|family|parents?|carers?|parent[- ]carers?|households?"
_OTHERS = "adults|patients|residents|tenants|staff|workers|schools|organisations|cases|referrals|homes|properties"
WHO = re.compile(rf"(?:\W+[\w’'-]+){{0,1}}?\W+(?P<who>{_CHILDREN}|{_FAMILIES}|{_OTHERS})\b", re.IGNORECASE)
"""Who or what is counted, right after a number."""
KINDS = tuple(re.compile(rf"(?:{kind})$", re.IGNORECASE) for kind in (_CHILDREN, _FAMILIES))
"""Words for one kind of people."""
THE_WHOLE = re.compile(r"\bof (?:the|its|our|their|these|those|all(?: the)?)\s", re.IGNORECASE)
"""A count out of a whole that stays: "12 of the 17"."""
