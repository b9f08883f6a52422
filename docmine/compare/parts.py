"""Does a report cover all of what was promised, a part of it, or only what comes before it?"""

from __future__ import annotations

import re

from docmine.compare.numbers import PART as _PART
from docmine.compare.numbers import in_digits, value
from docmine.words import stem

STEM = 5
"""Letters that words of one family share: "consult" and "consultation"."""

_SMALL = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*"
_ALL = re.compile(
    r"\b(?:all|every|everyone|everybody|each|no one|whole|entire|both|throughout|across (?:the|our) (?:\w+ )?"
    r"(?:district|city|county|borough|region|town|council|area|service|country))\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:most|(?<!so )(?<!as )many|some|several|half|a (?:few|quarter|third|number)|the majority|(?:nearly"
    r"|almost) (?:all|every|half)|a (?:fifth|tenth)|(?:two|three)[ -](?:thirds|quarters|fifths)"
    rf"|more than half|over half|(?:the )?first (?:{_SMALL})(?! (?:weeks?|months?|days?|years?|terms?))"
    rf"|(?<![\d.])(?:{_SMALL}) (?:out )?of (?:the |our |these |those |its )?(?:{_SMALL})"
    rf"|(?<![\d.])(?:{_SMALL}) of (?:the|our|these"
    rf"|those|its)"
    r"|\d{1,2}(?:\.\d+)? ?(?:%|per ?cent) of"
    rf"|another (?:{_SMALL}))(?!\w)",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"\b(?:the last (?:of|(?:{_SMALL})(?! (?:days|weeks|months|years|terms)))"
    rf"|all (?:of (?:the|our) |the )?(?:\w+ )?(?:has|have|were)\b)",
    re.I,
)
_WHOLE_OF = re.compile(r"\b(?:whole|entire|throughout|full length)\b", re.IGNORECASE)
_FIRST = re.compile(r"\bthe first (?!time\b|day\b)\w+\b", re.IGNORECASE)
_FEWER = re.compile(
    r"\b(?:most|some|many|as many [\w ]{1,40} as|where (?:possible|we can)|where(?:ver)? there is|priority|a number of"
    r"|those (?:most|who|that|with)|the majority|at least some|selected|the (?:\w+ )?\w{3,}est)\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"\bhalv(?:e|ing)\b|\bby (?:a )?half\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\bby (?:a|one) (?:third|quarter|fifth|sixth|tenth)\b|\bby [1-4]?\d ?(?:%|per ?cent)", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"(?<!in the )(?<!in our )(?<!in a )\b(?:series|programme|round|set) of\b|\bregular(?:ly)?\b", re.IGNORECASE
)
_ONE = re.compile(
    r"\b(?:(?<!yet )another|a further|the (?:first|second|third|fourth)|our (?:first|second|third))\b", re.I
)
_BEFORE = (
    r"drafts?|draft version|outline|planning (?:permission|consent|application)|tenders?|bids?|procurement"
    r"|contracts?|contractors?|architects?|designers?|funding|grants?|business case|feasibility|consultation|engagement"
    r"|designs?|plans (?:for|to)|proposals?|site|land|trials?|pilots?|tests?|prototype|shortlist|interviews?"
    r"|adverts?|recruitment"
    r"|working group|steering group|project (?:team|manager|board)|terms of reference|scoping"
    r"|foundations?|groundworks?|legal agreements?|conversations?|negotiations?|discussions?|talks|options|orders"
    r"|first (?:meeting|steps?)"
)
"""What comes before the thing itself: a plan, the money, a trial."""
_READY = re.compile(
    rf"(?:^|(?<!after )(?<!following )(?<!from )(?<!since ))\b(?P<what>{_BEFORE})\b"
    r"(?![^,;.]{0,60}\b(?:led|resulted|helped)\b)"
    r"[^,;.]{0,70}?\b(?:has|have|had|was|were|is|are|'ve|’ve|closed|ended|began|took place|went)\b"
    r"|\b(?:secured|received|submitted|drafted|awarded|appointed|agreed|completed|finished|finalised|held|won|prepared"
    r"|chosen|chose|found|bought|identified|issued|invited|sought|put out|gone out to|applied for|carried out)"
    rf"\b (?:\w+ ){{0,3}}?(?P<object>{_BEFORE})\b",
    re.IGNORECASE,
)
_PREPARED = re.compile(
    r"\b(?:has|have|had|was|were|been|we|they|council|team|board)\s+(?:\w+ly |also |now |been |already )*"
    r"(?P<what>drafted|designed|scoped|shortlisted|advertised|tendered|consulted|trialled|piloted|tested|explored"
    r"|discussed|considered|identified|interviewed|costed|mapped|ordered|commissioned|booked|approved|agreed|voted)\b",
    re.IGNORECASE,
)
_TENDER = re.compile(r"\b(?:re)?(?:tender|procur|commission|contract)", re.IGNORECASE)
"""What these promise is itself what comes before another thing."""
_EACH = re.compile(r"\b(?:all|every|each|both) (?:of (?:the|our) )?(?P<what>[a-z]+)(?!['’])\b", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"\b(?:each|all|every one)(?= (?:of (?:them|these|those)|will|has|have|be|to)\b)", re.IGNORECASE
)
_SOME_OF_THEM = re.compile(rf"^\W*(?:{_SMALL}) (?!of (?:us|you)\b)", re.IGNORECASE)
_COUNTED = re.compile(rf"\b(?:{_SMALL}) (?:\w+ ){{0,1}}?(?P<what>[a-z]+)", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?P<share>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)[^.]{0,20}\b(?:complete|done|finished|built|through)", re.I
)
_LEFT = re.compile(
    rf"\b(?:{_SMALL}) (?:\w+ )?(?:are|is|were|was) (?:still )?left\b"
    rf"|\b(?:ha[sd]|have|with) (?:{_SMALL}) (?:\w+ )?left\b|\bstill to (?:do|go)\b",
    re.IGNORECASE,
)
_REACHES = re.compile(r"\b(?:ask|ring|call|phone|contact|survey|write|invite|consult)\w*", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\b(?:answered|replied|responded|picked up|took part|got back|came back|returned)\b", re.IGNORECASE
)
"""How many of those who were asked have answered is no part of the asking."""
_NAMES = re.compile(
    r"(?P<first>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?P<more>(?:, (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)*)"
    r",? and (?:the )?(?P<last>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)


def part(promise: str, report: str) -> str | None:
    """The words that say that a report is of a part only of what was promised; None where it may be of the whole."""
    report = in_digits(report)
    if _REACHES.search(promise) and _ANSWERED.search(report):
        return None
    share = _SHARE.search(report) or _LEFT.search(report)
    if share:
        return share.group()
    counted = _PART.search(report)
    if counted and value(counted["part"]) < value(counted["whole"]):
        return counted.group()
    each = _ALL_OF_THEM.search(promise) and _SOME_OF_THEM.match(report)
    if each:
        return each.group().strip()
    several = _several(promise, report)
    if several:
        return several
    some = _SOME.search(report) or (_FIRST.search(report) if _WHOLE_OF.search(promise) else None)
    if some and not _SOME.search(promise) and _ALL.search(promise):
        return some.group()
    halved = _FRACTION.search(report)
    if halved and _HALF.search(promise):
        return halved.group()
    one = _ONE.search(report)
    if one and _SEVERAL.search(promise) and one.group().lower() not in promise.lower():
        return one.group()
    return _some_of_the_named(promise, report)


def fewer(promise: str, later: str) -> str | None:
    """The words that promise some of what was promised to all."""
    some = _FEWER.search(later)
    return some.group() if some and _ALL.search(promise) and not _ALL.search(later) else None


def ended(report: str) -> bool:
    """Whether it speaks of the last of what was to be done: the end of what went on."""
    return _LAST.search(report) is not None


def before(promise: str, report: str) -> str | None:
    """What comes before the thing that was promised, where a report tells of no more: "planning permission"."""
    if _TENDER.search(promise):
        return None
    said = re.findall(r"\w+", promise.lower())
    named = {word[:STEM] for word in said} | {stem(word) for word in said}
    for found in (*_READY.finditer(report), *_PREPARED.finditer(report)):
        what = found["what"] or found["object"]
        if not any(word[:STEM] in named or stem(word) in named for word in what.lower().split()):
            return what
    return None


def _several(promise: str, report: str) -> str | None:
    """The words that count some of what was promised to each: "every ward", "five wards"."""
    for one in _EACH.finditer(promise):
        for number in _COUNTED.finditer(report):
            if stem(number["what"]) == stem(one["what"]) and not _ALL.search(
                report[max(0, number.start() - 12) : number.start()]
            ):
                return number.group()
    return None


def _some_of_the_named(promise: str, report: str) -> str | None:
    """The only ones, of several names joined by "and", that a report has."""
    joined = _NAMES.search(promise)
    if joined is None or joined.start() == 0:
        return None
    names = [joined["first"], *(n.removeprefix("the ") for n in joined["more"].split(", ") if n), joined["last"]]
    there = [name for name in names if name in report]
    return ", ".join(there) if 0 < len(there) < len(names) else None
