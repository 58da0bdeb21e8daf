"""Check which quantities are read from sentences, and what they count."""

import math
from itertools import pairwise

import pytest

from verifier.facts.quantity import Quantity
from verifier.facts.quantity import read as quantities

INF = math.inf
HOUR, DAY, WEEK, MONTH, YEAR = 3600, 86400, 604800, 2629800, 31557600

# Sentence, then for its first quantity: text, lower, upper, kind, unit, noun.
READ = [
    # plain figures and words
    ("The team restored 17 servers.", "17", 17, 17, "count", "", ("servers",)),
    ("The breach touched 2,400,000 accounts.", "2,400,000", 2.4e6, 2.4e6, "count", "", ("accounts",)),
    ("The breach touched 2.4 million accounts.", "2.4 million", 2.4e6, 2.4e6, "count", "", ("accounts",)),
    ("The breach touched 2.4m accounts.", "2.4m", 2.4e6, 2.4e6, "count", "", ("accounts",)),
    ("The firm lost 10^6 records.", "10^6", 1e6, 1e6, "count", "", ("records",)),
    ("The firm lost 3.2×10⁶ records.", "3.2×10⁶", 3.2e6, 3.2e6, "count", "", ("records",)),
    ("The firm lost about 2 x 10^5 records.", "about 2 x 10^5", 2e5, 2e5, "count", "", ("records",)),
    ("The firm lost 1.5e6 records.", "1.5e6", 1.5e6, 1.5e6, "count", "", ("records",)),
    ("The firm lost 2^10 records.", "2^10", 1024, 1024, "count", "", ("records",)),
    ("The grid drifted by 2.5×10−3 meters.", "2.5×10−3 meters", 2.5e-3, 2.5e-3, "measure", "meter", ()),
    ("The firm lost 40’000 records.", "40’000", 4e4, 4e4, "count", "", ("records",)),
    ("The firm lost 1'200'000 francs.", "1'200'000 francs", 12e5, 12e5, "money", "chf", ()),
    ("The firm lost 51k records.", "51k", 51e3, 51e3, "count", "", ("records",)),
    ("They scraped three billion images from the web.", "three billion", 3e9, 3e9, "count", "", ("images",)),
    ("Twenty-five sensors went dark.", "Twenty-five", 25, 25, "count", "", ("sensors",)),
    ("One hundred and twenty turbines stopped.", "One hundred and twenty", 120, 120, "count", "", ("turbines",)),
    ("two thousand and six tickets", "two thousand and six", 2006, 2006, "count", "", ("tickets",)),
    ("one thousand two hundred tickets", "one thousand two hundred", 1200, 1200, "count", "", ("tickets",)),
    ("Some patches fixed 30 thousand hosts.", "30 thousand", 30e3, 30e3, "count", "", ("hosts",)),
    ("It handled 1.5 billion queries.", "1.5 billion", 1.5e9, 1.5e9, "count", "", ("queries",)),
    ("A total of 812 cars were stranded.", "812", 812, 812, "count", "", ("cars",)),
    ("Seven nurses were locked out.", "Seven", 7, 7, "count", "", ("nurses",)),
    ("The grid lost 10\u202f000 meters overnight.", "10\u202f000 meters", 1e4, 1e4, "measure", "meter", ()),
    ("Two and a half million voters were affected.", "Two and a half million", 2.5e6, 2.5e6, "count", "", ("voters",)),
    ("More than 14 crores were spent.", "More than 14 crores", 14e7, INF, "count", "", ()),
    ("It sold 8 Plus phones.", "8", 8, 8, "count", "", ()),
    ("About 4 lakh farmers lost access.", "About 4 lakh", 4e5, 4e5, "count", "", ("farmers",)),
    ("It replaced 2½ pallets of disks.", "2½", 2.5, 2.5, "count", "", ("pallets",)),
    ("Three dozen pumps failed.", "Three dozen", 36, 36, "count", "", ("pumps",)),
    ("A dozen pumps failed.", "A dozen", 12, 12, "count", "", ("pumps",)),
    ("Nearly a dozen pumps failed.", "Nearly a dozen", 12, 12, "count", "", ("pumps",)),
    ("Half a million pumps failed.", "Half a million", 5e5, 5e5, "count", "", ("pumps",)),
    ("Half a dozen pumps failed.", "Half a dozen", 6, 6, "count", "", ("pumps",)),
    ("A million parcels were delayed.", "A million", 1e6, 1e6, "count", "", ("parcels",)),
    ("A hundred parcels were delayed.", "A hundred", 100, 100, "count", "", ("parcels",)),
    # bounds and softening words
    ("At least 30,000 clinics were hit.", "At least 30,000", 30e3, INF, "count", "", ("clinics",)),
    ("No fewer than 30 clinics were hit.", "No fewer than 30", 30, INF, "count", "", ("clinics",)),
    ("No more than 30 clinics were hit.", "No more than 30", 0, 30, "count", "", ("clinics",)),
    ("More than 30 clinics were hit.", "More than 30", 30, INF, "count", "", ("clinics",)),
    ("Over 30 clinics were hit.", "Over 30", 30, INF, "count", "", ("clinics",)),
    ("Fewer than 30 clinics were hit.", "Fewer than 30", 0, 30, "count", "", ("clinics",)),
    ("Up to 30 clinics were hit.", "Up to 30", 0, 30, "count", "", ("clinics",)),
    ("As many as 30 clinics were hit.", "As many as 30", 0, 30, "count", "", ("clinics",)),
    ("It hit upwards of 30 clinics.", "upwards of 30", 30, INF, "count", "", ("clinics",)),
    ("It hit 30 or more clinics.", "30 or more", 30, INF, "count", "", ("clinics",)),
    ("It hit 30+ clinics.", "30+", 30, INF, "count", "", ("clinics",)),
    ("It hit 30-plus clinics.", "30-plus", 30, INF, "count", "", ("clinics",)),
    ("It hit about 30 clinics.", "about 30", 30, 30, "count", "", ("clinics",)),
    ("It hit ~30 clinics.", "~30", 30, 30, "count", "", ("clinics",)),
    ("Some 400 clinics were hit.", "Some 400", 400, 400, "count", "", ("clinics",)),
    ("An estimated 400 clinics were hit.", "An estimated 400", 400, 400, "count", "", ("clinics",)),
    ("It hit 30 clinics or so.", "30", 30, 30, "count", "", ("clinics",)),
    ("At least about 30 clinics were hit.", "At least about 30", 30, INF, "count", "", ("clinics",)),
    ("They sold 40 000 seats.", "40 000", 4e4, 4e4, "count", "", ("seats",)),
    ("They sold 1 250 300 seats.", "1 250 300", 1250300, 1250300, "count", "", ("seats",)),
    ("It cost 3 bln kroner.", "3 bln", 3e9, 3e9, "count", "", ("kroner",)),
    ("A 7.5mm gap opened.", "7.5mm", 0.0075, 0.0075, "measure", "meter", ("gap",)),
    ("It raised $5mm then.", "$5mm", 5e6, 5e6, "money", "usd", ()),
    ("It paid 2 billion pesetas.", "2 billion pesetas", 2e9, 2e9, "money", "esp", ()),
    # ranges
    ("Between 10 and 20 trains stopped.", "Between 10 and 20", 10, 20, "count", "", ("trains",)),
    ("It took 10,000–15,000 rows.", "10,000–15,000", 1e4, 1.5e4, "count", "", ("rows",)),
    ("It took 2 to 3 million rows.", "2 to 3 million", 2e6, 3e6, "count", "", ("rows",)),
    ("It took two or three tries.", "two or three", 2, 3, "count", "", ("tries",)),
    ("It died out 65 to 85 thousand days ago.", "65 to 85 thousand days", 5.616e9, 7.344e9, "duration", "second", ()),
    ("Some 3 to 5 percent of the pumps failed.", "Some 3 to 5 percent", 3, 5, "percent", "percent", ("pumps",)),
    ("The loss was 4-7%.", "4-7%", 4, 7, "percent", "percent", ()),
    ("The bill came to $10 to $20 million.", "$10 to $20 million", 1e7, 2e7, "money", "usd", ()),
    # shares, ratios, multiples, scores
    ("Half of the pumps failed.", "Half", 50, 50, "ratio", "percent", ("pumps",)),
    ("Nearly half the pumps failed.", "Nearly half", 50, 50, "ratio", "percent", ("pumps",)),
    ("Two thirds of the pumps failed.", "Two thirds", 200 / 3, 200 / 3, "ratio", "percent", ("pumps",)),
    ("A third of the pumps failed.", "A third", 100 / 3, 100 / 3, "ratio", "percent", ("pumps",)),
    ("Three-quarters of pumps failed.", "Three-quarters", 75, 75, "ratio", "percent", ("pumps",)),
    ("3/4 of the pumps failed.", "3/4", 75, 75, "ratio", "percent", ("pumps",)),
    ("1 in 5 pumps failed.", "1 in 5", 20, 20, "ratio", "percent", ("pumps",)),
    ("One in every four pumps failed.", "One in every four", 25, 25, "ratio", "percent", ("pumps",)),
    ("It missed 44 of 45 pumps.", "44 of 45", 4400 / 45, 4400 / 45, "ratio", "percent", ("pumps",)),
    ("It missed 44 out of 45 pumps.", "44 out of 45", 4400 / 45, 4400 / 45, "ratio", "percent", ("pumps",)),
    ("It got 9 of the 10 pieces of custom malware.", "9 of the 10", 90, 90, "ratio", "percent", ("pieces", "malware")),
    ("48% of users left.", "48%", 48, 48, "percent", "percent", ("users",)),
    ("48 per cent of users left.", "48 per cent", 48, 48, "percent", "percent", ("users",)),
    ("It fell by 3 percentage points.", "3 percentage points", 3, 3, "measure", "percentage point", ()),
    ("Traffic rose tenfold.", "tenfold", 10, 10, "multiple", "", ()),
    ("Twice as many calls came in.", "Twice", 2, 2, "multiple", "", ()),
    ("Three times as many calls came in.", "Three times", 3, 3, "multiple", "", ()),
    ("It was 3x faster.", "3x", 3, 3, "multiple", "", ()),
    ("It rebooted three times.", "three", 3, 3, "count", "", ("times",)),
    ("It rebooted twice.", "twice", 2, 2, "count", "", ()),
    ("They won 3-2.", "3-2", 2, 3, "score", "", ()),
    ("They lost 1-3 at home.", "1-3", 1, 3, "score", "", ()),
    # money
    ("It was down (1h 06m in all).", "1h 06m", 3960, 3960, "duration", "second", ()),
    ("It was down for 3h25m.", "3h25m", 12300, 12300, "duration", "second", ()),
    ("It took 2m 30s to boot.", "2m 30s", 150, 150, "duration", "second", ()),
    ("The wall is 2m wide.", "2m", 2, 2, "measure", "meter", ()),
    ("The ransom was 400 EUR in all.", "400 EUR", 400, 400, "money", "eur", ()),
    ("It hit 12,5 % of users.", "12,5 %", 12.5, 12.5, "percent", "percent", ("users",)),
    ("It hit 1,2 million users.", "1,2 million", 1.2e6, 1.2e6, "count", "", ("users",)),
    ("The ransom was $2-3 million.", "$2-3 million", 2e6, 3e6, "money", "usd", ()),
    ("The ransom was A$2-3 million.", "A$2-3 million", 2e6, 3e6, "money", "aud", ()),
    ("The ransom was €2–3m.", "€2–3m", 2e6, 3e6, "money", "eur", ()),
    ("The ransom was $2 to 3 million.", "$2 to 3 million", 2e6, 3e6, "money", "usd", ()),
    ("The ransom paid $5 to 10 people.", "$5", 5, 5, "money", "usd", ()),
    ("It hit half a percent of users.", "half a percent", 0.5, 0.5, "percent", "percent", ("users",)),
    ("It hit a quarter of one percent.", "a quarter of one percent", 0.25, 0.25, "percent", "percent", ()),
    ("The ransom was $51k.", "$51k", 51e3, 51e3, "money", "usd", ()),
    ("The loss was $1.2bn.", "$1.2bn", 1.2e9, 1.2e9, "money", "usd", ()),
    ("The loss was US$3m.", "US$3m", 3e6, 3e6, "money", "usd", ()),
    ("The loss was A$3m.", "A$3m", 3e6, 3e6, "money", "aud", ()),
    ("The loss was €5 million.", "€5 million", 5e6, 5e6, "money", "eur", ()),
    ("The loss was 100 dollars.", "100 dollars", 100, 100, "money", "usd", ()),
    ("The loss was £1,000 a day.", "£1,000", 1e3, 1e3, "money", "gbp", ()),
    ("The loss was EUR 30.", "EUR 30", 30, 30, "money", "eur", ()),
    ("The loss was 30 USD.", "30 USD", 30, 30, "money", "usd", ()),
    ("They asked for 0.5 BTC.", "0.5 BTC", 0.5, 0.5, "money", "btc", ()),
    ("It cost 50 cents.", "50 cents", 0.5, 0.5, "money", "usd", ()),
    ("It cost 50p.", "50p", 0.5, 0.5, "money", "gbp", ()),
    ("Millions of dollars were lost.", "Millions of dollars", 1e6, 999999999, "money", "usd", ()),
    ("A fine of £500,000 followed.", "£500,000", 5e5, 5e5, "money", "gbp", ("fine",)),
    ("They paid a $5m ransom.", "$5m", 5e6, 5e6, "money", "usd", ("ransom",)),
    # measures
    ("The river fell 1.8m (5.9ft).", "1.8m", 1.8, 1.8, "measure", "meter", ()),
    ("The wall was 3m high.", "3m", 3, 3, "measure", "meter", ()),
    ("It moved 5 miles.", "5 miles", 8046.72, 8046.72, "measure", "meter", ()),
    ("It grew to 5 feet 10 inches.", "5 feet 10 inches", 1.778, 1.778, "measure", "meter", ()),
    ("Leaking 5GB of data took hours.", "5GB", 5e9, 5e9, "measure", "byte", ("data",)),
    ("The link ran at 40 Gbps.", "40 Gbps", 4e10, 4e10, "measure", "bit per second", ()),
    ("It reached 60 mph.", "60 mph", 26.8224, 26.8224, "measure", "meter per second", ()),
    ("It reached 100 degrees Fahrenheit.", "100 degrees Fahrenheit", 37.7778, 37.7778, "measure", "celsius", ()),
    ("It fell to -5°C.", "-5°C", -5, -5, "measure", "celsius", ()),
    ("It weighed 12 kg.", "12 kg", 12, 12, "measure", "kilogram", ()),
    ("It drew 3 megawatts.", "3 megawatts", 3e6, 3e6, "measure", "watt", ()),
    # durations and ages
    ("It was down for three days.", "three days", 3 * DAY, 3 * DAY, "duration", "second", ()),
    ("It was down for 90 minutes.", "90 minutes", 5400, 5400, "duration", "second", ()),
    ("It was a four-month long campaign.", "four-month", 4 * MONTH, 4 * MONTH, "duration", "second", ("campaign",)),
    ("A 30-day suspension followed.", "30-day", 30 * DAY, 30 * DAY, "duration", "second", ("suspension",)),
    ("It took 1 hour 30 minutes.", "1 hour 30 minutes", 5400, 5400, "duration", "second", ()),
    ("It took an hour and a half.", "an hour and a half", 5400, 5400, "duration", "second", ()),
    ("It was fixed within an hour.", "within an hour", 0, HOUR, "duration", "second", ()),
    ("Several hours passed.", "Several hours", 3 * HOUR, 20 * HOUR, "duration", "second", ()),
    ("A man aged 34 was held.", "34", 34, 34, "age", "year", ()),
    ("A 34-year-old engineer was held.", "34-year-old", 34, 34, "age", "year", ("engineer",)),
    ("She is 12 years old.", "12 years old", 12, 12, "age", "year", ()),
    ("Mary Poe, 34, was held.", "34", 34, 34, "age", "year", ()),
    ("He died at the age of 66.", "66", 66, 66, "age", "year", ()),
    ("They are in their 30s.", "30s", 30, 39, "age", "year", ()),
    ("An 18-month-old girl was found.", "18-month-old", 1.5, 1.5, "age", "year", ("girl",)),
    # vague
    ("Thousands of photos leaked.", "Thousands", 1e3, 999999, "count", "", ("photos",)),
    ("Tens of thousands of public photos leaked.", "Tens of thousands", 1e4, 99999, "count", "", ("public", "photos")),
    ("Hundreds of millions of photos leaked.", "Hundreds of millions", 1e8, 1e9 - 1, "count", "", ("photos",)),
    ("Dozens of photos leaked.", "Dozens", 18, 99, "count", "", ("photos",)),
    ("Several photos leaked.", "Several", 3, 20, "count", "", ("photos",)),
    ("A few photos leaked.", "A few", 2, 12, "count", "", ("photos",)),
    ("A couple of photos leaked.", "A couple of", 2, 3, "count", "", ("photos",)),
    ("A couple of hundred photos leaked.", "A couple of hundred", 200, 200, "count", "", ("photos",)),
    ("Several thousand photos leaked.", "Several thousand", 2e3, 9999, "count", "", ("photos",)),
    # none, one, ordinals
    ("No devices were damaged.", "No", 0, 0, "count", "", ("devices",)),
    ("None of the devices were damaged.", "None", 0, 0, "count", "", ("devices",)),
    ("Zero devices were damaged.", "Zero", 0, 0, "count", "", ("devices",)),
    ("At least one person died.", "At least one", 1, INF, "count", "", ("person",)),
    ("Only one server survived.", "one", 1, 1, "count", "", ("server",)),
    ("One or two servers survived.", "One or two", 1, 2, "count", "", ("servers",)),
    ("It was the third outage.", "third", 3, 3, "ordinal", "", ("outage",)),
    ("It was the 3rd outage.", "3rd", 3, 3, "ordinal", "", ("outage",)),
    ("It is the world's first tidal pump.", "first", 1, 1, "ordinal", "", ("tidal", "pump")),
    ("It is Harle's third-largest bridge.", "third", 3, 3, "ordinal", "", ("largest", "bridge")),
    ("She finished second.", "second", 2, 2, "ordinal", "", ()),
    ("They tied in second place.", "second", 2, 2, "ordinal", "", ("place",)),
    ("It held the No. 3 spot.", "No. 3", 3, 3, "ordinal", "", ("spot",)),
    ("No. 20: Harle bans the pumps", "No. 20", 20, 20, "ordinal", "", ()),
    ("One man was killed on the bridge.", "One", 1, 1, "count", "", ("man",)),
    ("Police say one woman died.", "one", 1, 1, "count", "", ("woman",)),
    # figures written in odd ways
    ("The limit is .08 here.", ".08", 0.08, 0.08, "count", "", ()),
    ("The rate fell to -2.5.", "-2.5", -2.5, -2.5, "count", "", ()),
    ("The debt is three lakh crore rupees.", "three lakh crore rupees", 3e12, 3e12, "money", "inr", ()),
    ("The chance is exactly one sixth.", "exactly one sixth", 100 / 6, 100 / 6, "ratio", "percent", ()),
    ("The mast is 12 m high.", "12 m", 12, 12, "measure", "meter", ()),
    ("The mast is 6 ft 2 in high.", "6 ft 2 in", 1.8796, 1.8796, "measure", "meter", ()),
    ("The man is 6ft 2in tall.", "6ft 2in", 1.8796, 1.8796, "measure", "meter", ()),
    ("Ferry Slips 9 Points", "9", 9, 9, "count", "", ("points",)),
    # nouns
    ("They recalled 2 million Corvo and Lento cars.", "2 million", 2e6, 2e6, "count", "", ("corvo", "lento", "cars")),
    ("It reached 30,000 organizations in the US.", "30,000", 3e4, 3e4, "count", "", ("organizations",)),
    ("It struck about 100 US companies.", "about 100", 100, 100, "count", "", ("us", "companies")),
    ("About 40,000 of the devices were sold.", "About 40,000", 4e4, 4e4, "count", "", ("devices",)),
    ("We counted devices: 40,000.", "40,000", 4e4, 4e4, "count", "", ("devices",)),
    ("devices: 40,000", "40,000", 4e4, 4e4, "count", "", ("devices",)),
    ("Some 200 staff were idle.", "Some 200", 200, 200, "count", "", ("staff",)),
    ("In the strike 44 people died.", "44", 44, 44, "count", "", ("people",)),
    ("They found 12 previously unknown flaws.", "12", 12, 12, "count", "", ("previously", "unknown", "flaws")),
    ("Of the patients 400 died.", "400", 400, 400, "count", "", ()),
    ("He is a father of two.", "two", 2, 2, "count", "", ()),
    ("A two-stage rocket failed.", "two", 2, 2, "count", "", ("stage",)),
]  # fmt: skip


@pytest.mark.parametrize("row", READ, ids=lambda row: row[1])
def test_reads(row: tuple[str, str, float, float, str, str, tuple[str, ...]]) -> None:
    sentence, text, lower, upper, kind, unit, noun = row
    found = quantities(sentence)[0]
    assert (found.text, found.kind, found.unit, found.noun) == (text, kind, unit, noun)
    assert found.lower == pytest.approx(lower, rel=1e-4)
    assert found.upper == pytest.approx(upper, rel=1e-4)


def test_many_expressions_are_covered() -> None:
    assert len(READ) >= 120


NOT_READ = [
    "The PlayStation 3 was patched.",
    "The 737 MAX was grounded.",
    "Callers could not reach 911.",
    "It ran iOS 14.4 at the time.",
    "The RT-N66U and the F-16 were tested.",
    "CVE-2014-0160 was disclosed.",
    "Firmware version 3.0.0.4.220 was pulled.",
    "Editors cited it [95954].",
    "Editors cited it [Article 24554, Article 24555].",
    "It began at 10:15 a.m. and ended at 9pm.",
    "The 2010-2014 Corvo was recalled.",
    "See Article 24554 and Section 230.",
    "It ran on Windows 10.",
    "The G20 met during COVID-19.",
    "It is the worst of the 21st century.",
    "It is a Level 3 site.",
    "It runs 24/7.",
    "The address was 192.168.0.1.",
    "See https://example.org/a/12345/b?c=67 for more.",
    "Mail a99@example.org today.",
    "The call to 1-800-555-0199 failed.",
    "It happened on 27 February 2020.",
    "It happened in 2014.",
    "One of the men said no one knew.",
    "One former official left.",
    "One man told reporters so.",
    "The name 'Pump 2.0' was new.",
    "'Pump 2.0' Is the Name of the Year",
    "Reactor No. 3 was shut.",
    "1. The pump failed.",
    "(2) The pump failed.",
    "The code ran in Python 3.",
    "No. 5 was alive.",
    "A 747 crashed.",
    "There is no doubt, no longer.",
    "Flight 302 crashed.",
    "The 3G network failed.",
    "The A330-200 landed.",
    "Ruins from 100 BC were found.",
    "One day it failed.",
    "They live in a house on Route 66.",
    "The Big Four agreed.",
    "The ISO 27001 audit passed.",
    "Order #4411 was lost.",
    "It was the second half.",
]


@pytest.mark.parametrize("sentence", NOT_READ)
def test_reads_nothing_in_names_dates_and_identifiers(sentence: str) -> None:
    assert [q.text for q in quantities(sentence) if q.kind != "ordinal"] == []


def test_compares_fields_beyond_the_value() -> None:
    rate = quantities("It loses £1,000 a day.")[0]
    assert (rate.per, rate.written) == ("day", "gbp")
    ratio = quantities("It missed 44 of 45 pumps.")[0]
    assert (ratio.part, ratio.whole) == (44, 45)
    nearly = quantities("Nearly half failed.")[0]
    assert (nearly.comparator, nearly.approximate, nearly.vague) == ("nearly", True, False)
    assert quantities("Thousands failed.")[0].vague
    assert quantities("It handles 300 requests per second.")[0].per == "second"
    assert quantities("At most 30 failed.")[0].value == 30
    assert quantities("At least 30 failed.")[0].value == 30


def test_keeps_currencies_apart() -> None:
    found = quantities("It costs $190 (£145).")
    assert [(q.lower, q.unit) for q in found] == [(190, "usd"), (145, "gbp")]


def test_reads_an_equivalent_in_brackets_once() -> None:
    assert [q.text for q in quantities("The level fell by about 1.8m (5.9ft).")] == ["about 1.8m"]


def test_leaves_a_change_apart() -> None:
    found = quantities("The share rose from 3% to 5%.")
    assert [(q.lower, q.upper) for q in found] == [(3, 3), (5, 5)]


def test_reads_every_quantity_in_order() -> None:
    found = quantities("In 2014, 12 firms lost 3.5 million records and $4m within two days.")
    assert [q.text for q in found] == ["12", "3.5 million", "$4m", "within two days"]


def test_reads_typographic_forms() -> None:
    found = quantities("A 34‑year‑old’s 1\u00a0000 files and −5°C")
    assert [q.kind for q in found] == ["age", "count", "measure"]
    assert found[1].lower == 1000


SPANS = [row[0] for row in READ] + NOT_READ


@pytest.mark.parametrize("sentence", SPANS)
def test_spans_cut_their_text(sentence: str) -> None:
    for found in quantities(sentence):
        assert sentence[found.start : found.end] == found.text
        if found.noun_span and found.noun:
            start, end = found.noun_span
            assert found.noun[-1] in sentence[start:end].lower()


def test_overlaps_never() -> None:
    text = " ".join(SPANS)
    found = quantities(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(isinstance(q, Quantity) for q in found)


@pytest.mark.parametrize(
    "text", ["Two others, aged 19 and 22, were held.", "Two others, 19 and 22 years old, were held."]
)
def test_two_ages_joined_are_both_ages(text: str) -> None:
    assert [q.value for q in quantities(text) if q.kind == "age"] == [19, 22]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It took one and one-half hours.", [5400]),
        ("It took three and a quarter hours.", [11700]),
        ("Zero point five percent of users left.", [0.5]),
        ("One point two million cards went.", [1_200_000]),
        ("It rose one point twenty-five times.", [1.25]),
        ("Three and three-quarter million letters went.", [3_750_000]),
        ("Two and a third of the users left.", [2, 100 / 3]),
        ("It lost 2.5 and 2.4 million dollars, respectively.", [2_500_000, 2_400_000]),
        ("It lost $2.5 and $2.4 million.", [2_500_000, 2_400_000]),
        ("It grew from 5 to 10 million users.", [5_000_000, 10_000_000]),
        ("It lost 5, 10 and 15 percent.", [5, 10, 15]),
        ("It took 10 and 15 minutes.", [600, 900]),
        ("It hit 3 vans and 2 million phones.", [3, 2_000_000]),
        ("It was the twenty-first outage.", [21]),
        ("It was the three hundredth outage.", [300]),
        ("It lost by two hundredths of a second.", [0.02]),
        ("It shrank by a millionth of a gram.", [1e-9]),
        ("It was cut by 7/16 of an inch.", [0.0254 * 7 / 16]),
        ("It costs a quarter of a euro, or half a cent.", [0.25, 0.005]),
        ("A hundred thousand lamps, or per hundred thousand people.", [100_000, 100_000]),
        ("It lost 45,67,890 rupees and 1,23,456.78 rupees.", [4_567_890, 123_456.78]),
        ("The odds are one over thirty.", [100 / 30]),
        ("It lost 700 lamps over 5 days.", [700, 5 * 86400]),
        ("It lost 45 MEUR.", [45_000_000]),
        ("They waited for two nights.", [2 * 86400]),
        ("One night it broke.", []),
        ("They hurt two guards and then another.", [2, 1]),
        ("They hurt one another, and another 7 fled.", [7]),
    ],
)
def test_reads_fractions_decimals_and_lists_in_words(sentence: str, values: list[float]) -> None:
    assert [q.lower for q in quantities(sentence)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [("They sold 1,463 of the A330s.", ("a330",)), ("They sold three 737s.", ("737",)), ("They sold 12 A4s.", ("a4",))],
)
def test_a_model_in_the_plural_is_counted(sentence: str, noun: tuple[str, ...]) -> None:
    assert quantities(sentence)[0].noun == noun


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("85% of the users left.", True),
        ("4 of 13 routers failed.", True),
        ("She had a score of 85%.", False),
        ("The load was 85%.", False),
        ("85 users left.", False),
    ],
)
def test_a_share_is_part_of_what_it_counts(sentence: str, share: bool) -> None:  # noqa: FBT001
    assert quantities(sentence)[0].share is share


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("Singer dead at 65", "age", 65),
        ("Boy shoots his brother, 7", "age", 7),
        ("She looked at 65 files.", "count", 65),
        ("They kept 10 million new acres.", "count", 10_000_000),
        ("They sold 1.1M this week.", "count", 1_100_000),
        ("It fell 1.1m this week.", "measure", 1.1),
        ("A 560-Lb load fell.", "measure", 560 * 0.45359237),
        ("Profit was 361 million pounds.", "money", 361_000_000),
        ("They ate 5 million pounds of beef.", "measure", 5_000_000 * 0.45359237),
        ("It cost 3 dollars 50 cents.", "money", 3.5),
        ("It ran for three-quarters of an hour.", "duration", 2700),
        ("It is a 1/4 mile long.", "measure", 1609.344 / 4),
    ],
)
def test_tells_ages_scales_and_units_of_headlines(sentence: str, kind: str, value: float) -> None:
    found = quantities(sentence)[0]
    assert found.kind == kind
    assert found.lower == pytest.approx(value)


def test_reads_a_hanging_range() -> None:
    (found,) = quantities("The judge gave a 1- to 15-year sentence.")
    assert (found.lower, found.upper) == (found.factor, 15 * found.factor)


def test_a_hyphen_ties_a_share_or_a_measure_to_its_noun() -> None:
    assert quantities("A third-party app failed.") == ()
    assert quantities("He was fired over 17-minute video.")[0].comparator == ""
    assert quantities("He made an over 17-minute video.")[0].comparator == "more than"
