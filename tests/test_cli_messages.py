"""Prove that what a newcomer gets wrong is told with what to do, in one line, and with no program of another's name."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner

from verifier.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
GIVEN = ["--sources", ferry.ARTICLES]
_BY_NAME = re.compile(r"""pip install\s+(?:-\w+ )*["']?verifier(?! @)\b""")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def told(*arguments: str) -> str:
    return CliRunner().invoke(main, list(arguments)).stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", ferry.ARTICLES, *GIVEN], "articles: is a folder; name a file in it; verifier audit takes folders"),
        (["check", ferry.POSTMORTEM, ferry.POSTMORTEM, *GIVEN], "ferry.txt: is named twice; name each postmortem once"),
        (["claims", "none.jsonl"], "none.jsonl: no such file; check the path"),
        (["explain", ferry.POSTMORTEM, "c-0", *GIVEN], "c-0: no such claim; "),
        (["check", "-", *GIVEN], "standard input: is empty; supply the file's text"),
    ],
)
def test_what_to_do_is_told(arguments: list[str], said: str) -> None:
    assert told(*arguments).startswith(f"verifier: error: {said}")


def test_a_report_in_a_postmortems_place_is_known_as_one() -> None:
    CliRunner().invoke(main, ["check", ferry.POSTMORTEM, *GIVEN, "-o", "report.json"])
    assert told("check", "report.json", *GIVEN) == (
        "verifier: error: report.json: is a report of verifier, and no postmortem; "
        "name the postmortem; verifier review opens reports\n"
    )


def test_an_archive_of_no_folder_is_told() -> None:
    pytest.importorskip("tantivy", reason="tantivy is not installed: pip install -e '.[test]'")
    assert "nowhere: no such folder; " in told("archive", "build", "nowhere")


@pytest.mark.parametrize(
    "command", [["serve"], ["review", ferry.POSTMORTEM, *GIVEN, "--baseline", "w", "--author", "Ann"]]
)
def test_a_port_in_use_is_told_in_one_line(command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = told(*command, "--port", str(port))
    assert said == (
        f"verifier: error: port {port}: cannot be used (address already in use); "
        "name another with --port, or leave it out for any free one\n"
    )
    assert capfd.readouterr().err == ""


def test_nothing_advises_the_program_of_that_name_on_the_public_index() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("verifier/**/*.py"), ROOT / "action.yml"]
    assert len(pages) > 100
    assert [str(page) for page in pages if _BY_NAME.search(page.read_text(encoding="utf-8"))] == []
    assert _BY_NAME.search('pip install -q "verifier[docx]"')
    assert _BY_NAME.search("pip install verifier")
