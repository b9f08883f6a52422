"""Calendar expressions of British usage, from text to ISO value; knows nothing of documents.

    text ─ expressions.find ─▶ model.Expression ─ values.resolve, with the date to reckon from ─▶ "2022-09/2023-03"

`words` holds the pieces that the patterns in `days`, `years` and `relative` are made of.
"""
