"""Find the boxes of a page that hold offers, other stories, or what a site says of itself."""

from collections import Counter

import lxml.html
import pytest

from verifier.ingest.html import extract
from verifier.ingest.html_around import totals
from verifier.ingest.html_beside import columns_beside
from verifier.ingest.html_offers import is_furniture, names_offers, without_bios

STORY = (
    "The tram depot of Ostby lost its timetable on Friday after a server ran out of room.",
    "Drivers left by their own watches for five hours, the operator said in the evening.",
    "About 9,000 passengers waited longer than they had planned, and some walked home.",
    "The server had kept every timetable since 1998, and nobody had ever deleted one.",
    "A clerk removed the oldest ones by hand, and the trams were on time again at six.",
)


def page(*inside: str, above: str = "") -> str:
    told = "".join(f"<p>{line}</p>" for line in STORY[:3]) + "".join(inside)
    told += "".join(f"<p>{line}</p>" for line in STORY[3:])
    return (
        f"<html><head><title>Trams late in Ostby</title></head><body>{above}<main><article><h1>Trams late in Ostby</h1>"
        f'<div class="text">{told}</div></article></main></body></html>'
    )


@pytest.mark.parametrize(
    "box",
    [
        '<div class="x1"><h3>The Evening Letter</h3><p>All that matters.</p><a href="/s">Get it by mail.</a></div>',
        '<div class="x1"><p>Our members pay for reporting on trams.</p><a class="b">Join the paper</a></div>',
        '<div data-testid="InlineNewsletterModule"><p>The best of Ostby comes to you at seven.</p></div>',
        "<p>DON'T MISS</p><p><a href='/1'>Ferry captain finds a clock that is right</a> [VIDEO]</p>",
        "<p>Lesen Sie auch: <a href='/1'>Straßenbahn bekommt neue Uhren im Mai</a></p>",
        "<p>Have you been affected by the late trams? Please include a contact number with your story.</p>",
        "<p>[ RELATED: Ferry captain finds a clock that is right ]</p>",
    ],
)
def test_what_asks_the_reader_or_leads_elsewhere_is_no_text(box: str) -> None:
    assert extract(page(box)).text.split("\n\n") == list(STORY)


def test_what_stands_above_the_headline_is_no_text() -> None:
    above = '<div class="strip"><p>Ostby Post is moving to a new home, read all about it here.</p></div>'
    assert "new home" not in extract(page(above=above)).text


def test_a_note_amid_the_story_is_text_though_it_stands_in_a_box_of_its_own() -> None:
    note = '<div class="kit-callout"><div class="kit-icon">!</div><div>One server was full, three idle.</div></div>'
    assert "One server was full, three idle." in extract(page(note)).text


def test_cells_beside_the_story_of_an_old_page_are_found_and_those_of_figures_are_not() -> None:
    tree = lxml.html.fromstring(
        "<table><tr><td id=nav><a href=/>Front page</a></td><td id=story><p>Trams stood still.</p>"
        "<table id=box align=right><tr><td><a href=/f>The forum</a></td></tr></table></td><td id=sum>12 trams</td></tr>"
        "</table>"
    )
    shares = totals(Counter({tree.get_element_by_id("story"): 90, tree.get_element_by_id("sum"): 2}))
    assert {each.get("id") for each in columns_beside(tree, shares, 92)} == {"nav", "box"}


@pytest.mark.parametrize(
    ("html", "offers"),
    [
        ('<section id="recommendations"><h2>Recommendations</h2><p>Delete old tables.</p></section>', False),
        ('<h2 id="feedback">Feedback</h2>', False),
        ('<section id="related-posts"><h2>Related posts</h2><p>Other.</p></section>', True),
        ('<div class="storyRelatedLinks">Other</div>', True),
        ('<div aria-label="Advertisement">Other</div>', True),
        ('<div class="contributing-factors">Text</div>', False),
    ],
)
def test_a_box_is_named_as_offers_are_unless_its_name_is_its_heading(html: str, *, offers: bool) -> None:
    assert names_offers(lxml.html.fromstring(html)) is offers


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("This transcript was generated automatically and may contain errors.", True),
        ("This episode is sponsored by Loop. Use the code TRAM for ten percent off.", True),
        ("Thanks for reading the Slow Post! If you liked this, send it to a friend.", True),
        ("If you find a mistake in the text, select it and press Ctrl+Enter", True),
        ("Thanks went to those who had been reading the meters, the operator said.", False),
        ("The operator said this episode was sponsored by nobody.", False),
        ("Passengers can be reached at the depot by telephone until nine.", False),
        ("The crew uses the code 412 for a tram that is late.", False),
    ],
)
def test_a_line_is_furniture_where_all_its_sentences_are(line: str, *, furniture: bool) -> None:
    assert is_furniture(line) is furniture


def test_the_last_lines_on_the_author_are_left_out() -> None:
    lines = [*STORY, "Ann Birch writes about trams for the Ostby Post."]
    assert list(without_bios(lines, "Ann Birch; Bo Ek")) == list(STORY)
    assert list(without_bios(lines, "Staff")) == lines
