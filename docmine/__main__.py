"""`python -m docmine`."""

from __future__ import annotations

from docmine.cli import main

main()
