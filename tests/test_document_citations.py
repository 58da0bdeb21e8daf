"""Check which paragraphs are missed for citing nothing, and which markers for naming nothing."""

from __future__ import annotations

import pytest

from verifier.claims.claims import claims_of
from verifier.document import citations
from verifier.document.remark import Remark
from verifier.model import Field, Postmortem

CITING = (
    "1. The gate fell [7]. 2. Two boats sank [7]. 3. A crane lifted them [8]. 4. Rain came [8]. 5. A dam broke [8]."
)


def found(**fields: str) -> list[Remark]:
    named = {name.replace("_", " "): text for name, text in fields.items()}
    document = Postmortem("p", "p", None, "", "", tuple(Field(n, t, 0, len(t)) for n, t in named.items()))
    return list(citations.check(document, claims_of(document)[0]))


def test_uncited_items_are_one_remark_with_all_their_places() -> None:
    (remark,) = found(Timeline=CITING, Impacts="1. Forty shops closed. 2. A school closed. 3. A bus stopped [8].")
    assert remark.message == "2 paragraphs cite no source, while most others do: in Impacts"
    assert [(s.field, s.said) for s in remark.ours] == [
        ("Impacts", "Forty shops closed."),
        ("Impacts", "A school closed."),
    ]


def test_many_fields_are_named_in_part() -> None:
    bare = {f"Part_{letter}": "A bus stopped." for letter in "ABCDE"}
    (remark,) = found(Timeline=CITING, Impacts=CITING, **bare)
    assert remark.message.endswith("in Part A, Part B, Part C, Part D and others")


@pytest.mark.parametrize("text", ["A bus stopped. A tram stopped [8].", "[8]\nA bus stopped.\nA tram stopped."])
def test_a_marker_stands_for_its_paragraph_or_what_it_heads(text: str) -> None:
    assert found(Timeline=CITING, Impacts=text) == []


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("Summary", "A bus stopped."),
        ("Title", "A bus stopped"),
        ("Fixes", "1. Repairing the bus"),
        ("References", "1. A report by the bus line"),
        ("Impacts", "Therefore, the bus stopped in May."),
        ("Capability Rationale", "(a) The articles do not mention development incompetence."),
    ],
)
def test_what_needs_no_citation_is_left_alone(field: str, text: str) -> None:
    assert found(Timeline=CITING, **{field: text}) == []


def test_a_document_that_hardly_cites_is_left_alone() -> None:
    assert found(Timeline=CITING.replace("[7]", "").replace("[8]", ""), Impacts="A bus stopped [8].") == []
    assert found(Timeline="1. A bus stopped [8]. 2. A tram stopped.") == []


def test_empty_markers_are_marked_where_they_stand() -> None:
    remarks = found(Impacts="1. A bus stopped [#, #]. 2. A tram stopped [9]. 3. A boat sank [Article #].")
    assert [(r.rule, r.ours[0].said) for r in remarks] == [
        ("placeholder-citation", "[#, #]"),
        ("placeholder-citation", "[Article #]"),
    ]
    for remark in remarks:
        (place,) = remark.ours
        assert place.claim and place.span
        assert place.claim.text[place.span.start : place.span.end] == place.said
