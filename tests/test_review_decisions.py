"""Prove that decisions are kept whole, whoever writes at the same time and whenever somebody is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from samples import IN_IMPACTS, IN_TITLE, LOST, TITLE

from verifier.config import baseline
from verifier.errors import ConfigError, UsageError
from verifier.gate.fingerprint import fingerprint
from verifier.model import Finding
from verifier.review.decisions import ACCEPTED, DISMISSED, FIXED, OPEN, Decision, Store

BOTH = ((IN_TITLE, TITLE.text), (IN_IMPACTS, LOST.text))
WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from samples import IN_TITLE
from verifier.review.decisions import Decision, Store
store, name = Store(Path(sys.argv[1])), sys.argv[2]
for number in range(int(sys.argv[3])):
    finding = replace(IN_TITLE, id=f"f-{name}-{number}")
    store.decide(Decision("p", ((finding, "text " * 200),), "dismissed", "seen", "Ann"))
    print(number, flush=True)
"""


def decision(kind: str, reason: str = "", *findings: tuple[Finding, str]) -> Decision:
    return Decision("ferry", findings or BOTH, kind, reason, "Ann")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "waivers.jsonl")


def test_a_dismissal_becomes_waivers_that_the_gate_reads(store: Store) -> None:
    store.decide(decision(DISMISSED, "both figures \u202eare right"))
    waivers = baseline.read(store.path)
    assert {w.fingerprint for w in waivers} == {fingerprint(IN_TITLE), fingerprint(IN_IMPACTS)}
    assert {(w.postmortem, w.reason, w.author) for w in waivers} == {("ferry", "both figures \\u202eare right", "Ann")}


@pytest.mark.parametrize("kind", [ACCEPTED, FIXED])
def test_other_decisions_waive_nothing_and_replace_each_other(store: Store, kind: str) -> None:
    store.decide(decision(DISMISSED, "no"))
    store.decide(decision(kind))
    assert store.waivers() == ()
    assert {mark.decision for mark in store.marks()} == {kind}
    store.decide(decision(OPEN))
    assert store.marks() == ()


def test_a_dismissal_needs_a_reason(store: Store) -> None:
    with pytest.raises(UsageError, match="a dismissal needs a reason"):
        store.decide(decision(DISMISSED, " \n"))
    assert not store.path.exists()


def test_decisions_on_other_postmortems_stay(store: Store) -> None:
    store.decide(decision(DISMISSED, "no")._replace(postmortem="other"))
    store.decide(decision(OPEN))
    assert {w.postmortem for w in store.waivers()} == {"other"}


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"a": 1}', '{"postmortem":"p","fingerprint":"f","decision":1,"author":"a"}']
)
def test_a_broken_mark_is_named(store: Store, line: str) -> None:
    store.marks_path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"waivers\.jsonl\.marks, line 2: is no mark; take the line out"):
        store.marks()


def test_many_tabs_lose_nothing(store: Store) -> None:
    findings = [replace(IN_TITLE, id=f"f-{number}") for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda f: store.decide(decision(DISMISSED, "seen", (f, "text"))), findings))
    assert {w.fingerprint for w in store.waivers()} == {fingerprint(f) for f in findings}


def start(store: Store, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(store.path), name, str(number)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_several_programs_lose_nothing(store: Store) -> None:
    writers = [start(store, name, 8) for name in "abc"]
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    assert len(store.waivers()) == 24


def test_what_was_written_survives_a_kill_in_the_middle(store: Store) -> None:
    for turn in range(3):
        writer = start(store, str(turn), 10_000)
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(0.05 + 0.03 * turn)
        writer.send_signal(signal.SIGKILL)
        told = len((first + writer.stdout.read()).splitlines())
        writer.wait()
        mine = [w for w in store.waivers() if fingerprint(IN_TITLE) != w.fingerprint]
        assert told >= 1
        assert len(mine) >= told
        store.path.unlink()
