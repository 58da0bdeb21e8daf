"""Check what must hold of every report, whatever its sentences: laws, tried on sentences put together at random."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import permutations

from engine import postmortem
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from verifier.api import Verifier
from verifier.formats.json_report import render
from verifier.model import Part, Postmortem, Source, TextAssessment, Verdict

FLAGGED = frozenset({Verdict.CONTRADICTED, Verdict.DISPUTED})
few = settings(
    derandomize=True, deadline=None, max_examples=40, database=None, suppress_health_check=[HealthCheck.too_slow]
)
FRAMES = (
    "The hospital in {place} postponed {count} operations on {day} after its scheduling software froze.",
    "A faulty update of the signalling software stranded {count} passengers near {place} on {day}.",
    "On {day} the bank charged {count} customers in {place} twice for the same purchase.",
    "Engineers shut down {count} turbines at the {place} plant on {day} because a sensor had failed.",
    "The retailer {place} sent {count} parcels to the wrong addresses on {day}, its spokeswoman said.",
    "Thieves copied the records of {count} patients from a clinic in {place} on {day}.",
)
VERBS = ("postponed", "stranded", "charged", "shut", "sent", "copied")
REST = (
    "Rain fell all night over the hills. The minister promised a report before winter. "
    "Local shops stayed open, and a choir sang in the square. Nobody answered the phone at the union. "
    "A new manager will begin next spring."
)
PLACES = ("Lowmere", "Harle", "Ostby", "Kestwick", "Dunmarsh")
ONES = [
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
]
ONES += ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@dataclass(frozen=True)
class Event:
    """Hold what a sentence states."""

    frame: int
    count: int
    place: str
    day: date

    def __str__(self) -> str:
        return self.told()

    def told(self, count: str = "", day: str = "") -> str:
        """Tell it, with the figure or the day written in another way."""
        written = day or f"{self.day.day} {self.day:%B %Y}"
        return FRAMES[self.frame].format(count=count or f"{self.count:,}", place=self.place, day=written)


def spelled(number: int) -> str:
    """Write a number below a million in words."""
    if number >= 1000:
        rest = number % 1000
        return f"{spelled(number // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        return f"{ONES[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


def check(claim: str, *texts: str) -> TextAssessment:
    return Verifier([Source(f"s{n}", text) for n, text in enumerate(texts)]).check_text(claim)


def stated(event: Event) -> TextAssessment:
    """Check a sentence against an article that has it word for word."""
    return check(str(event), article(event))


def article(event: Event) -> str:
    return f"{event} {REST}"


events = st.builds(
    Event,
    st.integers(0, len(FRAMES) - 1),
    st.integers(12, 999_000),
    st.sampled_from(PLACES),
    st.dates(date(2001, 1, 1), date(2023, 12, 31)),
)


@given(events)
@few
def test_an_untouched_sentence_is_supported(event: Event) -> None:
    assert stated(event).verdict is Verdict.SUPPORTED


@given(events, st.sampled_from((2, 3, 10, 1000)))
@few
def test_an_altered_quantity_is_flagged_and_lowers_support(event: Event, factor: int) -> None:
    found = check(str(replace(event, count=event.count * factor)), article(event))
    assert found.verdict in FLAGGED
    assert found.support < stated(event).support


@given(events, st.sampled_from((1, 9, 40, 400, -3000)))
@few
def test_an_altered_date_is_flagged_and_lowers_support(event: Event, days: int) -> None:
    found = check(str(replace(event, day=event.day + timedelta(days))), article(event))
    assert found.verdict in FLAGGED
    assert found.support < stated(event).support


@given(events, st.sampled_from(PLACES))
@few
def test_an_altered_name_is_never_supported(event: Event, place: str) -> None:
    assume(place != event.place)
    found = check(str(replace(event, place=place)), article(event))
    assert found.verdict not in {Verdict.SUPPORTED, Verdict.NOT_CHECKABLE}
    assert found.support < stated(event).support


@given(events)
@few
def test_a_denial_of_what_is_stated_is_flagged(event: Event) -> None:
    denied = str(event).replace(VERBS[event.frame], f"never {VERBS[event.frame]}")
    for claim, source in ((denied, str(event)), (str(event), denied)):
        found = check(claim, f"{source} {REST}")
        assert found.verdict in FLAGGED
        assert found.support < stated(event).support


@given(events, events, st.sampled_from(("count", "day", "place")))
@few
def test_a_value_from_elsewhere_in_the_article_is_never_stated(event: Event, other: Event, slot: str) -> None:
    assume(event.frame != other.frame)
    moved = replace(event, **{slot: getattr(other, slot)})
    larger, smaller = max(event.count, other.count), min(event.count, other.count)
    assume(moved != event and (slot != "count" or larger > 2 * smaller))
    assert check(str(event), f"{article(event)} {other}").verdict is Verdict.SUPPORTED
    assert check(str(moved), f"{article(event)} {other}").verdict is not Verdict.SUPPORTED


@given(events, st.sampled_from(("words", "plain", "space", "us", "iso")))
@few
def test_another_form_of_a_figure_or_date_is_never_flagged(event: Event, form: str) -> None:
    claim = {
        "words": event.told(count=spelled(event.count)),
        "plain": event.told(count=str(event.count)),
        "space": event.told(count=f"{event.count:,}".replace(",", "\u202f")),
        "us": event.told(day=f"{event.day:%B} {event.day.day}, {event.day.year}"),
        "iso": event.told(day=event.day.isoformat()),
    }[form]
    assert check(claim, article(event)).verdict is Verdict.SUPPORTED
    assert check(str(event), f"{claim} {REST}").verdict is Verdict.SUPPORTED


@given(
    events,
    st.sampled_from(
        (
            "According to the article, {}",
            "It was reported that {}",
            "The report says that {}",
            "{} [s0]",
            "  {}\n",
        )
    ),
)
@few
def test_wrapping_around_a_true_sentence_is_never_flagged(event: Event, wrapping: str) -> None:
    assert check(wrapping.format(event), article(event)).verdict is Verdict.SUPPORTED


@given(events, st.booleans())
@few
def test_typography_is_never_flagged(event: Event, curly: bool) -> None:  # noqa: FBT001
    plain = f'{str(event)[:-1]} - the company\'s boss called it "a dark day".'
    fancy = plain.replace(" - ", " — ").replace("'", "’").replace('"a dark day"', "“a dark day”")
    claim, source = (fancy, plain) if curly else (plain, fancy)
    assert check(claim, f"{source} {REST}").verdict is Verdict.SUPPORTED


@given(events, events, st.integers(2, 9))
@few
def test_the_order_of_sources_never_changes_a_verdict(event: Event, other: Event, factor: int) -> None:
    texts = (article(event), article(other), article(replace(event, count=event.count * factor)), REST)
    claim = f"{event} {other}"
    found = {tuple(a.verdict for a in check(claim, *order).assessments) for order in list(permutations(texts))[::5]}
    assert len(found) == 1


@given(events, events)
@few
def test_support_stays_from_0_to_1(event: Event, other: Event) -> None:
    for claim in (str(event), str(other), f"{event} {other}", event.place, str(event.count), ""):
        assert 0 <= check(claim, article(event)).support <= 1


def page_of(event: Event, other: Event, factor: int) -> Postmortem:
    return postmortem(
        ("Title", f"“{event.place}” counts its losses"),
        ("Timeline", f"1. {event} [a] 2. {replace(event, count=event.count * factor)} [a, b]"),
        ("Impacts", f"1. {other} [b] 2. The article does not mention a choir. 3. {event.told(day='June')} [zz]"),
        ("Preventions", "1. Test each update before it is installed."),
    )


def given_sources(event: Event, other: Event) -> list[Source]:
    return [
        Source("a", f"🚑 {article(event)}", f"Trouble in {event.place}"),
        Source("b", article(other), "É — a title"),
    ]


@given(events, events, st.integers(2, 9))
@few
def test_every_offset_of_a_report_cuts_its_words(event: Event, other: Event, factor: int) -> None:
    page, articles = page_of(event, other, factor), given_sources(event, other)
    (report,) = Verifier(articles).check(page).reports
    fields = {f.name: f.text for f in page.fields}
    parts = {(s.id, part): s.text if part is Part.BODY else s.title for s in articles for part in Part}
    claims = {a.claim.id: a.claim for a in report.assessments}
    shown = [e for a in report.assessments for e in a.evidence] + [e for f in report.findings for e in f.evidence]
    assert shown
    assert all(fields[c.field][c.start : c.end] == c.text for c in claims.values())
    assert all(parts[e.source, e.part][e.start : e.end] == e.text for e in shown)
    assert all(e.text[f.start : f.end] == f.text for e in shown for f in e.facts)
    assert all(a.claim.text[f.start : f.end] == f.text for a in report.assessments for f in a.facts)
    for finding in report.findings:
        for start, end in finding.spans:
            claim = claims[finding.claim]
            assert claim.start <= start < end <= claim.end
            assert not finding.values[0] or fields[claim.field][start:end] in finding.values
    for reading in report.sources:
        assert all(parts[s.source, s.part][s.start : s.end] == s.text for s in reading.sentences)
        assert all(0 <= x.start < x.end <= len(reading.source.text) for x in reading.excluded)
    for conflict in report.source_conflicts:
        for place in (conflict.a, conflict.b):
            assert parts[place.source, place.part][place.start : place.end] == place.text


@given(events, events, st.integers(2, 9))
@few
def test_the_same_input_gives_the_same_bytes(event: Event, other: Event, factor: int) -> None:
    first, second = (
        render(Verifier(given_sources(event, other)).check(page_of(event, other, factor))) for _ in range(2)
    )
    assert first == second
    json.loads(first)
