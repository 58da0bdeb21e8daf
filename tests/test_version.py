"""Check that the version is told."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed

import pytest

from verifier.data import version as module


@pytest.fixture(autouse=True)
def _anew() -> Iterator[None]:
    module.version.cache_clear()
    yield
    module.version.cache_clear()


def test_it_is_the_installed_one() -> None:
    assert module.version() == installed("verifier")


def test_an_uninstalled_package_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(module, "installed", missing)
    assert module.version() == "0+unknown"
