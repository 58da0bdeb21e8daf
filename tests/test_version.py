"""Check that the version is told."""

from __future__ import annotations

from importlib.metadata import version as installed

from verifier.data.version import version


def test_it_is_the_installed_one() -> None:
    assert version() == installed("verifier")
