"""Check the findings that need no source: their places, their ids, and how they become problems."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.api import Verifier
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.model import Choice, Field, Postmortem, PostmortemReport, Severity, Source

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
OWN = {
    "option-clash", "option-rationale", "cause-twice", "self-contradiction", "uncited", "placeholder-citation",
}  # fmt: skip
NATURE = "(a) The outage came from non-human actions, a hole in the portal [1]."


def document(choices: dict[str, str], **fields: str) -> Postmortem:
    named = {name.replace("_", " "): text for name, text in fields.items()}
    rows = tuple(Choice(row, tuple(chosen.split(", ")), f"{row} Rationale") for row, chosen in choices.items())
    return Postmortem("p", "p", None, "p.txt", "", tuple(Field(n, t, 0, len(t)) for n, t in named.items()), rows)


def report(postmortem: Postmortem, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> PostmortemReport:
    source = Source("1", "The portal of the tram line broke in May.")
    return Verifier([source], select=select, ignore=ignore).check(postmortem).reports[0]


def test_a_clash_is_one_problem_that_names_both_claims_and_both_fields() -> None:
    done = report(
        document({"Nature": "non-human_actions"}, Nature_Rationale=NATURE, Responsible_Organization="1. Hackers")
    )
    (problem,) = [p for p in done.problems if p.rule == "option-clash"]
    assert problem.title == 'the postmortem contradicts itself: "non-human actions" and "Hackers"'
    assert problem.severity is Severity.WARNING
    fields = {a.claim.id: a.claim.field for a in done.assessments}
    assert [fields[c] for c in problem.claims] == ["Nature Rationale", "Responsible Organization"]
    own = {f.id: f for f in done.findings}
    assert [own[i].message for i in problem.findings] == [
        'Nature Rationale says "non-human actions", Responsible Organization says "Hackers"',
        'Responsible Organization says "Hackers", Nature Rationale says "non-human actions"',
    ]


def test_spans_count_in_the_text_of_the_field() -> None:
    text = f"Nature non-human_actions {NATURE} And more."
    start = text.index("(a)")
    page = Postmortem(
        "p", "p", None, "p.txt", "",
        (Field("Responsible Organization", "1. Hackers", 0, 10), Field("Nature Rationale", text, start, len(text))),
        (Choice("Nature", ("non-human_actions",), "Nature Rationale"),),
    )  # fmt: skip
    (finding,) = [f for f in report(page).findings if f.rule == "option-clash" and "Nature" in f.message[:6]]
    ((first, last),) = finding.spans
    assert text[first:last] == "non-human actions"


def test_long_places_are_left_out_of_the_title() -> None:
    cause = "A missing check of long passwords in the ticket portal of the tram line let a worm in [1]"
    fields = tuple(Field(name, cause, 0, len(cause)) for name in ("Software Causes", "Non-software Causes"))
    done = report(Postmortem("p", "p", None, "p.txt", "", fields))
    (problem,) = [p for p in done.problems if p.rule == "cause-twice"]
    assert problem.title == "one event given as a software cause and as another cause"
    assert len(problem.claims) == 2


def test_findings_keep_their_ids_when_text_is_added_before_them() -> None:
    before = report(
        document({"Nature": "non-human_actions"}, Nature_Rationale=NATURE, Responsible_Organization="1. Hackers")
    )
    after = report(
        document(
            {"Nature": "non-human_actions"},
            Timeline="1. The portal broke in May [1].",
            Nature_Rationale=NATURE,
            Responsible_Organization="1. Hackers",
        )
    )
    ids = [{f.id for f in done.findings if f.rule == "option-clash"} for done in (before, after)]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 2


def test_rules_left_out_report_nothing() -> None:
    page = document({"Nature": "non-human_actions"}, Nature_Rationale=NATURE, Responsible_Organization="1. Hackers")
    assert not [f for f in report(page, ignore=("taxonomy",)).findings if f.rule in OWN]
    assert {f.rule for f in report(page, select=("option-clash",)).findings if f.rule in OWN} == {"option-clash"}


def test_a_clash_changes_no_verdict() -> None:
    page = document({"Nature": "non-human_actions"}, Nature_Rationale=NATURE, Responsible_Organization="1. Hackers")
    kept = [a.verdict for a in report(page).assessments]
    assert kept == [a.verdict for a in report(page, ignore=("taxonomy",)).assessments]


def test_placeholders_are_one_problem() -> None:
    done = report(document({}, Impacts="1. A tram stopped [#, #]. 2. A bus stopped [#, #]. 3. A boat sank [#, #]."))
    (problem,) = [p for p in done.problems if p.rule == "placeholder-citation"]
    assert len(problem.claims) == 3


def test_a_row_without_a_claim_is_a_problem_of_the_document() -> None:
    done = report(document({"Objective": "malicious"}, Timeline="1. The portal broke in May [1]."))
    (problem,) = [p for p in done.problems if p.rule == "option-rationale"]
    assert (problem.claims, problem.title) == ((), 'chosen without a rationale: Objective "malicious"')


@pytest.fixture(scope="module")
def seeds() -> PostmortemReport:
    verifier = Verifier(read_sources([SEEDS], exclude=[SEEDS / "postmortem.txt"]).sources)
    return verifier.check(*read_postmortems(SEEDS / "postmortem.txt")).reports[0]


def test_the_worked_case_contradicts_itself_twice_and_nothing_else(seeds: PostmortemReport) -> None:
    own = [(p.rule, p.title.partition(": ")[2]) for p in seeds.problems if p.rule in OWN]
    assert own == [
        ("option-clash", '"non-human actions" and "Hackers"'),
        ("option-clash", '"accidental" and "malicious"'),
    ]
