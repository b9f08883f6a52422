"""The words of a statement → whether a matter took another turn: late, less, more, given up; or just goes on."""

from __future__ import annotations

import re

_CONTINUES = re.compile(r"\b(?:continu\w+|still|remains?|so far|now)\b", re.IGNORECASE)
_COUNTS = re.compile(
    r"\bthere (?:is|are) now (?:\d|[a-z]+teen|[a-z]+ty|eleven|twelve|ten|nine|eight|seven|six|five|four|three|two)\b",
    re.I,
)
_BEYOND = re.compile(
    r"\b(?:more|earlier|sooner|better) than (?:we |was |had |were )?(?:\w+ )?(?:set out|planned|promised|expected"
    r"|hoped|aimed)"
    r"|\bahead of (?:time|schedule|target|plan)|\bexceed(?:ed|s|ing)? (?:our|the|its|this)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:settle[ds]? for|scal(?:ed|ing) (?:back|down)|cut back to|limited to|reduced to (?:just|only)"
    r"|only (?:be )?able to"
    r"|(?:fewer|less|smaller|shorter) than (?:we |was |had |were )?(?:\w+ )?(?:planned|promised|hoped|announced"
    r"|set out|expected)"
    r"|(?:now|will) only|watered down|in place of the|not (?:going to )?(?:give|set|name) (?:another|an?"
    r"|any) (?:new )?date|(?:cannot|unable to) (?:yet )?say when)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:delay\w*|postpon\w*|put off|push(?:ed)? back|put back|slipp\w+|later than (?:planned|expected|hoped|\d)"
    r"|behind schedule|moved? back|bit later|revised (?:date|timetable|timescale)|ha(?:s|ve) been moved|rescheduled"
    r"|tak(?:ing|en|es?|ook) (?:\w+ )?longer|extended (?:to|until|by)|now (?:expect(?:ed|s)?|due|planned|likely"
    r"|scheduled|hopes?|aims?|working towards)"
    r"|(?:had|originally|previously|initially|once) (?:been )?(?:hoped|meant|planned|intended|expected|due|scheduled"
    r"|promised)"
    r"|on hold|paused|held up|overr[ua]n\w*|run(?:s|ning)? (?:late|on until|over)|(?:is|are|remains?|still"
    r"|now) (?:\w+ )?(?:late|overdue)|set ?backs?|not (?:\w+ )?(?:now )?until|should have \w+ed|(?:cannot"
    r"|not) be(?:fore| before)|no earlier than|at the earliest"
    r"|rather than (?:in )?(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|spring|summer|autumn|winter|this year)|deferred|new (?:date|deadline|target)"
    r"|(?:need|ask|want|requir)\w* [^.;]{0,30}\b(?:longer|more time"
    r"|(?:another|a further|\w+ more) (?:\w+ )?(?:weeks|months))"
    r"|came and went|missed (?:the|our|its|this)"
    r"|later in the year|the new date is|wanted to (?:be|have)|(?:was|were) (?:to have|meant to|supposed to)"
    r"|(?:was|were) (?:\w+ )?(?:due|(?:expected|planned|scheduled|promised|hoped) "
    r"(?:for|in|to (?:be|open|start|finish|begin|come|go|happen)))"
    r"|(?:said|told you|promised)[^.]{0,80}\bwould|(?:is|are)(?: not|n['’]t) (?:yet )?ready)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:will (?:no longer|not (?:now )?(?:be|go|take|open|happen|run|proceed|form|have|get|receive|offer|include"
    r"|build|hold))|won['’]t|no longer (?:be|plan|going)"
    r"|cancel\w*|withdrawn|scrapped|abandon\w*|not (?:be )?go(?:ing)? ahead|decided not to|decided against"
    r"|(?:has|have|had|was|were) (?:now |been )*(?:dropped(?! (?:in|off|by|round)\b)|stopped|shelved|axed|halted)"
    r"|(?:there (?:is|are)|ha(?:s"
    r"|ve)|with) no (?:\w+ )?(?:plans?"
    r"|intention|money|budget|funding) (?:to|for)"
    r"|(?:is|are|was|were|been) (?:unable|not able) to|not (?:be|been|being) (?:taken forward|pursued|able to|possible)"
    r"|(?:has|have) (?:now )?(?:ended|ceased|pulled out|been ended)"
    r"|(?:money|funding|budget|grant)[^.,;]{0,40}\bha(?:s|ve) (?:gone|run out|been cut)"
    r"|axed|rejected|turned down|ruled out"
    r"|cannot (?:now )?(?:be (?!before|until)|go|fund|afford)"
    r"|(?:n['’]t|not|no)\b[^.]{0,60}\bafter all|(?:is|are)(?: not|n['’]t) (?:getting|having)"
    r"|(?:is|are) not (?:going|proceeding|taking) (?:ahead|forward|to (?!give|set|say|name))|break with"
    r"|(?:have|has) not (?:had|been|taken|happened)|did not (?:happen|take place|go ahead))\b",
    re.IGNORECASE,
)

_NEGATED = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|unable)\b|n['’]t\b", re.IGNORECASE
)


def late(text: str) -> str | None:
    """The words that say that something comes later than it should have."""
    found = _LATE.search(text)
    return found.group() if found else None


def given_up(text: str) -> str | None:
    """The words that say that something will not be done, or was not."""
    found = _GIVEN_UP.search(text)
    return found.group() if found else None


def negated(text: str) -> bool:
    """Whether anything in it is said not to be so."""
    return _NEGATED.search(text) is not None


def less(text: str) -> str | None:
    """The words that say that less was done, or will be, than was to be."""
    found = _LESS.search(text)
    return found.group() if found else None


def beyond(text: str) -> str | None:
    """The words that say that more was done than was promised."""
    found = _BEYOND.search(text)
    return found.group() if found else None


def continues(text: str) -> bool:
    """Whether it says that something goes on: news of what was under way."""
    return _CONTINUES.search(text) is not None


def counts(text: str) -> bool:
    """Whether it says how many there are now, without saying that these are all."""
    return _COUNTS.search(text) is not None
