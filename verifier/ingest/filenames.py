"""Name files by ids, so that the names are safe on every system and no two ids share one."""

from __future__ import annotations

import re
from hashlib import sha256

_UNSAFE = re.compile(r"[^a-z0-9_-]+")
_LONGEST = 60


def stem(name: str) -> str:
    """Return a file name without ending for an id: the id itself where that is safe on every system."""
    safe = _UNSAFE.sub("_", name.lower())[:_LONGEST]
    if safe == name and safe.strip("_-"):
        return safe
    return f"{safe}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:8]}"
