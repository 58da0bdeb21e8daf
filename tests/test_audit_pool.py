"""Prove that a pool does everything once, holds few items at a time, and survives processes that die."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from verifier.audit.executors import Crew, Inline, processes
from verifier.audit.pool import Pool


def double(number: int) -> int:
    if number == 13:
        raise ValueError("unlucky")
    return 2 * number


def fragile(task: tuple[int, str]) -> int:
    """End this process as a killed one: for 5 the first time alone, for 7 every time."""
    number, folder = task
    mark = Path(folder) / "died"
    if number == 7 or (number == 5 and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_item_is_done_once_and_errors_stay_with_their_item(jobs: int) -> None:
    found = dict(Pool(double, processes(jobs)).run(range(20)))
    assert {item: value for item, value in found.items() if item != 13} == {n: 2 * n for n in range(20) if n != 13}
    assert isinstance(found[13], ValueError)


def test_no_more_items_are_taken_than_fit_the_window() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(50):
            taken.append(number)
            yield number

    for done, _ in enumerate(Pool(double, processes(2)).run(items())):
        assert len(taken) <= done + 5


def test_a_process_that_dies_costs_only_the_item_it_always_dies_of(tmp_path: Path) -> None:
    found = dict(Pool(fragile, processes(2)).run((number, str(tmp_path)) for number in range(12)))
    assert isinstance(found.pop((7, str(tmp_path))), BrokenExecutor)
    assert sorted(value for value in found.values() if isinstance(value, int)) == [n for n in range(12) if n != 7]
    assert len(found) == 11


STARTS = """
import sys, time
from pathlib import Path
from verifier.audit.executors import processes
from verifier.audit.pool import Pool
import os

def stay(folder):
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(60)

list(Pool(stay, processes(2)).run([sys.argv[1]] * 2))
"""


def test_processes_end_with_the_one_that_started_them_although_that_is_killed(tmp_path: Path) -> None:
    parent = subprocess.Popen([sys.executable, "-c", STARTS, str(tmp_path)])
    assert soon(lambda: len([*tmp_path.iterdir()]) == 2)
    parent.kill()
    parent.wait()
    assert soon(lambda: not any(alive(int(path.name)) for path in tmp_path.iterdir()))


def soon(met: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 60
    while not met() and time.monotonic() < deadline:
        time.sleep(0.05)
    return met()


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and ") Z" in state.read_text())


def test_the_executor_is_shut_down_where_the_caller_stops() -> None:
    made: list[Watched] = []

    class Watched(Inline):
        closed = False

        def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002
            self.closed = True

    def start() -> Watched:
        made.append(Watched())
        return made[-1]

    running = Pool(double, Crew(start, 1)).run(range(9))
    next(running)
    running.close()  # type: ignore[attr-defined]
    assert [each.closed for each in made] == [True]
