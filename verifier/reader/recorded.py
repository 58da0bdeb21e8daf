"""Keep answers in a file of JSON lines that merges cleanly, and find them again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from verifier.data.decode import read_text
from verifier.errors import ConfigError, InputError
from verifier.reader import answers
from verifier.reader.values import Question, Recorded

_CONFLICT = re.compile(r"(<{7}|={7}|>{7}|\|{7})(\s|$)")


class Bad(NamedTuple):
    """Hold a line of a file that is no answer: its number and what is wrong."""

    number: int
    what: str


class Book:
    """Hold recorded answers; of several to one question each reader and model has one."""

    def __init__(self, entries: Iterable[Recorded] = ()) -> None:
        self._lines = {answers.line(e): e for e in entries}
        self._by_key: defaultdict[str, list[Recorded]] = defaultdict(list)
        for entry in self:
            self._by_key[entry.key].append(entry)

    def find(self, question: Question, reader: str = "", model: str = "") -> Recorded | None:
        """Return the answer to a question by a reader and its model, or by any where none is named.

        It counts as one to the prompt of the question, whose key tells. None where there is none, or where two answers
        differ: neither can be trusted then.
        """
        fitting = [e for e in self._by_key.get(question.key, ()) if reader in {"", e.reader} and model in {"", e.model}]
        said = {(e.answer.verdict, e.answer.part) for e in fitting}
        return replace(min(fitting, key=answers.line), prompt=question.prompt) if len(said) == 1 else None

    def add(self, entries: Iterable[Recorded]) -> Book:
        """Return the book with further answers; an older one by the same reader and model gives way."""
        new = {(e.key, e.reader, e.model): e for e in entries}
        return Book([*(e for e in self if (e.key, e.reader, e.model) not in new), *new.values()])

    def __iter__(self) -> Iterator[Recorded]:
        return iter(self._lines.values())

    def text(self) -> str:
        """Return the text of the file: sorted, each line once, without a clock."""
        return "".join(f"{line}\n" for line in sorted(self._lines))


def lines_of(path: Path, reader: str = "", model: str = "") -> Iterator[tuple[int, Recorded | Bad]]:
    """Yield the lines of a file of answers by their numbers, read or refused; blank ones are passed over.

    Raises: InputError where the file cannot be read.
    """
    text = "" if path.is_file() and not path.stat().st_size else read_text(path).text
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not _CONFLICT.match(line):
            yield number, _line(line, number, reader, model)


def read(path: Path) -> Book:
    """Read a file of answers; a file that is not there yet holds none.

    Raises: ConfigError that names the first bad line.
    """
    if not path.exists():
        return Book()
    try:
        found = list(lines_of(path))
    except InputError as error:
        raise ConfigError(error.what, error.where, error.hint) from error
    bad = next((entry for _, entry in found if isinstance(entry, Bad)), None)
    if bad:
        raise ConfigError(bad.what, f"{path}, line {bad.number}", f"see them all with: verifier reader answers {path}")
    return Book(entry for _, entry in found if isinstance(entry, Recorded))


def _line(line: str, number: int, reader: str, model: str) -> Recorded | Bad:
    try:
        return answers.recorded(line, reader, model)
    except InputError as error:
        return Bad(number, str(error))
