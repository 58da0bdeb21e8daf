"""Measure each family of rules: `python benchmarks/rules.py --data DIR`.

For every family: on how many true texts it fires (sentences left as they were or only reworded, and claims that people
checked and found stated), how many altered texts it flags, by what was altered, and on how many claims of the whole
postmortems it reports something, to be read one by one. DIR is as docs/accuracy.md says.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from accuracy import FLAGGED

from verifier.api import Verifier
from verifier.checks.case import Outcome
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.model import PostmortemReport, Verdict

TRUE, FOREIGN = "true", "swap_source"


class Seen(NamedTuple):
    """Hold what a text is (`true`, or what was altered) and the families that fire on it."""

    sort: str
    families: frozenset[str]


def texts(data: Path) -> Iterator[Seen]:
    """Judge the single sentences, each against the articles it names."""
    sources = {s.id: s for s in read_sources([data / "fail-dev" / "articles.csv"]).sources}

    @cache
    def verifier(articles: tuple[str, ...]) -> Verifier:
        return Verifier([sources[a] for a in articles])

    for line in (data / "dev-items" / "mutants.jsonl").read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item["op"] != FOREIGN:
            sort = TRUE if item["expected"] == "supported" else item["op"]
            yield Seen(sort, fired(verifier(tuple(item["articles"])), item["claim"]))


def fired(verifier: Verifier, text: str) -> frozenset[str]:
    """Return the families by which some sentence of a text is contradicted or disputed."""
    flagged = (j for j in verifier.judgements(text) if j.assessment.verdict in FLAGGED)
    return frozenset(
        o.family for j in flagged for o in j.observations if o.outcome is Outcome.CLASH and not o.stood_down
    )


def reports(data: Path) -> dict[str, PostmortemReport]:
    """Check every postmortem against all articles."""
    verifier = Verifier(read_sources([data / "fail-dev" / "articles.csv"]).sources)
    found = (verifier.check(p).reports[0] for p in read_postmortems(data / "fail-dev" / "incidents.csv"))
    return {report.postmortem.id: report for report in found}


def checked(data: Path, known: dict[str, PostmortemReport]) -> Iterator[Seen]:
    """Return what the rules say of the claims that people were certain are stated."""
    for gold in json.loads((data / "fail-dev" / "gold.json").read_text(encoding="utf-8")):
        if gold["certain"] and gold["verdict"] == "SUPPORTED":
            report = known[gold["incident"]]
            start = next(f.start for f in report.postmortem.fields if f.name == gold["field"])
            inside = (
                a
                for a in report.assessments
                if a.claim.field == gold["field"]
                and a.claim.start - start < gold["end"]
                and a.claim.end - start > gold["start"]
                and a.verdict in FLAGGED
            )
            yield Seen(TRUE, frozenset(f.rule for a in inside for f in a.findings))


def main() -> None:
    """Print a line a family."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    known = reports(data)
    seen = [*texts(data), *checked(data, known)]
    sizes = Counter(one.sort for one in seen)
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in seen:
        for family in one.families:
            found[family][one.sort] += 1
    whole = Counter(f.rule for r in known.values() for a in r.assessments if a.verdict in FLAGGED for f in a.findings)
    claims = sum(a.verdict is not Verdict.NOT_CHECKABLE for r in known.values() for a in r.assessments)
    print(f"{sizes[TRUE]} true texts, {sizes.total() - sizes[TRUE]} altered; {len(known)} postmortems, {claims} claims")
    for family in sorted({*found, *whole}):
        altered = ", ".join(f"{n} of {sizes[s]} {s}" for s, n in sorted(found[family].items()) if s != TRUE)
        print(f"{family:16} fires on {found[family][TRUE]} true texts; finds {altered or 'none of the altered'};")
        print(f"{'':16} reports {whole[family]} claims of the postmortems")


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
