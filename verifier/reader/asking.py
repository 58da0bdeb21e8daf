"""Ask many questions at once, again where that may help, and never wait for ever."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from verifier.reader.values import Question, Reader, ReaderError


class Manner(NamedTuple):
    """Say how many questions run at once, how often each is asked and how long one waits, in seconds.

    `patience` is the longest time without any reply; after `failures` without one good reply the rest is not asked.
    """

    workers: int = 4
    attempts: int = 4
    pause: float = 1.0
    longest_pause: float = 30.0
    patience: float = 180.0
    failures: int = 4


class Reply(NamedTuple):
    """Hold what a reader said to a question, or why it said nothing."""

    question: Question
    text: str = ""
    failure: str = ""


class _Worker(NamedTuple):
    """Hold what the threads of one round share."""

    reader: Reader
    manner: Manner
    waiting: queue.SimpleQueue[Question | None]
    replies: queue.SimpleQueue[tuple[Reply, bool]]
    stop: threading.Event


def ask(
    reader: Reader,
    questions: Sequence[Question],
    manner: Manner | None = None,
    told: Callable[[Reply], None] | None = None,
) -> tuple[Reply, ...]:
    """Return a reply to every question, in their order; a reader that fails or hangs leaves a reason.

    `told` hears of every reply as it comes.
    """
    found: dict[str, Reply] = {}
    for reply in _replies(reader, questions, manner or Manner()):
        found[reply.question.key] = reply
        if told:
            told(reply)
    return tuple(found[q.key] for q in questions)


def _replies(reader: Reader, questions: Sequence[Question], manner: Manner) -> Iterator[Reply]:
    """Yield replies as they come; threads that hang are left behind and die with the program."""
    shared = _Worker(reader, manner, queue.SimpleQueue(), queue.SimpleQueue(), threading.Event())
    left = {q.key: q for q in questions}
    for question in left.values():
        shared.waiting.put(question)
    for _ in range(min(manner.workers, len(left))):
        shared.waiting.put(None)
        threading.Thread(target=_work, args=(shared,), daemon=True).start()
    failed = good = 0
    reason = ""
    while left and not reason:
        try:
            reply, fatal = shared.replies.get(timeout=manner.patience)
        except queue.Empty:
            reason = f"no reply within {manner.patience:g} seconds"
            break
        del left[reply.question.key]
        yield reply
        failed, good = (failed + 1, good) if reply.failure else (0, good + 1)
        if reply.failure and (fatal or (failed >= manner.failures and not good)):
            reason = f"not asked: {reply.failure}"
    shared.stop.set()
    for question in left.values():
        yield Reply(question, failure=reason)


def _work(shared: _Worker) -> None:
    while (question := shared.waiting.get()) is not None and not shared.stop.is_set():
        reply, fatal = _asked(shared, question)
        if fatal:
            shared.stop.set()
        shared.replies.put((reply, fatal))


def _asked(shared: _Worker, question: Question) -> tuple[Reply, bool]:
    """Ask one question as often as its manner allows; say with the reply whether any further one is of no use."""
    manner = shared.manner
    for attempt in range(1, manner.attempts + 1):
        try:
            return Reply(question, shared.reader.ask(question)), False
        except ReaderError as error:
            if not error.again or attempt == manner.attempts or shared.stop.is_set():
                return Reply(question, failure=str(error)), error.fatal
            time.sleep(min(max(error.after, manner.pause * 2 ** (attempt - 1)), manner.longest_pause))
        except Exception as error:  # noqa: BLE001  whatever a reader does, the check goes on; its message may hold secrets
            return Reply(question, failure=f"the reader broke ({type(error).__name__})"), False
    return Reply(question, failure="not asked"), False
