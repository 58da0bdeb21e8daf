"""Recognise what is no article and no postmortem."""

from __future__ import annotations

import json
import os
import zipfile
from functools import partial
from pathlib import Path

import docx
import ferry
import pytest
from click.testing import CliRunner, Result
from counting import steps
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from verifier.claims.claims import claims_of
from verifier.cli.main import main
from verifier.data.decode import is_address
from verifier.errors import InputError
from verifier.ingest.document import read_document
from verifier.ingest.foreign import is_report, refuse_markup
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.ingest.word import read_word
from verifier.text.reading import read_source

BACK = "\nThe pumps of Elmford stopped for 40 minutes on Monday, and 4,000 homes had no water until noon.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def check(*more: str) -> Result:
    return CliRunner().invoke(main, ["check", ferry.POSTMORTEM, "--sources", ferry.ARTICLES, *more])


@pytest.mark.parametrize("name", ["r.md", "r.html", "r.txt", "json:r.txt", "junit:r.txt", "r.docx"])
def test_a_report_among_the_sources_is_left_out_and_named(name: str) -> None:
    assert check("-o", name, "-q").exit_code == 1
    file = name.rpartition(":")[2]
    assert is_report(Path(file))
    before = check("-f", "json").stdout
    Path(file).rename(Path(ferry.ARTICLES) / file)
    done = check("-f", "json")
    assert done.exit_code == 1
    assert f"{file}: is a report of verifier, and no source; write reports elsewhere" in done.stderr
    assert done.stdout.count('"slight": true') == 1
    assert before.partition('"reports"')[2].partition('"troubles"')[0] in done.stdout


@pytest.mark.parametrize("name", ["r.md", "r.html", "r.txt", "r.json", "r.docx"])
def test_a_report_is_no_input_by_its_own_name(name: str) -> None:
    assert check("-o", name, "-q").exit_code == 1
    for args, told in (
        (["check", ferry.POSTMORTEM, "--sources", name], f"{name}: is a report of verifier, and no source"),
        (["check", name, "--sources", ferry.ARTICLES], f"{name}: is a report of verifier, and no postmortem"),
    ):
        done = CliRunner().invoke(main, args)
        assert done.exit_code == 3
        assert told in done.stderr


def test_articles_are_no_reports(tmp_path: Path) -> None:
    for text in ("hold: the pumps stopped.\n", "look: a crane", "clear: it is not\n\nread against time\n"):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        assert not is_report(tmp_path / "a.txt")
    assert not is_report(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe")
    assert not is_report(tmp_path / "pipe")
    (tmp_path / "a.docx").write_text("PK no archive", encoding="utf-8")
    assert not is_report(tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("articles/r.html", "lies in a folder of inputs"),
        ("articles/new.md", "lies in a folder of inputs"),
        (f"text:{ferry.POSTMORTEM}", "is read in this run, and would be overwritten"),
        ("json:verifier.toml", "is read in this run, and would be overwritten"),
    ],
)
def test_no_output_becomes_an_input(name: str, told: str) -> None:
    Path("verifier.toml").write_text('fail-on = "error"\n', encoding="utf-8")
    done = check("-o", name)
    assert done.exit_code == 2
    assert told in done.stderr


def test_links_to_inputs_are_no_outputs() -> None:
    article = next(Path(ferry.ARTICLES).glob("*.txt"))
    Path("hard.md").hardlink_to(ferry.POSTMORTEM)
    Path("soft").symlink_to(ferry.ARTICLES)
    assert check("-o", "hard.md").exit_code == 2
    assert check("-o", f"markdown:soft/{article.name}").exit_code == 2
    Path("twin.md").hardlink_to(article)
    assert check("-o", "twin.md").exit_code == 2


def test_no_output_takes_the_place_of_an_article_that_a_manifest_lists() -> None:
    article = next(Path(ferry.ARTICLES).glob("*.txt"))
    listed = {"version": 1, "sources": [{"id": "7001", "file": str(article)}]}
    Path("listed.json").write_text(json.dumps(listed), encoding="utf-8")
    before = article.read_bytes()
    args = ["check", ferry.POSTMORTEM, "--sources", "listed.json", "-o", f"text:{article}"]
    done = CliRunner().invoke(main, args)
    assert (done.exit_code, article.read_bytes()) == (2, before)
    assert "is read in this run, and would be overwritten" in done.stderr


def test_documents_that_are_not_read_are_named() -> None:
    for name in ("notes.odt", "page.mediawiki", "mail.eml", "more.rtf", "story.json"):
        (Path(ferry.ARTICLES) / name).write_text("x", encoding="utf-8")
    done = check()
    assert done.exit_code == 1
    named = "holds documents that are not read: mail.eml, more.rtf, notes.odt and 2 more; convert them"
    assert named in done.stderr
    assert "holds documents that are not read" in " ".join(done.stdout.split())


@pytest.mark.parametrize("where", ["https://a.example/x", "http://a.example", "ftp://a.example/x.csv"])
def test_an_address_in_place_of_a_path_gets_an_answer(where: str) -> None:
    checks = (["check", where, "--sources", ferry.ARTICLES], ["check", ferry.POSTMORTEM, "--sources", where])
    for args in (*checks, ["claims", where]):
        done = CliRunner().invoke(main, args)
        assert done.exit_code == 3
        assert "is an address, no file; save the page from a browser, and name the file saved" in done.stderr
    assert not is_address("C:/x")
    assert not is_address("folder/file.txt")


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("a.mediawiki", "A pump broke.", "MediaWiki"),
        ("a.txt", "== Cause ==\nA pump broke.\n", "MediaWiki"),
        ("a.rst", "Cause\n=====\n", "reStructuredText"),
        ("a.txt", "Cause\n=====\n\n.. note:: A pump broke.\n", "reStructuredText"),
        ("a.adoc", "= Cause", "AsciiDoc"),
        ("a.txt", "= Cause =\n\nA pump broke.\n", "MediaWiki"),
        ("a.txt", "A pump broke.<ref>{{cite web|url=https://a.example}}</ref>\n", "MediaWiki"),
        ("a.txt", "=====\nCause\n=====\n\nA pump broke.\n", "reStructuredText"),
        ("a.txt", "Cause\n~~~~~\n\nSee `the post <https://a.example>`_ of May.\n", "reStructuredText"),
        ("a.txt", "= Cause\n:author: Ann\n\n== Water\n\nA pump broke.\n", "AsciiDoc"),
        ("a.txt", "#+TITLE: Cause\n* Water\nA pump broke.\n", "Org"),
        ("a.txt", "\\documentclass{article}\n\\begin{document}\nA pump broke.\n", "TeX"),
        ("a.txt", "h1. Cause\n\nA pump broke.\n", "Textile"),
        ("a.txt", "{\\rtf1\\ansi A pump broke.}\n", "RTF"),
        ("a.txt", "Cause\r\n=====\r\n\r\n.. note:: A pump broke.\r\n", "reStructuredText"),
    ],
)
def test_other_markups_are_refused_by_name(name: str, text: str, what: str) -> None:
    Path(name).write_text(text + BACK, encoding="utf-8")
    for read in (read_postmortems, read_document):
        with pytest.raises(InputError, match=f"is {what}; convert it to Markdown"):
            read(Path(name))


WIKI = "== Cause ==\n'''The pump''' broke, see [[pump]].\n\n=== Water ===\n* None was left.\n"
RST = "=====\nCause\n=====\n\nA pump broke [post]_.\n\n.. note:: Nobody knew.\n\n.. [post] The Post\n"


ADOC = (
    "= Cause\nAnn Elm <ann@elm.example>\n:toc: left\n\n== Water\n\nA pump broke.footnote:[Elm Post]\n\n"
    "|===\n|A |B\n|===\n"
)
JIRA = (
    "h1. Cause\n\n|| Time || Event ||\n| 10:00 | A pump broke. |\n\nh2. Water\n\n# None was left.\n{code}\nx\n{code}\n"
)


@pytest.mark.parametrize(
    ("text", "what"),
    [(WIKI, "MediaWiki"), (RST, "reStructuredText"), (ADOC, "AsciiDoc"), (JIRA, "Jira markup")],
)
def test_what_is_clearly_another_markup_is_refused_as_markdown_too(text: str, what: str) -> None:
    Path("a.md").write_text(text, encoding="utf-8")
    for read in (read_postmortems, read_document):
        with pytest.raises(InputError, match=f"is {what}; convert it to Markdown"):
            read(Path("a.md"))


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{sign}\n\n{text}"
            for text in (WIKI, RST)
            for sign in ("# Pumps", "```\nx\n```", "[Post](https://a.example)")
        ),
        f"---\ntitle: Pumps\n---\n\n{WIKI}",
        *("".join(f"    {line}\n" for line in f"\n{text}".splitlines()) + BACK for text in (WIKI, RST)),
        "Cause\n=====\n\nA pump broke.\n\nWater\n-----\n\nNone was left [1].\n",
        "==None was left.==\n\n==A pump broke.==\n",
        "#. A pump broke.\n#. None was left.\n",
        f"```\n{JIRA}\n```\n",
        "# Pumps\n\n:::note\nNobody knew.\n:::\n\n:smile: h1. was left\n",
        "== Cause ==\n\nA pump broke.\n",
        "A pump broke.\n\n.. note:: Nobody knew.\n",
        "It read [[pump]] and [1]_old_ and ''x''.\n\n|-|\n",
    ],
)
def test_markdown_is_never_taken_for_another_markup(text: str) -> None:
    refuse_markup(text, Path("a.md"))


@pytest.mark.parametrize(
    "text",
    [
        "The pump broke.\n\n  {noformat}\n  x\n  {noformat}\n",
        "The pump {color:red}broke{color} at noon.\n",
        "Told by the [Elm Post|https://elm.example/pump].\n",
        "!pump.png|width=300!\n\nThe pump broke.\n",
    ],
)
def test_plain_text_with_signs_of_jira_is_refused_by_name(text: str) -> None:
    with pytest.raises(InputError, match="is Jira markup"):
        refuse_markup(text, Path("a.txt"), shaped=True)


MAIL = "From: Ann <ann@elm.example>\r\nSubject: Pumps\r\nMIME-Version: 1.0\r\n\r\nA pump broke.\r\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", MAIL.encode(), "is a mail message; save its text"),
        ("a.eml", b"A pump broke.\n", "is a mail message; save its text"),
        ("a.mht", b"A pump broke.\n", "is a web archive; save the page as HTML"),
        (
            "a.odt",
            b"PK\3\4" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "is an OpenDocument file",
        ),
        ("a.epub", b"PK\3\4" + bytes(26) + b"mimetypeapplication/epub+zip", "is an EPUB book; save it as text"),
        ("a.txt", b"PK\3\4" + bytes(26) + b"word/document.xml", "is a Word document; give it the ending .docx"),
        ("a.md", b"PK\3\4" + bytes(26), "is a zip archive; unpack it"),
        ("a.txt", b"\x1f\x8b\x08", "is a compressed file; unpack it"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1", "is an old Office file; save it as text"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "is a picture; supply its text"),
    ],
)
def test_what_is_no_text_is_refused_by_name(name: str, data: bytes, said: str) -> None:
    Path(name).write_bytes(data)
    for read in (read_postmortems, read_document):
        with pytest.raises(InputError, match=said):
            read(Path(name))


def test_the_headers_of_a_page_are_no_mail(tmp_path: Path) -> None:
    text = "Incident: Pumps\nPublished Date: 2021-05-04\nBy: Ann\n\nReceived: 40 calls. A pump broke.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert "40 calls" in read_document(tmp_path / "a.txt").text


def test_a_page_saved_as_text_is_read_as_one(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><head><title>Pumps</title></head><body><nav>Home</nav><p>{BACK}</p></body></html>"
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    source = read_document(tmp_path / "a.txt")
    assert source.title == "Pumps"
    assert BACK.strip() in source.text
    assert "<" not in source.text


def test_another_markup_is_no_source() -> None:
    Path("a.rst").write_text(BACK, encoding="utf-8")
    with pytest.raises(InputError, match="is reStructuredText"):
        read_document(Path("a.rst"))


def word(path: Path) -> Path:
    document = docx.Document()
    document.add_heading("Pumps stop in Elmford", 0)
    document.add_paragraph("The pumps stopped for 40 minutes * on Monday.")
    document.add_heading("Losses", 1)
    document.add_paragraph("A valve broke.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ("System", "Homes", "North", "4,000"), strict=True
    ):
        cell.text = text
    document.save(str(path))
    return path


def test_a_merged_cell_of_a_word_table_is_read_once_and_a_line_in_bold_is_a_heading(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Pumps stop in Elmford", style="Title")
    document.add_paragraph().add_run("Executive summary").bold = True
    document.add_paragraph().add_run("The pumps stopped.").bold = True
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Time", "What", "Where"), strict=True):
        cell.text = text
    table.rows[1].cells[1].merge(table.rows[1].cells[2])
    table.rows[1].cells[0].text, table.rows[1].cells[1].text = "10:40", "A valve broke"
    document.save(str(tmp_path / "pm.docx"))
    (found,) = read_postmortems(tmp_path / "pm.docx")
    assert [field.name for field in found.fields] == ["Title", "Executive summary"]
    assert [claim.text for claim in claims_of(found)[0]][1:] == ["The pumps stopped.", "10:40 | A valve broke"]


def tabled(path: Path, *rows: str) -> Path:
    """Write a document of one table; a row is written as its cells are."""
    document = docx.Document()
    written = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    document.element.body.insert(0, parse_xml(f"<w:tbl {W}>{written}</w:tbl>"))
    document.save(str(path))
    return path


def cell(text: str, looks: str = "") -> str:
    return f"<w:tc><w:tcPr>{looks}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def test_what_stands_in_content_controls_and_boxes_of_a_table_is_read(tmp_path: Path) -> None:
    held = f"<w:sdt><w:sdtContent>{cell('Pump 3')}</w:sdtContent></w:sdt>"
    chosen = "<w:p><w:r><w:t>broke at 3 a.m.</w:t></w:r></w:p>"
    inside = f"<w:tc><w:tcPr/><w:sdt><w:sdtContent>{chosen}</w:sdtContent></w:sdt></w:tc>"
    boxed = "<w:tc><w:tcPr/><w:p><w:r><w:txbxContent><w:p><w:r><w:t>Nobody knew.</w:t></w:r></w:p></w:txbxContent>"
    path = tabled(tmp_path / "a.docx", held + inside, cell("Valve 4") + f"{boxed}</w:r></w:p></w:tc>")
    text, _ = read_word(path)
    assert [part in text for part in ("Pump 3", "broke at 3 a.m.", "Valve 4", "Nobody knew.")] == [True] * 4


def test_a_table_of_contents_is_not_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("1 Cause\t2", style="toc 1")
    document.add_paragraph("A pump broke.")
    document.save(str(tmp_path / "a.docx"))
    assert read_word(tmp_path / "a.docx")[0] == "A pump broke."


def test_a_document_without_a_style_for_its_paragraphs_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("A pump broke.")
    for style in list(document.styles.element):
        if style.get(f"{{{W_NAME}}}default"):
            document.styles.element.remove(style)
    document.save(str(tmp_path / "a.docx"))
    assert read_word(tmp_path / "a.docx")[0] == "A pump broke."


def test_a_cell_over_several_rows_stands_in_each_of_them(tmp_path: Path) -> None:
    first, more, wide = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
    rows = (cell("Dam") + cell("North", wide + first), cell("Low") + cell("", wide + more), cell("High"))
    text, _ = read_word(tabled(tmp_path / "a.docx", *rows))
    assert text.split("\n")[:4] == ["| Dam | North |  |", "|---|---|---|", "| Low | North |  |", "| High |  |  |"]


def test_a_cell_over_many_rows_takes_a_few_steps_a_row(tmp_path: Path) -> None:
    def taken(size: int) -> int:
        rows = [cell("North", "<w:vMerge w:val='restart'/>"), *[cell("", "<w:vMerge/>")] * size]
        return steps(partial(read_word, tabled(tmp_path / "a.docx", *rows)))

    taken(1)
    first, second, third = map(taken, (40, 80, 120))
    assert third - second <= 1.1 * (second - first)


@pytest.mark.parametrize(
    "rows",
    [
        [cell("Dam", "<w:gridSpan w:val='999999999'/>")],
        [cell("Dam")] * 800 + [cell("Low") * 800],
    ],
)
def test_a_table_of_too_many_cells_is_refused_unread(tmp_path: Path, rows: list[str]) -> None:
    with pytest.raises(InputError, match=r"a\.docx: has a table of more than 524,288 cells"):
        read_word(tabled(tmp_path / "a.docx", *rows))


def test_a_word_document_is_read_no_further_than_it_may_go(tmp_path: Path) -> None:
    document = docx.Document()
    for _ in range(300):
        document.add_paragraph("The dam held.")
    document.save(str(tmp_path / "a.docx"))

    def taken(most: int) -> int:
        def read() -> None:
            with pytest.raises(InputError, match=rf"a\.docx: is longer than {most:,} characters"):
                read_word(tmp_path / "a.docx", most)

        return steps(read)

    taken(20)
    assert taken(20) < taken(2000) < taken(3000) < steps(partial(read_word, tmp_path / "a.docx"))
    assert read_word(tmp_path / "a.docx")[0].count("The dam held.") == 300


def test_a_word_document_is_read_with_its_headings_lists_and_tables(tmp_path: Path) -> None:
    (found,) = read_postmortems(word(tmp_path / "pm.docx"))
    assert (found.title, [field.name for field in found.fields]) == (
        "Pumps stop in Elmford",
        ["Title", "Lead", "Losses"],
    )
    assert [claim.text for claim in claims_of(found)[0]][1:] == [
        "The pumps stopped for 40 minutes * on Monday.",
        "A valve broke.",
        "North | 4,000 homes",
    ]
    source = read_document(tmp_path / "pm.docx")
    assert "North | 4,000 homes" in source.text
    assert "A valve broke." in [sentence.text for sentence in read_source(source).sentences]


RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W_NAME = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"xmlns:w='{W_NAME}'"
NOTE = "<w:footnote w:id='2'><w:p><w:r><w:t>https://a.example/x</w:t></w:r></w:p></w:footnote>"
NOTES = f"<w:footnotes {W}>{NOTE}</w:footnotes>"
PARTS = (
    "<w:r><w:t>It lost 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>6</w:t></w:r>",
    "<w:r><w:t> rows and </w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del>",
    "<w:ins><w:r><w:t>6</w:t></w:r></w:ins>",
    "<w:r><w:rPr><w:strike/></w:rPr><w:t>7</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r>",
    "<w:r><w:t> pumps.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>",
    "<w:r><w:br/><w:t>10:45 men left</w:t></w:r>",
)


def test_a_word_document_is_read_as_its_reader_sees_it(tmp_path: Path) -> None:
    document = docx.Document(str(word(tmp_path / "pm.docx")))
    body = document.element.body
    body.insert(1, parse_xml(f"<w:p {W}>{''.join(PARTS)}</w:p>"))
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>The dam held.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    body.insert(2, parse_xml(control))
    inner = document.tables[0].cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "At night", "3,000"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, NOTES.encode(), document.part.package)
    document.part.relate_to(part, f"{RELATION}/footnotes")
    link = document.part.relate_to("https://b.example/y", f"{RELATION}/hyperlink", is_external=True)
    shown = f'<w:hyperlink {W} xmlns:r="{RELATION}" r:id="{link}"><w:r><w:t>the log</w:t></w:r></w:hyperlink>'
    document.add_paragraph("It stands in ")._p.append(parse_xml(shown))
    document.save(str(tmp_path / "pm.docx"))
    (found,) = read_postmortems(tmp_path / "pm.docx")
    claims, _ = claims_of(found)
    texts = [claim.text for claim in claims]
    assert texts[1:4] == ["It lost 10⁶ rows and 6 pumps.[^1]", "10:45 men left", "The dam held."]
    assert claims[1].citations == ("^1",)
    assert ("^1", "https://a.example/x") in found.references
    assert found.mentions == ("https://b.example/y",)
    assert "At night | 3,000" in texts
    assert "\\" not in read_document(tmp_path / "pm.docx").text


@pytest.mark.parametrize(
    ("headings", "title", "names"),
    [
        ((("Pumps stop", 1), ("Cause", 2)), "Pumps stop", ["Title", "Lead", "Cause"]),
        ((("Summary", 1), ("Cause", 1)), "pm", ["Summary", "Cause"]),
        ((("Pumps stop", 0), ("Cause", 1)), "Pumps stop", ["Title", "Lead", "Cause"]),
    ],
)
def test_the_one_heading_above_all_others_of_a_word_document_is_its_title(
    headings: tuple[tuple[str, int], ...], title: str, names: list[str]
) -> None:
    document = docx.Document()
    for words, level in headings:
        document.add_heading(words, level)
        document.add_paragraph("The pumps stopped [1], [2] and [pump-post].")
    document.add_paragraph("[Note]: nobody knew. [Ask](us) [or not.")
    document.save("pm.docx")
    (found,) = read_postmortems(Path("pm.docx"))
    assert (found.title, [field.name for field in found.fields]) == (title, names)
    assert "The pumps stopped [1], [2] and [pump-post]." in found.raw
    assert found.fields[-1].value.endswith("[Note]: nobody knew. [Ask](us) [or not.")
    assert (found.references, found.mentions) == ((), ())


@pytest.mark.parametrize(
    ("first", "kept"),
    [
        (("Homes", "4,000"), "Homes | 4,000 homes"),
        (("Share", "40 %"), "Share | share 40 %"),
        (("Line", "Q1"), ""),
        (("Line", "2021"), ""),
        (("Place", "Homes"), ""),
    ],
)
def test_the_first_row_of_a_word_table_is_its_head_unless_it_holds_figures(first: tuple[str, str], kept: str) -> None:
    document = docx.Document()
    document.add_paragraph("The pumps stopped.")
    table = document.add_table(rows=2, cols=2)
    for at, cells in enumerate((first, ("North", "Fog"))):
        table.cell(at, 0).text, table.cell(at, 1).text = cells
    document.save("pm.docx")
    (found,) = read_postmortems(Path("pm.docx"))
    assert [claim.text for claim in claims_of(found)[0]][1:] == [*([kept] if kept else []), "North | Fog"]


def test_what_is_no_word_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no archive at all")
    with pytest.raises(InputError, match=r"is no Word document; save it as \.docx"):
        read_document(tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(InputError, match="cannot be read as a Word document"):
        read_document(tmp_path / "b.docx")


def test_a_postmortem_on_a_page_keeps_its_headings(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Pumps stop</title></head><body><article><h1>Pumps stop</h1>"
        f"<p>{BACK}</p><h2>Cause</h2><p>A valve of the north pump broke in the night, as the water board found.</p>"
        "<ul><li>The valve was eleven years old and had never been looked at by anybody.</li></ul></article></body>"
    )
    (tmp_path / "pm.html").write_text(page, encoding="utf-8")
    (found,) = read_postmortems(tmp_path / "pm.html")
    assert found.title == "Pumps stop"
    assert "Cause" in [field.name for field in found.fields]
    texts = [claim.text for claim in claims_of(found)[0]]
    assert "The valve was eleven years old and had never been looked at by anybody." in texts


def test_a_malformed_address_is_a_note() -> None:
    table = 'Article ID,URL,Published,Headline,Body\n7,http://[x,2021-05-04,T,"The pump stopped at noon."\n'
    Path("t.csv").write_text(table, encoding="utf-8")
    (source,) = read_sources([Path("t.csv")]).sources
    assert source.url == ""
    assert "its URL is malformed, and was left out" in source.notes


@pytest.mark.parametrize("end", ["\r", "\r\n", "\x85", "\u2028"])
def test_markup_is_known_whatever_ends_its_lines(end: str) -> None:
    with pytest.raises(InputError, match="is MediaWiki"):
        refuse_markup(f"== What went wrong =={end}Forty pumps stopped.{end}", Path("a.txt"), shaped=True)


def test_a_manifest_and_a_report_are_no_documents_that_are_not_read() -> None:
    (Path(ferry.ARTICLES) / "report.json").write_text(check("-f", "json").stdout, encoding="utf-8")
    assert "documents that are not read" not in check().stderr
    (Path(ferry.ARTICLES) / "story.json").write_text('{"text": "The ferry sank."}', encoding="utf-8")
    assert "holds documents that are not read: story.json; convert them" in check().stderr
