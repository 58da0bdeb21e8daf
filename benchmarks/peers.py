"""Measure claims a second beside two peers, over the same claims and articles, in one run.

`python benchmarks/peers.py --data FOLDER` times `Verifier.check` over the incidents of FOLDER/fail-dev, a bare
`rapidfuzz.process.extractOne` with `token_set_ratio` over the sentences of each claim's articles, and hallucinotype
(`pip install hallucinotype`; its rules alone, without a language model) over each claim beside its articles. They take
turns; medians of several rounds, in seconds of one processor, with the best and the worst. A claim is what `check`
gives a verdict, also one that it finds not to be checkable. Python looks for unused objects as seldom as in `verifier
check`. Where hallucinotype is not installed it is left out. Every line is in a file, figures-peers.jsonl, as soon as it
is told.
"""

from __future__ import annotations

import argparse
import csv
import gc
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import NamedTuple

from figure_log import FigureLog, add_option
from rapidfuzz import fuzz, process

from verifier import Postmortem, Source, Verifier, read_postmortems, read_sources
from verifier.audit.reach import cited_by
from verifier.claims.claims import claims_of
from verifier.cli.main import SELDOM
from verifier.text.reading import read_source


class Case(NamedTuple):
    """Hold an incident with its articles, its claims, and the sentences of the articles."""

    postmortem: Postmortem
    sources: tuple[Source, ...]
    claims: tuple[str, ...]
    sentences: tuple[str, ...]


def cases(data: Path) -> list[Case]:
    """Return the incidents that have articles."""
    paths = [path for path in (data / "fail-dev/articles.csv", data / "more-articles.csv") if path.exists()]
    known = {source.id: source for source in read_sources(paths).sources}
    found = []
    tables = (data / "fail-dev/incidents.csv", data / "fail-dev/incidents-older.csv")
    for postmortem in (each for table in tables if table.exists() for each in read_postmortems(table)):
        mine = tuple(known[label] for label in cited_by(postmortem) if label in known)
        claims = tuple(claim.text for claim in claims_of(postmortem)[0])
        sentences = tuple(sentence.text for source in mine for sentence in read_source(source).sentences)
        found += [Case(postmortem, mine, claims, sentences)] if mine and claims else []
    return found


def check(given: Sequence[Case]) -> None:
    """Check every incident against its articles, from their texts."""
    for case in given:
        Verifier(case.sources).check(case.postmortem)


def search(given: Sequence[Case]) -> None:
    """Find the likest sentence for every claim."""
    for case in given:
        for claim in case.claims:
            process.extractOne(claim, case.sentences, scorer=fuzz.token_set_ratio)


def hallucinotype() -> Callable[[Sequence[Case]], None] | None:
    """Return what runs hallucinotype over every claim; nothing where it is not installed."""
    try:
        library = import_module("hallucinotype")
    except ImportError:
        return None
    pipeline = library.HallucinoTypePipeline(library.PipelineConfig(use_llm_judge=False, use_spacy=False))

    def run(given: Sequence[Case]) -> None:
        for case in given:
            context = "\n".join(case.sentences)
            for claim in case.claims:
                pipeline.run(claim=claim, context=context)

    return run


def main() -> None:
    """Tell how fast each program is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/")
    parser.add_argument("--rounds", type=int, default=5)
    add_option(parser, "peers")
    arguments = parser.parse_args()
    given, log = cases(arguments.data), FigureLog(arguments.figures)
    number = sum(len(case.claims) for case in given)
    sentences = sum(len(case.sentences) for case in given)
    told = {"claims": number, "incidents": len(given), "sentences": sentences}
    log.tell(f"{number} claims of {len(given)} incidents, {sentences} sentences", told)
    peers = {
        "verifier, from texts to verdicts": check,
        "extractOne(token_set_ratio)": search,
        "hallucinotype": hallucinotype(),
    }
    runs = {name: run for name, run in peers.items() if run is not None}
    for name in peers.keys() - runs:
        print(f"{name} is not installed", flush=True)
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(arguments.rounds):
        for name, run in runs.items():
            begun = time.process_time()
            run(given)
            taken[name].append(time.process_time() - begun)
            log.keep(what=name, seconds=taken[name][-1])
    for name, seconds in taken.items():
        rates = [number / each for each in (median(seconds), min(seconds), max(seconds))]
        middle, best, worst = (f"{rate:,.0f}" for rate in rates)
        log.tell(f"{name:36} {middle:>7} claims a second ({worst} to {best})", {"what": name, "rates": rates})


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    gc.set_threshold(*SELDOM)
    main()
