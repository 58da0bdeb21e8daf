"""Time the reading of quantities, dates and quantifiers: texts a second on one core."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase

from verifier.facts.assertion.quantifier import quantifiers
from verifier.facts.date import read as dates
from verifier.facts.quantity import read as quantities

SENTENCES = """
The utility said on Tuesday that crews had restored power to most villages on the coast after a fault opened a breaker.
Engineers who reviewed the logs found that the update had been signed with a wrong key, and that nobody had noticed.
At least 30,000 clinics lost their records for about four hours on 27 February 2020, and 2.4 million visits moved.
A spokesman for the airline would not say whether the passengers whose bags went missing would be paid, or by whom.
The regulator fined the bank £1.2 million in October 2019, half of what it first asked, as 44 of 45 sites were mended.
It is not clear why the alarm did not sound, but the contractor believes that a sensor had been covered with paint.
"""
ROUNDS = 2000
READERS: dict[str, tuple[Callable[[str], object], ...]] = {
    "quantities": (quantities,),
    "dates": (dates,),
    "quantifiers": (quantifiers,),
    "all three": (quantities, dates, quantifiers),
}


def made_up() -> Iterator[str]:
    """Yield the sentences again and again, each time with another last word, so that no cache helps."""
    for letters in islice(product(ascii_lowercase, repeat=4), ROUNDS):
        for sentence in SENTENCES.strip().splitlines():
            yield f"{sentence} Q{''.join(letters)}."


def rate(texts: Sequence[str], readers: Sequence[Callable[[str], object]]) -> float:
    """Return how many texts a second the readers get through."""
    start = time.process_time()
    for text in texts:
        for read in readers:
            read(text)
    return len(texts) / (time.process_time() - start)


def main() -> None:
    """Print one line for each reader."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "file", nargs="?", type=Path, help="a text file, one sentence a line (default: made-up sentences)"
    )
    path = arguments.parse_args().file
    texts = path.read_text(encoding="utf-8").splitlines() if path else [*made_up()]
    words = sum(len(text.split()) for text in texts) / max(len(texts), 1)
    print(f"{len(texts)} texts of {words:.0f} words")
    for name, readers in READERS.items():
        print(f"{name:12} {rate(texts, readers):9,.0f} texts/s")


if __name__ == "__main__":
    main()
