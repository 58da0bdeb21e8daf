"""Run jobs on any executor: few at a time, so that memory stays flat, and on although a process dies."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from typing import Generic, TypeVar

from verifier.audit.executors import Crew

T = TypeVar("T")
R = TypeVar("R")


class Pool(Generic[T, R]):
    """Run one function over many items, a window of them at a time."""

    def __init__(self, work: Callable[[T], R], crew: Crew) -> None:
        self._work, self._crew = work, crew
        self._executor: Executor = crew.start()
        self._running: dict[Future[R], T] = {}
        self._suspects: deque[T] = deque()
        self._alone = False

    def run(self, items: Iterable[T]) -> Iterator[tuple[T, R | Exception]]:
        """Yield each item with its outcome, or with the error it ended in, as they are done.

        Where a process dies, what it and its fellows were at is done again, one by one; an item with which a process
        dies alone is given up.
        """
        waiting = iter(items)
        try:
            while self._fill(waiting):
                done, _ = wait(self._running, return_when=FIRST_COMPLETED)
                yield from self._collect(done)
        finally:
            self._stop()
            self._crew.close()

    def _fill(self, waiting: Iterator[T]) -> bool:
        """Hand out items up to the window, suspects first and alone; tell whether any is out."""
        while len(self._running) < (1 if self._suspects or self._alone else self._crew.window):
            self._alone = bool(self._suspects)
            if self._alone:
                self._submit(self._suspects.popleft())
                break
            item = next(waiting, None)
            if item is None:
                break
            self._submit(item)
        return bool(self._running)

    def _submit(self, item: T) -> None:
        try:
            self._running[self._executor.submit(self._work, item)] = item
        except BrokenExecutor:
            self._restart()
            self._running[self._executor.submit(self._work, item)] = item

    def _collect(self, done: Iterable[Future[R]]) -> Iterator[tuple[T, R | Exception]]:
        broken: BrokenExecutor | None = None
        for future in done:
            error = future.exception()
            if isinstance(error, BrokenExecutor):
                broken = error
            elif error is None:
                yield self._running.pop(future), future.result()
            elif isinstance(error, Exception):
                yield self._running.pop(future), error
            else:
                raise error
        if broken:
            yield from self._recover(broken)

    def _recover(self, error: BrokenExecutor) -> Iterator[tuple[T, Exception]]:
        lost, alone = list(self._running.values()), self._alone
        self._restart()
        if alone:
            yield from ((item, error) for item in lost)
        else:
            self._suspects.extend(lost)

    def _restart(self) -> None:
        self._stop()
        self._executor = self._crew.start()

    def _stop(self) -> None:
        for future in self._running:
            future.cancel()
        self._running.clear()
        self._executor.shutdown(wait=False)
