"""What a word processor's file flows: paragraphs with their look and tables, whatever the format → pieces.

word, odt and rtf make the items; `pieces` decides what is a heading, a bullet, a row or a table made for layout.
"""

from docmine.read.office.flow.items import Cell, Item, Note, Paragraph, Table
from docmine.read.office.flow.walk import pieces

__all__ = ["Cell", "Item", "Note", "Paragraph", "Table", "pieces"]
