"""Prove how progress is told, that terminals alone get colour, and that one of several tables holds an incident."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from verifier.cli.common import progress, read_postmortems
from verifier.cli.output import looks
from verifier.errors import UsageError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let the clock go on by as many seconds as are put into the list."""
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: sum(now))
    return now


def run(clock: list[float], seconds: float, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    done = []
    for item in progress(["a", "b", "c"], "reading"):
        clock.append(seconds)
        done.append(item)
    assert done == ["a", "b", "c"]
    return stream.getvalue()


def test_short_runs_are_silent(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(clock, 0.3, Terminal(), monkeypatch) == ""


def test_terminals_are_told_on_one_line(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    said = run(clock, 2.0, Terminal(), monkeypatch)
    assert said == "\r\x1b[Kreading 2 of 3\r\x1b[Kreading 3 of 3\r\x1b[K"


def test_logs_are_told_in_plain_lines(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(clock, 6.0, io.StringIO(), monkeypatch) == "verifier: reading 3 of 3\n"


def test_streams_without_a_length_are_counted(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    clock.extend(11.0 for _ in progress(iter("ab"), "answering line"))
    assert stream.getvalue() == "verifier: answering line 2\n"


def test_only_terminals_get_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "97")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert looks() == {}
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert looks() == {"width": 97, "color": True}
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks() == {"width": 97, "color": False}
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "dumb")
    assert looks() == {"width": 97, "color": False}


def tables(folder: Path) -> list[str]:
    for name, ids in (("a.csv", (1, 2)), ("b.csv", (3, 4))):
        rows = "".join(f"{n},Pier {n} Closes,Summary {n} of the pier.\n" for n in ids)
        (folder / name).write_text(f"Incident ID,Title,Summary\n{rows}", encoding="utf-8")
    return [str(folder / "a.csv"), str(folder / "b.csv")]


def test_of_several_tables_one_holds_the_incident(tmp_path: Path) -> None:
    found, troubles = read_postmortems([Path(path) for path in tables(tmp_path)], "3")
    assert [one.id for one in found] == ["3"]
    assert troubles == ()


@pytest.mark.parametrize(("incident", "told"), [("9", "a.csv: there is no incident"), ("33", 'did you mean "3"?')])
def test_an_incident_that_no_table_holds_is_told(tmp_path: Path, incident: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_postmortems([Path(path) for path in tables(tmp_path)], incident)
