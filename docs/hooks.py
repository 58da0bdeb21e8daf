"""Add to the site what stands elsewhere in the repository: the files that pages link to."""  # noqa: INP001

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
OUTSIDE = re.compile(r"\]\(\.\./([^)#\s]+)\)")
PAGES = {"CONTRIBUTING.md": "contributing.md", "CHANGELOG.md": "changes.md"}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a copy of every file of the repository that a page links to."""
    for path, name in PAGES.items():
        files.append(File.generated(config, name, content=_moved((ROOT / path).read_text(encoding="utf-8"))))
    linked = {path for file in files.documentation_pages() for path in OUTSIDE.findall(file.content_string)}
    for path in sorted(linked - set(PAGES)):
        files.append(File.generated(config, f"repository/{path}", abs_src_path=str(ROOT / path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Let links that leave docs/ lead to the copies."""
    up = "../" * page.file.src_uri.count("/")
    return OUTSIDE.sub(lambda match: f"]({up}{PAGES.get(match[1], f'repository/{match[1]}')})", markdown)


def _moved(text: str) -> str:
    """Return a page of the top folder with its links as a page in docs/ has them."""
    return re.sub(r"\]\((?!https?:|#)(docs/)?([^)#\s]+)", lambda m: f"]({m[2]}" if m[1] else f"](../{m[2]}", text)
