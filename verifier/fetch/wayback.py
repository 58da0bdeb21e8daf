"""Ask the Internet Archive for a page that is gone."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from verifier.data.json_text import parse_json
from verifier.errors import InputError
from verifier.fetch.failure import FetchError
from verifier.fetch.response import Answer
from verifier.fetch.web import Web

HOME = "https://web.archive.org/web"
AVAILABLE = "https://archive.org/wayback/available"
_ANY = "2"


def address(url: str, published: date | None = None) -> str:
    """Return where the archive shows the page as it was nearest to a day."""
    return f"{HOME}/{published:%Y%m%d}/{url}" if published else f"{HOME}/{_ANY}/{url}"


async def page(web: Web, url: str, published: date | None = None) -> Answer:
    """Fetch the archive's copy of a page, without what the archive adds to it.

    Raises: FetchError where it has none.
    """
    asked = {"url": url} | ({"timestamp": f"{published:%Y%m%d}"} if published else {})
    found = await web.data(f"{AVAILABLE}?{urlencode(asked)}")
    try:
        answer: Any = parse_json(found.decode(errors="replace"), "")
        closest = answer["archived_snapshots"]["closest"]
        stamp = str(closest["timestamp"]) if closest["available"] else ""
    except (InputError, LookupError, TypeError):
        stamp = ""
    if not stamp.isdecimal():
        raise FetchError("the Internet Archive has no copy")
    return await web.page(f"{HOME}/{stamp}id_/{url}")
