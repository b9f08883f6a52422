"""A document as plain text for people."""

from __future__ import annotations

from docmine.records import ASIDE, Document


def as_text(document: Document) -> str:
    """Headings with "#", bullets with their marker, cells of a table between bars; furniture is left out."""
    lines: list[str] = []
    previous = ""
    for block in document.blocks:
        if block.kind in ASIDE:
            continue
        if lines and not (block.kind == previous and block.kind in ("list_item", "table_row")):
            lines.append("")
        if block.kind == "heading":
            lines.append(f"{'#' * (block.level or 1)} {block.text}")
        elif block.kind == "list_item":
            lines.append(f"{'  ' * ((block.level or 1) - 1)}{block.marker or '•'} {block.text}")
        elif block.kind == "table_row":
            lines.append(block.text.replace("\t", " | "))
        else:
            lines.append(block.text)
        previous = block.kind
    return "\n".join(lines) + "\n"
