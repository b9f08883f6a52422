"""A document's text for a page: its layout, with the places of records and links marked in it.

blocks ─ layout ─▶ pages of headings, paragraphs, lists, tables
text, records, links ─ marks ─▶ tokens that nest, whatever overlaps
"""
