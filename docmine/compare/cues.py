"""The words of a statement → whether it tells of something done, begun, under way, still to come, or of how things are.

Tense and aspect are read from the verb's forms, which English wears on its sleeve: "has been", "is being", "will".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

State = Literal["done", "begun", "going on", "to come", "so", "unsaid"]
"""`so`: a fact of the present ("is available", "we have 160 members"); `unsaid`: the words tell none of these."""

_ADVERBS = (
    r"(?:(?:now|also|already|since|recently|all|just|finally|both|successfully|fully|then|initially|subsequently|each"
    r"|both|so far|again|not only)\s+)*"
)
_IRREGULAR = (
    r"begun|began|built|held|met|ran|run|set|made|sent|gave|given|put|found|shown|showed|taken|took|won|gone"
    r"|went|seen|saw"
    r"|written|wrote|chosen|chose|kept|led|brought|bought|spent|paid|told|spoken|spoke|grown|grew|drawn|drew|become"
    r"|became|left|sold|taught|thought|understood|got|had|done|did|heard|come|came|known|fallen|fell|risen"
    r"|rose|cut|shut"
)
_PARTICIPLE = rf"(?:\w+ed|{_IRREGULAR})\b"
_ANNOUNCED = (
    r"assured|said|confirmed|announced|agreed (?:to|that)|promised|set (?:a|an|out) |told|asked|committed|decided to"
    r"|heard|advised|been (?:told|asked|assured|promised|advised)|approved (?:plans?|proposals?)|pledged|invited"
    r"|planned|proposed"
)
"""What is only said of a thing is not done: "has assured me that it will open"."""
_PERFECT = re.compile(
    rf"\b(?:has|have|had|'ve|’ve|'s been|’s been)\s+{_ADVERBS}(?!{_ANNOUNCED})(?:been\s+)?{_ADVERBS}(?!to\b)"
    rf"(?:\w+ly\s+)?{_PARTICIPLE}",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:we|i|they|he|she|it|which|who|that|teams?|council|board|partners|service|staff)\s+{_ADVERBS}(?:\w+ly\s+)?"
    rf"(?!need|based|used to|{_ANNOUNCED})(?:\w{{2,}}ed|{_IRREGULAR})\b"
    rf"|\b(?:was|were)\s+{_ADVERBS}(?:\w+ly\s+)?{_PARTICIPLE}|\b(?:took place|went live|came into)\b"
    r"|\bha(?:s|ve) been (?:open|available|live|in place|up and running)\b"
    r"|\b(?!pleased|based|expected|required|related|needed|interested|involved|delighted|designed|aimed"
    r"|committed|linked"
    r"|dedicated|supposed|invited|asked|pleas)\w+(?:ed|held|chose|sent|began|met) (?:on|in|at|by|to|from|the"
    r"|our|its|their|a|an|with) ",
    re.IGNORECASE,
)
_FINISHED = re.compile(
    r"\b(?:now|is|are) (?:now )?(?:available|live|in place|completed?|published|open|out|ready|up and running"
    r"|in use)\b"
    r"|\bcompleted\b|\bwent live\b|\btook place\b|\bnow releasing\b|\bas promised\b|\bhas (?:now )?been delivered\b",
    re.IGNORECASE,
)
_PRESUPPOSED = re.compile(
    r"\bsince the\b|\bthe (?:latest|last|results? of|feedback from|outcome of)\b|\bfollowing (?:the|our)\b"
    r"|\bthank(?:s| you) (?:to|for|everyone)[^.]*\b(?:attend\w*|taking part|joined|came|respond\w*|taken part)\b"
    r"|\b\d[\d,]* (?:\w+ )?(?:responses|replies|attendees|delegates)\b|\b(?:found|find) [^.]{0,80}\buseful\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\b(?:begun|began|started|commenced|progressed|so far|in principle|first (?:part|phase|stage|of)"
    r"|first \w+ (?:using|to)|partly|in part|another in (?:our|the)|a further|to date|making progress"
    r"|good progress|gather(?:ing)? pace)\b"
    r"|\bnearly (?:complete|finished|done|ready)\b|\balmost\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\bnot yet\b|\b(?:still|yet) (?:without|to\b|no\b|not\b|waiting|outstanding|overdue)"
    r"|\bstill [\d,]+|\b(?:is|are) still\b|\bdid not\b"
    r"|\b(?:have|has) not\b|\bremains? (?:overdue|outstanding|to be)\b|\bunable to\b|\bmore (?:work|needs|to do)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?P<label>(?:we|they|the council) (?:did|have done|said we would)|you said|what we did|done)\s*:\s*", re.I
)
_GOING_ON = re.compile(
    r"\b(?:continu\w+|being|currently|under ?way|in progress|ongoing|working on|work is|remains?"
    r"|(?:is|are|been|'re|’re|'s|’s) (?:\w+ly |now |still |already |also )*(?!doing|during|going to|looking forward)"
    r"\w{3,}ing)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|'ll|’ll|to be \w+ed|plan(?:s|ned|ning)? to|(?:is|are) planned|aim\w* to|going to|shortly|soon"
    r"|intend\w*|expect(?:s|ed)? (?:to|in|by)|(?:is|are) (?:now )?expected|hope to|would like to (?!thank|say)"
    r"|look(?:ing)? to"
    r"|due to|(?:is|are) (?:\w+ )?scheduled|(?:is|are) to \w+|next step|remain committed|by the end of)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:please|if you|you can|do |why not|sign up|contact|email|click|visit|see |watch|join|read )", re.I
)
_FACT = re.compile(
    r"(?<=\w )(?:is|are|has|have|can|supports?|includes?|allows?|offers?|provides?|'ve|’ve)\b", re.IGNORECASE
)
_REPORT = re.compile(
    r"\b(?:we|team|teams|they|council|partners?)(?:['’]ve| have| has)\b[^.]*:?$|\bin the (?:last|past)\b"
    r"|\bsince (?:the|our|christmas|easter|summer|we)\b|\bso far\b|\bachieve\w*|\bwe did\b|\bwhat.{1,4}s been done\b"
    r"|\bwhat (?:we(?:['’]ve| have) (?:done|been)|has (?:been|changed))|\brecently (?:released|completed|published)\b"
    r"|\b(?:progress|done|completed|delivered)(?: to date| since [\w ]+)?[:?]?$",
    re.IGNORECASE,
)
"""Words above a list that make its bullets reports of what was done."""
_PROGRAMME = re.compile(
    r"\bwe (?:will|are going to|plan to|aim to)\b[^.]*:?$|\bin the (?:next|coming)\b|\bnext steps?\b"
    r"|\bwhat.{1,4}s next\b|\bwhat (?:we will|will be|we plan)\b|\bcoming (?:up|weeks|months)\b",
    re.IGNORECASE,
)
"""Words above a list that make its bullets promises."""
_OPENING = re.compile(rf"(?:\w+ly )?(?P<verb>[A-Z]\w+ed|(?i:{_IRREGULAR}))\b")
_LATE = re.compile(
    r"\b(?:delay\w*|postpon\w*|push(?:ed)? back|put back|slipp\w+|later than (?:planned|expected|hoped|\d)"
    r"|behind schedule|moved? back|bit later|revised (?:date|timetable|timescale)|ha(?:s|ve) been moved|rescheduled"
    r"|taking longer|extended (?:to|until|by)|now expected)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"\b(?:will (?:no longer|not (?:now )?(?:be|go|take|open|happen|run|proceed))|won['’]t|no longer (?:be|plan|going)"
    r"|cancel\w*|withdrawn|scrapped|abandon\w*|not (?:be )?go(?:ing)? ahead|decided not to|decided against"
    r"|has (?:now )?been (?:dropped|paused|stopped|shelved|closed)|break with"
    r"|(?:have|has) not (?:had|been|taken|happened)|did not (?:happen|take place|go ahead))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a statement's words tell of the state of things."""

    state: State
    words: str
    """The words that tell it, as written; empty where none do."""


@lru_cache(maxsize=200_000)
def said(text: str, under: str | None = None) -> Said:
    """The state that a statement tells of. `under`: what stands above the list, or the heading, that it belongs to."""
    label = _LABEL.match(text)
    if label:
        text = text[label.end() :]
        if label["label"].lower().startswith("you"):
            return Said("unsaid", label.group().strip())
    report, programme = reports(under) or label is not None, under is not None and _PROGRAMME.search(under) is not None
    not_yet = _NOT_YET.search(text)
    if not_yet:
        return Said("going on", not_yet.group())
    opening = _OPENING.match(text)
    begun = _BEGUN.search(text)
    if opening and (report or not _TO_COME.search(text)):
        return Said("begun", begun.group()) if begun else Said("done", opening.group())
    to_come = _TO_COME.search(text)
    finished, perfect = _FINISHED.search(text), _PERFECT.search(text) or _PAST.search(text)
    if programme and not finished:
        return Said("to come", to_come.group() if to_come else "")
    if to_come and not (finished and finished.start() < to_come.start()) and not _before(perfect, to_come):
        return Said("to come", to_come.group())
    if begun:
        return Said("begun", begun.group())
    if finished:
        return Said("done", finished.group())
    going_on = _GOING_ON.search(text)
    if perfect and not _before(going_on, perfect):
        return Said("done", perfect.group())
    presupposed = _PRESUPPOSED.search(text)
    if going_on and not _before(presupposed, going_on):
        return Said("going on", going_on.group())
    if perfect or presupposed:
        return Said("done", (perfect or presupposed).group())  # type: ignore[union-attr]
    if report:
        return Said("done", "")
    if _ASKED.match(text):
        return Said("unsaid", "")
    fact = _FACT.search(text)
    return Said("so", fact.group()) if fact else Said("unsaid", "")


def reports(under: str | None) -> bool:
    """Whether the words above a list, or a heading, announce what was done."""
    return under is not None and _REPORT.search(under) is not None


def late(text: str) -> str | None:
    """The words that say that something comes later than it should have."""
    found = _LATE.search(text)
    return found.group() if found else None


def given_up(text: str) -> str | None:
    """The words that say that something will not be done, or was not."""
    found = _GIVEN_UP.search(text)
    return found.group() if found else None


def finished(text: str) -> bool:
    """Whether it says in so many words that something is complete, published, open."""
    return _FINISHED.search(text) is not None


def _before(first: re.Match[str] | None, second: re.Match[str]) -> bool:
    return first is not None and first.start() < second.start()
