from __future__ import annotations

import socket
import sys
from datetime import date
from pathlib import Path

import pytest

from verifier.claims.claims import claims_of
from verifier.errors import InputError
from verifier.ingest.formats import Page
from verifier.ingest.html import decode_page, extract, read_page
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.text.reading import read_source

PARAGRAPHS = (
    "The canal office said on Tuesday that a faulty update had opened 31 lock gates & flooded a towpath.",
    '"We are sorry," a spokeswoman said. The office has since taken the update back.',
    "Engineers found that the controller had run out of memory because old log files were never removed.",
)
PAGE = f"""<!DOCTYPE html><html><head><title>Faulty update opens lock gates - The Towpath</title>
<meta property="og:title" content="Faulty update opens lock gates"><meta property="og:site_name" content="The Towpath">
<meta property="article:published_time" content="2021-05-04T07:00:00Z">
<link rel="canonical" href="https://www.towpath.example/news/gates">
<script>var unseen = "SCRIPT IN HEAD";</script><style>.unseen {{ color: red }}</style></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>Faulty update opens lock gates</h1>
<p>{PARAGRAPHS[0].replace("faulty update", "<b>faulty</b> <i>update</i>").replace("&", "&amp;")}</p>
<script>document.write("SCRIPT IN BODY")</script><style>p {{ display: none }}</style>
<p>{PARAGRAPHS[1]}</p><noscript>please enable scripts</noscript><!-- A COMMENT IN THE CODE -->
<p>{PARAGRAPHS[2]}</p></article>
<div id="comments" class="comments"><p>A reader commented that he hates canals.</p></div>
<footer>Subscribe to our newsletter</footer></body></html>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_page_becomes_its_article() -> None:
    assert extract(PAGE) == Page(
        text="\n\n".join(PARAGRAPHS),
        title="Faulty update opens lock gates",
        url="https://www.towpath.example/news/gates",
        outlet="The Towpath",
        published=date(2021, 5, 4),
    )


def test_nothing_but_the_articles_own_words_is_text() -> None:
    text = extract(PAGE).text
    for other in ("SCRIPT", "display", "enable", "COMMENT", "commented", "newsletter", "Home", "<", "&amp;"):
        assert other not in text


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        "<html></html>",
        "<!-- -->",
        "no markup at all",
        "https://www.towpath.example/news/gates",
        "<" * 100_000,
        "<html><body><p class='" + "x" * 500_000,
    ],
)
def test_a_page_without_an_article_is_empty(html: str) -> None:
    assert extract(html) == Page("")


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<div>" * 20_000 + "<p>The gate opened.</p>", "page.html: is nested too deeply"),
        (f"<p {' '.join(f'a{n}' for n in range(20_000))}>The gate opened.</p>", "a tag <p> of 20,000 attributes"),
    ],
)
def test_a_page_deeper_or_with_more_attributes_than_pages_are_is_refused(html: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        extract(f"<html><body>{html}</body></html>", "page.html")


def test_a_page_of_deep_boxes_and_many_attributes_keeps_its_words() -> None:
    attributes = " ".join(f"data-a{n}='x'" for n in range(300))
    assert extract("<div>" * 400 + f"<br><p {attributes}>The gate opened.</p>").text == "The gate opened."


def test_a_page_full_of_markup_keeps_its_words() -> None:
    html = "<html><body><p>" + "<b><i></i></b>&amp;" * 9_000 + "The gate opened.</p></body></html>"
    assert extract(html).text.endswith("The gate opened.")


def test_a_page_may_be_in_the_encoding_that_it_declares() -> None:
    html = "<html><head><meta charset='{}'></head><body><p>Café — gates</p></body></html>"
    for declared, encoding in (("iso-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("utf-8", "utf-8")):
        assert "Café — gates" in decode_page(html.format(declared).encode(encoding))
    for encoding in ("utf-8-sig", "utf-16"):
        assert decode_page(html.encode(encoding)) == html


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body><p>caf\xe9</p></body></html>", r"is not UTF-8 \(byte 18\)"),
        (b"<html><meta charset='no-such-code'><p>caf\xe9</p>", "is not UTF-8"),
        (b"<html><meta charset='rot13'><p>caf\xe9</p>", "is not UTF-8"),
        (b"<html><meta charset='shift_jis'><p>\xff\xff</p>", "is not UTF-8"),
        (b"\x00\x01\x02<html>", "is a binary file"),
    ],
)
def test_a_page_that_cannot_be_decoded_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=rf"^page\.html: {message}"):
        decode_page(data, "page.html")


def test_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError) as caught:
        extract(PAGE, "page.html")
    assert str(caught.value) == 'page.html: needs the extra "web"; pip install trafilatura lxml_html_clean'


def test_a_page_that_breaks_the_library_is_an_error_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", fail)
    with pytest.raises(InputError, match=r"page\.html: cannot be read as HTML \(RecursionError\)"):
        extract(PAGE, "page.html")


def test_a_page_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "gates.html"
    path.write_text(PAGE, encoding="utf-8")
    page, data = read_page(path)
    assert (page.title, data) == ("Faulty update opens lock gates", PAGE.encode())


BLOG = f"""<html><head><title>Lock gates open</title></head><body><main><h1>Lock gates open</h1>
<div class="key-points"><ul><li>31 lock gates opened in the night</li>
<li>The towpath at Elm was under water</li></ul></div>
<article><p>{PARAGRAPHS[0]}</p><h2>Timeline<span class="mw-editsection">[edit]</span></h2>
<table><tr><th>Time</th><th>Event</th></tr><tr><td>10:42</td><td>The gates opened.</td></tr></table>
<p>{PARAGRAPHS[1]}</p><pre>ERROR gate 3 of 31
at gate.open</pre><p>{PARAGRAPHS[2]}</p><ul><li>One gate was bent.</li></ul></article></main></body></html>"""


def test_a_page_of_tables_lists_and_code_is_read_as_it_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(BLOG, encoding="utf-8")
    (source,) = read_sources([tmp_path]).sources
    reading = read_source(source)
    shown = [s.text for s in reading.sentences if s.part == "body"]
    assert shown[:2] == ["31 lock gates opened in the night", "The towpath at Elm was under water"]
    assert shown[3:6] == ["Timeline", "Time | Event", "10:42 | The gates opened."]
    assert shown[-1] == "One gate was bent."
    assert [source.text[e.start : e.end] for e in reading.excluded] == ["ERROR gate 3 of 31\n\nat gate.open"]


def test_a_page_of_a_postmortem_keeps_its_code_apart(tmp_path: Path) -> None:
    (tmp_path / "pm.html").write_text(BLOG, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.html")
    claims, left = claims_of(found)
    assert not [claim for claim in claims if "gate 3" in claim.text]
    assert "10:42 | The gates opened." in [claim.text for claim in claims]
    assert [each.reason for each in left].count("code") == 2


def test_prose_that_a_page_sets_as_code_is_read() -> None:
    text = "The office of the canal said on Tuesday that a faulty update had opened the gates.\nNobody was hurt.\n"
    page = extract(f"<html><body><h1>Mail</h1><pre>{text}</pre></body></html>")
    assert "Nobody was hurt." in page.text
    assert page.skipped == ()


def test_what_does_not_show_is_no_text() -> None:
    text = extract(PAGE.replace("31 lock gates", "3&shy;1 lock\u200b ga&shy;tes")).text
    assert text.startswith(PARAGRAPHS[0])


def test_a_text_of_words_that_may_be_broken_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ga\u00adtes of 3\u00ad1 locks opened.\n", encoding="utf-8")
    (source,) = read_sources([tmp_path]).sources
    assert [s.text for s in read_source(source).sentences] == ["The gates of 31 locks opened."]


def test_requests_to_the_editors_of_a_wiki_are_no_text(tmp_path: Path) -> None:
    asked = '<sup class="noprint Inline-Template">[<i>citation needed</i>]</sup>'
    page = f"<html><body><article><p>{PARAGRAPHS[0]}{asked}</p><p>{PARAGRAPHS[1]}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (source,) = read_sources([tmp_path]).sources
    assert PARAGRAPHS[0] in source.text
    assert "citation needed" not in source.text
