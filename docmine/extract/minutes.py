"""Minutes: who is meant by initials, and tasks given in a line: "PT to add photographs; PT/JH to report back"."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from docmine.extract import holders
from docmine.extract.context import Sent, layout

_INTRODUCED = re.compile(r"^(?:actions?|AP|agreed action)(?:\s+\w{1,5})?\s*[:–—-]\s*", re.IGNORECASE)
_WHO = (
    r"(?:[A-Z]{2,6}|[A-Z][\w’'-]+ [A-Z]\."
    r"|(?:[A-Z]\.?\s?){1,2}\s?[A-Z][\w’'-]+|[A-Z][\w’'-]+(?:\s+(?:of|and|&|[A-Z][\w’'-]+))*\s+[A-Z][\w’'-]+"
    r"|[Tt]he\s+\w+(?:\s+\w+)?)(?:(?:/|,\s|\s(?:and|&)\s)[A-Z][^:;]{0,60}?)??"
)
"""Somebody: initials, a name of two words or more, "the clerk". One word may be the thing: "Letter to go out"."""
_TASK = re.compile(rf"(?P<who>{_WHO})\s+(?:to|will|must)\s+(?P<what>[a-z]+\b.*)$", re.DOTALL)
_ANY_TASK = re.compile(r"(?P<who>\S.{0,60}?)\s+(?:to|will|must)\s+(?P<what>[a-z]+\s+\S.*)$", re.DOTALL)
_BEFORE_COLON = re.compile(
    rf"^actions?\s*[(:–—-]?\s*(?P<who>{_WHO})\)?(?:\s*:|\s+[–—-])\s+(?P<what>\S.*)$", re.IGNORECASE
)
_FIRST_NAME = re.compile(r"(?P<first>[A-Z][a-z’'-]+)(?: (?P<letter>[A-Z])\.?)?")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_AFTER_NAME = re.compile(r"[^.;()\n]{0,40}?\((?P<initials>[A-Z]{2,4})\b")
_TITLE = re.compile(r"^(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame)\.?\s+")


def are_minutes(doc: Doc) -> bool:
    """Whether the document says itself that it is minutes."""
    kind = layout(doc).doc_type
    return kind is not None and kind.value == "minutes"


def tasks(sent: Sent) -> list[tuple[int, int, int, str | None]]:
    """The tasks that a line gives: where each begins and ends in the document, where its verb stands, whose it is.

    A line that begins with "Action:" gives one to whomever it names; in minutes so does "SR to write to ...".
    """
    if sent.block.kind == "table_row":
        return []
    text, doc = sent.span.text, sent.span.doc
    if match := _BEFORE_COLON.match(text):
        return [_task(sent, match, 0, match.start("what"))] if len(match["who"]) > 1 else []
    opened = _INTRODUCED.match(text)
    if opened is None and not are_minutes(doc):
        return []
    found: list[tuple[int, int, int, str | None]] = []
    at = opened.end() if opened else 0
    for part in text[at:].split(";"):
        start = at + len(part) - len(part.lstrip())
        at += len(part) + 1
        match = _TASK.match(part.strip())
        known = match is not None and (opened is not None or named(doc, match["who"]) in _people(doc).values())
        if match is not None and known:
            found.append(_task(sent, match, start, start))
        elif opened is not None and (match := _ANY_TASK.match(part.strip())):
            begin, end, verb, who = _task(sent, match, start, start)
            found.append((begin, end, verb, who if who != match["who"].strip() else None))
    return found


def _task(sent: Sent, match: re.Match[str], shift: int, start: int) -> tuple[int, int, int, str | None]:
    at = sent.span.start_char
    end = shift + match.start() + len(match.group().rstrip(" .;"))
    return at + start, at + end, at + shift + match.start("what"), named(sent.span.doc, match["who"])


def named(doc: Doc, who: str) -> str:
    """The people whom initials stand for: "PT/JH" → "Patrick Tunney and Jo Hathersage"; other words as they are."""
    parts = re.split(r"\s*(?:/|,|&|\band\b)\s*", who.strip())
    people = _people(doc)
    known = [people.get(part) or _by_first_name(doc, part) for part in parts]
    names = [name for name in known if name]
    if len(names) < len(parts):
        return holders.in_post(doc, who.strip().removeprefix("The ").removeprefix("the ")) or who.strip()
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _by_first_name(doc: Doc, part: str) -> str | None:
    """The one person called "Jo" or "Jo H."."""
    match = _FIRST_NAME.fullmatch(part)
    if match is None or not doc.has_extension("owners"):
        return None
    names = {_TITLE.sub("", person.name) for person in doc._.owners}
    called = {
        name
        for name in names
        if " " in name and name.split()[0] == match["first"] and name.split()[-1].startswith(match["letter"] or "")
    }
    return called.pop() if len(called) == 1 else None


def _people(doc: Doc) -> dict[str, str]:
    """Initials → name, as the document gives them behind a name, else made from names whose initials are their own."""
    cached: dict[str, str] | None = doc.user_data.get("docmine_initials")
    if cached is None:
        cached = _read(doc) if doc.has_extension("owners") else {}
        doc.user_data["docmine_initials"] = cached
    return cached


def _read(doc: Doc) -> dict[str, str]:
    given: dict[str, str] = {}
    made: dict[str, list[str]] = {}
    text = layout(doc).text
    for person in doc._.owners:
        letters = "".join(word[0] for word in _TITLE.sub("", person.name).split() if word[0].isupper())
        made.setdefault(letters, []).append(person.name)
        parts = "".join(word[0] for word in re.split(r"[\s-]+", _TITLE.sub("", person.name)) if word[:1].isupper())
        if parts != letters:
            made.setdefault(parts, []).append(person.name)  # "MSJ", Meera Sundaram-Jones
        behind = _AFTER_NAME.match(text, person.end)
        if behind and behind["initials"][0] == letters[:1]:
            given.setdefault(behind["initials"], person.name)
    unique = {letters: names[0] for letters, names in made.items() if len(names) == 1 and _INITIALS.fullmatch(letters)}
    return {**unique, **given}
