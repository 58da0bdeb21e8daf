"""Count "today" and "last night" from the day of the document, where it has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import Verifier, read_postmortems, read_sources
from verifier.model import Verdict

SOURCE = (
    "Published on 2021-03-05\n\nThe lock at Wendle jammed on March 5, 2021. Two barges sank there on March 4, 2021.\n"
)


def verdicts(folder: Path, head: str, *said: str) -> list[Verdict]:
    (folder / "s.txt").write_text(SOURCE, encoding="utf-8")
    (folder / "pm.md").write_text("\n\n".join(["# Lock jams", head, *said]), encoding="utf-8")
    report = Verifier(read_sources([folder / "s.txt"]).sources).check(*read_postmortems(folder / "pm.md"))
    found = {each.claim.text: each.verdict for each in report.reports[0].assessments}
    return [found[text] for text in said]


@pytest.mark.parametrize(
    "said",
    ["The lock at Wendle jammed today.", "The lock at Wendle jammed this morning.", "Two barges sank last night."],
)
def test_today_is_the_day_of_the_document(tmp_path: Path, said: str) -> None:
    assert verdicts(tmp_path, "Published: 2021-03-05", said) == [Verdict.SUPPORTED]
    assert verdicts(tmp_path, "Published: 2021-03-09", said) == [Verdict.CONTRADICTED]
    assert verdicts(tmp_path, "", said) == [Verdict.SUPPORTED]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("Published: 2021-03-09", "“The lock at Wendle jammed today,” the keeper said."),
        ("Published: 2021-03-09\n\nPosted Mar 5, 2021 - 16:20 UTC", "The lock at Wendle jammed today."),
    ],
)
def test_another_day_may_be_that_of_a_quotation_or_of_an_update(tmp_path: Path, head: str, said: str) -> None:
    assert verdicts(tmp_path, head, said) != [Verdict.CONTRADICTED]
