"""Measure claims a second beside two peers, over the same claims and articles, in one run.

`python benchmarks/peers.py --data FOLDER` times `Verifier.check` over the incidents of FOLDER/fail-dev, a bare
`rapidfuzz.process.extractOne` with `token_set_ratio` over the sentences of each claim's articles, and hallucinotype
(`pip install hallucinotype`; its rules alone, without a language model) over each claim beside its articles. Medians of
several rounds, in seconds of one processor. Where hallucinotype is not installed it is left out.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import NamedTuple

from rapidfuzz import fuzz, process

from verifier import Postmortem, Source, Verifier, read_postmortems, read_sources
from verifier.audit.reach import cited_by
from verifier.claims.claims import claims_of
from verifier.text.reading import read_source


class Case(NamedTuple):
    """Hold an incident with its articles, its claims that can be checked, and the sentences of the articles."""

    postmortem: Postmortem
    sources: tuple[Source, ...]
    claims: tuple[str, ...]
    sentences: tuple[str, ...]


def cases(data: Path) -> list[Case]:
    """Return the incidents that have articles."""
    paths = [path for path in (data / "fail-dev/articles.csv", data / "more-articles.csv") if path.exists()]
    known = {source.id: source for source in read_sources(paths).sources}
    found = []
    for postmortem in read_postmortems(data / "fail-dev/incidents.csv"):
        mine = tuple(known[label] for label in cited_by(postmortem) if label in known)
        claims = tuple(claim.text for claim in claims_of(postmortem)[0] if not claim.reason)
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
    """Print a line for each program."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    given = cases(arguments.data)
    number = sum(len(case.claims) for case in given)
    print(f"{number} claims of {len(given)} incidents, {sum(len(case.sentences) for case in given)} sentences")
    peers = {
        "verifier, from texts to verdicts": check,
        "extractOne(token_set_ratio)": search,
        "hallucinotype": hallucinotype(),
    }
    for name, run in peers.items():
        if run is None:
            print(f"{name:36} is not installed")
            continue
        run(given[:1])
        taken = []
        for _ in range(arguments.rounds):
            begun = time.process_time()
            run(given)
            taken.append(time.process_time() - begun)
        print(f"{name:36} {number / median(taken):9,.0f} claims a second", flush=True)


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
