"""Prove that support is what the clauses of an answer show, not what it says."""

from __future__ import annotations

import json
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_kit import RULES, said
from samples import DELETED, ECHO, FERRY, FIRST, POST, assess, reading, span

from verifier.errors import InputError
from verifier.model import Claim, Exclusion, PostmortemReport, Verdict
from verifier.reader import answers
from verifier.reader.applying import apply
from verifier.reader.clauses import left_out
from verifier.reader.outcomes import outcome
from verifier.reader.values import Answer, Clause, Quote

CLAIM = replace(
    DELETED, text="Passengers waited [7001] up to three hours because an engineer deleted the wrong table on 3 May"
)
WAITED = Clause("Passengers waited up to three hours", Quote(POST.id, "Passengers had to wait for up to three hours"))
DEED = Clause("an engineer deleted the wrong table", Quote(POST.id, "an engineer deleted the wrong table"))
DAY = Clause("on 3 May", Quote(POST.id, "went down on Monday, 3 May"))
LINK = Clause("because an engineer deleted", Quote(POST.id, "when an engineer deleted the wrong table"))
UNLINKED = Clause("because", kind="cause")
ALL = (WAITED, LINK, DEED, DAY)


def report(claim: Claim = CLAIM, own: Verdict = Verdict.SUPPORTED) -> PostmortemReport:
    return replace(FERRY, assessments=(assess(claim, own, 0.6),), findings=())


def borne(
    *clauses: Clause,
    verdict: Verdict = Verdict.SUPPORTED,
    own: Verdict = Verdict.UNSUPPORTED,
    part: str = "",
    kind: str = "",
) -> tuple[Verdict, str, str]:
    """Return what comes of an answer about the claim: verdict, part and kind."""
    one = report(own=own)
    found = outcome(one, one.assessments[0], said(Answer(verdict, part, kind, clauses=clauses)))
    assert not found.note
    answer = found.recorded.answer
    return answer.verdict, answer.part, answer.kind


def dropped(*clauses: Clause, verdict: Verdict = Verdict.SUPPORTED, own: Verdict = Verdict.SUPPORTED) -> str:
    """Return why an answer about the claim is dropped."""
    one, part = report(own=own), "" if verdict is Verdict.SUPPORTED else "on 3 May"
    answer = said(Answer(verdict, part, "date" if part else "", clauses=clauses))
    assert apply(one, {CLAIM.id: answer}, RULES) == one
    note = outcome(one, one.assessments[0], answer).note
    assert note.startswith("dropped: ")
    return note


def test_a_claim_is_supported_where_every_clause_is_stated() -> None:
    assert borne(*ALL) == (Verdict.SUPPORTED, "", "")
    one = report(own=Verdict.UNSUPPORTED)
    (changed,) = apply(one, {CLAIM.id: said(Answer(Verdict.SUPPORTED, clauses=ALL))}, RULES).assessments
    assert changed.verdict is Verdict.SUPPORTED
    assert [e.text for e in changed.evidence] == [
        "Passengers had to wait for up to three hours.",
        FIRST[: FIRST.index(" Some 4,000")],
    ]


def test_support_with_a_clause_that_is_not_stated_is_partial() -> None:
    assert borne(WAITED, UNLINKED, DEED, DAY) == (Verdict.PARTIAL, "because", "cause")
    one = report()
    answer = Answer(Verdict.SUPPORTED, clauses=(WAITED, UNLINKED, DEED, DAY))
    (changed,) = apply(one, {CLAIM.id: said(answer)}, RULES).assessments
    (finding,) = changed.findings
    assert finding.message.endswith('"because" is not stated (cause)')
    (place,) = finding.spans
    assert CLAIM.text[place.start - CLAIM.start : place.end - CLAIM.start] == "because"


@pytest.mark.parametrize(
    "quote",
    [
        Quote(POST.id, "on Monday, 4 May"),
        Quote("nowhere", "went down on Monday, 3 May"),
        Quote(ECHO.id, "went down on Monday, 3 May"),
        Quote(POST.id, "3 May"),
        Quote(POST.id, "Sign up for our harbour newsletter"),
        Quote(POST.id, "an engineer deleted the wrong table"),
    ],
    ids=["other words", "no source", "another source", "too short", "another matter", "another clause's"],
)
def test_a_quotation_that_does_not_count_states_nothing(quote: Quote) -> None:
    assert borne(WAITED, LINK, DEED, Clause("on 3 May", quote)) == (Verdict.PARTIAL, "on 3 May", "other")


def test_what_was_left_out_of_a_source_states_no_clause() -> None:
    advert = span(FIRST, "Passengers had to wait for up to three hours.")
    sifted = replace(reading(POST), excluded=(Exclusion(*advert, "advert"),))
    one = replace(report(own=Verdict.UNSUPPORTED), sources=(sifted,))
    found = outcome(one, one.assessments[0], said(Answer(Verdict.SUPPORTED, clauses=ALL)))
    assert found.recorded.answer.part == WAITED.words
    assert [e.text for e in found.evidence] == [FIRST[: FIRST.index(" Some 4,000")]]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [("went down because a clerk", Verdict.SUPPORTED), ("had to wait for up to three", Verdict.PARTIAL)],
)
def test_a_link_is_stated_by_words_that_link(words: str, verdict: Verdict) -> None:
    text = "The booking system went down because a clerk slipped. Passengers had to wait for up to three hours."
    claim = replace(CLAIM, text="Passengers waited up to three hours due to the clerk")
    one = replace(report(claim, Verdict.UNSUPPORTED), sources=(reading(replace(POST, text=text)),))
    slip = Quote(POST.id, "because a clerk slipped")
    clauses = (WAITED, Clause("due to", Quote(POST.id, words)), Clause("the clerk", slip))
    found = outcome(one, one.assessments[0], said(Answer(Verdict.SUPPORTED, clauses=clauses)))
    assert found.recorded.answer.verdict is verdict


def test_a_kind_beside_a_quotation_leaves_the_clause_unstated() -> None:
    assert borne(WAITED, LINK, DEED, DAY._replace(kind="date")) == (Verdict.PARTIAL, "on 3 May", "date")


def test_words_that_no_clause_has_are_not_stated() -> None:
    assert borne(WAITED) == (Verdict.PARTIAL, "because an engineer deleted the wrong table on 3 May", "other")
    assert borne(WAITED, DEED, DAY) == (Verdict.PARTIAL, "because", "other")
    assert borne(WAITED, LINK, DAY) == (Verdict.PARTIAL, "wrong table", "other")


@pytest.mark.parametrize(
    ("claim", "clauses", "left"),
    [
        ("The clerk did not sell all the tickets", ("The clerk", "sell", "tickets"), "not"),
        ("The clerk did not sell all the tickets", ("The clerk did not sell", "the tickets"), "all"),
        ("The gate closed, leading to a queue", ("The gate closed", "a queue"), "leading to"),
        ("The article mentions that the gate closed [12].", ("the gate closed",), ""),
        ("The gate opened and the gate closed", ("the gate", "opened", "closed"), ""),
        ("The gate opened [3] and closed [Article 4]", ("The gate opened and closed",), ""),
        ("The gate opened", ("",), "gate opened"),
    ],
)
def test_what_carries_meaning_has_to_be_in_a_clause(claim: str, clauses: tuple[str, ...], left: str) -> None:
    assert left_out(tuple(map(Clause, clauses)), claim) == left


@given(st.text(), st.lists(st.text(), max_size=4))
def test_what_is_left_out_stands_in_the_claim(claim: str, clauses: list[str]) -> None:
    assert left_out(tuple(map(Clause, clauses)), claim) in claim
    assert left_out((Clause(claim),), claim) == ""


def test_clauses_of_other_words_than_the_claim_s_drop_the_answer() -> None:
    other = DEED._replace(words="a clerk deleted the wrong table")
    for verdict in Verdict.SUPPORTED, Verdict.PARTIAL, Verdict.UNSUPPORTED:
        assert 'the claim does not have the words "a clerk deleted the wrong table"' in dropped(
            *ALL, other, verdict=verdict, own=Verdict.MISATTRIBUTED
        )


def test_support_of_which_no_clause_is_stated_is_dropped() -> None:
    bare = tuple(clause._replace(quote=None, kind="other") for clause in ALL)
    assert 'no clause is stated; of "Passengers waited up to three hours": not stated (other)' in dropped(*bare)
    order = Quote(ECHO.id, "the port authority said")
    assert "shares no telling word" in dropped(*(clause._replace(quote=order) for clause in ALL))


def test_a_reader_s_own_doubt_stands_and_stated_clauses_are_its_evidence() -> None:
    for verdict, own in ((Verdict.PARTIAL, Verdict.UNSUPPORTED), (Verdict.UNSUPPORTED, Verdict.SUPPORTED)):
        found = borne(*ALL, verdict=verdict, own=own, part="three hours", kind="number")
        assert found == (verdict, "three hours", "number")
    one = report(own=Verdict.UNSUPPORTED)
    doubted = outcome(one, one.assessments[0], said(Answer(Verdict.PARTIAL, "because", "cause", clauses=(WAITED,))))
    assert [e.text for e in doubted.evidence] == ["Passengers had to wait for up to three hours."]


def test_clauses_silence_no_clash() -> None:
    (lost,) = (a for a in FERRY.assessments if a.claim.text.startswith("About 40,000"))
    quote = Quote(POST.id, "Some 4,000 tickets were lost, the company said")
    answer = Answer(Verdict.SUPPORTED, clauses=(Clause(lost.claim.text, quote),))
    assert apply(FERRY, {lost.claim.id: said(answer)}, RULES) == FERRY


CLAUSE = {"words": "on 3 May", "source": "7001", "quote": "on Monday, 3 May"}


def test_clauses_are_read_and_written_as_they_were() -> None:
    value = {"verdict": "supported", "clauses": [CLAUSE, {"words": "because", "kind": "cause"}]}
    found = answers.answer(json.dumps(value))
    assert found.clauses == (
        Clause("on 3 May", Quote("7001", "on Monday, 3 May")),
        Clause("because", kind="cause"),
    )
    line = answers.line(said(found))
    assert json.loads(line)["answer"] == value
    assert answers.recorded(line).answer == found


def test_empty_keys_of_a_clause_are_as_good_as_none() -> None:
    value = {"verdict": "supported", "clauses": [CLAUSE | {"kind": ""}, {**CLAUSE, "quote": "", "kind": "date"}]}
    assert answers.answer(json.dumps(value)).clauses == (
        Clause("on 3 May", Quote("7001", "on Monday, 3 May")),
        Clause("on 3 May", None, "date"),
    )


@pytest.mark.parametrize(
    "clauses",
    [
        [],
        [CLAUSE] * 61,
        [CLAUSE] * 5000,
        ["on 3 May"],
        [{"words": "on 3 May"}],
        [{"words": "on 3 May", "source": "7001"}],
        [{"words": "on 3 May", "source": "7001", "quote": ""}],
        [{"words": "", "kind": "date"}],
        [{"words": "on 3 May", "kind": "mood"}],
        [CLAUSE | {"stated": True}],
        {"words": "on 3 May"},
    ],
)
def test_malformed_and_endless_clauses_are_refused(clauses: object) -> None:
    line = json.dumps({"key": "a" * 32, "answer": {"verdict": "supported", "clauses": clauses}})
    with pytest.raises(InputError) as refused:
        answers.recorded(line)
    assert len(str(refused.value)) < 300


def test_as_many_and_as_long_clauses_as_are_taken_are_soon_judged() -> None:
    text = "the gate closed and " * 5000
    one = replace(report(own=Verdict.UNSUPPORTED), sources=(reading(replace(POST, text=f"{text}opened.")),))
    quote = Quote(POST.id, ("the gate closed and " * 149)[:-4] + "fell")
    clauses = tuple(Clause(CLAIM.text, quote) for _ in range(60))
    start = time.process_time()
    assert (
        "does not have the words"
        in outcome(one, one.assessments[0], said(Answer(Verdict.SUPPORTED, clauses=clauses))).note
    )
    assert time.process_time() - start < 5
