"""Start the review as a user does, ask for the page, end it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest
from click.testing import CliRunner
from samples import REPORT

from verifier.cli.main import main
from verifier.formats.json_report import render

# A background job of a shell ignores the interrupt, and so would what it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.json"
    path.write_text(render(REPORT), encoding="utf-8")
    return path


def asked(host: str, path: str) -> tuple[int, str]:
    connection = HTTPConnection(host, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield the address that a server prints, and what ends it and returns what it said."""
    call = [sys.executable, "-c", "from verifier.cli.main import main; main()", *arguments]
    server = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ)

    def ended() -> str:
        server.send_signal(signal.SIGINT)
        return server.communicate(timeout=10)[1]

    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip(), ended
    finally:
        if server.poll() is None:
            ended()


def test_the_printed_address_leads_to_the_page_and_no_other_does(report: Path, tmp_path: Path) -> None:
    baseline = str(tmp_path / "waivers.jsonl")
    with serving("review", str(report), "--baseline", baseline, "--author", "Ann") as (address, ended):
        assert address.startswith("http://127.0.0.1:")
        host, _, path = address.removeprefix("http://").partition("/")
        assert "40,000 Tickets" in asked(host, f"/{path}")[1]
        assert asked(host, "/")[0] == 404
        said = ended()
    assert "ended; decisions are kept" in said
    assert address.rsplit("/", 2)[1] not in said


def test_the_form_is_served_at_a_secret_address_too() -> None:
    with serving("serve") as (address, ended):
        host, _, path = address.removeprefix("http://").partition("/")
        assert "<textarea" in asked(host, f"/{path}")[1]
        assert asked(host, "/")[0] == 404
        assert "ended; nothing is kept" in ended()


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["a.json", "b.json"], 2, "one report at a time"),
        (["missing.json"], 3, "missing.json"),
        ([__file__], 2, "is no JSON report; name its articles with --sources to check it first"),
    ],
)
def test_wrong_calls_are_told(arguments: list[str], status: int, told: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["review", *arguments, "--baseline", str(tmp_path / "w"), "--author", "Ann"])
    assert done.exit_code == status
    assert told in done.output


def test_a_baseline_in_no_folder_is_told(report: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "none" / "w")
    done = CliRunner().invoke(main, ["review", str(report), "--baseline", where, "--author", "Ann"])
    assert done.exit_code == 2
    assert "its folder does not exist" in done.output
