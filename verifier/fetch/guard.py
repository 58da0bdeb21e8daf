"""Connect only to public addresses: a name is looked up once, and what was looked at is what is connected to."""

from __future__ import annotations

import asyncio
import ipaddress
import socket

import httpx

from verifier.fetch.failure import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Say whether an address is one of the public internet, in all forms that an address can hide in another."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in (found, *_inside(found)))


def _inside(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    if isinstance(found, ipaddress.IPv4Address):
        return []
    held = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    if found in _NAT64:
        held.append(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF))
    return [each for each in held if each is not None]


async def lookup(host: str, port: int) -> tuple[str, ...]:
    """Return the addresses of a host.

    Raises: FetchError where it has none.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the name {host} cannot be resolved", again=True) from error
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


class Guarded(httpx.AsyncBaseTransport):
    """Send requests to the address that a name was found to have, unless it is a private one and none may be used."""

    def __init__(self, *, private: bool) -> None:
        self._private = private
        # No connection is kept: it would be known by its address, and be used for another name at the same one.
        self._inner = httpx.AsyncHTTPTransport(trust_env=False, limits=httpx.Limits(max_keepalive_connections=0))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request.

        Raises: FetchError for a name without a public address.
        """
        host = request.url.host
        found = await lookup(host, request.url.port or (443 if request.url.scheme == "https" else 80))
        hidden = [address for address in found if not is_public(address)]
        if hidden and not self._private:
            raise FetchError(f"{host} is a private address ({hidden[0]})", "add --allow-private if that is meant")
        request.extensions = {**request.extensions, "sni_hostname": host}
        request.url = request.url.copy_with(host=found[0])
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()
