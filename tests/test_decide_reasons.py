"""Read the reasons of verdicts as an editor does: short quotations that say what differs, in terms of the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from engine import assessed, case

from verifier.compare import link
from verifier.compare.case import Observation, Outcome
from verifier.decide.reasons import lacking, of_clash, of_doubt, of_likely_clash, of_open, parts_of
from verifier.model import Feature
from verifier.text.quoting import quoted

OWN = "The old pumps of Harle flooded the cellar of the clinic."
NEAR = "The old pumps of Harle flooded the cellar."


def clash(claim: str, source: str, fact: str, said: str, found: str) -> str:
    """Return the reason of a clash between words of a claim and of a source."""
    beside = case(claim, source)
    tokens, at = place(claim, said), place(source, found)
    return of_clash(beside, Observation("stance", fact, Outcome.CLASH, tokens, said, 0, at, found))


def place(text: str, said: str) -> tuple[int, int]:
    """Return where words stand among those of a text."""
    bare, wanted = [word.strip(".,") for word in text.split()], said.split()
    start = next(n for n in range(len(bare)) if bare[n : n + len(wanted)] == wanted)
    return start, start + len(wanted)


@pytest.mark.parametrize(
    ("claim", "source", "said", "found", "ours", "theirs"),
    [
        ("The old pumps were not broken, the clinic said.", "The pumps of Harle were broken.",
         "not broken", "broken", "old pumps were not broken", "pumps of Harle were broken"),
        ("Broken pumps stood in Harle.", "Nobody saw that the pumps were not broken, said Lund.",
         "Broken", "not broken", "Broken pumps", "pumps were not broken"),
    ],
)  # fmt: skip
def test_what_is_denied_is_quoted_with_what_it_is_said_of(
    claim: str, source: str, said: str, found: str, ours: str, theirs: str
) -> None:
    told = clash(claim, source, "polarity", said, found)
    assert told == f'denied on one side only: claim says "{ours}", source s1 says "{theirs}"'


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        (
            "It was no human error, since the council said that its servers were never reached.",
            '"council said that its servers were never reached" led to "no human error"',
        ),
        ("The worn cable led to the breach.", '"worn cable" led to "breach"'),
        ("The clerks were not warned, because the server failed.", '"server" led to "clerks were not warned"'),
    ],
)
def test_a_side_of_a_cause_that_the_claim_denies_is_quoted_with_its_denial(claim: str, told: str) -> None:
    beside = case(claim, "The council said its servers were never reached. The breach was the work of an outsider.")
    reason = of_doubt(beside, list(link.observe(beside)), [Feature("cause_half_linked", 1.0, 1.0, 1.0)])
    assert reason.told == f"no source says that {told}"


def test_of_two_values_in_one_sentence_the_reason_asks_which_is_meant() -> None:
    beside = case("It cost $30.", "It cost $90 a week or $30.")
    seen = Observation("value", "quantity", Outcome.CLASH, (2, 3), "$30", 0, (2, 3), "$90", (("held_here", 0.2),))
    assert of_likely_clash(beside, seen) == 'source s1 has "$30" and "$90" in one sentence: see which of them is meant'
    apart = replace(seen, measures=(("held_here", 0.0),))
    assert of_likely_clash(beside, apart) == of_clash(beside, apart)


def test_no_name_is_cut_in_two() -> None:
    told = clash(
        "The Harle Water Board closed it.", "The Harle Water Board never closed it.", "polarity", "closed", "closed"
    )
    assert 'claim says "Harle Water Board closed"' in told


def test_values_that_differ_are_quoted_alone() -> None:
    told = clash("The flood broke thirty pumps.", "The flood broke ninety pumps.", "quantity", "thirty", "ninety")
    assert told == 'claim says "thirty", source s1 says "ninety"'


def test_what_the_nearest_sentence_lacks_is_named_and_marked() -> None:
    beside = case(OWN, NEAR, "The clinic of Lowmere has a garden.")
    ground = of_doubt(beside, (), ())
    assert ground.told == 'no one sentence says all of it: "clinic" only in another'
    assert [beside.claim.tokens[start].key for start, _ in ground.parts] == ["clinic"]


def test_words_side_by_side_that_no_source_has_are_one() -> None:
    beside = case("A careless night watchman broke the old pumps of Harle.", "The old pumps of Harle broke.")
    assert of_doubt(beside, (), ()) == ('no source says "careless night watchman"', ((1, 4),))


def test_where_nothing_is_lacking_the_reason_says_no_more_than_that() -> None:
    assert of_doubt(case(NEAR, NEAR), (), ()) == ("no sentence of the sources says all of it", ())


def test_a_long_quotation_shows_where_it_is_cut_and_keeps_its_own_marks() -> None:
    assert quoted("one two three four five six seven eight nine") == '"one two three four five six seven eight nine"'
    assert quoted("one two three four five six seven eight nine ten") == '"one two three … eight nine ten"'
    assert quoted('said "no" to it') == '“said "no" to it”'


def test_the_same_words_are_quoted_with_what_stands_on_both_sides() -> None:
    told = clash(
        "The mill lost 200 crowns a week.",
        "The mill was losing 200 crowns a day.",
        "quantity",
        "200 crowns",
        "200 crowns",
    )
    assert told == 'claim says "lost 200 crowns a week", source s1 says "losing 200 crowns a day"'


def test_what_the_nearest_sentence_leaves_open_is_told_with_what_it_lacks() -> None:
    beside = case(OWN, "The old pumps of Harle may flood the cellar.", "The clinic of Lowmere has a garden.")
    ground = of_doubt(beside, (), (Feature("only_source_hedges", 1.0, 1.0, 1.0),))
    assert ground.told == 'left open in the nearest sentence, without "clinic": "may flood" (source s1)'
    assert [beside.claim.tokens[start].key for start, _ in ground.parts] == ["clinic"]


@pytest.mark.parametrize(
    ("claim", "source", "told"),
    [
        ("The old pumps of Harle flooded the cellar.", "The old pumps of Harle may leak into the cellar.", False),
        ("The old pumps of Harle may have flooded the cellar.", "The old pumps of Harle may flood the cellar.", False),
        ("The old pumps of Harle flooded the cellar.", "The old pumps of Harle may flood the cellar.", True),
    ],
)
def test_what_is_left_open_of_another_event_or_by_the_claim_as_well_is_no_ground(
    claim: str,
    source: str,
    told: bool,  # noqa: FBT001
) -> None:
    ground = of_doubt(case(claim, source), (), (Feature("only_source_hedges", 1.0, 1.0, 1.0),))
    assert ground.told.startswith("left open") == told


def test_names_that_stand_in_lists_are_told_with_their_lists() -> None:
    told = clash("Letters went to Lund, Oslo and Turku.", "Some letters of Riga and Oslo came.", "name", "Lund", "Riga")
    assert told == 'claim lists "Lund, Oslo and Turku", source s1 lists "Riga and Oslo"'
    alone = clash("Letters went to Lund, Oslo and Turku.", "Some letters of Riga came.", "name", "Lund", "Riga")
    assert alone == 'claim says "Lund", source s1 says "Riga"'


def test_a_word_that_was_put_in_is_the_one_that_the_nearest_passage_lacks() -> None:
    snow = "Heavy snow closed the northern runway of Vellmar airport. A clerk replaced a burnt fuse in the cabin."
    found = case("Heavy snow closed the northern fuse of Vellmar airport.", snow)
    (token,) = lacking(found, found.ranked[0].number)
    assert found.claim.tokens[token].key == "fuse"
    true = case("Heavy snow closed the northern runway.", snow)
    assert lacking(true, true.ranked[0].number) == []


def test_what_none_of_the_sentences_shown_has_is_named_with_their_sources() -> None:
    beside = case(OWN, NEAR, "A clinic of another town has a new garden and a pond.")
    lost = of_doubt(beside, (), ()).told
    assert lost.startswith("no one sentence") or "(source" in lost
    alone = case(
        "The pumps of Harle broke in the storm.",
        "The pumps of Harle broke.",
        "Harle has had no storm.",
        "A storm broke.",
    )
    assert "only in another" in of_doubt(alone, (), ()).told


def test_words_side_by_side_are_one_part_and_the_first_named_count() -> None:
    assert parts_of([7, 3, 8, 1, 9, 20, 30]) == [(1, 2), (3, 4), (7, 10)]
    assert parts_of([]) == []


class Compared(int):
    """Be a number that counts how often one like it is compared."""

    times = 0

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return int(self) == other

    __hash__ = int.__hash__


def test_many_words_are_looked_at_a_few_times_each() -> None:
    assert parts_of([Compared(token) for token in range(999, -1, -1)]) == [(0, 1000)]
    assert Compared.times <= 10_000


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("40", 'has the figure "40"'),
        ("30", 'says "30" of this'),
        ("several", 'says "several" of this'),
        ("30 million", 'says "30 million" of this'),
    ],
)
def test_what_a_source_has_of_something_else_is_not_called_missing(said: str, told: str) -> None:
    missing = Observation("value", "quantity", Outcome.OPEN, (1, 2), said)
    other = "In 30 days several valves of another plant were changed."
    assert (
        of_open(case(f"The {said} pumps were stopped.", OWN, other), [missing]) == f"no sentence of the sources {told}"
    )


def test_a_likely_denial_of_the_claim_alone_is_no_reason_where_more_is_missing() -> None:
    told = "Potters lit the kiln of Harle for the feast."
    doubted = assessed("Neither bakers nor the smith of Ostby ever cleaned or lit the kiln.", told)
    assert "denied on one side only" not in doubted.reason


@pytest.mark.parametrize(("month", "then"), [("June 2019", ", when source s1 appeared"), ("May 2019", "")])
def test_a_month_that_only_an_article_is_of_is_told_with_that_article(month: str, then: str) -> None:
    asked = case(f"The pumps were stopped in {month}.", OWN, published=date(2019, 6, 4))
    missing = Observation("value", "date", Outcome.OPEN, (5, 7), month)
    assert of_open(asked, [missing]) == f'no sentence of the sources has the date "{month}"{then}'
