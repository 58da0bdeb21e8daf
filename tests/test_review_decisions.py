"""Prove that decisions are kept whole, whoever writes at the same time and whenever somebody is stopped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from filelock import FileLock, Timeout
from samples import IN_IMPACTS, IN_TITLE, LOST, TITLE

from verifier.config import baseline
from verifier.config.ledger import Ledger
from verifier.errors import ConfigError, UsageError
from verifier.gate.fingerprint import fingerprint
from verifier.model import Finding
from verifier.review.decisions import CONFIRMED, DISMISSED, FIXED, OPEN, Decision, StaleError, State, Store, Subject

BOTH = ((IN_TITLE, TITLE.text), (IN_IMPACTS, LOST.text))
WRITER = """
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from samples import IN_TITLE
from datetime import date
from verifier.config.ledger import Ledger
from verifier.review.decisions import Decision, Store, Subject
store, name = Store(Ledger(Path(sys.argv[1])), date(2030, 1, 1)), sys.argv[2]
for number in range(int(sys.argv[3])):
    finding = replace(IN_TITLE, id=f"f-{name}-{number}")
    store.decide(Decision(Subject("p", "t", ((finding, "text " * 200),)), "dismissed", "seen", "Ann"))
    print(number, flush=True)
"""


SUBJECT = Subject("ferry", "two figures", BOTH)


def decision(kind: str, reason: str = "", *findings: tuple[Finding, str], **more: str) -> Decision:
    return Decision(SUBJECT._replace(findings=findings or BOTH), kind, reason, more.pop("author", "Ann"), **more)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    clock = count()
    return Store(
        Ledger(tmp_path / "waivers.jsonl"),
        date(2030, 1, 1),
        lambda: datetime(2030, 1, 1, 9, 0, tzinfo=UTC) + timedelta(minutes=next(clock)),
    )


def state(store: Store) -> State:
    return store.states([SUBJECT])[0]


def test_a_dismissal_becomes_waivers_that_the_gate_reads(store: Store) -> None:
    store.decide(decision(DISMISSED, "both figures \u202eare right"))
    waivers = baseline.read(store.ledger.path)
    assert {w.fingerprint for w in waivers} == {fingerprint(IN_TITLE), fingerprint(IN_IMPACTS)}
    assert {(w.postmortem, w.reason, w.author) for w in waivers} == {("ferry", "both figures \\u202eare right", "Ann")}


@pytest.mark.parametrize("kind", [CONFIRMED, FIXED])
def test_every_decision_is_kept_with_who_when_and_why(store: Store, kind: str) -> None:
    store.decide(decision(DISMISSED, "no"))
    store.decide(decision(kind, "yes", author="Ben"))
    assert store.ledger.waivers() == ()
    assert state(store).decision == kind
    store.decide(decision(OPEN))
    assert state(store)[:2] == (
        OPEN,
        (
            "opened again by Ann on 1 Jan 2030, 09:02 UTC",
            f"{kind} by Ben on 1 Jan 2030, 09:01 UTC: yes",
            "dismissed by Ann on 1 Jan 2030, 09:00 UTC: no",
        ),
    )


def test_a_decision_on_a_stale_page_is_refused_and_told(store: Store) -> None:
    seen = state(store).seen
    store.decide(decision(DISMISSED, "the company mended it", author="Ben", seen=seen))
    with pytest.raises(StaleError, match=r"somebody decided meanwhile: dismissed by Ben on .*: the company mended it"):
        store.decide(decision(OPEN, seen=seen))
    assert len(store.ledger.waivers()) == 2
    store.decide(decision(OPEN, seen=state(store).seen))
    assert store.ledger.waivers() == ()


def test_a_waiver_taken_out_by_hand_is_noticed(store: Store) -> None:
    store.decide(decision(DISMISSED, "no"))
    seen = state(store).seen
    store.ledger.path.write_text(baseline.text_of(()))
    assert state(store).decision == OPEN
    with pytest.raises(StaleError):
        store.decide(decision(FIXED, seen=seen))


def test_waivers_that_a_decision_takes_out_stay_in_the_history(store: Store) -> None:
    store.decide(decision(DISMISSED, "no"))
    lines = sorted(map(baseline.line_of, store.ledger.waivers()))
    store.decide(decision(OPEN))
    assert sorted(store.ledger.history()[-1].removed) == lines


def test_an_expired_waiver_decides_nothing(store: Store) -> None:
    store.decide(decision(DISMISSED, "no"))
    old = [replace(w, expires=date(2029, 1, 1)) for w in store.ledger.waivers()]
    store.ledger.path.write_text(baseline.text_of(old))
    assert state(store).decision == OPEN


def test_a_waiver_of_a_part_is_shown_as_such(store: Store) -> None:
    store.decide(decision(DISMISSED, "no", BOTH[0]))
    assert state(store).decision == "partly dismissed"


def test_a_dismissal_needs_a_reason(store: Store) -> None:
    with pytest.raises(UsageError, match="a dismissal needs a reason"):
        store.decide(decision(DISMISSED, " \n"))
    assert not store.ledger.path.exists()


def test_decisions_on_other_postmortems_stay(store: Store) -> None:
    other = decision(DISMISSED, "no")
    store.decide(other._replace(subject=other.subject._replace(postmortem="other")))
    store.decide(decision(OPEN))
    assert {w.postmortem for w in store.ledger.waivers()} == {"other"}


BROKEN = dict.fromkeys(("at", "author", "reason", "postmortem", "title"), "") | {"decision": 1, "findings": []}


@pytest.mark.parametrize("line", ["{", "[]", '{"a": 1}', json.dumps(BROKEN)])
def test_a_broken_line_of_the_history_is_named(store: Store, line: str) -> None:
    store.ledger.history_path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(
        ConfigError,
        match=r"waivers\.jsonl\.history, line 2: is no entry of the history of decisions; take the line out",
    ):
        store.ledger.history()


def test_what_a_merge_left_in_the_history_is_named(store: Store) -> None:
    store.ledger.history_path.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="line 1: is left over from a merge; keep the lines of both sides"):
        store.ledger.history()


def test_a_line_cut_off_by_a_kill_is_passed_over_and_mended(store: Store) -> None:
    store.decide(decision(FIXED, "one"))
    with store.ledger.history_path.open("a") as stream:
        stream.write('{"at": "2030')
    assert len(store.ledger.history()) == 1
    store.decide(decision(FIXED, "two"))
    assert [entry.reason for entry in store.ledger.history()] == ["one", "two"]


def test_a_baseline_behind_a_link_is_written_through_it(store: Store, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    link = tmp_path / "link.jsonl"
    link.symlink_to(tmp_path / "shared" / "all.jsonl")
    linked = Store(Ledger(link), date(2030, 1, 1))
    linked.decide(decision(DISMISSED, "no"))
    assert link.is_symlink()
    direct = Store(Ledger(tmp_path / "shared" / "all.jsonl"), date(2030, 1, 1))
    assert state(direct).decision == DISMISSED
    with direct.ledger.locked(), pytest.raises(Timeout):
        FileLock(f"{os.path.realpath(link)}.lock", timeout=0).acquire()


def test_comments_written_by_hand_survive(store: Store) -> None:
    store.decide(decision(DISMISSED, "no"))
    text = store.ledger.path.read_text()
    first, second = sorted(map(baseline.line_of, store.ledger.waivers()))
    text = text.replace(first, f"# ask Cleo in May\n{first}").replace("# f\n", "# f\n# nothing here yet\n", 1)
    store.ledger.path.write_text(f"# our waivers\n{text}")
    store.decide(decision(DISMISSED, "still no", BOTH[0]))
    kept = store.ledger.path.read_text()
    assert all(kept.count(note) == 1 for note in ("# our waivers\n", "# ask Cleo in May\n", "# nothing here yet\n"))
    store.decide(decision(OPEN))
    kept = store.ledger.path.read_text()
    assert all(kept.count(note) == 1 for note in ("# our waivers\n", "# ask Cleo in May\n", "# nothing here yet\n"))
    assert second not in kept


def test_what_a_killed_run_left_is_swept_up(store: Store, tmp_path: Path) -> None:
    left = tmp_path / ".waivers.jsonl.abc123.tmp"
    left.write_text("half")
    other = tmp_path / ".other.jsonl.abc123.tmp"
    other.write_text("half")
    store.decide(decision(FIXED))
    assert not left.exists()
    assert other.exists()


def test_many_tabs_lose_nothing(store: Store) -> None:
    findings = [replace(IN_TITLE, id=f"f-{number}") for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda f: store.decide(decision(DISMISSED, "seen", (f, "text"))), findings))
    assert {w.fingerprint for w in store.ledger.waivers()} == {fingerprint(f) for f in findings}
    assert len(store.ledger.history()) == 40


def start(store: Store, name: str, number: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(store.ledger.path), name, str(number)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_several_programs_lose_nothing(store: Store) -> None:
    writers = [start(store, name, 8) for name in "abc"]
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    assert len(store.ledger.waivers()) == 24


def test_what_was_written_survives_a_kill_in_the_middle(store: Store) -> None:
    for turn in range(3):
        writer = start(store, str(turn), 10_000)
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(0.05 + 0.03 * turn)
        writer.send_signal(signal.SIGKILL)
        told = len((first + writer.stdout.read()).splitlines())
        writer.wait()
        mine = [w for w in store.ledger.waivers() if fingerprint(IN_TITLE) != w.fingerprint]
        assert told >= 1
        assert len(mine) >= told
        store.ledger.path.unlink()
