"""Read letters in preformatted text, points above a story, and leave out cards of other stories."""

from verifier.ingest.html import CODE, extract

STORY = (
    "The dairy of Lomnice stopped its robots on Monday because a valve had been counted twice in a table.",
    "About 3,000 litres of milk were poured away until noon, and the farmers were paid for all of it.",
    "A spokeswoman, Jana Malik, said that the table had been copied by hand in the spring of last year.",
    "The dairy will have the table written by a program before the winter, and will look at it each week.",
)
LETTER = (
    "Dear farmers,\n\nthe robots stood still on 4 May 2020 from 06:00 to\n12:30. The cause was a valve: it had been\n"
    "counted twice.\n\nNo cow was hurt. We are sorry for the milk."
)
LOG = "06:00:01 ERROR valve=7 state=open\n06:00:02 INFO retry 1 of 3\n06:00:05 ERROR valve=7 timeout\n" * 4


def read(body: str) -> list[str]:
    html = f"<html><head><title>Robots of a dairy stopped</title></head><body>{body}</body></html>"
    return extract(html).text.split("\n\n")


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def test_a_letter_in_preformatted_text_is_read_in_its_paragraphs() -> None:
    text = [" ".join(line.split()) for line in read(f"<h1>Robots</h1><pre>{LETTER}</pre>")]
    cause = (
        "the robots stood still on 4 May 2020 from 06:00 to 12:30. The cause was a valve: it had been counted twice."
    )
    assert cause in text
    assert "No cow was hurt. We are sorry for the milk." in text


def test_a_log_in_preformatted_text_is_code() -> None:
    found = extract(f"<html><body><article>{paragraphs(*STORY)}<pre>{LOG}</pre></article></body></html>")
    assert {each.reason for each in found.skipped} == {CODE}


def test_points_of_a_summary_below_the_first_paragraph_are_read() -> None:
    points = "<section class='summary-box'><h3>Points</h3><ul><li>Robots stood still until noon</li></ul></section>"
    lead = f"<div class='standfirst'><p>{STORY[0]}</p></div>"
    text = read(f"<main>{lead}{points}<section class='body'>{paragraphs(*STORY[1:])}</section></main>")
    assert "Robots stood still until noon" in " ".join(text)


def test_cards_of_other_stories_are_left_out() -> None:
    other = "<article><h3><a href='/x'>Mill burns down</a></h3><p>Two were hurt in a mill of the town.</p></article>"
    linked = "<a href='/y'><h3>Cheese recalled</h3><p>Splinters of glass were found in cheese of a dairy.</p></a>"
    text = " ".join(read(f"<main><div>{paragraphs(*STORY)}</div><section>{other}{linked}</section></main>"))
    assert "mill of the town" not in text
    assert "Splinters" not in text
    assert all(line in text for line in STORY)


def test_entries_with_links_to_themselves_are_the_text() -> None:
    entries = "".join(
        f"<article><h3><a href='/e/{at}'>Entry {at}</a></h3><p>{line}</p></article>" for at, line in enumerate(STORY)
    )
    assert all(line in " ".join(read(f"<main>{entries}</main>")) for line in STORY)
