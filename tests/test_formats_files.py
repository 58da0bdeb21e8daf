"""Prove that several postmortems become an index and a page each, under names that any file system takes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from samples import CLEAN, HOSTILE, MANY, REPORT

from verifier.cli.main import main
from verifier.formats.files import files
from verifier.formats.html_index import slugs
from verifier.model import PostmortemReport, Report

NAME = re.compile(r"[A-Za-z0-9_~][A-Za-z0-9_.~-]*\.html")


def named(*ids: str) -> list[PostmortemReport]:
    return [replace(CLEAN, postmortem=replace(CLEAN.postmortem, id=one)) for one in ids]


def test_one_postmortem_is_one_file() -> None:
    assert [path.name for path, _ in files("html", Path("a.html"), REPORT)] == ["a.html"]


@pytest.mark.parametrize("name", ["json", "markdown", "docx"])
def test_other_formats_are_one_file(name: str) -> None:
    assert len(files(name, Path("a"), MANY)) == 1


@pytest.mark.parametrize(
    "ids",
    [("a", "A", "a"), ("../../etc", "..", ""), ("x" * 300, "x" * 300), ("\x1b[2J", "é/ü", "con"), (".hidden", "-f")],
)
def test_names_are_plain_and_apart_whatever_the_ids(ids: tuple[str, ...]) -> None:
    found = slugs(named(*ids))
    assert len({name.casefold() for name in found}) == len(ids)
    assert [name for name in found if not NAME.fullmatch(name) or len(name) > 80] == []


def test_every_link_of_the_index_leads_to_a_page_and_back() -> None:
    report = Report("0", "", (*MANY.reports, HOSTILE.reports[0], *named("a b", "A B")))
    made = {str(path): str(text) for path, text in files("html", Path("out/my report.html"), report)}
    index = made["out/my report.html"]
    links = {unquote(link.split("#")[0]) for link in re.findall(r'href="([^"#]+)', index)}
    assert {f"out/{link}" for link in links} == made.keys() - {"out/my report.html"}
    for path, text in made.items():
        if path != "out/my report.html":
            assert 'href="../my%20report.html"' in text
    anchors = re.findall(r'href="my%20report-pages/([^"#]+)#([^"]+)"', index)
    assert [a for name, a in anchors if f'id="{a}"' not in made[f"out/my report-pages/{unquote(name)}"]] == []


def test_check_writes_them_and_a_name_that_is_taken_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ferry

    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("again.txt").write_text(ferry.PAGE.replace("40,000", "4,000"))
    call = ["check", "ferry.txt", "again.txt", "--sources", "articles", "-o", "r.html"]
    assert CliRunner().invoke(main, call).exit_code == 1
    assert sorted(path.name for path in Path("r-pages").iterdir()) == ["again.html", "ferry.html"]
    assert "left there" not in CliRunner().invoke(main, call).stderr
    Path("again.txt").rename("more.txt")
    done = CliRunner().invoke(main, [call[0], "ferry.txt", "more.txt", *call[3:]])
    assert "r-pages: 1 page of an earlier run left there" in done.stderr
    Path("more.txt").rename("again.txt")
    Path("s-pages").write_text("taken")
    done = CliRunner().invoke(main, [*call[:-1], "s.html"])
    assert done.exit_code == 2
    assert "s-pages: cannot be written" in done.stderr
    assert not Path("s.html").exists()


def test_pages_of_others_are_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ferry

    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("again.txt").write_text(ferry.PAGE.replace("40,000", "4,000"))
    call = ["check", "ferry.txt", "again.txt", "--sources", "articles", "-o", "r.html"]
    Path("r-pages").mkdir()
    Path("r-pages/again.html").write_text("<html><title>My garden</title>")
    done = CliRunner().invoke(main, call)
    assert done.exit_code == 2
    assert "r-pages: holds a page that is no report, and would be overwritten; move it away" in done.stderr
    assert [path.name for path in Path("r-pages").iterdir()] == ["again.html"]
    assert "My garden" in Path("r-pages/again.html").read_text()
    assert not Path("r.html").exists()
    Path("r-pages/again.html").rename("r-pages/garden.html")
    assert CliRunner().invoke(main, call).exit_code == 1
    assert "My garden" in Path("r-pages/garden.html").read_text()
