"""Read pages that are a document alone as a whole, and cut what an extractor ran together."""

import lxml.html
import pytest

from verifier.ingest.html import extract
from verifier.ingest.html_blocks import blocks
from verifier.ingest.html_plain import document_lines

LINES = ("The pumps stopped at nine.", "Three fields were flooded by the water.", "Nobody lost a cow.")


def lines(body: str, found: list[str]) -> list[str]:
    tree = lxml.html.document_fromstring(f"<html><body>{body}</body></html>")
    return document_lines(tree, blocks(tree), found)


def test_a_document_alone_is_read_whole() -> None:
    body = f"<p>{LINES[0]}</p><ul><li><span>{LINES[1]}</span></li></ul><p>{LINES[2]}</p>"
    assert lines(body, [LINES[0]]) == list(LINES)
    assert lines(body, list(LINES)) == list(LINES)


@pytest.mark.parametrize(
    "more",
    [
        "<nav><a>Home</a></nav>",
        "<p class='newsletter'>Sign up now.</p>",
        "<div role='navigation'>Home</div>",
        f"<div><p>{' '.join(LINES)}</p></div>",
        f"<table><tr><td>{'A cell that holds a story. ' * 12}</td></tr></table>",
        f"<p><a href='/a'>{' and '.join(LINES)}</a></p>",
    ],
)
def test_a_page_of_a_site_is_left_as_it_was_taken(more: str) -> None:
    assert lines(f"<p>{LINES[0]}</p><p>{LINES[1]}</p>{more}", [LINES[0]]) == [LINES[0]]


def test_a_page_run_together_is_cut_at_the_borders_of_its_blocks() -> None:
    body = "".join(f"<div>{line}</div>" for line in LINES)
    assert lines(f"<nav>Home</nav>{body}", [" ".join(LINES)]) == list(LINES)
    assert lines(f"<nav>Home</nav>{body}", ["Quite another line of text."]) == ["Quite another line of text."]


def test_a_shadow_root_in_the_page_is_read() -> None:
    body = "".join(f"<p>{line} It was seen by several people of the village.</p>" for line in LINES)
    html = f"<html><head><title>Pumps</title></head><body><article><template shadowrootmode='open'>{body}</template>"
    assert LINES[2] in extract(f"{html}</article></body></html>").text


@pytest.mark.parametrize("tag", ["script", "style", "noscript"])
def test_what_is_no_template_is_no_shadow_root(tag: str) -> None:
    body = "".join(f"<p>{line} It was seen by several people of the village.</p>" for line in LINES)
    code = f"<{tag} shadowrootmode='open'>let the pumps be started in the evening and stopped at noon.</{tag}>"
    html = f"<html><head><title>Pumps</title></head><body><article>{code}{body}{code}</article></body></html>"
    text = extract(html).text
    assert LINES[2] in text
    assert "let the pumps" not in text
