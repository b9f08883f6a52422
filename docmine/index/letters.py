"""Which letters of an index were answered by which later ones. Nothing is said where it is not clear."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docmine.namesake import alike, plain

if TYPE_CHECKING:
    from docmine.records import DateMention, Known, Sentence
    from docmine.store import StoredDocument

_LETTER = r"(?:letters?|e-?mails?|correspondence|messages?|enquir(?:y|ies))"
_REPLIES = re.compile(
    rf"\b(?:thank(?:s|\s+you)|(?:in|by\s+way\s+of)\s+(?:reply|response)|repl(?:y|ies|ying)|respon(?:d|ding|se)|further"
    rf"|you\s+wrote|writing\s+(?:in\s+)?(?:reply|response))\b.{{0,60}}\b(?:your|the)\s+(?:\w+\s+){{0,3}}{_LETTER}\b",
    re.IGNORECASE | re.DOTALL,
)
"""How a letter says that it answers another."""
_OPENING = 6
"""Sentences from the greeting on in which a letter says so."""
_GREETING = re.compile(r"dear\b", re.IGNORECASE)
_AGAIN = re.compile(r"^(?:(?:re|aw|fwd?)\s*:\s*)+|^re\s+", re.IGNORECASE)
_TITLES = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|cllr|councillor|rev)", re.IGNORECASE)
LONGEST = 400
"""Days within which a letter is answered."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A letter that answers another."""

    document: StoredDocument
    because: str
    sure: bool
    """Whether it says itself which one."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of an index, and what is needed of them to see who answers whom."""

    documents: Sequence[StoredDocument]
    """All that are letters, by date."""
    asking: Sequence[StoredDocument]
    """Those that ask for something."""
    sentences: Mapping[str, Sequence[Sentence]]
    dates: Mapping[str, Sequence[DateMention]]


def answered(letters: Letters) -> dict[str, list[Reply]]:
    """Name of a letter that asks for something → the replies to it, by date."""
    found: dict[str, list[Reply]] = {}
    for document in letters.documents:
        said = _answers_itself(letters, document)
        if said is None:
            continue
        chosen = _named_by_date(letters, document, said) or _addressed(letters, document) or _only(letters, document)
        if chosen is not None:
            letter, because, sure = chosen
            found.setdefault(letter.name, []).append(Reply(document, because, sure))
    return found


Chosen = tuple["StoredDocument", str, bool]


def _answers_itself(letters: Letters, document: StoredDocument) -> Sentence | None:
    """The sentence of its opening that says that it answers a letter."""
    own = letters.sentences.get(document.name, ())
    first = next((i for i, s in enumerate(own) if _GREETING.match(s.text)), 0)
    return next((s for s in own[first : first + _OPENING] if _REPLIES.search(s.text)), None)


def _named_by_date(letters: Letters, document: StoredDocument, said: Sentence) -> Chosen | None:
    """The only letter of the day that is named: "your letter of 9 October"."""
    days = {d.value for d in letters.dates.get(document.name, ()) if said.start <= d.start < said.end}
    written = [a for a in _before(letters, document) if a.published and a.published.value in days]
    if len(written) != 1:
        return None
    return written[0], f"It says which letter it answers: “{said.text}”", True


def _addressed(letters: Letters, document: StoredDocument) -> Chosen | None:
    """The newest letter of the one that it is addressed to."""
    for letter in reversed(_before(letters, document)):
        if not _is_addressed_to(document, letter):
            continue
        writer = _of(letter.signatory) or _of(letter.publisher)
        if _title(letter) and _title(letter) == _title(document):
            return letter, f"It is addressed to {writer}, and has the title of their letter.", True
        if _same_person(_of(letter.addressee), _of(document.signatory)):
            return letter, f"It is addressed to {writer}, and signed by whom they had written to.", True
        return letter, f"It thanks for a letter, and is addressed to {writer}, who wrote this one.", False
    return None


def _only(letters: Letters, document: StoredDocument) -> Chosen | None:
    """The only letter with asks that names the body which answers."""
    body = _of(document.publisher)
    naming = [a for a in _before(letters, document) if body and _names(letters, a, body)]
    if len(naming) != 1 or len(letters.asking) != 1:
        return None
    return naming[0], "It thanks for a letter, and this is the only one in the index that asks for something.", False


def _before(letters: Letters, document: StoredDocument) -> list[StoredDocument]:
    """The letters of others that ask for something, and that this one may answer, oldest first."""
    return [
        letter
        for letter in letters.asking
        if letter.name != document.name and not _same_body(letter, document) and _in_time(letter, document)
    ]


def _in_time(letter: StoredDocument, document: StoredDocument) -> bool:
    first, last = letter.published_from, document.published_to
    if first is None or last is None:
        return True
    return first <= last and ((document.published_from or last) - first).days <= LONGEST


def _same_body(a: StoredDocument, b: StoredDocument) -> bool:
    """Whether one wrote both."""
    signed = _same_person(_of(a.signatory), _of(b.signatory))
    bodies = _of(a.publisher).casefold(), _of(b.publisher).casefold()
    return signed or (bodies[0] == bodies[1] and bool(bodies[0]))


def _is_addressed_to(document: StoredDocument, letter: StoredDocument) -> bool:
    """Whether the one who signed a letter, or else published it, is among those that a reply is addressed to."""
    addressees = re.split(r",|&|\band\b", _of(document.addressee))
    writers = [name for name in (_of(letter.signatory), _of(letter.publisher)) if name]
    return any(_same_person(a, b) for a in addressees for b in writers)


def _same_person(a: str, b: str) -> bool:
    """Whether two names may be one person's: "Mrs Dacosta" and "Helen Dacosta"."""
    mine, theirs = _names_of(a), _names_of(b)
    if not mine or not theirs or mine[-1] != theirs[-1]:
        return False
    return len(mine) == 1 or len(theirs) == 1 or alike(mine[0], theirs[0])


def _names_of(name: str) -> list[str]:
    words = [plain(word) for word in re.findall(r"[^\W\d_][\w'’.-]*", name)]
    return [word for word in words if word and not _TITLES.fullmatch(word)]


def _names(letters: Letters, letter: StoredDocument, body: str) -> bool:
    """Whether a letter names a body, or one of several that are named together."""
    text = " ".join(s.text for s in letters.sentences.get(letter.name, ())).casefold()
    return any(part.strip().casefold() in text for part in body.split(",") if part.strip())


def _title(document: StoredDocument) -> str:
    return _AGAIN.sub("", " ".join(_of(document.title).split())).casefold()


def _of(known: Known | None) -> str:
    return known.value if known else ""
