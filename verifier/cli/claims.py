"""Check single claims: one JSON line in, one out, in the same order."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

import click

from verifier.cli.answers import Answerer
from verifier.cli.common import BROKEN, PATH, STDIN, Engine, progress, rule_options, sources_option, standard_input
from verifier.cli.items import Item, identity, item, lines, parse
from verifier.cli.output import emit, note, tell
from verifier.data.decode import open_file
from verifier.errors import InputError
from verifier.formats import records
from verifier.formats.located import Files
from verifier.formats.records import Record
from verifier.formats.words import count
from verifier.gate.outcome import grave

_AHEAD, _MOST_AHEAD = 4096, 32 * 1024 * 1024
_INTERNAL = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)


class Asked(NamedTuple):
    """Hold a question: its id and the item, or what is wrong with its line."""

    id: str | int | None
    item: Item | None
    error: str = ""

    @property
    def about(self) -> object:
        """Return what tells the sources apart."""
        return (self.item.sources, self.item.articles) if self.item else None


@click.command()
@click.argument("items", type=PATH, metavar="ITEMS.jsonl")
@sources_option(required=False)
@rule_options
def claims(*, items: Path, sources: tuple[Path, ...], engine: Engine) -> None:
    """Check single claims, one JSON line each.

    A line is {"id", "claim", "sources": [{"id", "text", "title"?, "published"?, "url"?}]}, or {"id", "claim",
    "articles": [ID, ...]} with ids that are looked up in --sources. The answer is {"id", "verdict", "support",
    "claims"}. A bad line is answered by {"id", "error"}, and the exit status is then 3. ITEMS.jsonl may be - for
    standard input.
    """
    answerer = Answerer(sources, engine)
    tell(answerer.troubles)
    answered = failed = 0
    with opened(items) as stream:
        answers = answer_all(stream, answerer, 1 if items == STDIN else _AHEAD)
        for answer in answers if sys.stdout.isatty() else progress(answers, "answering line"):
            emit(records.dumps(answer) + "\n")
            answered += 1
            failed += "error" in answer
    note(f"{count(answered, 'line')} answered" + (f", {failed} of them with an error" if failed else ""))
    if not answered:
        raise InputError("holds no line", str(items), 'write one {"id", "claim", "sources"} a line')
    if failed or grave(answerer.troubles):
        raise SystemExit(BROKEN)


def answer_lines(stream: BinaryIO, sources: Sequence[Path] = (), engine: Engine | None = None) -> Iterator[Record]:
    """Yield the answer to every line of a stream, as a JSON object."""
    yield from answer_all(stream, Answerer(sources, engine or Engine()), _AHEAD)


def answer_all(stream: BinaryIO, answerer: Answerer, ahead: int = 1) -> Iterator[Record]:
    """Yield the answer to every line of a stream; of so many lines ahead, those about the same sources go together.

    Whoever waits for each answer before the next line is sent needs `ahead` to be 1.
    """
    for batch in _batches(lines(stream), ahead):
        asked = [_ask(line) for line in batch]
        answers = {number: _answer(asked[number], answerer) for number in _grouped(asked)}
        yield from (answers[number] for number in range(len(asked)))


def _batches(given: Iterator[bytes | None], ahead: int) -> Iterator[list[bytes | None]]:
    """Yield lines in lists of so many, or fewer where they are long."""
    batch: list[bytes | None] = []
    held = 0
    for line in given:
        batch.append(line)
        held += len(line or b"")
        if len(batch) >= ahead or held >= _MOST_AHEAD:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _grouped(asked: list[Asked]) -> list[int]:
    """Return the numbers of the questions so that those about the same sources stand together."""
    first: dict[object, int] = {}
    for number, each in enumerate(asked):
        first.setdefault(each.about, number)
    return sorted(range(len(asked)), key=lambda number: first[asked[number].about])


def opened(path: Path) -> BinaryIO:
    """Open a file of lines, or standard input for `-`.

    Raises: InputError where it cannot be read.
    """
    return standard_input() if path == STDIN else open_file(path)


def _ask(line: bytes | None) -> Asked:
    """Read one line; whatever is wrong with it stays with it."""
    name: str | int | None = None
    try:
        value = parse(line)
        name = identity(value)
        return Asked(name, item(value))
    except InputError as error:
        return Asked(name, None, str(error))
    except _INTERNAL as error:
        return Asked(name, None, _internal(error))


def _answer(asked: Asked, answerer: Answerer) -> Record:
    """Answer one question."""
    if asked.item is None:
        return {"id": asked.id, "error": asked.error}
    try:
        found = answerer.answer(asked.item)
    except InputError as error:
        return {"id": asked.id, "error": str(error)}
    except _INTERNAL as error:
        return {"id": asked.id, "error": _internal(error)}
    files = Files.of_text(asked.item.layout, answerer.sources(asked.item))
    return {
        "id": asked.id,
        "verdict": found.verdict,
        "support": records.unit(found.support),
        "claims": [records.plain(records.claim(assessment, files)) for assessment in found.assessments],
    }


def _internal(error: Exception) -> str:
    return f"internal error ({type(error).__name__}); please report this line"
