"""Put the times of a page's entries before what they say."""

from collections.abc import Callable

import pytest

from verifier.ingest.html import extract

ENTRIES = {
    "11:20": "The bridge at Wendle stays up after a fault of its control, and a ferry takes the cyclists over.",
    "12:05": "A barge has turned round and waits in the harbour, and two more are on their way, its keeper says.",
    "13:45": "The control was started anew without success, and a fitter is expected from the coast within the hour.",
}
LEAD = "The bridge at Wendle does not close since this morning, and this page tells what is done about it."


def read(entry: Callable[[str, str], str]) -> list[str]:
    feed = "".join(entry(time, told) for time, told in ENTRIES.items())
    html = f"<html><body><main><p>{LEAD}</p><div>{feed}</div></main></body></html>"
    return sorted(line for line in extract(html).text.split("\n\n") if line != LEAD)


@pytest.mark.parametrize(
    "entry",
    [
        lambda time, told: f"<article><time datetime='2023-04-04T{time}'>{time}</time><p>{told}</p></article>",
        lambda time, told: f"<article><header><time>{time}</time><h3>Next</h3></header><p>{told}</p></article>",
        lambda time, told: f"<div class='post'><div><span>{time}</span></div><div><p>{told}</p></div></div>",
        lambda time, told: f"<div><a href='#{time}'><time>{time}</time></a><p>{told}</p></div>",
        lambda time, told: f"<h3>{time}</h3><p>{told}</p>",
        lambda time, told: f"<p><b>{time}</b></p><p>{told}</p>",
    ],
)
def test_an_entry_says_its_time(entry: Callable[[str, str], str]) -> None:
    assert [line for line in read(entry) if line != "Next"] == [f"{time}: {told}" for time, told in ENTRIES.items()]


def test_the_time_of_an_entry_may_name_its_day() -> None:
    found = read(lambda time, told: f"<article><time>4 April 2023, {time} UTC</time><p>{told}</p></article>")
    assert found == [f"4 April 2023, {time} UTC: {told}" for time, told in ENTRIES.items()]


@pytest.mark.parametrize(
    "entry",
    [
        lambda time, told: f"<article><p>{told}</p><time>{time}</time></article>",
        lambda time, told: f"<p>{told}</p><p><time>{time}</time></p>",
        lambda _, told: f"<article><time>2 hours ago</time><p>{told}</p></article>",
        lambda time, told: f"<article><p>{time}</p><p>Updated {time}</p><p>{told}</p></article>",
        lambda time, told: f"<div><time>{time}</time><h3><a href='/'>Ferry</a></h3><p>{told}</p></div>",
    ],
)
def test_a_time_behind_a_text_or_of_something_else_is_not_put_before_it(entry: Callable[[str, str], str]) -> None:
    assert not any(line.startswith(f"{time}: ") for line in read(entry) for time in ENTRIES)


def test_the_time_of_a_whole_article_is_no_entry() -> None:
    stamps = "<p><time>4 April 2023 14:00</time></p><p><time>Updated 15:00</time></p>"
    told = "".join(f"<p>{each}</p>" for each in ENTRIES.values())
    html = f"<html><body><main><article><h1>Bridge stays up</h1>{stamps}{told}</article></main></body></html>"
    assert "15:00: " not in extract(html).text


def test_a_time_within_a_sentence_stays_where_it_is() -> None:
    found = read(lambda time, told: f"<p>Seen at <b>{time}</b></p><p>{told}</p>")
    assert [line for line in found if line in ENTRIES.values()] == sorted(ENTRIES.values())
