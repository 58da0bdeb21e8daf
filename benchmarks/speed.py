"""Measure speed and memory: `python benchmarks/speed.py [--data DIR] [--only PART ...]`.

Engine, rules, start-up and memory, in plain tables with the targets beside. DIR holds fail-dev/incidents.csv and
fail-dev/articles.csv; without it the worked case in seeds/ is used. Times of the engine are those of one core, as the
processor counts them (other programs disturb them little); start-up is time by the clock, so let the machine rest.

The engine's time, from raw articles and postmortems to verdicts, stands beside a bare `rapidfuzz.process.extractOne`
with `token_set_ratio`, which is given claims and texts ready cut and finds the likest text for each claim. The engine
puts evidence together from up to three sentences; a bare search can do so over windows of one to three only, so the
target holds beside these. The same search over single sentences alone, which asks less, is timed as well.
"""

from __future__ import annotations

import argparse
import csv
import gc
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple
from unittest.mock import patch

from rapidfuzz import fuzz, process
from verifier.checks import CHECKS, aims, causes, citations, rationales, selfclash, taxonomy
from verifier.evidence.index import Index
from verifier.evidence.rank import MOST

from verifier.api import Verifier
from verifier.cli.common import Engine, read_one, verifier_for
from verifier.cli.main import SELDOM
from verifier.evidence.reach import citing, passages_of
from verifier.facts import analysis
from verifier.model import Postmortem, Report, Source

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
RATE, TIMES, HELP, CHECK, MEMORY = 400.0, 5.0, 0.3, 1.0, 200.0
DOCUMENT = (taxonomy, aims, rationales, causes, selfclash, citations)
READERS = ("quantities", "dates", "quantifiers", "names", "negations", "titles", "hedges")
PARTS = ("engine", "rules", "start", "memory")


class Corpus(NamedTuple):
    """Hold the postmortems and sources measured, and the arguments of `verifier check` that name their files."""

    postmortems: tuple[Postmortem, ...]
    sources: tuple[Source, ...]
    arguments: tuple[str, ...]


class Run(NamedTuple):
    """Hold how a process fared: seconds by the clock and its peak memory in MB."""

    seconds: float
    memory: float


def corpus(data: Path | None) -> Corpus:
    """Read the incidents and articles of a data folder, or the worked case."""
    postmortem, sources = (
        (data / "fail-dev" / "incidents.csv", data / "fail-dev" / "articles.csv")
        if data
        else (SEEDS / "postmortem.txt", SEEDS)
    )
    found = verifier_for([sources], Engine(), [postmortem]).sources
    return Corpus(read_one(postmortem, None), found, (str(postmortem), "--sources", str(sources)))


def checked(data: Corpus) -> Report:
    """Read and index the sources, then check every postmortem."""
    return Verifier(data.sources).check(*data.postmortems)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bare(data: Corpus, report: Report, texts_of: Callable[[Index, Sequence[int]], list[str]]) -> float:
    """Return the seconds that rapidfuzz alone takes to find for each claim the likest of the texts it may lean on."""
    index = Verifier(data.sources).index
    pairs = []
    for postmortem, one in zip(data.postmortems, report.reports, strict=True):
        found = citing(postmortem, [a.claim for a in one.assessments], data.sources)
        texts = texts_of(index, sorted(passages_of(index, found.universe)))
        pairs += [(a.claim.text, texts) for a in one.assessments]
    return seconds(lambda: [process.extractOne(c, texts, scorer=fuzz.token_set_ratio) for c, texts in pairs])


def usable(index: Index, numbers: Sequence[int]) -> list[str]:
    """Return the sentences that may be used."""
    return [index.passages[n].sentence.text for n in numbers]


def windows(index: Index, numbers: Sequence[int]) -> list[str]:
    """Return the sentences that may be used, and all runs of two and of three of them."""
    found = []
    for number in numbers:
        at: int | None = number
        run: list[str] = []
        while at is not None and len(run) < MOST:
            run.append(index.passages[at].sentence.text)
            found.append(" ".join(run))
            at = index.passages[at].after
    return found


def everything(index: Index, _: Sequence[int]) -> list[str]:
    """Return the sentences of all sources."""
    return [p.sentence.text for p in index.passages]


def engine(data: Corpus, rounds: int) -> bool:
    """Print claims per second beside the bare search; say whether both targets are met."""
    reports: list[Report] = []
    cold = seconds(lambda: reports.append(checked(data)))
    report = reports[0]
    reading = median(seconds(lambda: Verifier(data.sources)) for _ in range(rounds))
    whole = median(seconds(lambda: checked(data)) for _ in range(rounds))
    plain, wide, plainest = (
        median(bare(data, report, texts) for _ in range(rounds)) for texts in (usable, windows, everything)
    )
    claims = sum(len(one.assessments) for one in report.reports)
    sentences = sum(len(r.sentences) for r in Verifier(data.sources).readings)
    print(f"{len(report.reports)} postmortems, {claims} claims, {len(data.sources)} sources, {sentences} sentences")
    row("reading and indexing the sources", f"{reading:.3f} s")
    row("the whole check, sources included", f"{whole:.3f} s")
    row("the same as the first of a process", f"{cold:.3f} s", f"{claims / cold:,.0f} claims/s")
    row("bare extractOne, single sentences", f"{plain:.3f} s", f"{claims / plain:,.0f} claims/s")
    row("bare extractOne, windows of 1 to 3", f"{wide:.3f} s", f"{claims / wide:,.0f} claims/s")
    row("bare extractOne, all sources", f"{plainest:.3f} s", f"{claims / plainest:,.0f} claims/s")
    fast = row("claims per second", f"{claims / whole:,.0f}", f"at least {RATE:.0f}", ok=claims / whole >= RATE)
    row("time beside the search in all", f"{whole / plainest:.1f}")
    near = row("time beside windows of 1 to 3", f"{whole / wide:.1f}", f"at most {TIMES}", ok=whole / wide <= TIMES)
    row("time beside single sentences alone", f"{whole / plain:.1f}")
    return near and fast


def timed(work: Callable[..., Iterable[object] | None], spent: list[float]) -> Callable[..., list[object]]:
    """Return the function with the seconds it takes added to `spent`; what it yields is read to the end."""

    def run(*given: object) -> list[object]:
        start = time.process_time()
        found = [*(work(*given) or ())]
        spent[0] += time.process_time() - start
        return found

    return run


def costs(data: Corpus) -> tuple[float, dict[str, float]]:
    """Check everything once; return the seconds of all, and of each check and each reader of facts."""
    places = [(f"check {name}", CHECKS, name, check) for name, check in CHECKS.items()]
    modules = [(f"check {m.__name__.rsplit('.', 1)[-1]}", vars(m), "check", m.check) for m in DOCUMENT]
    readers = [(f"read {name}", vars(analysis), name, getattr(analysis, name)) for name in READERS]
    spent: dict[str, list[float]] = {}
    with ExitStack() as stack:
        for label, home, name, work in (*places, *modules, *readers):
            spent[label] = [0.0]
            stack.enter_context(patch.dict(home, {name: timed(work, spent[label])}))
        whole = seconds(lambda: checked(data))
    return whole, {label: taken[0] for label, taken in spent.items()}


def rules(data: Corpus, rounds: int) -> bool:
    """Print what each kind of rule costs: its checks, and the readers of the facts it compares."""
    runs = [costs(data) for _ in range(rounds)]
    whole = median(took for took, _ in runs)
    taken = {label: median(spent[label] for _, spent in runs) for label in runs[0][1]}
    print()
    row("all rules", f"{whole:.3f} s")
    for label, cost in sorted(taken.items(), key=lambda item: -item[1]):
        row(f"  without: {label}", f"{whole - cost:.3f} s", f"{cost / whole:.1%} of the time")
    return True


def ran(arguments: Sequence[str], kept: str) -> Run:
    """Run the program as a process of its own; as of an installed program its bytecode is kept, here in a folder.

    Raises: SystemExit where it breaks.
    """
    command = [sys.executable, "-m", "verifier", *arguments]
    settings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": kept}
    start = time.perf_counter()
    child = subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    took = time.perf_counter() - start
    if child.returncode not in {0, 1}:
        raise SystemExit(f"verifier {' '.join(arguments)}: exit status {child.returncode}")
    return Run(took, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def start(_: Corpus, rounds: int) -> bool:
    """Print how long whole processes take; say whether both targets are met."""
    print()
    seeds = ("check", str(SEEDS / "postmortem.txt"), "--sources", str(SEEDS))
    met = True
    for name, arguments, limit in (("--help", ("--help",), HELP), ("check of the worked case", seeds, CHECK)):
        with TemporaryDirectory() as kept:
            runs = [ran(arguments, kept) for _ in range(rounds + 3)]
        took = median(run.seconds for run in runs[1:])
        met &= row(f"verifier {name}", f"{took:.2f} s", f"at most {limit} s", ok=took <= limit)
    return met


def memory(data: Corpus, _: int) -> bool:
    """Print the peak memory of a whole check; say whether the target is met."""
    print()
    with TemporaryDirectory() as kept:
        peak = ran(("check", *data.arguments), kept).memory
    return row("peak memory of the check", f"{peak:.0f} MB", f"at most {MEMORY:.0f} MB", ok=peak <= MEMORY)


def row(what: str, value: str, beside: str = "", *, ok: bool = True) -> bool:
    """Print a line; a target that is missed is marked. Return `ok`."""
    print(f"{what:36} {value:>12}  {beside}{'' if ok else '  MISSED'}".rstrip())
    return ok


MEASURES: Mapping[str, Callable[[Corpus, int], bool]] = dict(zip(PARTS, (engine, rules, start, memory), strict=True))


def main() -> None:
    """Print the parts asked for, all by default; end with 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with fail-dev/; by default the worked case")
    parser.add_argument("--only", action="append", choices=PARTS, help="this part alone; may be repeated")
    parser.add_argument("--rounds", type=int, default=3, help="take the median of so many runs")
    arguments = parser.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, load {os.getloadavg()[0]:.1f}")
    gc.set_threshold(*SELDOM)  # as the program does
    data = corpus(arguments.data)
    met = [MEASURES[part](data, arguments.rounds) for part in arguments.only or PARTS]
    raise SystemExit(not all(met))


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
