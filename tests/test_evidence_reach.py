"""Check which sources a postmortem and its claims may lean on."""

from __future__ import annotations

from dataclasses import replace

from engine import postmortem

from verifier.evidence.reach import cited_by, citing
from verifier.model import Claim, Role, Source

A = Source("7001", "One.", url="https://post.example/a/")
B = Source("7002", "Two.")
CONTEXT = Source("7003", "Three.", role=Role.CONTEXT)
PAGE = postmortem(("Title", "A tram derails"))


def claim(*labels: str) -> Claim:
    return Claim("c", "Causes", 0, 4, "text", citations=labels)


def test_all_cited_sources_count_where_none_is_listed() -> None:
    found = citing(PAGE, [claim()], [A, B, CONTEXT])
    assert found.universe == {"7001", "7002"}
    assert found.missing == found.resolved == ()


def test_a_list_of_articles_narrows_the_universe_and_markers_widen_it() -> None:
    listed = replace(PAGE, cited=("7001",))
    assert citing(listed, [claim()], [A, B]).universe == {"7001"}
    assert citing(listed, [claim("7002")], [A, B]).universe == {"7001", "7002"}


def test_what_nothing_supplied_carries_is_missing_once() -> None:
    found = citing(PAGE, [claim("7001", "9999"), claim("9999")], [A, B])
    assert found.missing == ("9999",)
    assert found.resolved == ("7001",)
    assert found.names == {"7001": "7001"}


def test_labels_are_resolved_by_url_with_or_without_a_stroke() -> None:
    found = citing(PAGE, [claim("https://post.example/a")], [A, B])
    assert found.names == {"https://post.example/a": "7001"}


def test_the_reference_list_gives_labels_their_sources() -> None:
    page = replace(PAGE, references=(("1", "https://post.example/a/"), ("2", "7002"), ("3", "7777")))
    found = citing(page, [claim("1", "2", "3")], [A, B])
    assert found.names == {"1": "7001", "2": "7002"}
    assert found.missing == ("3",)


def test_context_may_be_named_but_is_no_evidence() -> None:
    found = citing(PAGE, [claim("7003")], [A, CONTEXT])
    assert found.names == {"7003": "7003"}
    assert found.universe == {"7001"}
    assert found.missing == ()


def test_a_claim_leans_on_what_it_cites_and_what_may_be_evidence() -> None:
    cited = claim("7001", "7003", "9999")
    found = citing(PAGE, [cited, claim("7002")], [A, B, CONTEXT])
    assert cited_by(cited, found) == {"7001"}
    assert cited_by(claim(), found) == frozenset()
