"""Run the examples that rules bring with them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from verifier.api import Verifier
from verifier.data.rulebook import Example, Rule, Rulebook
from verifier.decide.judge import Judgement
from verifier.model import Choice, Field, Finding, Postmortem, Source


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """Hold an example, by its number within its rule, whether the rule fired, and what it did not show."""

    rule: str
    number: int
    example: Example
    fired: bool
    lacks: str = ""

    @property
    def passed(self) -> bool:
        """Say whether the rule did what the example expects."""
        return (self.example.expect == "doubt" or self.fired == (self.example.expect == "hit")) and not self.lacks

    def __str__(self) -> str:
        done = "fired" if self.fired else "did not fire"
        told = f" ({self.lacks})" if self.lacks else ""
        return f'{self.rule} example {self.number} ({self.example.expect}): {done}{told} on "{self.example.claim}"'


def run_examples(rulebook: Rulebook) -> tuple[ExampleResult, ...]:
    """Run every example of every rule in force, each against its own source alone."""
    return tuple(
        _run(rule, number, example, rulebook.extra)
        for rule in rulebook.rules
        for number, example in enumerate(rule.examples, 1)
    )


def _run(rule: Rule, number: int, example: Example, extra: Path | None) -> ExampleResult:
    if not example.source or example.answer:
        fired = any(f.rule == rule.id for f in findings(example, extra))
        return ExampleResult(rule.id, number, example, fired)
    judged = judgements(example, extra)
    fired = any(f.rule == rule.id for j in judged for f in j.assessment.findings)
    lacks = _no_excuse(rule, judged) if example.expect == "stand-down" else ""
    lacks = _no_doubt(rule, example, judged, extra) if example.expect == "doubt" else lacks
    return ExampleResult(rule.id, number, example, fired, lacks)


def _no_excuse(rule: Rule, judged: Collection[Judgement]) -> str:
    """Say what is missing where no excuse was granted to what the rule is about."""
    seen = (o for j in judged for o in j.observations if (o.mechanism, o.fact) == (rule.mechanism, rule.fact))
    return "" if any(o.excuse for o in seen) else "no excuse is recorded"


def _no_doubt(rule: Rule, example: Example, judged: Collection[Judgement], extra: Path | None) -> str:
    """Say what is missing where a claim has as much support as it has without rules about the same facts."""
    without = judgements(example, extra, (rule.fact,))
    ours, theirs = (min((j.assessment.support for j in each), default=0.0) for each in (judged, without))
    return "" if ours < theirs else "it does not lower support"


def judgements(example: Example, extra: Path | None = None, ignore: Collection[str] = ()) -> tuple[Judgement, ...]:
    """Return how the claim of an example is judged against its source; nothing where it has none."""
    if not example.source:
        return ()
    return Verifier([_source(example)], rules=extra, ignore=ignore).judgements(example.claim)


def _source(example: Example) -> Source:
    published = date.fromisoformat(example.published) if example.published else None
    return Source("example", example.source, example.title, published=published)


def findings(example: Example, extra: Path | None = None, ignore: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what all rules report on an example: of its claim, or of the postmortem that its parts make up."""
    if not example.source:
        return Verifier([], rules=extra, ignore=ignore).check(postmortem(example)).reports[0].findings
    if example.answer:
        from verifier.reader.examples import findings as read

        return read(example, _source(example), extra, ignore)
    return tuple(f for judged in judgements(example, extra, ignore) for f in judged.assessment.findings)


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
