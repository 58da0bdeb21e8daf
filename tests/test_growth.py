"""Bound how the steps of a run grow while an input doubles; steps are counted, time is not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from counting import steps

from verifier import Verifier
from verifier.claims.claims import claims_of
from verifier.claims.phrases import mask, prepare
from verifier.formats import FORMATS, renderer
from verifier.ingest.html import extract
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Source
from verifier.text.reading import read_source

TEXT = "The pump of Elmford stopped for {} minutes, the water board said."


def read(text: str) -> None:
    for found in read_postmortems(Path("-"), stdin_text=text):
        claims_of(found)


def checked(text: str) -> None:
    verifier = Verifier([Source("a", TEXT.format(3), path="a.txt")])
    report = verifier.check(*read_postmortems(Path("-"), stdin_text=text))
    for name in FORMATS:
        renderer(name)(report)


def sourced(size: int) -> None:
    sources = [Source(f"source-{n:024x}", TEXT.format(n), path="a.txt") for n in range(size)]
    report = Verifier(sources).check(*read_postmortems(Path("-"), stdin_text=f"# T\n\n{TEXT.format(3)}\n"))
    renderer("html")(report)


def figures(size: int) -> None:
    row = ", ".join(map(str, range(10 * size)))
    source = Source("a", f"It lost 40 pumps, {row}.", path="a.txt")
    Verifier([source]).check(*read_postmortems(Path("-"), stdin_text=f"# T\n\nIt lost {row} pumps.\n"))


CASES: dict[str, tuple[Callable[[int], object], int]] = {
    "a long link": (lambda n: read(f"# T\n\nIt stopped ([P](https://a.example/{'x' * n}))."), 2000),
    "a run of markers": (lambda n: read(f"# T\n\nIt lost 40 pumps {'[7001]' * n}."), 100),
    "markers apart": (lambda n: read(f"# T\n\nIt lost 40 pumps {'[7001] ' * n}."), 100),
    "links": (lambda n: read(f"# T\n\n{'[a](https://a.example) ' * n}"), 100),
    "masked characters": (lambda n: read(f"# T\n\nIt lost 40 pumps {chr(0xFFFC) * n}."), 500),
    "stars": (lambda n: read(f"# T\n\n{'*a ' * n}b"), 200),
    "brackets": (lambda n: read(f"# T\n\n{'[' * n}a"), 200),
    "entities": (lambda n: read(f"# T\n\n{'&amp;' * n}a"), 200),
    "figures": (figures, 20),
    "pages": (
        lambda n: read("Jam\n\n" + "".join(f"It broke the sec-\n\n[Page {i}]\n\nond gate.\n\n" for i in range(n))),
        60,
    ),
    "columns": (lambda n: read("Jam\n\n" + "10:40\tgate\tIt broke.\n" * n), 60),
    "rows": (lambda n: read("# T\n\n| a | b |\n|---|---|\n" + "| c | 5 |\n" * n), 100),
    "cells": (lambda n: read(f"# T\n\n|{' a |' * n}\n|{'---|' * n}\n|{' 3 |' * n}\n"), 60),
    "code": (lambda n: read("# T\n\nIt stopped.\n\n" + "```\nx\n```\n\nIt ran.\n\n" * n), 60),
    "front matter": (lambda n: read("---\n" + "key: value\n" * n + "---\n\nIt stopped.\n"), 200),
    "a page": (lambda n: extract("".join(f"<p>{TEXT.format(i)}</p>" for i in range(n))), 60),
    "a page of deep paragraphs": (
        lambda n: extract("<div>" * 50 + "".join(f"<p>{TEXT.format(i)}</p>" for i in range(n))),
        60,
    ),
    "a page of rows": (
        lambda n: extract("<table>" + "".join(f"<tr><td>Mon<td>Elm<td>{i} pumps</tr>" for i in range(n)) + "</table>"),
        60,
    ),
    "a page of items": (lambda n: extract("<ul>" + "".join(f"<li>{TEXT.format(i)}</li>" for i in range(n))), 60),
    "a page of boxes": (
        lambda n: extract(
            "<article>"
            + "".join(f"<div class='a{i} alpha'><p>{TEXT.format(i)}</p></div>" for i in range(n))
            + "</article><article>"
            + "".join(f"<div class='b{i} beta'><p>At Ash it stopped for {i} days in all.</p></div>" for i in range(n))
        ),
        40,
    ),
    "a page of cards": (
        lambda n: extract(f"<p>{''.join(f'pump {i}<b class=tooltip>pump {i} is old</b>, ' for i in range(n))}</p>"),
        40,
    ),
    "an article": (lambda n: read_source(Source("a", "\n".join(TEXT.format(i) for i in range(n)))), 100),
    "a report of sections": (
        lambda n: checked("# T\n\n" + "".join(f"## S{i}\n\nA {i} b c.\n\n" for i in range(n))),
        15,
    ),
    "sources": (sourced, 20),
}


@pytest.mark.parametrize("name", CASES)
def test_twice_the_input_takes_about_twice_the_steps(name: str) -> None:
    run, size = CASES[name]
    run(2)
    first, second, third = (steps(partial(run, size * factor)) for factor in (1, 2, 3))
    assert third - second <= 1.4 * (second - first) + 2000


def test_a_long_link_is_kept_as_it_is_written() -> None:
    url = f"https://a.example/{'x y' * 400}é".replace(" ", "%20")
    (found,) = read_postmortems(Path("-"), stdin_text=f"# T\n\nIt stopped ([P]({url})).")
    assert found.mentions == (url,)


def test_a_run_of_masked_characters_is_matched_in_one_way() -> None:
    prepared = prepare(f"It failed{'[7001]' * 400} and in {'[7001]' * 400} it broke.")
    assert len(prepared.citations) == 800
    assert mask("abcdef", [(1, 3), (2, 5)]) == f"a{chr(0xFFFC) * 4}f"
