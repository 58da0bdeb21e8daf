from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from verifier.audit.catalogue import Catalogue
from verifier.errors import ConfigError, InputError
from verifier.ingest.sources import SourceSet, headline, read_sources
from verifier.model import Source

TEXT = "Gate opens early\n\nThe lock gate was opened too early, the canal office said on Friday.\n"
PAGE = "Incident: Gate Opens\n\nPublished Date: 2019-05-03\n\nPostmortem Analysis\nTimeline 1. It opened [a].\n"
TABLE = "Article ID,URL,Published,Headline,Body\n7,,,Gate,The gate opened.\n8,,,Lock,The lock shut.\n"


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def ids(found: SourceSet) -> list[str]:
    return [source.id for source in found.sources]


def listing(*records: Mapping[str, str]) -> str:
    return json.dumps({"version": 1, "sources": records})


def test_a_file_a_folder_a_table_and_a_manifest_are_read_in_the_order_they_are_named(tmp_path: Path) -> None:
    put(
        tmp_path,
        {
            "one.txt": TEXT,
            "folder/b.txt": TEXT,
            "folder/a.md": TEXT,
            "table.csv": TABLE,
            "case/manifest.json": listing({"id": "95", "file": "text.txt"}),
            "case/text.txt": TEXT,
            "noend": TEXT,
        },
    )
    named = ["table.csv", "one.txt", "folder", "case/manifest.json", "noend"]
    found = read_sources([tmp_path / name for name in named])
    assert ids(found) == ["7", "8", "one", "a", "b", "95", "noend"]
    assert found.troubles == ()
    assert {source.text for source in found.sources[2:]} == {TEXT}
    assert headline(found.sources[2]) == "Gate opens early"


def test_a_manifest_in_a_folder_is_used(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXT, "b.txt": TEXT, "manifest.json": listing({"id": "95", "file": "b.txt"})})
    assert ids(read_sources([tmp_path])) == ["95"]


def test_only_the_wanted_rows_of_a_table_are_read(tmp_path: Path) -> None:
    put(tmp_path, {"table.csv": TABLE, "a.txt": TEXT})
    assert ids(read_sources([tmp_path], ids=["8"])) == ["a", "8"]
    assert read_sources([tmp_path / "table.csv"], ids=["9"]) == SourceSet((), ())


@pytest.mark.parametrize("spelling", ["pm.txt", "./sub/../pm.txt", "link.txt", "hard.txt", "sub/../link.txt"])
def test_a_postmortem_is_never_its_own_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str) -> None:
    put(tmp_path, {"pm.txt": "Our pump failed, and this is how.", "sub/a.txt": TEXT})
    (tmp_path / "link.txt").symlink_to("pm.txt")
    os.link(tmp_path / "pm.txt", tmp_path / "hard.txt")
    monkeypatch.chdir(tmp_path)
    assert ids(read_sources([tmp_path], exclude=[Path(spelling)])) == ["a"]
    found = read_sources([Path("sub"), tmp_path / "pm.txt"], exclude=[Path(spelling)])
    assert ids(found) == ["a"]
    assert [trouble.what for trouble in found.troubles] == ["is the postmortem under audit, and no source of its own"]


def test_a_postmortem_in_a_manifest_is_no_source(tmp_path: Path) -> None:
    records = (
        {"id": "1", "file": "pm.md"},
        {"id": "2", "file": "a.txt"},
        {"id": "3", "file": "b.txt", "role": "exclude"},
    )
    put(tmp_path, {"pm.md": TEXT, "a.txt": TEXT, "b.txt": TEXT, "manifest.json": listing(*records)})
    assert ids(read_sources([tmp_path], exclude=[tmp_path / "pm.md"])) == ["2"]


def test_pages_of_the_database_are_no_articles(tmp_path: Path) -> None:
    put(
        tmp_path, {"000.txt": PAGE, "001.txt": TEXT, "incidents.csv": "Incident ID,Title\n1,x\n", "articles.csv": TABLE}
    )
    assert ids(read_sources([tmp_path])) == ["001", "7", "8"]


def test_one_unreadable_among_many_is_a_trouble(tmp_path: Path) -> None:
    put(
        tmp_path,
        {"a.txt": TEXT, "b.txt": b"caf\xe9", "c.txt": b"\x00\x01", "d.csv": "x,y\n", "e.txt": b"x" * 10_000_000},
    )
    (tmp_path / "f.txt").symlink_to(tmp_path / "f.txt")
    os.mkfifo(tmp_path / "g.txt")
    found = read_sources([tmp_path, tmp_path / "nowhere"])
    assert ids(found) == ["a"]
    assert [(Path(trouble.where).name, trouble.what.partition(":")[0]) for trouble in found.troubles] == [
        ("b.txt", "is not UTF-8 (byte 3)"),
        ("c.txt", "is a binary file"),
        ("d.csv", "is no article table"),
        ("e.txt", "has a line longer than 8 MiB"),
        ("f.txt", "no such file"),
        ("g.txt", "is not a regular file"),
        ("nowhere", "no such file"),
    ]
    assert all(trouble.hint for trouble in found.troubles)


def test_an_empty_article_among_others_is_a_source_with_a_note(tmp_path: Path) -> None:
    found = read_sources([put(tmp_path, {"a.txt": TEXT, "b.txt": ""})])
    assert [(source.id, source.notes) for source in found.sources] == [("a", ("very short",)), ("b", ("empty",))]


@pytest.mark.parametrize(
    ("files", "named", "message"),
    [
        ({}, ["none.txt"], r"none\.txt: no such file; check the path"),
        ({"a.txt": b"\x00"}, ["a.txt"], r"a\.txt: is a binary file"),
        ({"a.txt": ""}, ["a.txt"], r"a\.txt: no source holds any text"),
        ({"sub/x.py": "x"}, ["sub"], r"sub: holds no article; put articles there"),
        ({"sub/000.txt": PAGE}, ["sub"], "sub: holds no article"),
        ({"i.csv": "Incident ID,Title\n1,x\n"}, ["i.csv"], r"i\.csv: is no article table"),
        ({"a.txt": b"\x00", "b.txt": b"\x00"}, ["a.txt", "b.txt"], r"no source could be read: .*a\.txt is .*b\.txt is"),
        ({f"s/{n}.txt": b"\x00" for n in range(9)}, ["s"], r"no source could be read: .*; and 6 more; name articles"),
        ({"m.json": '{"version": 1, "sources": []}'}, ["m.json"], "no source is named"),
    ],
)
def test_nothing_to_read_is_an_input_error(
    tmp_path: Path, files: dict[str, str | bytes], named: list[str], message: str
) -> None:
    put(tmp_path, files)
    with pytest.raises(InputError, match=message) as caught:
        read_sources([tmp_path / name for name in named])
    assert caught.value.exit_status == 3
    assert caught.value.hint


def test_no_path_at_all_is_an_input_error() -> None:
    with pytest.raises(InputError, match="no source is named"):
        read_sources([])


def test_the_postmortem_alone_is_an_input_error(tmp_path: Path) -> None:
    put(tmp_path, {"pm.txt": TEXT})
    with pytest.raises(InputError, match=r"pm\.txt: is the postmortem under audit"):
        read_sources([tmp_path / "pm.txt"], exclude=[tmp_path / "pm.txt"])


def test_two_sources_with_one_id_are_refused(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXT, "sub/a.md": TEXT + "More.\n"})
    with pytest.raises(ConfigError, match=r'two sources have the id "a": .*/a\.txt and .*/sub/a\.md') as caught:
        read_sources([tmp_path])
    assert caught.value.exit_status == 2


def test_two_rows_with_one_id_are_refused_unless_they_are_the_same(tmp_path: Path) -> None:
    put(tmp_path, {"t.csv": TABLE + "7,,,Gate,The gate opened.\n"})
    assert ids(read_sources([tmp_path / "t.csv"])) == ["7", "8"]
    put(tmp_path, {"t.csv": TABLE + "7,,,Gate,The gate never opened.\n"})
    found, listed = read_sources([tmp_path / "t.csv"]), Catalogue([tmp_path / "t.csv"])
    assert ids(found) == ["8"] == [*listed.ids()]
    (trouble,) = found.troubles
    assert trouble.what == 'has the id "7" in 2 rows (lines 2, 4) with different texts, and none of them is read'
    assert listed.troubles == [trouble] and not trouble.slight
    put(tmp_path, {"t.csv": TABLE + "7,,,Gate,The gate  opened. Nobody was hurt.\n7,,,Gate,\n"})
    found, listed = read_sources([tmp_path / "t.csv"]), Catalogue([tmp_path / "t.csv"])
    assert [source.text for source in found.sources if source.id == "7"] == ["The gate  opened. Nobody was hurt."]
    (trouble,) = found.troubles
    assert trouble.slight and trouble.what.endswith("one text holding the others: that of line 4 is read")
    (article,) = listed.article("7")
    assert isinstance(article, Source) and article.text.endswith("hurt.")


def test_a_row_and_a_file_with_one_id_are_both_named(tmp_path: Path) -> None:
    put(tmp_path, {"t.csv": TABLE, "8.txt": TEXT})
    with pytest.raises(ConfigError, match=r'the id "8": .*/8\.txt and .*/t\.csv, line 3; rename one, or'):
        read_sources([tmp_path])


def test_a_source_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXT, "t.csv": TABLE})
    found = read_sources([tmp_path, tmp_path / "a.txt", tmp_path / "." / "t.csv"])
    assert ids(found) == ["a", "7", "8"]


def test_a_wrong_manifest_is_a_configuration_error_even_among_many(tmp_path: Path) -> None:
    put(tmp_path, {"a.txt": TEXT, "case/manifest.json": "{"})
    with pytest.raises(ConfigError, match="is malformed JSON"):
        read_sources([tmp_path / "a.txt", tmp_path / "case"])


def test_a_manifest_whose_files_are_gone_is_an_input_error(tmp_path: Path) -> None:
    put(tmp_path, {"manifest.json": listing({"id": "1", "file": "gone.txt"})})
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        read_sources([tmp_path])


def test_a_page_without_its_library_is_a_trouble_among_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    found = read_sources([put(tmp_path, {"a.txt": TEXT, "b.html": "<p>Words</p>"})])
    assert ids(found) == ["a"]
    assert [(trouble.what, trouble.hint) for trouble in found.troubles] == [
        ('needs the extra "web"', "pip install trafilatura lxml_html_clean")
    ]


def test_a_name_like_an_option_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, {"--force.txt": TEXT, "-/-x.txt": TEXT})
    monkeypatch.chdir(tmp_path)
    assert ids(read_sources([Path("--force.txt"), Path("-")])) == ["--force", "-x"]


def test_a_name_of_any_length_is_only_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_sources([tmp_path / ("x" * 5000)])
