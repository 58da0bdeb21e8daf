"""Read what a page says of its article in linked data: its text where the page shows less, the day of publishing."""

import json
from datetime import date

import pytest

from verifier.ingest.html import extract
from verifier.ingest.html_data import Stated, better, stated

STORY = (
    "The tram company of Ostrava stopped selling tickets by telephone on Monday because its server had no clock.",
    "About 7,000 riders were turned away until noon, and the company let them ride without paying for the day.",
    "A spokesman, Petr Vala, said that a battery of the server had been due for a change since the spring of 2019.",
)


def page(data: object, shown: tuple[str, ...] = STORY[:1], title: str = "Trams lose their clock") -> str:
    """Return a page that shows some paragraphs and says more to machines."""
    body = "".join(f"<p>{each}</p>" for each in shown)
    script = f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'
    head = f"<html><head><title>{title}</title>{script}</head>"
    return f"{head}<body><article><h1>{title}</h1>{body}</article></body></html>"


def told(**more: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Trams lose their clock", "articleBody": "\n\n".join(STORY), **more}


@pytest.mark.parametrize(
    "data",
    [
        told(),
        [{"@type": "WebSite"}, told()],
        {"@graph": [{"@type": ["Article", "Thing"], "articleBody": "".join(f"<p>{each}</p>" for each in STORY)}]},
        told(articleBody="".join(f"&lt;p&gt;{each}&lt;/p&gt;" for each in STORY)),
    ],
)
def test_what_a_page_shows_in_part_is_read_whole_from_its_data(data: object) -> None:
    assert extract(page(data)).text.split("\n\n") == list(STORY)
    assert extract(page(data, ())).text.split("\n\n") == list(STORY) or "headline" not in json.dumps(data)


@pytest.mark.parametrize(
    "data",
    [
        [told(), told(articleBody=" ".join(STORY[::-1]))],
        told(articleBody=STORY[0]),
        told(
            articleBody=" ".join(f"Quite another story of {n} mice and their houses." for n in range(30)), headline=""
        ),
        {"@type": "Product", "articleBody": "\n".join(STORY)},
        '{"@type": "NewsArticle", "articleBody": ' + "[" * 100_000,
        "{",
    ],
)
def test_the_text_shown_stays_where_data_tells_no_more_of_it(data: object) -> None:
    assert extract(page(data)).text == STORY[0]


@pytest.mark.parametrize("title", ["", "..."])
def test_data_without_a_headline_is_not_of_a_page_without_a_title(title: str) -> None:
    other = " ".join(f"Quite another story of {n} mice and their houses." for n in range(30))
    assert not better(STORY[0], title, Stated("", (other,)))
    assert better(STORY[0], title, Stated("", STORY))
    assert better(STORY[0], "Mice", Stated("Mice", (other,)))


def test_the_day_is_that_of_the_data_where_the_page_gives_none() -> None:
    assert extract(page(told(datePublished="2021-03-09T08:00:00Z"), STORY)).published == date(2021, 3, 9)
    assert extract(page([told(datePublished="2021-03-09"), told(datePublished="2020-03-09")], STORY)).published is None
    assert stated(page(told(datePublished="2021-13-09"))).published is None


def test_scripts_without_an_end_are_read_at_once() -> None:
    assert stated('<script type="application/ld+json">' * 100_000).paragraphs == ()


def test_the_entries_of_a_live_blog_are_its_text() -> None:
    entries = [{"@type": "BlogPosting", "articleBody": each, "datePublished": "2021-03-09"} for each in STORY]
    data = {"@type": "LiveBlogPosting", "headline": "Trams lose their clock", "liveBlogUpdate": entries}
    assert stated(page(data)).paragraphs == STORY
    assert extract(page(data)).text.split("\n\n") == list(STORY)
