"""Make what may stand in an HTML attribute: anchors out of ids, and addresses a reader may follow."""

from __future__ import annotations

from urllib.parse import urlsplit

from verifier.text.patterns import pattern

_UNSAFE = pattern(r"[^A-Za-z0-9.~-]")
_SAFE_URL = pattern(r"[!#-;=?-\[\]_a-z~]+")


def anchor(*parts: str) -> str:
    """Join the parts to an anchor; different parts give different anchors, plain ids stay as they are."""
    return "-".join(_UNSAFE.sub(lambda match: f"_{ord(match[0]):x}_", part) for part in parts if part)


def web(url: str) -> str:
    """Return an http or https address; empty for anything else, and for what hides its host behind a user name."""
    if not _SAFE_URL.fullmatch(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc else ""
