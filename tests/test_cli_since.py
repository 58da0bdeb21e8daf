"""Prove that --changed-since leaves out what is as it was, and only that."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ferry
import pytest
import repository
from click.testing import CliRunner, Result

from verifier.cli.main import main


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.isolate(monkeypatch)
    ferry.write(tmp_path)
    repository.begin(tmp_path)
    monkeypatch.chdir(tmp_path)


def check(*more: str, postmortem: str = ferry.POSTMORTEM) -> Result:
    return CliRunner().invoke(main, ["check", postmortem, "--sources", ferry.ARTICLES, *more])


def since(*more: str, revision: str = "HEAD", **names: str) -> tuple[int, list[str], dict[str, Any]]:
    """Return the exit status, the texts of the claims, and the gate."""
    done = check("--changed-since", revision, "-f", "json", *more, **names)
    report = json.loads(done.stdout)
    return done.exit_code, [c["text"] for one in report["reports"] for c in one["claims"]], report["gate"]


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_is_left_where_nothing_changed() -> None:
    code, claims, gate = since()
    assert (code, claims) == (0, [])
    assert gate["unchanged"] == len(json.loads(check("-f", "json").stdout)["reports"][0]["claims"])


def test_what_has_not_changed_is_clear_in_words() -> None:
    assert check("--changed-since", "HEAD").stdout.startswith("clear: no claim has changed since HEAD")
    assert check("--changed-since", "HEAD", "-f", "markdown").stdout.startswith("# clear: no claim has changed")
    assert "<title>clear: no claim has changed since HEAD" in check("--changed-since", "HEAD", "-f", "html").stdout
    assert check("--changed-since", "HEAD", "-f", "github").stdout == ""


def test_a_changed_claim_is_checked() -> None:
    edit(ferry.POSTMORTEM, "About 40,000", "About 41,000")
    code, claims, _ = since()
    assert (code, len(claims)) == (1, 1)
    assert claims[0].startswith("About 41,000")


def test_moved_claims_are_as_they_were() -> None:
    edit(ferry.POSTMORTEM, "Published Date", "\n\nPublished Date")
    assert since()[:2] == (0, [])


def test_a_changed_source_rechecks_what_leans_on_it() -> None:
    edit(f"{ferry.ARTICLES}/7001.txt", "About 4,000 tickets were lost", "About 40,000 tickets were lost")
    code, claims, _ = since()
    assert code == 0
    assert "About 40,000" in {claim[:12] for claim in claims}
    assert not any(claim.startswith("An engineer") for claim in claims)


def test_a_new_postmortem_is_checked_whole() -> None:
    Path("other.txt").write_text(ferry.PAGE)
    code, claims, gate = since(postmortem="other.txt")
    assert (code, gate["unchanged"]) == (1, 0)
    assert len(claims) > 4


def test_sources_that_are_new_count_as_changed() -> None:
    repository.git("rm", "-q", "--cached", "-r", ferry.ARTICLES)
    repository.git("commit", "-q", "-m", "without articles")
    assert since()[2]["unchanged"] == 0


def test_the_work_tree_is_left_alone() -> None:
    edit(ferry.POSTMORTEM, "About 40,000", "About 41,000")
    before = repository.git("status", "--porcelain")
    since()
    assert repository.git("status", "--porcelain") == before


def test_a_missing_source_is_told_only_when_new() -> None:
    edit(ferry.POSTMORTEM, "a backup every month.", "a backup every month [7999].")
    code, _, _ = since()
    assert code == 1
    repository.commit(Path(), "cite")
    assert since()[0] == 0


def test_a_baseline_is_not_dead_for_what_is_left_out() -> None:
    CliRunner().invoke(
        main,
        f"baseline write {ferry.POSTMORTEM} --sources {ferry.ARTICLES} --baseline w --reason x --author Ada".split(),
    )
    code, _, gate = since("--baseline", "w")
    assert (code, gate["waivers"]["stale"]) == (0, [])
    assert gate["waivers"]["used"]


@pytest.mark.parametrize("revision", ["nope", "--help", "", "HEAD:ferry.txt"])
def test_unknown_revisions_are_wrong_usage(revision: str) -> None:
    done = check(f"--changed-since={revision}")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "names no commit" in done.stderr


def test_outside_a_repository(tmp_path_factory: pytest.TempPathFactory, monkeypatch: Any) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    ferry.write(elsewhere)
    monkeypatch.chdir(elsewhere)
    done = check("--changed-since", "HEAD")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "is in no git repository" in done.stderr


def test_standard_input_has_no_past() -> None:
    arguments = ["check", "-", "--sources", ferry.ARTICLES, "--changed-since", "HEAD"]
    done = CliRunner().invoke(main, arguments, input=ferry.PAGE)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "has no past" in done.stderr


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = check("--changed-since", "HEAD")
    assert done.exit_code == 2
    assert "git cannot be run" in done.stderr


def test_a_renamed_postmortem_is_held_against_its_old_text() -> None:
    repository.git("mv", ferry.POSTMORTEM, "renamed.txt")
    assert since(postmortem="renamed.txt")[1] == []
    edit("renamed.txt", "About 40,000", "About 41,000")
    assert len(since(postmortem="renamed.txt")[1]) == 1


def test_a_link_leads_where_it_led_then() -> None:
    other = Path("other.txt")
    other.write_text(Path(ferry.POSTMORTEM).read_text("utf-8").replace("About 40,000", "About 41,000"), "utf-8")
    link = Path("latest.txt")
    link.symlink_to(ferry.POSTMORTEM)
    repository.commit(Path(), "links")
    assert since(postmortem="latest.txt")[1] == []
    link.unlink()
    link.symlink_to(other)
    assert [text[:12] for text in since(postmortem="latest.txt")[1]] == ["About 41,000"]


def test_a_new_link_stands_for_the_file_that_it_leads_to() -> None:
    Path("new.txt").symlink_to(ferry.POSTMORTEM)
    assert since(postmortem="new.txt")[1] == []
    edit(ferry.POSTMORTEM, "About 40,000", "About 41,000")
    assert [text[:12] for text in since(postmortem="new.txt")[1]] == ["About 41,000"]


def test_a_linked_source_is_read_as_it_was() -> None:
    article = next(Path(ferry.ARTICLES).glob("*.txt"))
    kept = Path("kept.txt")
    article.rename(kept)
    article.symlink_to(kept.resolve())
    article.unlink()
    article.symlink_to(Path("..") / kept)
    repository.commit(Path(), "links")
    assert since()[1] == []


def test_a_submodule_is_compared_with_the_commit_recorded(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pm.txt").write_text(Path(ferry.POSTMORTEM).read_text("utf-8"), "utf-8")
    repository.begin(inner)
    repository.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner), "sub")
    repository.commit(tmp_path, "submodule")
    assert since(postmortem="sub/pm.txt")[1] == []
    edit("sub/pm.txt", "About 40,000", "About 41,000")
    assert len(since(postmortem="sub/pm.txt")[1]) == 1
