"""Make what runs jobs: this process, several processes of this machine, or the workers of a dask cluster."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from importlib import import_module
from typing import Any, NamedTuple, ParamSpec, TypeVar

from verifier.errors import InputError, UsageError, from_clone

P = ParamSpec("P")
R = TypeVar("R")
_AHEAD, _LOOK = 2, 1.0
_ANSWERS_WITHIN = "10s"
_SELDOM = (200_000, 20, 20)


class Crew(NamedTuple):
    """Hold how to start an executor, how many jobs it should have at hand, what to do at the end, and whether its
    processes share what this one has loaded.
    """

    start: Callable[[], Executor]
    window: int
    close: Callable[[], object] = lambda: None
    shares: bool = False

    def load(self, loading: Callable[[], object]) -> None:
        """Load what all processes need once, before they start, where they share it."""
        if self.shares:
            loading()
            gc.collect()
            gc.freeze()


class Inline(Executor):
    """Run every job at once, in this process."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run a job and return its outcome as a future that is done."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001  it is the caller's to look at, as with any executor
            future.set_exception(error)
        return future


def processes(jobs: int) -> Crew:
    """Return a crew of processes of this machine; one alone works in this process."""
    if jobs == 1:
        return Crew(Inline, 1)
    return Crew(
        lambda: ProcessPoolExecutor(jobs, initializer=_settle, initargs=(os.getpid(),)), _AHEAD * jobs, shares=True
    )


def cluster(address: str) -> Crew:
    """Return the workers of a dask cluster as a crew; the jobs of a worker that is lost go to another one.

    Raises: UsageError where the extra `dask` is missing; InputError where no scheduler answers.
    """
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise UsageError('--scheduler needs the extra "dask"', hint=from_clone("dask")) from error
    try:
        client = distributed.Client(address, timeout=_ANSWERS_WITHIN, set_as_default=False)
    except (OSError, ValueError) as error:
        raise InputError("no dask scheduler answers", address, "start one with: dask scheduler") from error
    threads = sum(client.nthreads().values())
    if not threads:
        client.close()
        raise InputError("the dask scheduler has no workers", address, f"start one with: dask worker {address}")
    return Crew(lambda: client.get_executor(pure=False, retries=2), max(8, _AHEAD * threads), client.close)


def _settle(parent: int) -> None:
    """Leave interrupts to the process that started this one, end with it, and look for garbage seldom as that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*_SELDOM)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process when the one that started it is gone: one that was killed could not tell it to."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
