"""Measure what the formats cost: `python benchmarks/formats.py POSTMORTEM SOURCES`, by default the worked case."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from verifier.formats import FORMATS

_TIMES = 5


def seconds(postmortem: str, sources: str, formats: list[str]) -> float:
    """Return how long a run takes that writes these formats, as the median of several."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = [word for name in formats for word in ("-o", f"{name}:{Path(folder) / name}")]
        command = [sys.executable, "-m", "verifier", "check", "-q", postmortem, "--sources", sources, *outputs]
        taken = []
        for _ in range(_TIMES):
            start = time.perf_counter()
            subprocess.run(command, check=False)
            taken.append(time.perf_counter() - start)
    return median(taken)


if __name__ == "__main__":
    named = sys.argv[1:] or ["seeds/postmortem.txt", "seeds"]
    alone, together = seconds(named[0], named[1], ["json"]), seconds(named[0], named[1], list(FORMATS))
    print(f"json {alone:.2f} s, all {len(FORMATS)} formats {together:.2f} s: {together / alone:.2f} times")
