"""Tell whether an address can be used, and which host it names."""

from __future__ import annotations

from urllib.parse import urlsplit

MALFORMED = "its URL is malformed, and was left out"


def usable(url: str) -> tuple[str, tuple[str, ...]]:
    """Return a URL, empty where it is malformed, and a note that says so."""
    try:
        urlsplit(url)
    except ValueError:
        return "", (MALFORMED,)
    return url, ()


def host(url: str) -> str:
    """Return the host that a URL names, without `www.`; empty where it names none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
