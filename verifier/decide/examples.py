"""Run the examples that rules bring with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.model import Choice, Field, Finding, Postmortem, Source

if TYPE_CHECKING:
    from verifier.data.rulebook import Example, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """Hold an example, by its number within its rule, and whether the rule fired on it."""

    rule: str
    number: int
    example: Example
    fired: bool

    @property
    def passed(self) -> bool:
        """Say whether the rule did what the example expects."""
        return self.fired == (self.example.expect == "hit")

    def __str__(self) -> str:
        done = "fired" if self.fired else "did not fire"
        return f'{self.rule} example {self.number} ({self.example.expect}): {done} on "{self.example.claim}"'


def run_examples(rulebook: Rulebook) -> tuple[ExampleResult, ...]:
    """Run every example of every rule in force, each against its own source alone."""
    return tuple(
        ExampleResult(rule.id, number, example, _fires(rulebook, rule, example))
        for rule in rulebook.rules
        for number, example in enumerate(rule.examples, 1)
    )


def findings(example: Example, extra: Path | None = None) -> tuple[Finding, ...]:
    """Return what all rules report on an example: of its claim, or of the postmortem that its parts make up."""
    from verifier.api import Verifier

    if not example.source:
        return Verifier([], rules=extra).check(postmortem(example)).reports[0].findings
    published = date.fromisoformat(example.published) if example.published else None
    source = Source("example", example.source, example.title, published=published)
    if example.answer:
        from verifier.reader.examples import findings as read

        return read(example, source, extra)
    outcome = Verifier([source], rules=extra).check_text(example.claim)
    return tuple(finding for a in outcome.assessments for finding in a.findings)


def given(example: Example) -> tuple[tuple[str, str], ...]:
    """Return what an example gives, each with its name: claim and source, or options and fields."""
    if example.source:
        answer = (("answer", example.answer),) if example.answer else ()
        return ("claim", example.claim), ("source", example.source), *answer
    fields = ((example.field, example.claim), (example.other_field, example.other))
    options = (option.partition(": ") for option in example.options)
    return (*((row, chosen) for row, _, chosen in options), *(each for each in fields if each[1]))


def postmortem(example: Example) -> Postmortem:
    """Return the postmortem that an example without a source describes."""
    named = ((example.field, example.claim), (example.other_field or "Summary", example.other))
    fields = tuple(Field(name, text, 0, len(text)) for name, text in named if text)
    rows = (option.partition(": ") for option in example.options)
    choices = tuple(Choice(row, tuple(chosen.split(", ")), f"{row} Rationale") for row, _, chosen in rows)
    return Postmortem("example", "example", None, "", "", fields, choices)


def _fires(rulebook: Rulebook, rule: Rule, example: Example) -> bool:
    return any(finding.rule == rule.id for finding in findings(example, rulebook.extra))
