"""Read a story whole that a page keeps in several containers, and nothing of its neighbours."""

import pytest

from verifier.ingest.html import extract

TITLE = "Lifts stop in Harwick"
HALF = (
    "The housing office of Harwick said on Friday that the lifts in its towers stood still for most of the night.",
    "About 900 people live in the towers, and some of them slept in the hall, a caretaker told the local radio.",
    "The controllers of the lifts had lost their clock at midnight, and would not open a door without the time.",
    "A fitter set each of the clocks by hand until the morning, and the lifts went up again one after the other.",
)
REST = (
    "The maker of the controllers said that the clock had been tested, but never on the night when it is set back.",
    "The housing office wants to have the clocks of its lifts looked at twice a year, and by another fitter.",
    "Nobody was hurt.",
)
OTHER = (
    "A heron has built its nest on the chimney of the old brewery, and birdwatchers gather there with their glasses.",
    "The brewer will not light his kettles before the young have flown, which may be in July, he told the watchers.",
)
BIO = (
    "Owen Marsh has covered trains and harbours for the Post since 2011, and teaches at the college.",
    "He grew up on a barge, plays the accordion, and may be met at the market on most Saturdays.",
)
AD = '<div class="slot">Advertisement</div>'


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def read(*containers: str) -> list[str]:
    html = f"<html><head><title>{TITLE}</title></head><body><main>{''.join(containers)}</main></body></html>"
    return extract(html).text.split("\n\n")


def first(name: str = "") -> str:
    return f'<div class="{name}"><h1>{TITLE}</h1>{paragraphs(*HALF)}</div>'


ARTICLE = f"<article><h1>{TITLE}</h1>{paragraphs(*HALF)}</article>"


@pytest.mark.parametrize(
    "rest",
    [
        f"<article>{paragraphs(*REST)}</article>",
        f'{AD}<article class="second">{paragraphs(*REST)}</article>',
        f"<aside><h4>Related</h4><a href='/h'>Heron nests on chimney</a></aside><article>{paragraphs(*REST)}</article>",
        (
            f"<article><p>{REST[0]}</p><figure><figcaption>A tower. Photo: Owen Marsh</figcaption></figure>"
            f"{paragraphs(*REST[1:])}</article>"
        ),
        (
            f'<article><p>{REST[0]}</p><div class="newsletter"><p>Sign up for our letter from the town hall.</p></div>'
            f"{paragraphs(*REST[1:])}</article>"
        ),
    ],
)
def test_a_story_in_several_articles_is_read_whole(rest: str) -> None:
    assert read(ARTICLE, rest) == [*HALF, *REST]


def test_a_part_keeps_the_headings_within_it() -> None:
    rest = f"<article><p>{REST[0]}</p><h3>What the office will do from now on</h3>{paragraphs(*REST[1:])}</article>"
    assert read(ARTICLE, rest) == [*HALF, REST[0], "What the office will do from now on", *REST[1:]]


def test_a_first_part_that_is_the_shorter_one_is_read() -> None:
    head = f"<article><h1>{TITLE}</h1>{paragraphs(*REST)}</article>"
    assert read(head, AD, f"<article>{paragraphs(*HALF, HALF[0].replace('Friday', 'Sunday'))}</article>")[:3] == [*REST]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("post-content", "post-content-rest"),
        ("article-body", "article-more"),
        ("entry-content", "more-content"),
        ("column story-body", "column storyContinued"),
        ("story-body", ""),
    ],
)
def test_boxes_of_names_akin_are_read_together(name: str, other: str) -> None:
    assert read(first(name), AD, f'<div class="{other}">{paragraphs(*REST)}</div>') == [*HALF, *REST]


@pytest.mark.parametrize(
    "other",
    [
        f"<article><h2>Clocks of Harwick</h2>{paragraphs(*REST)}</article>",
        f"<h2>Clocks of Harwick</h2><article>{paragraphs(*REST)}</article>",
        f"<header><h2>Clocks of Harwick</h2><p>By Owen Marsh</p></header><article>{paragraphs(*REST)}</article>",
        f"<article>{paragraphs(*OTHER)}</article>",
        "".join(f"<article>{paragraphs(each)}</article>" for each in REST),
        f"<article>{paragraphs(*REST)}<a href='/c'>Read on</a></article>",
        f"<article><a href='/c'>Clocks of Harwick stop at midnight</a>{paragraphs(*REST)}</article>",
        "".join(f"<a href='/{n}'><article>{paragraphs(each)}</article></a>" for n, each in enumerate(REST)),
        f'<div class="related"><article>{paragraphs(*REST)}</article></div>',
    ],
)
def test_a_story_or_teaser_of_its_own_is_left_out(other: str) -> None:
    assert read(ARTICLE, other) == list(HALF)


@pytest.mark.parametrize(
    "other",
    [
        f'<div class="article-author">{paragraphs(*BIO)}</div>',
        f'<div class="voices">{paragraphs(*REST)}</div>',
        f'<section class="article-voices">{paragraphs(*REST)}</section>',
        '<div class="article-voices">'
        + "".join(f"<p>Owen Marsh</p><p>2 hours ago</p><p>{each}</p>" for each in REST)
        + "</div>",
    ],
)
def test_a_box_of_another_make_or_matter_is_left_out(other: str) -> None:
    assert read(first("article-body"), other) == list(HALF)


def test_what_was_left_out_and_is_much_is_said() -> None:
    html = f"<html><body><main>{ARTICLE}<article>{paragraphs(*OTHER * 2)}</article></main></body></html>"
    assert extract(html).note == "much of the page was not read: 4 of its 8 paragraphs"
