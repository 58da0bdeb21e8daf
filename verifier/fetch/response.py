"""Read an answer within limits: its bytes as they came, and what they hold once decoded."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from typing import NamedTuple

from verifier.fetch.failure import FetchError

_GZIP, _ZLIB = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS
_CODINGS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}
_KINDS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


class Answer(NamedTuple):
    """Hold a page: where it was in the end, its status line and headers, its bytes as they came, and decoded."""

    url: str
    status: int
    phrase: str
    headers: tuple[tuple[str, str], ...]
    raw: bytes
    body: bytes
    kind: str
    charset: str


async def whole(chunks: AsyncIterator[bytes], limit: int) -> bytes:
    """Return all bytes of an answer.

    Raises: FetchError where they are more than the limit.
    """
    found = bytearray()
    async for chunk in chunks:
        found += chunk
        if len(found) > limit:
            raise _too_large(limit)
    return bytes(found)


def decoded(raw: bytes, coding: str, limit: int) -> bytes:
    """Return what bytes hold by their content coding.

    Raises: FetchError where they are damaged, coded in a way that was not asked for, or hold more than the limit.
    """
    names = [name.strip().lower() for name in coding.split(",") if name.strip().lower() not in {"", "identity"}]
    for name in reversed(names):
        if name not in _CODINGS:
            raise FetchError(f"is coded in a way that was not asked for ({name[:40]})")
        raw = _inflated(raw, name, limit)
    return raw


def kind_of(header: str, body: bytes) -> tuple[str, str]:
    """Return the media type of a page and the character set that its header names.

    Raises: FetchError for what is no page, text or PDF.
    """
    first, *rest = (part.strip() for part in header.split(";"))
    named = (part.partition("=")[2].strip("\"' ") for part in rest if part.lower().startswith("charset="))
    kind = first.lower() or ("application/pdf" if body.startswith(b"%PDF-") else "text/html")
    if kind not in _KINDS:
        raise FetchError(f"is no page or text ({kind[:60]})")
    return kind, next(named, "")


def _inflated(raw: bytes, name: str, limit: int) -> bytes:
    bits = _CODINGS[name]
    if name == "deflate" and raw[:1] and raw[0] & 0x0F != zlib.DEFLATED:
        bits = -zlib.MAX_WBITS
    unpacker = zlib.decompressobj(bits)
    try:
        found = unpacker.decompress(raw, limit + 1)
    except zlib.error as error:
        raise FetchError("its compressed bytes are damaged") from error
    if len(found) > limit:
        raise _too_large(limit)
    if not unpacker.eof and raw:
        raise FetchError("its compressed bytes are cut off", again=True)
    return found


def _too_large(limit: int) -> FetchError:
    return FetchError(f"is larger than {limit / 2**20:g} MiB", "raise --max-size if it is the right page")
