"""Measure every figure of docs/accuracy.md: python benchmarks/accuracy.py --data ../shared [--only NAME ...] [--write]

Figures go to standard output as JSON, progress to standard error. With --write they are kept in accuracy.json beside
this file, and the tables of docs/accuracy.md are written anew from it. DATA holds what docs/accuracy.md describes.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import accuracy_sets as sets
from accuracy_tables import Figures, filled

ROOT = Path(__file__).resolve().parent.parent
PAGE, KEPT = ROOT / "docs" / "accuracy.md", ROOT / "benchmarks" / "accuracy.json"
MEASURES: dict[str, Callable[[Path], Figures]] = {
    "real": sets.real,
    "sealed": sets.sealed,
    "written": sets.written,
    "left_out": sets.left_out,
    "mutants": sets.mutants,
    "public": sets.public,
    "verbatim": sets.verbatim,
    "typed": sets.typed,
    "cases": sets.cases,
}


def measured(data: Path, name: str) -> Figures:
    """Measure one part, and say how long it took."""
    print(f"{name} ...", file=sys.stderr, flush=True)
    start = time.monotonic()
    found = MEASURES[name](data)
    print(f"{name}: {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    return found


def keep(figures: Figures) -> None:
    """Keep figures beside those kept before, and write the tables of the page."""
    known = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    whole = rounded({**known, **figures})
    new = dict.fromkeys(set(figures) - {"stamp"}, whole["stamp"]["rules"])
    whole["of_rules"] = {**known.get("of_rules", {}), **new}
    KEPT.write_text(json.dumps(whole, indent=1) + "\n", "utf-8")
    PAGE.write_text(filled(PAGE.read_text("utf-8"), whole), "utf-8")


def rounded(value: object) -> Figures:
    """Return figures with four decimals."""
    found: Figures = json.loads(json.dumps(value), parse_float=lambda text: round(float(text), 4))
    return found


def main() -> None:
    """Measure what is asked for, all by default, and keep it where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--only", action="append", choices=tuple(MEASURES), help="measure this alone; may be repeated")
    parser.add_argument("--write", action="store_true", help="write benchmarks/accuracy.json and docs/accuracy.md")
    options = parser.parse_args()
    sets.prepare()
    for name in options.only or MEASURES:
        figures = rounded({"stamp": sets.stamp(), name: measured(options.data, name)})
        print(json.dumps(figures, indent=1), flush=True)
        if options.write:
            keep(figures)


if __name__ == "__main__":
    main()
