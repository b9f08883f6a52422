"""The sections of a story, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docmine import __version__
from docmine.report.dates import british
from docmine.report.markdown.signs import cited, plain, quote, table
from docmine.report.story.limits import LINES, LISTED, ROWS
from docmine.report.story.nouns import Mention
from docmine.report.story.promises import Promise
from docmine.report.story.story import Story
from docmine.report.verdicts import VERDICTS, Plain
from docmine.report.words import counted


def written(story: Story) -> str:
    """The whole report."""
    sections = (_head, _short, _subjects, _looked, _reading, _promises, _ledger, _owners, _figures, _sums, _letters)
    lines = [line for section in sections for line in section(story)]
    return "\n".join([*lines, *_end(story)]).rstrip() + "\n"


def _head(story: Story) -> Iterator[str]:
    yield f"# {plain(story.title)}"
    yield ""
    about = f"Only what is {plain(story.scope)}. " if story.scope else ""
    period = f", published {plain(story.period)}" if story.period else ""
    as_of = f" Looking back from {plain(story.as_of)}, the date of the newest." if story.as_of else ""
    yield f"{about}From {counted(len(story.sources), 'document')}{period}.{as_of}"
    yield ""


def _short(story: Story) -> Iterator[str]:
    yield "## In short"
    yield ""
    yield f"**What was promised.** {counted(len(story.promises), 'promise')}; {story.dated:,} with a date, "
    yield f"{len(story.unowned):,} with nobody named who is to do it."
    yield ""
    yield from table(
        ["What became of them", "Promises"], [[_badge(g.verdict), f"{len(g.promises):,}"] for g in story.groups]
    )
    yield "**What moved.**"
    yield from _lines(story.moved, 5, "None that these documents show for certain.")
    yield "**What was never heard of again.** It does not mean that it was not done."
    yield from _lines(story.of("dropped"), 6, "None that can be said for certain.")
    for one in story.sums[:5]:
        yield f"- {plain(one.stated)}: {plain(one.verdict.word.lower())}. {plain(one.shown)} {plain(one.cite.place)}"
    for letter in story.letters[:5]:
        told = ", ".join(f"{plain(verdict.word.lower())}: {count}" for verdict, count in letter.counts)
        yield f"- {plain(letter.title)}, and the reply to it: of {counted(len(letter.asks), 'ask')} {told}"
    yield ""
    yield "A verdict says what these documents show, and nothing else. Where they do not show it, this report says: we "
    yield "cannot tell. Nobody is accused of anything: read the sentences before you quote a verdict."
    yield ""


def _subjects(story: Story) -> Iterator[str]:
    if not story.subjects:
        return
    yield "## By service or subject"
    yield ""
    for subject in story.subjects:
        yield f"### {plain(subject.name)}"
        yield ""
        yield from (f"- {plain(course.measure)}: {plain(course.told)}" for course in subject.courses[:LINES])
        yield from (f"- {plain(change.measure)}: {plain(change.told)}" for change in subject.changes[:LINES])
        yield from _lines(subject.promises, LINES, "")
    yield ""


def _looked(story: Story) -> Iterator[str]:
    yield "## What was looked at"
    yield ""
    yield "Anything that was said in other documents, or in person, is not known here."
    yield ""
    columns = [
        "Published",
        "Document",
        "Promises",
        "Never heard of again",
        "What became of the others",
        "File",
        "SHA-256",
    ]
    yield from table(
        columns,
        [
            [
                plain(source.published),
                plain(source.title),
                f"{len(source.promises):,}",
                f"{source.silent:,}" if source.silent else "none for certain" if source.promises else "",
                plain(source.others),
                plain(source.document.name),
                plain(source.document.sha256),
            ]
            for source in story.sources[:ROWS]
        ],
    )
    if story.failures or story.warnings:
        yield "What could not be read:"
        yield ""
        yield from (f"- {plain(failure.doc)}: {plain(failure.reason)}" for failure in story.failures)
        yield from (f"- {plain(name)}: {plain('; '.join(found))}" for name, found in story.warnings[:ROWS])
        yield ""


def _reading(story: Story) -> Iterator[str]:
    yield "## How to read the verdicts"
    yield ""
    yield "They are a program’s, made from words alone; they can be wrong. The sentences beside each say why."
    yield ""
    yield from (f"- {_badge(v)}: {plain(v.means)} {plain(v.caution)}" for v in VERDICTS.values())
    yield ""


def _promises(story: Story) -> Iterator[str]:
    yield "## The promises, by what became of them"
    yield ""
    for group in story.groups:
        yield f"### {_badge(group.verdict)}: {counted(len(group.promises), 'promise')}"
        yield ""
        if len(group.promises) > LISTED:
            total = f"{len(group.promises):,}"
            yield f"The first {LISTED} of {total} are listed. Make a report of one topic, owner or period "
            yield "to see the others, or a workbook of all of them with `docmine export --format xlsx`."
            yield ""
        for promise in group.promises[:LISTED]:
            yield from _promise(promise)


def _promise(promise: Promise) -> Iterator[str]:
    if promise.before or promise.stem:
        yield f"*{plain(promise.before or promise.stem or '')}*"
        yield ""
    yield from cited(promise.text, promise.cite)
    yield ". ".join(f"{label}: {plain(text)}" for label, text in promise.facts if text) + "."
    review = promise.finding.review
    if review:
        because = f", because: “{plain(review['reason'])}”" if review["reason"] else ""
        yield f"A person has judged this: {VERDICTS[review['verdict'] or 'unsure'].word}{because}."
    yield " ".join(plain(reason) for reason in (*promise.why, promise.searched))
    yield ""
    for mention in (*promise.mentions[1:], *promise.perhaps):
        yield from _mention(mention)


def _mention(mention: Mention) -> Iterator[str]:
    when = plain(british(mention.cite.published)) or "No date"
    why = " ".join(map(plain, mention.why))
    yield f"- {plain(mention.sign)} **{when}: {plain(mention.what)}** {why}".rstrip()
    yield ""
    yield from cited(mention.text, mention.cite, "  ")


def _ledger(story: Story) -> Iterator[str]:
    yield "## Dates that moved"
    yield ""
    if not story.moves:
        yield "No later document gives another date for a promise."
        yield ""
        return
    rows = [
        [
            f"“{plain(move.promise.text)}”",
            plain(move.promise.owner or "nobody is named"),
            "; then ".join(plain(f"{due} (said {said})") for due, said in move.dates),
            plain(move.told),
            _badge(move.promise.verdict),
        ]
        for move in story.moves[:ROWS]
    ]
    yield from table(["Promise", "Who", "Dates", "Moved by", "What became of it"], rows)


def _owners(story: Story) -> Iterator[str]:
    yield "## Promises that no one owns"
    yield ""
    yield from _lines(story.unowned, ROWS, "Each promise names somebody, if only the body that speaks.")
    yield "## Who is to do what"
    yield ""
    for person in story.people:
        yield f"### {plain(person.name)}"
        yield ""
        yield from (f"- {plain(role)}" for role in person.roles)
        yield from _lines(person.promises, LINES, "")
    for name, owned in story.bodies:
        yield f"### {plain(name)}: {counted(len(owned), 'promise')}"
        yield ""
        yield from _lines(owned, LINES, "")


def _figures(story: Story) -> Iterator[str]:
    yield "## How the figures moved"
    yield ""
    for course in story.courses[:ROWS]:
        yield f"### {plain(course.measure)}"
        yield ""
        if course.service or course.purpose:
            yield plain(", ".join(part for part in (course.service, course.purpose) if part))
            yield ""
        yield plain(course.told)
        yield ""
        for odd in course.odd:
            yield f"{_badge(odd.flag)}{'' if odd.sure else ', perhaps'}: {plain(odd.because)} {plain(odd.flag.caution)}"
            yield ""
            yield from cited(odd.earlier.text, odd.earlier.cite)
            yield from cited(odd.later.text, odd.later.cite)
        rows = [
            [
                plain(dot.words),
                plain(", ".join(filter(None, (dot.period, dot.note)))),
                f"“{plain(dot.text)}”",
                plain(dot.cite.text),
            ]
            for dot in course.dots
        ]
        yield from table(["Value", "Of", "Sentence", "Citation"], rows)
    if story.changes:
        yield "### Figures that a document itself sets beside an earlier value"
        yield ""
    for change in story.changes[:ROWS]:
        yield f"- {plain(change.measure)}: {plain(change.told)}"
        yield ""
        yield from cited(change.text, change.cite, "  ")
    if not story.courses and not story.changes:
        yield "No figure is given twice."
        yield ""


def _sums(story: Story) -> Iterator[str]:
    yield "## Sums that do not come out"
    yield ""
    if story.outcomes:
        told = ", ".join(f"{plain(verdict.word.lower())}: {count:,}" for verdict, count in story.outcomes)
        yield f"Where a document gives a number and what it follows from, it was worked out again: {told}."
    else:
        yield "No document here gives a number together with what it follows from."
    yield ""
    for one in story.sums[:ROWS]:
        yield f"### {plain(one.stated)}: {_badge(one.verdict)}"
        yield ""
        yield from cited(one.text, one.cite)
        yield from (line for other in one.others for line in (quote(other), ""))
        yield f"**{plain(one.shown)}** {plain(one.tolerance)} {plain(one.verdict.means)} {plain(one.verdict.caution)}"
        yield ""


def _letters(story: Story) -> Iterator[str]:
    yield "## What letters asked, and what the replies said"
    yield ""
    if not story.letters:
        yield "No letter with a reply to it was found here."
        yield ""
    for letter in story.letters:
        yield f"### {plain(letter.title)}"
        yield ""
        sure = "" if letter.sure else " The reply does not say which letter it answers: check that it is this one."
        yield f"Reply: {plain('; '.join(letter.replies))}. {plain(' '.join(letter.because))}{sure}"
        yield ""
        for ask in letter.asks:
            yield f"{_badge(ask.verdict)}. {plain(ask.why)}"
            yield ""
            yield "It was asked:"
            yield ""
            yield from cited(ask.text, ask.cite)
            if ask.replies:
                yield "The nearest that the reply says, which is no answer:" if ask.nearest else "The reply says:"
                yield ""
            for said in ask.replies:
                yield from cited(said.text, said.cite)


def _end(story: Story) -> Iterator[str]:
    if story.short_forms:
        yield "## Short forms"
        yield ""
        yield from (f"- {plain(short)}: {plain(long)}" for short, long in story.short_forms[:ROWS])
        yield ""
    yield "## About this report"
    yield ""
    yield f"Made by docmine {__version__} from the index {plain(story.made_from)}. It was read by a program and not "
    yield "checked by a person, unless it says so beside a verdict. Every sentence in quotation marks stands so in a "
    yield "document, and its citation says in which."


def _lines(promises: Sequence[Promise], most: int, none: str) -> Iterator[str]:
    yield ""
    for p in promises[:most]:
        due = f"by {plain(british(p.due))}" if p.due else "no date given"
        where = f"{plain(p.owner or 'nobody is named')}, {due}; {plain(p.cite.place)}"
        yield f"- {_badge(p.verdict)}: “{plain(p.text)}” ({where})"
    if len(promises) > most:
        yield f"- And {len(promises) - most:,} more."
    if not promises and none:
        yield none
    yield ""


def _badge(verdict: Plain) -> str:
    return plain(f"{verdict.sign} {verdict.word}")
