"""Say why a page could not be had."""

from __future__ import annotations


class FetchError(Exception):
    """Carry a reason, what to do about it, and whether it may be different soon, after how many seconds at least."""

    def __init__(self, reason: str, hint: str = "", *, again: bool = False, after: float = 0.0) -> None:
        self.reason, self.hint, self.again, self.after = reason, hint, again, after
        super().__init__(reason)
