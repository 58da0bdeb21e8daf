"""Measure an archive: how long it takes to build, how much memory, how fast a claim is looked up, and what is found.

`python benchmarks/archive.py --data FOLDER` takes the articles and claims of the folder described in docs/accuracy.md,
and fills up to so many sentences with sentences like those of the articles, half of their words replaced by others. It
tells of every size how long it took to build and in how much memory (all processes together, as Linux shares it out);
then the milliseconds to search for a claim, without texts, and to judge it as well (median and 95th percentile), and
the share of claims whose passage that the engine itself ranks first, of the 1,500 that share most with it, is among the
first 50. Times of claims are those of the processor, so that other programs disturb them little. Every line is in a
file, figures-archive.jsonl, as soon as it is told. A million sentences take some ten minutes on two processors that
have nothing else to do.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from figure_log import FigureLog, add_option
from memory import taken

from verifier import Source, Verifier, read_postmortems, read_sources
from verifier.archive import index
from verifier.archive.build import build
from verifier.archive.search import CANDIDATES, Archive, Passage, masked
from verifier.audit.executors import processes
from verifier.claims.claims import claims_of
from verifier.text.reading import read_source

PER_ARTICLE, DEEP, EVERYTHING = 30, 1500, 10**9
TARGET, RECALL, MEMORY = 20.0, 0.98, 1024.0
"""What is asked: the 95th percentile in milliseconds, the share found, and MB."""
TABLE = ("Article ID", "URL", "Published", "Headline", "Body")


def articles(data: Path) -> list[Source]:
    """Return the articles of the folder, and the sources of its other sets."""
    paths = [path for path in (data / "fail-dev/articles.csv", data / "more-articles.csv") if path.exists()]
    texts = {
        source["text"]
        for path in sorted((data / "dev-items").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        for source in json.loads(line).get("sources", ())
    }
    return [*read_sources(paths).sources, *(Source(f"item-{n}", text) for n, text in enumerate(sorted(texts)))]


def asked(data: Path, count: int, seed: int = 3) -> list[str]:
    """Return claims of incidents, as the engine reads them: without their citations."""
    claims = [
        " ".join(claim.text[span.start : span.end] for span in claim.material) or claim.text
        for postmortem in read_postmortems(data / "fail-dev/incidents.csv")
        for claim in claims_of(postmortem)[0]
        if not claim.reason
    ]
    return random.Random(seed).sample(claims, min(count, len(claims)))  # noqa: S311  no secret


def filling(sentences: list[str], count: int) -> Iterator[str]:
    """Yield so many sentences, each one of those given with half of its words replaced by others."""
    chance = random.Random(7)  # noqa: S311  no secret
    words = [word for sentence in sentences for word in sentence.split()]
    for _ in range(count):
        kept = chance.choice(sentences).split()
        made = " ".join(word if chance.random() < 0.5 else chance.choice(words) for word in kept).rstrip(".,;:") + "."
        yield made[0].upper() + made[1:]  # else it would be read as the end of the sentence before it


def write(path: Path, sources: list[Source], size: int) -> None:
    """Write a table of articles, real ones first, then made ones, up to so many sentences."""
    sentences: list[str] = []
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(TABLE)
        for s in sources:
            if len(sentences) < size:
                table.writerow((s.id, s.url, s.published or "", s.title, s.text))
                sentences += [each.text for each in read_source(s).sentences]
        more = filling([s for s in sentences if 4 < len(s.split()) < 60], max(0, size - len(sentences)))
        number = 0
        while body := list(islice(more, PER_ARTICLE)):
            text = "\n\n".join(" ".join(body[at : at + 3]) for at in range(0, len(body), 3))
            table.writerow((f"made-{number}", "", "", "", text))
            number += 1


def best_of_all(archive: Archive, claim: str) -> str:
    """Return the sentence that the engine itself ranks first of those that share anything much with a claim.

    However many entries of the index that takes: no word of the claim is too frequent for it.
    """
    with patch.multiple(index, _OWN=EVERYTHING, _OTHERS=EVERYTHING):
        near = archive.passages(claim, DEEP)
    cases = [judged.case for judged in Verifier(masked(near)).judgements(claim) if judged.case]
    ranked = [(case.ranked[0].score, case.passage(case.ranked[0].number)) for case in cases if case.ranked]
    return max(ranked, key=itemgetter(0))[1].sentence.text if ranked else ""


def percentile(values: list[float], share: float) -> float:
    """Return the value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def built(folder: Path, jobs: int) -> dict[str, float]:
    """Build an archive in a process of its own; return seconds, by the clock and of processors, memory and size."""
    pid = os.fork()
    if pid == 0:
        begun = time.perf_counter()
        made = build(folder, processes(jobs))
        took = time.perf_counter() - begun
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        work = sum(each.ru_utime + each.ru_stime for each in used)
        (folder / "took.json").write_text(json.dumps({"sentences": made.sentences, "clock": took, "work": work}))
        os._exit(0)
    most = 0.0
    while os.waitpid(pid, os.WNOHANG) == (0, 0):
        most = max(most, sum(taken(pid)))
        time.sleep(0.2)
    files = (path for path in (folder / ".archive").rglob("*") if path.is_file())
    disk = sum(path.stat().st_size for path in files) / 2**20
    return {**json.loads((folder / "took.json").read_text()), "memory": most, "disk": disk}


def looked_up(archive: Archive, claims: list[str], deep: int) -> dict[str, float]:
    """Look claims up; return milliseconds to search and to judge, and how often the engine's best passage is found."""
    search: list[float] = []
    judge: list[float] = []
    near: list[tuple[Passage, ...]] = []
    for claim in claims:
        begun = time.process_time()
        near.append(archive.passages(claim))
        search.append(1000 * (time.process_time() - begun))
        begun = time.process_time()
        archive.look_up(claim)
        judge.append(1000 * (time.process_time() - begun))
    # only now: it reads a thousand articles for each claim, which would slow the search for the next one
    bests = ((best, found) for claim, found in zip(claims, near, strict=True) if (best := best_of_all(archive, claim)))
    ranks = [
        next((rank for rank, passage in enumerate(found) if passage.text == best), -1)
        for best, found in islice(bests, deep)
    ]
    return {
        "search": statistics.median(search),
        "search_p95": percentile(search, 0.95),
        "judged": statistics.median(judge),
        "judged_p95": percentile(judge, 0.95),
        "first": statistics.mean(rank == 0 for rank in ranks),
        "recall": statistics.mean(rank >= 0 for rank in ranks),
        "of": len(ranks),
    }


def measure(size: int, sources: list[Source], claims: list[str], given: argparse.Namespace, log: FigureLog) -> bool:
    """Tell the figures of one size; say whether the targets are met."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles.csv", sources, size)
        f = built(folder, given.jobs)
        parts = f"{f['clock']:.0f} s, {f['work']:.0f} s of processors, {f['memory']:.0f} MB, {f['disk']:.0f} MB on disk"
        log.tell(f"{f['sentences']:>9,} sentences: built in {parts}", {"what": "built", "jobs": given.jobs, **f})
        g = looked_up(Archive(folder), claims, given.deep)
    log.tell(
        f"          search {g['search']:.1f} ms, p95 {g['search_p95']:.1f}; with judging {g['judged']:.0f} ms, "
        f"p95 {g['judged_p95']:.0f}; the engine's best passage among {CANDIDATES}: {g['recall']:.1%} of {g['of']}, "
        f"first: {g['first']:.1%}",
        {"what": "looked up", "sentences": f["sentences"], "claims": len(claims), **g},
    )
    return f["memory"] <= MEMORY and g["recall"] >= RECALL and g["search_p95"] <= TARGET


def main() -> None:
    """Tell the figures of every size; end with 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/ and dev-items/")
    parser.add_argument("--size", type=int, action="append", help="sentences; by default 10,000, 100,000, 1,000,000")
    parser.add_argument("--claims", type=int, default=500, help="claims to look up")
    parser.add_argument("--deep", type=int, default=100, help="claims of which the engine's own best passage is sought")
    parser.add_argument("--seed", type=int, default=3, help="another number asks for other claims")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    add_option(parser, "archive")
    given = parser.parse_args()
    sources, claims, log = articles(given.data), asked(given.data, given.claims, given.seed), FigureLog(given.figures)
    sizes = given.size or [10_000, 100_000, 1_000_000]
    met = [measure(size, sources, claims, given, log) for size in sizes]
    sys.exit(not all(met))


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
