"""Test the check of what is said of an article's own date."""

from __future__ import annotations

from datetime import date

from verifier.data.rulebook import load
from verifier.decide.publication import dated
from verifier.model import Assessment, Claim, Kind, Source, Verdict


def assess(text: str, published: date | None, kind: Kind = Kind.META) -> Assessment:
    claim = Claim("c-1", "Timeline", 10, 10 + len(text), text, kind, reason="about the document")
    before = Assessment(claim, Verdict.NOT_CHECKABLE, claim.reason, 0.0)
    return dated(before, [Source("s1", "The pumps failed.", title="Pumps fail", published=published)], load())


def test_article_of_another_day_contradicts() -> None:
    found = assess("The article was published on 3 May 2019.", date(2019, 5, 13))
    assert found.verdict is Verdict.CONTRADICTED
    (finding,) = found.findings
    assert finding.values == ("3 May 2019", "2019-05-13")
    start, end = finding.spans[0]
    assert "The article was published on 3 May 2019."[start - 10 : end - 10] == "3 May 2019"


def test_the_articles_day_and_its_month_hold() -> None:
    assert assess("The article was published on 2019-05-13.", date(2019, 5, 13)).verdict is Verdict.SUPPORTED
    assert assess("It was published in May 2019.", date(2019, 5, 13)).verdict is Verdict.SUPPORTED


def test_what_cannot_be_compared_stays_as_it_is() -> None:
    assert assess("The article was published on 3 May 2019.", None).verdict is Verdict.NOT_CHECKABLE
    assert assess("Step 3: estimating back from 3 May 2019.", date(2019, 6, 1)).verdict is Verdict.NOT_CHECKABLE
    assert assess("Published on 3 May 2019.", date(2019, 6, 1), Kind.FACT).verdict is Verdict.NOT_CHECKABLE
