"""Prove that what runs on and on hears a second reader as `check` does: review, serve, watch, lsp."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import ferry
import pytest
from test_cli_reader import ENGINEER, RECORDED, answer_by_hand, run

from verifier.reader.prompt import FIRST_LOOK

# A background job of a shell ignores the interrupt, and so would what it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

CALL = [sys.executable, "-c", "from verifier.cli.main import main; main()"]
GIVEN = [ferry.POSTMORTEM, "--sources", ferry.ARTICLES]
SAID = f"reader ada (prompt {FIRST_LOOK})"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    answer_by_hand()


@contextmanager
def started(*arguments: str) -> Iterator[str]:
    """Run a server, and return its address."""
    server = subprocess.Popen(
        [*CALL, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)


def asked(address: str, form: dict[str, str] | None = None) -> tuple[str, str]:
    """Return the page at an address, and where it leads."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=60)
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
    connection.request("POST" if form else "GET", parts.path, urlencode(form) if form else None, headers)
    answer = connection.getresponse()
    return answer.read().decode(), answer.headers.get("Location", "")


def test_a_review_shows_what_a_reader_said() -> None:
    pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")
    with started("review", *GIVEN, *RECORDED, "--baseline", "w.jsonl", "--author", "Ann") as address:
        assert SAID in asked(address)[0]
    with started("review", *GIVEN, "--baseline", "w.jsonl", "--author", "Ann") as address:
        assert SAID not in asked(address)[0]


def test_a_report_is_not_read_again() -> None:
    run("check", *GIVEN, "-o", "report.json")
    done = run("review", "report.json", "--baseline", "w.jsonl", "--author", "Ann", *RECORDED)
    assert done.exit_code == 2
    assert "--reader: reads postmortems, not a report; name the postmortems and their --sources" in done.stderr


def test_a_pasted_text_is_read_again_and_the_form_says_who_hears_of_it() -> None:
    pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")
    with started("serve", *RECORDED) as address:
        form, _ = asked(address)
        assert "second reader <bdi>file</bdi>" in form
        assert "Nothing leaves this machine" not in form
        pasted = {"text": ferry.PAGE, "label": "7001", "source": ferry.FIRST}
        place = asked(f"{address}check", pasted)[1]
        assert SAID in asked(f"http://{urlsplit(address).netloc}{place}")[0]


def test_the_watcher_hears_changed_answers() -> None:
    pytest.importorskip("watchfiles", reason="watchfiles is not installed: pip install -e '.[test]'")
    answers = Path("answers.jsonl").read_text(encoding="utf-8")
    Path("answers.jsonl").write_text("", encoding="utf-8")
    watcher = subprocess.Popen(
        [*CALL, "watch", *GIVEN, *RECORDED], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ
    )
    assert watcher.stdout is not None
    try:
        next(line for line in watcher.stdout if "new: error" in line)
        Path("new.jsonl").write_text(answers, encoding="utf-8")
        Path("new.jsonl").replace("answers.jsonl")
        assert "answers.jsonl changed" in next(line for line in watcher.stdout if "changed" in line)
        assert "new: warning" in next(line for line in watcher.stdout if "new: " in line)
    finally:
        watcher.send_signal(signal.SIGINT)
        watcher.communicate(timeout=30)


def test_an_editor_shows_what_a_reader_said() -> None:
    pytest.importorskip("pygls", reason="pygls is not installed: pip install -e '.[test]'")
    from test_lsp import Editor, cut, driven

    async def steps(editor: Editor) -> None:
        found = await editor.open(ferry.POSTMORTEM)
        (read,) = (one for one in found if one.code == "reader")
        assert cut(ferry.PAGE, read.range) == "deleted the wrong table"
        assert SAID in await editor.hover(ferry.POSTMORTEM, read.range.start)
        changed = await editor.change(ferry.POSTMORTEM, ferry.PAGE.replace("40,000", "4,000"))
        assert [one.code for one in changed] == ["reader"]

    driven(steps, *RECORDED)


@pytest.mark.parametrize("command", [["watch", *GIVEN], ["lsp", "--sources", ferry.ARTICLES], ["serve"]])
def test_options_that_do_not_go_together_are_told_at_the_start(command: list[str]) -> None:
    done = run(*command, "--reader", "file")
    assert done.exit_code == 2
    assert "--reader-answers: is missing" in done.stderr


def test_one_finding_of_a_reader_is_waived_without_a_report() -> None:
    report = json.loads(run("check", *GIVEN, *RECORDED, "-f", "json").stdout)["reports"][0]
    (finding,) = (f["id"] for f in report["findings"] if f["rule"] == "reader")
    terms = ["--baseline", "b.jsonl", "--reason", "told by phone", "--author", "Ann"]
    assert run("baseline", "add", finding, *GIVEN, *RECORDED, *terms).exit_code == 0
    assert ENGINEER in Path("b.jsonl").read_text(encoding="utf-8")
