"""Find sources that repeat one wire story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

from verifier.model import Part, SourceReading
from verifier.text.normalise import key, level

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTED = re.compile(r"\"[^\"]{20,600}\"")
_LENGTH = 4
_SHARED = 0.5
_FEWEST = 40
_MOST = 600
"""Of a text with more shingles a sample of about so many is looked for in the other, chosen by hash."""


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded; marks, case and typography do not count."""
    return tuple(key(word) for word in _WORD.findall(level(text)))


def _shingles(text: str) -> frozenset[int]:
    """Return the hashes of all runs of four words outside longer quotations."""
    found = _words(_QUOTED.sub(" ", level(text)))
    runs = (" ".join(found[at : at + _LENGTH]) for at in range(len(found) - _LENGTH + 1))
    return frozenset(crc32(run.encode("utf-8", "surrogatepass")) for run in runs)


def _body(reading: SourceReading) -> str:
    return "\n".join(sentence.text for sentence in reading.sentences if sentence.part is Part.BODY)


def _sample(shingles: frozenset[int]) -> frozenset[int]:
    step = max(1, len(shingles) // _MOST)
    return shingles if step == 1 else frozenset(value for value in shingles if value % step == 0)


def _pairs(shingles: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of texts of which the bulk of the shorter stands in the longer."""
    samples = [_sample(own) for own in shingles]
    order = [at for at, own in enumerate(shingles) if len(own) >= _FEWEST]
    order.sort(key=lambda at: len(shingles[at]))
    for short, long in combinations(order, 2):
        if samples[short] and len(samples[short] & shingles[long]) >= _SHARED * len(samples[short]):
            yield short, long


def near_copies(readings: Sequence[SourceReading]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of source ids that repeat one story, in the order of the readings.

    Two texts are copies where at least half of the runs of four words of the shorter stand in the longer. Quotations do
    not count, so that two stories which quote one statement stay two; nor do texts of fewer than some forty words.
    """
    group = list(range(len(readings)))
    for a, b in _pairs([_shingles(_body(reading)) for reading in readings]):
        old, new = max(group[a], group[b]), min(group[a], group[b])
        group = [new if entry == old else entry for entry in group]
    members: dict[int, list[str]] = {}
    for entry, reading in zip(group, readings, strict=True):
        members.setdefault(entry, []).append(reading.source.id)
    return tuple(tuple(ids) for ids in members.values() if len(ids) > 1)
