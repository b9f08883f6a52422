"""Broken files of every format that docmine reads, and files made to do harm; the same bytes at every call.

    python -m tests.broken.build FOLDER

Each good file of `samples` is changed in every way of `damage`, and those that are archives inside also part by part;
`tests.broken.nasty` adds what no accident brings about. `good` are the files that must survive among them.
"""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tests.broken import nasty, samples

Files = Iterator[tuple[str, bytes]]
ALIKE = ("ppt/slideLayouts/slideLayout", "ppt/slideLayouts/_rels", "ppt/printerSettings", "docProps/thumbnail")
"""Parts of a presentation that are there many times, or that nobody reads."""
BY_PARTS = (".docx", ".odt", ".pptx", ".zip")


def files(sizes: nasty.Sizes = nasty.SMALL, every: int = 1) -> dict[str, bytes]:
    """Name → bytes of the broken files, some hundreds; every so manieth of those with damage."""
    found: dict[str, bytes] = {}
    chance = random.Random(1)
    for name, data in samples.samples().items():
        stem, _, suffix = name.rpartition(".")
        for what, changed in islice(damage(name, data), chance.randrange(every), None, every):
            found[f"{stem} {what}.{suffix}"] = changed
        if f".{suffix}" in BY_PARTS:
            for what, changed in islice(damaged_parts(name, data), chance.randrange(every), None, every):
                found[f"{stem} {what}.{suffix}"] = changed
    for name, data in misnamed():
        found[name] = data
    found.update(nasty.files(sizes))
    return found


def damage(name: str, data: bytes) -> Files:
    """What a broken disk, a broken line or a careless program does to a file."""
    chance = random.Random(name)
    size = len(data)
    for share in (0.02, 0.2, 0.5, 0.8, 0.97):
        yield f"ends after {share:.0%}", data[: int(size * share)]
    yield "ends before its last byte", data[:-1]
    yield "begins late", data[size // 10 :]
    for count in (1, 20, size // 50):
        changed = bytearray(data)
        for at in (chance.randrange(size) for _ in range(count)):
            changed[at] ^= 1 << chance.randrange(8)
        yield f"{count} bits turned", bytes(changed)
    middle, tenth = size // 2, size // 10
    yield "no header", bytes(min(512, size)) + data[512:]
    yield "zeroes within", data[:middle] + bytes(tenth) + data[middle + tenth :]
    yield "zeroes at the end", data[:-tenth] + bytes(tenth)
    yield "only zeroes", bytes(size)
    yield "noise within", data[:middle] + chance.randbytes(tenth) + data[middle + tenth :]
    yield "halves exchanged", data[middle:] + data[:middle]
    yield "a piece twice", data[: middle + tenth] + data[middle:]
    yield "sent as text", data.decode("latin-1").replace("\n", "\r\n").encode("utf-8")
    if not data.startswith((b"PK", b"\xd0\xcf", b"%PDF")):
        text = data.decode("utf-8", "replace")
        yield "in UTF-16 without mark", text.encode("utf-16-le")
        yield "in EBCDIC", text.encode("cp500", "replace")
        yield "in UTF-7", text.encode("utf-7")
        yield "with stray bytes", data.replace(b"e", b"\xe9")
        yield "with null characters", data.replace(b" ", b"\x00 ")


def damaged_parts(name: str, data: bytes) -> Files:
    """One part of a package at a time gone, empty, broken off or filled with noise; and the archive's own tables."""
    chance = random.Random(name)
    parts = unpacked(data)
    for part, content in parts.items():
        if part.startswith(ALIKE):
            continue
        short = part.replace("/", "-")
        without = {p: c for p, c in parts.items() if p != part}
        yield f"without {short}", packed(without)
        yield f"{short} broken off", packed(parts | {part: content[: len(content) // 2]})
    main = max((p for p in parts if p.endswith(".xml")), key=lambda p: len(parts[p]), default=next(iter(parts)))
    for what, content in (
        ("empty", b""),
        ("noise", chance.randbytes(2000)),
        ("other XML", b"<a><b>word</b></a>"),
        ("no ends of tags", parts[main].replace(b"</", b"<")),
        ("numbers too large", parts[main].replace(b'="1', b'="99999999999999999999')),
        ("no numbers", parts[main].replace(b'="1', b'="x')),
        ("in UTF-16", parts[main].decode("utf-8", "replace").encode("utf-16")),
    ):
        yield f"main part {what}", packed(parts | {main: content})
    at = data.rfind(b"PK\x01\x02")
    yield "without its table", data[:at]
    yield "table noise", data[:at] + chance.randbytes(len(data) - at)
    yield "a part's checksum wrong", data.replace(parts[main][100:120], bytes(20), 1)


def misnamed() -> Files:
    """Each sample under the ending of another."""
    found = samples.samples()
    endings = sorted({name.rpartition(".")[2] for name in found})
    for number, (name, data) in enumerate(found.items()):
        stem, _, suffix = name.rpartition(".")
        for ending in (endings[(number + 1) % len(endings)], endings[(number + 4) % len(endings)]):
            if ending != suffix:
                yield f"{stem} really {suffix}.{ending}", data


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, how)
    return out.getvalue()


def write(folder: Path, sizes: nasty.Sizes = nasty.SMALL, every: int = 1) -> list[Path]:
    """The broken files in `folder`, and what only a file system can hold; the good ones too."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in {**files(sizes, every), **samples.good()}.items():
        (folder / name).write_bytes(data)
    nasty.odd_places(folder)
    return sorted(folder.iterdir())


if __name__ == "__main__":
    print(f"{len(write(Path(sys.argv[1]), nasty.LARGE))} files in {sys.argv[1]}")
