"""Write prompts for whoever is to be the second reader, and check what they answered."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.check import checked
from verifier.cli.common import (
    BROKEN,
    PATH,
    Engine,
    incident_option,
    read_postmortems,
    rule_options,
    sources_option,
    verifier_for,
)
from verifier.cli.output import emit, note, say, tell, verbosity_options
from verifier.errors import InputError
from verifier.formats.records import dumps
from verifier.formats.visible import visible
from verifier.formats.words import count


@click.group()
def reader() -> None:
    """Ask second readers, people or models, about what is in doubt."""


@reader.command("list")
@verbosity_options
def list_readers() -> None:
    """List the readers that are installed, and where each is from."""
    from verifier.reader.registry import names

    found = names()
    width = max(map(len, found))
    emit("".join(f"{visible(name):<{width}}  {visible(origin)}\n" for name, origin in found.items()))


@reader.command()
@click.argument("postmortems", nargs=-1, required=True, type=PATH, metavar="POSTMORTEM...")
@sources_option()
@incident_option
@click.option("--look-again", type=PATH, metavar="FILE", help="Answers: write the prompts of a second look at them.")
@rule_options
def prompts(
    *,
    postmortems: tuple[Path, ...],
    sources: tuple[Path, ...],
    incident: str | None,
    look_again: Path | None,
    engine: Engine,
) -> None:
    """Write a prompt for every unsettled claim, one JSON line each.

    The most doubtful claims come first. An answer is a line {"key": ..., "answer": {...}}; see: verifier reader schema.
    A second look is at what is supported when the first one's answers have counted: it asks what speaks against that.
    """
    from verifier.reader import recorded
    from verifier.reader.prompt import line, tokens
    from verifier.reader.stage import SecondReader

    read, troubles = read_postmortems(postmortems, incident)
    report = checked(verifier_for(sources, engine, postmortems), read, troubles)
    tell(report.troubles)
    second = SecondReader(book=recorded.read(look_again), looks=2) if look_again else SecondReader()
    *_, plan = second.plans(report)
    found = plan.questions
    emit("".join(f"{dumps(line(question))}\n" for question in found))
    note(f"{count(len(found), 'prompt')}, some {sum(map(tokens, found)):,} tokens with their answers")
    if report.troubles:
        raise SystemExit(BROKEN)


@reader.command()
@verbosity_options
def schema() -> None:
    """Print the JSON Schema of a line of answers."""
    from verifier.data.folders import folder

    emit((folder("reports") / "reader.schema.json").read_text("utf-8"))


@reader.command()
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@click.option("--prompts", type=PATH, metavar="FILE", help="The prompts: also check the words that answers quote.")
@click.option("--reader", "name", default="file", show_default=True, metavar="NAME", help="Who answered.")
@click.option("--model", default="", metavar="NAME", help="The model that answered.")
@verbosity_options
def answers(*, files: tuple[Path, ...], prompts: Path | None, name: str, model: str) -> None:
    """Check files of answers and write them as one.

    What is written is for --reader-answers. Bad lines are named and left out, and the exit status is then 3.
    """
    from verifier.reader.byhand import Prompts, astray
    from verifier.reader.recorded import Bad, Book, lines_of
    from verifier.reader.values import Recorded

    asked = Prompts.read(prompts) if prompts else None
    good: list[Recorded] = []
    bad = 0
    for path in files:
        for number, entry in lines_of(path, name, model):
            wrong = entry.what if isinstance(entry, Bad) else astray(entry, asked) if asked else ""
            if wrong:
                bad += 1
                say(f"error: {path}, line {number}: {wrong}")
            elif isinstance(entry, Recorded):
                good.append(asked.numbered(entry) if asked else entry)
    if not good and not bad:
        raise InputError("holds no answer", ", ".join(map(str, files)), 'write one {"key", "answer"} a line')
    book = Book(good)
    emit(book.text())
    left = f"; {count(asked.without(book), 'prompt')} without an answer" if asked else ""
    note(f"{count(len(list(book)), 'answer')}{left}" + (f"; {count(bad, 'bad line')} left out" if bad else ""))
    if bad:
        raise SystemExit(BROKEN)
