from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.claims.claims import claims_in, claims_of
from verifier.model import Citation, Claim, Field, Kind, Postmortem, Span

TIMELINE = "1. The dam of Lund broke on 3 May 2019 [4021]. 2. The port closed for two days."
PHASE = "(a) The software failure incident can be attributed to the design phase. The gate had one sensor [4021, 77]."


def _postmortem(*fields: Field) -> Postmortem:
    return Postmortem("p", "Flood", None, "p.txt", "0" * 64, fields)


def _field(name: str, text: str, *, blocks: tuple[Span, ...] = (), links: tuple[Citation, ...] = ()) -> Field:
    return Field(name, text, 0, len(text), blocks, links)


def _claims(*fields: Field) -> tuple[Claim, ...]:
    return claims_of(_postmortem(*fields))[0]


def test_claims_carry_field_offsets_kind_and_citations() -> None:
    found = _claims(_field("Timeline", TIMELINE), _field("Phase Rationale", PHASE))
    assert [(each.field, each.kind, each.citations) for each in found] == [
        ("Timeline", Kind.FACT, ("4021",)),
        ("Timeline", Kind.FACT, ()),
        ("Phase Rationale", Kind.JUDGEMENT, ()),
        ("Phase Rationale", Kind.FACT, ("4021", "77")),
    ]
    assert [each.text for each in found[:2]] == [
        "The dam of Lund broke on 3 May 2019 [4021].",
        "The port closed for two days.",
    ]
    assert all(TIMELINE[each.start : each.end] == each.text for each in found[:2])
    assert "".join(found[0].text[slice(*span)] for span in found[0].material) == "The dam of Lund broke on 3 May 2019"
    assert [bool(each.reason) for each in found] == [False, False, True, False]


def test_offsets_count_in_the_whole_text_where_the_field_is_a_part_of_it() -> None:
    text = f"Title\n{TIMELINE}\nThe end."
    (first, second) = _claims(Field("Timeline", text, 6, 6 + len(TIMELINE)))
    assert text[first.start : first.end] == first.text == "The dam of Lund broke on 3 May 2019 [4021]."
    assert second.text == "The port closed for two days."


def test_a_consequence_is_a_claim_with_the_sentence_s_citations() -> None:
    text = "The old gate of the dam froze, leading to a flood in 3 streets of Lund [4021]."
    cause, effect = _claims(_field("Impacts", text))
    assert (cause.text, cause.citations) == ("The old gate of the dam froze", ("4021",))
    assert (effect.text, effect.citations) == ("leading to a flood in 3 streets of Lund [4021].", ("4021",))


def test_a_loose_text_keeps_its_consequences() -> None:
    text = "The old gate of the dam froze, leading to a flood in 3 streets of Lund [4021]."
    assert [each.text for each in claims_in(text)] == [text]


def test_links_that_the_format_marks_up_are_citations_and_no_material() -> None:
    text = "[Lund Daily](https://example.org/a) counted 40 boats [1](https://example.org/b)."
    links = (Citation(11, 35, ("https://example.org/a",)), Citation(53, 79, ("1",)))
    assert text[11:35] == "](https://example.org/a)"
    (claim,) = _claims(_field("Impact", text, blocks=(Span(0, len(text)),), links=links))
    assert claim.citations == ("https://example.org/a", "1")
    assert [claim.text[slice(*span)] for span in claim.material] == ["Lund Daily", "counted 40 boats"]


def test_a_sentence_may_run_over_lines_inside_a_block() -> None:
    text = "The dam\nof Lund\nbroke. It was old."
    found = _claims(_field("Impact", text, blocks=(Span(0, len(text)),)))
    assert [each.text for each in found] == ["The dam\nof Lund\nbroke.", "It was old."]


def test_rows_without_a_statement_are_not_judged() -> None:
    fields = (
        _field("Published", "2019-05-03"),
        _field("Phase Option", "design"),
        _field("Consequence Rationale", "(a) unknown\n(b) The port closed [4021].\n(c) unknown"),
    )
    found, left = claims_of(_postmortem(*fields))
    assert [each.text for each in found] == ["The port closed [4021]."]
    assert [(each.field, each.reason) for each in left] == [
        ("Published", "about the document, not about the incident"),
        ("Phase Option", "names classes; their rationale is judged"),
        ("Consequence Rationale", "nothing is stated"),
        ("Consequence Rationale", "nothing is stated"),
    ]


def test_code_and_references_between_fields_are_listed() -> None:
    text = "The dam broke.\n```\nclose(gate)\n```\nThe port closed.\n\nhttps://example.org/a Flood in Lund\n"
    end = text.index("The port closed.") + 16
    field = Field("Impact", text, 0, end, (Span(0, 14), Span(end - 16, end)))
    _, left = claims_of(_postmortem(field))
    assert [(text[each.start : each.end].strip(), each.reason) for each in left] == [
        ("```\nclose(gate)\n```", "code"),
        ("https://example.org/a Flood in Lund", "a list of references"),
    ]


def test_ids_outlive_edits_elsewhere() -> None:
    before = _claims(_field("Timeline", TIMELINE), _field("Impacts", "Boats sank. Boats sank."))
    after = _claims(
        _field("Summary", "A flood."),
        _field("Timeline", f"0. New. {TIMELINE}"),
        _field("Impacts", "Boats sank. Boats sank."),
    )
    assert {each.id for each in before} <= {each.id for each in after}
    assert [each.id for each in before if each.field == "Impacts"][1].endswith("~2")


def test_a_loose_text_is_cut_into_its_sentences() -> None:
    text = "The dam broke at 4.30 a.m. in Lund. Nobody was hurt. The failure was temporary."
    found = claims_in(text)
    assert [each.text for each in found] == [
        "The dam broke at 4.30 a.m. in Lund.",
        "Nobody was hurt.",
        "The failure was temporary.",
    ]
    assert [each.kind for each in found] == [Kind.FACT, Kind.FACT, Kind.JUDGEMENT]
    assert all(text[each.start : each.end] == each.text for each in found)


def test_the_field_of_a_loose_text_counts() -> None:
    assert claims_in("Testing the gates each week", "Preventions")[0].kind is Kind.ADVICE
    assert claims_in("Ann Lee, director", "References")[0].kind is Kind.ATTRIBUTION


@pytest.mark.parametrize("text", ["", " \n ", "[4021]", "---", "None None", "unknown"])
def test_a_text_without_a_statement_claims_nothing(text: str) -> None:
    assert claims_in(text) == ()


PIECES = st.sampled_from(
    [
        "The dam broke",
        " in 2019",
        ".",
        " ",
        "\n",
        "\n\n",
        " [4021]",
        "(a) ",
        "1. ",
        "2. ",
        "- ",
        ", leading to a big flood in all of Lund",
        '"',
        "The software failure incident was due to ",
        "unknown",
        "crash: ",
        "\ufffc",
        "İ",
        "é",
        "[#, #]",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    text=st.lists(PIECES, max_size=25).map("".join),
    name=st.sampled_from(["", "Impacts", "Fixes", "Phase Rationale"]),
    blocked=st.booleans(),
)
def test_claims_stand_in_order_inside_the_field(text: str, name: str, *, blocked: bool) -> None:
    blocks = (Span(0, len(text)),) if blocked else ()
    found, left = claims_of(_postmortem(_field(name, text, blocks=blocks)))
    spans = [(each.start, each.end) for each in found]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[each.start : each.end] == each.text and each.text == each.text.strip() for each in found)
    assert all(0 <= start < end <= len(each.text) for each in found for start, end in each.material)
    assert len({each.id for each in found}) == len(found)
    assert all(each.material for each in found)
    assert all(0 <= each.start <= each.end <= len(text) and each.reason for each in left)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_claims_do_not_depend_on_what_stands_in_other_fields(text: str) -> None:
    alone = _claims(_field("Impacts", text))
    beside = _claims(_field("Summary", "The port closed. The dam broke."), _field("Impacts", text))
    assert alone == beside[2:]


def test_a_claim_without_a_source_is_told_apart_where_others_name_theirs() -> None:
    assert [each.uncited for each in _claims(_field("Timeline", TIMELINE))] == [False, True]
    assert [each.uncited for each in _claims(_field("Timeline", "The dam broke. The port closed."))] == [None, None]
