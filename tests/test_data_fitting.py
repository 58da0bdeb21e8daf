from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from verifier.data.fitting import surely_fits
from verifier.data.folders import folder

SCHEMA = json.loads((folder("reports") / "manifest.schema.json").read_text("utf-8"))
STRICT = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))
SOURCE = {
    "id": "7",
    "file": "a/b.txt",
    "title": "Trams stop",
    "url": "https://news.example/1",
    "outlet": "",
    "published": "2019-03-04",
    "sha256": "0" * 64,
    "role": "cited",
}
MISSING = {"id": "8", "url": "https://news.example/2", "reason": "is gone", "hint": "ask the archive"}
MANIFEST: dict[str, Any] = {"$schema": "x", "version": 1, "sources": [SOURCE], "missing": [MISSING]}
ODD = st.sampled_from(
    [None, True, 1, 1.0, 2, "", " x", "x", "a\nb", "x" * 2001, "1", "context", "2019-02-30", "2019-W01-1", "0" * 64]
) | st.sampled_from([[], {}, [SOURCE], {"id": "1"}, ["x"]])


def test_what_is_right_fits_surely() -> None:
    assert STRICT.is_valid(MANIFEST)
    assert surely_fits(MANIFEST, SCHEMA)
    assert surely_fits({"version": 1, "sources": [{**SOURCE, "published": None}]}, SCHEMA)


@given(
    st.sampled_from(["", "sources", "missing"]), st.sampled_from([*SOURCE, *MISSING, "version", "sources", "more"]), ODD
)
def test_what_fits_surely_is_valid(where: str, key: str, value: object) -> None:
    changed = deepcopy(MANIFEST)
    (changed[where][0] if where else changed)[key] = value
    assert STRICT.is_valid(changed) or not surely_fits(changed, SCHEMA)


@pytest.mark.parametrize(
    "schema", [{"anyOf": [{}]}, {"$ref": "other.json"}, {"additionalProperties": {}}, {"type": "number"}]
)
def test_what_is_not_known_is_left_open(schema: dict[str, object]) -> None:
    assert not surely_fits({}, schema)
    assert surely_fits({}, {"title": "anything"})


@pytest.mark.parametrize("key", sorted(SOURCE))
def test_what_a_source_must_not_be_does_not_fit(key: str) -> None:
    assert not surely_fits({"version": 1, "sources": [{**SOURCE, key: 5}]}, SCHEMA)
    assert not surely_fits({"version": 1, "sources": [{**SOURCE, key: "a\nb"}]}, SCHEMA)
