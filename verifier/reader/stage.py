"""Read reports a second time: look recorded answers up, ask for the others within a budget, apply what counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from verifier.errors import InputError
from verifier.model import Report
from verifier.reader.answers import answer
from verifier.reader.applying import RULE, apply
from verifier.reader.asking import Manner, Reply, ask
from verifier.reader.budget import Budget
from verifier.reader.prompt import FIRST_LOOK, SECOND_LOOK
from verifier.reader.questions import questions
from verifier.reader.recorded import Book
from verifier.reader.values import Question, Reader, Recorded


class Plan(NamedTuple):
    """Hold what a look has to ask: all questions by doubt, the answers known, and what is to be asked for.

    `prompt` numbers the look; `groups` are the questions of each postmortem.
    """

    prompt: int
    groups: tuple[tuple[Question, ...], ...]
    questions: tuple[Question, ...]
    known: dict[str, Recorded]
    asked: tuple[Question, ...]

    @property
    def left(self) -> tuple[Question, ...]:
        """Return the questions that stay without an answer."""
        asked = {q.key for q in self.asked}
        return tuple(q for q in self.questions if q.key not in self.known and q.key not in asked)


class Ears(NamedTuple):
    """Hold who hears what: of the plan before anything is asked, of every reply, and of new answers to keep."""

    begun: Callable[[Plan], None] = lambda _: None
    told: Callable[[Reply], None] = lambda _: None
    kept: Callable[[Book], None] = lambda _: None


class SecondReader:
    """Read reports again; without a `reader` only recorded answers count: those under its name and model, or all.

    Args: the name of the reader and its model, as answers are recorded under; the answers known; a budget for asking;
    how many looks (1 or 2) are taken at a claim: the second is at what the first leaves supported.
    """

    def __init__(
        self,
        name: str = "",
        reader: Reader | None = None,
        book: Book | None = None,
        *,
        model: str = "",
        looks: int = 1,
        budget: Budget | None = None,
        manner: Manner | None = None,
        ears: Ears | None = None,
    ) -> None:
        self.name = name
        self.model = reader.model if reader else model
        self.book = book or Book()
        self.looks = (FIRST_LOOK, SECOND_LOOK)[:looks]
        self._reader, self._budget = reader, budget or Budget()
        self._manner, self._ears = manner or Manner(), ears or Ears()

    def __call__(self, report: Report) -> Report:
        """Return the report with what the reader's answers change; as it is where the rule is not in force."""
        if all(note.id != RULE for note in report.rules):
            return report
        *_, (_, read) = self._looks(report, self._answers)
        return read

    def recorded(self, report: Report) -> Report:
        """Return the report with what recorded answers change; nothing is asked."""
        *_, (_, read) = self._looks(report, _known)
        return read

    def plans(self, report: Report) -> Iterator[Plan]:
        """Yield what each look has to ask, if answers recorded before are all there is."""
        return (plan for plan, _ in self._looks(report, _known))

    def _looks(
        self, report: Report, answers: Callable[[Plan], Mapping[str, Recorded]]
    ) -> Iterator[tuple[Plan, Report]]:
        """Yield what each look has to ask, and the report with the answers to it; the looks share the budget."""
        budget = self._budget
        for look in self.looks:
            plan = self.plan(report, look, budget)
            budget = budget.less(plan.asked)
            report = _applied(report, plan, answers(plan))
            yield plan, report

    def answer(self, question: Question) -> Recorded | None:
        """Return the answer to one question, recorded or asked for; None where there is none."""
        found = self.book.find(question, self.name, self.model)
        new: dict[str, Recorded] = {}
        if found is None:
            self._ask((question,), new)
            self._keep(new)
        return found or new.get(question.key)

    def plan(self, report: Report, prompt: int = FIRST_LOOK, budget: Budget | None = None) -> Plan:
        """Return what a look has to ask about a report: the most doubtful claims of all its postmortems first."""
        groups = tuple(questions(one, prompt) for one in report.reports)
        every = sorted(chain.from_iterable(groups), key=lambda q: -q.doubt)
        found = {q.key: self.book.find(q, self.name, self.model) for q in every}
        known = {key: entry for key, entry in found.items() if entry}
        unknown = tuple({q.key: q for q in every if q.key not in known}.values())
        return Plan(prompt, groups, tuple(every), known, (budget or self._budget).cut(unknown) if self._reader else ())

    def _answers(self, plan: Plan) -> Mapping[str, Recorded]:
        """Return the answers that are known, and those that come when the others are asked for."""
        self._ears.begun(plan)
        new: dict[str, Recorded] = {}
        try:
            self._ask(plan.asked, new)
        finally:
            self._keep(new)
        return plan.known | new

    def _keep(self, new: Mapping[str, Recorded]) -> None:
        if new:
            self.book = self.book.add(new.values())
            self._ears.kept(self.book)

    def _ask(self, asked: tuple[Question, ...], found: dict[str, Recorded]) -> None:
        """Ask, and lay the answers that are some into `found` as they come."""

        def take(reply: Reply) -> None:
            failure = reply.failure
            if not failure:
                try:
                    asked = reply.question
                    entry = Recorded(asked.key, self.name, self.model, asked.prompt, answer(reply.text))
                    found[entry.key] = entry
                except InputError as error:
                    failure = f"the answer is none: {error}"
            self._ears.told(reply._replace(failure=failure))

        if asked and self._reader:
            ask(self._reader, asked, self._manner, take)


def _known(plan: Plan) -> Mapping[str, Recorded]:
    return plan.known


def _applied(report: Report, plan: Plan, known: Mapping[str, Recorded]) -> Report:
    pairs = zip(report.reports, plan.groups, strict=True)
    read = (apply(one, {q.claim: known[q.key] for q in group if q.key in known}, report.rules) for one, group in pairs)
    return replace(report, reports=tuple(read))
