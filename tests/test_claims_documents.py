"""Cut small documents of many styles: every statement of theirs is judged, most of what states nothing is not.

Beside each document in `data/documents` a table says of its items, in order, what is to be done: `claim`, `leave`, or
`either` where readers may differ. It was written before any look at what the program makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from verifier.claims.claims import claims_of
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Kind

DOCUMENTS = Path(__file__).parent / "data" / "documents"
SHORT = {("12", "Off"), ("17", "Unknown")}
"""Answers of one word that state nothing without the heading above them, and are left out."""
LEFT_OUT = 600
"""Of 645 items that state nothing so many are left out."""
_END = re.compile(r"(?<=[.!?])\s+")
_SIGNS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """Return the words of a text, in lower case."""
    return _SIGNS.sub(" ", text.lower()).strip()


def items(table: Path) -> Iterator[tuple[str, str]]:
    """Yield what is to be done with an item, and its text."""
    for line in table.read_text(encoding="utf-8").splitlines():
        todo, _, text = line.partition("\t")
        if plain(text):
            yield todo, text


def judged(number: str) -> list[str]:
    """Return the words of each claim of a document that is judged or said to be a judgement."""
    (path,) = (path for path in DOCUMENTS.glob(f"{number}.*") if path.suffix != ".tsv")
    (postmortem,) = read_postmortems(path)
    return [plain(claim.text) for claim in claims_of(postmortem)[0] if claim.kind not in {Kind.META, Kind.ADVICE}]


def test_no_statement_is_lost_and_most_of_the_rest_is_left_out() -> None:
    lost, left = set(), 0
    for table in DOCUMENTS.glob("*.tsv"):
        claims = judged(table.stem)
        text = f" {' # '.join(claims)} "
        for todo, item in items(table):
            if todo == "claim" and not all(f" {plain(part)} " in text for part in _END.split(item) if plain(part)):
                lost.add((table.stem, item))
            left += todo == "leave" and not any(plain(part) in claims for part in _END.split(item))
    assert lost == SHORT
    assert left >= LEFT_OUT
