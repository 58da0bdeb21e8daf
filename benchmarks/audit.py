"""Measure an audit: time with one process and two, peak memory, and what a run costs that was ended half-way.

`python benchmarks/audit.py --data FOLDER [--size 2457]` makes so many incidents of those of FOLDER/fail-dev (described
in docs/accuracy.md): each with articles of its own under new ids, and other figures in both. It prints a line for every
size and number of processes: seconds by the clock and of the processors, postmortems a second, and the memory of all
processes together (as Linux shares it out) and of the largest; then, with as many processes as the last of these runs,
one that is killed half-way and begun again (`--no-kill` leaves it out). Every line is in a file, figures-audit.jsonl,
as soon as it is told, and so is what a run has done and how much memory it takes after every tenth of its incidents.

One incident takes about a third of a second of one processor: 2,457 of them with one process a quarter of an hour, and
with `--size 2457 --jobs 2` the run and the one that is killed and begun again as long together, on two processors.
"""

from __future__ import annotations

import argparse
import csv
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from figure_log import FigureLog, add_option
from memory import taken

MEMORY = 300.0
_FIGURE = re.compile(r"\b(?!(?:19|20)\d\d\b)\d{2,3}\b")
_NUMBER = re.compile(r"\d+")


class Run(NamedTuple):
    """Hold how a run fared: seconds by the clock and of the processors; in MB the largest process, and all together."""

    clock: float
    work: float
    largest: float
    memory: float


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def varied(text: str, ids: dict[str, str], shift: int) -> str:
    """Return a text with the ids of articles replaced, and other figures in the place of small ones."""
    moved = _FIGURE.sub(lambda match: str(int(match[0]) + shift % 7), text)
    return _NUMBER.sub(lambda match: ids.get(match[0], match[0]), moved if shift else text)


def database(data: Path, folder: Path, size: int) -> list[str]:
    """Write a database of so many incidents and their articles; return the arguments that audit it."""
    incidents, articles = table(data / "fail-dev/incidents.csv"), table(data / "fail-dev/articles.csv")
    more = data / "more-articles.csv"
    articles += table(more) if more.exists() else []
    known = {row["Article ID"]: row for row in articles}
    with (
        (folder / "incidents.csv").open("w", newline="") as left,
        (folder / "articles.csv").open("w", newline="") as right,
    ):
        posts, texts = csv.DictWriter(left, incidents[0]), csv.DictWriter(right, articles[0])
        posts.writeheader()
        texts.writeheader()
        for number in range(size):
            row, shift = incidents[number % len(incidents)], number // len(incidents)
            cited = [name for name in _NUMBER.findall(row["Related Article IDs"]) if name in known]
            ids = {name: str(int(name) + 1_000_000 * shift) for name in cited}
            posts.writerow(
                {key: varied(cell, ids, 0 if key == "Published" else shift) for key, cell in row.items()}
                | {"Incident ID": f"{row['Incident ID']}-{shift}"}
            )
            for name in cited:
                body = varied(known[name]["Body"], ids, shift)
                texts.writerow(known[name] | {"Article ID": ids[name], "Body": body})
    return [str(folder / "incidents.csv"), "--sources", str(folder / "articles.csv")]


def ran(arguments: list[str], size: int, figures: FigureLog, *, until: int | None = None) -> Run:
    """Run an audit of so many postmortems, or kill it when `until` are done."""
    command = [sys.executable, "-m", "verifier", "audit", *arguments, "--no-cache", "-q"]
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # a process between, so that the largest of all those below it can be told
        begun = time.perf_counter()
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        memory = _watch(running, Path(arguments[arguments.index("-o") + 1]) / "journal.jsonl", size, figures, until)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock = time.perf_counter() - begun
        told = f"{clock} {used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024} {memory}"
        os.write(writer, told.encode())
        os._exit(0)
    os.waitpid(child, 0)
    return Run(*map(float, os.read(reader, 200).split()))


def _watch(running: subprocess.Popen[bytes], journal: Path, size: int, figures: FigureLog, until: int | None) -> float:
    """Wait for a run, or kill it when so many postmortems are done; return the most memory of all its processes.

    What is done, when, and in how much memory is kept after every tenth.
    """
    begun, most, kept = time.perf_counter(), 0.0, 0
    while running.poll() is None:
        parts = taken(running.pid)
        most = max(most, sum(parts))
        done = journal.read_bytes().count(b"\n") if journal.exists() else 0
        if done * 10 >= (kept + 1) * size:
            kept = done * 10 // size
            clock, each = time.perf_counter() - begun, [round(part) for part in parts]
            figures.keep(what="under way", size=size, done=done, clock=clock, memory=sum(parts), processes=each)
        if until is not None and done >= until:
            running.send_signal(signal.SIGKILL)
        time.sleep(0.2)
    return most


def told(figures: FigureLog, what: str, size: int, run: Run) -> bool:
    """Tell how a run fared; say whether memory is within its bound."""
    rate = f"{size / run.clock:.1f} a second" if size else ""
    line = f"{what:40} {run.clock:7.1f} s {run.work:7.1f} s of processors {rate:14} {run.memory:5.0f} MB"
    figures.tell(f"{line} (largest process {run.largest:.0f})", {"what": what.strip(), "done": size, **run._asdict()})
    return run.memory <= MEMORY


def measure(data: Path, size: int, jobs: list[int], figures: FigureLog, *, kill: bool) -> Iterator[bool]:
    """Tell the figures of one size."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        inputs = database(data, folder, size)
        for number in jobs:
            out = ["-o", str(folder / f"out{number}"), "--jobs", str(number)]
            yield told(figures, f"{size} incidents, {number} at once", size, ran([*inputs, *out], size, figures))
        if kill:
            yield from killed(inputs, folder, size, jobs, figures)


def killed(inputs: list[str], folder: Path, size: int, jobs: list[int], figures: FigureLog) -> Iterator[bool]:
    """Kill a run half-way, begin it again, and hold its files against those of a run in one go."""
    arguments = [*inputs, "-o", str(folder / "killed"), "--jobs", str(jobs[-1])]
    half = ran(arguments, size, figures, until=size // 2)
    done = len((folder / "killed/journal.jsonl").read_bytes().splitlines())
    yield told(figures, f"{size} incidents, killed at half", done, half)
    yield told(figures, "    and begun again", size - done, ran(arguments, size, figures))
    yield told(figures, "    and again, with all done", 0, ran(arguments, size, figures))
    both = [{p.name: p.read_bytes() for p in (folder / f).rglob("*.json*")} for f in ("killed", f"out{jobs[0]}")]
    same = both[0] == both[1]
    figures.tell("    same bytes as in one go" if same else "    OTHER BYTES than in one go", {"same": same})
    yield same


def main() -> None:
    """Tell all figures; end with 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/")
    parser.add_argument("--size", type=int, action="append", help="incidents; by default 250 and 2,457")
    parser.add_argument("--jobs", type=int, action="append", help="processes; by default 1 and 2")
    parser.add_argument("--no-kill", action="store_true", help="leave out the run that is killed half-way")
    add_option(parser, "audit")
    given = parser.parse_args()
    jobs, figures = given.jobs or [1, 2], FigureLog(given.figures)
    runs = [measure(given.data, size, jobs, figures, kill=not given.no_kill) for size in given.size or [250, 2457]]
    met = [each for run in runs for each in run]
    sys.exit(not all(met))


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
