"""Show what a page hides of its text, leave out what it lays over it and refers to, keep the rows of short tables."""

import pytest

from verifier.ingest.html import LISTED, extract
from verifier.ingest.html_postmortem import as_markdown
from verifier.ingest.html_rows import joined

STORY = (
    "The tram company of Ostrava stopped selling tickets by telephone on Monday because its server had no clock.",
    "About 7,000 riders were turned away until noon, and the company let them ride without paying for the day.",
    "A spokesman, Petr Vala, said that a battery of the server had been due for a change since the spring of 2019.",
    "The company will replace 40 such batteries before the winter, and has asked the maker to warn of them by mail.",
)
OFFER = "We and our 90 partners keep things on your device, and you can say no to that at any time you like."


def read(body: str) -> list[str]:
    html = f"<html><head><title>Trams</title></head><body><main><article>{body}</article></main></body></html>"
    return extract(html).text.split("\n\n")


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize("how", ['style="display: none"', "hidden", 'class="panel" aria-hidden="true"'])
def test_paragraphs_that_go_on_hidden_are_read(how: str) -> None:
    assert read(f"{paragraphs(*STORY[:2])}<div {how}>{paragraphs(*STORY[2:])}</div>") == list(STORY)


def test_a_hidden_box_that_does_not_go_on_stays_hidden() -> None:
    body = f"<div style='display:none'>{paragraphs(OFFER, OFFER[::-1] + ' is it.')}</div>{paragraphs(*STORY)}"
    assert read(body) == list(STORY)


@pytest.mark.parametrize("how", ['role="dialog"', 'aria-modal="true"'])
def test_what_a_page_lays_over_its_text_is_none_of_it(how: str) -> None:
    assert read(f"<div {how}>{paragraphs(OFFER)}</div>{paragraphs(*STORY)}") == list(STORY)
    assert read(f"<div {how}>{paragraphs(*STORY)}</div>") == list(STORY)


def test_a_layer_is_told_from_the_text_by_all_its_words_not_by_its_tags() -> None:
    boxes = "".join(f"<div>{line}</div>" for line in STORY)
    assert read(f"<div role='dialog'>{boxes}</div><footer><p>{OFFER}</p></footer>")[: len(STORY)] == list(STORY)
    assert read(f"<div role='dialog'><div>{OFFER}</div></div>{boxes}") == list(STORY)
    links = "".join(f"<li><a href='/{n}'>Further news of the trams, part {n}</a></li>" for n in range(40))
    assert read(f"<ul>{links}</ul><div role='dialog'>{paragraphs(*STORY)}</div>")[-len(STORY) :] == list(STORY)


def test_entries_of_a_list_of_references_are_no_text_of_a_page() -> None:
    entry = 'Doe, J. (9 March 2021). "Tram company to be sued for 3 million by its riders". The Morning Echo, page 4.'
    entries = f"<div class='reflist'><ol class='references'><li>{entry}</li></ol></div>"
    html = f"<html><head><title>Trams</title></head><body><main>{paragraphs(*STORY * 2)}{entries}</main></body></html>"
    page = extract(html)
    skipped = [page.text[each.start : each.end] for each in page.skipped if each.reason == LISTED]
    assert [each.removeprefix("- ") for each in skipped] == [entry]


def test_the_cells_of_a_row_stay_together_on_a_short_page() -> None:
    rows = "".join(f"<tr><td>{time}</td><td>{what}</td></tr>" for time, what in [("09:10", "The clock stopped")])
    table = f"<table><tr><th>Time</th><th>Event</th></tr>{rows}</table>"
    html = (
        f"<html><head><title>Trams</title></head><body><div><h1>Trams</h1><h2>Timeline</h2>{table}</div></body></html>"
    )
    assert extract(html).text.split("\n\n")[-2:] == ["Time | Event", "09:10 | The clock stopped"]
    assert "| 09:10 | The clock stopped |" in as_markdown(html, "")


def test_of_rows_that_begin_alike_the_one_that_stands_there_is_joined() -> None:
    found = [(("a",), ("b",), ("c",)), (("a",), ("b",), ("d",))]
    lines = [(word, "") for word in ("a", "b", "d", "a", "b", "e", "a", "x")]
    assert [line for line, _ in joined(lines, found)] == ["a | b | d", "a", "b", "e", "a", "x"]


def test_a_page_of_short_updates_is_read_whole() -> None:
    updates = [
        "<p>A third of the calls failed until noon: the server had no clock.</p><p>Riders were not charged.</p>",
        "The clock was set by hand and calls are going through again.",
    ]
    body = "".join(f'<div class="row"><div class="update-body">{each}</div></div>' for each in updates)
    head = "<html><head><title>Calls fail</title></head><body><div class='box'><h1>Calls fail</h1>"
    text = extract(f"{head}{body}</div></body></html>").text
    assert "Riders were not charged." in text
    assert "set by hand" in text
