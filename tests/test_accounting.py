"""Account for every letter and figure of a document: claim, heading, or named as not checked with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.claims.claims import claims_of
from verifier.errors import InputError
from verifier.ingest.document import read_document
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Postmortem, Source
from verifier.text.reading import read_source

MARKDOWN = """---
title: Pumps stop
tags: [water, pumps]
---
# Pumps stop in Elmford

Published: 4 May 2021

The **pumps** of [Elmford](https://elm.example/) stopped for 40 minutes[^1]. <!-- ask Ann -->
It was ~~an hour~~ short. ![A pump](pump.png)

## Losses

| System | Homes |
|---|---|
| North | 4,000 |

```
ERROR pump 3
```

- One `valve` broke &amp; leaked.
- [x] It was mended.

<details><summary>More</summary>

The rest.

</details>

## References

1. Post, <https://post.example/a>
2. Gazette, [Forty minutes without water](https://gazette.example/b)

[^1]: Echo, https://echo.example/b
[def]: https://def.example/
"""
PAGE = """Incident: Ferry tickets sold twice

Published Date: 2021-05-04

Postmortem Analysis
Timeline 1. The booking system failed on 3 May 2021 [7001].
Impacts 1. About 40,000 tickets were lost [7001].

Software Taxonomy of Faults
Category Option Rationale
Phase (Design/Operation) design (a) The failure came from the design [7001].

Sources
7001 https://post.example/a
Rats had eaten through a cable in the night.
Impacts 1. Nobody was hurt [7001].
"""
ROWS = ("Incident:", "Published Date:", "Postmortem Analysis", "Timeline", "Impacts", "Software Taxonomy of Faults")
HEADS = (
    *ROWS,
    "Category Option Rationale",
    "Phase (Design/Operation) design",
    "Sources",
    "Impacts 1.",
    "Timeline 1.",
    "(a)",
)
MARKS = (*HEADS, "https://elm.example/", "&amp;", "x", "details", "summary", "1.")


def unaccounted(postmortem: Postmortem, raw: str, heads: tuple[str, ...] = MARKS) -> str:
    """Return the letters and figures of a text that nothing accounts for."""
    claims, left = claims_of(postmortem)
    layouts = {field.name: field.layout for field in postmortem.fields}
    known = bytearray(len(raw))
    spans = [(c.field, c.start, c.end) for c in claims] + [(n.field, n.start, n.end) for n in left]
    for name, first, last in spans:
        layout = layouts.get(name)
        start, end = layout.written(first, last) if layout else (first, last)
        known[start:end] = b"\1" * (end - start)
    for field in postmortem.fields:
        if field.name in {"Title", "Published"}:
            start, end = field.layout.written(field.start, field.end) if field.layout else (field.start, field.end)
            known[start:end] = b"\1" * (end - start)
    rest = "".join(letter if not seen else "\0" for letter, seen in zip(raw, known, strict=True))
    for head in sorted(heads, key=len, reverse=True):
        rest = rest.replace(head, "")
    return "".join(letter for letter in rest if letter.isalnum())


@pytest.mark.parametrize(("name", "text"), [("pm.md", MARKDOWN), ("pm.txt", PAGE)])
def test_every_letter_of_a_postmortem_is_accounted_for(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / name)
    assert unaccounted(found, text) == ""


def test_all_of_the_front_matter_is_named(tmp_path: Path) -> None:
    text = "---\ntitle: Pumps stop\ndate: 2021-05-04\nauthor: Ann\ntags: [water]\n---\n\nThe pumps stopped.\n"
    (tmp_path / "pm.md").write_text(text, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.md")
    assert unaccounted(found, text) == ""


def test_text_under_the_sources_is_a_claim(tmp_path: Path) -> None:
    (tmp_path / "pm.txt").write_text(PAGE, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.txt")
    texts = [claim.text for claim in claims_of(found)[0]]
    assert "Rats had eaten through a cable in the night." in texts
    assert "Nobody was hurt [7001]." in texts
    assert found.cited == ("7001",)


PIECES = st.lists(
    st.sampled_from(
        (
            *("# Head\n\n", "Word one.\n\n", "- item two\n", "> quoted\n\n", "```\ncode\n```\n\n", "<!-- note -->\n\n"),
            *("| a | b |\n|---|---|\n| c | 5 |\n\n", "[l](http://a.b)\n\n", "**b** `c`\n\n", "![p](q.png)\n\n"),
            *("## Sources\n\n1. http://c.d\n\n", "Text[^1].\n\n[^1]: note\n\n", "[z]: http://e.f\n\n"),
            *("&amp; x\n\n", "Sources:\nhttp://g.h\n\n", "Published: 4 May 2021\nThe gate broke.\n\n"),
        )
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_no_letter_of_any_markdown_is_lost(parts: list[str]) -> None:
    text = "Start of it.\n\n" + "".join(parts)
    try:
        (found,) = read_postmortems(Path("-"), stdin_text=text)
    except InputError:
        return
    assert unaccounted(found, text, ("http://a.b", "&amp;")) == ""


def test_every_letter_of_an_article_is_evidence_or_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(MARKDOWN, encoding="utf-8")
    source: Source = read_document(tmp_path / "a.md")
    reading = read_source(source)
    known = bytearray(len(source.text))
    spans = [(s.start, s.end) for s in reading.sentences if s.part == "body"]
    for start, end in (*spans, *((e.start, e.end) for e in reading.excluded)):
        known[start:end] = b"\1" * (end - start)
    rest = "".join(letter for letter, seen in zip(source.text, known, strict=True) if not seen)
    assert not any(map(str.isalnum, rest.replace("x", "").replace("1", ""))), rest
