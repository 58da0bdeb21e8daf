"""Run the examples that rules bring with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from verifier.model import Source

if TYPE_CHECKING:
    from verifier.rulebook import Example, Rule, Rulebook


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


def _fires(rulebook: Rulebook, rule: Rule, example: Example) -> bool:
    from verifier.api import Verifier

    published = date.fromisoformat(example.published) if example.published else None
    source = Source("example", example.source, example.title, published=published)
    outcome = Verifier([source], rules=rulebook.extra).check_text(example.claim)
    return any(finding.rule == rule.id for a in outcome.assessments for finding in a.findings)
