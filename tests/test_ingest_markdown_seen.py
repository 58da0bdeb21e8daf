"""Read Markdown as its reader sees it."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from verifier.claims.claims import claims_of
from verifier.cli.main import main
from verifier.ingest.document import headline, read_document
from verifier.ingest.front_matter import front_matter
from verifier.ingest.markdown import loose
from verifier.ingest.postmortems import read_postmortems
from verifier.model import Exclusion
from verifier.text.reading import read_source


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("Some **40** pumps", "Some 40 pumps"),
        ("__Two__ *of* the ***three*** _valves_", "Two of the three valves"),
        ("==Two== ==of **the** three== **==valves==**, (==all==)", "Two of the three valves, (all)"),
        ("Rows ==10 to\n20== of ==`a == b`==, ==[x](/y)==", "Rows 10 to\n20 of a == b, x"),
        ('a == b and c == d, A=="b" B=="c", x==y==z', 'a == b and c == d, A=="b" B=="c", x==y==z'),
        ("===a=== ====b==== ==c= ==d", "===a=== ====b==== ==c= ==d"),
        ("`==e==` \\==f==", "==e== ==f=="),
        ("a * b, 2*3*4 and snake_case_name", "a * b, 2*3*4 and snake_case_name"),
        ("`gate.close()` and `` a`b ``", "gate.close() and a`b"),
        ("cost [$5](https://a.example/x) million", "cost $5 million"),
        ("see <https://a.example/x>", "see https://a.example/x"),
        ("3&nbsp;million, Elm &amp; Oak, 5 &lt; 6, &#176;C", "3\u00a0million, Elm & Oak, 5 < 6, °C"),
        ("10<sup>6</sup> rows, m<sup>2</sup>, 3<sup>rd</sup>, CO<sub>2</sub>", "10⁶ rows, m², 3rd, CO2"),
        ("It broke<sup id='r'><a href='#n'>2</a></sup> at 5.", "It broke² at 5."),
        ("| a | b |\n|---|---|\n| ~~10:41~~ 10:42 | ![9 men](m.png) it rang |", "a | b\n|---|---|\n 10:42 |  it rang"),
        ("<b>40</b> pumps and <user> input", "40 pumps and <user> input"),
        (r"1\. not a list \* star", "1. not a list * star"),
        ("[7](https://a.example) and [[8]](https://a.example)", "[7] and [8]"),
        ("> The gate\n> stuck.", "> The gate\nstuck."),
        ("The gate\r\nstuck & &amp; rusted.", "The gate\r\nstuck & & rusted."),
        ("The gate\\\nstuck.", "The gate\nstuck."),
        ("4\u00ad0 pumps\u200b, \ufeffa wa\u00adter\u2060way", "40 pumps, a waterway"),
        ("Plain text.", "Plain text."),
    ],
)
def test_marks_are_no_text(raw: str, seen: str) -> None:
    assert loose(raw)[0] == seen


@pytest.mark.parametrize(
    ("head", "cell", "row"),
    [
        ("Records lost", "1,200", "Payroll | 1,200 records lost"),
        ("API calls", "40", "Payroll | 40 API calls"),
        ("Error rate", "12%", "Payroll | error rate 12%"),
        ("Time", "09:48", "Payroll | 09:48"),
        ("Year", "2023", "Payroll | 2023"),
        ("Date", "2023-02-14", "Payroll | 2023-02-14"),
        ("Note", "broke", "Payroll | broke"),
        ("", "7", "Payroll | 7"),
        ("3 May 2021", "7", "Payroll | 7"),
    ],
)
def test_a_bare_figure_is_read_with_the_head_of_its_column(head: str, cell: str, row: str) -> None:
    assert loose(f"| System | {head} |\n|---|---|\n| Payroll | {cell} |")[0].splitlines()[-1] == row


def claimed(path: Path, text: str | None = None) -> list[str]:
    """Return what the postmortem in a file, or of a text, claims."""
    (found,) = read_postmortems(path, stdin_text=text)
    return [claim.text for claim in claims_of(found)[0]]


def test_every_figure_of_a_row_is_read_with_the_head_of_its_column() -> None:
    rows = "| **Mail** | `3,400` | 1% | a patch |\n| Web | <b>7</b> | 2% | a patch |"
    table = f"| System | Records lost | Error rate | Cause |\n|:--|--:|---|---|\n{rows}"
    assert loose(table)[0].splitlines()[2:] == [
        "Mail | 3,400 records lost | error rate 1% | a patch",
        "Web | 7 records lost | error rate 2% | a patch",
    ]


@pytest.mark.parametrize("heads", ["| Metric | Value |", "| | |", "| | Total |"])
def test_a_figure_is_read_with_the_head_of_its_row_where_the_columns_name_no_things(heads: str) -> None:
    rows = "| Homes hit | 3,400 |\n| Error rate | 12% |\n| Date | 2021-05-04 |"
    assert loose(f"{heads}\n|---|---|\n{rows}")[0].splitlines()[2:] == [
        "Homes hit | 3,400 homes hit",
        "Error rate | error rate 12%",
        "Date | 2021-05-04",
    ]


def test_the_tags_of_a_block_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# Gate\n\n<table>\n<tr><th>Time</th><th>Event</th></tr>\n<tr><td>09:48</td><td>It <b>stuck</b></td></tr>\n"
        "</table>\n\n<ul><li>One valve broke.</li><li>A load <5 and >3 held.</li></ul>\n\n<iframe src='x'></iframe>\n"
        "<details><summary>More</summary>\n\nNobody was hurt.\n\n</details>\n",
        encoding="utf-8",
    )
    source = read_document(path)
    texts = ["Gate", "Time | Event", "09:48 | It stuck", "One valve broke.", "A load <5 and >3 held.", "More"]
    assert [s.text for s in read_source(source).sentences] == [*texts, "Nobody was hurt."]
    assert claimed(path) == ["Gate", *texts[2:-1], "Nobody was hurt."]


def test_signs_before_a_text_are_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "- [x] The gate was mended.\n\n> [!WARNING]\n> It stuck.\n>\n> > Nobody knew.\n\n"
        "It was old[^a].\n\n[^a]: Of 90.\n",
        encoding="utf-8",
    )
    sentences = [s.text for s in read_source(read_document(path)).sentences]
    assert sentences == ["The gate was mended.", "It stuck.", "Nobody knew.", "It was old[^a].", "Of 90."]
    assert claimed(path)[:3] == sentences[:3]


def test_what_tags_strike_out_is_not_read() -> None:
    (found,) = read_postmortems(
        Path("-"), stdin_text="# T\n\n<del>At 10:40</del> At 10:45 the gate <ins>stuck</ins>.\n"
    )
    claims, left = claims_of(found)
    assert [claim.text for claim in claims][1:] == ["At 10:45 the gate stuck."]
    assert "struck out" in {each.reason for each in left}


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("It rang for ~~40~~ 45 minutes.", ["It rang for 45 minutes."]),
        ("The ![bell](b.png) bell <!-- which? --> rang, and <s>two</s>\nmen ran.", ["The bell rang, and\nmen ran."]),
        ("It rang ~~twice~~, then stopped.", ["It rang, then stopped."]),
        ("It rang. ~~It fell.~~ It stopped.", ["It rang.", "It stopped."]),
        ("![bell](b.png) ~~twice~~ It rang.", ["It rang."]),
        (":bell: It rang :tada: in `a :b: c` at 10:40:12. :x:", ["It rang in a :b: c at 10:40:12."]),
        (
            "<p>It rang <del>at 10:40</del> at <time>10:45</time> on <ins>3 May</ins>.</p>",
            ["It rang at 10:45 on 3 May."],
        ),
        (
            "<p>The <img src=b.png alt='a bell'> bell <font color=red>rang</font>. <s>It fell.</s></p>",
            ["The bell rang."],
        ),
    ],
)
def test_a_sentence_goes_on_behind_what_is_not_read(written: str, seen: list[str]) -> None:
    assert claimed(Path("-"), f"# T\n\n{written}\n")[1:] == seen


TEMPLATED = """import Chart from "../Chart"

# Gate {#gate}

{/* ask Ann */}

[TOC]

{{< figure src="a.png" caption="Nine men" >}}

The gate stuck for 3 hours.
{: .notice}

{% highlight ruby %}
gate.open 40
{% endhighlight %}

:::warning
It was old.
:::

{% raw %}
Nobody was hurt.
{% endraw %}
"""


def test_tags_of_templates_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEMPLATED, encoding="utf-8")
    texts = ["Gate", "The gate stuck for 3 hours.", "It was old.", "Nobody was hurt."]
    reading = read_source(read_document(path))
    assert [s.text for s in reading.sentences] == texts
    assert {e.reason for e in reading.excluded} == {"a tag of a template", "code"}
    (found,) = read_postmortems(path)
    claims, left = claims_of(found)
    assert [claim.text for claim in claims] == texts
    assert [each.reason for each in left].count("code") == 1


def test_tags_without_an_end_take_no_long_time() -> None:
    for tag in ("{% highlight %}", "{% a %}", "{{< a >}}", "{: .a }", "::: a\n", "{", "{%"):
        assert loose(f"# T\n\n{tag * 3000}x")[0].endswith("x")


def test_lines_of_a_paragraph_that_is_wrapped_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "The gate of Elm, which had been built in the year of the great flood,\nStuck Water said, stuck for 3 hours."
        "\n\n> It was old,\n> and it was wet.\n\n10:40 the gate stuck\n10:45 Ann came\n\nOne line.\\\nand another\n",
        encoding="utf-8",
    )
    source = read_document(path)
    assert [s.text for s in read_source(source).sentences] == [
        "The gate of Elm, which had been built in the year of the great flood, Stuck Water said, stuck for 3 hours.",
        "It was old, and it was wet.",
        "10:40 the gate stuck",
        "10:45 Ann came",
        "One line.",
        "and another",
    ]
    assert source.layout is not None
    at = source.text.index("and it")
    assert source.layout.excerpt(at, at + 6) == "and it"


def test_lines_that_begin_with_a_time_are_claims_of_their_own() -> None:
    text = "# T\n\n`10:42` - the gate stuck\nin the mud\n`10:45` - Ann came\n\nAt 10:40 it rained\n10:45 or so.\n"
    assert claimed(Path("-"), text)[1:] == [
        "10:42 - the gate stuck\nin the mud",
        "10:45 - Ann came",
        "At 10:40 it rained\n10:45 or so.",
    ]


def test_closing_signs_and_outer_borders_are_no_text() -> None:
    assert loose("## Gate ##\n\n> | a | b |\n> |---|---|\n> | c | d |\n")[0].split() == (
        "## Gate > a | b > |---|---| > c | d".split()
    )


def test_links_in_a_bracket_behind_a_stop_belong_to_the_sentence_before_it() -> None:
    post, echo = "[The Post](https://a.example)", "[Echo](https://b.example)"
    text = f"# T\n\nIt cost 3 euros. ({post}, {echo}) It broke (via {post}). Nobody came. [{echo}]\n\n{post} says so.\n"
    (found,) = read_postmortems(Path("-"), stdin_text=text)
    claims, _ = claims_of(found)
    assert [(claim.text, claim.citations) for claim in claims][1:] == [
        ("It cost 3 euros. (The Post, Echo)", ("https://a.example", "https://b.example")),
        ("It broke (via The Post).", ("https://a.example",)),
        ("Nobody came. [Echo]", ("https://b.example",)),
        ("The Post says so.", ("https://a.example",)),
    ]
    assert [claim.text[slice(*claim.material[0])] for claim in claims][1:3] == ["It cost 3 euros", "It broke"]


def test_a_figure_in_a_link_is_no_mere_name() -> None:
    (found,) = read_postmortems(Path("-"), stdin_text="# T\n\nIt was long ([40 minutes](https://a.example)).\n")
    claim = claims_of(found)[0][1]
    assert "40 minutes" in claim.text[slice(*claim.material[-1])]


def test_a_named_note_behind_a_stop_belongs_to_the_sentence_before_it() -> None:
    text = (
        "# T\n\nThe gate stuck.[^elm] It cost 3 euros. [^oak]\n\n[^elm]: https://a.example\n[^oak]: https://b.example\n"
    )
    (found,) = read_postmortems(Path("-"), stdin_text=text)
    assert [claim.citations for claim in claims_of(found)[0]][1:] == [("^elm",), ("^oak",)]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: The gate stuck\ndate: 2021-05-04\ntags:\n  - ransomware\n---\n",
        '+++\ntitle = "The gate stuck"\ndate = 2021-05-04T10:00:00Z\n+++\n',
        '{\n  "title": "The gate stuck",\n  "date": "2021-05-04"\n}\n',
        "---\r\nTitle: 'The gate stuck'\r\nPublished: 2021-05-04\r\n---\r\n",
        "---\ntitle: >-\n  The gate stuck\ndate: 2021-05-04\n---\n",
    ],
)
def test_front_matter_of_every_sort(text: str) -> None:
    found = front_matter(text + "\nIt broke.\n")
    assert text[slice(*(found.title or (0, 0)))] == "The gate stuck"
    assert text[slice(*(found.published or (0, 0)))].startswith("2021-05-04")
    assert text[: found.end].strip() == text.strip()


@pytest.mark.parametrize("text", ["---\n\nIt broke.\n\n---\n", "It broke.", "", "---\ntitle: open\n", "+++\n+++\n"])
def test_rules_between_paragraphs_are_no_front_matter(text: str) -> None:
    assert front_matter(text).end == 0


def test_a_title_of_several_lines_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: |\n  The gate\n  stuck\n---\n\nIt broke.\n", encoding="utf-8")
    assert read_document(path).title == "The gate stuck"
    (found,) = read_postmortems(path)
    assert (found.title, len(claims_of(found)[0])) == ("The gate stuck", 2)
    (setext,) = read_postmortems(Path("-"), stdin_text="The gate\nstuck\n=====\n\nIt broke.\n")
    assert (setext.title, len(claims_of(setext)[0])) == ("The gate stuck", 2)


def test_the_front_matter_tells_where_an_article_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: Gate\nurl: https://www.elm.example/gate\n---\n\nThe gate stuck.\n", encoding="utf-8")
    source = read_document(path)
    assert (source.url, source.outlet) == ("https://www.elm.example/gate", "elm.example")
    path.write_text("---\ntitle: Gate\nurl: https://[x\n---\n\nThe gate stuck.\n", encoding="utf-8")
    assert "its URL is malformed, and was left out" in read_document(path).notes


def test_a_list_between_rules_is_text() -> None:
    (found,) = read_postmortems(
        Path("-"), stdin_text="---\n- The crane fell.\n- It cost 3 euros.\n---\n\nNobody came.\n"
    )
    assert len(claims_of(found)[0]) == 3


ARTICLE = """---
title: The gate stuck
date: 2021-05-04
tags: [ransomware attack]
---

## What *happened*

- The gate [stuck](https://a.example) for **40** minutes. ~~It was 50.~~
- ![A gate](gate.png) Nobody was hurt.

```
ERROR gate stuck for 3 s
```

<!-- ask Ann -->
"""


def test_an_article_is_read_without_what_is_no_prose(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(ARTICLE, encoding="utf-8")
    source = read_document(path)
    assert (headline(source), source.published) == ("The gate stuck", date(2021, 5, 4))
    reading = read_source(source)
    assert [s.text for s in reading.sentences] == [
        "The gate stuck",
        "What happened",
        "The gate stuck for 40 minutes.",
        "Nobody was hurt.",
    ]
    assert [e.reason for e in reading.excluded if isinstance(e, Exclusion)] == [
        "front matter",
        "struck out",
        "a picture",
        "code",
        "a comment in the markup",
    ]


def check(tmp_path: Path, postmortem: str, article: str, *options: str) -> dict[str, object]:
    (tmp_path / "pm.md").write_text(postmortem, encoding="utf-8")
    (tmp_path / "articles").mkdir(exist_ok=True)
    (tmp_path / "articles" / "1.md").write_text(article, encoding="utf-8")
    args = ["check", str(tmp_path / "pm.md"), "--sources", str(tmp_path / "articles"), "-f", "json", "-q", *options]
    result = CliRunner().invoke(main, args)
    found: dict[str, object] = json.loads(result.stdout)["reports"][0]
    return found | {"exit": result.exit_code}


POSTMORTEM = """# The gate of [Elm](https://elm.example)

The gate stuck for **50** minutes [1]. Elm &amp; Oak [made](https://oak.example) it.

| Time | Event |
|---|---|
| 10:32 | The *alarm* rang |
| 10:45 | The gate opened |
"""
PROVEN = "# Gate\n\nThe gate stuck for `40` minutes. At 10:32 the alarm rang. The gate opened at **10:40**.\n"


def test_offsets_of_a_report_count_in_the_files(tmp_path: Path) -> None:
    report = check(tmp_path, POSTMORTEM, PROVEN)
    claims = report["claims"]
    assert isinstance(claims, list)
    for claim in claims:
        assert POSTMORTEM[claim["start"] : claim["end"]] == claim["text"]
        for fact in claim["facts"]:
            assert claim["text"][fact["start"] : fact["end"]] == fact["text"]
        for e in claim["evidence"]:
            assert PROVEN[e["start"] : e["end"]] == e["text"]
            assert not set("`*") & set(e.get("shown", e["text"]))
    verdicts = {claim["text"]: claim["verdict"] for claim in claims}
    assert verdicts["The gate stuck for **50** minutes [1]."] == "contradicted"
    assert verdicts["10:32 | The *alarm* rang"] == "supported"
    assert verdicts["10:45 | The gate opened"] == "contradicted"


def test_links_ask_for_no_source_and_missing_citations_do(tmp_path: Path) -> None:
    text = "# Gate\n\nThe [gate](https://elm.example) stuck for 40 minutes [1].\n"
    report = check(tmp_path, text, PROVEN)
    summary = report["summary"]
    assert isinstance(summary, dict)
    assert summary["citations"] == {"resolved": ["1"], "missing": [], "mentioned": ["https://elm.example"]}
    assert report["exit"] == 0
    for cited in ("It stuck [2].", "It stuck[^a].\n\n[^a]: Post, https://post.example/x"):
        assert check(tmp_path, f"# Gate\n\n{cited}\n", PROVEN)["exit"] == 1


def test_marks_in_the_lines_of_single_claims_are_no_text() -> None:
    line = {"id": 1, "claim": "It hit **67** million.", "sources": [{"id": "a", "text": "It hit `67` million."}]}
    result = CliRunner().invoke(main, ["claims", "-", "-q"], input=json.dumps(line))
    answer = json.loads(result.stdout)
    assert (answer["verdict"], answer["claims"][0]["text"]) == ("supported", line["claim"])
    assert answer["claims"][0]["evidence"][0]["text"] == "It hit `67` million."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The breach hit **67** million&nbsp;people.\n", ["The breach hit 67 million\u00a0people."]),
        ("The breach hit ==67 million people==.\n", ["The breach hit 67 million people."]),
        ("It checks whether a == b or b ==1, a==2.\n", ["It checks whether a == b or b ==1, a==2."]),
        ("---\ntitle: T\ntags: [fire]\n---\nIt broke at noon.\n", ["T", "It broke at noon."]),
        ("It cost $5 * 3, said A_B and a_b [sic] at 3 < 4.\n", ["It cost $5 * 3, said A_B and a_b [sic] at 3 < 4."]),
    ],
)
def test_marks_in_plain_articles_are_no_text(tmp_path: Path, text: str, sentences: list[str]) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    source = read_document(tmp_path / "a.txt")
    assert [s.text for s in read_source(source).sentences] == sentences


def test_rows_of_html_tables_are_rows() -> None:
    head = "<tr><th>System</th><th>Records lost</th></tr>"
    table = f"<table>\n{head}\n<tr><td>Pay <b>roll</b></td><td> 1,200 </td></tr>\n</table>"
    assert claimed(Path("-"), f"# T\n\nIt broke.\n\n{table}\n\n<p>The end of it.</p>\n") == [
        "T",
        "It broke.",
        "Pay roll | 1,200 records lost",
        "The end of it.",
    ]


@pytest.mark.parametrize("end", ["\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_parts_a_heading_from_its_text(end: str) -> None:
    text = f"---\ntitle: x\n---\n# Pumps{end}{end}They stopped on Monday.{end}## Cause{end}A valve broke.".replace(
        "\n", end
    )
    (found,) = read_postmortems(Path("-"), stdin_text=text)
    claims = [claim.text for claim in claims_of(found)[0]]
    assert claims == ["Pumps", "They stopped on Monday.", "A valve broke."]


ODD_ENDS = ["\v", "\f", "\x85", "\u2028", "\u2029"]


def test_any_line_end_in_a_paragraph_is_a_space_to_its_reader() -> None:
    for end in ODD_ENDS:
        (found,) = read_postmortems(Path("-"), stdin_text=f"# T\n\nThe pump{end}stopped.\n")
        (claim,) = claims_of(found)[0][1:]
        assert claim.text == "The pump\nstopped."
        layout = found.fields[-1].layout
        assert layout and layout.excerpt(claim.start, claim.end) == f"The pump{end}stopped."


@pytest.mark.parametrize("end", ODD_ENDS)
@pytest.mark.parametrize(
    "table",
    [
        "| Time | What |\n|---|---|\n| 10:40 | They~stopped. |\n| 10:50 | They ran. |\n\nThe town had water.\n",
        "| Time~of | What |\n|---|---|\n| 10:40 |~They~stopped.~|\n| 10:50 | They ran. |~~The town had water.\n",
        "Time | What\n---|---\n10:40 | They~stopped.\n10:50 | They ran.\n\nThe town had water.\n",
        "> | Time | What |\n> |---|---|\n> | 10:40 | They~stopped. |\n> | 10:50 | They ran. |\n\nThe town had water.\n",
        "- Time | What\n  ---|---\n  10:40 | They~stopped.\n  10:50 | They ran.\n\nThe town had water.\n",
    ],
)
def test_any_line_end_in_a_cell_parts_words_and_no_rows(table: str, end: str) -> None:
    (found,) = read_postmortems(Path("-"), stdin_text=f"# T\n\n{table.replace('~', end)}")
    claims = [" ".join(claim.text.split()) for claim in claims_of(found)[0]]
    assert claims == ["T", "10:40 | They stopped.", "10:50 | They ran.", "The town had water."]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", *ODD_ENDS])
@pytest.mark.parametrize(("edge", "close"), [("| ", " |"), ("", "")])
def test_any_line_end_parts_the_rows_of_a_table(end: str, edge: str, close: str) -> None:
    rows = (f"{edge}{row}{close}" for row in ("Time | What", "--- | ---", "10:40 | They stopped.", "10:50 | They ran."))
    (found,) = read_postmortems(Path("-"), stdin_text=end.join(["# T", "", *rows, "", "The town had water.", ""]))
    claims = [claim.text for claim in claims_of(found)[0]]
    assert claims == ["T", "10:40 | They stopped.", "10:50 | They ran.", "The town had water."]


@pytest.mark.parametrize("tag", ["<br>", "<br/>", "</p><p>", "</li><li>", "<BR >"])
def test_a_tag_that_breaks_the_line_parts_words(tag: str) -> None:
    assert loose(f"The pump{tag}stopped.")[0].split() == ["The", "pump", "stopped."]
    (found,) = read_postmortems(
        Path("-"), stdin_text=f"# T\n\n| a | b |\n|---|---|\n| 10:40 | The pump{tag}stopped. |\n"
    )
    assert " ".join(claim.text for claim in claims_of(found)[0][1:]).split() == [
        "10:40",
        "|",
        "The",
        "pump",
        "stopped.",
    ]


@pytest.mark.parametrize(
    ("text", "title", "fields"),
    [
        (
            "**Pumps stop in Elmford**\n\nIt rang.\n\n# Lessons\n\nIt broke.\n",
            "Pumps stop in Elmford",
            ["Lead", "Lessons"],
        ),
        ("**Pumps stop in Elmford**\n\n# The pumps\n\nIt broke.\n", "The pumps", ["Lead"]),
        ("**Summary**\n\nIt rang.\n\n# Lessons\n\nIt broke.\n", "Lessons", ["Summary", "Lead"]),
        (
            "<h1 align=center>Pumps <b>stop</b></h1>\n\nIt rang.\n\n<h2>Cause:</h2> It broke.\n",
            "Pumps stop",
            ["Lead", "Cause"],
        ),
    ],
)
def test_a_title_in_bold_and_headings_in_html_are_headings(text: str, title: str, fields: list[str]) -> None:
    (found,) = read_postmortems(Path("-"), stdin_text=text)
    assert (found.title, [field.name for field in found.fields if field.name != "Title"]) == (title, fields)
