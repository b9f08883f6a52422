"""The local web view of an index: `application` makes it, `docmine serve` runs it.

request ─ guard: Host, token, cross-site writes ─▶ a page of pages/, or the API ─▶ template ─▶ response, with its policy
                                                     │
          state: a snapshot of the index, and what it tells, gathered once ◀─ the index file, when it has changed

A page is a file in pages/ with plain functions (request) → response, and `ROUTES` that say under which address; it is
found there, and needs to be named nowhere else.
"""
