"""Repeat every accuracy figure of docs/accuracy.md: `python benchmarks/accuracy.py --data DIR [--set NAME ...]`.

DIR holds dev-items/*.jsonl, fail-dev/{incidents.csv,articles.csv,gold.json} and tools/score.py: docs/accuracy.md says
what they are.
"""

from __future__ import annotations

import argparse
import collections
import csv
import importlib.util
import io
import json
import sys
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from verifier.api import Verifier
from verifier.cli.claims import answer_lines
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.model import Assessment, Evidence, PostmortemReport, Verdict

FLAGGED = {Verdict.CONTRADICTED, Verdict.DISPUTED}
ORDER = list(Verdict)
GOLD = ("SUPPORTED", "PARTIAL", "CONTRADICTED", "NOT_CHECKABLE")
PUBLIC = ("bump", "defacto", "summedits", "vitaminc", "wice")


def predict(items: Path, sources: Path | None, out: Path) -> float:
    """Answer all lines of `items`; return the seconds taken."""
    start = time.perf_counter()
    with out.open("w", encoding="utf-8") as stream, items.open("rb") as lines:
        for answer in answer_lines(lines, [sources] if sources else []):
            stream.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return time.perf_counter() - start


def scorer(data: Path) -> ModuleType:
    """Load the scorer that comes with the data.

    Raises: SystemExit where there is none.
    """
    spec = importlib.util.spec_from_file_location("score", data / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{data}/tools/score.py: cannot be loaded")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score


def scored(data: Path, name: str, predictions: Path) -> tuple[str, dict[str, Any]]:
    """Return what the scorer prints for a set, and its figures."""
    out = io.StringIO()
    with redirect_stdout(out):
        figures = scorer(data).main(str(data / "dev-items" / f"{name}.jsonl"), str(predictions))
    return out.getvalue(), figures


def run_set(data: Path, name: str, keep: Path) -> dict[str, Any]:
    """Answer and score one set of items; print the scores and return the figures."""
    out = keep / f"{name}.predictions.jsonl"
    tables = data / "fail-dev" / "articles.csv" if name == "mutants" else None
    seconds = predict(data / "dev-items" / f"{name}.jsonl", tables, out)
    text, figures = scored(data, name, out)
    print(f"== {name} ({seconds:.1f} s)\n{text}")
    return figures


class Judged(NamedTuple):
    """Hold a hand-checked claim, the worst verdict of the claims that overlap it, and these claims."""

    gold: dict[str, Any]
    verdict: Verdict
    mine: list[Assessment]

    @property
    def named(self) -> bool:
        """Say whether the claim is surely supported, so that its evidence counts."""
        return self.gold["verdict"] == "SUPPORTED" and bool(self.gold["certain"])

    @property
    def first(self) -> bool:
        """Say whether the sentence shown first is one that people named."""
        lead = [a.evidence[0] for a in self.mine if a.evidence]
        return any(overlaps(e, self.gold) for e in lead[:1])

    @property
    def among_three(self) -> bool:
        """Say whether one of the first three sentences shown is one that people named."""
        shown = [e for a in self.mine for e in a.evidence]
        return any(overlaps(e, self.gold) for e in shown[:3])


def judge(gold: dict[str, Any], report: PostmortemReport) -> Judged:
    """Return the worst verdict of the claims that overlap a gold span, and those claims."""
    mine = [
        a
        for a in report.assessments
        if a.claim.field == gold["field"] and a.claim.start < gold["end"] and a.claim.end > gold["start"]
    ]
    return Judged(gold, min((a.verdict for a in mine), key=ORDER.index, default=Verdict.NOT_CHECKABLE), mine)


def overlaps(evidence: Evidence, gold: dict[str, Any]) -> bool:
    """Say whether an evidence span touches one that people named."""
    return any(
        evidence.source == e["article"]
        and evidence.part == "body"
        and evidence.start < e["end"]
        and evidence.end > e["start"]
        for e in gold["evidence"]
    )


def measure_gold(data: Path) -> list[Judged]:
    """Check the incidents of the hand-checked claims, and return these claims beside our verdicts."""
    fail = data / "fail-dev"
    gold = json.loads((fail / "gold.json").read_text(encoding="utf-8"))
    sources = read_sources([fail / "articles.csv"]).sources
    reports = {p.id: Verifier(sources).check(p).reports[0] for p in read_postmortems(fail / "incidents.csv")}
    return [judge(item, reports[item["incident"]]) for item in gold]


def run_gold(data: Path, *, verbose: bool) -> list[Judged]:
    """Compare the verdicts on hand-checked claims with ours; print and return them."""
    judged = measure_gold(data)
    for one in judged:
        if one.gold["verdict"] == "CONTRADICTED" or (verbose and _odd(one.gold, one.verdict)):
            show(one.gold, one.verdict, one.mine)
    table = collections.Counter((j.gold["verdict"], j.verdict.value, bool(j.gold["certain"])) for j in judged)
    print("== gold.json: gold verdict, ours, count (certain ones / all)")
    for expected in GOLD:
        row = {v: (table[expected, v, True], table[expected, v, True] + table[expected, v, False]) for v in ORDER}
        print(f"  {expected:14}", "  ".join(f"{v} {a}/{b}" for v, (a, b) in row.items() if b))
    named = [j for j in judged if j.named]
    kept = sum(j.verdict is Verdict.SUPPORTED for j in named)
    alarms = sum(j.verdict in FLAGGED for j in named)
    print(f"  certain SUPPORTED: supported {_share(kept, len(named))}, alarms {_share(alarms, len(named))}")
    first, third = sum(j.first for j in named), sum(j.among_three for j in named)
    print(f"  evidence first {_share(first, len(named))}, among first three {_share(third, len(named))}")
    return judged


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.1%}"


def _odd(item: dict[str, Any], verdict: Verdict) -> bool:
    wanted = {"SUPPORTED": {"supported"}, "NOT_CHECKABLE": {"not_checkable"}, "PARTIAL": {"partial", "unsupported"}}
    return verdict.value not in wanted.get(item["verdict"], set())


def show(item: dict[str, Any], verdict: Verdict, mine: list[Assessment]) -> None:
    """Print a gold claim beside what the report says of it."""
    sure = "certain" if item["certain"] else "uncertain"
    print(f"  {item['id']} {item['field']} gold {item['verdict']} ({item['error_kind']}, {sure}): {verdict.value}")
    for a in mine:
        print(f"      {a.verdict.value} {a.support:.2f} | {a.claim.text[:150]} | {a.reason[:160]}")


def main() -> None:
    """Run the sets asked for, all by default."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", action="append", choices=("mutants", "gold", *PUBLIC))
    parser.add_argument("--keep", type=Path, help="folder for the predictions")
    parser.add_argument("--verbose", action="store_true", help="list every gold claim judged otherwise")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        keep = args.keep or Path(scratch)
        for name in args.set or ("mutants", "gold", *PUBLIC):
            if name == "gold":
                run_gold(args.data, verbose=args.verbose)
            else:
                run_set(args.data, name, keep)
            sys.stdout.flush()


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
