"""Prove that the worked case is whole, and that it still holds the discrepancies it was written for."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
MANIFEST: list[dict[str, str]] = json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))["sources"]
POSTMORTEM = (SEEDS / "postmortem.txt").read_text(encoding="utf-8")


def article(name: str) -> str:
    (entry,) = (entry for entry in MANIFEST if entry["id"] == name)
    return (SEEDS / entry["file"]).read_text(encoding="utf-8")


def row(name: str) -> str:
    (line,) = (line for line in POSTMORTEM.splitlines() if line.startswith(name))
    return line


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["id"])
def test_manifest_describes_its_files(entry: dict[str, str]) -> None:
    content = (SEEDS / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert content.decode().splitlines()[0] == entry["title"]
    assert re.fullmatch(r"https://[a-z-]+\.example/\S+", entry["url"])


def test_manifest_lists_every_article_once() -> None:
    listed = sorted(entry["file"] for entry in MANIFEST)
    assert listed == sorted(path.relative_to(SEEDS).as_posix() for path in (SEEDS / "articles").iterdir())
    assert len({entry["id"] for entry in MANIFEST}) == len(MANIFEST)


def test_the_one_cited_article_is_not_supplied() -> None:
    (cited,) = set(re.findall(r"\[(\d+)\]", POSTMORTEM))
    assert cited not in {entry["id"] for entry in MANIFEST}


def test_postmortem_has_every_row_of_a_page() -> None:
    rows = (
        *("Timeline", "System", "Responsible Organization", "Impacted Organization", "Software Causes"),
        *("Non-software Causes", "Impacts", "Preventions", "Fixes", "References"),
        *("Recurring", "Phase", "Boundary", "Nature", "Dimension", "Objective", "Intent", "Capability", "Duration"),
        *("Behaviour", "Perception", "Communication", "Application", "Consequence", "Domain"),
    )
    assert [name for name in rows if len(row(f"{name} ")) <= len(name)] == []
    assert row("Perception") == "Perception None None"
    assert POSTMORTEM.endswith("\nSources\n\nBack to List\n")


def test_sources_disagree_on_the_number_of_pictures() -> None:
    assert "three million images" in article("client-list")
    assert "three billion images" in article("client-list")
    assert "3 billion photos" in article("data-breach")


def test_postmortem_says_more_than_the_articles() -> None:
    assert "Database Hacked" in POSTMORTEM.splitlines()[0]
    assert POSTMORTEM.lower().count("database was hacked") >= 3
    assert "database of images was not hacked" in article("data-breach")
    assert "BBC News" in row("References")
    assert not any("BBC" in article(entry["id"]) for entry in MANIFEST)


def test_roles_media_and_actors_differ() -> None:
    references = row("References")
    assert "principal analyst" in references
    assert "principal security strategist" in article("client-list")
    assert "tweet" in references
    assert "statement by Wyden" in article("data-breach")
    assert "Twitter, YouTube and Facebook demanded" in references
    assert "Google, Microsoft and Facebook" in article("data-breach")


def test_postmortem_contradicts_itself() -> None:
    assert row("Nature").split()[2] == "non-human_actions"
    assert "exploited by hackers" in row("Nature")
    assert row("Capability").split()[2] == "accidental"
    assert "attack was intentional" in row("Objective")


def test_articles_carry_furniture() -> None:
    assert "Most Popular" in article("client-list")
    assert article("expert-comments").count("Last edited") == 5
    assert article("data-breach").count("all of its clients are on the stolen list") == 3
    assert "About The Author" in article("data-breach")
