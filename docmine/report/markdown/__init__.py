"""A story → Markdown: the same sections as the HTML report, tables in the place of charts, no pictures."""

from docmine.report.markdown.write import written

__all__ = ["written"]
