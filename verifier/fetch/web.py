"""Fetch pages from the web: few at a time, politely, within limits, and never from where it must not."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from http import HTTPStatus
from types import TracebackType
from typing import NamedTuple, Self, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx

from verifier.data.version import version
from verifier.fetch.failure import FetchError
from verifier.fetch.guard import Guarded
from verifier.fetch.response import Answer, decoded, kind_of, whole
from verifier.fetch.robots import AGENT, LIMIT, Robots

T = TypeVar("T")
_MOVED = frozenset({301, 302, 303, 307, 308})
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_WHOLE_PAGE = 4
_NOWHERE = "leads to what is no web address"


class Manners(NamedTuple):
    """Hold limits: seconds to wait, tries and the pause before the second, bytes, redirects, pages at once."""

    timeout: float = 20.0
    tries: int = 3
    pause: float = 1.0
    longest_pause: float = 60.0
    size: int = 8 * 1024 * 1024
    hops: int = 10
    per_host: int = 2
    at_once: int = 8
    private: bool = False


class Web:
    """Fetch pages; used as an asynchronous context."""

    def __init__(self, manners: Manners = Manners()) -> None:  # noqa: B008  frozen
        self._manners = manners
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._all = asyncio.Semaphore(manners.at_once)
        self._robots = Robots(partial(self._patiently, self._rules))
        self._client = httpx.AsyncClient(
            transport=Guarded(private=manners.private),
            timeout=manners.timeout,
            trust_env=False,
            headers={
                "User-Agent": f"{AGENT}/{version()}",
                "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.9, */*;q=0.1",
                "Accept-Encoding": "gzip, deflate",
                "Accept-Language": "en",
            },
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def page(self, url: str) -> Answer:
        """Fetch a page, following its redirects.

        Raises: FetchError that says why it cannot be had.
        """
        for _ in range(self._manners.hops + 1):
            _require_web(url)
            await self._robots.check(url)
            answer = await self._patiently(self._once, url)
            if answer.status not in _MOVED:
                return answer
            target = dict(answer.headers).get("location", "")
            if not target:
                raise FetchError("redirects to nowhere")
            url = _led(url, target)
        raise FetchError(f"redirects more than {self._manners.hops} times")

    async def data(self, url: str) -> bytes:
        """Return what a service answers.

        Raises: FetchError where it answers anything but success.
        """
        status, body = await self._patiently(self._rules, url)
        if status != HTTPStatus.OK:
            raise FetchError(_said(status))
        return body

    async def _patiently(self, get: Callable[[str], Awaitable[T]], url: str) -> T:
        """Get one address, again after a pause where that may help."""
        pause = self._manners.pause
        for left in reversed(range(self._manners.tries)):
            try:
                return await get(url)
            except FetchError as error:
                if not error.again or not left or error.after > self._manners.longest_pause:
                    raise
                await asyncio.sleep(max(error.after, pause * random.uniform(0.8, 1.2)))  # noqa: S311  no secret
                pause *= 2
        raise FetchError("was not tried")

    async def _once(self, url: str) -> Answer:
        async with self._sent(url) as response:
            answer = await self._answer(url, response)
        if answer.status in _AGAIN:
            raise FetchError(_said(answer.status), again=True, after=_seconds(response.headers.get("retry-after", "")))
        if answer.status >= HTTPStatus.BAD_REQUEST:
            raise FetchError(_said(answer.status))
        return answer

    async def _answer(self, url: str, response: httpx.Response) -> Answer:
        headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw)
        plain = tuple((name.lower(), value) for name, value in headers)
        if response.status_code != HTTPStatus.OK:
            return Answer(url, response.status_code, response.reason_phrase, plain, b"", b"", "", "")
        raw = await whole(response.aiter_raw(), self._manners.size)
        body = decoded(raw, response.headers.get("content-encoding", ""), self._manners.size)
        kind, charset = kind_of(response.headers.get("content-type", ""), body)
        return Answer(url, response.status_code, response.reason_phrase, headers, raw, body, kind, charset)

    async def _rules(self, url: str) -> tuple[int, bytes]:
        """Return status and bytes of a robots.txt, as far as it is read."""
        for _ in range(self._manners.hops):
            async with self._sent(url) as response:
                if response.status_code in _MOVED and response.headers.get("location"):
                    url = _led(url, response.headers["location"])
                    _require_web(url)
                    continue
                raw = await whole(response.aiter_raw(), LIMIT)
                return response.status_code, decoded(raw, response.headers.get("content-encoding", ""), LIMIT)
        return HTTPStatus.NOT_FOUND, b""

    @asynccontextmanager
    async def _sent(self, url: str) -> AsyncIterator[httpx.Response]:
        """Send a request when the host and the program have a place for it; tell in plain words what goes wrong."""
        host = self._hosts.setdefault(urlsplit(url).netloc.lower(), asyncio.Semaphore(self._manners.per_host))
        try:
            async with (
                host,
                self._all,
                asyncio.timeout(_WHOLE_PAGE * self._manners.timeout),
                self._client.stream("GET", url) as response,
            ):
                yield response
        except (httpx.TimeoutException, TimeoutError) as error:
            raise FetchError(f"did not answer in full within {self._manners.timeout:g} s", again=True) from error
        except httpx.ConnectError as error:
            raise _unreachable(error) from error
        except httpx.TransportError as error:
            raise FetchError("broke off the connection", again=True) from error
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError("is no address that can be fetched", "correct it") from error


def _led(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as error:
        raise FetchError(_NOWHERE, "correct it") from error


def _require_web(url: str) -> None:
    try:
        parts = urlsplit(url)
        known = parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        known = False
    if not known:
        raise FetchError(_NOWHERE, "correct it")
    if parts.username or parts.password:
        raise FetchError("names a user", "leave the user and the password out of the address")


def _unreachable(error: Exception) -> FetchError:
    if "certificate" in str(error).lower():
        return FetchError("its certificate is not valid")
    return FetchError("cannot be reached", again=True)


def _said(status: int) -> str:
    known = {each.value: each.phrase for each in HTTPStatus}
    return f"answers {status}" + (f" ({known[status]})" if status in known else "")


def _seconds(header: str) -> float:
    """Return how long a site asks to wait; a date instead of seconds counts as none."""
    return float(header) if header.strip().isdecimal() and len(header) < 9 else 0.0
