"""Prove that an audit judges every postmortem once, whatever runs it and however often it is ended."""

from __future__ import annotations

import gc
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import database
import pytest
from click.testing import CliRunner, Result
from jinja2.runtime import Context

from verifier.audit import executors
from verifier.audit.entries import work
from verifier.audit.folder import Folder
from verifier.audit.jobs import Job, Terms
from verifier.audit.run import FEW
from verifier.cli.audit import Meter
from verifier.cli.main import main
from verifier.model import Field, Postmortem, Source

SIZE = 9


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database.write(tmp_path, SIZE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERIFIER_CACHE", str(tmp_path / "cache"))


def audit(*more: str, to: str = "out", jobs: str = "1") -> Result:
    arguments = ["audit", database.INCIDENTS, "--sources", database.ARTICLES, "-o", to, "--jobs", jobs, *more]
    return CliRunner().invoke(main, arguments)


def entries(folder: str = "out") -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(folder, "summary.jsonl").read_text(encoding="utf-8").splitlines()]


def files(folder: str = "out") -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in Path(folder).rglob("*") if p.is_file()}


def test_every_incident_gets_a_report_and_a_line_and_the_gate_holds_over_all() -> None:
    done = audit()
    assert done.exit_code == 1, done.output
    assert [entry["id"] for entry in entries()] == [str(n) for n in range(1, SIZE + 1)]
    wrong = [entry["id"] for entry in entries() if entry["problems"]["error"]]
    assert wrong == ["3", "6", "9"]
    reports = [json.loads(Path(f"out/reports/{n}.json").read_text())["reports"][0] for n in range(1, SIZE + 1)]
    assert [[s["id"] for s in one["sources"]] for one in reports] == [[str(9000 + n)] for n in range(1, SIZE + 1)]
    assert audit("--fail-on", "never").exit_code == 0
    assert audit("--exit-zero").exit_code == 0


def test_two_processes_write_the_same_bytes_as_one() -> None:
    audit(to="one")
    audit(to="two", jobs="2")
    assert files("one") == files("two")
    assert len(files("one")) == 2 * SIZE + len(("summary.jsonl", "index.html", ".audit.lock"))


def test_a_second_run_judges_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    audit()
    before = files()
    monkeypatch.setattr("verifier.audit.entries.report_of", lambda job: pytest.fail("judged twice"))
    done = audit()
    assert f"{SIZE} of them from an earlier run" in done.stderr
    assert files() == before


# Ends a run as a power cut would, once so many postmortems are done.
CUT_SHORT = """
import os, signal, sys
from verifier.cli import audit
from verifier.cli.main import main
audit.Meter.__call__ = lambda _, done, fresh: os.kill(os.getpid(), signal.SIGKILL) if done == 5 else None
main()
"""


def test_a_run_that_was_killed_goes_on_where_it_was() -> None:
    inputs = (database.INCIDENTS, "--sources", database.ARTICLES)
    command = [sys.executable, "-c", CUT_SHORT, "audit", *inputs, "-o", "killed", "--jobs", "1"]
    assert subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == -signal.SIGKILL
    journal = Path("killed/journal.jsonl")
    assert journal.read_bytes().count(b"\n") == 5
    with journal.open("ab") as stream:
        stream.write(b'{"id": "cut')
    done = audit(to="killed")
    assert "5 of them from an earlier run" in done.stderr
    audit(to="whole")
    assert files("killed") == files("whole")


@pytest.mark.parametrize("harm", ["removed", "altered"])
def test_a_report_that_was_harmed_is_made_anew(harm: str) -> None:
    audit()
    before = files()
    path = Path("out/reports/2.json")
    path.unlink() if harm == "removed" else path.write_text("{}")
    done = audit()
    assert f"{SIZE - 1} of them from an earlier run" in done.stderr
    assert files() == before


def test_what_changed_is_judged_again_and_nothing_else() -> None:
    audit()
    table = Path(database.INCIDENTS)
    table.write_text(table.read_text().replace("Altogether 202 tickets", "Altogether 902 tickets"))
    assert f"{SIZE - 1} of them from an earlier run" in audit().stderr
    assert [entry["id"] for entry in entries() if entry["problems"]["error"]] == ["2", "3", "6", "9"]
    articles = Path(database.ARTICLES)
    articles.write_text(articles.read_text().replace("Altogether 203 tickets", "Altogether 703 tickets"))
    assert f"{SIZE - 1} of them from an earlier run" in audit().stderr
    assert "from an earlier run" not in audit("--ignore", "quantity").stderr


def test_reports_of_incidents_that_are_gone_go_too() -> None:
    audit()
    Path("out/reports/own.txt").write_text("mine")
    database.write(Path(), SIZE - 1)
    audit()
    left = {path.name for path in Path("out/reports").iterdir()}
    assert f"{SIZE}.json" not in left
    assert {"own.txt", "1.json", "1.html"} < left


def test_only_articles_that_are_cited_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("articles").mkdir()
    for number in range(1, SIZE + 1):
        Path("articles", f"{9000 + number}.txt").write_text(database.article(number))
    Path("articles/uncited.pdf").write_bytes(b"no pdf at all")
    done = CliRunner().invoke(main, ["audit", database.INCIDENTS, "--sources", "articles", "-o", "out", "--jobs", "1"])
    assert done.exit_code == 1
    assert "uncited" not in done.stderr


def test_without_any_of_its_articles_a_postmortem_is_not_called_wrong() -> None:
    Path("other").mkdir()
    for number in range(FEW + 1):
        Path("other", f"other{number}.txt").write_text(database.article(number))
    done = CliRunner().invoke(main, ["audit", database.INCIDENTS, "--sources", "other", "-o", "out", "--jobs", "1"])
    assert done.exit_code == 3
    assert {entry["state"] for entry in entries()} <= {"hold", "nothing checked"}
    report = json.loads(Path("out/reports/3.json").read_text())["reports"][0]
    assert {claim["verdict"] for claim in report["claims"]} == {"not_checkable"}
    rules = {problem["rule"] for problem in report["problems"]}
    assert "missing-source" in rules
    assert rules.isdisjoint({"quantity", "unsupported"})


def test_of_a_few_articles_all_are_in_reach_where_none_is_cited() -> None:
    Path("loose.md").write_text("# Ferries\n\nAltogether 203 tickets were lost in the outage of Harbour 3.\n")
    for number in (3, 4):
        Path(f"post{number}.txt").write_text(database.article(number))
    sources = ["--sources", "post3.txt", "--sources", "post4.txt"]
    CliRunner().invoke(main, ["audit", "loose.md", *sources, "-o", "out", "--jobs", "1"])
    assert entries()[0]["sources"] == ["post3", "post4"]
    assert entries()[0]["claims"]["not_checkable"] < sum(entries()[0]["claims"].values())


def test_a_row_that_cannot_be_read_is_told_and_the_rest_goes_on() -> None:
    with Path(database.INCIDENTS).open("a") as stream:
        stream.write("77,[1]\n3,[9003],2021-05-04,Twice,A ferry failed.,None,operation\n")
    done = audit()
    assert done.exit_code == 3
    assert "a row has 2 cells for 7 columns" in done.stderr
    assert "incident 3 stands in two rows" in done.stderr
    assert [entry.get("id") for entry in entries()] == [*(str(n) for n in range(1, SIZE + 1)), None, None]


def test_a_folder_of_postmortems_is_audited_without_its_articles_and_what_is_hidden() -> None:
    Path("all/.archive").mkdir(parents=True)
    Path("all/.archive/about.json").write_text("{}")
    for number in (1, 3):
        text = "\n\n".join(f"# {cell}" if at == 0 else cell for at, cell in enumerate(database.incident(number)[3:6]))
        Path("all", f"p{number}.md").write_text(text)
        Path("all", f"{9000 + number}.txt").write_text(database.article(number))
    done = CliRunner().invoke(
        main, ["audit", "all", "--sources", "all/9001.txt", "--sources", "all/9003.txt", "-o", "out", "--jobs", "1"]
    )
    assert done.exit_code == 1, done.output
    assert [entry["id"] for entry in entries()] == ["p1", "p3"]


def test_tables_that_end_in_tsv_are_audited_as_those_that_end_in_csv() -> None:
    Path("all").mkdir()
    for name in (database.INCIDENTS, database.ARTICLES):
        Path(name).rename(Path("all", name).with_suffix(".tsv"))
    Path("all/rainfall.tsv").write_text("Day\tRain\n1\t3 mm\n")
    done = CliRunner().invoke(main, ["audit", "all", "--sources", "all/articles.tsv", "-o", "out", "--jobs", "1"])
    assert done.exit_code == 1, done.output
    assert [entry["id"] for entry in entries()] == [str(n) for n in range(1, SIZE + 1)]


def test_waivers_hold_over_a_whole_audit() -> None:
    inputs = [database.INCIDENTS, "--sources", database.ARTICLES, "--baseline", "b.toml"]
    written = CliRunner().invoke(main, ["baseline", "write", *inputs, "--reason", "known", "--author", "Ada"])
    assert written.exit_code == 0, written.output
    assert audit("--baseline", "b.toml").exit_code == 0
    assert [entry["id"] for entry in entries() if entry["waived"]] == ["3", "6", "9"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("letter.txt", "dear"),
        ("index.html", "<h1>My garden</h1>"),
        ("summary.jsonl", '{"id": "7", "files": {}}\n'),
        ("journal.jsonl", "Monday: rain\n"),
        ("reports/3.html", "my third report"),
        ("summary.jsonl", "[" * 100_000),
    ],
)
def test_a_folder_of_other_things_is_left_alone(name: str, text: str) -> None:
    Path("mine/reports").mkdir(parents=True)
    Path("mine", name).write_text(text)
    done = audit(to="mine")
    assert done.exit_code == 2
    assert "is not empty, and holds no audit" in done.stderr
    assert files("mine") == {name: text.encode()}


def test_a_folder_that_a_run_was_writing_to_is_none_of_other_things() -> None:
    with Folder(Path("out")):
        Path("out/reports/1.json").write_text("cut sho")
    assert audit().exit_code == 1
    audit(to="whole")
    assert files() == files("whole")


def test_an_audit_that_could_read_nothing_may_be_repeated() -> None:
    Path(database.INCIDENTS).write_text(Path(database.INCIDENTS).read_text().splitlines()[0] + "\n7,[1]\n")
    assert audit().exit_code == 3
    again = audit()
    assert "a row has 2 cells" in again.stderr
    assert "holds no audit" not in again.stderr


def test_a_folder_without_its_hidden_files_is_still_that_of_an_audit() -> None:
    audit()
    Path("out/.audit.lock").unlink()
    assert f"{SIZE} of them from an earlier run" in audit().stderr


def test_of_two_runs_at_once_the_second_is_told_and_the_first_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.data.writing.WAIT", 0.05)
    with Folder(Path("out")) as first:
        second = audit()
        assert second.exit_code == 2
        assert "out: another run is writing here; wait for it, or name another folder" in second.stderr
        first.finish([], ["<p>nothing yet</p>"])
    assert audit().exit_code == 1


def test_no_article_at_all_is_an_error() -> None:
    Path("empty").mkdir()
    done = CliRunner().invoke(main, ["audit", database.INCIDENTS, "--sources", "empty", "-o", "out"])
    assert done.exit_code == 3
    assert "with --sources" in done.stderr


def test_jobs_and_scheduler_exclude_each_other() -> None:
    assert audit("--scheduler", "tcp://127.0.0.1:1").exit_code == 2


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(executors, "_ANSWERS_WITHIN", "0.5s")
    arguments = ["audit", database.INCIDENTS, "--sources", database.ARTICLES, "-o", "out"]
    done = CliRunner().invoke(main, [*arguments, "--scheduler", "tcp://127.0.0.1:9"])
    assert done.exit_code == 3
    assert "no dask scheduler answers" in done.stderr


def test_the_meter_tells_rate_and_time_left() -> None:
    meter = Meter(2457)
    for done in range(1, 101):
        meter(done, True)  # noqa: FBT003
    assert meter.line(100, 50.0) == "postmortem 100 of 2457, 2.0 a second, 19 min 38 s left"
    assert meter.line(2457, 50.0) == "postmortem 2457 of 2457, 2.0 a second"


def test_what_a_postmortem_leaves_behind_is_cleared_away() -> None:
    said = "A server failed on Monday night."
    postmortem = Postmortem("1", "An outage", None, "", "", (Field("Summary", said, 0, len(said)),))
    job = Job(0, postmortem, (Source("1", said),), (), Terms())

    def drawing() -> int:
        assert work((job, "key", ("json", "html"))).files.keys() == {"1.json", "1.html"}
        return sum(isinstance(made, Context) for made in gc.get_objects())

    assert drawing() == drawing()
