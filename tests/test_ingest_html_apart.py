"""Read notes in the margin apart from the paragraph around them, and tables of labels as rows."""

from verifier.claims.claims import claims_of
from verifier.ingest.fields import Origin
from verifier.ingest.html_postmortem import as_markdown
from verifier.ingest.markdown import read_markdown
from verifier.model import Kind

_SIGN = "<label class='margin-toggle'>+</label><input type='checkbox' class='margin-toggle'>"


def claims(body: str) -> list[str]:
    html = f"<html><head><title>Lock jams</title></head><body><article><h1>Lock jams</h1>{body}</article></body></html>"
    found, _ = claims_of(read_markdown(as_markdown(html, "pm.html"), Origin("pm.md", "pm", "")))
    return [claim.text for claim in found if claim.field != "Title" and claim.kind is not Kind.META]


def test_a_note_in_the_margin_stands_behind_its_paragraph() -> None:
    first = "<span class='sidenote'>It serves a fifth of all barges.</span>"
    second = "<span class='marginnote'>He is 40 years old.</span>"
    body = f"<p>The lock at Wendle, {_SIGN}{first} jammed in May. {_SIGN}{second} Its keeper rang the town.</p>"
    assert claims(body) == [
        "The lock at Wendle, jammed in May.",
        "Its keeper rang the town.",
        "It serves a fifth of all barges.",
        "He is 40 years old.",
    ]


def test_the_mark_of_a_comment_is_no_part_of_a_sentence() -> None:
    body = "<p><span>The lock jammed in May</span><sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup><span>.</span></p>"
    assert claims(f"{body}<p>Its keeper rang the town of Wendle at once, he said.</p>") == [
        "The lock jammed in May.",
        "Its keeper rang the town of Wendle at once, he said.",
    ]


def test_a_table_of_labels_has_no_head_and_tells_nothing_of_the_incident() -> None:
    rows = "<tr><td>Status:</td><td>Done</td></tr><tr><td>Type:</td><td>Bug</td><td>Priority:</td><td>High</td></tr>"
    told = "From 08:10 to 10:25 no barge passed the lock, and 40 of them had to wait."
    assert claims(f"<table>{rows}</table><p>{told}</p>") == [told]
