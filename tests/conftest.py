"""Heed an interrupt in every test: a background job of a shell ignores it, and so would servers that tests start."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
