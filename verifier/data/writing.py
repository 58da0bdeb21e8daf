"""Write where it is right to: in no folder of other things, not while another run writes there, files as a whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from verifier.errors import OutputError, UsageError

WAIT = 5.0
"""So many seconds the processes of a run that was killed may still need to end."""


def refuse_others(folder: Path, is_own: Callable[[frozenset[str]], bool], what: str, hint: str) -> None:
    """Make sure that a folder is not there yet, or that by the names of what lies in it `is_own` holds it for ours.

    Raises: UsageError that says `what` of any other, and of what is no folder; OSError where it cannot be looked at.
    """
    if not os.path.lexists(folder):
        return
    if not folder.is_dir() or not is_own(frozenset(os.listdir(folder))):  # noqa: PTH208  names are asked for
        raise UsageError(what, str(folder), hint)


@contextmanager
def locked(path: Path, refused: OutputError, wait: float) -> Iterator[None]:
    """Keep other programs out by locking a file, which is made for it.

    Raises: `refused` where another one holds it for so many seconds; OSError where it cannot be made.
    """
    from filelock import FileLock, Timeout

    held = FileLock(path, timeout=wait)
    try:
        held.acquire()
    except Timeout as error:
        raise refused from error
    try:
        yield
    finally:
        held.release()


def locked_folder(folder: Path, name: str) -> AbstractContextManager[None]:
    """Keep other runs out of a folder by locking a file in it.

    Raises: OutputError where another run is writing there; OSError where the file cannot be made.
    """
    hint = "wait for it, or name another folder"
    return locked(folder / name, OutputError("another run is writing here", str(folder), hint), WAIT)


def replaced(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file beside its place, piece by piece, and move it there: a reader sees the old one or the new one.

    Raises: OSError where it cannot be written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.unlink(missing_ok=True)
    try:
        with part.open("xb") as stream:
            stream.writelines(pieces)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def writing(path: str | Path, hint: str, *, named: bool = False) -> Iterator[None]:
    """Tell of what the system does not let write; where it is `named`, of the file that the system names.

    Raises: OutputError for the place that cannot be written, for any OSError.
    """
    try:
        yield
    except OSError as error:
        where = (named and error.filename) or path
        raise OutputError(f"cannot be written ({error.strerror or error})", str(where), hint) from error
