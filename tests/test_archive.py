"""Prove that an archive finds evidence for claims without a supplied source, and never counts it as cited."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import database
import pytest
from click.testing import CliRunner, Result

pytest.importorskip("tantivy", reason="tantivy is not installed: pip install -e '.[archive]'")
from verifier.archive.search import Archive, masked
from verifier.cli.main import main
from verifier.errors import InputError
from verifier.evidence import passages
from verifier.evidence.grid import lay
from verifier.evidence.ranking import rank
from verifier.facts.analysis import analyse
from verifier.model import Part
from verifier.text.reading import read_source
from verifier.words.tables import vocabulary

SIZE = 40


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kept").mkdir()
    database.write(tmp_path / "kept", SIZE)
    (tmp_path / "kept" / database.INCIDENTS).rename(tmp_path / database.INCIDENTS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VERIFIER_CACHE", str(tmp_path / "cache"))


def build(*more: str) -> Result:
    return CliRunner().invoke(main, ["archive", "build", "kept", "--jobs", "1", *more])


def check(*more: str) -> Result:
    return CliRunner().invoke(main, ["check", database.INCIDENTS, "--archive", "kept", "-f", "json", *more])


def only(report: str) -> dict[str, Any]:
    return dict(json.loads(report)["reports"][0])


def test_building_tells_what_was_indexed() -> None:
    done = build()
    assert done.exit_code == 0, done.output
    assert f"kept: {SIZE + 1} articles, " in done.stderr


def test_processes_build_the_same_as_one() -> None:
    build()
    alone = Archive(Path("kept")).passages("Altogether 212 tickets were lost in the outage.")
    CliRunner().invoke(main, ["archive", "build", "kept", "--jobs", "2"])
    together = Archive(Path("kept")).passages("Altogether 212 tickets were lost in the outage.")
    assert [(p.source.id, p.spot.start, p.score) for p in together] == [
        (p.source.id, p.spot.start, p.score) for p in alone
    ]


def test_the_sentence_that_states_a_claim_comes_first_and_stands_where_it_says() -> None:
    build()
    first = Archive(Path("kept")).passages("The outage lost altogether 212 tickets")[0]
    assert (first.source.id, first.spot.part) == ("9012", Part.BODY)
    assert first.text == "Altogether 212 tickets were lost in the outage, the company said."
    assert first.source.url == "https://post.example/12"


def test_other_words_of_the_same_meaning_are_found() -> None:
    Path("kept/articles.csv").unlink()
    Path("kept/a.txt").write_text("A flaw in the login page was found by a customer on Friday, the bank said.\n")
    Path("kept/b.txt").write_text("The page was opened by the mayor on Friday, who praised the bank and its staff.\n")
    build()
    found = Archive(Path("kept")).passages("A vulnerability existed")
    assert found[0].source.id == "a"


def test_sentences_come_as_the_engine_ranks_them() -> None:
    build()
    claim = "The outage lost altogether 212 tickets, and the company refunded customers on Monday"
    found = Archive(Path("kept")).passages(claim, 1000)
    words = vocabulary()
    index = passages.build([read_source(source) for source in masked(found)], words)
    read = analyse(claim, words)
    everything = (1 << len(index.passages)) - 1
    (ranked,) = rank(read, index, lay(read, index, everything), everything)
    likely = [(p.source.id, p.text, round(p.score, 6)) for p in found if p.score > 0]
    said = [(index.passages[number].sentence, score) for number, score in ranked]
    assert len(likely) == len(ranked) > 5
    assert likely == [(sentence.source, sentence.text, round(score, 6)) for sentence, score in said]
    assert len(found) > len(likely)


def test_a_phrase_that_stands_for_a_word_is_found_where_its_words_follow_each_other() -> None:
    Path("kept/articles.csv").unlink()
    Path("kept/a.txt").write_text("In spring the keepers deal with wind and with rain, as they did years ago.\n")
    Path("kept/b.txt").write_text("In spring the keepers go with a deal of rain, as they did years ago.\n")
    build()
    found = Archive(Path("kept")).passages("Nurses handled oranges")
    assert [passage.source.id for passage in found] == ["a"]


def test_a_claim_is_judged_by_what_is_found() -> None:
    build()
    archive = Archive(Path("kept"))
    stated = archive.look_up("Altogether 212 tickets were lost in the outage.")
    assert [source.id for source in stated.sources] == ["9012"]
    assert len(stated.evidence) > 0
    for evidence in stated.evidence:
        source = next(s for s in stated.sources if s.id == evidence.source)
        assert source.text[evidence.start : evidence.end] == evidence.text
    assert archive.look_up("Rats had eaten through a submarine cable.").evidence == ()
    assert archive.look_up("Altogether 212 tickets were lost in the outage.", frozenset({"9012"})).sources == ()


def test_nothing_is_found_for_words_that_nothing_has() -> None:
    build()
    archive = Archive(Path("kept"))
    assert archive.passages("Xylophone quarrels") == ()
    assert archive.passages("") == ()
    assert archive.passages("the of and") == ()
    assert len(archive.passages('tickets AND (OR "lost" * : ^ ~ ' + "ferry " * 5000)) == 50


def test_claims_without_a_supplied_source_get_evidence_that_is_marked_and_never_counted() -> None:
    build()
    plain = only(check("--sources", "kept/articles.csv", "--incident", "4").stdout)
    assert plain["summary"]["citations"]["missing"] == []
    Path("other.txt").write_text("The council met on Tuesday and talked about the weather and the price of bread.")
    without = CliRunner().invoke(
        main, ["check", database.INCIDENTS, "--sources", "other.txt", "-f", "json", "--incident", "4"]
    )
    found = only(check("--sources", "other.txt", "--incident", "4").stdout)
    bare = only(without.stdout)
    claim = next(c for c in found["claims"] if c["field"] == "Impacts")
    assert claim["reason"].endswith("; found in the archive: [9004] states this")
    assert claim["evidence"][-1]["text"].startswith("Altogether 204 tickets were lost")
    assert [c["verdict"] for c in found["claims"]] == [c["verdict"] for c in bare["claims"]]
    assert found["summary"]["citations"] == {"resolved": [], "missing": ["9004"]}
    assert found["problems"] == bare["problems"]
    (source,) = [source for source in found["sources"] if source["id"] == "9004"]
    assert "found in the archive, not among the sources supplied" in source["notes"]


def test_a_claim_whose_source_was_supplied_is_not_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    monkeypatch.setattr(Archive, "look_up", lambda *_: pytest.fail("looked up"))
    assert check("--sources", "kept/articles.csv", "--incident", "4").exit_code == 0


def test_an_archive_may_stand_alone() -> None:
    build()
    done = check("--incident", "4")
    assert done.exit_code == 3
    claims = [claim for claim in only(done.stdout)["claims"] if claim["field"] == "Impacts"]
    assert {claim["verdict"] for claim in claims} == {"not_checkable"}
    assert "found in the archive" in claims[0]["reason"]
    assert CliRunner().invoke(main, ["check", database.INCIDENTS]).exit_code == 2


@pytest.mark.parametrize("form", ["text", "markdown", "html", "sarif", "junit", "github"])
def test_every_format_shows_a_report_with_an_archive(form: str) -> None:
    build()
    done = CliRunner().invoke(main, ["check", database.INCIDENTS, "--archive", "kept", "-f", form, "--incident", "4"])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert done.exit_code == 3


def test_no_archive_or_a_damaged_one_is_told_with_what_to_do() -> None:
    assert "holds no archive; build it: verifier archive build kept" in check("--incident", "4").stderr
    build()
    Path("kept/.archive/articles.sqlite").write_bytes(b"x" * 5000)
    with pytest.raises(InputError, match="is damaged; build it again"):
        _ = Archive(Path("kept")).passages("tickets were lost")[0].text
    build()
    Path("kept/.archive/about.json").write_text('{"format": 99}')
    assert "holds an archive of another version" in check("--incident", "4").stderr


def test_an_altered_text_is_not_trusted() -> None:
    build()
    base = sqlite3.connect("kept/.archive/articles.sqlite")
    first, second = (row[0] for row in base.execute("select packed from articles limit 2"))
    base.execute("update articles set packed = ? where packed = ?", (second, first))
    base.commit()
    with pytest.raises(InputError, match="is damaged"):
        _ = [p.text for p in Archive(Path("kept")).passages("Altogether 201 tickets were lost in the outage")]


def test_building_again_takes_in_what_is_new_and_keeps_the_old_where_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    table = Path("kept/articles.csv")
    table.write_text(table.read_text() + '9999,,,"New","A dog barked at the Emperor of Atlantis on Friday."\n')
    build()
    claim = "A dog barked at the Emperor of Atlantis."
    assert Archive(Path("kept")).passages(claim)[0].source.id == "9999"
    monkeypatch.setattr("verifier.archive.store.Writer.close", lambda _: (_ for _ in ()).throw(OSError(28, "No space")))
    done = build()
    assert done.exit_code == 2
    assert "cannot be written (No space)" in done.stderr
    assert Archive(Path("kept")).passages(claim)[0].source.id == "9999"
    assert [path.name for path in Path("kept").iterdir() if path.name.startswith(".archive.")] == []


def test_a_folder_without_articles_is_told() -> None:
    Path("bare").mkdir()
    done = CliRunner().invoke(main, ["archive", "build", "bare"])
    assert done.exit_code == 3
    assert not Path("bare/.archive").exists()
    Path("bare/rain.csv").write_text("town,rain\nLorne,3\n")
    done = CliRunner().invoke(main, ["archive", "build", "bare"])
    assert done.exit_code == 3
    assert "bare/rain.csv: is no article table" in done.stderr


@pytest.mark.parametrize("form", ["folder", "folder beside an archive", "file", "link"])
def test_what_is_no_archive_is_left_as_it_is(form: str) -> None:
    target, precious = Path("kept/.archive"), Path("chapter.txt")
    if form == "folder beside an archive":
        build()
    if form.startswith("folder"):
        target.mkdir(exist_ok=True)
        precious = target / "chapter.txt"
    precious.write_text("ten years of work")
    if form == "file":
        precious = precious.rename(target)
    if form == "link":
        Path("elsewhere").mkdir()
        precious = precious.rename("elsewhere/chapter.txt")
        target.symlink_to(Path("elsewhere").resolve())
    before = sorted(path.name for path in Path("kept").iterdir())
    done = build()
    assert done.exit_code == 2
    assert "kept/.archive: holds something else than an archive; move it away" in done.stderr
    assert precious.read_text() == "ten years of work"
    assert sorted(path.name for path in Path("kept").iterdir()) == before


def test_an_empty_folder_becomes_the_archive() -> None:
    Path("kept/.archive").mkdir()
    assert build().exit_code == 0
    assert len(Archive(Path("kept")).passages("Altogether 212 tickets were lost")) > 0
