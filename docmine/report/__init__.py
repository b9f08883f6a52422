"""What was found → a table for people, or JSON, JSON lines and CSV for programs.

    records, hits, findings, changes ─ rows ─▶ plain dicts ─ as_json, as_jsonl, as_csv ─▶ text
                                     ─ tables, cards ─▶ rich, folded to the terminal's width

Whatever comes out of a document passes `safe` on its way: no control character reaches a terminal, nothing is read as
markup, and no cell of a CSV file is a formula.
"""
