"""The words of a statement → whether it tells of something done, begun, under way, still to come, or of how things are.

Tense and aspect are read from the verb's forms, which English wears on its sleeve: "has been", "is being", "will".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

State = Literal["done", "begun", "going on", "to come", "so", "unsaid"]
"""`so`: a fact of the present ("is available", "we have 160 members"); `unsaid`: the words tell none of these."""

FIRST = 14
"""Words of a sentence among which its verb stands."""

_ADVERBS = (
    r"(?:(?:now|also|already|since|recently|all|just|finally|both|successfully|fully|then|initially|subsequently|each"
    r"|both|so far|again|not only)\s+)*"
)
_IRREGULAR = (
    r"begun|began|built|held|met|ran|run|set|made|sent|gave|given|put|found|shown|showed|taken|took|won|gone"
    r"|went|seen|saw"
    r"|written|wrote|chosen|chose|kept|led|brought|bought|spent|paid|told|spoken|spoke|grown|grew|drawn|drew|become"
    r"|became|left|sold|taught|thought|understood|got|had|done|did|heard|come|came|known|fallen|fell|risen"
    r"|rose|cut|shut|won|laid|dug|hung|swept|sought|fitted|split|spread|rebuilt|rewritten|rewrote|redrawn"
    r"|let|hit|sat|stood|wound|lent|thrown|threw|flown|flew|driven|drove|broken|broke|beaten|lost|felt|stuck|woken"
    r"|hidden|eaten|ate|worn|torn|stolen|sung|swum|rung|rang|shone|lit|bent|dealt|meant|fed|bred|rid|struck|caught"
    r"|fought"
)
_PARTICIPLE = rf"(?:\w+ed|{_IRREGULAR})\b"
_ANNOUNCED = (
    r"assured|said|confirmed|announced|agreed (?:to|that)|promised|set (?:a|an|out) |told|asked|committed|decided to"
    r"|heard|advised|been (?:told|asked|assured|promised|advised)|approved (?:plans?|proposals?)|pledged|invited"
    r"|planned|proposed|hoped|meant|wanted|intended|expected"
)
"""What is only said of a thing is not done: "has assured me that it will open"."""
_PERFECT = re.compile(
    rf"(?<!should )(?<!would )(?<!could )(?<!might )(?<!to )\b(?:has|have|had|'ve|’ve|'s been"
    rf"|’s been)\s+{_ADVERBS}(?!{_ANNOUNCED})(?:been\s+)?{_ADVERBS}(?!to\b)"
    rf"(?:\w+ly\s+)?{_PARTICIPLE}",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:we|i|they|he|she|it|which|who|that|teams?|council|board|partners|service|staff)\s+{_ADVERBS}(?:\w+ly\s+)?"
    rf"(?!need|based|used to|{_ANNOUNCED})(?:\w{{2,}}ed|{_IRREGULAR})\b"
    rf"|\b(?:was|were)\s+{_ADVERBS}(?:\w+ly\s+)?{_PARTICIPLE}|\b(?:took place|went live|came into)\b"
    r"|\bha(?:s|ve) been (?:open|available|live|in place|up and running)\b"
    r"|\b(?!pleased|based|expected|required|related|needed|interested|involved|delighted|designed|aimed"
    r"|committed|linked|aged|affected|named|called|concerned|entitled|known|planned|proposed|intended|need"
    r"|dedicated|supposed|invited|asked|pleas|led)(?:\w{2,}ed|held|chose|sent|began|met|rose|fell|went|came|gave|won"
    r"|ran"
    r"|wrote|took|saw|grew|found) (?:on|in|at|by|to|from|the|our|its|their|a|an|with|for|last|this|over|more|all|every"
    r"|early|earlier|training|work|\d[\d,]*|up|out|back)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:an?|the|our|their|its|his|her|my|your|this|that|these|those|no|some|any|newly|recently|much|well"
    r"|be|been|being|is|are|was|were|isn['’]t|aren['’]t|ha[sd]|have|having|not|by|of|in|with|for|from|at|as|than"
    r"|more|most"
    r"|very|so|too|and|or|to|which|gets?|got|getting|needs?)$",
    re.IGNORECASE,
)
"""Words after which a form in -ed is no verb of its own: "the planned work"."""
_FINITE = re.compile(
    r"^(?:is|are|was|were|isn['’]t|aren['’]t|has|have|had|will|won['’]t|can|cannot|could|may|might|must|should|would"
    r"|do|does"
    r"|did|\w+['’](?:ll|ve|re|d|m))$",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    r"^(?:based|expected|required|related|needed|interested|involved|delighted|pleased|designed|aimed|committed"
    r"|linked|aged"
    r"|affected|named|called|concerned|entitled|planned|proposed|intended|dedicated|supposed|invited|led|detailed"
    r"|(?:un)?limited|united|trained|skilled|advanced|registered|so-called|funded|hundred|need|speed|seed|feed)$",
    re.IGNORECASE,
)
_REGULAR = re.compile(rf"^(?:\w{{3,}}ed|{_IRREGULAR})$", re.IGNORECASE)
_HAD = re.compile(
    r"(?<!have )(?<!has )\bhad (?:an?|the|its|their|our|his|her|\d[\d,]*|two|three|four|five|six) (?!to\b)\w+",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"^(?:the|our|this|last|\w+['’]s) (?:[\w’'-]+ ){0,6}?(?:event|evening|day|days|meeting|session|workshop|fair"
    r"|festival|conference"
    r"|webinar|visit|tour|consultation|survey|launch|training|course|forum|roadshow|afternoon|morning"
    r"|hearing)s? (?:[\w’'-]+ ){0,5}?"
    r"(?P<was>was|were) (?!not|to\b|due|going|meant|supposed)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:has|have|['’]ve|['’]s) been \w+[^.]*\bsince\b|^since [^,]{3,40}, [^.]*\b(?:has|have)\b", re.IGNORECASE
)
"""What has been so since a day has come about."""
_FINISHED = re.compile(
    r"\b(?:now|is|are) (?:now )?(?:available|live|in place|completed?|published|open|out|ready|up and running"
    r"|in (?:use|force|post|operation|effect|full swing)|fully staffed|filled|(?:being )?used (?:by|in))\b"
    r"|\b(?:can|may) now\b|\bnow (?:has|have|had|offers?|runs?|covers?|includes?|serves?|live in|use[sd]?|gets?)\b"
    r"|\bthere (?:is|are) (?:now|no longer)\b|\bno longer (?:a|any|wait\w*)\b|\b(?:joined (?:us|the \w+)"
    r"|took up (?:the|her|his|their))\b"
    r"|\bcame into (?:force|effect|use)\b|\bwelcome to [A-Z][^.]{2,60}\b(?:our|the|your) new\b"
    r"|\bthat makes\b|\bhere it is\b|\bcompleted\b|\bwent live\b|\btook place\b|\bnow releasing\b|\bas promised\b"
    r"|\bhas (?:now )?been delivered\b",
    re.IGNORECASE,
)
_PRESUPPOSED = re.compile(
    r"\bsince (?:the|our|its|their|it|they|opening|launching)\b|\bthe (?:latest|last|results of|feedback (?:from|on)"
    r"|findings of|notes of|outcome of (?:the|our))\b|\bfollowing (?:the|our|its)\b"
    r"|\bthank(?:s| you) (?:to|for|everyone|all)[^.]*\b(?:attend\w*|taking part|took part|joined|joining|came|coming"
    r"|respond\w*|repl(?:ied|ying)|taken part|complet\w+|giving|gave)\b"
    r"|\b\d[\d,]* (?:\w+ )?(?:responses|replies|attendees|delegates|people attended)\b"
    r"|\b(?:found|find) [^.]{0,80}\b(?:useful|helpful)\b|\bwell[ -]attended\b|\b(?:was|were|been) (?:a"
    r"|an) (?:\w+ ){0,2}success\b"
    r"|\b(?:great|lovely|good|wonderful|fantastic|pleasure|delighted|pleased) to (?:see|meet|welcome|speak|talk|hear)\b"
    r"|\b(?:like|love|enjoy|value)[sd]? (?:the|our) new\b|\bof (?:those|the people) who (?:replied|responded"
    r"|attended|took part)\b"
    r"|\b(?:respondents|people who replied)\b|\byou (?:may|might|will|should) (?:\w+ )?have (?:seen|received|had"
    r"|noticed|heard)\b"
    r"|\b(?:should|will) (?:by )?(?:now )?(?:by now )?have (?:received|had|seen)\b"
    r"|\b(?:is|are) (?:set out|attached|enclosed|shown|listed|below|given|linked|included) ?(?:below|to|in|with|on"
    r"|at|here|overleaf)?\b"
    r"|\b(?:can|may) be (?:found|read|viewed|downloaded|seen|watched)\b|\b(?:see|use|follow|click)[^.]{0,30}\blinks?\b"
    r"|\b(?:download|watch|view|read|click here)\b[^.]{0,20}\b(?:the|our|it|them)\b|\bhere (?:is|are) (?:the|our)\b",
    re.IGNORECASE,
)
_STARTED = re.compile(r"\b(?:begun|began|started|commenced)\b", re.IGNORECASE)
_BEGUN = re.compile(
    r"\b(?:progressed|so far|in principle|first (?:part|phase|stage|of)"
    r"|first \w+ (?:using|to)|partly|in part|another in (?:our|the)|a further|(?<!up )to date|making progress"
    r"|good progress|gather(?:ing)? pace|signed up (?:to|for)|focus(?: \w+){0,4} (?:has been|is|was)|under ?way"
    r"|in progress|taking shape"
    r"|half ?way"
    r"|first (?:\d[\d,]*|two|three|four|five|six|ten)(?! (?:weeks?|months?|days?|years?|terms?))|next (?:phase"
    r"|stage)|(?:draft|interim) (?:version|copy))\b"
    r"|\b\d{1,2}(?:\.\d+)? ?(?:%|per ?cent) (?:complete|done|finished|built|of the way)\b"
    r"|\b(?:nearly|almost) (?:all|every|half|complete\w*|finished|done|ready|there|at|in|\d[\d,]*)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\bnot yet\b|(?:is|are|was|were|has|have)(?: not|n['’]t) (?:yet )?(?:been |be )?(?:ready|complete|open|done"
    r"|begun|available"
    r"|in place|out|built|\w+ed)\b|\b(?:still|yet) (?:without|to\b|no\b|not\b|waiting|outstanding|overdue)"
    r"|\bstill [\d,]+|\b(?:is|are) still\b|\bdid not\b"
    r"|\b(?:have|has) not\b|\bremains? (?:overdue|outstanding|to be)\b|\bunable to\b|\bmore (?:work|needs|to do)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?P<label>(?:we|they|the council) (?:did|have done|said we would)|you said|what we did|done)\s*:\s*", re.I
)
_GOING_ON = re.compile(
    r"\b(?:continu\w+|being|currently|under ?way|in progress|ongoing|working on|work is|remains?"
    r"|(?:is|are|been|'re|’re|'s|’s) (?:\w+ly |now |still |already |also )*(?!doing|during|going to|looking forward"
    r"|thing|king|ring)"
    r"\w{2,}ing)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|'ll|’ll|to be \w+ed|plan(?:s|ned|ning)? to|(?:is|are) planned|(?:is"
    r"|are) (?:still )?plans? (?:for|to)|aim\w* to|going to|shortly|soon"
    r"|intend\w*|expect(?:s|ed)? (?:to|in|by)|(?:is|are) (?:now )?expected|hope to|would like to (?!thank|say)"
    r"|look(?:ing)? to"
    r"|due to|(?:is|are) (?:\w+ )?scheduled|(?:is|are) to \w+|next step|remain committed|working towards"
    r"|by the end of)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:please|if you|you can|do |why not|sign up|come|put|contact|email|click|visit|see |watch|join|read )", re.I
)
_FACT = re.compile(
    r"(?<=\w )(?:is|are|has|have|can|supports?|includes?|allows?|offers?|provides?|helps?|explains?|shows?|sets? out"
    r"|\w+s (?=(?:an?|the|you|your|any|how|what|where)\b)"
    r"|gets?|receives?|meets?|uses?|takes?|gives?|covers?|contains?|describes?|tells?|runs?|serves?|lets?|brings?"
    r"|'ve|’ve)\b",
    re.IGNORECASE,
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
_BASE = re.compile(r"(?:come|become|run|set|put|cut|shut|let|hit|spread|split)$", re.IGNORECASE)
"""Forms of the past that are also those of a command: "Come and hear"."""
_OPENING = re.compile(rf"(?:\w+ly )?(?P<verb>[A-Z]\w+ed|(?i:{_IRREGULAR}))\b")


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
    begun = _begun(text)
    if opening and not report and _BASE.match(opening["verb"]):
        opening = None
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
    since = _SINCE.search(text)
    if since:
        return Said("done", since.group())
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
    past = _finite_past(text) or _held(text)
    if past:
        return Said("done", past)
    if _ASKED.match(text):
        return Said("unsaid", "")
    fact = _FACT.search(text)
    return Said("so", fact.group()) if fact else Said("unsaid", "")


def reports(under: str | None) -> bool:
    """Whether the words above a list, or a heading, announce what was done."""
    return under is not None and _REPORT.search(under) is not None


def not_yet(text: str) -> str | None:
    """The words that say that something is still to be done."""
    found = _NOT_YET.search(text)
    return found.group() if found else None


def finished(text: str) -> bool:
    """Whether it says in so many words that something is complete, published, open."""
    return _FINISHED.search(text) is not None


def _begun(text: str) -> re.Match[str] | None:
    """The words that tell of a beginning or a part; a start after something else was done is a part of that."""
    started, done = _STARTED.search(text), _PERFECT.search(text) or _PAST.search(text)
    if started and done and done.end() < started.start():
        started = None
    return started or _BEGUN.search(text)


def _finite_past(text: str) -> str | None:
    """The verb of a sentence whose only verb is a past form: "The bridge opened last week"."""
    tokens = [token for token in re.split(r"[\s,;:()“”\"]+", text) if token]
    had = _HAD.search(text)
    if had:
        return had.group()
    if any(_FINITE.match(token) for token in tokens[:FIRST]):
        return None
    for before, token in pairwise(tokens[:FIRST]):
        word = token.rstrip(".!?")
        if _REGULAR.match(word) and word.islower() and not _ADJECTIVES.match(word) and not _LEADING.match(before):
            return word
    return None


def _held(text: str) -> str | None:
    """The words that tell what an event was like: "The open day was a wet one"."""
    found = _EVENT.match(text)
    return found["was"] if found else None


def _before(first: re.Match[str] | None, second: re.Match[str]) -> bool:
    return first is not None and first.start() < second.start()
