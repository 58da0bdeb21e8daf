"""Print how well and how fast the sentence splitter cuts the hard passages of tests/data/sentences.toml."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from verifier.text.sentences import sentences

TABLE = Path(__file__).resolve().parent.parent / "tests" / "data" / "sentences.toml"
_TIMED = 2_000


class Passage(NamedTuple):
    """Hold a passage: what it shows, its text and the spans of its sentences."""

    kind: str
    text: str
    expected: tuple[tuple[int, int], ...]


class Score(NamedTuple):
    """Hold the counts of sentences found as expected, found wrongly, and missed."""

    hits: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.hits / (2 * self.hits + self.wrong + self.missed)


def _spans(text: str, parts: list[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for part in parts:
        at = text.index(part, at)
        yield at, at + len(part)
        at += len(part)


def passages(path: Path = TABLE) -> tuple[Passage, ...]:
    """Read the table of passages."""
    entries = tomllib.loads(path.read_text("utf-8"))["passage"]
    texts = [entry.get("text") or " ".join(entry["sentences"]) for entry in entries]
    return tuple(
        Passage(entry["kind"], text, tuple(_spans(text, entry["sentences"])))
        for entry, text in zip(entries, texts, strict=True)
    )


def _compare(pairs: Iterable[tuple[AbstractSet[object], AbstractSet[object]]]) -> Score:
    counts = [(len(found & expected), len(found - expected), len(expected - found)) for found, expected in pairs]
    return Score(*map(sum, zip(*counts, strict=True)))


def score(table: Sequence[Passage]) -> Score:
    """Compare the spans of whole sentences: one wrong boundary costs both sentences beside it."""
    return _compare(({tuple(span) for span in sentences(own.text)}, set(own.expected)) for own in table)


def boundary_score(table: Sequence[Passage]) -> Score:
    """Compare where the sentences begin after each passage's first."""
    return _compare(
        ({span.start for span in sentences(own.text)[1:]}, {start for start, _ in own.expected[1:]}) for own in table
    )


def _seconds(table: Sequence[Passage]) -> float:
    """Return the seconds of processor time that it takes to cut some two thousand sentences."""
    text, count = "\n".join(passage.text for passage in table), sum(len(passage.expected) for passage in table)
    long = "\n".join([text] * (_TIMED // count + 1))
    began = time.process_time()
    found = len(sentences(long))
    return (time.process_time() - began) * _TIMED / found


def main() -> None:
    """Print the scores, the passages that were cut otherwise, and the time."""
    table = passages()
    whole, inner = score(table), boundary_score(table)
    print(f"{len(table)} passages, {sum(len(p.expected) for p in table)} sentences")
    print(f"F1 of sentences {whole.f1:.3f} ({whole.wrong} wrong, {whole.missed} missed), of boundaries {inner.f1:.3f}")
    for passage in table:
        found = [tuple(span) for span in sentences(passage.text)]
        if found != list(passage.expected):
            print(f"  {passage.kind}: " + " | ".join(passage.text[start:end] for start, end in found))
    print(f"{_seconds(table):.3f} s for {_TIMED} sentences")


if __name__ == "__main__":
    main()
