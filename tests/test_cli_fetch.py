"""Prove that cited pages are fetched, kept with their hashes, and not fetched twice."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from troubled_site import WORDS, Site, served

pytest.importorskip("httpx", reason="httpx is not installed: pip install -e '.[fetch]'")
from verifier.cli.main import main
from verifier.fetch import wayback
from verifier.fetch.keep import keeping
from verifier.fetch.wanted import collect

PATHS = ("/good", "/hop", "/gone", "/private/a")


@pytest.fixture(name="site")
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.chdir(tmp_path)
    with served() as site:
        table(site, *PATHS)
        yield site


def table(site: Site, *paths: str) -> None:
    with Path("articles.csv").open("w", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("Article ID", "URL", "Published", "Headline", "Body"))
        rows.writerows((str(7001 + n), site.url(path), "2021-05-04", "", "") for n, path in enumerate(paths))


def incident(site: Site, words: str = "Some 212 tickets were lost in the outage [1].") -> None:
    data = {
        "id": "ferry",
        "title": "Ferries in trouble",
        "fields": {"Impacts": words},
        "sources": [{"id": "1", "url": site.url("/good")}],
    }
    Path("incident.json").write_text(json.dumps(data))


def fetch(*arguments: str) -> Result:
    options = ["-o", "kept", "--allow-private", "--timeout", "5"]
    return CliRunner().invoke(main, ["sources", "fetch", *arguments, *options])


def manifest() -> dict[str, Any]:
    return dict(json.loads(Path("kept/manifest.json").read_text()))


def test_pages_are_kept_as_they_came_and_as_text_and_named_with_their_hashes(site: Site) -> None:
    from warcio.archiveiterator import ArchiveIterator

    done = fetch("articles.csv")
    assert done.exit_code == 3
    assert "2 pages fetched; 0 there before; 2 missing" in done.stderr
    good, hop = manifest()["sources"]
    assert (good["id"], good["url"], good["published"]) == ("7001", site.url("/good"), "2021-05-04")
    assert hop["final_url"] == site.url("/good")
    assert "final_url" not in good
    assert WORDS in Path("kept", good["file"]).read_text()
    with Path("kept", good["page"]).open("rb") as stream:
        (record,) = [(r.rec_headers["WARC-Target-URI"], r.content_stream().read()) for r in ArchiveIterator(stream)]
    assert record[0] == site.url("/good")
    assert WORDS.encode() in record[1]
    assert CliRunner().invoke(main, ["sources", "check", "kept"]).exit_code == 0


def test_of_two_runs_into_one_folder_the_second_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.data.writing.WAIT", 0.05)
    with keeping(Path("kept")) as first:
        second = fetch(site.url("/good"))
        assert second.exit_code == 2
        assert "kept: another run is writing here; wait for it, or name another folder" in second.stderr
        first.save()
    assert manifest()["sources"] == []
    assert fetch(site.url("/good")).exit_code == 0
    assert len(manifest()["sources"]) == 1
    assert CliRunner().invoke(main, ["sources", "check", "kept"]).exit_code == 0


def test_what_fails_is_in_the_manifest_with_reason_and_hint(site: Site) -> None:
    done = fetch("articles.csv")
    gone, forbidden = manifest()["missing"]
    assert (gone["id"], gone["reason"]) == ("7003", "answers 404 (Not Found)")
    assert gone["hint"] == f"try https://web.archive.org/web/20210504/{site.url('/gone')}"
    assert forbidden["reason"] == "the site's robots.txt forbids it"
    assert f"{site.url('/gone')}: answers 404 (Not Found); try https://web.archive.org/" in done.stderr


def test_a_second_run_fetches_only_what_is_missing(site: Site) -> None:
    fetch("articles.csv")
    first = manifest()["sources"]
    done = fetch("articles.csv")
    assert "0 pages fetched; 2 there before; 2 missing" in done.stderr
    assert (site.asked["/good"], site.asked["/hop"], site.asked["/gone"]) == (2, 1, 2)
    assert manifest()["sources"] == first
    Path("kept", first[0]["file"]).unlink()
    assert "1 page fetched; 1 there before" in fetch("articles.csv").stderr


@pytest.mark.parametrize("what", ["file", "page"])
def test_check_proves_that_text_and_page_are_what_was_fetched(site: Site, what: str) -> None:
    fetch("articles.csv")
    path = Path("kept", manifest()["sources"][0][what])
    path.write_bytes(path.read_bytes() + b"x")
    done = CliRunner().invoke(main, ["sources", "check", "kept"])
    assert done.exit_code == 1
    assert f"{path}: changed since" in done.stdout


def test_a_postmortem_is_checked_against_the_pages_it_cites(site: Site) -> None:
    incident(site)
    assert fetch("incident.json").exit_code == 0
    arguments = ["check", "incident.json", "--sources", "kept", "-f", "json"]
    report = json.loads(CliRunner().invoke(main, arguments).stdout)["reports"][0]
    assert report["summary"]["citations"] == {"resolved": ["1"], "missing": []}
    assert [claim["verdict"] for claim in report["claims"] if claim["field"] == "Impacts"] == ["supported"]


def test_of_a_table_beside_a_postmortem_only_what_it_cites_is_fetched(site: Site) -> None:
    data = {"id": "ferry", "title": "Ferries", "fields": {"Impacts": "Tickets were lost [7002]."}}
    Path("incident.json").write_text(json.dumps(data))
    assert fetch("incident.json", "articles.csv").exit_code == 0
    assert [source["id"] for source in manifest()["sources"]] == ["7002"]


def test_a_table_of_articles_is_told_by_either_ending(site: Site) -> None:
    rows = csv.reader(Path("articles.csv").read_text().splitlines())
    Path("articles.TSV").write_text("".join("\t".join(row) + "\n" for row in rows))
    asked = [collect([name]) for name in ("articles.csv", "articles.TSV")]
    assert [each.id for each in asked[1].wanted] == ["7001", "7002", "7003", "7004"]
    assert asked[0] == asked[1]


def test_addresses_are_collected_wherever_a_postmortem_has_them(site: Site) -> None:
    text = "# Ferries\n\nIt [failed](https://a.example/1), see https://b.example/2. Tickets were lost[^1].\n\n"
    Path("note.md").write_text(text + "[^1]: https://c.example/3\n")
    found = collect(["note.md", "https://d.example/4#part", "https://a.example/1/"])
    assert {each.url.rstrip("/") for each in found.wanted} == {
        "https://a.example/1",
        "https://b.example/2",
        "https://c.example/3",
        "https://d.example/4",
    }
    assert len(found.wanted) == len({each.id for each in found.wanted}) == 4


def test_the_internet_archive_is_asked_only_on_demand(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wayback, "AVAILABLE", site.url("/available"))
    monkeypatch.setattr(wayback, "HOME", site.url("/web"))
    fetch(site.url("/gone"))
    assert site.asked["/available"] == 0
    done = fetch(site.url("/gone"), "--archive")
    assert "answers 404 (Not Found); the Internet Archive has no copy" in done.stderr
    site.snapshot = "20210504000000"
    done = fetch(site.url("/gone"), "--archive")
    assert done.exit_code == 0, done.stderr
    (source,) = manifest()["sources"]
    assert source["url"] == site.url("/gone")
    assert source["final_url"] == f"{site.url('/web')}/20210504000000id_/{site.url('/gone')}"
    assert "missing" not in manifest()


def test_claims_that_lean_on_a_changed_sentence_are_told(site: Site) -> None:
    incident(site)
    fetch("incident.json")
    assert "0 pages fetched; 1 there before" in fetch("incident.json", "--again").stderr
    site.words = WORDS.replace("Some 212 tickets were lost", "Only 190 tickets went missing")
    done = fetch("incident.json", "--again")
    assert done.exit_code == 1
    assert "1 page fetched, 1 of them changed" in done.stderr
    assert "ferry c-" in done.stdout
    leaning = f'\n    leans on {manifest()["sources"][0]["id"]}, which no longer says "Some 212 tickets were lost in'
    assert leaning in done.stdout
    (source,) = manifest()["sources"]
    assert "Only 190 tickets" in Path("kept", source["file"]).read_text()
    assert ["Some 212" in path.read_text() for path in Path("kept/.earlier").iterdir()] == [True]
    assert CliRunner().invoke(main, ["sources", "check", "kept"]).exit_code == 0


def test_a_change_that_no_claim_leans_on_is_none_to_worry_about(site: Site) -> None:
    incident(site)
    fetch("incident.json")
    site.words = WORDS + " The ferries ran again on Wednesday, their operator said in the evening."
    done = fetch("incident.json", "--again")
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "1 of them changed" in done.stderr


def test_private_addresses_are_refused_by_default(site: Site) -> None:
    done = CliRunner().invoke(main, ["sources", "fetch", site.url("/good"), "-o", "kept"])
    assert done.exit_code == 3
    assert "127.0.0.1 is a private address (127.0.0.1); add --allow-private if that is meant" in done.stderr
    assert site.asked.total() == 0


def test_inputs_that_cite_nothing_are_told(site: Site) -> None:
    Path("note.md").write_text("# Ferries\n\nTickets were lost.\n")
    done = fetch("note.md")
    assert done.exit_code == 3
    assert "no address is cited" in done.stderr


def test_a_manifest_of_hand_and_its_articles_stay(site: Site) -> None:
    Path("kept").mkdir()
    Path("kept/own.txt").write_text("Mine.")
    Path("kept/manifest.json").write_text('{"version": 1, "sources": [{"id": "own", "file": "own.txt"}]}')
    fetch(site.url("/good"))
    assert sorted(source["file"] for source in manifest()["sources"])[1] == "own.txt"


def test_an_article_is_named_by_its_host_and_the_end_of_its_path_and_told_apart_from_others() -> None:
    urls = [f"https://Desk@news.example/{day}/trams-stop" for day in ("monday", "tuesday")]
    names = [wanted.id for wanted in collect(urls).wanted]
    assert [name.rpartition("-")[0] for name in names] == ["news_example_trams-stop"] * 2
    assert len(set(names)) == 2


def test_an_address_that_is_none_is_missing_with_the_reason_and_the_others_are_fetched(site: Site) -> None:
    for _ in range(2):
        done = fetch("http://[ferry", site.url("/to-nowhere"), site.url("/good#part"))
        assert done.exit_code == 3
        assert "http://[ferry: leads to what is no web address; correct it" in done.stderr
    assert [entry["url"] for entry in manifest()["sources"]] == [site.url("/good")]
    assert {each["url"]: each["reason"] for each in manifest()["missing"]} == dict.fromkeys(
        ["http://[ferry", site.url("/to-nowhere")], "leads to what is no web address"
    )
