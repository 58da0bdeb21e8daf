"""Prove that a run asks within its budget, remembers what it was told, and says the same twice."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from reader_kit import RULES, SUPPORTED, Scripted
from samples import DELETED, FAILED, FERRY, RATS, TWEET

from verifier.errors import UsageError
from verifier.model import Report, Verdict
from verifier.reader.asking import Manner, Reply
from verifier.reader.budget import Budget
from verifier.reader.prompt import FIRST_LOOK, SECOND_LOOK, tokens
from verifier.reader.questions import questions
from verifier.reader.recorded import Book
from verifier.reader.stage import Ears, Plan, SecondReader
from verifier.reader.values import Question, ReaderError

REPORT = Report("0.1.0", "d" * 64, (FERRY,), rules=RULES)
QUICK = Manner(pause=0.01)


def no(question: Question) -> str:
    return json.dumps({"verdict": "unsupported", "part": question.text, "kind": "other"})


OBJECTED = json.dumps({"verdict": "partial", "part": "the wrong table", "kind": "scope", "why": "it was one of two"})


def verdicts(report: Report) -> dict[str, Verdict]:
    return {a.claim.id: a.verdict for one in report.reports for a in one.assessments}


def test_what_is_asked_is_kept_and_not_asked_again() -> None:
    kept: list[Book] = []
    reader = Scripted(no)
    first = SecondReader("script", reader, manner=QUICK, ears=Ears(kept=kept.append))
    report = first(REPORT)
    assert verdicts(report)[DELETED.id] is Verdict.UNSUPPORTED
    assert len(reader.heard) == len(list(kept[0])) == 4
    again = SecondReader("script", reader, kept[0])
    assert again(REPORT) == report
    assert len(reader.heard) == 4
    assert SecondReader("script", None, kept[0])(REPORT) == report
    assert SecondReader(book=kept[0]).recorded(REPORT) == report


def test_answers_of_another_model_or_reader_do_not_count() -> None:
    reader = Scripted(no)
    first = SecondReader("script", reader)
    first(REPORT)
    assert SecondReader("script", None, first.book, model="other")(REPORT) == REPORT
    assert SecondReader("other", None, first.book)(REPORT) == REPORT


def test_the_budget_goes_to_the_most_doubtful_claims() -> None:
    reader = Scripted(no)
    plans: list[Plan] = []
    done = SecondReader("script", reader, budget=Budget.of("2"), ears=Ears(begun=plans.append))(REPORT)
    assert {q.claim for q in reader.heard} == {RATS.id, TWEET.id}
    assert [q.claim for q in plans[0].left] == [FAILED.id, DELETED.id]
    assert verdicts(done)[DELETED.id] is Verdict.SUPPORTED


def test_a_budget_may_count_tokens() -> None:
    asked = questions(FERRY)
    enough = tokens(asked[0]) + tokens(asked[1])
    assert Budget.of(f"{enough} tokens").cut(asked) == asked[:2]
    assert Budget.of(f"{enough - 1}tokens").cut(asked) == asked[:1]
    assert Budget.of("0").cut(asked) == ()
    assert Budget().cut(asked) == asked


@pytest.mark.parametrize("text", ["", "many", "-1", "1.5", "3 euros"])
def test_a_budget_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no budget"):
        Budget.of(text)


def test_a_question_that_two_postmortems_share_is_asked_once() -> None:
    twin = replace(FERRY, postmortem=replace(FERRY.postmortem, id="twin"))
    reader = Scripted(no)
    report = SecondReader("script", reader)(replace(REPORT, reports=(FERRY, twin)))
    assert len(reader.heard) == 4
    assert report.reports[0].assessments == report.reports[1].assessments


def test_an_answer_that_is_none_leaves_the_claim_as_it_is_and_is_not_kept() -> None:
    heard: list[Reply] = []
    second = SecondReader("script", Scripted(lambda _: "Supported!"), ears=Ears(told=heard.append))
    assert second(REPORT) == REPORT
    assert list(second.book) == []
    assert {reply.failure for reply in heard} == {"the answer is none: answer: is no JSON object"}


def test_what_was_answered_is_kept_when_a_run_is_broken_off() -> None:
    def stop(_: Reply) -> None:
        raise KeyboardInterrupt

    second = SecondReader("script", Scripted(no), ears=Ears(told=stop))
    with pytest.raises(KeyboardInterrupt):
        second(REPORT)
    assert len(list(second.book)) == 1


def test_a_reader_that_fails_costs_nothing() -> None:
    def fail(_: Question) -> str:
        raise ReaderError("is away")

    assert SecondReader("script", Scripted(fail), manner=QUICK)(REPORT) == REPORT


def test_nobody_is_asked_where_the_rule_is_switched_off() -> None:
    reader = Scripted(no)
    off = replace(REPORT, rules=RULES[1:])
    assert SecondReader("script", reader)(off) is off
    assert reader.heard == []


def test_an_answer_that_agrees_changes_no_byte() -> None:
    reader = Scripted(lambda q: SUPPORTED if q.claim == DELETED.id else "")
    assert SecondReader("script", reader)(REPORT) == REPORT


def object_at_second(question: Question) -> str:
    """Support the wrong table at the first look, object to it at the second; say nothing of other claims."""
    if question.claim != DELETED.id:
        return ""
    return SUPPORTED if question.prompt == FIRST_LOOK else OBJECTED


def test_a_second_look_is_at_what_the_first_leaves_supported() -> None:
    reader, plans = Scripted(object_at_second), list[Plan]()
    second = SecondReader("script", reader, looks=2, manner=QUICK, ears=Ears(begun=plans.append))
    report = second(REPORT)
    assert verdicts(report)[DELETED.id] is Verdict.PARTIAL
    assert [plan.prompt for plan in plans] == [FIRST_LOOK, SECOND_LOOK]
    supported = {claim for claim, verdict in verdicts(REPORT).items() if verdict is Verdict.SUPPORTED}
    again = {q.claim for q in reader.heard if q.prompt == SECOND_LOOK}
    assert DELETED.id in again <= supported
    (finding,) = (f for f in report.reports[0].findings if f.rule == "reader")
    assert f"prompt {SECOND_LOOK}" in finding.message
    assert SecondReader("script", None, second.book, looks=2)(REPORT) == report
    assert SecondReader("script", None, second.book)(REPORT) == REPORT


def test_what_the_first_look_doubts_is_not_looked_at_again() -> None:
    reader = Scripted(no)
    SecondReader("script", reader, looks=2, manner=QUICK)(REPORT)
    assert {q.prompt for q in reader.heard} == {FIRST_LOOK}


def test_a_second_look_without_an_objection_changes_nothing() -> None:
    fine = json.dumps({"verdict": "supported", "why": "one engineer is no crew, but none is claimed"})
    reader = Scripted(lambda q: SUPPORTED if q.prompt == FIRST_LOOK and q.claim == DELETED.id else fine)
    once = SecondReader("script", Scripted(lambda q: SUPPORTED if q.claim == DELETED.id else ""))(REPORT)
    assert SecondReader("script", reader, looks=2, manner=QUICK)(REPORT) == once


def test_both_looks_share_a_budget() -> None:
    reader = Scripted(object_at_second)
    everything = len(questions(FERRY))
    SecondReader("script", reader, looks=2, budget=Budget(claims=everything), manner=QUICK)(REPORT)
    assert {q.prompt for q in reader.heard} == {FIRST_LOOK}
    asked = questions(FERRY)
    left = Budget(tokens=1 + sum(map(tokens, asked))).less(asked)
    assert left == Budget(tokens=1)
    assert Budget().less(asked) == Budget()


def test_the_plans_tell_what_each_look_asks_if_nobody_is_asked() -> None:
    first = SecondReader("script", Scripted(no), manner=QUICK)
    first(REPORT)
    plans = list(SecondReader("script", None, first.book, looks=2).plans(REPORT))
    assert [len(plan.questions) for plan in plans] == [4, 0]
    untold = list(SecondReader("script", looks=2).plans(REPORT))
    assert {q.claim for q in untold[1].questions} < {q.claim for q in untold[0].questions}
