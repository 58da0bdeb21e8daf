"""Walk folders however deep they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from verifier.errors import InputError


def refuse(error: OSError) -> None:
    """Raise an InputError for a folder that cannot be listed."""
    what = f"cannot be listed ({error.strerror or error})"
    raise InputError(what, str(error.filename), "check the folder's permissions") from error


def walk(folder: Path, onerror: Callable[[OSError], object] = refuse) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Yield a folder and those below it with the names of their folders and files, as `os.walk` does, but flat.

    What is taken out of the list of folders is not entered; nor are links.
    Raises: while iterating, what `onerror` does with a folder that cannot be listed.
    """
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        for _, folders, files in islice(os.walk(here, onerror=onerror), 1):
            yield here, folders, files
            waiting += [here / name for name in reversed(folders) if not (here / name).is_symlink()]


def files_below(folder: Path) -> Iterator[Path]:
    """Yield all files below a folder, in hidden folders too; what cannot be listed is left out."""
    return (here / name for here, _, files in walk(folder, lambda _: None) for name in files)
