"""Build the documentation as a site, strictly, and look at what came out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

import verifier
from verifier.cli.commands import COMMANDS
from verifier.data.rulebook import load

pytest.importorskip("mkdocs", reason="mkdocs is not installed: pip install -e '.[docs]'")
pytest.importorskip("material", reason="mkdocs-material is not installed: pip install -e '.[docs]'")
ROOT = Path(__file__).resolve().parent.parent
FETCHED = re.compile(r"<(?:script|img|iframe|source|audio|video)[^>]*\ssrc=\"?([^\">\s]+)|<link[^>]*>", re.IGNORECASE)
HREF = re.compile(r"href=\"?([^\">\s]+)")
FETCHES = ("stylesheet", "preconnect", "preload", "icon")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built with every warning an error."""
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def read(site: Path, name: str) -> str:
    return unescape((site / name).read_text(encoding="utf-8"))


def test_no_page_fetches_from_elsewhere(site: Path) -> None:
    far = []
    for path in site.rglob("*.html"):
        for match in FETCHED.finditer(path.read_text(encoding="utf-8")):
            address = match[1] or ""
            if not address and any(word in match[0] for word in FETCHES):
                address = "".join(HREF.findall(match[0]))
            far += [(path.name, address)] if "//" in address else []
    assert far == []
    assert len(list(site.rglob("*.html"))) > 30


def test_every_command_is_described(site: Path) -> None:
    page = read(site, "commands.html")
    assert [name for name in COMMANDS if f">verifier {name}<" not in page] == []
    assert "--changed-since" in page


@pytest.mark.parametrize(("name", "schema"), [("schema", "report"), ("configuration", "config")])
def test_every_key_of_a_schema_is_described(site: Path, name: str, schema: str) -> None:
    text = read(site, f"{name}.html")
    found = json.loads((ROOT / "reports" / f"{schema}.schema.json").read_text(encoding="utf-8"))
    parts = [found, *found["$defs"].values()]
    keys = [key for part in parts for key in part.get("properties", ())]
    assert keys
    assert [key for key in keys if f"<code>{key}</code>" not in text] == []


def test_every_public_name_is_described(site: Path) -> None:
    page = read(site, "python.html")
    assert [name for name in verifier.__all__ if not re.search(rf'id="verifier\.[\w.]*\b{name}"', page)] == []


def test_every_rule_has_a_page(site: Path) -> None:
    assert [rule.id for rule in load().rules if not (site / "rules" / f"{rule.id}.html").is_file()] == []


def test_pages_lead_to_the_files_of_the_repository(site: Path) -> None:
    assert json.loads((site / "repository/reports/report.schema.json").read_text(encoding="utf-8"))
    assert "repository/reports/report.schema.json" in read(site, "schema.html")
