"""Time the reading of quantities, dates and quantifiers: texts a second on one core."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from verifier.facts.dates import dates
from verifier.facts.quantifier import quantifiers
from verifier.facts.quantity import quantities

SENTENCES = (
    "The utility said on Tuesday that crews had restored power to most of the villages along the coast after a fault in"
    " the control software opened a breaker.",
    "Engineers who reviewed the logs found that the update had been signed with the wrong key, and that nobody had"
    " noticed the warning before the rollout went ahead.",
    "At least 30,000 clinics lost access to their records for about four hours on 27 February 2020, and some 2.4 million"
    " appointments had to be moved to another day.",
    "A spokesman for the airline would not say whether the passengers whose bags went missing would be paid, or how the"
    " company meant to find them.",
    "The regulator fined the bank £1.2 million in October 2019, half of what it had first asked for, because 44 of the 45"
    " branches had already been repaired by then.",
    "It is not clear why the alarm did not sound, but the maintenance contractor believes that a sensor in the second"
    " basement had been covered with paint.",
)
ROUNDS = 2000
READERS: dict[str, tuple[Callable[[str], object], ...]] = {
    "quantities": (quantities,),
    "dates": (dates,),
    "quantifiers": (quantifiers,),
    "all three": (quantities, dates, quantifiers),
}


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
    texts = path.read_text(encoding="utf-8").splitlines() if path else list(SENTENCES) * ROUNDS
    words = sum(len(text.split()) for text in texts) / max(len(texts), 1)
    print(f"{len(texts)} texts of {words:.0f} words")
    for name, readers in READERS.items():
        print(f"{name:12} {rate(texts, readers):9,.0f} texts/s")


if __name__ == "__main__":
    main()
