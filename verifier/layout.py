"""Lay a text as its reader sees it beside the file it is written in, so that offsets lead from one to the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Edit(NamedTuple):
    """Replace what stands at [start, end) of a file by what a reader sees there: nothing, for a mark."""

    start: int
    end: int
    seen: str = ""


class Layout(NamedTuple):
    """Hold a file's text, and the stretches of the text as seen: where each begins there, and its span in the file.

    A stretch is as long in both where it was copied.
    """

    raw: str
    seen: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the file that shows as [start, end)."""
        first = self._at(start, 0)
        return first, max(first, self._at(end - 1, 1)) if end > start else first

    def shown(self, offset: int) -> int:
        """Return the offset in the text as seen of an offset in the file."""
        k = bisect_right(self.ends, offset)
        if k == len(self.ends):
            return self.seen[-1]
        inside = offset - self.starts[k] if self._copied(k) else 0
        return self.seen[k] + max(0, inside)

    def excerpt(self, start: int, end: int) -> str:
        """Return what the file has for [start, end) of the text as seen."""
        return self.raw[slice(*self.written(start, end))]

    def _at(self, offset: int, width: int) -> int:
        """Return where the character at an offset begins in the file, or with width 1 where it ends."""
        if not self.starts or offset >= self.seen[-1]:
            return len(self.raw)
        k = bisect_right(self.seen, offset, hi=len(self.starts)) - 1
        if self._copied(k):
            return self.starts[k] + offset - self.seen[k] + width
        return self.ends[k] if width else self.starts[k]

    def _copied(self, k: int) -> bool:
        return self.seen[k + 1] - self.seen[k] == self.ends[k] - self.starts[k]


def written(layout: Layout | None, start: int, end: int) -> tuple[int, int]:
    """Return the span of a file that shows as [start, end), the same where its text reads as it is written."""
    return layout.written(start, end) if layout else (start, end)


def laid_out(raw: str, edits: Iterable[Edit]) -> tuple[str, Layout | None]:
    """Return the text with the edits made, and its layout; none where there is nothing to edit.

    Of edits that overlap the one that begins first counts, of those that begin together the longest; what is only
    inserted stands before all that begin there.
    """
    pieces, seen, starts, ends = [], [0], [], []
    for start, end, text in _stretches(raw, edits):
        if text:
            pieces.append(text)
            seen.append(seen[-1] + len(text))
            starts.append(start)
            ends.append(end)
    text = "".join(pieces)
    return (raw, None) if text == raw else (text, Layout(raw, tuple(seen), tuple(starts), tuple(ends)))


def unchanged(raw: str) -> Layout:
    """Return the layout of a text that reads as it is written."""
    return Layout(raw, (0, len(raw)), (0,), (len(raw),)) if raw else Layout(raw, (0,), (), ())


def _stretches(raw: str, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the text in order, cut at the edits."""
    done = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end > each.start, -each.end)):
        if edit.start < done:
            continue
        yield Edit(done, edit.start, raw[done : edit.start])
        yield edit
        done = edit.end
    yield Edit(done, len(raw), raw[done:])
