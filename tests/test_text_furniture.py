"""Test the finding of page furniture."""

from __future__ import annotations

import pytest

from verifier.text.furniture import judge
from verifier.text.page import page
from verifier.text.paragraphs import paragraphs
from verifier.text.sifting import sift

PROSE = (
    "The harbour ferry lost its steering on Monday after a relay failed.",
    "Forty passengers were taken off by a tug that had been near by.",
    "The operator said it had replaced the relay on all six of its boats.",
    "Inspectors will publish what they have found by the end of the year.",
    "The ferry has been back at work since Wednesday, the operator added.",
)


def reasons(text: str, headline: str = "") -> dict[str, str]:
    """Return the reason of each line that is furniture."""
    spans = paragraphs(text)
    found = judge(page(text, spans, headline))
    return {text[span.start : span.end]: reason for span, reason in zip(spans, found, strict=True) if reason}


def article(*extra: str, before: int = 3) -> str:
    """Return an article with lines put in before one of its paragraphs."""
    return "\n\n".join((*PROSE[:before], *extra, *PROSE[before:]))


def left_out(text: str, headline: str = "") -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.reason) for one in sift(text, headline).excluded]


def kept(text: str, headline: str = "") -> list[str]:
    return [text[s.start : s.end] for paragraph in sift(text, headline).paragraphs for s in paragraph]


def test_plain_article_is_kept_whole() -> None:
    assert left_out(article()) == []
    assert kept(article()) == list(PROSE)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Advertisement", "advert"),
        ("Story continues below advertisement", "advert"),
        ("Download now", "advert"),
        ("ALSO READ: Why small ferries are a worry to us all", "related link"),
        ("Read more: Ten harbours that lost their tugs", "related link"),
        ("Related story: The tug that came too late", "related link"),
        ("Related stories:", "related link"),
        ("Share this article", "share button"),
        ("Share Add to your saved stories Save", "share button"),
        ("Facebook Twitter LinkedIn Email", "share button"),
        ("Subscribe to our daily newsletter", "subscription form"),
        ("Enter your email address", "subscription form"),
        ("You have read 2 of 3 free articles this month.", "subscription form"),
        ("Subscribe for 1 euro a week.", "subscription form"),
        ("This live blog is closed.", "page control"),
        ("Last edited 3 years ago by Mina Petrov", "comment widget"),
        ("14 Comments", "comment widget"),
        ("Your email address will not be published.", "comment widget"),
        ("Fields with a star are required.", "comment widget"),
        ("© 2021 Harbour Herald", "legal line"),
        ("This website uses cookies to improve your visit.", "legal line"),
        ("Skip to main content", "page control"),
        ("4 min read", "page control"),
        ("Photo: Ines Calder/Harbour Herald", "photo credit"),
        ("Getty Images", "photo credit"),
        ("FILE PHOTO - The ferry is seen at its berth in Lund in 2013. REUTERS/Ines Calder/File Photo", "photo credit"),
        ("Additional reporting by Tom Rao.", "byline"),
        ("By continuing to use our site you agree to our terms.", "legal line"),
        ("For more on this story, visit Harbour Herald.", "page control"),
        ("Image caption, The ferry at its berth", "photo credit"),
        ("Tom Rao contributed to this report", "byline"),
        ("8 March 2021 at 14:05 GMT", "date line"),
        ("3 hours ago", "date line"),
        ("Updated 10:30 a.m. with a response from the operator.", "date line"),
        ("(Reporting by Ines Calder; Editing by Tom Rao)", "byline"),
        ("[Sign up for our weekly letter]", "subscription form"),
        ("You have read 3 of 5 free articles this month.", "subscription form"),
        ("Only 2 euros for the first month.", "subscription form"),
        ("Sponsored: a week at sea", "advert"),
        ("This post contains affiliate links.", "advert"),
        ("FOR IMMEDIATE RELEASE", "page control"),
        ("Continued on page 4", "page control"),
        ("Previous message: [harbour] Berths in May", "page control"),
        ("That's all from us for today.", "page control"),
        ("07:31: Good morning and welcome to our live coverage.", "page control"),
        ("— Tug Watch (@tug_watch) March 8, 2021", "share button"),
    ],
)
def test_line_is_furniture_with_its_reason(line: str, reason: str) -> None:
    assert reasons(article(line)) == {line: reason}


@pytest.mark.parametrize(
    "line",
    [
        "The company has shared the list with police, who have not commented.",
        "Advertisement revenue fell by half after the outage was reported.",
        "He told customers to sign up for a new account after the breach.",
        "Comments were disabled after the video had been posted.",
        "Photo: that is all the folder was called, investigators said on Monday.",
        "By Monday the flaw had been patched, and most customers did not notice.",
        "March 2021 was the month in which the attack was found.",
        "The site uses a cookie that the attackers were able to read.",
        "Subscribe buttons on 40 sites were replaced by the attackers on Tuesday.",
        "Copyright holders were told of the leak on 8 March 2021.",
        "About 40,000 people had left a comment before it was closed.",
        "Your data is not safe with anyone, the commissioner told reporters.",
        "Your name is not on the list, the firm told customers who had asked.",
        "Halden uses cookies to follow its customers across other sites.",
        "By visiting the site, users were made to download the malware.",
        "For more than two months, visitors to the site were infected.",
        "You must be logged in to make use of the flaw, researchers said.",
        "You can opt out of the tracking, but few people know how.",
        "Reporting by the Harbour Herald found that the relay had failed before.",
        "Find them on Facebook and they will sell you the same list, he said.",
        "Dealers may receive a commission for every device that they sell.",
        "Background",
        "What the operator knew",
        "The report was marked for immediate release and sent to 40 papers.",
        "You have read access to all files, the letter told the guest.",
        "Only 2 euros were charged for the first month of the outage.",
        "We are closing this harbour until the gates are mended.",
    ],
)
def test_news_and_headings_are_kept(line: str) -> None:
    assert reasons(article(line)) == {}


def test_furniture_heading_takes_the_lines_below_it_until_prose_returns() -> None:
    text = article("Featured Resources", "The guide to mobile harbours", "Six trends in tug design", "Free download")
    assert kept(text) == list(PROSE)
    assert {reason for _, reason in left_out(text)} == {"advert"}


def test_list_of_links_at_the_end_is_left_out_and_a_long_line_is_not() -> None:
    lines = ("Most popular", "Best tugs of 2021", "boats", "What is a relay?", "15 Oct 2021")
    assert kept(article(*lines, before=5)) == list(PROSE)
    long = "A sentence " + "of many words " * 10 + "that somebody left without its full stop"
    assert long in kept(article("Most popular", long, before=5))


def test_a_comment_is_kept_and_the_lines_around_it_are_not() -> None:
    comment = "It is not clear what failed, and I would be surprised if it was one relay alone."
    around = (
        "2 Expert Comments",
        "Newest",
        "Mina Petrov",
        "Mina Petrov , Naval Engineer",
        "February 28, 2020 12:08 pm",
    )
    text = article(*around, comment, "Last edited 4 years ago by Mina Petrov", before=5)
    assert kept(text) == [*PROSE, comment]


def test_headline_is_kept_once() -> None:
    text = "\n".join(("Ferry drifts after relay fails", "Ferry drifts after relay fails", *PROSE))
    assert left_out(text) == [("Ferry drifts after relay fails", "repeated headline")]
    assert kept(text)[0] == "Ferry drifts after relay fails"


def test_headline_known_from_the_title_is_left_out_of_the_body() -> None:
    text = "\n".join(("Ferry Drifts After Relay Fails", *PROSE))
    assert left_out(text, "Ferry drifts after relay fails") == [("Ferry Drifts After Relay Fails", "repeated headline")]


def test_headline_in_front_of_the_first_sentence_of_its_line_is_left_out() -> None:
    text = "Published on 2021-03-08 00:00:00. Ferry drifts after relay fails The ferry drifted for an hour."
    found = left_out(text, "Ferry drifts after relay fails")
    assert [reason for _, reason in found] == ["date line", "repeated headline"]
    assert kept(text, "Ferry drifts after relay fails") == ["The ferry drifted for an hour."]


@pytest.mark.parametrize(
    "date",
    ["Published on 2021-03-08 00:00:00.", "Published on None.", "Updated: Feb. 3, 2020.", "Posted on 8 March 2021."],
)
def test_date_in_front_of_a_one_line_article_is_left_out_alone(date: str) -> None:
    text = f"{date} {' '.join(PROSE)}"
    assert left_out(text) == [(date, "date line")]
    assert kept(text) == list(PROSE)


def test_sentence_that_begins_like_a_date_line_is_kept() -> None:
    text = "Published on Monday, the report blames a relay. It names no one."
    assert left_out(text) == []


def test_links_at_the_end_of_a_one_line_article_are_left_out() -> None:
    text = " ".join((*PROSE, *PROSE, "More Great Harbour Stories Ten tugs you need Can a relay be saved? Read on"))
    assert [reason for _, reason in left_out(text)] == ["related link"]
    assert kept(text) == [*PROSE, *PROSE]


def test_form_inside_a_paragraph_is_left_out_and_the_sentences_beside_it_are_kept() -> None:
    text = f"{PROSE[0]} Sign up for our weekly harbour newsletter. {PROSE[1]}"
    assert kept(text) == [PROSE[0], PROSE[1]]


def test_byline_and_names_at_the_top_are_left_out() -> None:
    text = "\n".join(
        ("Ferry drifts after relay fails", "By Leo Marsh Harbour desk", "Nina Holm", "8 March 2021", *PROSE)
    )
    assert [line for line, _ in left_out(text)] == ["By Leo Marsh Harbour desk\nNina Holm", "8 March 2021"]


def test_caption_below_a_credit_is_left_out_with_it() -> None:
    text = article("Harbour Herald", "The ferry was towed past the old lighthouse on Monday")
    assert dict(left_out(text)) == {
        "Harbour Herald": "photo credit",
        "The ferry was towed past the old lighthouse on Monday": "caption",
    }


def test_caption_that_repeats_the_text_is_left_out() -> None:
    line = "The harbour ferry lost its steering after a relay failed"
    assert reasons(article(line)) == {line: "caption"}


def test_line_without_full_stop_that_says_something_new_is_kept() -> None:
    line = "The relay had been bought from a dealer who is now wanted by police"
    assert reasons(article(line)) == {}


def test_captions_are_not_looked_for_where_paragraphs_have_no_full_stops() -> None:
    lines = [line.rstrip(".") for line in PROSE]
    assert reasons("\n".join((*lines, "Harbour Herald", "The ferry was towed past the old lighthouse"))) == {}


def test_author_is_left_out_below_a_heading_and_at_the_end() -> None:
    bio = "Nina Holm is a reporter who covers harbours for this paper, and lives in Leeds with her dog."
    assert dict(left_out(article("About the author", bio, before=5)))[f"About the author\n\n{bio}"] == "author bio"
    assert reasons(article(bio, before=5)) == {bio: "author bio"}
    assert reasons(article(bio, before=2)) == {}


def test_dates_that_head_a_timeline_are_kept() -> None:
    text = "\n".join(part for day, line in zip(range(1, 6), PROSE, strict=True) for part in (f"{day} March 2021", line))
    assert left_out(f"Timeline of the ferry\nWhat we know\n{text}") == []


def test_menu_above_the_article_is_left_out_and_the_headline_is_not() -> None:
    menu = ("Home", "Harbour News", "Search", "Sign in", "Tugs")
    text = "\n".join((*menu, "Ferry drifts after relay fails", *PROSE))
    assert kept(text) == ["Ferry drifts after relay fails", *PROSE]


def test_article_without_prose_keeps_its_lines() -> None:
    text = "Relay K4\nSteering\nFerry Marlin\nBerth nine"
    assert kept(text) == text.split("\n")


@pytest.mark.parametrize(
    "unit", ["share\n", "By Jane Doe\n", "1 May 2020\n", "| ", "a | ", "Getty\n", "Published on ", "x\n\n"]
)
def test_long_runs_lose_nothing(unit: str) -> None:
    text = unit * 2_000
    sifted = sift(text)
    kept_spans = [span for paragraph in sifted.paragraphs for span in paragraph]
    spans = sorted([*map(tuple, kept_spans), *((one.start, one.end) for one in sifted.excluded)])
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


def test_the_rows_of_a_table_are_no_date_lines() -> None:
    table = ("Date | 3 May 2021", "Ended | 4 May 2021 10:00")
    assert reasons(article(*table, before=1)) == {}
    assert reasons(article("Published | 3 May 2021", before=0)) == {"Published | 3 May 2021": "date line"}


def test_a_name_before_a_border_and_a_day_is_a_byline() -> None:
    assert reasons(article("Jane Roe | 3 May 2021", before=0)) == {"Jane Roe | 3 May 2021": "byline"}


def test_a_time_with_a_label_is_no_date_line() -> None:
    assert reasons(article("Time: 13:40 - 14:46 UTC", "- Start: 13:40 UTC on 3 May 2021", before=0)) == {}
    assert reasons(article("13:40 - 14:46 UTC", before=0)) == {"13:40 - 14:46 UTC": "date line"}


def test_counted_lines_behind_the_text_are_kept() -> None:
    found = reasons(article("3.2 Other causes", "a) No spare part", "b) Alarm off", "--", "Home", "Next", before=5))
    assert not {"3.2 Other causes", "a) No spare part", "b) Alarm off"} & found.keys()
    assert {"--", "Home"} < found.keys()


def test_a_sentence_goes_on_in_the_next_line_whatever_their_width() -> None:
    text = "The pump of Elmford stopped\nbecause a relay broke.\nmenu\nabout us\nThe Board met."
    assert kept(text)[:1] == ["The pump of Elmford stopped\nbecause a relay broke."]
    assert "menu\nabout us" not in text[slice(*paragraphs(text)[1])]
