"""Measure what a check spends its time on: the share of each stage, and claims a second.

`python benchmarks/shares.py --data FOLDER` checks the incidents of FOLDER/fail-dev as `verifier check` does, with a
clock around each stage, and writes the report as JSON and as a page. Seconds are those of one processor; a stage that
runs inside another counts for itself alone. Medians of several rounds, of which the first, with patterns still to be
compiled, does not count.
"""

from __future__ import annotations

import argparse
import csv
import gc
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from statistics import median
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from figure_log import FigureLog, add_option

from verifier import Report, Verifier, api, read_postmortems, read_sources
from verifier.cli.main import SELDOM
from verifier.decide import case, judge
from verifier.formats import html, json_report
from verifier.text.reading import read_source

P = ParamSpec("P")
T = TypeVar("T")
WRITTEN = "writing JSON and a page"
STAGES: dict[str, list[tuple[object, str]]] = {
    "cutting postmortems into claims": [(api, "claims_of")],
    "analysing the sentences of articles": [(api, "build")],
    "analysing claims": [(case, "analyse")],
    "laying claims over passages, ranking": [(case, "lay"), (case, "rank")],
    "mechanisms": [(judge, "observe")],
    "deciding": [(judge, "decide"), (judge, "disputed")],
    "findings on the document": [(api, "document_findings"), (api, "conflicts"), (api, "problems")],
}


class Clock:
    """Add up the seconds of stages, each without those that run inside it."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    def around(self, name: str, run: Callable[P, T]) -> Callable[P, T]:
        """Return a function that is timed."""

        @wraps(run)
        def timed(*args: P.args, **kwargs: P.kwargs) -> T:
            begun = time.process_time()
            self._inner.append(0.0)
            try:
                return run(*args, **kwargs)
            finally:
                took = time.process_time() - begun
                self.seconds[name] += took - self._inner.pop()
                if self._inner:
                    self._inner[-1] += took

        return timed


def checked(data: Path, clock: Clock) -> Report:
    """Read postmortems and articles, and check them."""
    tables = [path for name in ("incidents", "incidents-older") if (path := data / f"fail-dev/{name}.csv").exists()]
    postmortems = clock.around("reading postmortems", lambda: [p for path in tables for p in read_postmortems(path)])()
    sources = clock.around("reading articles", lambda: read_sources([data / "fail-dev/articles.csv"]).sources)()
    read = clock.around("cutting articles into sentences", read_source)
    return clock.around("the rest", Verifier(sources, read=read).check)(*postmortems)


def once(data: Path) -> tuple[dict[str, float], int]:
    """Check and write once; return the seconds of each stage, and how many claims there were."""
    clock = Clock()
    timed = [
        (place, name, clock.around(stage, getattr(place, name))) for stage in STAGES for place, name in STAGES[stage]
    ]
    patches = [patch.object(place, name, run) for place, name, run in timed]
    for each in patches:
        each.start()
    report = checked(data, clock)
    for each in patches:
        each.stop()
    clock.around(WRITTEN, lambda: (json_report.render(report), html.render(report)))()
    return clock.seconds, sum(len(each.assessments) for each in report.reports)


def main() -> None:
    """Tell the share of each stage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/")
    parser.add_argument("--rounds", type=int, default=3)
    add_option(parser, "shares")
    given = parser.parse_args()
    log, runs = FigureLog(given.figures), [once(given.data) for _ in range(given.rounds + 1)][1:]
    seconds = {stage: median(run[stage] for run, _ in runs) for stage in runs[0][0]}
    whole = sum(seconds.values())
    for stage, took in sorted(seconds.items(), key=lambda each: -each[1]):
        log.tell(
            f"{stage:40} {took:6.2f} s {took / whole:6.1%}", {"what": stage, "seconds": took, "share": took / whole}
        )
    claims, judged = runs[0][1], whole - seconds[WRITTEN]
    told = f"{claims} claims: {claims / judged:.0f} a second, {claims / whole:.0f} with what is written"
    log.tell(told, {"claims": claims, "seconds": whole})


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    gc.set_threshold(*SELDOM)
    main()
