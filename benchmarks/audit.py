"""Measure an audit: time with one process and two, peak memory, and what a run costs that was ended half-way.

`python benchmarks/audit.py --data FOLDER [--size 2457]` makes so many incidents of those of FOLDER/fail-dev (described
in docs/accuracy.md): each with articles of its own under new ids, and other figures in both. It prints a line for every
size and number of processes: seconds by the clock and of the processors, postmortems a second, and the memory of all
processes together (as Linux shares it out) and of the largest; then a run that is killed half-way and begun again.
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
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

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


def ran(arguments: list[str], *, until: int | None = None) -> Run:
    """Run an audit, or kill it when so many postmortems are done."""
    command = [sys.executable, "-m", "verifier", "audit", *arguments, "--no-cache", "-q"]
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # a process between, so that the largest of all those below it can be told
        begun = time.perf_counter()
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        memory = _watch(running, Path(arguments[arguments.index("-o") + 1]) / "journal.jsonl", until)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        clock = time.perf_counter() - begun
        told = f"{clock} {used.ru_utime + used.ru_stime} {used.ru_maxrss / 1024} {memory}"
        os.write(writer, told.encode())
        os._exit(0)
    os.waitpid(child, 0)
    return Run(*map(float, os.read(reader, 200).split()))


def _watch(running: subprocess.Popen[bytes], journal: Path, until: int | None) -> float:
    """Wait for a run, or kill it when so many postmortems are done; return the most memory of all its processes."""
    most = 0.0
    while running.poll() is None:
        most = max(most, sum(map(_share, _family(running.pid))))
        if until is not None and journal.exists() and journal.read_bytes().count(b"\n") >= until:
            running.send_signal(signal.SIGKILL)
        time.sleep(0.2)
    return most


def _family(process: int) -> Iterator[int]:
    """Yield a process and those that it started."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in children.read_text().split():
                yield from _family(int(child))


def _share(process: int) -> float:
    """Return the memory of a process in MB; what it shares with others counts in part, so that all add up."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        return sum(int(each.split()[1]) for each in lines if each.startswith("Pss:")) / 1024
    return 0.0


def line(what: str, size: int, run: Run) -> bool:
    """Print a line; say whether memory is within its bound."""
    rate = f"{size / run.clock:.1f} a second" if size else ""
    print(f"{what:40} {run.clock:7.1f} s {run.work:7.1f} s of processors {rate:14} {run.memory:5.0f} MB", end="")
    print(f" (largest process {run.largest:.0f})", flush=True)
    return run.memory <= MEMORY


def measure(data: Path, size: int, jobs: list[int]) -> Iterator[bool]:
    """Print the lines of one size."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        inputs = database(data, folder, size)
        for number in jobs:
            out = ["-o", str(folder / f"out{number}"), "--jobs", str(number)]
            yield line(f"{size} incidents, {number} at once", size, ran([*inputs, *out]))
        out = ["-o", str(folder / "killed"), "--jobs", "1"]
        yield line(f"{size} incidents, killed at half", size // 2, ran([*inputs, *out], until=size // 2))
        yield line("    and begun again", size - size // 2, ran([*inputs, *out]))
        yield line("    and again, with all done", 0, ran([*inputs, *out]))
        both = [{p.name: p.read_bytes() for p in (folder / f).rglob("*.json*")} for f in ("killed", f"out{jobs[0]}")]
        print("    same bytes as in one go" if both[0] == both[1] else "    OTHER BYTES than in one go")
        yield both[0] == both[1]


def main() -> None:
    """Print all lines; end with 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with fail-dev/")
    parser.add_argument("--size", type=int, action="append", help="incidents; by default 250 and 2,457")
    parser.add_argument("--jobs", type=int, action="append", help="processes; by default 1 and 2")
    arguments = parser.parse_args()
    met = [m for s in arguments.size or [250, 2457] for m in measure(arguments.data, s, arguments.jobs or [1, 2])]
    sys.exit(not all(met))


if __name__ == "__main__":
    csv.field_size_limit(2**24)
    main()
