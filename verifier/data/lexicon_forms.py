"""Check the lines of a user's lexicon: each kind of list has a form of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from verifier.data.tables import Table
from verifier.errors import ConfigError

_TERM = r"[^,/\s][^,/]*"
_TERMS = rf"{_TERM}(?:, {_TERM})*"


class Form(NamedTuple):
    """Hold what a line must look like, as a pattern and in words."""

    pattern: re.Pattern[str]
    said: str


TERMS = Form(re.compile(_TERMS), "terms parted by a comma and a space, e.g. intruder, attacker")
SIDES = Form(re.compile(rf"{_TERMS} / {_TERMS}"), "terms, a stroke between spaces, terms, e.g. gain, win / lose")
TO_ONE = Form(re.compile(rf"{_TERMS} / {_TERM}"), "terms, a stroke between spaces, a term, e.g. ring / phone call")
_FORMS = {
    ("antonyms", "verbs"): SIDES,
    ("antonyms", "adjectives"): SIDES,
    ("antonyms", "nouns"): SIDES,
    ("antonyms", "adverbs"): SIDES,
    ("media", "verbs"): TO_ONE,
    ("media", "phrases"): TO_ONE,
    ("nations", "nations"): SIDES,
    ("nations", "regions"): SIDES,
}


def check_lines(table: Table, path: Path, name: str) -> Table:
    """Return the lexicon if every line has its form.

    Raises: ConfigError that names file, key, line and form.
    """
    for top, key, line in _lines(table):
        form = _FORMS.get((name, top), TERMS)
        shown = line if len(line) <= 80 else f"{line[:77]}..."
        if line != line.lower():
            raise ConfigError(f'the line "{shown}" has capitals', f"{path}: {key}", "write it in lower case")
        if line and not form.pattern.fullmatch(line):
            raise ConfigError(f'the line "{shown}" has not the right form', f"{path}: {key}", f"expected: {form.said}")
    return table


def _lines(table: Table) -> Iterator[tuple[str, str, str]]:
    """Yield the first key, the whole key and each line below it."""
    for top, value in table.items():
        blocks = {f"{top}.{key}": block for key, block in value.items()} if isinstance(value, dict) else {top: value}
        for key, block in blocks.items():
            for line in block.splitlines() if isinstance(block, str) else ():
                yield top, key, line.strip()
