"""What speaks for a sentence as an answer, and what against it: numbers, mostly 0 to 1, which `weights` weighs."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from docmine.search.ground import Candidate
from docmine.search.question import Concept, Question
from docmine.search.question.model import Period
from docmine.search.rank import echoes, likeness, names, stems_of, telling_words
from docmine.search.wants import KINDS, answers, asked_for
from docmine.store.partial import bounds

_REFERRING = re.compile(
    r"(?:this|these|that|those|it|its|they|their|them|he|she|his|her|such|both|here|there|the (?:service|team|work|plan"
    r"|project|programme|group|new|number|average|figure|wait)\b)\b",
    re.IGNORECASE,
)
"""Beginnings of a sentence whose subject stands in the one before."""
_CONTACT = re.compile(r"https?://|www\.|\S+@\S+|\b0\d{2,4}[ \d]{6,}\b|\bclick here\b", re.IGNORECASE)
_MONEY = re.compile(r"£|\bmillion\b|\bpence\b", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?%|\bper ?cent\b|\bhalf\b|\bthird\b|\bquarter\b", re.IGNORECASE)
_TIME = re.compile(r"\b(?:\d+|[a-z]+)[ -](?:working |school )?(?:days?|weeks?|months?|years?|hours?|minutes?)\b", re.I)
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|hundred|none)\b", re.I
)
_ASKED_MONEY = re.compile(r"\bhow much\b|\bcosts?\b|\bmoney\b|\bcash\b|\bspen[dt]\w*|\bbudget\w*|\bfund\w*|£", re.I)
_ASKED_SHARE = re.compile(r"\bpercent\w*|\bper cent\b|\bproportion\b|\bshare of\b|\brate\b|%", re.IGNORECASE)
_ASKED_TIME = re.compile(
    r"\bhow (?:long|soon|fast|quickly|often|late)\b|\bweeks?\b|\b(?<!these )(?<!those )days?\b|\bmonths\b|\bwait", re.I
)
_ASKED_MANY = re.compile(r"\bhow many\b|\bnumbers? of\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:within|next|early|late|end of|from|by|in|until|every|each) (?:the )?(?:\w+ ){0,3}?"
    r"(?:days?|weeks?|months?|years?|terms?|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b|\b\d{1,2}(?:st|nd|rd|th)?\b \w+|\b(?:soon|shortly|near future)\b",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:now|nowadays|these days|today|currently|at present|at the moment|latest|so far|newest|most recent)\b", re.I
)


COMMON = 0.15
"""Share of the passages that have any word at all nearly: below it, what is scarce counts no more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, and what is needed to hold sentences of one document against it."""

    asked: Question
    """As this document reads it: its short forms are its own."""
    rarity: Mapping[Concept, float]
    telling: Mapping[Concept, float]
    """How much each concept tells some of these documents from the others, by their titles, names and publishers."""
    soft: Mapping[Concept, tuple[tuple[str, ...], ...]]
    """What else official language calls a concept: weaker than its own forms."""
    near: Mapping[Concept, Mapping[str, float]] = field(default_factory=dict)
    """Stems that mean nearly what a concept means, each with how nearly: weaker still."""
    scarcity: Mapping[Concept, float] = field(default_factory=dict)
    """How much each concept tells one passage from another, where what is near it counts too."""
    days: Sequence[str] = ()
    """Days on which these documents came out, the oldest first."""


def traits(c: Candidate, reading: Reading) -> dict[str, float]:
    asked, intents = reading.asked, reading.asked.intents
    text = c.line.text
    own = _named((text,), reading)
    refers = bool(_REFERRING.match(text)) or c.line.kind in ("list_item", "table_row")
    before = _named((c.before,), reading) if c.before else {}
    paragraph = _named((c.passage.text if c.passage else text, c.intro, *c.line.headers), reading)
    nearest = _named(c.line.headings[-1:], reading)
    above = _named((*c.line.headings[:-1], c.about.title, c.about.signatory or ""), reading)
    document = _named((c.about.title, c.about.publisher or "", c.about.name), reading)
    for concept, named in document.items():
        if named and concept.name:  # all of it is about what its publisher or its title names
            own[concept] = paragraph[concept] = nearest[concept] = 1.0
    soft = _named((text,), reading, soft=True)
    soft_around = _named(
        (c.passage.text if c.passage else "", c.intro, *c.line.headings, *c.line.headers), reading, True
    )
    nearly = _nearly(text, own, reading)
    nearly_headed = _nearly(" ".join(c.line.headings[-1:]), nearest, reading)
    nearly_around = _nearly(c.passage.text if c.passage else "", paragraph, reading)
    kinds = {r.kind for r in c.records}
    promise = c.commitments
    told = telling_words(text)
    share = _share
    concepts = asked.concepts
    best = [max(own[k], 0.9 * nearest[k], 0.8 * paragraph[k], 0.5 * above[k]) for k in concepts]
    softest = [max(b, 0.7 * soft[k]) for k, b in zip(concepts, best, strict=True)]
    weights = [reading.rarity[k] for k in concepts]
    total = sum(weights) or 1.0
    found = {
        "own": c.own,
        "around": c.around,
        "subject": c.subject,
        "near": c.near,
        "bm25": c.words,
        "names": share(own, reading),
        "names_before": share(before, reading) * refers,
        "names_heading": share(nearest, reading),
        "names_above": share(above, reading),
        "names_document": _document(document, reading),
        "heading": c.heading,
        "softly": c.softly,
        "closest": max(c.own, c.near, c.around),
        "refers_around": refers * c.around,
        "refers_near": refers * c.near,
        "refers_paragraph": refers * share(paragraph, reading),
        "names_softly": share({k: max(own[k], soft[k]) for k in concepts}, reading),
        "names_softly_around": share({k: max(paragraph[k], soft_around[k]) for k in concepts}, reading),
        "names_best": sum(w * b for w, b in zip(weights, best, strict=True)) / total,
        "names_best_softly": sum(w * b for w, b in zip(weights, softest, strict=True)) / total,
        "all_named": float(bool(concepts) and min(best) > 0.0),
        "all_named_softly": float(bool(concepts) and min(softest) > 0.0),
        "nearly_headed": _of({k: max(nearly[k], nearly_headed[k]) for k in concepts}, reading.scarcity),
        "nearly_best": _of(
            {k: max(nearly[k], 0.9 * nearly_headed[k], 0.8 * nearly_around[k]) for k in concepts}, reading.scarcity
        ),
        "row": float(c.line.kind == "table_row"),
        "bullet": float(c.line.kind == "list_item"),
        "length": min(1.0, told / 20),
        "short": float(told < 4),
        "long": min(1.0, max(0, told - 30) / 30),
        "contact": float(bool(_CONTACT.search(text))),
        "refers": float(refers),
        "echo": float(echoes(text, asked)),
    }
    found |= {
        "wants_promise": _both("commitment" in intents, bool(promise)),
        "wants_promise_due": _both("date" in intents, any(p.when for p in promise)),
        "wants_date": _both("date" in intents, "date" in kinds),
        "wants_date_none": _both("date" in intents, "date" not in kinds),
        "wants_figure": _both("figure" in intents, "figure" in kinds),
        "wants_figure_none": float("figure" in intents and not _NUMBER.search(text)),
        "wants_money": _held(_asks(_ASKED_MONEY, asked.text), _MONEY, text),
        "wants_share": _held(_asks(_ASKED_SHARE, asked.text), _SHARE, text),
        "wants_time": _held(_asks(_ASKED_TIME, asked.text), _TIME, text),
        "wants_many": _held(_asks(_ASKED_MANY, asked.text), _NUMBER, text),
        "wants_when": _held("date" in intents, _WHEN, text),
        "unwanted_promise": _both(bool(intents) and intents.isdisjoint(("commitment", "date", "ask")), bool(promise)),
        "unwanted_figure": _both(bool(intents) and "figure" not in intents, "figure" in kinds),
        "leads_in": float(text.rstrip().endswith(":")),
        "wants_owner": _both("owner" in intents, "owner" in kinds or any(p.who for p in promise)),
        "wants_person": _both("owner" in intents, "owner" in kinds),
        "wants_quote": _both("quote" in intents, "quote" in kinds),
        "wants_speaker": _speaks(c, asked) * ("quote" in intents or "commitment" in intents),
        "wants_ask": _both("ask" in intents, "ask" in kinds),
        "wants_verdict": _both(bool(asked.verdicts), any(v in asked.verdicts for v in c.verdicts)),
        "in_period": _in_period(c, asked.period),
    }
    found |= dict.fromkeys(KINDS, 0.0)
    found |= {kind: float(answers(kind, text)) for kind in asked_for(asked.text)}
    found["wants_latest"] = _lateness(c, reading) if _asks(_NOW, asked.text) else 0.0
    return found


def _nearly(text: str, named: Mapping[Concept, float], reading: Reading) -> dict[Concept, float]:
    """How nearly a text names each concept: 1 where it does."""
    return {k: n or likeness(text, reading.near.get(k, {})) for k, n in named.items()}


def _lateness(c: Candidate, reading: Reading) -> float:
    """0 for the oldest of these documents, 1 for the newest."""
    if not c.published or len(reading.days) < 2:
        return 0.0
    return bisect_left(reading.days, c.published) / (len(reading.days) - 1)


def _document(named: Mapping[Concept, float], reading: Reading) -> float:
    """Share of those words of the question that name some documents and not others which name this one."""
    total = sum(reading.telling.values())
    return sum(reading.telling[k] * n for k, n in named.items()) / total if total else 0.0


def _both(wanted: bool, held: bool) -> float:
    return float(wanted and held)


@lru_cache(maxsize=256)
def _asks(pattern: re.Pattern[str], question: str) -> bool:
    return bool(pattern.search(question))


def _held(wanted: bool, pattern: re.Pattern[str], text: str) -> float:
    return float(wanted and bool(pattern.search(text)))


def _named(texts: Sequence[str], reading: Reading, soft: bool = False) -> dict[Concept, float]:
    found = {}
    for concept in reading.asked.concepts:
        asked = Concept(reading.soft.get(concept, ())) if soft else concept
        found[concept] = float(bool(asked.forms) and any(names(t, asked) for t in texts if t))
    return found


def _share(named: Mapping[Concept, float], reading: Reading) -> float:
    return _of(named, reading.rarity)


def _of(named: Mapping[Concept, float], weights: Mapping[Concept, float]) -> float:
    total = sum(weights.get(k, 1.0) for k in named)
    return sum(weights.get(k, 1.0) * n for k, n in named.items()) / total if total else 0.0


def _speaks(c: Candidate, asked: Question) -> float:
    """Whether a person whom the question names says this: 1 in a quotation or as the one who signs, half where the
    person is named close by."""
    if not asked.people:
        return 0.0
    speakers = {r.who for r in c.records if r.kind == "quote" and r.who}
    speakers |= {c.about.signatory} if c.about.signatory else set()
    if any(p in speakers or any(p.split()[-1] == s.split()[-1] for s in speakers) for p in asked.people):
        return 1.0
    return 0.5 if any(p.split()[-1] in c.section for p in asked.people) else 0.0


def _in_period(c: Candidate, period: Period | None) -> float:
    """Whether what the sentence tells lies in the period that is asked for: 1, or else half for its publication."""
    if period is None:
        return 0.0
    if period.of != "published":
        spans = [bounds(r.when) for r in c.records if r.when]
        if any(s and period.overlaps(*s) for s in spans):
            return 1.0
    published = bounds(c.published) if c.published else None
    return 0.5 if published and period.of != "due" and period.overlaps(*published) else 0.0


_NAMES = """
    own around subject near bm25 names names_before names_heading names_above names_document heading softly
    closest refers_around refers_near refers_paragraph names_softly names_softly_around names_best
    names_best_softly all_named all_named_softly row bullet length short long contact refers echo wants_promise
    wants_promise_due wants_date wants_date_none wants_figure wants_figure_none wants_money wants_share
    wants_time wants_many wants_when unwanted_promise unwanted_figure leads_in wants_owner wants_person
    wants_quote wants_speaker wants_ask wants_verdict in_period nearly_headed nearly_best wants_latest
"""
NAMES = (*_NAMES.split(), *KINDS)

WITHOUT_LEXICON: Mapping[str, str | None] = {
    "softly": None,
    "names_softly": "names",
    "names_softly_around": "names_best",
    "names_best_softly": "names_best",
    "all_named_softly": "all_named",
}
"""What each trait that rests on the table of everyday words would be without it: another trait, or nothing."""


def rarity(asked: Question, texts: Sequence[Sequence[str]]) -> dict[Concept, float]:
    """The weight of each concept among these texts, each with its headings: what half of them name tells little."""
    having = {c: sum(any(names(part, c) for part in parts) for parts in texts) for c in asked.concepts}
    return {c: c.weight * math.log(1 + (1 + len(texts)) / (1 + n)) for c, n in having.items()}


def telling(asked: Question, documents: Collection[Sequence[str]]) -> dict[Concept, float]:
    """How much each concept tells these documents, by what they call themselves, from one another."""
    found = {c: sum(any(names(part, c) for part in parts) for parts in documents) for c in asked.concepts}
    return {c: math.log(len(documents) / n) if n else 0.0 for c, n in found.items()}


def scarcity(
    asked: Question, texts: Sequence[Sequence[str]], near: Mapping[Concept, Mapping[str, float]]
) -> dict[Concept, float]:
    """The same, where a text that has words near a concept names it by so much."""
    runs = [stems_of(parts) for parts in texts]
    found = {}
    for c in asked.concepts:
        like = {**near.get(c, {}), **{form[0]: 1.0 for form in c.forms if len(form) == 1}}
        having = sum(max((like[stem] for stem in run & like.keys()), default=0.0) for run in runs)
        found[c] = 1 / (COMMON + having / max(1, len(runs)))
    return found
