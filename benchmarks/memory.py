"""Tell how much memory a process and those below it take, as Linux shares out what they have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def taken(process: int) -> list[float]:
    """Return the MB of a process and of each that it started, the largest first; what they share adds up to itself."""
    return sorted(map(_share, _family(process)), reverse=True)


def _family(process: int) -> Iterator[int]:
    """Yield a process and those that it started."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text().split():
                yield from _family(int(child))


def _share(process: int) -> float:
    """Return the memory of a process in MB; what it shares with others counts in part, so that all add up."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return sum(int(each.split()[1]) for each in lines if each.startswith("Pss:")) / 1024
    return 0.0
