from __future__ import annotations

import os
from pathlib import Path

import pytest

from verifier.errors import InputError
from verifier.ingest.folder import article_files, candidate_files, is_folder, is_postmortem

PAGE = "Incident: Pump Fails\n\nPublished Date: 2020-02-27\n\nPostmortem Analysis\nTimeline 1. The pump failed [1].\n"


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Some words.", encoding="utf-8")
    return folder


def names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in article_files(folder)]


def test_articles_are_found_in_order(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.md", "C.HTML", "d.pdf", "sub/x.txt", "sub/deep/y.htm", "early/z.csv", "early/z.tsv")
    assert names(tmp_path) == [
        "C.HTML",
        "a.md",
        "b.txt",
        "d.pdf",
        "early/z.csv",
        "early/z.tsv",
        "sub/x.txt",
        "sub/deep/y.htm",
    ]


def test_other_files_are_left(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".hidden.txt", ".git/b.txt", "README.md", "LICENSE.txt", "gold.json", "x.py", "schema.json")
    assert names(tmp_path) == ["a.txt"]


def test_postmortems_are_no_articles(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "page.txt").write_text("\ufeff\n" + PAGE, encoding="utf-8")
    (tmp_path / "incidents.csv").write_text('"Incident ID",Title\n1,Pump fails\n', encoding="utf-8")
    assert names(tmp_path) == ["a.txt"]
    assert [path.name for path in candidate_files(tmp_path)] == ["a.txt", "incidents.csv", "page.txt"]
    assert is_postmortem(tmp_path / "page.txt")
    assert is_postmortem(tmp_path / "incidents.csv")
    assert not is_postmortem(tmp_path / "a.txt")


def test_an_article_may_open_with_the_same_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Incident: what we know of the pump\n\nIt failed.", encoding="utf-8")
    assert names(tmp_path) == ["a.txt"]


def test_a_manifest_stands_for_its_folder(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "sub/manifest.json", "sub/b.txt", "sub/deep/c.txt")
    assert names(tmp_path) == ["a.txt", "sub/manifest.json"]
    assert len(list(candidate_files(tmp_path))) == 3


def test_links_that_lead_in_circles_end(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert names(tmp_path) == ["a.txt", "loop.txt"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["pipe.txt"]


def test_a_folder_that_cannot_be_listed_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere: cannot be listed \(No such file or directory\)"):
        names(tmp_path / "nowhere")


def test_is_folder(tmp_path: Path) -> None:
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / ("x" * 5000))
