"""Prove that labels are read, and that wrong ones are named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from verifier.cli.gold import GoldEvidence, read_gold
from verifier.errors import InputError

SPAN: dict[str, Any] = {
    "id": "a",
    "incident": "7",
    "field": "Title",
    "start": 0,
    "end": 5,
    "verdict": "SUPPORTED",
    "evidence": [{"article": "9", "start": 1, "end": 2, "stance": "supports"}],
    "certain": False,
}
LINE: dict[str, Any] = {"id": 1, "claim": "c", "articles": ["9"], "expected": "not_supported"}


def write(folder: Path, text: str) -> Path:
    path = folder / "gold.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_spans_are_read(tmp_path: Path) -> None:
    bare = {key: SPAN[key] for key in ("field", "start", "end", "verdict")}
    found = read_gold(write(tmp_path, json.dumps([SPAN, bare])))
    assert found.items == ()
    assert found.spans[0][:6] == ("a", "7", "Title", 0, 5, "supported")
    assert found.spans[0].evidence == (GoldEvidence("9", 1, 2),)
    assert [span.certain for span in found.spans] == [False, True]
    assert (found.spans[1].incident, found.spans[1].evidence) == ("", ())


def test_lines_are_read(tmp_path: Path) -> None:
    found = read_gold(write(tmp_path, json.dumps(LINE) + "\n\n" + json.dumps(LINE | {"expected": "Partial"}) + "\n"))
    assert found.spans == ()
    assert [item.expected for item in found.items] == ["not_supported", "partial"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("[1]", "[0]: is no object"),
        ("[]", "holds no label"),
        ("[", "line 1 column 2: is malformed JSON"),
        ("[" * 100_000, "is nested too deeply"),
        (json.dumps([SPAN, SPAN | {"start": "0"}]), '[1]: has no "start"'),
        (json.dumps([SPAN | {"end": True}]), '[0]: has no "end"'),
        (json.dumps([SPAN | {"verdict": "true"}]), '[0]: has no verdict that is known: "true"'),
        (json.dumps([SPAN | {"verdict": None}]), "[0]: has no verdict"),
        (json.dumps([SPAN | {"evidence": [1]}]), "[0]: holds evidence that is no object"),
        (json.dumps([SPAN | {"evidence": [{"article": 9}]}]), '[0]: has no "article"'),
        (json.dumps(LINE) + "\n{", ":2: line is not JSON"),
        (json.dumps(LINE | {"claim": ""}), ":1: claim is missing"),
        (json.dumps(LINE | {"expected": ""}), ":1: has no verdict"),
        ("plain words", ":1: line is not JSON"),
    ],
)
def test_wrong_labels_are_named(tmp_path: Path, text: str, where: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(InputError) as caught:
        read_gold(path)
    assert where in str(caught.value).removeprefix(str(path))
