"""Tell an article's headline from the outlet's name behind it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_SUFFIX = re.compile(r"\s+([-|–—·»])\s+([^|–—·»]{2,40})$")
_ALWAYS = {"|", "·", "»"}
_WORDS = 5
_NO_NAMES = frozenset({"www", "com", "org", "net"})
"""Parts of a host that name nobody: news.com.au."""


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def names_outlet(said: str, url: str, outlet: str) -> bool:
    """Tell whether a name is that of an outlet, as its own name or the host of the URL says it."""
    name, host = _squeezed(said), _host(url)
    parts = [part for part in host.split(".")[:-1] if len(part) >= 3 and part not in _NO_NAMES]
    in_host = len(name) >= 3 and name in _squeezed(host)
    return in_host or any(part.replace("-", "") in name for part in parts) or (name != "" and name == _squeezed(outlet))


def headline_end(title: str, url: str = "", outlet: str = "") -> int:
    """Return the length of the title without the outlet's name at its end."""
    whole = len(title.rstrip())
    match = _SUFFIX.search(title, 0, whole)
    if not match or len(match.group(2).split()) > _WORDS:
        return whole
    if match.group(1) in _ALWAYS or names_outlet(match.group(2), url, outlet):
        return match.start()
    return whole
