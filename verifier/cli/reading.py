"""Share the options that set up a second reader, and tell how its reading goes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from verifier.cli.common import PATH
from verifier.cli.output import emit, note, say, verbosity, write
from verifier.errors import UsageError
from verifier.formats.records import dumps
from verifier.formats.words import count
from verifier.model import Report

if TYPE_CHECKING:
    from verifier.reader.asking import Reply
    from verifier.reader.recorded import Book
    from verifier.reader.stage import Plan, SecondReader

_BUDGET = "200"
_SHOWN = 20
_REPEATED = 3
_PAUSE = 10.0


class Wish(NamedTuple):
    """Hold the options about a second reader."""

    name: str = ""
    model: str = ""
    url: str = ""
    answers: Path | None = None
    budget: str = _BUDGET
    looks: int = 1
    offline: bool = False


def reader_options(command: Callable[..., object]) -> Callable[..., object]:
    """Add the options that set up a second reader, which the command gets as `wish`."""

    @wraps(command)
    def run(
        *,
        reader: str | None,
        reader_model: str | None,
        reader_url: str | None,
        reader_answers: Path | None,
        reader_budget: str,
        reader_looks: int,
        reader_offline: bool,
        **others: object,
    ) -> object:
        wish = Wish(
            name=reader or "",
            model=reader_model or "",
            url=reader_url or "",
            answers=reader_answers,
            budget=reader_budget,
            looks=reader_looks,
            offline=reader_offline,
        )
        return command(wish=wish, **others)

    for option in reversed(_OPTIONS):
        run = option(run)
    return run


_OPTIONS = (
    click.option("--reader", metavar="NAME", help="A second reader; see: verifier reader list."),
    click.option("--reader-model", metavar="NAME", help="Its model: a name, or a folder."),
    click.option("--reader-url", metavar="URL", help="The address of its endpoint, as http://localhost:8080/v1."),
    click.option("--reader-answers", type=PATH, metavar="FILE", help="Recorded answers; new ones are added to them."),
    click.option(
        "--reader-budget",
        default=_BUDGET,
        show_default=True,
        metavar="N[tokens]",
        help="The most claims, or tokens, to ask about.",
    ),
    click.option(
        "--reader-looks",
        type=click.IntRange(1, 2),
        default=1,
        show_default=True,
        help="2: ask again, for what speaks against it, about what is supported then.",
    ),
    click.option("--reader-offline", is_flag=True, help="Use recorded answers only, and list what has none."),
)


def second_reader(wish: Wish) -> SecondReader | None:
    """Return the second reader that is wished for; None where none is.

    Raises: UsageError where the options do not go together; what the reader finds wrong with them.
    """
    if not wish.name:
        if wish != Wish():
            raise UsageError("is missing", "--reader", "name a reader, or leave the other reader options out")
        return None
    from verifier.reader import recorded, registry
    from verifier.reader.budget import Budget
    from verifier.reader.stage import Ears, SecondReader
    from verifier.reader.values import Options

    budget = Budget.of(wish.budget)
    if wish.answers is None and (wish.offline or wish.name == registry.FILE):
        raise UsageError("is missing", "--reader-answers", "name the file with the answers")
    book = recorded.read(wish.answers) if wish.answers else None
    if wish.name == registry.FILE:
        return SecondReader(book=book, model=wish.model, looks=wish.looks, ears=Ears(begun=partial(_begun, "file")))
    if wish.name not in registry.names():
        registry.reader(wish.name, Options())
    reader = None if wish.offline else registry.reader(wish.name, Options(wish.model, wish.url))
    ears = Ears(partial(_begun, wish.name), Progress(), partial(_keep, wish.answers))
    return SecondReader(wish.name, reader, book, model=wish.model, looks=wish.looks, budget=budget, ears=ears)


def read_again(report: Report, second: SecondReader | None) -> Report:
    """Return the report as a second reader, where there is one, leaves it."""
    if second and all(rule.id != "reader" for rule in report.rules):
        note("reader: the rule reader is switched off, so nobody is asked")
    return second(report) if second else report


def shown(second: SecondReader | None, report: Report) -> None:
    """Print what a reader would be sent, one JSON line for each claim.

    Raises: UsageError where there is no reader.
    """
    if second is None:
        raise UsageError("is missing", "--reader", "name the reader that would be asked")
    from verifier.reader.prompt import line

    for plan in second.plans(report):
        _begun(second.name or "file", plan)
        for question in plan.asked:
            emit(dumps({"model": second.model, **line(question)}) + "\n")


def _begun(name: str, plan: Plan) -> None:
    """Tell, before anything is asked, how much that will be; offline, which claims have no answer."""
    from verifier.reader.prompt import SECOND_LOOK, tokens

    spent = sum(map(tokens, plan.asked))
    asked = f"; asking about {len(plan.asked)}, some {spent:,} tokens" if plan.asked else ""
    left = len(plan.left)
    open_ = f"; {left} left without an answer" if left else ""
    known = sum(q.key in plan.known for q in plan.questions)
    to_read = "to look at again" if plan.prompt == SECOND_LOOK else "to read"
    note(f"reader {name}: {count(len(plan.questions), 'claim')} {to_read}, {known} answered before{asked}{open_}")
    if plan.asked:
        return
    for question in plan.left[: None if verbosity() > 0 else _SHOWN]:
        note(f"no answer: {question.postmortem} {question.claim} ({question.field}), prompt {question.key}")
    if verbosity() <= 0 and left > _SHOWN:
        note(f"no answer: {left - _SHOWN} more; -v lists them")


def _keep(path: Path | None, book: Book) -> None:
    if path is not None:
        write([(path, book.text())])


class Progress:
    """Tell every ten seconds how many replies have come, and of claims that got no answer, each reason a few times."""

    def __init__(self) -> None:
        self._due = time.monotonic() + _PAUSE
        self._come = 0
        self._failed: Counter[str] = Counter()

    def __call__(self, reply: Reply) -> None:
        """Hear of a reply."""
        self._come += 1
        if reply.failure:
            self._failed[reply.failure] += 1
            self._tell(reply)
        if time.monotonic() > self._due:
            self._due = time.monotonic() + _PAUSE
            note(f"reader: {self._come} replies have come")

    def _tell(self, reply: Reply) -> None:
        times = self._failed[reply.failure]
        if times <= _REPEATED:
            say(f"reader: {reply.question.claim} stays as it is: {reply.failure}")
        elif times == _REPEATED + 1:
            say("reader: more claims stay as they are for the same reason")
