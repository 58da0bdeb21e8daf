"""Measure what a start costs: seconds of one processor, and by the clock, the best of several runs in turn.

`python benchmarks/start.py` runs Python alone, `verifier --help`, and a check of the worked case in seeds/. The first
round, in which Python compiles what it imports, does not count.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from figure_log import FigureLog, add_option

HOME = Path(__file__).parents[1]
PROGRAM = (sys.executable, "-m", "verifier")
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "verifier --help": (*PROGRAM, "--help"),
    "verifier check seeds/postmortem.txt --sources seeds": (
        *PROGRAM,
        "check",
        "seeds/postmortem.txt",
        "--sources",
        "seeds",
    ),
}


def run(command: tuple[str, ...]) -> tuple[float, float]:
    """Run a command; return the seconds of processors that it took, and those by the clock."""
    used, begun = os.times(), time.perf_counter()
    subprocess.run(command, cwd=HOME, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    clock, now = time.perf_counter() - begun, os.times()
    return now.children_user + now.children_system - used.children_user - used.children_system, clock


def main() -> None:
    """Tell the best of several rounds for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=10)
    add_option(parser, "start")
    arguments = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    rounds = [[run(command) for command in COMMANDS.values()] for _ in range(arguments.rounds + 1)][1:]
    log = FigureLog(arguments.figures)
    for name, runs in zip(COMMANDS, zip(*rounds, strict=True), strict=True):
        work, clock = (min(values) for values in zip(*runs, strict=True))
        log.tell(
            f"{name:52} {work:.2f} s of one processor, {clock:.2f} s", {"what": name, "work": work, "clock": clock}
        )


if __name__ == "__main__":
    main()
