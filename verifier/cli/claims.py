"""Check single claims: one JSON line in, one out, in the same order."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import click

from verifier.cli.answers import Answerer
from verifier.cli.common import BROKEN, PATH, STDIN, Engine, progress, rule_options, sources_option, standard_input
from verifier.cli.items import identity, item, lines, parse
from verifier.cli.output import emit, note, tell
from verifier.errors import InputError
from verifier.formats import records
from verifier.formats.located import Files
from verifier.formats.records import Record
from verifier.formats.words import count
from verifier.gate.outcome import grave


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
        answers = answer_all(stream, answerer)
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
    yield from answer_all(stream, Answerer(sources, engine or Engine()))


def answer_all(stream: BinaryIO, answerer: Answerer) -> Iterator[Record]:
    """Yield the answer to every line of a stream."""
    return (_answer(line, answerer) for line in lines(stream))


def opened(path: Path) -> BinaryIO:
    """Open a file of lines, or standard input for `-`.

    Raises: InputError where it cannot be read.
    """
    if path == STDIN:
        return standard_input()
    try:
        return path.open("rb")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", str(path), "check the path") from error


def _answer(line: bytes | None, answerer: Answerer) -> Record:
    """Answer one line; whatever is wrong with it stays with it."""
    name: str | int | None = None
    try:
        value = parse(line)
        name = identity(value)
        asked = item(value)
        found = answerer.answer(asked)
    except InputError as error:
        return {"id": name, "error": str(error)}
    except (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError) as error:
        return {"id": name, "error": f"internal error ({type(error).__name__}); please report this line"}
    files = Files.of_text(asked.layout, answerer.sources(asked))
    return {
        "id": name,
        "verdict": found.verdict,
        "support": records.unit(found.support),
        "claims": [records.plain(records.claim(assessment, files)) for assessment in found.assessments],
    }
