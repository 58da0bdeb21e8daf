"""Prove that two reports are compared by content."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from samples import CLEAN, FERRY, MANY, POSTMORTEM, REPORT

from verifier.errors import InputError
from verifier.formats.difference import RENDERERS
from verifier.formats.json_report import as_record
from verifier.gate.diff import Diff, compare
from verifier.model import Report, Severity, Verdict

FULL = as_record(REPORT)
CALM = as_record(Report("0", "", (replace(CLEAN, postmortem=POSTMORTEM),)))


def changed(**problem: Any) -> Diff:
    """Compare the report with itself after a change of its first problem."""
    new = copy.deepcopy(FULL)
    new["reports"][0]["problems"][0] |= problem
    return compare(FULL, new)


def test_nothing_differs_from_itself() -> None:
    assert compare(FULL, FULL) == Diff((), (), (), (), 0, 0)


def test_new_and_gone_problems() -> None:
    worse, better = compare(CALM, FULL), compare(FULL, CALM)
    assert [item.id for item in worse.new] == ["p-number", "p-missing", "p-wait"] == [i.id for i in better.gone]
    assert (worse.worse, better.worse) == (True, False)
    assert (worse.claims_new, better.claims_gone) == (6, 6)


def test_changed_verdicts() -> None:
    first = replace(FERRY.assessments[1], verdict=Verdict.UNSUPPORTED)
    after = as_record(replace(REPORT, reports=(replace(FERRY, assessments=(first,)),)))
    (turn,) = compare(FULL, after).changed
    assert (turn.before, turn.after, turn.field) == ("supported", "unsupported", "Timeline")


@pytest.mark.parametrize(
    ("problem", "risen", "worse"),
    [
        ({"severity": Severity.WARNING}, 1, False),
        ({"claims": []}, 0, False),
        ({"claims": [a["id"] for a in FULL["reports"][0]["claims"]]}, 1, True),
    ],
)
def test_problems_rise_and_spread(problem: dict[str, Any], risen: int, *, worse: bool) -> None:
    found = changed(**problem)
    assert (len(found.risen), found.worse, found.new) == (risen, worse, ())


def test_waived_problems_do_not_count() -> None:
    assert [item.id for item in changed(waived=True).gone] == ["p-number"]


def test_many_are_matched_by_id_and_one_by_one() -> None:
    many = as_record(replace(MANY, troubles=()))
    assert {item.postmortem for item in compare(many, as_record(Report("0", "", (CLEAN,)))).gone} == {"ferry"}
    renamed = as_record(replace(REPORT, reports=(replace(FERRY, postmortem=replace(POSTMORTEM, id="v2")),)))
    assert compare(FULL, renamed) == Diff((), (), (), (), 0, 0)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_tells_it(name: str) -> None:
    text = RENDERERS[name](compare(CALM, FULL))
    assert "missing-source" in text if name == "json" else "7009 is not among the sources" in text
    if name == "json":
        assert json.loads(text)["worse"] is True
    else:
        assert "worse: 3 new problems (2 errors), 0 gone, 0 verdicts changed, 6 claims new, 0 gone" in text.replace(
            "\\", ""
        )


@pytest.mark.parametrize("record", [{}, {"reports": 3}, {"reports": [{}]}, {"reports": [{"postmortem": {"id": "a"}}]}])
def test_other_files_are_refused(record: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="verifier check -f json"):
        compare(record, FULL)
