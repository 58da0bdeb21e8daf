"""Prove that settings reach the commands, that the command line wins, and that `config show` tells."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner, Result

from verifier.cli.main import main


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def settings(text: str = "") -> None:
    Path("verifier.toml").write_text(f'sources = ["articles"]\n{text}', encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def status(*more: str) -> int:
    return run("check", ferry.POSTMORTEM, "-q", *more).exit_code


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("", (), 1),
        ('fail-on = "never"', (), 0),
        ('fail-on = "never"', ("--fail-on", "error"), 1),
        ("max-problems = {error = 9}", (), 0),
        ("max-problems = {error = 9}", ("--fail-on", "error"), 1),
        ("", ("--exit-zero",), 0),
        ('ignore = ["quantity"]', (), 0),
        ('[severity.rules]\nquantity = "note"', (), 0),
        ('[severity.rules]\nquantity = "note"', ("--fail-on", "note"), 1),
        ('[severity.rules]\nquantity = "off"', ("--fail-on", "note"), 0),
        ('[severity.fields]\nImpacts = "warning"', (), 0),
        ('[severity.verdicts]\ncontradicted = "warning"', (), 0),
        ('[roles]\n7001 = "exclude"', (), 3),
        ('fail-on = "fatal"', (), 2),
        ('select = ["no-such-rule"]', (), 2),
        ('rules = "gone"', (), 2),
        ('baseline = "gone"', (), 2),
    ],
)
def test_settings_decide_and_the_command_line_wins(text: str, more: tuple[str, ...], expected: int) -> None:
    settings(text)
    assert status(*more) == expected


def test_sources_are_still_required_without_settings() -> None:
    assert status() == 2


def test_a_named_file_goes_before_the_nearest() -> None:
    settings()
    Path("other.toml").write_text('sources = ["articles"]\nfail-on = "never"\n')
    assert status("--config", "other.toml") == 0
    assert status("--config", "gone.toml") == 2


def test_settings_reach_the_other_commands() -> None:
    settings('select = ["no-such-rule"]')
    Path("items.jsonl").write_text(
        '{"id": 1, "claim": "Ferries ran.", "sources": [{"id": "a", "text": "Ferries ran."}]}'
    )
    assert "no such rule" in run("claims", "items.jsonl").stderr
    assert run("explain", ferry.POSTMORTEM, "c-0").exit_code == 2


def test_show_tells_what_holds_and_whence() -> None:
    settings('fail-on = "warning"\n[severity.fields]\n"* Rationale" = "off"\n')
    done = run("config", "show", "--select", "quantity")
    assert done.exit_code == 0
    lines = {line.partition(" = ")[0]: line.rpartition("  # ")[2] for line in done.stdout.splitlines()}
    assert lines["fail-on"].endswith("verifier.toml")
    assert (lines["select"], lines["ignore"]) == ("command line", "default")
    found = tomllib.loads(done.stdout)
    assert found["severity"] == {"fields": {"* Rationale": "off"}}
    assert (found["select"], found["stand-in"]) == (["quantity"], True)


def test_what_is_shown_is_legal_again() -> None:
    settings('fail-on = "warning"\nmax-problems = {note = 2}\nmin-confidence = 0.25\n')
    shown = run("config", "show").stdout
    lines = [line for line in shown.splitlines() if not line.endswith("# default")]
    Path("verifier.toml").write_text("\n".join(lines))
    assert [line.rpartition("  # ")[0] for line in run("config", "show").stdout.splitlines()] == [
        line.rpartition("  # ")[0] for line in shown.splitlines()
    ]


def test_wrong_settings_end_with_two_and_a_hint() -> None:
    settings("fial-on = 1")
    for arguments in (("config", "show"), ("check", ferry.POSTMORTEM)):
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert 'unknown key "fial-on"; did you mean "fail-on"?' in done.stderr


def test_the_schema_is_printed() -> None:
    assert "fail-on" in json.loads(run("config", "schema").stdout)["properties"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[severity.fields]\nImpcts = "note"\n', 'there is no section "Impcts"; did you mean "Impacts"?'),
        ('[severity.rules]\nquantiy = "note"\n', 'there is no rule "quantiy"; did you mean "quantity"?'),
        ('[severity.fields]\nElsewhere = "note"\n', ""),
    ],
)
def test_names_in_the_settings_that_fit_nothing_get_a_hint(text: str, told: str) -> None:
    Path("verifier.toml").write_text(text)
    done = CliRunner().invoke(main, ["check", ferry.POSTMORTEM, "--sources", ferry.ARTICLES])
    assert told in done.stderr
    assert bool(told) == ("did you mean" in done.stderr)
