"""Writes small Outlook messages (.msg) for tests: a compound file of streams, as [MS-CFB] and [MS-OXMSG] say."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STRING, _NUMBER, _BYTES, _TIME, _STORAGE = 0x001F, 0x0003, 0x0102, 0x0040, 0x000D


@dataclass
class Folder:
    """A storage: streams and other storages by name."""

    streams: dict[str, bytes] = field(default_factory=dict)
    folders: dict[str, Folder] = field(default_factory=dict)


def message(
    *,
    subject: str = "Plans",
    text: str = "",
    markup: bytes = b"",
    sender: tuple[str, str] = ("Ada Brook", "ada@northbury.gov.uk"),
    to: tuple[tuple[str, str], ...] = (("Sam Hill", "sam@example.org"),),
    sent: int = 132_960_276_000_000_000,
    files: tuple[tuple[str, bytes], ...] = (),
    inner: Folder | None = None,
    header: int = 32,
) -> Folder:
    """A message; `sent` in hundreds of nanoseconds since 1601, `inner` a message attached to it."""
    values: dict[tuple[int, int], bytes | int] = {(0x0037, _STRING): subject.encode("utf-16-le")}
    values[0x0C1A, _STRING] = sender[0].encode("utf-16-le")
    values[0x5D01, _STRING] = sender[1].encode("utf-16-le")
    values[0x0039, _TIME] = sent
    values[0x3FDE, _NUMBER] = 65001
    if text:
        values[0x1000, _STRING] = text.encode("utf-16-le")
    if markup:
        values[0x1013, _BYTES] = markup
    made = _with(values, header)
    for number, (name, address) in enumerate(to):
        recipient: dict[tuple[int, int], bytes | int] = {
            (0x0C15, _NUMBER): 1,
            (0x3001, _STRING): name.encode("utf-16-le"),
        }
        recipient[0x39FE, _STRING] = address.encode("utf-16-le")
        made.folders[f"__recip_version1.0_#{number:08X}"] = _with(recipient, 8)
    for number, (name, data) in enumerate(files):
        attached: dict[tuple[int, int], bytes | int] = {(0x3705, _NUMBER): 1, (0x3701, _BYTES): data}
        attached[0x3707, _STRING] = name.encode("utf-16-le")
        made.folders[f"__attach_version1.0_#{number:08X}"] = _with(attached, 8)
    if inner is not None:
        held = _with({(0x3705, _NUMBER): 5}, 8)
        held.folders["__substg1.0_3701000D"] = inner
        made.folders[f"__attach_version1.0_#{len(files):08X}"] = held
    return made


def _with(values: dict[tuple[int, int], bytes | int], header: int) -> Folder:
    made = Folder()
    rows = b""
    for (name, kind), value in values.items():
        if isinstance(value, int):
            rows += struct.pack("<HHIQ", kind, name, 6, value)
        else:
            made.streams[f"__substg1.0_{name:04X}{kind:04X}"] = value
            rows += struct.pack("<HHIII", kind, name, 6, len(value) + (2 if kind == _STRING else 0), 0)
    made.streams["__properties_version1.0"] = bytes(header) + rows
    return made


def written(root: Folder) -> bytes:
    """The compound file; streams under 4096 bytes lie in its mini stream, as the format demands."""
    entries: list[list[object]] = []
    large: list[bytes] = []
    mini = b""
    minis: list[int] = []

    def add(name: str, folder: Folder | None, data: bytes, kind: int) -> int:
        nonlocal mini
        number = len(entries)
        start, size = _END, len(data)
        if folder is None and size >= 4096:
            start = -1 - len(large)
            large.append(data)
        elif folder is None and size:
            start = len(minis)
            blocks = -(-size // 64)
            minis.extend([*range(start + 1, start + blocks), _END])
            mini += data.ljust(blocks * 64, b"\0")
        entries.append([name, kind, _FREE, _FREE, _FREE, start, size])
        if folder is not None:
            children = [add(n, None, d, 2) for n, d in folder.streams.items()]
            children += [add(n, f, b"", 1) for n, f in folder.folders.items()]
            children.sort(key=lambda i: (len(str(entries[i][0])), str(entries[i][0]).upper()))
            entries[number][4] = _balanced(children)
        return number

    def _balanced(children: list[int]) -> int:
        if not children:
            return _FREE
        middle = len(children) // 2
        entries[children[middle]][2] = _balanced(children[:middle])
        entries[children[middle]][3] = _balanced(children[middle + 1 :])
        return children[middle]

    add("Root Entry", root, b"", 5)
    while len(entries) % 4:
        entries.append(["", 0, _FREE, _FREE, _FREE, 0, 0])
    sectors: list[bytes] = []
    fat: list[int] = []

    def chain(data: bytes) -> int:
        start = len(sectors)
        count = -(-len(data) // _SECTOR)
        for i in range(count):
            sectors.append(data[i * _SECTOR : (i + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            fat.append(start + i + 1 if i + 1 < count else _END)
        return start if count else _END

    starts = [chain(data) for data in large]
    for entry in entries:
        if isinstance(entry[5], int) and entry[5] < 0:
            entry[5] = starts[-1 - entry[5]]
    entries[0][5], entries[0][6] = chain(mini), len(mini)
    minifat = chain(b"".join(struct.pack("<I", i) for i in minis).ljust(-(-len(minis) // 128) * _SECTOR, b"\xff"))
    directory = b""
    for name, kind, left, right, child, start, size in entries:
        raw = str(name).encode("utf-16-le")
        directory += raw.ljust(64, b"\0") + struct.pack(
            "<HBBIII", len(raw) + 2 if raw else 0, kind, 1, left, right, child
        )
        directory += bytes(36) + struct.pack("<IQ", start, size)
    first = chain(directory)
    fats = 1
    while fats * 128 < len(sectors) + fats:
        fats += 1
    begin = len(sectors)
    fat += [_FAT] * fats
    table = b"".join(struct.pack("<I", i) for i in fat).ljust(fats * _SECTOR, b"\xff")
    sectors += [table[i * _SECTOR : (i + 1) * _SECTOR] for i in range(fats)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, fats, first, 0, 4096, minifat, -(-len(minis) // 128), _END, 0)
    head += b"".join(struct.pack("<I", begin + i if i < fats else _FREE) for i in range(109))
    return head + b"".join(sectors)
