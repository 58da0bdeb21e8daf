"""Prove that shells can complete, that the module runs, and that -q and -v are heard."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner

from verifier.cli.main import main


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def module(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "verifier", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_printed(shell: str) -> None:
    done = CliRunner().invoke(main, ["completion", shell])
    assert done.exit_code == 0
    assert "_VERIFIER_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("verifier ba", "plain,baseline\n"),
        ("verifier check -f sar", "plain,sarif\n"),
        ("verifier check --select qu", "plain,quantity\n"),
    ],
)
def test_words_are_completed(words: str, expected: str) -> None:
    count = str(len(words.split()) - 1)
    done = module(_VERIFIER_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=count)
    assert expected in done.stdout


def test_the_module_is_the_command() -> None:
    assert module("--version").stdout.startswith("verifier ")
    done = module("check", ferry.POSTMORTEM, "--sources", ferry.ARTICLES, "-q")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("hold: ")


@pytest.mark.parametrize("before", [True, False])
def test_quiet_and_verbose(before: bool) -> None:  # noqa: FBT001
    def said(option: str) -> str:
        words = ["check", ferry.POSTMORTEM, "--sources", ferry.ARTICLES]
        arguments = [option, *words] if before else [*words, option]
        return CliRunner().invoke(main, arguments).stderr

    assert said("-q") == ""
    assert "rules: " in said("-v")


def test_errors_are_told_even_when_quiet() -> None:
    done = CliRunner().invoke(main, ["check", "gone.txt", "--sources", ferry.ARTICLES, "-q"])
    assert done.exit_code == 3
    assert done.stderr.startswith("verifier: error: gone.txt")
