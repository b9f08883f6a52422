"""Archives and messages as folders: which documents lie in them, and what cannot be read."""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument
from docmine.read import read
from docmine.read.containers import Limits, Member, bytes_of, is_container, listing


def archive(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files:
            info = zipfile.ZipInfo("x")
            info.filename = name  # as it is: the constructor would turn and cut it
            info.compress_type = method
            made.writestr(info, data)
    return out.getvalue()


def mail(*attached: tuple[str, bytes], subject: str = "Plans") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", subject
    made["Date"] = "Tue, 3 May 2022 10:00:00 +0100"
    made.set_content("The plan is attached.")
    for name, data in attached:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()


def told(members: tuple[Member, ...], below: Path) -> list[tuple[str, str]]:
    """(virtual path, what it is to us), with the reason of a failure."""
    return [(m.path.relative_to(below).as_posix(), "read" if m.sha256 else m.reason or "passed over") for m in members]


NOTE = b"A note to parents."
NAMES = [
    # names in the archive, as docmine lists them
    (["inner/plan.txt", "b.txt"], ["inner/plan.txt", "b.txt"]),
    (["inner\\plan.txt"], ["inner/plan.txt"]),  # as old Windows programs write them
    (["/etc/plan.txt", "C:\\plan.txt"], ["etc/plan.txt", "plan.txt"]),
    (["../../plan.txt", "a/../plan.txt", "./x.txt"], ["plan.txt", "a/plan.txt", "x.txt"]),
    (["plan.txt", "plan.txt"], ["plan.txt", "plan (2).txt"]),
    (["inner/", "inner/a.txt"], ["inner/a.txt"]),
    (["__MACOSX/._a.txt", ".hidden.txt", "a/.git/b.txt", "~$a.txt", "README.txt", "a.txt"], ["a.txt"]),
    (["Übersicht – Mai.txt"], ["Übersicht – Mai.txt"]),
    (["a\nb\x1b[31m.txt"], ["a_b_[31m.txt"]),
    (["x.txt", "x.txt/b.txt"], ["x.txt", "x.txt_b (2).txt"]),  # no file is a folder
]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("names", "expected"), NAMES, ids=[c[0][0] for c in NAMES])
def test_names(tmp_path: Path, names: list[str], expected: list[str]) -> None:
    path = tmp_path / "papers.zip"
    path.write_bytes(archive(*((name, NOTE + str(i).encode()) for i, name in enumerate(names))))
    members = listing(path)
    assert told(members, path) == [(name, "read") for name in expected]
    for member in members:
        assert hashlib.sha256(bytes_of(member.path)).hexdigest() == member.sha256
        assert member.part_of == path


def test_names_in_utf8_that_do_not_say_so(tmp_path: Path) -> None:
    path = tmp_path / "papers.zip"
    data = archive(("Ü.txt", NOTE))
    for at in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data = data[:at] + b"\x00\x00" + data[at + 2 :]
    path.write_bytes(data)
    assert told(listing(path), path) == [("Ü.txt", "read")]
    path.write_bytes(data.replace("Ü".encode(), b"\x9a."))  # Ü on an old Windows machine
    assert told(listing(path), path) == [("Ü..txt", "read")]


def test_in_one_another(tmp_path: Path) -> None:
    path = tmp_path / "papers.zip"
    letter = mail(("plan.txt", NOTE), ("logo.gif", b"GIF89a"), ("old.zip", archive(("deep.txt", NOTE))))
    path.write_bytes(
        archive(("sub/letter.eml", letter), ("sheet.xlsx", b"PK\x03\x04"), ("a.zip", archive(("b.txt", NOTE))))
    )
    assert told(listing(path), path) == [
        ("sub/letter.eml", "read"),
        ("sub/letter.eml/plan.txt", "read"),
        ("sub/letter.eml/logo.gif", "passed over"),
        ("sub/letter.eml/old.zip/deep.txt", "read"),
        ("sheet.xlsx", "passed over"),
        ("a.zip/b.txt", "read"),
    ]
    deep = path / "sub/letter.eml/old.zip/deep.txt"
    assert bytes_of(deep) == NOTE
    document = read(deep)
    assert (document.name, document.path, document.text) == ("deep.txt", str(deep), NOTE.decode())
    assert document.part_of == str(deep.parent)


def test_what_is_a_container(tmp_path: Path) -> None:
    import docx

    word = io.BytesIO()
    docx.Document().save(word)
    odt = archive(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>"))
    cases = [
        ("a.zip", archive(("a.txt", NOTE)), True),
        ("a.docx", archive(("a.txt", NOTE)), True),  # by its content
        ("b.docx", word.getvalue(), False),
        ("b.zip", word.getvalue(), False),
        ("a.odt", odt, False),
        ("a.eml", mail(("a.txt", NOTE)), True),
        ("b.eml", mail(), False),
        ("a.txt", NOTE, False),
        ("broken.zip", archive(("a.txt", NOTE))[:60], False),
    ]
    for name, data, expected in cases:
        (tmp_path / name).write_bytes(data)
        assert is_container(tmp_path / name) == expected, name
    assert not is_container(tmp_path / "gone.zip")


def locked(data: bytes) -> bytes:
    """The archive with its first file marked as encrypted."""
    at, central = data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8
    data = data[:at] + b"\x01\x00" + data[at + 2 :]
    return data[:central] + b"\x01\x00" + data[central + 2 :]


def with_method(data: bytes, method: int) -> bytes:
    at, central = data.index(b"PK\x03\x04") + 8, data.index(b"PK\x01\x02") + 10
    data = data[:at] + struct.pack("<H", method) + data[at + 2 :]
    return data[:central] + struct.pack("<H", method) + data[central + 2 :]


def torn(data: bytes) -> bytes:
    """The archive with the first file's content overwritten."""
    at = data.index(b"a.txt") + 5
    return data[:at] + b"\xff" * 8 + data[at + 8 :]


GOOD = ("good.txt", NOTE)
BOMB = ("bomb.txt", b" " * 20_000_000)
SMALL = Limits(file_mb=1, total_mb=3, files=3, depth=2)
REFUSED = [
    # what, archive, limits, the members with a part of the reason
    ("a password", locked(archive(("a.txt", NOTE), GOOD)), Limits(), [("a.txt", "password"), ("good.txt", "read")]),
    (
        "an unknown method",
        with_method(archive(("a.txt", NOTE), GOOD), 97),
        Limits(),
        [("a.txt", "does not know"), ("good.txt", "read")],
    ),
    ("damage", torn(archive(("a.txt", NOTE * 40), GOOD)), Limits(), [("a.txt", "damaged"), ("good.txt", "read")]),
    ("a bomb", archive(BOMB, GOOD), Limits(), [("bomb.txt", "times its packed size"), ("good.txt", "read")]),
    (
        "one file too large",
        archive(("a.txt", b"ab" * 700_000), GOOD),
        SMALL,
        [("a.txt", "more than the 1 MB"), ("good.txt", "read")],
    ),
    (
        "too much in all",
        archive(*((f"{i}.pdf", bytes(1_000_000)) for i in range(4))),
        Limits(total_mb=3),
        [(".", "more than 3 MB")],
    ),
    ("too many", archive(*((f"{i}.txt", NOTE) for i in range(4))), SMALL, [(".", "More than 3 files")]),
    (
        "too deep",
        archive(("a.zip", archive(("b.zip", archive(("c.txt", NOTE))))), GOOD),
        SMALL,
        [("a.zip/b.zip", "deeper than 2"), ("good.txt", "read")],
    ),
    ("nothing", archive(), Limits(), [(".", "no documents")]),
    ("an empty file", archive(("a.txt", b"")), Limits(), [("a.txt", "read")]),  # its reader says that it is empty
    (
        "an archive in it that is damaged",
        archive(("a.zip", archive(GOOD)[:50]), GOOD),
        Limits(),
        [("a.zip", "read"), ("good.txt", "read")],
    ),
]


@pytest.mark.parametrize(("what", "data", "limits", "expected"), REFUSED, ids=[c[0] for c in REFUSED])
def test_refused(tmp_path: Path, what: str, data: bytes, limits: Limits, expected: list[tuple[str, str]]) -> None:
    path = tmp_path / "papers.zip"
    path.write_bytes(data)
    found = told(listing(path, limits), path)
    assert [name for name, _ in found] == [name for name, _ in expected]
    for (name, said), (_, says) in zip(found, expected, strict=True):
        assert says in said
        if said != "read":
            assert said.endswith(".")
            with pytest.raises(UnreadableDocument):
                read(path / name, max_mb=limits.file_mb)


def test_a_size_that_lies(tmp_path: Path) -> None:
    data = archive(("a.txt", b"word " * 500_000))
    central = data.index(b"PK\x01\x02") + 24
    path = tmp_path / "papers.zip"
    path.write_bytes(data[:central] + struct.pack("<I", 100) + data[central + 4 :])
    [member] = listing(path, SMALL)
    assert member.reason


def test_winmail(tmp_path: Path) -> None:
    path = tmp_path / "letter.eml"
    path.write_bytes(mail(("winmail.dat", b'x\x9f>"'), ("plan.txt", NOTE)))
    letter, winmail, plan = listing(path)
    assert letter.path == path
    assert letter.part_of is None
    assert "winmail.dat" in (winmail.reason or "")
    assert plan.sha256


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "papers.zip"
    path.write_bytes(archive(("a.txt", NOTE)))
    for wrong in (path / "b.txt", path / "a.txt/b.txt", tmp_path / "gone.zip/a.txt"):
        with pytest.raises(UnreadableDocument, match="no such file"):
            bytes_of(wrong)
