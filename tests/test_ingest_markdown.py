"""Read made-up postmortems in Markdown and plain prose."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.claims.claims import claims_of
from verifier.errors import InputError
from verifier.ingest.fields import Origin
from verifier.ingest.formats import MAX_LENGTH
from verifier.ingest.markdown import read_markdown
from verifier.ingest.markdown_skipped import HEAD
from verifier.model import Field, Postmortem, Span

DOCUMENT = """# Quay login outage

Published: 4 May 2021

The login of [Quay](https://quay.example/about) failed for 40 minutes[^1], as
the [Echo](https://echo.example/a "Echo") wrote. <!-- ask Ann --> It hit 3,000 users [2].

## Impact ##

* 3,000 users could
  not log in.
* [x] Payments stopped ([log](../sources/log.txt)).
  1. Nested one
  2. Nested two

> The head said: "we failed".

| Time  | Event |
|-------|-------|
| 10:32 | Alarm \\| pager |
| 10:40 | Rolled back, says [1] |

```
ERROR a log line
```

    indented log

## References

1. Echo, [Quay fails](https://echo.example/quay)
2. Post, https://post.example/quay?x=1.

[^1]: Notice by Quay, https://quay.example/status
"""


def read(text: str, path: str = "quay.md") -> Postmortem:
    return read_markdown(text, Origin(path, "quay", "0" * 64))


def named(text: str, name: str, path: str = "quay.md") -> Field:
    return next(field for field in read(text, path).fields if field.name == name)


def shown(field: Field) -> list[str]:
    return [field.text[start:end] for start, end in field.blocks]


def written(field: Field) -> list[str]:
    """Return what the file has for each block."""
    return [field.layout.excerpt(*block) if field.layout else field.text[slice(*block)] for block in field.blocks]


def cited(field: Field) -> list[tuple[str, tuple[str, ...]]]:
    return [(field.text[link.start : link.end], link.labels) for link in field.links]


def test_a_document_gives_title_date_and_a_field_for_each_section() -> None:
    found = read(DOCUMENT)
    assert (found.id, found.title, found.published) == ("quay", "Quay login outage", date(2021, 5, 4))
    assert [field.name for field in found.fields] == ["Title", "Published", "Lead", "Impact"]
    assert [field.value for field in found.fields[:2]] == ["Quay login outage", "4 May 2021"]
    assert all(field.layout and field.layout.raw is DOCUMENT for field in found.fields)
    assert found.cited == ()


def test_blocks_are_paragraphs_items_and_rows_without_their_markup() -> None:
    assert shown(named(DOCUMENT, "Impact")) == [
        "3,000 users could\nnot log in.",
        "Payments stopped (log).",
        "Nested one",
        "Nested two",
        'The head said: "we failed".',
        "10:32 | Alarm | pager",
        "10:40 | Rolled back, says [1]",
    ]
    assert written(named(DOCUMENT, "Impact"))[:2] + written(named(DOCUMENT, "Impact"))[-2:] == [
        "3,000 users could\n  not log in.",
        "Payments stopped ([log](../sources/log.txt)).",
        "10:32 | Alarm \\| pager",
        "10:40 | Rolled back, says [1]",
    ]


def test_comments_dates_of_the_document_and_code_are_left_out() -> None:
    lead = shown(named(DOCUMENT, "Lead"))
    assert len(lead) == 2
    assert lead[0].startswith("The login of Quay failed")
    assert lead[1] == "It hit 3,000 users [2]."
    assert "log line" not in " ".join(shown(named(DOCUMENT, "Impact")))


def test_links_of_the_text_are_mentions_and_notes_are_citations() -> None:
    assert cited(named(DOCUMENT, "Lead")) == [
        ("", ("https://quay.example/about",)),
        ("[^1]", ("^1",)),
        ("", ("https://echo.example/a",)),
    ]
    assert [link.mention for link in named(DOCUMENT, "Lead").links] == [True, False, True]
    assert cited(named(DOCUMENT, "Impact")) == [("(log)", ("../sources/log.txt",))]
    assert read(DOCUMENT).mentions == ("https://quay.example/about", "https://echo.example/a", "../sources/log.txt")


def test_references_map_labels_to_urls() -> None:
    assert read(DOCUMENT).references == (
        ("1", "https://echo.example/quay"),
        ("2", "https://post.example/quay?x=1"),
        ("^1", "https://quay.example/status"),
    )


@pytest.mark.parametrize(
    ("words", "links"),
    [
        ("So says <https://a.example/x>.", [("https://a.example/x", ("https://a.example/x",))]),
        ("So they say (https://a.example/x).", [("(https://a.example/x)", ("https://a.example/x",))]),
        ("Calls to https://api.example/v1 failed.", []),
        ("Calls to `(https://api.example/v1)` failed.", []),
        ("As [above](#impact), mail [us](mailto:a@b.example).", []),
        ("It broke [1](https://a.example).", [("[1]", ("https://a.example",))]),
        ("It broke [[95]](https://a.example).", [("[95]", ("https://a.example",))]),
        ("It hit [300](https://a.example) users.", [("", ("https://a.example",))]),
        ("It broke [1].\n\n[1]: https://a.example", [("[1]", ("1",))]),
        ("It [broke][1].\n\n[1]: https://a.example", [("", ("https://a.example",))]),
        ("The [Echo] says.\n\n[echo]: https://a.example", [("", ("https://a.example",))]),
        ("It broke[^7] and [^a-z] matched.", [("[^7]", ("^7",))]),
        ("It broke[^n].\n\n[^n]: Echo", [("[^n]", ("^n",))]),
        ("![map](m.png) It broke.", []),
        (
            "| a | b |\n|---|---|\n| x \\| y | [z](https://a.example) |",
            [("", ("https://a.example",))],
        ),
    ],
)
def test_links_are_found_where_markdown_has_them(words: str, links: list[tuple[str, tuple[str, ...]]]) -> None:
    assert cited(named(words, "Lead")) == links


@pytest.mark.parametrize(
    ("entries", "references"),
    [
        ("1. Echo, https://a.example", (("1", "https://a.example"),)),
        ("7) Echo, https://a.example", (("7", "https://a.example"),)),
        ("[1] Echo, https://a.example\n[2] Post\n(2020), https://b.example", (("1", "https://a.example"), ("2", "https://b.example"))),
        ("* [Echo](https://a.example/x)", (("https://a.example/x", "https://a.example/x"),)),
        ("https://a.example\nhttps://b.example", (("https://a.example",) * 2, ("https://b.example",) * 2)),
        ("- [95954] Echo headline", (("95954", "95954"),)),
        ("- Article 95954", (("95954", "95954"),)),
        ("- [4] Article #95954", (("4", "95954"),)),
        ("1. A book without link", (("1", "A book without link"),)),
        ("See also:\n\n1. https://a.example\n\n### Films\n\n2. https://b.example", (("1", "https://a.example"), ("2", "https://b.example"))),
    ],
)  # fmt: skip
def test_reference_lists_are_read_in_the_ways_people_write_them(
    entries: str, references: tuple[tuple[str, str], ...]
) -> None:
    found = read(f"# T\n\nText.\n\n## References\n\n{entries}\n")
    assert found.references == references
    assert [field.name for field in found.fields] == ["Title", "Lead"]


@pytest.mark.parametrize(
    "heading", ["## Sources", "**References:**", "Sources and further reading\n---", "References:"]
)
def test_headings_of_reference_lists(heading: str) -> None:
    found = read(f"# T\n\nText.\n\n{heading}\n\n1. https://a.example\n\n# After\n\nMore text.\n")
    assert found.references == (("1", "https://a.example"),)
    assert shown(found.fields[1]) == ["Text."]


def test_a_section_on_sources_of_something_is_text() -> None:
    text = "# T\n\n## Sources of error\n\nThere were 1. two\n\n## Sources\n\nThe sources were a pump and a valve.\n"
    assert [field.name for field in read(text).fields] == ["Title", "Sources of error", "Sources"]
    text = (
        "# T\n\n- References\n- https://a.example\n\n| Links | https://b.example |\n|---|---|\n| Users hit | 3,000 |\n"
    )
    assert [field.name for field in read(text).fields] == ["Title", "Lead"]
    assert shown(read(text).fields[1]) == ["References", "https://a.example", "Users hit | 3,000"]


def test_link_definitions_and_notes_are_references_and_no_text() -> None:
    text = (
        "Text [A] and[^b].\n\n[A]: https://a.example\n[//]: # (hidden)\n\n[^b]: Article 7001\n[^c]: The Echo, page 3\n"
    )
    found = read(text)
    assert found.references == (
        ("A", "https://a.example"),
        ("^b", "7001"),
        ("^c", "The Echo, page 3"),
        ("b", "7001"),
        ("c", "The Echo, page 3"),
    )
    assert shown(found.fields[0]) == ["Text A and[^b]."]


def test_front_matter_gives_title_and_date() -> None:
    text = '---\nTitle: "Quay: the outage"\npublished: 2021-05-04\ntags: [a]\n---\n\nIt broke.\n'
    found = read(text)
    assert (found.title, found.published) == ("Quay: the outage", date(2021, 5, 4))
    assert [field.value for field in found.fields] == ["Quay: the outage", "2021-05-04", "It broke."]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Published: 2021-05-04", "2021-05-04"),
        ("**Date:** May 4, 2021", "May 4, 2021"),
        ("*Published on 4 May 2021*", "4 May 2021"),
        ("**Author:** Ann\n**Publication date**: 2021-05-04\n**Status:** final", "2021-05-04"),
        ("- Date: 2021-05-04\n- Status: final", "2021-05-04"),
        ("Date: 2020-01-01\nPublished: 2021-05-04", "2021-05-04"),
    ],
)
def test_the_line_with_the_date_of_publication_is_a_field_of_its_own(line: str, words: str) -> None:
    found = read(f"# T\n\n{line}\n\nIt broke.\n")
    assert found.published == date(2021, 5, 4)
    assert found.fields[1].value == words
    assert all(words not in block for block in shown(found.fields[2]))
    assert "It broke." in shown(found.fields[2])


def test_lines_of_labels_and_hard_breaks_are_not_joined() -> None:
    text = "Status: done\nOwner: Ann\n\nFirst  \nsecond\\\nthird\nfourth <br> fifth\n"
    assert shown(named(text, "Lead")) == ["Status: done", "Owner: Ann", "First", "second", "third\nfourth", "fifth"]


def test_html_blocks_give_their_text() -> None:
    text = "# T\n\n<details>\n<summary>More <b>here</b></summary>\n\nHidden text.\n\n</details>\n\n"
    text += "<!-- no\n\nno -->\n<script>\nno()\n</script>\n"
    assert shown(named(text, "Lead")) == ["More here", "Hidden text."]


HEADS = (
    "Time | Event",
    "Line | Q1 | Q2",
    "Line | 2021 | 2022",
    "Version | Users of v1 | Users of v2",
    "Pier | Number of passengers hit",
    "Pier | 2021",
)
STATED = (
    "Begun | 3 May 2021",
    "Duration | 4 hours",
    "10:15 | The gates shut",
    "Cause | A pump was old and nobody had a spare",
)


@pytest.mark.parametrize("head", [*HEADS, *STATED])
def test_the_row_above_the_rule_of_a_table_is_its_head_unless_it_states_something(head: str) -> None:
    rule, row = "|".join(["---"] * head.count("|")) + "|---", " | ".join(["Fog"] * (head.count("|") + 1))
    found = read(f"# T\n\n{head}\n{rule}\n{row}\n")
    assert shown(found.fields[1]) == [*([head] if head in STATED else []), row]
    assert (HEAD in [each.reason for each in claims_of(found)[1]]) == (head in HEADS)


def test_sections_of_one_name_are_told_apart() -> None:
    text = "# T\n\n## Impact\n\nA.\n\n## Impact\n\nB.\n\n**Root cause**\n\nD.\n"
    assert [field.name for field in read(text).fields] == ["Title", "Impact", "Impact (2)", "Root cause"]


def test_heading_names_are_their_words() -> None:
    assert read("## The *big* `cfg` [gap](x.md):\n\nA.\n").fields[0].name == "The big cfg gap"


def test_plain_prose_needs_no_markdown() -> None:
    text = "Ferry tickets sold twice\r\n\r\nTickets were sold\r\ntwice.\r\n\r\n    Then it stopped.\r\n\r\n"
    text += "Sources:\r\n[1] https://a.example\r\n"
    found = read(text, "ferry.txt")
    assert found.title == "Ferry tickets sold twice"
    assert found.references == (("1", "https://a.example"),)
    assert shown(found.fields[1]) == ["Tickets were sold\r\ntwice.", "Then it stopped."]
    assert read(text.replace("Sources:", "Sources:\r\n"), "ferry.txt").references == found.references


@pytest.mark.parametrize(
    "first",
    [
        "Tickets were sold twice.",
        "Two\nlines",
        "1. An item",
        "x " * 100,
        "Tickets were sold twice.[3]",
        "Tickets were sold twice [3], [4]",
        "Tickets were sold twice [Article 3, Article 4]",
        "Tickets were sold twice.[^a]",
        "(Tickets were sold twice.)",
    ],
)
def test_a_first_line_that_is_no_title_is_text(first: str) -> None:
    found = read(f"{first}\n\nMore.\n", "ferry.txt")
    assert found.title == "quay"
    assert [field.name for field in found.fields] == ["Lead"]


def test_a_first_line_is_text_where_front_matter_has_told_the_title() -> None:
    found = read("---\ntitle: Tickets\n---\n\nTickets were sold twice\n\nMore.\n")
    assert [(field.name, field.value) for field in found.fields] == [
        ("Title", "Tickets"),
        ("Lead", "Tickets were sold twice\n\nMore."),
    ]


@pytest.mark.parametrize("title", ["# Gates shut[^echo]", "**Gates were shut**[^echo]", "# Gates shut [3]"])
def test_what_a_title_cites_has_the_label_that_it_has_in_the_text(title: str) -> None:
    claims, _ = claims_of(read(f"{title}\n\nGates shut [3]. They held[^echo].\n\n[^echo]: The Echo\n"))
    assert {label for claim in claims for label in claim.citations} == {"3", "^echo"}


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match=r"quay\.md: is longer than 524,288 characters"):
        read("word " * (MAX_LENGTH // 5 + 1))


@pytest.mark.parametrize("run", ["[", "![", "[^", "^[", "*a ", "<", "|", "a`", "&", "\\", "[a](", "(http://", "- "])
def test_long_runs_of_marks_are_read(run: str) -> None:
    found = read(f"# T\n\n{run * 3000}\n\nEnd of it.\n\n[^1]: x\n[a]: https://b.example\n")
    assert shown(found.fields[-1])[-1] == "End of it."


@pytest.mark.parametrize("text", ["> " * 3000 + "deep", "".join("  " * n + "- a\n" for n in range(500))])
def test_nesting_that_would_hide_text_is_refused(text: str) -> None:
    assert shown(read("".join("  " * n + "- a\n" for n in range(8)) + "\nEnd.\n").fields[-1])[-1] == "End."
    with pytest.raises(InputError, match=r"quay\.md: nests lists or quotations too deeply; flatten them"):
        read(text + "\n\nEnd.\n")


MARKS = st.sampled_from(
    [
        *(
            "# ",
            "## References",
            "\n\n",
            "\n",
            "\r\n",
            "\r",
            "- ",
            "1. ",
            "> ",
            "| ",
            "|---|",
            "\n|-|-|\n",
            "```",
            "    ",
        ),
        *("\t", "  ", "[a]", "(https://a.example)", "[^1]", "[^1]: ", "[1]: https://b.example", "<!--", "-->", "<br>"),
        *(
            "<p>",
            "![",
            "](",
            "**",
            "*",
            "`",
            "---",
            "===",
            "\\",
            "\\|",
            "&amp;",
            "\0",
            "Published: 2020-02-27",
            "Date:",
        ),
        *("\ufeff", "\u2028", "\x0b", "\u00a0"),
    ]
)


def _written(field: Field) -> Callable[[Span], tuple[int, int]]:
    return lambda block: field.layout.written(*block) if field.layout else block


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(MARKS, st.text(max_size=5)), max_size=40), st.sampled_from(["a.md", "a.txt"]))
def test_any_text_is_read_with_exact_spans(parts: list[str], path: str) -> None:
    text = "".join(parts)
    try:
        found = read(text, path)
    except InputError as error:
        assert "too deeply" in str(error)
        return
    for field in found.fields:
        seen = field.text
        assert (field.layout.raw if field.layout else seen) == text
        assert seen[field.start : field.end] == field.value != ""
        ends = [field.start, *(end for _, end in field.blocks)]
        assert all(at <= start < end <= field.end for at, (start, end) in zip(ends, field.blocks, strict=False))
        assert all(field.start <= link.start <= link.end <= field.end for link in field.links)
        assert all(0 <= start < end <= len(text) for start, end in map(_written(field), field.blocks))
    assert read(text, path) == found


@pytest.mark.parametrize("marks", ["<p>", "<br>", "[](https://a.example)", "&nbsp;", "** **", "<i></i>", "<!-- x -->"])
def test_marks_without_words_are_no_field_and_no_block(marks: str) -> None:
    found = read(f"# {marks}\n\n{marks}\n\n- {marks}\n- It stopped.\n- {marks}\n\n## {marks}\n\n{marks}\n")
    assert found.title == "quay"
    assert [field.value for field in found.fields] == ["It stopped."]
    assert [words for field in found.fields for words in shown(field)] == ["It stopped."]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["# ", "- ", "1. ", "> ", "", "  ", "| ", "- > ", "* * ", "10. "]), min_size=1, max_size=12
    )
)
def test_no_word_of_a_document_is_lost(starts: list[str]) -> None:
    lines = [f"{start}word{number}" for number, start in enumerate(starts)]
    found = read("\n".join(lines))
    names = " ".join(field.name for field in found.fields)
    kept = f"{names} {' '.join(block for field in found.fields for block in shown(field) or [field.value])}".split()
    headings = {f"word{number}" for number, start in enumerate(starts) if start == "# "}
    assert {f"word{number}" for number in range(len(starts))} - set(kept) <= headings
