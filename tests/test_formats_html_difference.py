"""Prove that the page of a difference shows what is new, gone and changed, and nothing as markup."""

from __future__ import annotations

import pytest

from verifier.formats.difference import html
from verifier.gate.diff import Diff, Item, Rise, Turn

ITEM = Item("ferry", "p1", "quantity", "error", 'number: "40" / "4"', ("Forty tickets were lost.",))
DIFF = Diff(
    (ITEM,),
    (ITEM._replace(id="p2", title="old one"),),
    (Turn("ferry", "c1", "Impacts", "Ten were late.", "supported", "contradicted"),),
    (Rise(ITEM._replace(id="p3", title="spread"), "warning", ("And forty more.",)),),
    1,
    0,
)


def test_everything_is_shown_in_order() -> None:
    page = html(DIFF)
    words = ["worse", "New problems", "40", "Forty tickets", "warning before, now", "And forty more."]
    words += [
        "Changed verdicts",
        "no difference found</span> to",
        "stated otherwise",
        "Ten were late.",
        "that are gone",
        "old one",
    ]
    body = page[page.index("<body>") :]
    places = [body.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)


def test_no_difference_is_said() -> None:
    page = html(Diff((), (), (), (), 0, 0))
    assert "The reports have the same problems and verdicts." in page
    assert "<section" not in page


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202egpj\u200b"])
def test_nothing_becomes_markup(evil: str) -> None:
    item = Item(evil, evil, evil, evil, evil, (evil,))
    page = html(Diff((item,), (), (Turn(evil, evil, evil, evil, evil, evil),), (Rise(item, evil, (evil,)),), 0, 0))
    body = page[page.index("<body>") :]
    assert evil not in body
    assert "<script" not in body
    assert "<img" not in body
