"""Measure an archive: how long it takes to build, how much memory, how fast a claim is looked up, and what is found.

`python benchmarks/archive.py --data FOLDER` takes the articles and claims of the folder described in docs/accuracy.md,
and fills up to so many sentences with sentences like those of the articles, half of their words replaced by others. It
prints one line a size: seconds to build, peak memory, milliseconds to search for a claim and to judge it as well
(median and 95th percentile), and the share of claims whose passage that the engine itself ranks first, of the 1,500
that share most with it, is among the first 50. Times are those of the processor, so that other programs disturb them
little.
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
from pathlib import Path
from tempfile import TemporaryDirectory

from verifier import Source, Verifier, read_postmortems, read_sources
from verifier.archive.build import build
from verifier.archive.search import CANDIDATES, Archive, masked
from verifier.audit.executors import processes
from verifier.claims.claims import claims_of
from verifier.text.reading import read_source

PER_ARTICLE, DEEP = 30, 1500
TARGET, RECALL = 0.020, 0.98
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


def asked(data: Path, count: int) -> list[str]:
    """Return claims of incidents, as the engine reads them: without their citations."""
    claims = [
        " ".join(claim.text[span.start : span.end] for span in claim.material) or claim.text
        for postmortem in read_postmortems(data / "fail-dev/incidents.csv")
        for claim in claims_of(postmortem)[0]
        if not claim.reason
    ]
    return random.Random(3).sample(claims, min(count, len(claims)))  # noqa: S311  no secret


def filling(sentences: list[str], count: int) -> Iterator[str]:
    """Yield so many sentences, each one of those given with half of its words replaced by others."""
    chance = random.Random(7)  # noqa: S311  no secret
    words = [word for sentence in sentences for word in sentence.split()]
    for _ in range(count):
        kept = chance.choice(sentences).split()
        yield " ".join(word if chance.random() < 0.5 else chance.choice(words) for word in kept).rstrip(".,;:") + "."


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
    """Return the sentence that the engine itself ranks first of those that share anything much with a claim."""
    near = archive.passages(claim, DEEP)
    told = Verifier(masked(near)).check_text(claim).assessments
    shown = [evidence for a in told for evidence in a.evidence]
    return max(shown, key=lambda evidence: evidence.score).text if shown else ""


def percentile(values: list[float], share: float) -> float:
    """Return the value below which a share of them lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def measure(size: int, sources: list[Source], claims: list[str], deep: int, jobs: int) -> bool:
    """Print the line of one size; say whether the targets are met."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles.csv", sources, size)
        pid = os.fork()
        if pid == 0:
            begun = time.perf_counter()
            built = build(folder, processes(jobs))
            took = time.perf_counter() - begun
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
            work = sum(each.ru_utime + each.ru_stime for each in used)
            (folder / "took.json").write_text(json.dumps([took, work, peak, built.sentences]))
            os._exit(0)
        os.waitpid(pid, 0)
        took, work, peak, sentences = json.loads((folder / "took.json").read_text())
        archive = Archive(folder)
        search: list[float] = []
        judge: list[float] = []
        recall: list[bool] = []
        for claim in claims:
            begun = time.process_time()
            found = archive.passages(claim)
            search.append(time.process_time() - begun)
            begun = time.process_time()
            archive.look_up(claim)
            judge.append(time.process_time() - begun)
            if len(recall) < deep and (best := best_of_all(archive, claim)):
                recall.append(any(passage.text == best for passage in found))
        hits, slow = statistics.mean(recall), percentile(search, 0.95)
        weight = sum(path.stat().st_size for path in (folder / ".archive").rglob("*") if path.is_file()) / 2**20
    print(
        f"{sentences:>9,} sentences: built in {took:.0f} s, {work:.0f} s of processors, {peak:.0f} MB, "
        f"{weight:.0f} MB on disk; search "
        f"{statistics.median(search) * 1000:.1f} ms, p95 {slow * 1000:.1f}; with judging "
        f"{statistics.median(judge) * 1000:.0f} ms, p95 {percentile(judge, 0.95) * 1000:.0f}; the engine's best "
        f"passage among {CANDIDATES}: {hits:.1%} of {len(recall)}",
        flush=True,
    )
    return hits >= RECALL and slow <= TARGET


def main() -> None:
    """Print a line for every size; end with 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/ and dev-items/")
    parser.add_argument("--size", type=int, action="append", help="sentences; by default 10,000, 100,000, 1,000,000")
    parser.add_argument("--claims", type=int, default=500, help="claims to look up")
    parser.add_argument("--deep", type=int, default=100, help="claims of which the engine's own best passage is sought")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    sources, claims = articles(arguments.data), asked(arguments.data, arguments.claims)
    sizes = arguments.size or [10_000, 100_000, 1_000_000]
    met = [measure(size, sources, claims, arguments.deep, arguments.jobs) for size in sizes]
    sys.exit(not all(met))


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
