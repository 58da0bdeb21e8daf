"""Check that labels of the written postmortems lie in their texts, and that no article is of two of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from verifier import read_postmortems

FOLDER = Path(__file__).parent.parent / "benchmarks" / "postmortems"
FILES = sorted(FOLDER.glob("*/*.json"))
VERDICTS = {"SUPPORTED", "PARTIAL", "CONTRADICTED", "UNSUPPORTED", "NOT_CHECKABLE"}


def labels(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.with_suffix(".claims.jsonl").read_text("utf-8").splitlines()]


def test_each_article_is_of_one_postmortem() -> None:
    cited = [article for path in FILES for article in json.loads(path.read_text("utf-8"))["cited"]]
    assert len(FILES) == 60
    assert len(cited) == len(set(cited))


@pytest.mark.parametrize("part", ["fit", "sealed"])
def test_labels_lie_in_the_texts_they_are_of(part: str) -> None:
    for path in FOLDER.glob(f"{part}/*.json"):
        (postmortem,) = read_postmortems(path)
        lengths = {field.name: len(field.raw) for field in postmortem.fields}
        for label in labels(path):
            start, end = label["start"], label["end"]
            assert isinstance(start, int), path
            assert isinstance(end, int), path
            assert 0 <= start < end <= lengths[str(label["field"])], path
            assert label["verdict"] in VERDICTS, path
            assert bool(label["error_kind"]) == (label["verdict"] in VERDICTS - {"SUPPORTED", "NOT_CHECKABLE"}), path
