"""Prove that `verifier eval` measures on labels of postmortems and on labelled lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ferry
import pytest
from click.testing import CliRunner, Result

from verifier.cli.eval import table
from verifier.cli.main import main
from verifier.cli.scoring import Outcome, scores
from verifier.model import Verdict

CAUSE = "An engineer had deleted the wrong table during an update of the booking system."


def label(words: str, verdict: str, **more: object) -> dict[str, Any]:
    start = ferry.PAGE.index(words)
    return {"incident": "ferry", "start": start, "end": start + len(words), "verdict": verdict, **more}


def evidence(words: str) -> list[dict[str, Any]]:
    start = ferry.FIRST.index(words)
    return [{"article": "7001", "start": start, "end": start + len(words)}]


GOLD = [
    label("An engineer deleted the wrong table", "SUPPORTED", field="Software Causes", evidence=evidence(CAUSE)),
    label("Rehearsing a restore", "NOT_CHECKABLE", field="Preventions"),
    label("About 40,000 tickets", "CONTRADICTED", field="Impacts", certain=False),
]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def evaluate(gold: object, *args: str) -> Result:
    Path("gold.json").write_text(gold if isinstance(gold, str) else json.dumps(gold), encoding="utf-8")
    return CliRunner().invoke(main, ["eval", "gold.json", *args])


def on_spans(gold: object, *args: str) -> Result:
    return evaluate(gold, "--sources", ferry.ARTICLES, "--incidents", ferry.POSTMORTEM, *args)


def test_spans_are_measured() -> None:
    done = on_spans(GOLD, "-f", "json")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["labels"] == 2
    assert found["verdicts"]["supported"]["recall"] == 1.0
    assert found["confusion"] == {
        "supported": {verdict.value: int(verdict == Verdict.SUPPORTED) for verdict in Verdict},
        "not_checkable": {verdict.value: int(verdict == Verdict.NOT_CHECKABLE) for verdict in Verdict},
    }
    assert (found["supported_kept"], found["alarms"], found["evidence_first"]) == (1.0, 0.0, 1.0)
    assert done.stderr == "verifier: 1 label not certain and left out; --all counts them\n"


def test_uncertain_labels_count_on_request() -> None:
    done = on_spans(GOLD, "-f", "json", "--all")
    assert json.loads(done.stdout)["labels"] == 3
    assert done.stderr == ""


def test_labels_without_an_incident_belong_to_the_only_one() -> None:
    bare = [{key: value for key, value in GOLD[0].items() if key != "incident"}]
    assert json.loads(on_spans(bare, "-f", "json").stdout)["labels"] == 1


def test_unknown_incident_is_told() -> None:
    done = on_spans([GOLD[0], GOLD[0] | {"incident": "other"}], "-f", "json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["labels"] == 1
    assert 'incident "other": has labels but is not among the postmortems' in done.stderr


def test_lines_are_measured() -> None:
    source = {"id": "a", "text": "Heavy rain flooded twelve cellars in the old town on Monday."}
    lines = [
        {"id": 1, "claim": "Heavy rain flooded twelve cellars.", "sources": [source], "expected": "supported"},
        {"id": 2, "claim": "A comet struck the observatory.", "sources": [source], "expected": "not_supported"},
        {"id": 3, "claim": CAUSE, "articles": ["7001"], "expected": "supported"},
    ]
    done = evaluate("\n".join(map(json.dumps, lines)), "--sources", ferry.ARTICLES, "-f", "json")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert (found["labels"], found["supported_kept"]) == (3, 1.0)
    assert found["verdicts"]["unsupported"]["precision"] == 1.0
    assert found["evidence_first"] is None


@pytest.mark.parametrize(
    ("gold", "args", "status"),
    [
        (GOLD, [], 2),
        (GOLD, ["--sources", "articles"], 2),
        (GOLD, ["--sources", "articles", "--incidents", "gone"], 3),
        ("[", ["--sources", "articles"], 3),
        ("", ["--sources", "articles"], 3),
        ([GOLD[0] | {"verdict": "true"}], ["--sources", "articles", "--incidents", "ferry.txt"], 3),
    ],
)
def test_bad_input_ends_with_a_message(gold: object, args: list[str], status: int) -> None:
    done = evaluate(gold, *args)
    assert (done.exit_code, done.stdout) == (status, "")
    assert "verifier: error: " in done.stderr


def test_table() -> None:
    outcomes = [Outcome("1", "supported", Verdict.SUPPORTED, 0), Outcome("2", "contradicted", Verdict.PARTIAL, -1)]
    lines = table(scores(outcomes)).splitlines()
    assert lines[0] == "2 labels"
    assert "contradicted           1      0          -     0.0%" in lines
    assert "supported              1      1     100.0%   100.0%" in lines
    assert "  50.0%  evidence that people named comes first" in lines
    assert "      -  labelled supported, and called so" in table(scores([])).splitlines()
    assert max(map(len, lines)) <= 120


@pytest.mark.parametrize(("start", "end"), [(-5, 10), (10, 10), (12, 3)])
def test_a_span_that_is_none_is_refused_with_its_place(start: int, end: int) -> None:
    done = on_spans([GOLD[0], GOLD[0] | {"start": start, "end": end}])
    assert done.exit_code == 3
    assert f"gold.json[1]: has a span that is none: from {start} to {end}; write offsets from 0" in done.stderr
    named = {"article": "7001", "start": start, "end": end}
    assert "gold.json[0]: has a span" in on_spans([GOLD[0] | {"evidence": [named]}]).stderr


@pytest.mark.parametrize("wrong", [{"end": 999_999_999_999}, {"field": "Weather"}])
def test_a_label_where_the_postmortem_has_nothing_is_told_and_not_counted(wrong: dict[str, object]) -> None:
    done = on_spans([GOLD[0], {"end": 9, **GOLD[0], **wrong}], "-f", "json")
    assert done.exit_code == 3
    assert json.loads(done.stdout)["labels"] == 1
    assert "gold.json[1]: " in done.stderr
    assert "of ferry.txt has nothing from " in done.stderr
