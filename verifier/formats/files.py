"""Make the files that a report goes to: one, or for the page of several postmortems an index and a page each."""

from __future__ import annotations

from pathlib import Path

from verifier.formats import renderer
from verifier.model import Report

Content = str | bytes


def files(name: str, path: Path, report: Report) -> list[tuple[Path, Content]]:
    """Return the files of a report in the named format, with their contents; the one that was asked for comes last."""
    if name != "html" or len(report.reports) < 2:
        return [(path, renderer(name)(report))]
    from verifier.formats.html import contents, page
    from verifier.formats.html_index import slugs

    folder = pages_of(path)
    names = slugs(report.reports)
    back = f"../{path.name}"
    pages: list[tuple[Path, Content]] = [
        (folder / own, page(report, one, _address(back))) for own, one in zip(names, report.reports, strict=True)
    ]
    return [*pages, (path, contents(report, [_address(f"{folder.name}/{own}") for own in names]))]


def pages_of(path: Path) -> Path:
    """Return the folder beside an index that its pages go to."""
    return path.with_name(f"{path.stem}-pages")


def _address(path: str) -> str:
    from urllib.parse import quote

    return quote(path)
