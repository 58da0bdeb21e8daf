"""Tell what a document holds beside its statements: greetings, files, captions, tasks, its table of contents."""

from pathlib import Path

import pytest

from verifier.claims.claims import claims_of
from verifier.claims.leaving import FILE, GREETING, TRAILER, unstated
from verifier.claims.pictures import CAPTION
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Kind
from verifier.text.chats import is_speaker


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Dear colleagues,", GREETING),
        ("Kind regards,\nAnn Lee\nLocks", GREETING),
        ("Thanks!", GREETING),
        ("gate-3.png (image/png)", FILE),
        ("Figure 1: Water at the gate.", CAPTION),
        ("Thanks,\nAnn", GREETING),
        ("Hi all,", GREETING),
        ("Fixes #48, closes #49", TRAILER),
        ("/cc @locks/core", TRAILER),
        ('/label ~weir ~"sev::1"', TRAILER),
        ("/confidential", TRAILER),
        ("Signed-off-by: Ann Lee ann@locks.example", TRAILER),
        ("Page 1 of 3", TRAILER),
        ("Lee                 Informational              [Page 1]", TRAILER),
        ("What happened ................... 12", TRAILER),
        ("locks@lists.example\nhttps://lists.example/info/locks", TRAILER),
        ("-- \nAnn Lee, lock keeper", GREETING),
    ],
)
def test_what_states_nothing_by_its_form(text: str, why: str) -> None:
    assert unstated(text) == why


@pytest.mark.parametrize(
    "text",
    [
        "Thanks to a keeper, the gate was shut.",
        "Best Boats lost 40 tickets.",
        "Dear Island was flooded.",
        "The keeper deleted gate-3.png by mistake.",
        "Figure 1 shows the gate, which stood open for a day and let in more water than the canal can hold.",
        "Ann Lee rang at 9:05 AM",
        "Gate #48 stuck.",
        "Page 3 of the manual was wrong.",
        "Regards Ltd stopped its boats on Monday",
        "Thanks Ann opened the gate at 14:00",
        "Cheers Boats lost the tickets of 40 people.",
        "Dear boatmen, we lost your tickets!",
        "Graph: the water rose to 40 cm at 14:05",
        "Photo: the gate was bent.",
        "-- The keeper rang the town",
        "Sunk BA-2490",
        "Closed US-101",
        "Image: torn",
        "Thanks,\nPumps Failed",
        "Boat: BA-123",
    ],
)
def test_sentences_are_statements(text: str) -> None:
    assert unstated(text) == ""


def test_a_chat_is_parted_where_another_writes(tmp_path: Path) -> None:
    assert not is_speaker("Lifeboat Launched 10:22 PM")
    chat = "# Gate stuck\n\nAnn Lee  9:05 AM\nthe gate is stuck\n\nBo Chen  9:31 AM\nfound a rope in the wheel\n"
    (tmp_path / "chat.txt").write_text(chat, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "chat.txt")
    assert [c.text for c in claims_of(found)[0][1:]] == ["the gate is stuck", "found a rope in the wheel"]


def test_a_line_like_that_of_a_speaker_is_a_claim_where_nobody_else_speaks(tmp_path: Path) -> None:
    (tmp_path / "pm.txt").write_text("# Gate stuck\n\nGate Opened 9:05 AM\n\nIt rained.\n", encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.txt")
    assert [c.text for c in claims_of(found)[0][1:]] == ["Gate Opened 9:05 AM", "It rained."]


def test_short_answers_to_a_heading_are_claims(tmp_path: Path) -> None:
    text = """# Gate stuck

## Summary

- Rope in the wheel
- The gate was bent
- Keeper asleep

## Rope in the wheel

It was 40 m long.

## The gate was bent

It had to go.

## Keeper asleep

He slept.

## Day of the flood

3 March 2021

## Start

14:05

## Boats sunk

12

## Tasks

- [ ] The alarm was replaced in May.
- [ ] Replace the rope that was cut
- [x] Gate painted on both sides
"""
    (tmp_path / "pm.md").write_text(text, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.md")
    assert [c.text for c in claims_of(found)[0] if c.kind == Kind.FACT][1:] == [
        "Rope in the wheel",
        "The gate was bent",
        "Keeper asleep",
        "It was 40 m long.",
        "It had to go.",
        "He slept.",
        "3 March 2021",
        "14:05",
        "12",
        "The alarm was replaced in May.",
        "Gate painted on both sides",
    ]


def test_tasks_contents_notices_and_numbered_headings(tmp_path: Path) -> None:
    text = """# Gate stuck

*Blameless. Internal use only. Do not distribute.*

- [Impact](#impact)
- [Recommendations](#recommendations)

[Impact](#impact): it was wet. [Gates](#gates) stuck.

## 1. Impact

No boat passed the gate.

- [ ] Paint the gate
- [x] The rope was cut

## Impact

Forty boats waited.

## 4. Recommendations

The keeper should look at the wheel.
"""
    (tmp_path / "pm.md").write_text(text, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.md")
    claims, left = claims_of(found)
    assert [c.text for c in claims if c.kind == Kind.FACT][1:] == [
        "Impact: it was wet.",
        "Gates stuck.",
        "No boat passed the gate.",
        "The rope was cut",
        "Forty boats waited.",
    ]
    assert {c.text for c in claims if c.kind == Kind.ADVICE} == {
        "Paint the gate",
        "The keeper should look at the wheel.",
    }
    assert "Impact" in {n.field and found.fields[0].text[n.start : n.end] for n in left if n.reason == "a heading"}


def test_the_title_of_an_exported_document(tmp_path: Path) -> None:
    body = '<p class="c1 title"><span>Gate of Dalwich stuck</span></p><h2>Summary</h2>'
    body += "<p>The gate of the Dalwich canal was stuck for a day, and no boat could pass it.</p>" * 2
    (tmp_path / "pm.html").write_text(f"<html><body class='doc-content'>{body}</body></html>", encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.html")
    assert found.title == "Gate of Dalwich stuck"


def test_a_task_is_advice_unless_it_tells_its_deed(tmp_path: Path) -> None:
    text = """# Gate stuck

The winch had no brake.

- [x] Add a brake to the winch
- [ ] Oil the hinges
- [x] The winch has a brake
- [x] Keepers trained

## Action items

| Action | Owner | Status |
|---|---|---|
| Teach the keepers what they had forgotten | Ann | Done |
| Hinges oiled | Bob | Done |

## Next steps

We fitted a brake.
"""
    (tmp_path / "pm.md").write_text(text, encoding="utf-8")
    claims, _ = claims_of(read_postmortems(tmp_path / "pm.md")[0])
    assert [(c.text, c.since) for c in claims if c.kind == Kind.FACT and c.field != "Title"] == [
        ("The winch had no brake.", False),
        ("Keepers trained", True),
        ("Hinges oiled | Bob | Done", True),
        ("We fitted a brake.", True),
    ]
