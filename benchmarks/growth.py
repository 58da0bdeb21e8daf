"""Measure how the cost of a run grows while an input doubles: `python benchmarks/growth.py [--calls] [NAME ...]`.

Prints the exponent of each input, 1.0 where twice the input costs twice as much, and the cost of the largest. Costs are
seconds of the processor, the least of three runs, or with `--calls` calls of functions, in millions, which other
programs cannot stretch. What every run costs, whatever its input, is taken off first. Inputs are doubled until a run
costs enough for that to count, or is refused as too long; the exponent is that of the last two doublings.
"""

from __future__ import annotations

import gc
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from counting import steps

from verifier import Verifier, read_postmortems, read_sources
from verifier.cli.main import SELDOM
from verifier.errors import InputError
from verifier.formats import FORMATS, renderer

_SENTENCE = "The pump at Elmford stopped for {} minutes, the water board said on Monday."
_HEAD = "# Pumps stop\n\n"
_ENOUGH, _RUNS, _FEWEST = 1.5, 3, 3
_ENOUGH_CALLS = 6.0
_ENDINGS = {"{": "json", "I": "txt", "T": "txt"}


Measure = Callable[[Callable[[], None]], float]


class Input(NamedTuple):
    """Hold how to make a postmortem and its sources of a size, and the size to begin with."""

    postmortem: Callable[[int], str]
    sources: Callable[[int], dict[str, str]]
    first: int


def _one(_: int) -> dict[str, str]:
    return {"a.txt": f"{_SENTENCE.format(40)} Nobody was hurt. It cost 3 million euros."}


def _plain(_: int) -> str:
    return f"{_HEAD}{_SENTENCE.format(40)}\n"


def _each(size: int, *sentences: str) -> str:
    """Return a document of paragraphs: so many times the sentences, numbered."""
    return _HEAD + "".join(f"{sentence.format(i)}\n\n" for i in range(size) for sentence in sentences)


def _differing(size: int) -> str:
    """Return a document of paragraphs of which each has other words than the next."""
    random = Random(7)  # noqa: S311  for no secret
    words = [f"{a}{b}" for a in "bdfglmnprt" for b in ("andle", "ostrel", "ivent", "umper", "elding")]
    lines = (f"The {' '.join(random.choices(words, k=6))} lost {random.randint(2, 9)} pumps." for _ in range(size))
    return _HEAD + "".join(f"{line}\n\n" for line in lines)


def _causes(size: int) -> str:
    """Return page text with as many causes in the software as outside of it."""
    said = "{}. The old pump of the water board broke in the storm at station {} [1]. "
    items = "".join(said.format(i + 1, i) for i in range(size))
    return f"Incident: Pumps stop\n\nPostmortem Analysis\nSoftware Causes {items}\nNon-software Causes {items}\n"


def _figures(size: int) -> str:
    return ", ".join(map(str, range(size)))


INPUTS: dict[str, Input] = {
    "a long link": Input(lambda n: f"{_HEAD}It stopped ([Post](https://post.example/{'x' * n})).", _one, 30_000),
    "a run of markers": Input(lambda n: f"{_HEAD}It lost 40 pumps {'[7001]' * n}.", _one, 2_000),
    "markers apart": Input(lambda n: f"{_HEAD}It lost 40 pumps {'[7001] ' * n}.", _one, 1_000),
    "links in one sentence": Input(lambda n: f"{_HEAD}{'[a](https://a.example) ' * n}.", _one, 500),
    "masked characters": Input(lambda n: f"{_HEAD}It lost 40 pumps {chr(0xFFFC) * n}.", _one, 30_000),
    "figures in a claim": Input(lambda n: f"{_HEAD}It lost {'40 3 ' * n}pumps.", _one, 100),
    "figures in a sentence": Input(_plain, lambda n: {"a.txt": f"It lost {'40 pumps, 3 valves, ' * n}all."}, 100),
    "rows of figures": Input(
        lambda n: f"{_HEAD}It lost {_figures(n)} pumps.\n",
        lambda n: {"a.txt": f"It lost 40 pumps, {_figures(n)}."},
        400,
    ),
    "paragraphs of figures": Input(
        lambda n: _each(n, f"Row {{}} lost {_figures(4)} pumps."),
        lambda n: {"a.txt": "\n\n".join(f"Row {i} lost {_figures(4)} pumps." for i in range(n))},
        40,
    ),
    "pages": Input(
        lambda n: "".join(f"{_SENTENCE.format(i)} It was the sec-\n\n[Page {i}]\n\nond time.\n\n" for i in range(n)),
        lambda n: {"a.txt": "\f".join(f"Water board\n\n{_SENTENCE.format(i)} It was the sec-\n" for i in range(n))},
        40,
    ),
    "columns": Input(lambda n: "Incident\n\n" + "10:40\tPump\tIt lost 3 valves.\n" * n, _one, 40),
    "stars": Input(lambda n: f"{_HEAD}{'*a ' * n}b.", _one, 2_000),
    "brackets": Input(lambda n: f"{_HEAD}{'[' * n}a", _one, 2_000),
    "entities": Input(lambda n: f"{_HEAD}{'&amp;' * n}a", _one, 4_000),
    "rows of a table": Input(lambda n: f"{_HEAD}| Time | Lost |\n|---|---|\n" + "| 10:40 | 3 |\n" * n, _one, 50),
    "cells of a row": Input(lambda n: f"{_HEAD}|{' a |' * n}\n|{'---|' * n}\n|{' 3 |' * n}\n", _one, 400),
    "paragraphs": Input(lambda n: _HEAD + "".join(f"{_SENTENCE.format(i)}\n\n" for i in range(n)), _one, 40),
    "paragraphs that differ": Input(_differing, _one, 40),
    "two figures in turn": Input(
        lambda n: _each(
            n, "The pump at X{}ton lost 40 valves in the storm.", "The pump at Y{}ton lost 30 valves in the storm."
        ),
        _one,
        20,
    ),
    "the same two figures": Input(
        lambda n: _each(
            n, "The pump lost 40 valves in the great storm.", "The pump lost 30 valves in the great storm."
        ),
        _one,
        20,
    ),
    "denials": Input(
        lambda n: _each(n, "Pump {} of the board was tested on time.", "Pump {} of the board was not tested on time."),
        _one,
        20,
    ),
    "titles": Input(
        lambda n: _each(n, "Mia Stone, chief {} at Elm Water, spoke.", "Mia Stone, lawyer at Elm Water, spoke."),
        _one,
        20,
    ),
    "causes": Input(_causes, _one, 20),
    "figures in two claims": Input(lambda n: _HEAD + f"It lost {'40 3 ' * n}pumps.\n\n" * 2, _one, 100),
    "footnotes": Input(lambda n: _each(n, "It stopped[^{0}].\n\n[^{0}]: Post, <https://a.example/{0}>"), _one, 40),
    "references": Input(
        lambda n: (
            _HEAD
            + "".join(f"It stopped [{i}].\n\n" for i in range(1, n + 1))
            + "## References\n\n"
            + "".join(f"{i}. Post, <https://a.example/{i}>\n" for i in range(1, n + 1))
        ),
        _one,
        40,
    ),
    "sections": Input(lambda n: _each(n, "## Impact\n\nThe pump at Elm stopped."), _one, 40),
    "list items": Input(lambda n: _HEAD + "- The pump at Elm stopped.\n" * n, _one, 40),
    "code blocks": Input(lambda n: _HEAD + "It stopped.\n\n```\nx\n```\n\n" * n, _one, 200),
    "sentences of a source": Input(
        _plain, lambda n: {"a.txt": "\n\n".join(_SENTENCE.format(i) for i in range(n))}, 200
    ),
    "sources": Input(_plain, lambda n: {f"s{i}.txt": _SENTENCE.format(i) for i in range(n)}, 100),
    "a page of paragraphs": Input(
        _plain, lambda n: {"a.html": "".join(f"<p>{_SENTENCE.format(i)}</p>" for i in range(n))}, 300
    ),
    "a page of links": Input(
        _plain, lambda n: {"a.html": f"<p>{_SENTENCE}</p><p>" + "<a href='/x'>pumps stop</a>" * n + "</p>"}, 1000
    ),
    "a page of deep paragraphs": Input(
        _plain,
        lambda n: {"a.html": "<div>" * 100 + "".join(f"<p>{_SENTENCE.format(i)}</p>" for i in range(n))},
        300,
    ),
    "a page of rows": Input(
        _plain,
        lambda n: {
            "a.html": f"<p>{_SENTENCE.format(40)}</p><table>"
            + "".join(f"<tr><td>Monday<td>Elmford<td>{i} pumps<td>stopped</tr>" for i in range(n))
        },
        100,
    ),
    "a page of items": Input(
        _plain, lambda n: {"a.html": "<ul>" + "".join(f"<li>{_SENTENCE.format(i)}</li>" for i in range(n))}, 300
    ),
    "a page of times": Input(
        _plain,
        lambda n: {"a.html": f"<p>{_SENTENCE}</p><p>" + "at <time>10:40</time> it stopped, " * n + "</p>"},
        500,
    ),
    "a title of markers": Input(
        lambda n: json.dumps({"title": "[7001]" * n, "fields": {"Impacts": "It lost 40 pumps."}}), _one, 1_000
    ),
}


def seconds(work: Callable[[], None]) -> float:
    """Return the least processor time that some work takes."""
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def calls(work: Callable[[], None]) -> float:
    """Return how many millions of functions are called by some work."""
    return steps(work) / 1e6


def cost(made: Input, size: int, measure: Measure) -> float:
    """Return what a run over an input costs, reading and rendering included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        text = made.postmortem(size)
        path = folder / f"pm.{_ENDINGS.get(text[0], 'md')}"
        path.write_text(text, encoding="utf-8")
        for file, content in made.sources(size).items():
            (folder / "articles" / file).write_text(content, encoding="utf-8")
        return measure(partial(_run, folder / "articles", path))


def _run(articles: Path, path: Path) -> None:
    report = Verifier(read_sources([articles]).sources).check(*read_postmortems(path))
    for name in FORMATS:
        renderer(name)(report)


def exponent(made: Input, measure: Measure, enough: float) -> tuple[float, float]:
    """Return the exponent of growth over the last two doublings, and the cost of the largest run."""
    cost(made, 1, measure)
    base = cost(made, 1, measure)
    costs: list[float] = []
    while len(costs) < _FEWEST or costs[-1] < enough:
        try:
            costs.append(max(1e-4, cost(made, made.first << len(costs), measure) - base))
        except InputError:
            break
    return math.log2(costs[-1] / costs[-_FEWEST]) / (_FEWEST - 1), costs[-1]


def main() -> None:
    """Print a table of the inputs named, or of all; garbage is collected as seldom as the program does."""
    gc.set_threshold(*SELDOM)
    counted = "--calls" in sys.argv
    names = [name for name in sys.argv[1:] if name != "--calls"] or list(INPUTS)
    measure, enough, unit = (calls, _ENOUGH_CALLS, "million calls") if counted else (seconds, _ENOUGH, "s")
    for name in names:
        grown, took = exponent(INPUTS[name], measure, enough)
        print(f"{name:24} {grown:5.2f} {took:8.2f} {unit}", flush=True)


if __name__ == "__main__":
    main()
