"""Ask a site's robots.txt before any of its pages is fetched."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from protego import Protego

from verifier.fetch.failure import FetchError

AGENT = "verifier"
LIMIT = 512 * 1024
Get = Callable[[str], Awaitable[tuple[int, bytes]]]


class Robots:
    """Hold what each site allows; a site is asked once.

    As RFC 9309 has it, a site without robots.txt allows all, and one whose robots.txt cannot be had now allows nothing.
    """

    def __init__(self, get: Get) -> None:
        self._get = get
        self._rules: dict[str, Protego | FetchError] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def check(self, url: str) -> None:
        """Do nothing where a page may be fetched.

        Raises: FetchError where it may not.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        async with self._locks.setdefault(site, asyncio.Lock()):
            if site not in self._rules:
                self._rules[site] = await self._ask(site)
        rules = self._rules[site]
        if isinstance(rules, FetchError):
            raise FetchError(rules.reason, rules.hint)
        if not rules.can_fetch(url, AGENT):
            raise FetchError("the site's robots.txt forbids it", "save the page by hand")

    async def _ask(self, site: str) -> Protego | FetchError:
        try:
            status, body = await self._get(f"{site}/robots.txt")
        except FetchError as error:
            return error
        if status >= 500 or status == 429:
            return FetchError(f"the site's robots.txt cannot be had (it answers {status})", "try again later")
        return Protego.parse(body.decode("utf-8", "replace") if status < 300 else "")
