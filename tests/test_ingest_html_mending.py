"""Mend what an extractor made of a page."""

from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.errors import InputError
from verifier.ingest.document import read_document
from verifier.ingest.html import extract
from verifier.ingest.html_blocks import blocks, fold
from verifier.ingest.html_mending import mend
from verifier.ingest.html_plain import document_lines
from verifier.text.reading import read_source

FIRST = (
    "The water board said on Monday that a pump controller in Elmford stopped for three hours after an update.",
    "About 4,000 homes had no water until noon, and two schools sent their pupils home, the board said.",
    "Engineers put the old release back by hand, and the pumps came up again one after the other.",
)
SECOND = (
    "A spokeswoman said that the update had been tested on another model, which has twice as much memory.",
    "The board will repay 12 euros to each of the homes and let an outside firm look into its tests.",
)


def page(*boxes: str, head: str = "") -> str:
    body = "".join(boxes)
    return (
        "<html><head><title>Pumps stop in Elmford</title></head><body><header><nav><a href='/'>Home</a></nav></header>"
        f"<main><article><h1>Pumps stop in Elmford</h1>{head}{body}</article></main><footer>Imprint</footer></body>"
        "</html>"
    )


def box(*paragraphs: str, name: str = "story__body") -> str:
    return f'<div class="grid"><div class="{name}">{"".join(f"<p>{p}</p>" for p in paragraphs)}</div></div>'


def test_a_body_in_two_boxes_is_read_whole_and_in_order() -> None:
    text = extract(page(box(*FIRST), '<div class="ad">Advertisement</div>', box(*SECOND))).text
    assert text == "\n\n".join((*FIRST, *SECOND))


def test_a_summary_above_the_text_is_read() -> None:
    lead = "Thousands of homes in Elmford were without water on Monday after an update."
    text = extract(page(box(*FIRST, *SECOND), head=f'<div class="standfirst">{lead}</div>')).text
    assert lead in text
    bare = lead.removesuffix(".")
    assert bare in extract(page(box(*FIRST, *SECOND), head=f'<p class="dek">{bare}</p>')).text.split("\n\n")


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("on <time datetime='2021-05-03'>3 May 2021</time> at noon", "on 3 May 2021 at noon"),
        ("<q>by hand</q>, he said", "“by hand”, he said"),
        ("at <!-- -->noon<!-- --> and again at night", "at noon and again at night"),
        ("by <math><mn>3</mn></math> per cent", "by 3 per cent"),
        ("with <output>40</output> <label>men</label>", "with 40 men"),
        ("<del>at ten</del> <ins>at noon</ins>", "at noon"),
        ("<s>in 1974</s> in <strike>1975</strike> 1984", "in 1984"),
    ],
)
def test_what_stands_within_a_line_is_neither_lost_nor_read_where_it_is_struck_out(written: str, seen: str) -> None:
    sentence = "The old pump house of Elmford was built {}, and the board of the town said so."
    text = extract(page(box(*FIRST, sentence.format(written), *SECOND))).text
    assert [" ".join(line.split()) for line in text.split("\n\n") if "pump house" in line] == [sentence.format(seen)]


def test_a_box_that_is_one_line_keeps_what_stands_within_it() -> None:
    lines = [f'<div class="para">{line}</div>' for line in FIRST]
    told = (
        '<div class="para">The board met on <time>4 May</time> and asked an <label>outside firm</label> for help.</div>'
    )
    text = extract(page(f'<div class="story">{"".join(lines)}{told}</div>')).text
    assert text.endswith("The board met on 4 May and asked an outside firm for help.")


def test_a_term_stands_before_what_is_said_of_it() -> None:
    terms = "<dl><dt>Start</dt><dd>10:40 on <b>3 May</b></dd><dt>None</dt><dd></dd><dt>End:</dt><dd><p>A.</p></dd></dl>"
    lines = extract(page(box(*FIRST), terms, box(*SECOND))).text.split("\n\n")
    assert "- Start: 10:40 on 3 May" in lines
    assert {"- None", "- End:"} < set(lines)


@pytest.mark.parametrize(
    "card",
    [
        '<span class="hovercard"><a href="/p">Ann Birch</a> <a href="/x">Dam breaks in Oakley</a></span>',
        '<span class="tooltip-content"><b>Ann Birch</b> Dam breaks in Oakley</span>',
        '<span><a href="/p">Ann Birch</a><a href="/x">Dam breaks in Oakley</a><a href="/m">MORE</a></span>',
    ],
)
def test_cards_under_the_pointer_are_no_text(card: str) -> None:
    sentence = f'<a href="/p">Ann Birch</a>{card} of the board asked for an inquiry into the pumps on Tuesday.'
    text = extract(page(box(*FIRST, sentence, *SECOND))).text
    assert "Dam breaks" not in text
    assert "Ann Birch of the board asked" in " ".join(text.split())


def test_links_side_by_side_are_words_apart() -> None:
    text = extract(
        page(box(*FIRST, *SECOND, "It hit <a href='/e'>Elmford</a><a href='/o'>Oakley</a> hard on Monday."))
    ).text
    assert "ElmfordOakley" not in text


def test_offers_and_other_stories_are_no_text() -> None:
    boxes = (
        box(*FIRST),
        '<div class="related-stories"><p>Dam breaks in Oakley after a storm took its gate away last night.</p></div>',
        box(*SECOND, "Sign up for our newsletter to get the news each morning."),
    )
    text = extract(page(*boxes)).text
    assert "Dam breaks" not in text
    assert "newsletter" not in text
    assert all(paragraph in text for paragraph in (*FIRST, *SECOND))


def test_a_headline_of_another_story_amid_the_text_is_no_evidence(tmp_path: Path) -> None:
    teaser = '<div class="embed"><ul><li><h3><a href="/x">Dam breaks in Oakley after storm</a></h3></li></ul></div>'
    html = page(
        f'<div class="body">{"".join(f"<p>{p}</p>" for p in FIRST)}{teaser}<p>{SECOND[0]}</p><p>{SECOND[1]}</p></div>'
    )
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    reading = read_source(read_document(tmp_path / "a.html"))
    assert not any("Oakley" in sentence.text for sentence in reading.sentences)
    assert sum(sentence.part == "body" for sentence in reading.sentences) == len(FIRST) + len(SECOND)


def test_a_page_of_which_much_was_not_read_says_so() -> None:
    other = "".join(f'<div class="x{n}"><p>{sentence}</p></div>' for n, sentence in enumerate(SECOND * 4))
    tree = lxml.html.document_fromstring(page(box(*FIRST), other))
    assert mend(FIRST, blocks(tree), "").note == "much of the page was not read: 8 of its 11 paragraphs"
    assert mend((), blocks(tree), "").note == "much of the page was not read: 11 of its 11 paragraphs"
    assert extract(page(box(*FIRST))).note == ""


def test_without_anything_taken_there_is_nothing_to_mend() -> None:
    assert mend(["A line"], (), "").lines == ("A line",)
    assert fold("Two Words!") == ("two", "words")


FRAGMENTS = st.sampled_from(
    [
        *(f"<p>{sentence}</p>" for sentence in (*FIRST, *SECOND)),
        *(
            "<div class='body'>",
            "</div>",
            "<article>",
            "</article>",
            "<aside>",
            "</aside>",
            "<h3><a href='/x'>",
            "</a></h3>",
        ),
        *(
            "<ul><li>",
            "</li></ul>",
            "<table><tr><td>40</td><td>pumps</td></tr></table>",
            "<blockquote class='twitter'>",
        ),
        *(
            "</blockquote>",
            "<span class='tooltip'>",
            "<time>13:40</time>",
            "<h3>14:05</h3>",
            "</span>",
            "<br><br>",
            "Bare words of the page.",
            "<!-- -->",
            "\0",
            "&#0;",
        ),
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=4)), max_size=20))
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    try:
        found = extract("<html><body>" + "".join(parts) + "</body></html>")
    except InputError:
        return
    assert "\n\n\n" not in found.text
    assert all(found.text[e.start : e.end].strip() for e in found.skipped)


def test_the_link_under_which_a_card_shows_is_text() -> None:
    card = (
        '<span class="rollover-block"><a href="/p">Ann Birch</a><a href="/x">Dam breaks</a><a href="/m">MORE</a></span>'
    )
    shown = f'<span class="rollover"><a href="/p">Ann Birch</a>{card}</span>'
    sentence = f"{shown} asked for an inquiry into the pumps on Tuesday."
    text = extract(page(box(*FIRST, sentence, *SECOND))).text
    assert "Ann Birch asked for an inquiry" in " ".join(text.split())
    assert "Dam breaks" not in text


@pytest.mark.parametrize(("link", "kept"), [("/b", False), ("#p", True)])
def test_a_small_article_with_a_linked_headline_beside_the_story_is_another_one(link: str, *, kept: bool) -> None:
    story = "".join(f"<p>{line}</p>" for line in (*FIRST, *SECOND))
    told = "Forty people were taken off a ferry on Friday."
    other = f"<article><h3><a href='{link}'>More</a></h3><p>{told}</p></article>"
    tree = lxml.html.fromstring(f"<main><article>{story}</article>{other}</main>")
    assert (told in mend((*FIRST, *SECOND, told), blocks(tree), "Gate").lines) == kept


def test_a_short_item_of_a_list_amid_the_text_is_brought_back() -> None:
    story = "".join(f"<p>{line}</p>" for line in (*FIRST, *SECOND))
    items = "<ul><li>Two barges left without 300 tons of grain.</li><li>One lock broke.</li></ul>"
    html = f"<html><body><main><article>{story}{items}<p>{FIRST[0]}</p></article></main></body></html>"
    assert "One lock broke." in extract(html).text


def test_a_page_run_together_is_cut_though_a_button_stands_amid_it() -> None:
    told = ("The gate stuck.", "Water rose by two feet.", "It fell at noon.")
    tree = lxml.html.fromstring(f"<div>{''.join(f'<p>{line}</p>' for line in told)}</div>")
    line = "The gate stuck. Share now Water rose by two feet. It fell at noon. Accept"
    assert document_lines(tree, blocks(tree), [line]) == [
        "The gate stuck.", "Share now", "Water rose by two feet.", "It fell at noon.", "Accept",
    ]  # fmt: skip
