"""Read made-up incidents by reports/incident.schema.json."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from verifier.data.folders import folder
from verifier.errors import InputError, VerifierError
from verifier.ingest.fields import Origin
from verifier.ingest.json_incident import read_json
from verifier.model import Choice, Postmortem

GATE: dict[str, Any] = {
    "id": 12,
    "title": "Lock Gate Opens by Itself",
    "published": "2020-09-18T07:00:00Z",
    "fields": {"Summary": "The gate opened.", "Impacts": ["Ten boats sank.", "none", "The river fell by 2 m."]},
    "cited": ["7001", 7002],
    "sources": [{"id": "7001", "url": "https://echo.example/gate", "title": "Gate"}, 7003, "https://post.example/x"],
    "taxonomy": {"Phase": {"options": ["design", "unknown"], "rationale": "A flaw."}, "Nature": {"options": []}},
}


def read(data: object) -> tuple[Postmortem, ...]:
    text = data if isinstance(data, str) else json.dumps(data)
    return read_json(text, Origin("gate.json", "gate", "0" * 64))


def test_an_incident_gives_its_head_fields_choices_and_sources() -> None:
    (found,) = read(GATE)
    assert (found.id, found.title, found.published) == ("12", "Lock Gate Opens by Itself", date(2020, 9, 18))
    names = ["Title", "Published", "Summary", "Impacts", "Phase Rationale"]
    assert [field.name for field in found.fields] == names
    assert found.choices == (Choice("Phase", ("design",), "Phase Rationale"),)
    assert found.cited == ("7001", "7002", "7003", "https://post.example/x")
    assert found.references == (
        ("7001", "https://echo.example/gate"),
        ("7003", "7003"),
        ("https://post.example/x", "https://post.example/x"),
    )


def test_offsets_count_in_each_value_and_a_list_is_joined_by_line_breaks() -> None:
    (found,) = read(GATE)
    summary, impacts = found.fields[2:4]
    assert (summary.text, summary.start, summary.end) == ("The gate opened.", 0, 16)
    assert impacts.text == "Ten boats sank.\nThe river fell by 2 m."
    assert [impacts.text[start:end] for start, end in impacts.blocks] == ["Ten boats sank.", "The river fell by 2 m."]


def test_a_list_gives_its_incidents_in_order_and_a_missing_id_is_the_file_name() -> None:
    bare = {"title": "Bridge Stuck", "fields": {"Summary": "It stuck."}}
    assert [each.id for each in read([GATE, bare])] == ["12", "gate"]
    assert read(bare)[0].published is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"fields": {"Impacts": 5}}, "at $.fields.Impacts: does not fit the schema (5 is not of type 'string')"),
        ({"fields": {"Impacts": ["x", None]}}, "at $.fields.Impacts[1]: does not fit the schema (None is not of type"),
        (
            {"titel": "x"},
            "at $: does not fit the schema (Additional properties are not allowed ('titel' was unexpected",
        ),
        ({"title": None}, "at $.title: "),
        ({"id": ""}, "at $.id: "),
        ({"published": "18 Sept"}, "at $.published: "),
        ({"taxonomy": {"Phase": {"options": "design"}}}, "at $.taxonomy.Phase.options: "),
        ({"sources": [{"url": "https://a.example"}]}, "at $.sources[0]: does not fit the schema ('id' is a required"),
        ({"title": 1, "cited": 2}, "write it as reports/incident.schema.json says; 1 more such fault"),
        ({"published": "2020-13-45"}, "gate.json, incident 12: '2020-13-45' is no date; correct published"),
    ],
)
def test_what_does_not_fit_the_schema_is_named_with_its_path(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(GATE | change)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{\n  "title": "x",\n  "fields" {}\n}',
            "gate.json, line 3 column 12: is malformed JSON (Expecting ':' delimiter)",
        ),
        ('{"title": "x"} {}', "line 1 column 16: is malformed JSON (Extra data)"),
        ("[]", "at $: does not fit the schema"),
        ("[" * 200_000, "is nested too deeply"),
        ('{"a":' * 50_000 + "1" + "}" * 50_000, "is nested too deeply"),
        ('{"title": "a", "title": "b"}', "has the key 'title' twice in one object"),
        ('{"title": NaN}', "holds NaN, which is no JSON number"),
        ('{"title": ' + "1" * 9000 + "}", "holds a number too long to read"),
        ('{"title": "\\ud83d", "fields": {"a": "b"}}', "holds half of an escaped character pair"),
        ("[1," * 1000 + "1" + "]" * 1000, "gate.json"),
        (json.dumps([GATE, GATE]), "at $[1]: incident '12' stands there twice"),
        (json.dumps({"title": "x" * 5000, "fields": "y" * 5000}), "yyy ... yyy"),
        (json.dumps([7] * 5000), "19 more such faults"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert message in str(caught.value)
    assert len(str(caught.value)) < 500


def test_the_schema_is_a_valid_schema_and_describes_each_property() -> None:
    schema = json.loads((folder("reports") / "incident.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    described = {name for name, each in schema["$defs"]["incident"]["properties"].items() if "description" in each}
    assert described == set(schema["$defs"]["incident"]["properties"]) - {"$schema"}


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=8,
)
NEAR = st.fixed_dictionaries(
    {
        "title": st.one_of(st.text(max_size=5), VALUES),
        "fields": st.dictionaries(st.text(max_size=4), VALUES, max_size=3),
    },
    optional=dict.fromkeys(("id", "published", "cited", "sources", "taxonomy"), VALUES),
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(NEAR, st.lists(NEAR, max_size=2), VALUES))
def test_any_json_is_read_or_refused(data: object) -> None:
    try:
        found = read(data)
    except VerifierError as error:
        assert re.match(r"gate\.json", str(error))
    else:
        for field in (field for each in found for field in each.fields):
            assert field.text[field.start : field.end] == field.value
            assert all(field.start <= start < end <= field.end for start, end in field.blocks)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(VerifierError, match=r"^gate\.json"):
        read(text)
