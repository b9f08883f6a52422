"""A document that is a zip archive of XML parts: Office Open XML and OpenDocument.

Parsed without document types and entities, so that no part can grow by being read.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docmine.read.pieces import Unreadable, clean

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
"""The namespaces of "strict" files, which differ from the usual ones in nothing but their names."""
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_PROPERTIES = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_MAX_PART = 64_000_000
"""Bytes of one XML part. The text of a book of a thousand pages has ten million."""
_MAX_RATIO = 300
"""Unpacked to packed. Repetitive tables come to a hundred; a file made to burst to a thousand."""
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: `kind` is the last word of its type, `target` a part's name or an address outside."""

    kind: str
    target: str
    outside: bool


class _Damaged(Unreadable):
    """A part that is absent or no XML; a part made to harm is Unreadable outright."""


class Package:
    """The parts of one file. `warnings` gathers what could not be read of it."""

    def __init__(self, data: bytes, program: str) -> None:
        """Raises Unreadable for a damaged archive. `program` can save the file anew: "Word"."""
        self._damaged = f"The file is damaged. Open it in {program}, save it again and try once more."
        self.warnings: list[str] = []
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise Unreadable(self._damaged) from error
        self._names = {name.lower(): name for name in self._archive.namelist()}

    def main(self, otherwise: str) -> str:
        """The part that holds the document's text."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument":
                return relation.target
        return otherwise

    def needed(self, name: str) -> Any:
        """The root of a part without which there is no document.

        Raises Unreadable where it is absent or damaged.
        """
        from lxml import etree

        data = self._bytes(name)
        if data is None:
            raise _Damaged(self._damaged)
        try:
            return _parse(data)
        except (etree.XMLSyntaxError, ValueError) as error:  # ValueError: lxml's word for an encoding that it lacks
            raise _Damaged(self._damaged) from error

    def part(self, name: str | None, holds: str) -> Any | None:
        """The root of a part, None where it is absent; a damaged one is a warning that names what it `holds`."""
        if name is None or name.lower() not in self._names:
            return None
        try:
            return self.needed(name)
        except _Damaged:
            self.warnings.append(f"{holds} could not be read: that part of the file is damaged.")
            return None

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Of a part, by id; of the whole package for ""."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"), "The links of the file")
        found: dict[str, Relation] = {}
        for item in root.iter(f"{_RELATIONSHIPS}Relationship") if root is not None else ():
            target, outside = item.get("Target") or "", item.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id") or ""] = Relation((item.get("Type") or "").rsplit("/", 1)[-1], target, outside)
        return found

    def related(self, name: str, kind: str) -> str | None:
        """The first part of a kind that another refers to."""
        return next((r.target for r in self.relations(name).values() if r.kind == kind and not r.outside), None)

    def properties(self) -> dict[str, str]:
        """Title, author, subject, and the days of creation ("date") and last change ("modified")."""
        root = self.part(self.related("", "core-properties") or "docProps/core.xml", "The author and dates of the file")
        if root is None:
            return {}
        found = {
            "title": root.findtext(f"{_DC}title"),
            "author": root.findtext(f"{_DC}creator"),
            "subject": root.findtext(f"{_DC}subject"),
            "date": day(root.findtext(f"{_TERMS}created")),
            "modified": day(root.findtext(f"{_TERMS}modified")),
        }
        return {key: text for key, value in found.items() if (text := clean(value or ""))}

    def usual(self) -> bytes:
        """The same archive for a library that knows the usual namespaces only and stumbles over broken properties.

        Raises Unreadable where a part is damaged.
        """
        properties = self.related("", "core-properties") or "docProps/core.xml"
        bare = self.part(properties, "The author and dates of the file") is None
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as made:
            for name in dict.fromkeys(self._archive.namelist()):
                if name == properties and bare:
                    made.writestr(name, _NO_PROPERTIES)
                elif name.endswith((".xml", ".rels")):
                    made.writestr(name, _usual(self._bytes(name) or b""))
                elif not name.endswith("/"):
                    made.writestr(name, b"")  # pictures are not looked at
        return buffer.getvalue()

    def _bytes(self, name: str) -> bytes | None:
        real = self._names.get(name.lower())
        if real is None:
            return None
        entry = self._archive.getinfo(real)
        if entry.file_size > _MAX_PART or entry.file_size > max(entry.compress_size, 10_000) * _MAX_RATIO:
            raise Unreadable(
                f"A part of the file unpacks to {entry.file_size // 1_000_000 or 1} MB, which no publication needs."
                " Save it as PDF and try again, if you trust it."
            )
        try:
            return self._archive.read(real)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
            # ValueError and RuntimeError are zipfile's words for places outside of the file, and for a password.
            raise _Damaged(self._damaged) from error


def day(stamp: str | None) -> str | None:
    """The day of a time stamp; None for what is none."""
    match = re.match(r"\s*(\d{4}-\d\d-\d\d)", stamp or "")
    return match[1] if match and match[1] > "1900" else None


def elements(root: Any, tag: str) -> Iterator[Any]:
    """The elements of a tag under a root that may be absent."""
    return root.iter(tag) if root is not None else iter(())


def _parse(data: bytes) -> Any:
    """The root of a part.

    Raises XMLSyntaxError for what is no XML, Unreadable for a part with entities of its own.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(_usual(data), parser)


def _usual(data: bytes) -> bytes:
    """The part with the usual namespaces.

    Raises Unreadable for a document type: no writer makes one, and it can hold entities that burst when they are read.
    """
    head = data[:100_000]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unreadable(
            "The file defines entities of its own, as no publication does. Save it anew or as PDF, if you trust it."
        )
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", data)
