"""Read text that stands loose beside a box."""

import pytest

from verifier.claims.claims import claims_of
from verifier.ingest.fields import Origin
from verifier.ingest.html import extract
from verifier.ingest.html_postmortem import as_markdown
from verifier.ingest.markdown import read_markdown

LOOSE = "The keepers of all 30 gates will be paid by Friday, as the board said."


def page(body: str, title: str = "Gate stuck") -> str:
    return f"<html><head><title>{title}</title></head><body><main><h1>Gate stuck</h1>{body}</main></body></html>"


@pytest.mark.parametrize(
    "entry",
    [
        "<article><h3>Resolved</h3><div><p>The gate moves.</p></div> {}</article>",
        "<article><h3>Resolved</h3>{}<div><p>The gate moves.</p></div></article>",
        "<div><p>The gate moves.</p><!-- end -->{}<br></div>",
        "<section><div><p>The gate moves.</p></div><b>Note:</b> {} <div><p>It rained.</p></div></section>",
    ],
)
def test_a_sentence_beside_a_box_is_a_paragraph(entry: str) -> None:
    first = "<article><h3>Investigating</h3><div><p>The gate is stuck since noon, the keeper said.</p></div></article>"
    lines = extract(page(entry.format(LOOSE) + first)).text.split("\n\n")
    assert any(line.removeprefix("Note: ") == LOOSE for line in lines)
    assert {"The gate moves.", "The gate is stuck since noon, the keeper said."} <= set(lines)


def test_a_page_of_updates_tells_what_happened_and_no_more() -> None:
    states = {"Resolved": "The gate moves.", "Identified": "A rope was cut.", "Investigating": "The gate is stuck."}
    told = "".join(
        f"<article><h3>{state}</h3><time>March 5, 2021 at 11:{at}0 AM</time><div><p>{text}</p></div> {LOOSE}</article>"
        for at, (state, text) in enumerate(states.items())
    )
    controls = "<p>Get notified by email</p><p>Copy link</p><a href='/history'>View incident history</a>"
    markdown = as_markdown(page(told + controls), "pm.html")
    claims, _ = claims_of(read_markdown(markdown, Origin("pm.md", "pm", "")))
    assert {claim.text for claim in claims} == {"Gate stuck", LOOSE, *states.values()}


def test_a_title_that_the_page_does_not_show_gives_way_to_the_rest_of_its_name() -> None:
    body = f"<div class='name'>Gate stuck</div><div><p>{LOOSE}</p></div>"
    shown = f"<html><head><title>Elm Status - Gate stuck</title></head><body><main>{body}</main></body></html>"
    assert extract(shown).title == "Gate stuck"
    other = shown.replace("<div class='name'>Gate stuck</div>", "")
    assert extract(other).title != "Gate stuck"
