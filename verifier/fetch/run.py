"""Fetch what is wanted and keep it; what was fetched before is not fetched again, unless that is asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from verifier.fetch import wayback
from verifier.fetch.failure import FetchError
from verifier.fetch.keep import Kept, article_of
from verifier.fetch.response import Answer
from verifier.fetch.wanted import Wanted
from verifier.fetch.web import Manners, Web
from verifier.ingest.manifest import Entry, Missing

_SAVE_EVERY = 20


class Changed(NamedTuple):
    """Hold an article whose text is another than it was: its entry as it was, and both texts."""

    entry: Entry
    old: str
    new: str


class Result(NamedTuple):
    """Hold what became of every page: fetched now, there before, missing, or changed since it was kept."""

    fetched: tuple[Entry, ...]
    there: tuple[Entry, ...]
    missing: tuple[Missing, ...]
    changed: tuple[Changed, ...] = ()


class Errand(NamedTuple):
    """Hold how to fetch: the manners, whether to ask the Internet Archive, and whether to fetch what is there again."""

    manners: Manners = Manners()
    archive: bool = False
    again: bool = False


def fetch(
    wanted: Sequence[Wanted], kept: Kept, errand: Errand, tell: Callable[[int], None] = lambda _done: None
) -> Result:
    """Fetch pages into a folder; `tell` is called with the number of those that are done.

    Raises: OutputError where the folder cannot be written.
    """
    going = _Going(kept, errand, tell)
    try:
        asyncio.run(going.all(wanted))
    except BaseExceptionGroup as group:
        raise group.exceptions[0] from group
    finally:
        kept.save()
    return Result(
        tuple(sorted(going.fetched, key=_id)),
        tuple(sorted(going.there, key=_id)),
        tuple(sorted(going.missing, key=_id)),
        tuple(sorted(going.changed, key=lambda each: each.entry.id)),
    )


def _id(found: Entry | Missing) -> str:
    return found.id


class _Going:
    """Hold how far fetching is."""

    def __init__(self, kept: Kept, errand: Errand, tell: Callable[[int], None]) -> None:
        self._kept, self._errand, self._tell = kept, errand, tell
        self._writing = asyncio.Lock()
        self.fetched: list[Entry] = []
        self.there: list[Entry] = []
        self.missing: list[Missing] = []
        self.changed: list[Changed] = []

    async def all(self, wanted: Sequence[Wanted]) -> None:
        """Fetch everything, as many at once as manners allow."""
        async with Web(self._errand.manners) as web, asyncio.TaskGroup() as group:
            for each in wanted:
                group.create_task(self._one(web, each))

    async def _one(self, web: Web, wanted: Wanted) -> None:
        known = self._kept.has(wanted)
        if known and not self._errand.again:
            self.there.append(known)
            return
        try:
            answer = await self._answer(web, wanted)
            async with self._writing:
                await asyncio.to_thread(self._keep, wanted, answer, known)
        except FetchError as error:
            hint = "; ".join(filter(None, (error.hint, f"try {wayback.address(wanted.url, wanted.published)}")))
            self.missing.append(self._kept.fail(wanted, error.reason, hint))
        done = len(self.fetched) + len(self.there) + len(self.missing)
        self._tell(done)
        if done % _SAVE_EVERY == 0:
            self._kept.save()

    async def _answer(self, web: Web, wanted: Wanted) -> Answer:
        try:
            return await web.page(wanted.url)
        except FetchError as first:
            if not self._errand.archive:
                raise
            try:
                return await wayback.page(web, wanted.url, wanted.published)
            except FetchError as second:
                raise FetchError(f"{first.reason}; {second.reason}", first.hint) from second

    def _keep(self, wanted: Wanted, answer: Answer, known: Entry | None) -> None:
        """Keep a page; where it was kept before with another text, that one is set aside."""
        if known is None:
            self.fetched.append(self._kept.add(wanted, answer))
            return
        old, new = (self._kept.folder / known.file).read_bytes(), article_of(answer).text
        if old.decode("utf-8", "replace") == new:
            self.there.append(known)
            return
        self._kept.set_aside(known, old)
        self.changed.append(Changed(known, old.decode("utf-8", "replace"), new))
        named = Wanted(known.id, known.url, known.title, known.published)
        self.fetched.append(self._kept.add(named, answer))
