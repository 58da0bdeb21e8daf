"""Keep a day with a full stop beside its month."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from verifier.claims.claims import claims_in, claims_of
from verifier.ingest.postmortems import read_postmortems


def texts(text: str) -> list[str]:
    (found,) = read_postmortems(Path("-"), stdin_text=text)
    return [claim.text for claim in claims_of(found)[0]]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3. February 2021 the gate broke.",
        "It was mended on 4. March by hand.",
        "From 28. Feb. 2021 on nobody was on call.",
    ],
)
def test_a_day_with_a_full_stop_ends_no_sentence(sentence: str) -> None:
    assert [claim.text for claim in claims_in(f"{sentence} Nobody was hurt.")] == [sentence, "Nobody was hurt."]


@pytest.mark.parametrize(
    "parts",
    [
        ["The pump lost 12.", "Nobody was hurt."],
        ["It ran for 30.", "Marching bands played."],
    ],
)
def test_other_numbers_do(parts: list[str]) -> None:
    assert [claim.text for claim in claims_in(" ".join(parts))] == parts


def test_a_list_of_days_keeps_them() -> None:
    days = ["3. February 2021: the gate broke.", "4. March 2021: it was mended."]
    assert texts("# Gate\n\n" + "\n\n".join(days) + "\n")[1:] == days
    page = f"Incident: Gate\n\nPostmortem Analysis\nTimeline {days[0]}\n"
    assert days[0] in texts(page)


def test_a_numbered_list_of_months_is_a_list() -> None:
    items = "1. May 4, 2021: the gate broke.\n2. May 5, 2021: it was mended.\n"
    assert texts(f"# Gate\n\n{items}")[1:] == ["May 4, 2021: the gate broke.", "May 5, 2021: it was mended."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_line_ends_of_every_kind_part_lines(end: str) -> None:
    assert [claim.text for claim in claims_in(f"The gate broke.{end}It was mended.")] == [
        "The gate broke.",
        "It was mended.",
    ]


STATUS = """# Errors

A fix was made for 12 servers.
Posted 3 hours ago. May 03, 2021 - 14:32 UTC

The cause is *known*.
*Posted on May 03, 2021 - 13:32 UTC*

Posted the key to ten men on 3 May 2021.
"""


def test_what_only_says_when_an_update_was_posted_is_no_claim() -> None:
    (found,) = read_postmortems(Path("-"), stdin_text=STATUS)
    claims, left = claims_of(found)
    assert [claim.text for claim in claims][1:] == [
        "A fix was made for 12 servers.",
        "The cause is known.",
        "Posted the key to ten men on 3 May 2021.",
    ]
    assert found.published == date(2021, 5, 3)
    assert {"says when it was posted", "says when it was published"} < {each.reason for each in left}


PLAIN = """REPORT 42 OF ELM WATER

1. SUMMARY

On 3 May 2021 the pump at Elmford
failed because a relay broke. It
ran again on Tuesday.

2. ROOT CAUSE:

WEAR AND TEAR
"""


def test_headings_in_capitals_are_no_claims_unless_nothing_stands_below() -> None:
    (found,) = read_postmortems(Path("-"), stdin_text=PLAIN)
    claims, left = claims_of(found)
    assert [claim.text for claim in claims][1:] == [
        "On 3 May 2021 the pump at Elmford\nfailed because a relay broke.",
        "It\nran again on Tuesday.",
        "WEAR AND TEAR",
    ]
    assert [each.reason for each in left] == ["a heading"] * 2


def test_a_question_is_no_claim_unless_somebody_asked_it() -> None:
    text = "# Who broke it?\n\n- How many homes were hit? About 4,000.\n- The board asked: “Was it old?”\n"
    (found,) = read_postmortems(Path("-"), stdin_text=text)
    claims, left = claims_of(found)
    assert [claim.text for claim in claims] == ["Who broke it?", "About 4,000.", "The board asked: “Was it old?”"]
    assert [each.reason for each in left] == ["a question"]
