"""Prove that a baseline lets pass what was accepted and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import ferry
import pytest
import repository
from click.testing import CliRunner, Result

from verifier.cli.main import main

INPUTS = (ferry.POSTMORTEM, "--sources", ferry.ARTICLES)
FILE = "waivers.jsonl"
BY_ADA = ("--reason", "the paper erred", "--author", "Ada")
CLAIM = "1. An engineer deleted the wrong table during an update of the booking system [7001]."
WRONG = f"{CLAIM} 2. About 90,000 tickets were lost in the outage of the booking system [7001]."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.isolate(monkeypatch)
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def baseline(command: str, *more: str) -> Result:
    return run("baseline", command, *INPUTS, "--baseline", FILE, *more)


def edit(old: str, new: str) -> None:
    text = Path(ferry.POSTMORTEM).read_text(encoding="utf-8")
    assert old in text
    Path(ferry.POSTMORTEM).write_text(text.replace(old, new), encoding="utf-8")


def waivers(text: str | None = None) -> list[str]:
    """Return the lines of the baseline that are waivers."""
    lines = (Path(FILE).read_text() if text is None else text).splitlines()
    return [line for line in lines if not line.startswith("#")]


def check(*more: str) -> Result:
    return run("check", *INPUTS, "--baseline", FILE, *more)


def test_what_was_accepted_passes_and_is_still_told() -> None:
    assert run("check", *INPUTS).exit_code == 1
    assert baseline("write", *BY_ADA).exit_code == 0
    done = check("-f", "json")
    assert done.exit_code == 0
    report = json.loads(done.stdout)
    assert {p["waived"] for p in report["reports"][0]["problems"] if p["severity"] == "error"} == {True}
    assert {w["reason"] for w in report["gate"]["waivers"]["used"]} == {"the paper erred"}
    assert "waived" in done.stderr


def test_one_word_altered_gates_alone() -> None:
    baseline("write", *BY_ADA)
    before = Path(FILE).read_text()
    edit(CLAIM, WRONG)
    done = check("-f", "json")
    assert done.exit_code == 1
    (one,) = json.loads(done.stdout)["reports"]
    standing = [p for p in one["problems"] if not p["waived"] and p["severity"] == "error"]
    texts = {c["id"]: c["text"] for c in one["claims"]}
    assert {texts[i] for p in standing for i in p["claims"]} == {
        "About 90,000 tickets were lost in the outage of the booking system [7001]."
    }
    assert json.loads(done.stdout)["gate"]["waivers"]["stale"] == []
    assert Path(FILE).read_text() == before


def test_the_waiver_of_an_altered_claim_is_dead() -> None:
    baseline("write", *BY_ADA)
    edit("About 40,000", "About 41,000")
    done = check("-f", "json")
    assert done.exit_code == 1
    stale = json.loads(done.stdout)["gate"]["waivers"]["stale"]
    assert [w["excerpt"][:12] for w in stale] == ["About 40,000"] * len(waivers())
    assert "no longer applies, its claim or evidence has changed" in done.stderr
    assert baseline("check").exit_code == 1
    assert baseline("prune").exit_code == 0
    assert waivers() == []
    assert baseline("check").exit_code == 0


def test_a_waiver_dies_when_the_source_is_edited() -> None:
    baseline("write", *BY_ADA)
    article = Path(ferry.ARTICLES) / "7001.txt"
    article.write_text(article.read_text().replace("4,000 tickets were lost", "4,100 tickets were lost"))
    assert check().exit_code == 1


def test_edits_elsewhere_change_nothing() -> None:
    baseline("write", *BY_ADA)
    edit("Timeline 1.", "Timeline 1. The piers are at the old harbour. 2.")
    edit("Published", "\n\nPublished")
    done = check("-f", "json")
    assert json.loads(done.stdout)["gate"]["waivers"]["stale"] == []
    assert done.exit_code == 0


def test_writing_again_keeps_reasons_and_bytes() -> None:
    baseline("write", *BY_ADA)
    before = Path(FILE).read_bytes()
    assert baseline("write", "--reason", "another", "--author", "Bo").exit_code == 0
    assert Path(FILE).read_bytes() == before


def test_expired_waivers_do_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 1 January 2026
    baseline("write", *BY_ADA, "--expires", "2026-01-01")
    assert check().exit_code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")
    done = check()
    assert done.exit_code == 1
    assert "no longer applies, it has expired" in done.stderr
    assert baseline("write", "--reason", "still so", "--author", "Bo").exit_code == 0
    assert '"expires"' not in Path(FILE).read_text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert check().exit_code == 2


def test_a_last_day_that_has_passed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 1 January 2026
    done = baseline("write", *BY_ADA, "--expires", "2025-12-31")
    assert done.exit_code == 2
    assert "--expires 2025-12-31: has passed; name a day to come, or leave it out" in done.stderr
    assert not Path(FILE).exists()


def test_two_branches_that_each_add_a_waiver_merge() -> None:
    baseline("write", "--fail-on", "never", *BY_ADA)
    repository.begin(Path())
    baseline("write", "--fail-on", "never", *BY_ADA)
    repository.commit(Path(), "attributes")
    for branch, words in (("left", "About 41,000"), ("right", "About 42,000")):
        repository.git("switch", "-q", "-c", branch, "main")
        edit("About 40,000", words)
        assert baseline("write", *BY_ADA).exit_code == 0
        edit(words, "About 40,000")
        repository.commit(Path(), branch)
    right, left = waivers(), waivers(repository.git("show", f"left:{FILE}"))
    repository.git("merge", "-q", "left")
    assert set(waivers()) == {*left, *right}
    assert len({*left, *right}) == len(left) + len(right)
    assert run("check", *INPUTS, "--baseline", FILE).exit_code == 1


def test_attributes_are_written_once_and_only_in_repositories() -> None:
    baseline("write", *BY_ADA)
    assert not Path(".gitattributes").exists()
    Path(".gitattributes").write_text("*.txt text")
    repository.begin(Path())
    baseline("write", *BY_ADA)
    baseline("write", *BY_ADA)
    assert Path(".gitattributes").read_text() == f"*.txt text\n{FILE} merge=union\n{FILE}.history merge=union\n"


def test_author_is_whom_git_knows() -> None:
    assert baseline("write", "--reason", "known").exit_code == 2
    repository.begin(Path())
    repository.git("config", "user.name", "Grace")
    assert baseline("write", "--reason", "known").exit_code == 0
    assert '"author": "Grace"' in Path(FILE).read_text()


@pytest.mark.parametrize(
    ("command", "more", "expected"),
    [
        ("write", ("--author", "Ada"), 2),
        ("write", ("--reason", " ", "--author", "Ada"), 2),
        ("write", (*BY_ADA, "--expires", "tomorrow"), 2),
        ("prune", (), 2),
        ("check", (), 2),
    ],
)
def test_wrong_usage(command: str, more: tuple[str, ...], expected: int) -> None:
    done = baseline(command, *more)
    assert (done.exit_code, done.stdout) == (expected, "")
    assert not Path(FILE).exists()


@pytest.mark.parametrize("command", ["check", "baseline prune", "baseline check"])
def test_a_malformed_baseline_is_wrong_configuration(command: str) -> None:
    Path(FILE).write_text("<<<<<<< HEAD\n")
    done = run(*command.split(), *INPUTS, "--baseline", FILE)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "line 1: is left over from a merge" in done.stderr


def test_broken_runs_stay_broken() -> None:
    baseline("write", *BY_ADA)
    before = Path(FILE).read_text()
    (Path(ferry.ARTICLES) / "bad.txt").write_bytes(b"\x00\x01")
    assert check().exit_code == 3
    assert check("--exit-zero").exit_code == 3
    for command in ("prune", "check"):
        assert baseline(command).exit_code == 3
    assert Path(FILE).read_text() == before


def test_the_baseline_is_neither_input_nor_output() -> None:
    Path(FILE).write_text("")
    assert check("-o", f"json:{FILE}").exit_code == 2
    done = run("baseline", "write", *INPUTS, "--baseline", ferry.POSTMORTEM, *BY_ADA)
    assert done.exit_code == 2
    assert Path(ferry.POSTMORTEM).read_text(encoding="utf-8") == ferry.PAGE


def test_settings_may_name_the_baseline() -> None:
    baseline("write", *BY_ADA)
    Path("verifier.toml").write_text(f'sources = ["articles"]\nbaseline = "{FILE}"\n')
    assert run("check", ferry.POSTMORTEM).exit_code == 0
    assert run("baseline", "check", ferry.POSTMORTEM).exit_code == 0


def test_one_finding_is_waived_by_its_id_or_its_problems() -> None:
    assert run("check", *INPUTS, "-f", "json", "-o", "report.json").exit_code == 1
    one = json.loads(Path("report.json").read_text())["reports"][0]
    problem = next(p for p in one["problems"] if p["rule"] != "missing-source")
    for name, source in ((problem["findings"][0], INPUTS), (f"problem-{problem['id']}", ("report.json",))):
        done = run("baseline", "add", name, *source, "--baseline", FILE, *BY_ADA, "--expires", "2099-12-31")
        assert done.exit_code == 0, done.stderr
    assert {json.loads(line)["fingerprint"] for line in waivers()} == {
        f["fingerprint"] for f in one["findings"] if f["id"] in problem["findings"]
    }
    assert all(json.loads(line)["expires"] == "2099-12-31" for line in waivers())
    history = Path(f"{FILE}.history").read_text()
    assert history.count('"decision": "waived"') == 2


def test_a_waiver_that_takes_the_place_of_another_says_so_and_keeps_it() -> None:
    run("check", *INPUTS, "-o", "report.json")
    problems = json.loads(Path("report.json").read_text())["reports"][0]["problems"]
    name = next(p["findings"][0] for p in problems if p["rule"] != "missing-source")
    first = run("baseline", "add", name, "report.json", "--baseline", FILE, "--reason", "asked", "--author", "Bo")
    assert first.stderr.endswith(f"{FILE}: 1 waiver added\n")
    again = run("baseline", "add", name, "report.json", "--baseline", FILE, *BY_ADA)
    assert again.stderr.endswith(f'{FILE}: 1 waiver added in the place of that of Bo ("asked")\n')
    assert '\\"reason\\": \\"asked\\"' in Path(f"{FILE}.history").read_text()


def test_an_unknown_finding_gets_a_hint() -> None:
    run("check", *INPUTS, "-o", "report.json")
    known = json.loads(Path("report.json").read_text())["reports"][0]["problems"][0]["id"]
    done = run("baseline", "add", known[:-1], "report.json", "--baseline", FILE, *BY_ADA)
    assert done.exit_code == 2
    assert f'did you mean "{known}"' in done.stderr
    assert not Path(FILE).exists()


def test_missing_sources_are_waived_only_when_asked() -> None:
    edit("on Monday, 3 May 2021 [7001]", "on Monday, 3 May 2021 [7009]")
    done = baseline("write", *BY_ADA)
    assert "left out" in done.stderr
    assert not any("missing-source" in line for line in waivers())
    assert run("check", *INPUTS, "--baseline", FILE).exit_code == 1
    baseline("write", "--missing-sources", *BY_ADA)
    assert any("missing-source" in line for line in waivers())
    assert run("check", *INPUTS, "--baseline", FILE).exit_code == 0


def test_comments_survive_write_and_prune() -> None:
    baseline("write", *BY_ADA)
    Path(FILE).write_text("# agreed in the meeting of May\n" + Path(FILE).read_text())
    baseline("write", *BY_ADA)
    baseline("prune")
    assert Path(FILE).read_text().count("# agreed in the meeting of May\n") == 1
