"""Read postmortems that wikis, trackers and editors export as pages: whole, with their headings, tasks and notes."""

import pytest

from verifier.ingest.html_postmortem import as_markdown

TOLD = (
    "The tide gate of Wick stayed open for two hours on 4 May 2021.",
    "A relay in the gate house had been wired the wrong way round.",
    "Water stood in nine cellars of the lower town until the evening.",
)


def lines(body: str, head: str = "<title>Gate</title>") -> list[str]:
    return as_markdown(f"<html><head>{head}</head><body>{body}</body></html>", "pm.html").split("\n\n")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "box",
    [
        '<figure class="callout"><div>☂</div><div>Nobody was hurt in it.</div></figure>',
        '<div class="fold"><div class="fold-body"><p>Nobody was hurt in it.</p></div></div>',
        '<div class="panel"><div><span>Nobody was hurt in it.</span></div></div>',
        '<aside class="callout"><p>Nobody was hurt in it.</p></aside>',
    ],
)
def test_boxes_amid_the_text_are_read(box: str) -> None:
    found = lines(f"<div id='page'><h1>Gate</h1>{paragraphs(*TOLD[:2])}{box}{paragraphs(TOLD[2])}</div>")
    assert found[-4:] == [*TOLD[:2], "Nobody was hurt in it.", TOLD[2]]


def test_a_box_beside_the_text_that_leads_elsewhere_is_left_out() -> None:
    box = "<aside><p>Our book on tide gates is out now, <a href='/book'>have a look</a>.</p></aside>"
    assert lines(f"<div><h1>Gate</h1>{paragraphs(*TOLD[:2])}{box}{paragraphs(TOLD[2])}</div>")[-3:] == list(TOLD)


def test_cells_keep_times_and_links() -> None:
    rows = (
        "<tr><th>Date</th><td><time datetime='2021-05-04'>4 May 2021</time></td></tr>"
        "<tr><th>Owner</th><td><a href='/u'>Ann Elm</a></td></tr>"
    )
    found = lines(f"<div><h1>Gate</h1><table>{rows}</table>{paragraphs(*TOLD)}</div>")
    assert "|  |  |\n|---|---|\n| Date | 4 May 2021 |\n| Owner | Ann Elm |" in found


@pytest.mark.parametrize("name", ["Losses", "Losses and repairs"])
def test_a_heading_that_is_listed_above_stays_one(name: str) -> None:
    listed = f"<ul><li><a href='#a'>{name}</a></li></ul>"
    found = lines(f"<div><h1>Gate</h1>{listed}{paragraphs(*TOLD[:2])}<h2 id='a'>{name}</h2>{paragraphs(TOLD[2])}</div>")
    assert found == ["# Gate", *TOLD[:2], f"## {name}", TOLD[2]]


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("<p><b>Losses</b></p>", ""),
        ("<p><strong>Losses</strong></p>", ""),
        ("<p><span style='font-weight: 700'>Losses</span></p>", ""),
        ("<p><span class='c4'>Losses</span></p>", "<style>.c3{color:red}.c4{font-weight:700}</style>"),
        ("<details open><summary>Losses</summary></details>", ""),
        ("<div><p class='title'>Losses</p></div>", ""),
    ],
)
def test_a_line_in_bold_is_a_heading(heading: str, head: str) -> None:
    found = lines(f"<div><h1>Gate</h1>{paragraphs(*TOLD)}{heading}{paragraphs(TOLD[0][::-1] + ' is.')}</div>", head)
    assert "**Losses**" in found
    assert "**Losses" not in lines(f"<div>{paragraphs(*TOLD)}<p><b>Losses were</b> high.</p></div>")


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (
            "<ul><li><input type='checkbox' checked> The relay was wired anew.</li></ul>",
            "- [x] The relay was wired anew.",
        ),
        ("<ul><li><input type='checkbox'> Wire the other relays.</li></ul>", "- [ ] Wire the other relays."),
        (
            "<ul><li><div class='checkbox checkbox-on'></div><span>It was mended.</span></li></ul>",
            "- [x] It was mended.",
        ),
        ("<ul class='inline-task-list'><li>Wire the other relays.</li></ul>", "- [ ] Wire the other relays."),
        ("<ul class='inline-task-list'><li class='checked'>It was mended.</li></ul>", "- [x] It was mended."),
        ("<ul><li>It was mended.</li></ul>", "- It was mended."),
    ],
)
def test_tasks_keep_their_boxes(item: str, line: str) -> None:
    assert line in lines(f"<div><h1>Gate</h1>{paragraphs(*TOLD)}{item}</div>")


def test_notes_and_comments_at_the_end_lead_back_to_their_marks() -> None:
    marks = "<sup><a href='#n1' id='r1'>[1]</a></sup><sup><a href='#c1' id='k1'>[a]</a></sup>"
    notes = "<p><a href='#r1' id='n1'>[1]</a> Wick Post, page 4</p><p><a href='#k1' id='c1'>[a]</a>Is that so?</p>"
    found = lines(f"<div><h1>Gate</h1><p>{TOLD[0]}{marks}</p>{paragraphs(*TOLD[1:])}<hr>{notes}</div>")
    assert found[-2:] == ["[^1]: Wick Post, page 4", "{>>[a]Is that so?<<}"]


def test_the_name_of_a_site_is_no_title() -> None:
    head = "<title>Wick status - Gate left open</title><meta property='og:site_name' content='Wick status'>"
    assert lines(f"<div>{paragraphs(*TOLD)}</div>", head)[0] == "# Gate left open"


def test_a_comment_stays_one_without_its_mark() -> None:
    mark = "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>"
    comment = (
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>It was open for three hours, he said.</span></p></div>"
    )
    found = lines(f"<div><h1>Gate</h1><p>{TOLD[0]}{mark}</p>{paragraphs(*TOLD[1:])}{comment}</div>")
    assert found == ["# Gate", *TOLD, "{>>[a]It was open for three hours, he said.<<}"]
