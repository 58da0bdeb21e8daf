"""Prove that rules are listed and shown, and that a failing example ends with 1."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

import pytest
from click.testing import CliRunner, Result

from verifier.cli.main import main
from verifier.cli.rules import described
from verifier.data.rulebook import Example, Measured, Rule, Rulebook
from verifier.model import Severity
from verifier.rule_examples import ExampleResult

EXAMPLE = Example("hit", "Rain fell for two days.", "Rain fell for three days.\x1b[2J", "another number")
RULE = Rule(
    id="rain",
    mechanism="value",
    fact="quantity",
    title="another amount of rain",
    severity=Severity.NOTE,
    help="Compares amounts of rain. " * 8,
    excuses=None,
    only_words=frozenset(),
    only_fields=frozenset(),
    parameters=MappingProxyType({}),
    examples=(EXAMPLE, EXAMPLE),
    path="own/rain.toml",
    measured=Measured(8, 10, "rainy days"),
)


@pytest.fixture(autouse=True)
def _one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.data.rulebook.load", lambda extra=None: Rulebook((RULE,), "digest", extra))


def rules(*args: str) -> Result:
    return CliRunner().invoke(main, ["rules", *args])


def test_list() -> None:
    done = rules("list")
    assert (done.exit_code, done.stdout) == (0, "rain  note     likely    another amount of rain\n")


def test_show() -> None:
    done = rules("show", "rain")
    assert (done.exit_code, done.stdout) == (0, described(RULE))
    lines = done.stdout.splitlines()
    assert lines[0] == "rain: another amount of rain"
    assert max(map(len, lines)) <= 88
    assert "precision: 8 of 10 findings right (rainy days)" in lines
    assert "file: own/rain.toml" in lines
    assert "example 1, hit: another number" in lines
    assert "  source: Rain fell for three days.\\x1b[2J" in lines


def test_unknown_rule_is_refused() -> None:
    done = rules("show", "rian")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == 'verifier: error: rian: no such rule; did you mean "rain"?\n'


@pytest.mark.parametrize(("fired", "status"), [((True, True), 0), ((True, False), 1)])
def test_examples_are_run(monkeypatch: pytest.MonkeyPatch, fired: tuple[bool, ...], status: int) -> None:
    results = tuple(ExampleResult("rain", n, EXAMPLE, f) for n, f in enumerate(fired, 1))
    monkeypatch.setattr("verifier.rule_examples.run_examples", lambda book: results)
    done = rules("test")
    assert done.exit_code == status
    assert done.stderr == f"verifier: 2 examples, {status} failed\n"
    assert ("rain example 2 (hit): did not fire" in done.stdout) == bool(status)


def test_own_rules_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path | None] = []

    def load(extra: Path | None = None) -> Rulebook:
        asked.append(extra)
        return Rulebook((RULE,), "digest", extra)

    monkeypatch.setattr("verifier.data.rulebook.load", load)
    assert rules("list", "--rules", "own").exit_code == 0
    assert asked == [Path("own")]
