"""Check how the dates of passages are set beside a claim's."""

from __future__ import annotations

from datetime import date

from engine import case

from verifier.checks.case import token_range
from verifier.checks.date_pairs import Pair, governed, governed_alike, pairs
from verifier.facts.date import governor


def paired(claim: str, source: str, published: date | None = None) -> list[Pair]:
    found = case(claim, source, published=published)
    ours = found.claim.dates[0]
    return pairs(found, ours, token_range(found.claim, ours.start, ours.end))


def test_the_surest_slot_comes_first() -> None:
    source = "The tram stopped on 5 May 2014. Its maker was sold in a hurry to a rival abroad on 9 June 2016."
    first, second = paired("The tram stopped on 6 May 2014.", source)
    assert (first.other.text, second.other.text) == ("5 May 2014", "9 June 2016")
    assert first.slot > second.slot
    assert first.clashes
    assert not first.inferred


def test_a_date_without_its_year_is_of_the_articles() -> None:
    claim = "The trains were late in early March 2015."
    source = "The trains were late in early March."
    (late,) = paired(claim, source, date(2017, 4, 2))
    assert late.clashes
    assert late.inferred
    (right,) = paired(
        "The trains were late in early March 2017.", "The trains were late in early March.", date(2017, 4, 2)
    )
    assert right.holds


def test_a_year_that_the_source_names_may_be_meant() -> None:
    source = "The program was bought in 2015. The trains were late in early March."
    found = paired("The trains were late in early March 2015.", source, date(2017, 4, 2))
    assert not any(p.inferred for p in found)


def test_words_that_govern_dates_are_compared() -> None:
    source = "The telescope, launched in 1997, was damaged by a wrong command in 2001."
    found = case("In 1997 the telescope was damaged.", source)
    tokens = token_range(found.claim, found.claim.dates[0].start, found.claim.dates[0].end)
    ours = governor(found.claim, tokens)
    alike = {p.other.text: governed_alike(found, ours, p) for p in pairs(found, found.claim.dates[0], tokens)}
    assert alike == {"1997": False, "2001": True}
    assert all(governed(found, p).token >= 0 for p in pairs(found, found.claim.dates[0], tokens))


def test_a_month_does_not_follow_from_a_year_nor_a_date_from_the_year_of_a_model() -> None:
    (year,) = paired("The lift failed in May 2014.", "The lift failed in 2014.")
    assert not year.holds
    assert not year.clashes
    (model,) = paired("The maker recalled it in 2012.", "The recall is of the 2010-2014 Corvo and nothing else.")
    assert not model.holds
    (right,) = paired("The maker recalled it in 2012.", "In 2012 Corvo recalled it.")
    assert right.holds


def test_a_day_worked_out_is_shown() -> None:
    (found,) = paired("The trains stood on 3 May 2015.", "The trains stood on Tuesday.", date(2017, 4, 6))
    assert found.shown("Tuesday") == "Tuesday (2017-04-04)"
    (written,) = paired("The trains stood on 3 May 2015.", "The trains stood on 4 May 2015.")
    assert written.shown("4 May 2015") == "4 May 2015"
