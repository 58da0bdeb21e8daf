"""Prove that progress is told only where a run takes long, and that terminals alone get colour."""

from __future__ import annotations

import io
import sys
import time

import pytest

from verifier.cli.common import progress
from verifier.cli.output import looks


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
