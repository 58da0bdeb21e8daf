from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.ingest.published import parse_date, published_in

PROSE = "The ferry line said that its ticket machines had stopped in all nine ports at six on the morning of that day."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published on 2021-03-08 00:00:00. The ferry company said so.", date(2021, 3, 8)),
        ("Published on 2020-10-06 17:41:04+01:00. A flaw was found.", date(2020, 10, 6)),
        ("Published Date: 2020-02-27", date(2020, 2, 27)),
        ("POSTED: Mar. 3, 2021 at 5:10 p.m. EST", date(2021, 3, 3)),
        ("Published Tue 3 Mar 2021 09.00 GMT", date(2021, 3, 3)),
        ('date: "2020-02-27"', date(2020, 2, 27)),
        ("**Date:** 2020-01-05", date(2020, 1, 5)),
        ("Writer , Harbour Post | Feb 27, 2020 01:10 am PST", date(2020, 2, 27)),
        ("27 February 2020", date(2020, 2, 27)),
        ("Thursday, February 27th, 2020", date(2020, 2, 27)),
        ("By Jane Roe, 3rd of March 2021", date(2021, 3, 3)),
        ("Jane Roe – Published 4 May 2021", date(2021, 5, 4)),
        ("4 May 2021 | Updated 5 May 2021 at 10:00 GMT", date(2021, 5, 4)),
        ("2020-02-27T10:11:12Z", date(2020, 2, 27)),
        ("27.02.2020", date(2020, 2, 27)),
        ("Posted 3 hours ago. May 03, 2021 - 14:32 UTC", date(2021, 5, 3)),
        ("Jane Roe | 3 May 2021\nHarbour | Ferries | 5 min read", date(2021, 5, 3)),
    ],
)
def test_the_first_lines_give_the_day(line: str, expected: object) -> None:
    assert published_in(f"Ferries stand still\n\n{line}\n\n{PROSE}") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Published on None. The ferry company said so.",
        "Published on 3 March 2020, the report said that the pumps were old.",
        "Outage of 3 March 2021 explained",
        "Big spill of 20 April 2010 – ten years on",
        "Last updated 5 May 2021",
        "03/04/2021",
        "2020-02-31",
        "Mayday 5, 2020",
        "A report published on 4 May 2020 blamed the pumps",
        "Date | 3 May 2020\nDuration | 40 minutes",
        "Built | 1974\n|---|---|\nDate of the fall | 3 May 2020",
    ],
)
def test_a_day_that_is_not_the_articles_own_is_left(line: str) -> None:
    assert published_in(f"{line}\n\n{PROSE}") is None


def test_a_day_below_the_first_paragraph_is_left() -> None:
    assert published_in(f"Ferries stand still\n\n{PROSE}\n\n27 February 2020\n") is None


def test_two_date_lines_that_disagree_say_nothing() -> None:
    assert published_in(f"27 February 2020\n\n3 March 2021\n\n{PROSE}") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012-02-13 08:00:00+00:00", date(2012, 2, 13)),
        ("5 June 2019", date(2019, 6, 5)),
        ("5/5/2019", date(2019, 5, 5)),
        ("4 May 2021 or 5 May 2021", None),
        ("soon", None),
        ("", None),
    ],
)
def test_parse_date(text: str, expected: object) -> None:
    assert parse_date(text) == expected


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_each_way_of_writing_it(day: date) -> None:
    for written in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%b %d, %Y}", f"{day:%B} {day.day}, {day.year}"):
        assert parse_date(written) == day
        assert published_in(f"Published on {written}. More.") == day


@given(st.text(alphabet="0123456789-/. ,|By Jan\nPublished onT:", max_size=300))
def test_any_text_gives_a_day_or_nothing(text: str) -> None:
    found = published_in(text)
    assert found is None or str(found.year) in text


@pytest.mark.parametrize("part", ["a", "1 ", "|", "published ", "  ", "2020-02-02 ", "- ", "Jan ", ":", "by "])
def test_long_runs_give_nothing(part: str) -> None:
    assert published_in(part * 20_000 + "x") is None
