"""Serve a site on loopback that has every trouble a site can have."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

WORDS = (
    "The booking system of the harbour ferries failed on Monday, its operator said on Tuesday morning. "
    "Some 212 tickets were lost in the outage, the company said in a statement to passengers. "
    "An engineer had deleted the wrong table during an update, according to the company’s spokeswoman."
)


def html(words: str = WORDS, title: str = "Ferries in trouble", head: str = "") -> str:
    return (
        f"<!doctype html><html><head>{head}<title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{words}</p></article></body></html>"
    )


class Site:
    """Hold what the site was asked for, how many requests a client had open at once, and what it may change."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.words, self.robots, self.open, self.most = WORDS, "User-agent: *\nDisallow: /private/\n", 0, 0
        self.agents: set[str] = set()
        self.snapshot = ""
        self.lock = threading.Lock()
        self.port = 0

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


BIG = html(WORDS * 6000).encode()


@cache
def bomb() -> bytes:
    """Return a page that is small and means to be large."""
    return gzip.compress(b"<p>" + b"a" * 40_000_000)


def answer(site: Site, path: str, times: int) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body for a path that was asked for so many times."""
    page = {"Content-Type": "text/html; charset=utf-8"}
    plain: dict[str, tuple[int, dict[str, str], bytes]] = {
        "/robots.txt": (200, {"Content-Type": "text/plain"}, site.robots.encode()),
        "/good": (200, page, html(site.words).encode()),
        "/gzip": (200, page | {"Content-Encoding": "gzip"}, gzip.compress(html().encode())),
        "/bomb": (200, page | {"Content-Encoding": "gzip"}, bomb()),
        "/cut": (200, page | {"Content-Encoding": "gzip"}, gzip.compress(html().encode())[:-30]),
        "/odd-coding": (200, page | {"Content-Encoding": "zstd"}, b"xx"),
        "/latin": (200, {"Content-Type": "text/html; charset=ISO-8859-1"}, html().encode("cp1252")),
        "/meta": (200, {"Content-Type": "text/html"}, html(head='<meta charset="windows-1252">').encode("cp1252")),
        "/utf16": (200, {"Content-Type": "text/html"}, html().encode("utf-16")),
        "/text": (200, {"Content-Type": "text/plain; charset=utf-8"}, WORDS.encode()),
        "/hop": (302, {"Location": "/hop2"}, b""),
        "/hop2": (301, {"Location": site.url("/good")}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/nowhere": (302, {}, b""),
        "/to-nowhere": (302, {"Location": "http://[ferry/"}, b""),
        "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/to-hidden": (302, {"Location": f"http://127.0.0.2:{site.port}/good"}, b""),
        "/to-forbidden": (302, {"Location": "/private/a"}, b""),
        "/private/a": (200, page, html().encode()),
        "/gone": (404, page, b"gone"),
        "/paywall": (403, page, b"no"),
        "/big": (200, page, BIG),
        "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/empty": (200, page, b""),
        "/script": (200, page, b"<!doctype html><html><body><div id=app></div><script>1</script></body></html>"),
        "/torn": (200, page | {"Content-Length": "99999"}, html().encode()),
        "/never": (503, {}, b""),
        "/flaky": (503, {}, b"") if times < 3 else (200, page, html().encode()),
        "/later": (429, {"Retry-After": "1"}, b"") if times < 2 else (200, page, html().encode()),
        "/much-later": (429, {"Retry-After": "86400"}, b""),
    }
    if path == "/available":
        closest = {"available": True, "timestamp": site.snapshot}
        found = {"archived_snapshots": {"closest": closest} if site.snapshot else {}}
        return 200, {"Content-Type": "application/json"}, json.dumps(found).encode()
    return plain.get(path, (200, page, html(f"{WORDS} Page {path[1:]}.").encode()))


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        path = self.path.partition("?")[0]
        with site.lock:
            site.asked[path] += 1
            site.open += 1
            site.most = max(site.most, site.open)
            site.agents.add(self.headers["User-Agent"])
        time.sleep(3 if path == "/slow" else 0.05 if path.startswith("/many") else 0)
        with site.lock:
            site.open -= 1
        self._send(*answer(site, path, site.asked[path]), path)

    def _send(self, status: int, headers: dict[str, str], body: bytes, path: str) -> None:
        with suppress(OSError):
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(body)), "Connection": "close"} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            if path == "/drip":
                for at in range(len(body)):
                    self.wfile.write(body[at : at + 1])
                    time.sleep(0.2)
            self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[Site]:
    """Serve the site, at 127.0.0.1 and 127.0.0.2."""
    site = Site()
    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)  # noqa: S104  two loopback addresses
    server.daemon_threads = True
    server.site = site  # type: ignore[attr-defined]
    site.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
