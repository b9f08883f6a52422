"""What a page is made of: a citation, a mention of a commitment."""

from __future__ import annotations

from dataclasses import dataclass

from docmine.report.dates import british


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Where a quotation stands, so that anybody can find it again."""

    publisher: str | None
    title: str | None
    called: str = ""
    """What people may call it where it has no title: "Letter of Anytown Council"."""
    published: str | None
    """ISO, perhaps partial."""
    page: int | None
    file: str
    sha256: str
    id: str = ""
    """Of the record, for `docmine show`; empty where there is none."""

    @property
    def name(self) -> str:
        """What people may call the document."""
        return self.title or self.called or self.file

    @property
    def place(self) -> str:
        """In short, for people: "SEND Update, 6 November 2023, page 2"."""
        words = [
            self.name,
            british(self.published) or "no date",
            f"page {self.page}" if self.page else "",
        ]
        return ", ".join(word for word in words if word)

    @property
    def source(self) -> str:
        """To copy into a letter."""
        words = [
            self.publisher or "publisher not known",
            f"“{self.title}”" if self.title else "without a title",
            british(self.published) or "without a date",
            f"page {self.page}" if self.page else "",
        ]
        return ", ".join(word for word in words if word)

    @property
    def proof(self) -> str:
        """By which anybody can check that it is the same file."""
        words = [f"file {self.file}", f"SHA-256 {self.sha256}", f"docmine id {self.id[:8]}" if self.id else ""]
        return ", ".join(word for word in words if word)

    @property
    def text(self) -> str:
        """In full."""
        return f"{self.source}, {self.proof}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a document speaks of a commitment: a step of its timeline."""

    what: str
    """In plain words: "Promised", "Date now March 2024", "May speak of it"."""
    tone: str
    """A `docmine.report.verdicts.Tone`."""
    sign: str
    text: str
    """The sentence, exactly."""
    cite: Cite
    sure: bool = True
    same: bool = False
    """Whether it is the commitment again word for word, so that it need not be shown again."""
    why: tuple[str, ...] = ()
    """Sentences: why docmine takes it so."""
    href: str | None = None
    """Where more is told of it, in a view that has a place for it."""
