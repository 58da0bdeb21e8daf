"""Check that typed facts become plain values for reports."""

from __future__ import annotations

import json
from typing import Any

from reading import read

from verifier.facts.analysis import facts_of


def values(text: str) -> list[tuple[str, str, Any]]:
    return [(f.type, f.text, f.value) for f in facts_of(read(text))]


def test_a_quantity_tells_its_bounds_unit_and_noun() -> None:
    ((kind, text, value),) = values("the depot lost 2.4 million tickets")
    assert (kind, text) == ("quantity", "2.4 million")
    assert (value["lower"], value["upper"], value["counts"]) == (2_400_000, 2_400_000, "tickets")
    assert not value["approximate"]


def test_an_open_bound_is_null() -> None:
    ((_, _, value),) = values("the depot lost at least 300 tickets")
    assert (value["lower"], value["upper"]) == (300, None)


def test_a_softened_figure_is_approximate() -> None:
    ((_, _, value),) = values("the depot lost about 300 tickets")
    assert value["approximate"]


def test_a_date_tells_its_first_and_last_day() -> None:
    ((kind, text, value),) = values("the depot closed in March 2021")
    assert (kind, text) == ("date", "March 2021")
    assert (value["first"], value["last"], value["granularity"]) == ("2021-03-01", "2021-03-31", "month")


def test_a_date_without_a_year_has_no_days() -> None:
    ((_, _, value),) = values("the depot closed in March")
    assert (value["first"], value["last"]) == (None, None)


def test_only_sure_names_are_facts() -> None:
    assert values("Depots near Lowmere closed") == [("name", "Lowmere", "lowmere")]


def test_facts_stand_in_order_and_their_spans_cut_their_words() -> None:
    text = "In March 2021 Ann Lee sold 40 buses to Northline for $3 million."
    found = facts_of(read(text))
    assert [f.type for f in found] == ["date", "name", "quantity", "name", "quantity"]
    assert all(text[f.start : f.end] == f.text for f in found)


def test_values_are_plain_json() -> None:
    found = facts_of(read("At least 3 of 7 trams of Northline were 20% late on 4 May 2021 at 9 am."))
    assert found
    json.dumps([f.value for f in found], allow_nan=False)


def test_a_text_without_facts_has_none() -> None:
    assert facts_of(read("nobody was there")) == ()
