"""Workers: what they may take, what becomes of one that takes more, and that none is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from docmine.errors import UnreadableDocument, UsageError
from docmine.read.apart import Limits, Readers
from docmine.read.watch import Page
from tests.broken import readers as faulty

FILE = Path("odd.pdf")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def readers() -> Iterator[Readers]:
    with Readers(2, Limits(seconds=60, memory_mb=400)) as readers:
        yield readers


@pytest.fixture
def hurried() -> Iterator[Readers]:
    with Readers(1, Limits(seconds=0.5, memory_mb=400)) as readers:
        yield readers


def is_running(pid: int) -> bool:
    """Whether the process is there, and more than an entry that nobody has asked for."""
    state = Path(f"/proc/{pid}/stat")
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def ends(pid: int, within: float = 5) -> bool:
    """Whether a process is gone after a while; the system may take its time to clear it away."""
    until = time.monotonic() + within
    while is_running(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not is_running(pid)


def reason(result: Future[object]) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        result.result(timeout=60)
    assert caught.value.path == str(FILE)
    return caught.value.reason


def test_answers_come_from_other_processes_in_the_order_asked(readers: Readers) -> None:
    assert [f.result() for f in [readers.submit(FILE, faulty.double, n) for n in range(50)]] == list(range(0, 100, 2))
    assert os.getpid() not in {readers.submit(FILE, faulty.process).result() for _ in range(5)}


def test_what_a_library_prints_does_not_spoil_the_answer(readers: Readers, capfd: pytest.CaptureFixture[str]) -> None:
    assert readers.submit(FILE, faulty.printing).result() == "answer"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("fault", [faulty.for_ever, faulty.for_ever_in_c])
def test_a_file_that_never_ends(hurried: Readers, fault: Callable[[], object]) -> None:
    before = hurried.submit(FILE, faulty.process).result()
    said = reason(hurried.submit(FILE, fault))
    assert said.startswith("Reading it took longer than 0.5 seconds.")
    assert "DOCMINE_READ_SECONDS" in said
    assert ends(before)
    assert hurried.submit(FILE, faulty.double, 4).result() == 8  # by a new worker


def test_each_page_to_be_recognised_adds_its_time() -> None:
    with Readers(1, Limits(seconds=0.4, memory_mb=400, page_seconds=0.3)) as readers:
        reading = readers.submit(FILE, faulty.page_by_page, 8, 0.2)
        seen = set()
        while not reading.done():
            seen.add(readers.page_of(FILE))
            time.sleep(0.02)
        assert reading.result() == "read"
        assert {Page(number, 8) for number in (2, 5, 7)} <= seen
        assert readers.page_of(FILE) is None
        assert reason(readers.submit(FILE, faulty.page_by_page, 2, 0.8)).startswith("Reading it took longer than 0.7 s")
        assert reason(readers.submit(FILE, faulty.for_ever)).startswith("Reading it took longer than 0.4 seconds.")


def test_what_a_worker_started_ends_with_it(hurried: Readers, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    assert "took longer" in reason(hurried.submit(FILE, faulty.with_a_child, note))
    assert ends(int(note.read_text()))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a program limit its memory")
def test_a_file_that_needs_too_much_memory(readers: Readers) -> None:
    said = reason(readers.submit(FILE, faulty.more_and_more))
    assert said.startswith("Reading it needed more than 0.4 GB of memory.")
    assert "DOCMINE_READ_MEMORY_MB" in said
    assert readers.submit(FILE, faulty.much, 200).result() == 200_000_000


@pytest.mark.parametrize(
    ("fault", "arguments"), [(faulty.segmentation_fault, ()), (faulty.leave, (0,)), (faulty.leave, (3,))]
)
def test_a_file_that_breaks_the_worker(readers: Readers, fault: Callable[..., object], arguments: tuple[int]) -> None:
    assert readers.submit(FILE, faulty.double, 1).result() == 2
    said = reason(readers.submit(FILE, fault, *arguments))
    assert said.startswith("The program that reads it broke off.")
    assert readers.submit(FILE, faulty.double, 4).result() == 8


@pytest.mark.parametrize(
    ("fault", "says"),
    [(faulty.key_error, "docmine failed on it (KeyError: 'w:body')"), (faulty.deeper, "nested too deeply")],
)
def test_a_fault_of_the_reader(readers: Readers, fault: Callable[[], object], says: str) -> None:
    assert says in reason(readers.submit(FILE, fault))


def test_other_errors_for_people_arrive_as_they_are(readers: Readers) -> None:
    with pytest.raises(UsageError, match="not what was meant"):
        readers.submit(FILE, faulty.misused).result()


def test_a_worker_makes_room_for_another_in_time(readers: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docmine.read.apart._CALLS", 2)
    with Readers(1, Limits(seconds=60, memory_mb=400)) as one:
        pids = [one.submit(FILE, faulty.process).result() for _ in range(6)]
    assert len(set(pids)) == 3
    assert all(ends(pid) for pid in pids)


def test_leaving_ends_all_at_once() -> None:
    with Readers(2, Limits(seconds=60, memory_mb=400)) as readers:
        pids = {readers.submit(FILE, faulty.process).result() for _ in range(10)}
        waiting = [readers.submit(FILE, faulty.for_ever) for _ in range(5)]
        began = time.monotonic()
    assert time.monotonic() - began < 5
    assert all(ends(pid) for pid in pids)
    assert all(f.done() for f in waiting)


SCRIPT = """
import sys
from docmine.read.apart import Limits, Readers
from tests.broken import readers as faulty
sys.stdout.write("started ")
with Readers(1, Limits(seconds=60, memory_mb=400)) as readers:
    print(readers.submit("a", faulty.process).result(), flush=True)
    readers.submit("a", faulty.for_ever).result()
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals as POSIX has them")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_of_a_program_that_was_stopped(tmp_path: Path, by: signal.Signals) -> None:
    """The script has no `if __name__ == "__main__"`: a worker must not run it once more."""
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    caller = subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert caller.stdout is not None
    started, worker = caller.stdout.readline().split()
    time.sleep(0.2)
    caller.send_signal(by)
    assert caller.wait(timeout=10) != 0
    assert (started, caller.stdout.read()) == ("started", "")
    caller.stdout.close()
    assert ends(int(worker))
