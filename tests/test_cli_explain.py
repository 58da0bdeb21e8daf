"""Prove that `verifier explain` shows every candidate, and why it was taken or left."""

from __future__ import annotations

import json
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner, Result
from samples import CAUSE, DELETED, ECHO, POST, POSTMORTEM, assess

from verifier.cli.main import main
from verifier.formats.explanation import render
from verifier.model import Candidate, Explanation, Feature, Part, Place, Verdict

TAKEN = Place(POST.id, Part.BODY, CAUSE.start, CAUSE.end, CAUSE.text)
EXPLAINED = Explanation(
    assess(DELETED, Verdict.SUPPORTED, 0.97, CAUSE, reason=f"stated by {POST.id}"),
    (
        Candidate(
            Place(POST.id, Part.BODY, CAUSE.start, CAUSE.end, CAUSE.text), 0.91, taken=True, reason="shares most"
        ),
        Candidate(Place(ECHO.id, Part.TITLE, 0, 5, "a\x1b[2Jb"), 0.2, taken=False, reason="adds nothing"),
    ),
    matched=("deleted = deleted",),
    unmatched=("w\u202erong",),
    stood_down=(("quantity", "counts something else"),),
    features=(Feature("coverage", 0.9, 2.0, 1.8), Feature("bias", 1.0, -0.5, -0.5)),
)


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, [*args, "--sources", ferry.ARTICLES])


def claims() -> list[dict[str, str]]:
    done = run("check", ferry.POSTMORTEM, "-f", "json", "--fail-on", "never")
    found: list[dict[str, str]] = json.loads(done.stdout)["reports"][0]["claims"]
    return found


def test_candidates_are_shown_with_reasons() -> None:
    (lost,) = (claim for claim in claims() if "40,000 tickets" in claim["text"])
    done = run("explain", ferry.POSTMORTEM, lost["id"])
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{lost['verdict']}: ")
    assert f"[{lost['id']}]" in done.stdout
    assert "sentences considered" in done.stdout
    assert "About 4,000 tickets were lost" in " ".join(done.stdout.replace("│", "").split())


def test_every_claim_can_be_explained() -> None:
    for claim in claims():
        done = run("explain", ferry.POSTMORTEM, claim["id"])
        assert (done.exit_code, done.stdout.split(":")[0]) == (0, claim["verdict"])


def test_unknown_claim_is_refused() -> None:
    done = run("explain", ferry.POSTMORTEM, "c-nothing")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("verifier: error: c-nothing: no such claim; ")


def test_one_of_several_incidents_must_be_named() -> None:
    rows = "Incident ID,Title,Summary,Published\n1,One,The booking system failed.,2021-05-04\n2,Two,It failed again.,\n"
    Path("table.csv").write_text(rows, encoding="utf-8")
    done = run("explain", "table.csv", "c-nothing")
    assert done.exit_code == 2
    assert "holds 2 incidents; name one with --incident: 1, 2" in done.stderr


def test_all_parts_are_drawn() -> None:
    text = render(EXPLAINED, POSTMORTEM, (POST, ECHO))
    for words in (
        "supported: stated by 001\n",
        "fact, support 0.970, cites 7001\n",
        "Causes, line 5 [c-0271]\n",
        "2 sentences considered, 1 taken\n",
        "+ taken, score 0.910: shares most\n",
        "- left, score 0.200: adds nothing\n",
        "island-echo.example, 5 May 2021 (7002), title\n",
        "│ a\\x1b[2Jb\n",
        "- deleted = deleted\n",
        "- w\\u202erong\n",
        "- quantity: counts something else\n",
        "coverage                        0.900   +2.000   +1.800\n",
        "+1.300\n",
    ):
        assert words in text


def test_explanation_is_plain_unless_asked() -> None:
    assert all(char == "\n" or char.isprintable() for char in render(EXPLAINED, POSTMORTEM, (POST, ECHO)))
    assert "\x1b[1m" in render(EXPLAINED, POSTMORTEM, (POST, ECHO), color=True)


def test_the_same_is_there_as_json() -> None:
    report = json.loads(run("check", ferry.POSTMORTEM, "-f", "json").stdout)["reports"][0]
    claim = next(c for c in report["claims"] if c["verdict"] == "contradicted")
    done = run("explain", ferry.POSTMORTEM, claim["id"], "-f", "json")
    found = json.loads(done.stdout)
    assert (found["claim"]["id"], found["claim"]["verdict"]) == (claim["id"], "contradicted")
    assert any(candidate["taken"] and candidate["reason"] for candidate in found["candidates"])
    assert {"matched", "otherwise", "unmatched", "stood_down", "features", "findings"} <= found.keys()
