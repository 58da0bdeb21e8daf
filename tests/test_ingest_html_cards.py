"""Take out the cards that show under the pointer, and keep the names that they hang on."""

import pytest

from verifier.ingest.html import extract

LINES = (
    "The library of Brookfield said on Friday that its lending system had sent a reminder to each of its readers.",
    "The reminders named books that were given back long ago, and some of them asked for 300 euros, it said.",
    "A test had been run on the true addresses, and the mails could not be called back once they were sent.",
)
CARD = "Writes on libraries since 2009"


def lines(line: str) -> list[str]:
    """Return what is read of a line amid the others."""
    body = "".join(f"<p>{each}</p>" for each in (*LINES, line, LINES[0].replace("library", "archive")))
    html = f"<html><head><title>Reminders sent</title></head><body><main><article>{body}</article></main></body></html>"
    text = [" ".join(each.split()) for each in extract(html).text.split("\n\n")]
    assert text[: len(LINES)] == list(LINES)
    return text[len(LINES) : -1]


@pytest.mark.parametrize(
    "name",
    [
        '<span class="tooltip">Lena Holt</span>',
        '<span class="has-popup"><a href="/h">Lena Holt</a></span>',
        '<b>Dr.</b> <span class="popover"><a href="/h">Lena Holt</a></span>',
        f'<span class="tooltip" title="{CARD}">Lena Holt</span>',
        f'<span class="tooltip">Lena Holt<span class="tooltiptext">{CARD}</span></span>',
        f'<span class="tooltip"><span class="tooltiptext">{CARD}</span>Lena Holt</span>',
        f'<span class="tooltip"> <b class="tooltip-trigger">Lena Holt</b> <i role="tooltip">{CARD}</i> </span>',
        (
            f'<span class="tooltip"> <span class="tooltip-trigger">Lena Holt</span> '
            f'<span class="tooltip-content">{CARD}</span> </span>'
        ),
        (
            f'<span class="hovercard-wrap"><a href="/h">Lena Holt</a>'
            f'<div class="hovercard"><h5>Lena Holt</h5><p>{CARD}</p></div></span>'
        ),
        f'<span class="who popup"><a href="/h">Lena Holt</a><span class="popup-card" hidden>{CARD}</span></span>',
        f'<span class="term">Lena Holt</span><span class="meaning" style="display: none">{CARD}</span>',
        f'Lena Holt<span class="tooltip">{CARD}</span>',
        f'<a href="/h">Lena Holt</a> <span class="popover"><a href="/h">Lena Holt</a> {CARD}</span>',
        f'<a href="/h">Lena Holt</a> <span class="popover"><ul><li>{CARD}</li></ul></span>',
        f'<abbr title="{CARD}">Lena Holt</abbr>',
        f'<button class="glossary">Lena Holt</button><span class="panel" hidden>{CARD}</span>',
    ],
)
def test_a_name_is_read_without_its_card(name: str) -> None:
    (line,) = lines(f"The expert {name} called that a lack of care.")
    assert line.replace("Dr. ", "") == "The expert Lena Holt called that a lack of care."


def test_a_name_that_begins_a_line_or_stands_in_marks_is_read() -> None:
    named = '<span class="tooltip">Lena Holt</span>'
    assert lines(f"{named} called that a lack of care.") == ["Lena Holt called that a lack of care."]
    assert lines(f"The readers call “{named}” careless.") == ["The readers call “Lena Holt” careless."]


def test_a_box_of_its_own_with_the_name_of_a_card_is_none_of_the_text() -> None:
    assert lines(f'</p><div class="popup-box">{CARD} and has a desk there.</div><p>She has not replied.') == [
        "She has not replied."
    ]


def test_what_is_hidden_apart_from_a_line_may_be_the_rest_of_the_text() -> None:
    rest = "The library will write to all of them again, and has asked the town for help with its lending system."
    assert lines(f'She has not replied.</p><div class="rest" hidden><p>{rest}</p></div><p>') == [
        "She has not replied.",
        rest,
    ]


def test_a_button_is_text_where_a_sentence_goes_on_behind_it() -> None:
    asked = "She asked the board of the town for a reply."
    assert lines(f"{asked} <button>Read on</button>") == [asked]
    assert lines(f"<button>Share</button> {asked}") == [asked]


def test_what_a_page_folds_away_is_text() -> None:
    told = "She asked the board of the town for a reply, which came late at night."
    found = lines(f"</p><details><summary>What she asked</summary><p>{told}</p></details><p>")
    assert told in found
