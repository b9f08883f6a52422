"""What the documents show is what happens: their commands run, their output is real, their map is the tree."""

from __future__ import annotations

import re
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from docmine import settings
from docmine.cli.main import app
from docmine.index import Index
from docmine.read.fetch import Fetched, FetchLimits

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["README.md", "CONTRIBUTING.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md"))]
IDS = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{16}|[0-9a-f]{8})\b")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Example:
    """A command as it stands in a page, and the lines of output that are shown below it."""

    page: str
    command: str
    shown: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.page}: {self.command}"


def shown_in_pages() -> list[Example]:
    found = []
    for page in PAGES:
        for block in CONSOLE.findall((ROOT / page).read_text(encoding="utf-8")):
            for entry in re.split(r"^\$ ", block, flags=re.M)[1:]:
                command, *lines = entry.splitlines()
                found.append(Example(page, command, tuple(line for line in lines if line.strip())))
    return found


def shown_in_help() -> list[Example]:
    commands = [("", get_group(app)), *get_group(app).commands.items()]
    return [
        Example(f"docmine {name} --help", line.strip())
        for name, command in commands
        for line in (command.epilog or "").splitlines()
        if line.startswith("  ")
    ]


@pytest.fixture
def desk(sample_index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like the project's after `make demo`: the sample publications and a copy of their index."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "labelled").symlink_to(ROOT / "tests" / "labelled")
    (tmp_path / "README.md").touch()
    (tmp_path / "index").mkdir()
    shutil.copy(sample_index.path, tmp_path / settings.Settings().index)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DOCMINE_INDEX", raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr("docmine.read.kept.fetch", sample_page)
    monkeypatch.setattr("docmine.web.running.listening", a_free_port)
    monkeypatch.setattr("docmine.web.running.run", served)
    return tmp_path


def a_free_port(host: str, port: int, *, exactly: bool) -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


def served(app: object, listener: socket.socket, started: Callable[[], None]) -> None:
    """What stands for a server: it ends as soon as it has started."""
    started()
    listener.close()


def sample_page(address: str, limits: FetchLimits) -> Fetched:
    """What stands for the web here: every address gives the sample's page."""
    data = (ROOT / "corpus" / "send-improvement-programme.html").read_bytes()
    return Fetched(asked=address, address=address, data=data, media_type="text/html")


def run(command: str) -> str:
    """The output of a command; `make` is only asked whether it knows the target.

    An id changes with any better reading of its document: the one that the record has now is taken instead.
    """
    if re.search(r" (?:show|similar) ", command):
        index = Index()
        (now,) = index.ids(index.commitments(contains="crisis line", doc="Newsletter 2"))
        command = IDS.sub(now[:8], command)
    if command.startswith("make "):
        subprocess.run(["make", "-n", "-C", str(ROOT), *shlex.split(command)[1:]], check=True, capture_output=True)
        return ""
    plain, _, file = command.removeprefix(".venv/bin/").partition(" > ")
    if "|" in plain:
        script = f'docmine() {{ {shlex.quote(sys.executable)} -m docmine "$@"; }}; {plain}'
        return subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True).stdout
    program, *words = shlex.split(plain)
    assert program == "docmine", command
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    if file:
        assert result.stdout
        Path(file).write_text(result.stdout, encoding="utf-8")
    return result.stdout + result.stderr


def folded(text: str) -> str:
    """Without what may change with any better rule: how the lines are broken, scores and ids."""
    return " ".join(re.sub(r"\(\d\.\d\d\)", "", IDS.sub("ID", text)).split())


@pytest.mark.parametrize("example", shown_in_pages(), ids=str)
def test_a_command_in_the_documents_does_what_they_show(example: Example, desk: Path) -> None:
    output = folded(run(example.command))
    at = 0
    for line in example.shown:
        if line.strip() != "...":
            found = output.find(folded(line), at)
            assert found >= 0, f"not in the output, or not in this place: {line}\n\n{output}"
            at = found + len(folded(line))


@pytest.mark.parametrize("example", shown_in_help(), ids=str)
def test_an_example_of_a_help_runs(example: Example, desk: Path) -> None:
    run(example.command)


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    said = CliRunner().invoke(app, ["manual"]).stdout
    written = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert written == said, "write it anew with: .venv/bin/docmine manual > docs/commands.md"


def test_the_map_in_the_readme_is_the_tree() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (drawn,) = re.findall(r"^docmine/\n((?:  \S.*\n)+)", text, re.M)
    rooms = {line.split()[0].rstrip("/") for line in drawn.splitlines()}
    there = {p.name for p in (ROOT / "docmine").iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert rooms == there - {"__init__.py", "__main__.py"}


def test_the_settings_in_the_readme_are_the_settings() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `DOCMINE_(\w+)` \| `([^`]+)` \|", text, re.M))
    plain = settings.Settings()
    assert rows == {name.upper(): str(getattr(plain, name)) for name in plain.__dataclass_fields__}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_between_pages_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert ((ROOT / page).parent / target).exists(), target


def test_every_pin_of_pyproject_is_the_constraint() -> None:
    pins = dict(re.findall(r'^  "([\w.-]+)==([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.M))
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()[1:]
    frozen = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in (line.split("==") for line in lines)}
    assert {name.lower(): frozen.get(name.lower()) for name in pins} == {n.lower(): v for n, v in pins.items()}
