"""Take the pictures of the documentation anew from the worked case: `python docs/make_screenshots.py`."""  # noqa: INP001

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "images"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
WIDE, NARROW = (1100, 720), (400, 720)


class Shot(NamedTuple):
    """Name a picture: the page, the window in pixels, what to scroll to, and whether the page is dark."""

    name: str
    page: str
    size: tuple[int, int] = WIDE
    target: str = ""
    dark: bool = False


SHOTS = (
    Shot("report-start.png", "report.html"),
    Shot("report-problem.png", "report.html", target=".problems [data-card]:has(mark)"),
    Shot("report-first.png", "report.html", target=".first"),
    Shot("index.png", "index.html", (1100, 480)),
    Shot("report-evidence.png", "report.html", target=".document"),
    Shot("report-narrow.png", "report.html", NARROW, dark=True),
    Shot("difference.png", "difference.html", (1100, 480)),
    Shot("review.png", "review", (1100, 480), target=".problems [data-card]:has(mark)"),
)


def main() -> None:
    """Write every picture; each is one window high."""
    browser = os.environ.get("VERIFIER_BROWSER") or next(filter(None, map(shutil.which, NAMES)), "")
    if not browser:
        sys.exit("no Chromium found: install one, or name it in VERIFIER_BROWSER")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        pages = _reports(folder)
        server, pages["review"] = _review(folder)
        chromium = playwright.chromium.launch(executable_path=browser, args=list(FLAGS))
        try:
            for shot in SHOTS:
                window = {"width": shot.size[0], "height": shot.size[1]}
                page = chromium.new_page(viewport=window, color_scheme="dark" if shot.dark else "light")
                _take(page, shot, pages[shot.page])
                page.close()
        finally:
            server.terminate()
            server.wait()
            chromium.close()


def _take(page: Page, shot: Shot, address: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    if shot.target:
        page.locator(shot.target).first.evaluate("e => (e.closest('[data-card]') || e).scrollIntoView()")
        page.evaluate("scrollBy(0, -24)")
    page.screenshot(path=FOLDER / shot.name)


def _verifier(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "verifier", *arguments]


def _reports(folder: Path) -> dict[str, str]:
    """Lay the worked case into a folder and write the pages; return their addresses."""
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    old = "seeds/postmortem.txt"
    text = (folder / old).read_text(encoding="utf-8")
    mended = text.replace("Tim Mackey, principal analyst", "Tim Mackey, principal security strategist")
    (folder / "new.txt").write_text(mended.replace("US senator", "US governor"), encoding="utf-8")
    check = ("check", old, "--sources", "seeds", "-q", "-o", "report.html", "-o", "report.json")
    subprocess.run(_verifier(*check), cwd=folder, check=False)  # noqa: S603  ends with 1: there are errors
    several = ("check", old, "new.txt", "--sources", "seeds", "-q", "-o", "index.html")
    subprocess.run(_verifier(*several), cwd=folder, check=False)  # noqa: S603
    compare = _verifier("diff", old, "new.txt", "--sources", "seeds", "-q", "-f", "html")
    done = subprocess.run(compare, cwd=folder, check=False, capture_output=True)  # noqa: S603
    (folder / "difference.html").write_bytes(done.stdout)
    return {name: (folder / name).as_uri() for name in ("report.html", "index.html", "difference.html")}


def _review(folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Serve the report; return the server and its address."""
    command = _verifier("review", "report.json", "--baseline", "waivers.jsonl", "--author", "Ada Quist")
    server = subprocess.Popen(  # noqa: S603
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    if server.stdout is None:
        sys.exit("the server says nothing")
    return server, server.stdout.readline().strip()


if __name__ == "__main__":
    main()
