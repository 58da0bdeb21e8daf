"""Refuse addresses that must not be asked, and read what endpoints say in headers."""

from __future__ import annotations

import ipaddress
import math
from urllib.parse import SplitResult, urlsplit

from verifier.errors import UsageError


def address(url: str, key: str, variable: str) -> SplitResult:
    """Return the parts of an address that may be asked; `variable` is where a key belongs.

    Raises: UsageError for one that is none, that holds a password, or that would send a key unprotected.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        raise UsageError("is no address of an endpoint", "--reader-url", "name one as http://localhost:8080/v1")
    if "@" in parts.netloc:
        raise UsageError("holds a name or password", "--reader-url", f"put the key into {variable}")
    if key and parts.scheme == "http" and not is_local(host):
        raise UsageError("would send the key unprotected", "--reader-url", "use https")
    return parts


def is_local(host: str) -> bool:
    """Say whether a host is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def seconds(text: str) -> float:
    """Read a Retry-After header in seconds; dates and nonsense are 0."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if math.isfinite(found) and found > 0 else 0.0
