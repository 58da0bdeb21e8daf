"""Drive the watcher as a user does: edit files beside it and read what it says."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner

from verifier.cli.main import main

# A background job of a shell ignores the interrupt, and so would what it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

pytest.importorskip("watchfiles", reason="watchfiles is not installed: pip install -e '.[test]'")
WAIT = 30.0


class Watcher:
    """Run the command, and hand out what it prints line by line."""

    def __init__(self) -> None:
        call = [sys.executable, "-c", "from verifier.cli.main import main; main()", "watch", ferry.POSTMORTEM]
        call += ["--sources", ferry.ARTICLES, "--baseline", "waivers.jsonl"]
        self.process = subprocess.Popen(
            call, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """Return the lines up to the first one with the words in it."""
        found: list[str] = []
        while not found or words not in found[-1]:
            found.append(self._lines.get(timeout=WAIT))
        return found


@pytest.fixture
def watcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watcher]:
    ferry.write(tmp_path)
    (tmp_path / "waivers.jsonl").write_text("# none\n")
    monkeypatch.chdir(tmp_path)
    running = Watcher()
    running.until("new: error")
    yield running
    running.process.send_signal(signal.SIGINT)
    running.process.wait(timeout=WAIT)


def put(path: str, text: str) -> None:
    """Write a file as editors do: beside its place, then moved there."""
    Path(f"{path}.new").write_text(text, encoding="utf-8")
    Path(f"{path}.new").replace(path)


def test_a_mended_postmortem_shows_what_is_gone_and_a_broken_one_what_is_new(watcher: Watcher) -> None:
    put(ferry.POSTMORTEM, ferry.PAGE.replace("40,000", "4,000"))
    said = watcher.until("gone: error")
    assert "ferry.txt changed" in said
    assert any(line.startswith("clear: no difference found in 5 claims") for line in said)
    put(ferry.POSTMORTEM, ferry.PAGE.replace("40,000", "70,000"))
    said = watcher.until("new: error")
    assert any(line.startswith("hold: 1 problem; 1 sentence affected") for line in said)


def test_a_changed_source_counts_as_well(watcher: Watcher) -> None:
    put(f"{ferry.ARTICLES}/7001.txt", ferry.FIRST.replace("4,000", "40,000"))
    assert "7001.txt changed" in watcher.until("gone: error")


def test_what_cannot_be_read_is_told_and_the_watch_goes_on(watcher: Watcher) -> None:
    put(ferry.POSTMORTEM, "")
    watcher.until("error: ferry.txt: is empty")
    put(ferry.POSTMORTEM, ferry.PAGE.replace("40,000", "4,000"))
    watcher.until("clear: ")


def test_it_ends_quietly(watcher: Watcher) -> None:
    watcher.process.send_signal(signal.SIGINT)
    watcher.until("interrupted")
    assert watcher.process.wait(timeout=WAIT) == 130


@pytest.mark.parametrize(
    ("postmortem", "articles", "status", "said"),
    [
        ("none.txt", ferry.ARTICLES, 3, "verifier: error: none.txt: no such file; check the path\n"),
        (ferry.POSTMORTEM, "none", 3, "verifier: error: none: no such file; check the path\n"),
        ("-", ferry.ARTICLES, 2, "verifier: error: standard input cannot be watched; name a file\n"),
    ],
)
def test_what_is_not_there_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postmortem: str, articles: str, status: int, said: str
) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["watch", postmortem, "--sources", articles])
    assert (result.exit_code, result.stderr) == (status, said)
