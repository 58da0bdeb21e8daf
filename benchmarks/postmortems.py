"""Alter what real postmortems say rightly: `python benchmarks/postmortems.py --data DIR [--verbose]`.

Taken are the claims of DIR/fail-dev/incidents.csv that the program itself calls supported, each beside the sources that
bear it out, without citations. Each is altered in one fact by the expressions of benchmarks/news.py, or by "not" behind
its first auxiliary; nothing is stored, and the same data gives the same sentences. Printed is how many of the altered
ones are called contradicted or disputed, and how many are still called supported. The expressions know no grammar: a
name may replace another of any kind, some sentences come out odd, and a few are as true as before.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from accuracy import FLAGGED
from news import ALTERED, AUXILIARY, SEED, Change, Draw, swapped

from verifier.api import Verifier
from verifier.cli.common import read_one
from verifier.ingest.sources import read_sources
from verifier.model import Source, Verdict

CITATION = re.compile(r"\s*[\[(][^\])]*\d{4,}[^\])]*[\])]")
KEPT = (
    "figure",
    "figure of the article",
    "scale",
    "year",
    "month",
    "denial left out",
    "all and none",
    "name of the article",
)
CHANGES: dict[str, Change] = {
    "denial put in": swapped(rf"\b({AUXILIARY}|may|might|did)\b(?! not| no| never)", r"\1 not"),
    **{sort: ALTERED[sort] for sort in KEPT},
}


class Claim(NamedTuple):
    """Hold a claim that its sources bear out, and these."""

    text: str
    sources: tuple[Source, ...]


def supported(data: Path) -> Iterator[Claim]:
    """Yield each claim of the postmortems that is supported, once."""
    sources = {s.id: s for s in read_sources([data / "fail-dev" / "articles.csv"]).sources}
    postmortems = read_one(data / "fail-dev" / "incidents.csv", None)
    seen = set[str]()
    for report in Verifier(tuple(sources.values())).check(*postmortems).reports:
        for assessment in report.assessments:
            text = CITATION.sub("", assessment.claim.text)
            ids = sorted({e.source for e in assessment.evidence})
            if assessment.verdict is Verdict.SUPPORTED and ids and text not in seen:
                seen.add(text)
                yield Claim(text, tuple(sources[i] for i in ids))


def main() -> None:
    """Print a line for each sort of change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--verbose", action="store_true", help="list what is still called supported")
    arguments = parser.parse_args()
    draw, verifiers = Draw(SEED), dict[tuple[Source, ...], Verifier]()
    sizes, flagged, kept = Counter[str](), Counter[str](), Counter[str]()
    claims = list(supported(arguments.data))
    for claim in claims:
        verifier = verifiers.setdefault(claim.sources, Verifier(claim.sources))
        for sort, change in CHANGES.items():
            text = change(claim.text, "\n".join(s.text for s in claim.sources), draw)
            if text is None or text == claim.text:
                continue
            found = verifier.check_text(text)
            sizes[sort] += 1
            flagged[sort] += found.verdict in FLAGGED
            kept[sort] += found.verdict is Verdict.SUPPORTED
            if arguments.verbose and found.verdict is Verdict.SUPPORTED:
                print(f"{sort}: {text}")
    print(f"{len(claims)} supported claims, {sizes.total()} altered")
    print(f"{'altered':24} {'n':>5} {'flagged':>8} {'supported':>10}")
    for sort in CHANGES:
        print(f"  {sort:22} {sizes[sort]:5} {flagged[sort] / sizes[sort]:8.1%} {kept[sort] / sizes[sort]:10.1%}")


if __name__ == "__main__":
    main()
