"""Prove that asking ends, whatever a reader does, and that one failure costs one answer."""

from __future__ import annotations

import threading
import time
from collections import Counter

import pytest
from reader_kit import SUPPORTED, Scripted
from samples import FERRY

from verifier.reader.asking import Manner, Reply, ask
from verifier.reader.questions import questions
from verifier.reader.values import Question, ReaderError

ASKED = questions(FERRY)
QUICK = Manner(pause=0.01, longest_pause=0.02)


def test_replies_come_in_the_order_of_the_questions() -> None:
    def slow_first(question: Question) -> str:
        time.sleep(0.05 if question is ASKED[0] else 0)
        return question.claim

    heard: list[Reply] = []
    replies = ask(Scripted(slow_first), ASKED, QUICK, heard.append)
    assert [r.text for r in replies] == [q.claim for q in ASKED]
    assert sorted(r.text for r in heard) == sorted(q.claim for q in ASKED)


def test_several_questions_run_at_once_but_no_more_than_allowed() -> None:
    lock, running, most = threading.Lock(), 0, 0

    def count(_: Question) -> str:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.03)
        with lock:
            running -= 1
        return SUPPORTED

    ask(Scripted(count), ASKED, QUICK._replace(workers=2))
    assert most == 2


def test_what_may_help_is_tried_again() -> None:
    tried = Counter[str]()

    def busy_twice(question: Question) -> str:
        tried[question.claim] += 1
        if tried[question.claim] < 3:
            raise ReaderError("is busy", again=True)
        return SUPPORTED

    assert {r.text for r in ask(Scripted(busy_twice), ASKED, QUICK)} == {SUPPORTED}
    assert set(tried.values()) == {3}


@pytest.mark.parametrize("times", [3, 1])
def test_what_keeps_failing_is_given_up_and_costs_no_other_answer(times: int) -> None:
    tried = Counter[str]()

    def one_fails(question: Question) -> str:
        tried[question.claim] += 1
        if question is ASKED[1]:
            raise ReaderError("is busy", again=times > 1)
        return SUPPORTED

    replies = ask(Scripted(one_fails), ASKED, QUICK._replace(attempts=3))
    assert [r.failure for r in replies] == ["", "is busy", "", ""]
    assert tried[ASKED[1].claim] == times


def test_a_wait_that_is_asked_for_is_kept_within_bounds() -> None:
    def later(_: Question) -> str:
        raise ReaderError("is busy", again=True, after=1e9)

    start = time.monotonic()
    ask(Scripted(later), ASKED[:1], QUICK._replace(attempts=3))
    assert 0.04 <= time.monotonic() - start < 2


def test_after_a_failure_that_holds_for_all_nobody_else_is_asked() -> None:
    reader = Scripted(lambda _: (_ for _ in ()).throw(ReaderError("wants another key", fatal=True)))
    replies = ask(reader, ASKED, QUICK._replace(workers=1))
    assert replies[0].failure == "wants another key"
    assert {r.failure for r in replies[1:]} == {"not asked: wants another key"}
    assert len(reader.heard) == 1


def test_after_nothing_but_failures_nobody_else_is_asked() -> None:
    reader = Scripted(lambda _: (_ for _ in ()).throw(ReaderError("is away")))
    replies = ask(reader, ASKED, QUICK._replace(workers=1, failures=2))
    assert [r.failure.startswith("not asked") for r in replies] == [False, False, True, True]


def test_a_reader_that_hangs_is_left_behind() -> None:
    for_ever = threading.Event()

    def hang(question: Question) -> str:
        if question is not ASKED[0]:
            for_ever.wait(30)
        return SUPPORTED

    start = time.monotonic()
    replies = ask(Scripted(hang), ASKED, QUICK._replace(patience=0.2))
    for_ever.set()
    assert time.monotonic() - start < 5
    assert [r.failure for r in replies] == ["", *["no reply within 0.2 seconds"] * 3]


def test_what_a_broken_reader_says_of_itself_is_not_repeated() -> None:
    def leak(_: Question) -> str:
        raise RuntimeError("key is sk-secret")

    assert {r.failure for r in ask(Scripted(leak), ASKED, QUICK)} == {"the reader broke (RuntimeError)"}


def test_nothing_to_ask_asks_nobody() -> None:
    assert ask(Scripted(lambda _: SUPPORTED), ()) == ()
