"""Check which dates and times are read from sentences."""

from datetime import date, timedelta

import pytest
from dateutil import parser
from hypothesis import given
from hypothesis import strategies as st

from verifier.facts.date import read as dates
from verifier.facts.date import relate
from verifier.facts.relation import Relation

# Sentence, and the last date in it, counted from one that was told of before: its text, month, day and weekday.
TOLD = [
    ("The pump failed on 7 October and the valve two days later.", "two days later", 10, 9, None),
    ("The pump failed on 7 October. The valve failed the day before.", "the day before", 10, 6, None),
    ("The pump failed on 28 December. The following week, the valve did.", "28 December", 12, 28, None),
    ("The pump failed on the evening of 2 June and ran the next morning.", "the next morning", 6, 3, None),
    ("The pump failed on 31 May, the valve three days after that.", "three days after", 6, 3, None),
    ("The pump failed on Wednesday, and the valve the next day.", "the next day", None, None, 4),
    ("The pump failed on the eve of the 1 May inspection.", "eve of the 1 May", 4, 30, None),
    ("The pump failed on the eve of the 1 March inspection.", "1 March", 3, 1, None),
]
NOT_TOLD = (
    "The valve failed two days later.",
    "It ran two days later than on 7 October.",
    "The day before the fair it rained.",
    "In October it failed, and two days later again.",
    "On 7 October 2020 it burned; 30 people will be hired over the next year.",
    "On 7 October it burned. Two weeks after that fire it closed.",
    "On 7 October it burned. More than two weeks later it closed.",
    'On 7 October it burned. Two weeks after "Black Tuesday" it closed.',
    "On 31 April it failed, the next day too.",
)

WRITTEN = date(2021, 3, 10)
"""A Wednesday: the day from which relative dates count."""

# Sentence, text, granularity, first and last day, modifier.
READ = [
    ("It failed on 27 February 2020.", "27 February 2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on the 27th of February 2020.", "27th of February 2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on Feb. 27, 2020, at noon.", "Feb. 27, 2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on February 27th, 2020.", "February 27th, 2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 27 Feb 2020.", "27 Feb 2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 27-Feb-2020.", "27-Feb-2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 2020-02-27.", "2020-02-27", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 2020/02/27.", "2020/02/27", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 27/02/2020.", "27/02/2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 02/27/2020.", "02/27/2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 27.02.2020.", "27.02.2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 02/03/2020.", "02/03/2020", "year", "2020-01-01", "2020-12-31", ""),
    ("Logged 2020-02-27T10:15:00+00:00 by a", "2020-02-27T10:15:00+00:00", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on Thursday, 27 February 2020.", "Thursday, 27 February 2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on Thu, Feb 27, 2020.", "Thu, Feb 27, 2020", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on OCTOBER 3, 2019.", "OCTOBER 3, 2019", "day", "2019-10-03", "2019-10-03", ""),
    ("It failed on March 5, 1898.", "March 5, 1898", "day", "1898-03-05", "1898-03-05", ""),
    ("It failed on 5 March.", "5 March", "day", "2021-03-05", "2021-03-05", ""),
    ("It failed on 15 March.", "15 March", "day", "2020-03-15", "2020-03-15", ""),
    ("It failed on September 1.", "September 1", "day", "2020-09-01", "2020-09-01", ""),
    ("It ran on 3-5 March 2020.", "3-5 March 2020", "day", "2020-03-03", "2020-03-05", ""),
    ("It ran on March 3 to 5, 2020.", "March 3 to 5, 2020", "day", "2020-03-03", "2020-03-05", ""),
    ("It failed in February 2020.", "February 2020", "month", "2020-02-01", "2020-02-29", ""),
    ("It failed in Sept. 2020.", "Sept. 2020", "month", "2020-09-01", "2020-09-30", ""),
    ("It failed in February.", "February", "month", "2021-02-01", "2021-02-28", ""),
    ("It failed in April.", "April", "month", "2020-04-01", "2020-04-30", ""),
    ("It failed in May.", "May", "month", "2020-05-01", "2020-05-31", ""),
    ("It has failed since March.", "March", "month", "2021-03-01", "2021-03-31", "since"),
    ("It failed in early January 2021.", "early January 2021", "month", "2021-01-01", "2021-01-16", "early"),
    ("It failed in mid-January 2021.", "mid-January 2021", "month", "2021-01-08", "2021-01-23", "mid"),
    ("It failed in late January 2021.", "late January 2021", "month", "2021-01-16", "2021-01-31", "late"),
    ("It failed at the end of January 2021.", "the end of January 2021", "month", "2021-01-16", "2021-01-31", "late"),
    ("It failed in July and August 2019.", "July", "month", "2019-07-01", "2019-07-31", ""),
    ("It failed in 2014.", "2014", "year", "2014-01-01", "2014-12-31", ""),
    ("The 2014 elections were delayed.", "2014", "year", "2014-01-01", "2014-12-31", ""),
    ("The firm (founded 1999) failed.", "1999", "year", "1999-01-01", "1999-12-31", ""),
    ("It failed in late 2020.", "late 2020", "year", "2020-07-01", "2020-12-31", "late"),
    ("It was fixed by 2015.", "2015", "year", "2015-01-01", "2015-12-31", "by"),
    ("It was known before 2015.", "2015", "year", "2015-01-01", "2015-12-31", "before"),
    ("It was known after May 2015.", "May 2015", "month", "2015-05-01", "2015-05-31", "after"),
    ("It ran until June 2015.", "June 2015", "month", "2015-06-01", "2015-06-30", "until"),
    ("Opened in 1805.", "1805", "year", "1805-01-01", "1805-12-31", ""),
    ("The 2010-2014 Corvo was recalled.", "2010-2014", "year", "2010-01-01", "2014-12-31", ""),
    ("The 2010–14 budget was cut.", "2010–14", "year", "2010-01-01", "2014-12-31", ""),
    ("It grew in the 1990s.", "1990s", "decade", "1990-01-01", "1999-12-31", ""),
    ("It grew in the '90s.", "90s", "decade", "1990-01-01", "1999-12-31", ""),
    ("It grew in the early 1990s.", "early 1990s", "decade", "1990-01-01", "1995-01-01", "early"),
    ("It fell in Q3 2020.", "Q3 2020", "quarter", "2020-07-01", "2020-09-30", ""),
    ("It fell in the third quarter of 2020.", "third quarter of 2020", "quarter", "2020-07-01", "2020-09-30", ""),
    ("It fell in the first half of 2020.", "first half of 2020", "quarter", "2020-01-01", "2020-06-30", ""),
    ("It fell in the summer of 2019.", "summer of 2019", "season", "2019-06-01", "2019-09-22", ""),
    ("It fell in spring 2019.", "spring 2019", "season", "2019-03-01", "2019-06-21", ""),
    ("It failed on Tuesday.", "Tuesday", "weekday", "2021-03-09", "2021-03-09", ""),
    ("It failed on Wednesday.", "Wednesday", "weekday", "2021-03-10", "2021-03-10", ""),
    ("It failed last Wednesday.", "last Wednesday", "weekday", "2021-03-03", "2021-03-03", ""),
    ("It resumes next Monday.", "next Monday", "weekday", "2021-03-15", "2021-03-15", ""),
    ("It failed yesterday.", "yesterday", "day", "2021-03-09", "2021-03-09", ""),
    ("It failed last night.", "last night", "day", "2021-03-09", "2021-03-09", ""),
    ("It failed this morning.", "this morning", "day", "2021-03-10", "2021-03-10", ""),
    ("It failed last week.", "last week", "week", "2021-03-01", "2021-03-07", ""),
    ("It failed earlier this week.", "earlier this week", "week", "2021-03-08", "2021-03-14", ""),
    ("It failed last weekend.", "last weekend", "week", "2021-03-05", "2021-03-07", ""),
    ("It failed last month.", "last month", "month", "2021-02-01", "2021-02-28", ""),
    ("It failed earlier this year.", "earlier this year", "year", "2021-01-01", "2021-12-31", ""),
    ("It failed on Friday the 26th.", "Friday the 26th", "day", "2021-02-26", "2021-02-26", ""),
    (
        "It failed in the first nine months of 2020.",
        "first nine months of 2020",
        "month",
        "2020-01-01",
        "2020-09-30",
        "",
    ),
    ("It ran for the last two weeks of May 2020.", "last two weeks of May 2020", "day", "2020-05-18", "2020-05-31", ""),
    ("It ran for the final ten days of June.", "final ten days of June", "day", "2020-06-21", "2020-06-30", ""),
    ("It has failed since 2020-03 here.", "2020-03", "month", "2020-03-01", "2020-03-31", "since"),
    ("It ran in the 2010-11 season.", "2010-11", "year", "2010-01-01", "2011-12-31", ""),
    ("It was built in the early nineties.", "early nineties", "decade", "1990-01-01", "1995-01-01", "early"),
    ("The ferry that sank in '44 was found.", "44", "year", "1944-01-01", "1944-12-31", ""),
    ("It reopens next week on Tuesday.", "next week on Tuesday", "weekday", "2021-03-16", "2021-03-16", ""),
    ("It was signed in the last quarter of 2018.", "last quarter of 2018", "quarter", "2018-10-01", "2018-12-31", ""),
    ("It grew in the final half of 2018.", "final half of 2018", "quarter", "2018-07-01", "2018-12-31", ""),
    ("It grew in the last quarter.", "last quarter", "quarter", "2020-10-01", "2020-12-31", ""),
    ("It failed on Friday 26.", "Friday 26", "day", "2021-02-26", "2021-02-26", ""),
    ("It was sold for $12 December 27, 2019.", "December 27, 2019", "day", "2019-12-27", "2019-12-27", ""),
    ("It failed on 11/11/19.", "11/11/19", "day", "2019-11-11", "2019-11-11", ""),
    ("It failed in the first week of 2021.", "first week of 2021", "week", "2021-01-04", "2021-01-10", ""),
    ("It failed in the last week of March 2020.", "last week of March 2020", "week", "2020-03-23", "2020-03-29", ""),
    ("It opened in nineteen eighty-six.", "nineteen eighty-six", "year", "1986-01-01", "1986-12-31", ""),
    ("It failed late last year.", "late last year", "year", "2020-07-01", "2020-12-31", "late"),
    ("It failed last October.", "last October", "month", "2020-10-01", "2020-10-31", ""),
    ("It failed last summer.", "last summer", "season", "2020-06-01", "2020-09-22", ""),
    ("It failed 3 days after 12 January 2021.", "3 days after 12 January 2021", "day", "2021-01-15", "2021-01-15", ""),
    (
        "It failed two weeks before May 13, 1999.",
        "two weeks before May 13, 1999",
        "day",
        "1999-04-29",
        "1999-04-29",
        "",
    ),
    ("It failed two days after yesterday.", "two days after yesterday", "day", "2021-03-11", "2021-03-11", ""),
    ("It failed within 3 days after 12 May 2020.", "12 May 2020", "day", "2020-05-12", "2020-05-12", "after"),
    ("It failed twenty-one days after 3 May 2020.", "3 May 2020", "day", "2020-05-03", "2020-05-03", "after"),
    ("It failed two days after May 2020.", "May 2020", "month", "2020-05-01", "2020-05-31", "after"),
    ("It failed two weeks ago.", "two weeks ago", "week", "2021-02-22", "2021-02-28", ""),
    ("It failed 3 days ago.", "3 days ago", "day", "2021-03-07", "2021-03-07", ""),
    ("It failed on 2020/Feb/27.", "2020/Feb/27", "day", "2020-02-27", "2020-02-27", ""),
    ("It failed on 02/Mar/2020.", "02/Mar/2020", "day", "2020-03-02", "2020-03-02", ""),
    ("It failed on Feb/27.", "Feb/27", "day", "2021-02-27", "2021-02-27", ""),
    ("It fell in H2 2020.", "H2 2020", "quarter", "2020-07-01", "2020-12-31", ""),
    ("It fell in 2020-H1.", "2020-H1", "quarter", "2020-01-01", "2020-06-30", ""),
    ("It fell in the 4th quarter of 2020.", "4th quarter of 2020", "quarter", "2020-10-01", "2020-12-31", ""),
    ("A loss for the third quarter of $9 million.", "third quarter", "quarter", "2020-07-01", "2020-09-30", ""),
    ("Built in the 18th century.", "18th century", "year", "1701-01-01", "1800-12-31", ""),
    ("A nineteenth-century mill.", "nineteenth-century", "year", "1801-01-01", "1900-12-31", ""),
    ("It failed the week of March 3.", "week of March 3", "week", "2021-03-01", "2021-03-07", ""),
    ("It ran the week of March 7.", "week of March 7", "week", "2021-03-07", "2021-03-13", ""),
    ("It ran the week starting on 4 May 2020.", "week starting on 4 May 2020", "week", "2020-05-04", "2020-05-10", ""),
    ("It failed on Friday of last week.", "Friday of last week", "weekday", "2021-03-05", "2021-03-05", ""),
    ("Born on 5 May nineteen eighty-six.", "5 May nineteen eighty-six", "day", "1986-05-05", "1986-05-05", ""),
    ("Opened in May two thousand and five.", "May two thousand and five", "month", "2005-05-01", "2005-05-31", ""),
    ("It lost in May two thousand cars.", "May", "month", "2020-05-01", "2020-05-31", ""),
    ("It lost in May twenty cars.", "May", "month", "2020-05-01", "2020-05-31", ""),
    ("It failed a month ago.", "a month ago", "month", "2021-02-01", "2021-02-28", ""),
    (
        "It ran from the 3rd to the 5th of May 2020.",
        "3rd to the 5th of May 2020",
        "day",
        "2020-05-03",
        "2020-05-05",
        "",
    ),
    ("It ran from May 3 until the 5th, 2020.", "May 3 until the 5th, 2020", "day", "2020-05-03", "2020-05-05", ""),
    ("It was sold in May of last year.", "May", "month", "2020-05-01", "2020-05-31", ""),
    ("August last year was dry.", "August", "month", "2020-08-01", "2020-08-31", ""),
    ("A loss in the second quarter of last year.", "second quarter", "quarter", "2020-04-01", "2020-06-30", ""),
    ("It grew in the second half of next year.", "second half", "quarter", "2022-07-01", "2022-12-31", ""),
    ("It fell in the autumn of last year.", "autumn", "season", "2020-09-01", "2020-12-21", ""),
    ("It fell in 2018's third quarter.", "2018's third quarter", "quarter", "2018-07-01", "2018-09-30", ""),
    ("It fell in the current quarter.", "current quarter", "quarter", "2021-01-01", "2021-03-31", ""),
    ("It failed the day before yesterday.", "the day before yesterday", "day", "2021-03-08", "2021-03-08", ""),
    ("It opens the day after tomorrow.", "the day after tomorrow", "day", "2021-03-12", "2021-03-12", ""),
    ("It failed a week after 3 May 2020.", "a week after 3 May 2020", "day", "2020-05-10", "2020-05-10", ""),
    ("It failed the week after 3 May 2020.", "3 May 2020", "day", "2020-05-03", "2020-05-03", "after"),
    ("It opens three days from now.", "three days from now", "day", "2021-03-13", "2021-03-13", ""),
    ("It opens a year from today.", "a year from today", "year", "2022-01-01", "2022-12-31", ""),
    ("It opens this coming Friday.", "coming Friday", "weekday", "2021-03-12", "2021-03-12", ""),
    ("It failed on Friday the first time.", "Friday", "weekday", "2021-03-05", "2021-03-05", ""),
    ("It failed on Friday the 5th of March.", "Friday the 5th of March", "day", "2021-03-05", "2021-03-05", ""),
    ("It failed on Tuesday (2 March).", "Tuesday (2 March)", "day", "2021-03-02", "2021-03-02", ""),
    ("It failed last Friday (May, the driver, said so).", "last Friday", "weekday", "2021-03-05", "2021-03-05", ""),
    ("It ends by year-end 2018.", "2018", "year", "2018-01-01", "2018-12-31", ""),
    ("Yesterday's vote was close.", "Yesterday", "day", "2021-03-09", "2021-03-09", ""),
    ("It failed on Thanksgiving 2018.", "Thanksgiving 2018", "day", "2018-11-22", "2018-11-22", ""),
    ("It failed on Labor Day.", "Labor Day", "day", "2020-09-07", "2020-09-07", ""),
    ("Log: Tue Nov 12 03:14:07 2019 lamp off.", "Tue Nov 12 03:14:07 2019", "day", "2019-11-12", "2019-11-12", ""),
    ("Log: Nov 12 03:14:07 UTC 2019 lamp off.", "Nov 12 03:14:07 UTC 2019", "day", "2019-11-12", "2019-11-12", ""),
    ("In nineteen ninety-four James left.", "nineteen ninety-four", "year", "1994-01-01", "1994-12-31", ""),
    ("It was due by the year two thousand.", "two thousand", "year", "2000-01-01", "2000-12-31", ""),
    ("It failed the day after Halloween 2018.", "the day after Halloween 2018", "day", "2018-11-01", "2018-11-01", ""),
]


@pytest.mark.parametrize("row", READ, ids=lambda row: row[1])
def test_reads(row: tuple[str, ...]) -> None:
    sentence, text, granularity, first, last, modifier = row
    found = dates(sentence, WRITTEN)[0]
    assert (found.text, found.granularity, found.modifier) == (text, granularity, modifier)
    assert (str(found.first), str(found.last)) == (first, last)
    assert sentence[found.start : found.end] == found.text


def test_many_expressions_are_covered() -> None:
    assert len(READ) >= 60


CLOCKS = [
    ("at 10:15 a.m. PT", 615, "pt"),
    ("at 10:15 p.m.", 1335, ""),
    ("at 1 am", 60, ""),
    ("at 12 am", 0, ""),
    ("at 12:30 pm", 750, ""),
    ("at 17:30", 1050, ""),
    ("at 17:30:15", 1050, ""),
    ("at 9pm (GMT)", 1260, "gmt"),
    ("at 10.30am", 630, ""),
    ("at 1730 GMT", 1050, "gmt"),
    ("at noon", 720, ""),
    ("before midnight", 0, ""),
    ("at 7 o'clock", 420, ""),
    ("at seven o'clock", 420, ""),
    ("at eight in the evening", 1200, ""),
    ("at half past three", 210, ""),
    ("at quarter to 9", 525, ""),
    ("at quarter past nine in the evening", 1275, ""),
    ("at 12 noon", 720, ""),
    ("at 0942", 582, ""),
    ("between 0815 and noon", 495, ""),
    ("from 0815 on", 495, ""),
]


@pytest.mark.parametrize(("text", "minutes", "zone"), CLOCKS)
def test_reads_times_of_day(text: str, minutes: int, zone: str) -> None:
    (found,) = dates(f"It failed {text} sharp.")
    assert (found.granularity, found.clock, found.zone) == ("time", minutes, zone)


NOT_DATES = [
    "He is in his nineties.",
    "The first nine months of work were lost.",
    "It may rain.",
    "May I go?",
    "They march on, and the march was long.",
    "A second try followed; the sun shone on Sun servers.",
    "2014 users left.",
    "It has 2,014 rooms and cost $2014.",
    "More than 2000 cars were lost.",
    "It ran Windows Server 2012.",
    "Room 2012 and Article 2014 matter.",
    "CVE-2014-0160 and 555-2014 matter.",
    "The Black Friday sale and the Sunday Times.",
    "They work on Sundays.",
    "He is in his 30s.",
    "The last decade was hard, in the last year too.",
    "It has 1999.5 units and v2014.",
    "No time at all: 25:99 or 3:2.",
    "April Jones and June Smith spoke.",
    "It was seconds away.",
    "USA Today reported it.",
    "Today's cars are safer, and an office of 0942 square feet is small.",
    "Prices fall the march of time.",
    "The Thanksgiving weekend and Labor Party members.",
    "The H2 blocker and an H1 visa.",
    "It took three quarters, a quarter to a third of it idle.",
    "Only eight in ten came.",
    "Shards of the 5th century BC.",
]


@pytest.mark.parametrize("sentence", NOT_DATES)
def test_reads_nothing_else(sentence: str) -> None:
    assert [d.text for d in dates(sentence, WRITTEN)] == []


def test_keeps_the_parts_a_text_names() -> None:
    (found,) = dates("It failed in February.", WRITTEN)
    assert (found.year, found.month, found.day) == (None, 2, None)
    (found,) = dates("It failed on 27 February 2020.")
    assert (found.year, found.month, found.day, found.weekday) == (2020, 2, 27, None)
    (found,) = dates("It failed last month.", WRITTEN)
    assert (found.relative, found.unit, found.shift) == (True, "month", -1)


def test_reads_months_of_a_list_that_are_other_words_too() -> None:
    assert [d.text for d in dates("Recalls are on record for December, March and May.")] == ["December", "March", "May"]
    assert [d.text for d in dates("In December, March and his men left.")] == ["December"]


def test_leaves_what_it_cannot_resolve_open() -> None:
    for text in (
        "It failed in February.",
        "It failed on Tuesday.",
        "It failed yesterday.",
        "It failed on 31 June 2020.",
    ):
        assert [d.first for d in dates(text)] == [None]


def test_reads_both_ends_of_a_period() -> None:
    found = dates("Built between October 2008 and November 2014.")
    assert [(d.text, d.year, d.month) for d in found] == [("October 2008", 2008, 10), ("November 2014", 2014, 11)]


def test_reads_the_year_that_is_counted_behind_a_month() -> None:
    found = dates("It failed in April last year and opens in May next year.", WRITTEN)
    assert [str(d.first) for d in found[::2]] == ["2020-04-01", "2022-05-01"]


def test_a_year_before_a_quarter_is_that_quarter_of_the_year_before() -> None:
    found = dates("It lost $3m in the third quarter of 2019, and $2m a year earlier, as $1m a year ago.", WRITTEN)
    assert [(d.text, str(d.first), str(d.last)) for d in found[1:]] == [
        ("a year earlier", "2018-07-01", "2018-09-30"),
        ("a year ago", "2018-07-01", "2018-09-30"),
    ]
    later = dates(
        "It lost $3m in the third quarter of 2019. Late last year it closed; two days later it burned.", WRITTEN
    )
    assert [str(d.first) for d in later[1:]] == ["2020-07-01"]


def test_a_holiday_of_an_unknown_year_is_counted_from_by_nothing() -> None:
    assert [d.first for d in dates("It failed on Memorial Day, and two days later again.")] == [None]


def test_a_week_of_an_unknown_year_is_left_open() -> None:
    (week,) = dates("It failed in the week of March 3.")
    (day,) = dates("It failed on March 5.")
    assert relate(week, day) is Relation.OPEN


def test_survives_dates_beyond_the_calendar() -> None:
    found = dates("It failed 399 years ago and last year.", date(2, 1, 1))
    assert [d.text for d in found] == ["399 years ago", "last year"]
    assert found[0].first is None


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
FORMS = ("%d %B %Y", "%B %d, %Y", "%b %d, %Y", "%Y-%m-%d", "%A, %d %B %Y", "%d-%b-%Y", "%a, %d %b %Y")


@given(DAYS, st.sampled_from(FORMS))
def test_reads_what_strftime_writes_as_dateutil_does(day: date, form: str) -> None:
    written = day.strftime(form)
    (found,) = dates(f"The outage of {written} was long.")
    assert found.text == written
    assert found.first == found.last == parser.parse(written).date() == day


@given(DAYS, st.integers(min_value=1, max_value=300))
def test_counts_days_back(day: date, count: int) -> None:
    (found,) = dates(f"It failed {count} days ago.", day)
    assert found.first == found.last == day - timedelta(days=count)


@given(DAYS, st.sampled_from(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))
def test_resolves_weekdays_within_a_week(day: date, name: str) -> None:
    (found,) = dates(f"It failed on {name}.", day)
    assert found.first is not None
    assert 0 <= (day - found.first).days < 7
    assert found.first.strftime("%A") == name


LISTED = [
    ("It fell on May 3, 4 and 9.", ["2020-05-03", "2020-05-04", "2020-05-09"]),
    ("It fell on February 19, 20, 25, and 27.", ["2021-02-19", "2021-02-20", "2021-02-25", "2021-02-27"]),
    ("It fell on 2, 3 and 5 May 2019.", ["2019-05-02", "2019-05-03", "2019-05-05"]),
    ("It fell on June 1 or 2, 2019.", ["2019-06-01", "2019-06-02"]),
    ("On May 3 and 4, servers fell.", ["2021-05-03", "2021-05-04"]),
    ("On May 3 and 4 servers fell.", ["2021-05-03"]),
    ("In May 3 and 4 servers fell.", ["2021-05-03"]),
    ("It fell between May 3 and 9.", ["2020-05-03"]),
    ("It fell on 3. February 2020.", ["2020-02-03"]),
    ("It fell from March 3 to April 5, 2019.", ["2019-03-03", "2019-04-05"]),
    ("It fell on 3 March and 5 April 2019.", ["2019-03-03", "2019-04-05"]),
    ("It fell in July and August 2019.", ["2019-07-01", "2019-08-01"]),
    ("Prices fall this year.", ["2021-01-01"]),
    ("It fell on the fourth of July.", ["2020-07-04"]),
    ("It fell on the twenty-third of July.", ["2020-07-23"]),
    ("It fell on Christmas Day 2019.", ["2019-12-25"]),
    ("It fell on 11/20.", ["2020-11-20"]),
    ("It cut 11/20 of it.", []),
    ("It fell on 1/20, 1/22 or 1/25.", ["2021-01-20", "2021-01-22", "2021-01-25"]),
    ("It fell on Friday, then Monday 2/22.", ["2021-03-05", "2021-02-22"]),
    ("It cut 1/20, 1/22 or 1/25 of it.", []),
    ("It is shut from Monday to Friday.", ["2021-03-08", "2021-03-12"]),
    ("It is shut from 12 March 2021 until Thursday.", ["2021-03-12", "2021-03-18"]),
    ("It shut on Saturday and on Monday.", ["2021-03-06", "2021-03-08"]),
    ("It stays shut from next Monday to Friday.", ["2021-03-15", "2021-03-19"]),
]


@pytest.mark.parametrize(("sentence", "days"), LISTED)
def test_reads_every_day_of_a_list(sentence: str, days: list[str]) -> None:
    assert [str(d.first) for d in dates(sentence, WRITTEN)] == days


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("It fell in '07.", "2007-01-01", "2007-12-31"),
        ("It fell in the third quarter.", "2020-07-01", "2020-09-30"),
        ("It fell in 2019 Q1.", "2019-01-01", "2019-03-31"),
        ("It fell last Oct. 23.", "2020-10-23", "2020-10-23"),
        ("It will fall on 12 April.", "2021-04-12", "2021-04-12"),
        ("The deadline is 20 March.", "2021-03-20", "2021-03-20"),
        ("It fell over the weekend.", "2021-03-05", "2021-03-07"),
        ("It ends by year-end.", "2021-07-02", "2021-12-31"),
        ("It ends by the end of the week.", "2021-03-11", "2021-03-14"),
        ("The town plans to reopen it on Friday.", "2021-03-12", "2021-03-12"),
        ("It is due as early as Monday.", "2021-03-15", "2021-03-15"),
        ("It was set to open on Friday.", "2021-03-05", "2021-03-05"),
    ],
)
def test_a_date_without_a_year_is_the_nearest_that_can_be_meant(sentence: str, first: str, last: str) -> None:
    (found,) = dates(sentence, WRITTEN)
    assert (str(found.first), str(found.last)) == (first, last)


@pytest.mark.parametrize(
    ("sentence", "minutes"),
    [("It fell at 7 in the evening.", 1140), ("It fell at 9 o'clock.", 540), ("It fell at 1140 p.m.", 1420)],
)
def test_reads_parts_of_the_day(sentence: str, minutes: int) -> None:
    (found,) = dates(sentence)
    assert found.clock == minutes


@pytest.mark.parametrize(("sentence", "text", "month", "day", "weekday"), TOLD)
def test_counts_from_the_date_told_of_last(
    sentence: str, text: str, month: int | None, day: int | None, weekday: int | None
) -> None:
    last = dates(sentence)[-1]
    assert (last.text, last.month, last.day, last.weekday) == (text, month, day, weekday)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_counts_from_no_date_that_is_not_told(sentence: str) -> None:
    assert not any(d.unit for d in dates(sentence))


def test_counts_from_a_date_of_the_text_before() -> None:
    (told,) = dates("The pump failed on 30 December 2020.")
    (day,) = dates("Two days later the valve failed.", None, told)
    assert (day.first, day.last) == (date(2021, 1, 1), date(2021, 1, 1))
    (month,) = dates("It was mended the month after.", None, told)
    assert (month.first, month.last) == (date(2021, 1, 1), date(2021, 1, 31))


@pytest.mark.parametrize(
    ("sentence", "clock"),
    [
        ("It failed at twenty to ten.", 580), ("At ten to three it failed.", 170), ("It ran until five past six.", 365),
        ("It ran again by quarter past seven on Tuesday evening.", 1155), ("It fell from ten to three.", None),
        ("It rose by five to ten percent.", None),
        ("It was back after five to ten minutes.", None),
    ],
)  # fmt: skip
def test_reads_minutes_before_and_after_the_hour(sentence: str, clock: int | None) -> None:
    assert next((d.clock for d in dates(sentence) if d.clock is not None), None) == clock
