"""Read made-up pages in the layout of the FAIL database."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.ingest.fields import Origin
from verifier.ingest.page import read_page
from verifier.ingest.page_rows import chosen, is_page
from verifier.model import Choice, Postmortem

PAGE = """Incident: Ferry Tickets Sold Twice: Harbour in Chaos

Published Date: 2021-05-04

Postmortem Analysis
Timeline 1. The booking system failed on 3 May 2021 [7001]. 2. It was back two days later [7002].
System 1. The booking system of the ferry line [7001]
Responsible Organization 1. The ferry line [7001]
Software Causes 1. A lock was missing [7001].
Non-software Causes None
Weather Conditions 1. There was fog [7002].

Software Taxonomy of Faults

Category Option Rationale
Recurring unknown The articles name no earlier failure.
Phase (Design/Operation) design, operation (a) The lock was left out of the design [7001]. (b) Staff restarted it twice.
Nature (Human/Non-human) non-human_actions (a) No person took part.
Novelty (Old/New) new (a) Nothing like it was known.

IoT System Layer

Layer Option Rationale
Perception sensor A tide gauge sent wrong values.
Communication None None

Other Details

Category Option Rationale
Domain transportation The incident concerns ferries.

Sources

[7001] https://echo.example/tickets
Article 7002
1. https://post.example/queue.
A headline without a link

Back to List
"""


def read(text: str) -> Postmortem:
    return read_page(text, Origin("ferry.txt", "ferry", "0" * 64))


def value(postmortem: Postmortem, name: str) -> str:
    return next(field.value for field in postmortem.fields if field.name == name)


def test_a_page_gives_title_date_and_id() -> None:
    postmortem = read(PAGE)
    assert postmortem.title == "Ferry Tickets Sold Twice: Harbour in Chaos"
    assert postmortem.published == date(2021, 5, 4)
    assert (postmortem.id, postmortem.path) == ("ferry", "ferry.txt")
    assert value(postmortem, "Title") == postmortem.title
    assert value(postmortem, "Published") == "2021-05-04"


def test_fields_are_named_as_their_rows_and_stand_in_the_page() -> None:
    postmortem = read(PAGE)
    assert [field.name for field in postmortem.fields] == [
        "Title",
        "Published",
        "Timeline",
        "System",
        "Responsible Organization",
        "Software Causes",
        "Weather Conditions",
        "Recurring Rationale",
        "Phase Rationale",
        "Nature Rationale",
        "Novelty Rationale",
        "Perception Rationale",
        "Domain Rationale",
    ]
    assert all(field.text is PAGE and not field.blocks for field in postmortem.fields)
    assert value(postmortem, "Responsible Organization") == "1. The ferry line [7001]"
    assert value(postmortem, "Weather Conditions") == "1. There was fog [7002]."
    assert value(postmortem, "Timeline").endswith("2. It was back two days later [7002].")


def test_a_taxonomy_row_gives_a_choice_and_its_rationale_alone() -> None:
    postmortem = read(PAGE)
    assert postmortem.choices == (
        Choice("Phase", ("design", "operation"), "Phase Rationale"),
        Choice("Nature", ("non-human_actions",), "Nature Rationale"),
        Choice("Novelty", ("new",), "Novelty Rationale"),
        Choice("Perception", ("sensor",), "Perception Rationale"),
        Choice("Domain", ("transportation",), "Domain Rationale"),
    )
    assert value(postmortem, "Phase Rationale").startswith("(a) The lock was left out")
    assert value(postmortem, "Recurring Rationale") == "The articles name no earlier failure."
    assert value(postmortem, "Perception Rationale") == "A tide gauge sent wrong values."


def test_the_list_of_sources_maps_ids_and_numbers_to_what_they_point_to() -> None:
    postmortem = read(PAGE)
    assert postmortem.cited == ("7001", "7002", "https://post.example/queue")
    assert postmortem.references == (
        ("7001", "https://echo.example/tickets"),
        ("7002", "7002"),
        ("1", "https://post.example/queue"),
        ("A headline without a link", "A headline without a link"),
    )


def test_an_empty_list_of_sources_cites_nothing() -> None:
    postmortem = read(PAGE[: PAGE.index("[7001] https")] + "\nBack to List\n")
    assert (postmortem.cited, postmortem.references) == ((), ())


def test_lines_that_start_no_row_go_on_with_the_row_above() -> None:
    text = "Postmortem Analysis\nTimeline\n1. It began.\n2. It ended.\nImpacts 1. Many.\nSystem was down too.\n"
    postmortem = read(text.replace("\n", "\r\n"))
    assert value(postmortem, "Timeline") == "1. It began.\r\n2. It ended."
    assert value(postmortem, "Impacts") == "1. Many."
    assert value(postmortem, "System") == "was down too."


def test_a_row_name_that_comes_again_is_text() -> None:
    text = "Postmortem Analysis\nSystem 1. Gates.\nImpacts 1. Water rose.\nSystem gates stayed open.\n"
    assert value(read(text), "Impacts") == "1. Water rose.\nSystem gates stayed open."


def test_loose_text_is_kept_in_a_field_named_after_its_part() -> None:
    text = (
        "A Title Without Label\nA loose line.\nAnother one.\n\nPostmortem Analysis\nlower case text\nTimeline 1. It.\n"
    )
    postmortem = read(text)
    assert postmortem.title == "A Title Without Label"
    assert value(postmortem, "Lead") == "A loose line.\nAnother one."
    assert value(postmortem, "Postmortem Analysis") == "lower case text"


def test_a_page_without_title_is_named_by_its_file() -> None:
    postmortem = read("Postmortem Analysis\nTimeline 1. It broke.\n")
    assert (postmortem.title, postmortem.published) == ("ferry", None)
    assert [field.name for field in postmortem.fields] == ["Timeline"]


def test_tabs_between_name_and_value_are_no_part_of_the_value() -> None:
    text = "Postmortem Analysis\nTimeline\t1. It.\n\nOther Details\nDomain\tfinance\tBanks stood still.\n"
    postmortem = read(text)
    assert value(postmortem, "Timeline") == "1. It."
    assert value(postmortem, "Domain Rationale") == "Banks stood still."
    assert postmortem.choices == (Choice("Domain", ("finance",), "Domain Rationale"),)


@pytest.mark.parametrize(
    ("row", "options", "rationale"),
    [
        (" value, other (a) crash: none", ("value", "other"), "(a) crash: none"),
        (" non-human_actions (a) x", ("non-human_actions",), "(a) x"),
        (" unknown The article", (), "The article"),
        (" development_incompetence, unknown (a) x", ("development_incompetence",), "(a) x"),
        (" None None", (), "None"),
        (" (a) no option given", (), "(a) no option given"),
        (" The rationale alone", (), "The rationale alone"),
        (" crash", ("crash",), ""),
        ("", (), ""),
    ],
)
def test_options_are_told_from_the_rationale(row: str, options: tuple[str, ...], rationale: str) -> None:
    found = chosen(row)
    assert found.options == options
    assert row[found.rationale :].strip() == rationale


def test_a_page_is_known_by_its_headings() -> None:
    assert is_page(PAGE)
    assert is_page("x\r\n  Software Taxonomy of Faults \r\n")
    assert not is_page("# Postmortem Analysis\n\nSources\n\nBack to List\n")


WORDS = st.sampled_from(
    [
        "Timeline",
        "Phase",
        "(a)",
        "design,",
        "unknown",
        "1. ",
        "Sources",
        "None",
        "Postmortem Analysis",
        "\n",
        "\r\n",
        "\t",
        "Other Details",
        "IoT System Layer",
        "Category Option Rationale",
        "Incident:",
        "Published Date:",
        "2020-01-02",
        ".",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=6)), max_size=60))
def test_any_text_reads_as_a_page_of_fields_that_do_not_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    postmortem = read(text)
    for field in postmortem.fields:
        assert field.text[field.start : field.end] == field.value == field.value.strip() != ""
    spans = sorted((field.start, field.end) for field in postmortem.fields)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert len({field.name for field in postmortem.fields}) == len(postmortem.fields)


@given(
    st.sampled_from(["Postmortem Analysis", "Software Taxonomy of Faults", "Other Details", "IoT System Layer"]),
    st.lists(
        st.sampled_from(["Timeline ", "Timeline 1. ", "Phase (A/B) design (a) ", "Odd Row 1. ", "Oh ", "2. ", "- "])
    ),
)
def test_no_line_of_a_part_is_lost(part: str, starts: list[str]) -> None:
    words = [f"word{number}" for number in range(len(starts))]
    lines = [start + word for start, word in zip(starts, words, strict=True)]
    values = " ".join(field.value for field in read("\n".join([part, *lines])).fields)
    assert [word for word in words if word not in values.split()] == []


@pytest.mark.parametrize("end", ["\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_lines_end_in_every_way(end: str) -> None:
    found = read(end.join(["Incident: Pumps stop", "", "Postmortem Analysis", "Impacts 1. Forty pumps stopped."]))
    assert [(field.name, field.value) for field in found.fields] == [
        ("Title", "Pumps stop"),
        ("Impacts", "1. Forty pumps stopped."),
    ]


def test_lines_above_the_first_part_are_text_whatever_stands_before_them() -> None:
    text = PAGE.replace("Incident:", "Seen by nobody on the quay.\n\nIncident:", 1)
    text = text.replace("2021-05-04\n", "2021-05-04\n\nThe harbour was closed for 9 days.\n", 1)
    found = read_page(text, Origin("pm.txt", "pm", ""))
    assert found.title == "Ferry Tickets Sold Twice: Harbour in Chaos"
    assert found.published == date(2021, 5, 4)
    values = {field.name: field.value for field in found.fields}
    assert (values["Lead"], values["Published"]) == ("Seen by nobody on the quay.", "2021-05-04")
    assert values["Lead (2)"] == "The harbour was closed for 9 days."
