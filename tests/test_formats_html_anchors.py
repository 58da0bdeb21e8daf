"""Prove that anchors are safe and tell ids apart, and that only web addresses become links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.formats.html_anchors import anchor, web


def test_plain_ids_stay_as_they_are() -> None:
    assert anchor("claim", "", "c-0a1b~2") == "claim-c-0a1b~2"


@given(st.text(), st.text())
def test_anchors_are_safe_and_tell_ids_apart(one: str, other: str) -> None:
    assert re.fullmatch(r"claim(-[A-Za-z0-9._~-]+)?", anchor("claim", one))
    assert (anchor("claim", one) == anchor("claim", other)) == (one == other)


@pytest.mark.parametrize("url", ["https://a.example/b?c=d&e#f", "http://a.example:80/%20"])
def test_web_addresses_pass(url: str) -> None:
    assert web(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "JAVASCRIPT://a.example/%0aalert(1)",
        "data:text/html,<script>",
        "//a.example/",
        "https:",
        "https://bank.example@evil.example/",
        "https://a.example/\u202egpj.exe",
        "https://[::1",
        'https://a.example/"onclick="alert(1)',
        "file:///etc/passwd",
    ],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert web(url) == ""
