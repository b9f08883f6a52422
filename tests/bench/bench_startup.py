"""How long `docmine --help` takes, against `import typer`."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

HELP = "import sys; sys.argv = ['docmine', '--help']; from docmine.cli import main; main()"


def seconds(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return time.perf_counter() - began


def test_help_answers_within_twice_the_time_of_importing_typer() -> None:
    runs = [(seconds(HELP), seconds("import typer"), seconds("pass")) for _ in range(15)]
    help_, typer, python = (median(times) for times in zip(*runs, strict=True))
    print(f"\npython {python:.3f} s   import typer {typer:.3f} s   docmine --help {help_:.3f} s")
    print(f"ratio {help_ / typer:.2f} (at most 2)")
    assert help_ <= 2 * typer
