"""Check postmortems and loose texts from Python."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from engine import assessed, checked, postmortem, sources, verdict

from verifier.api import Verifier
from verifier.data.rulebook import load
from verifier.errors import InputError, UsageError
from verifier.model import Assessment, PostmortemReport, Role, Severity, Source, Stance, Trouble, Verdict

POST = Source(
    "7001",
    "The signalling software of the Lowmere tram froze on 3 June 2021. Two trams collided at the depot. "
    "Nine passengers were bruised, the operator said.",
    published=date(2021, 6, 20),
)
ECHO = Source(
    "7002",
    "Ines Varga, an engineer, had installed the wrong update. The operator apologised in a letter.",
    published=date(2021, 6, 21),
)
PAGE = postmortem(
    ("Title", "Two trams collide in Lowmere"),
    ("Timeline", "1. The signalling software of the Lowmere tram froze on 3 June 2021 [7001]."),
    ("Impacts", "1. Ninety passengers were bruised [7001]. 2. A glacier melted in Norway [7001]."),
    ("Causes", "1. Ines Varga, an engineer, had installed the wrong update [7001]."),
    ("Preventions", "1. Test every update before it is installed."),
    published=date(2021, 7, 1),
)


def report(*given: Source) -> PostmortemReport:
    return Verifier(given or (POST, ECHO)).check(PAGE).reports[0]


def by_text(found: PostmortemReport, words: str) -> Assessment:
    (only,) = (a for a in found.assessments if words in a.claim.text)
    return only


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("froze", Verdict.SUPPORTED),
        ("bruised", Verdict.CONTRADICTED),
        ("glacier", Verdict.UNSUPPORTED),
        ("engineer", Verdict.MISATTRIBUTED),
        ("Test every", Verdict.NOT_CHECKABLE),
    ],
)
def test_every_claim_of_a_postmortem_gets_its_verdict(words: str, expected: Verdict) -> None:
    assert by_text(report(), words).verdict is expected


def test_a_misattributed_claim_names_the_source_that_states_it() -> None:
    found = by_text(report(), "engineer")
    assert "7002" in found.reason
    assert {e.source for e in found.evidence} == {"7002"}


def test_what_is_not_right_becomes_a_problem_worst_first() -> None:
    found = report()
    assert found.problems[0].severity is Severity.ERROR
    assert {p.rule for p in found.problems} >= {"quantity", "unsupported", "misattributed"}
    known = {f.id for f in found.findings}
    assert all(set(p.findings) <= known for p in found.problems)


def test_offsets_of_claims_count_in_their_field() -> None:
    texts = {f.name: f.text for f in PAGE.fields}
    assert all(texts[a.claim.field][a.claim.start : a.claim.end] == a.claim.text for a in report().assessments)


def test_a_missing_source_is_one_problem_and_the_claim_is_checked_all_the_same() -> None:
    page = postmortem(
        ("Title", "Two trams collide"),
        ("Timeline", "1. Two trams collided at the depot [9999]. 2. Nine passengers were bruised [9999]."),
    )
    found = Verifier([POST]).check(page).reports[0]
    assert found.missing == ("9999",)
    assert [p.rule for p in found.problems].count("missing-source") == 1
    claim = by_text(found, "depot")
    assert claim.verdict is Verdict.SUPPORTED
    assert "9999" in claim.reason


def test_a_listed_article_alone_is_evidence() -> None:
    found = Verifier([POST, ECHO]).check(replace(PAGE, cited=("7001",))).reports[0]
    assert [r.source.id for r in found.sources] == ["7001"]
    assert by_text(found, "engineer").verdict is Verdict.UNSUPPORTED


def test_copies_of_one_story_say_so() -> None:
    text = POST.text + " The council of the town will hear the driver, who had worked there for a year, in spring."
    found = report(Source("7001", text), Source("7002", text))
    assert all(any("one witness" in note for note in r.notes) for r in found.sources)


def test_a_source_about_another_incident_is_no_evidence() -> None:
    other = Source("7003", "The museum of Lowmere sold its café to a baker for 90 gulden.", published=date(2011, 1, 1))
    found = Verifier([POST, ECHO, other]).check(PAGE).reports[0]
    (reading,) = (r for r in found.sources if r.source.id == "7003")
    assert any("another incident" in note for note in reading.notes)
    assert all(e.source != "7003" for a in found.assessments for e in a.evidence)


def test_sources_that_disagree_are_listed() -> None:
    other = replace(ECHO, text="Nineteen passengers were bruised, the operator said in the evening.")
    assert len(report(POST, other).source_conflicts) == 1
    assert report().source_conflicts == ()


def test_an_excluded_source_is_not_read_and_context_is_no_evidence() -> None:
    hidden, context = replace(ECHO, role=Role.EXCLUDE), replace(ECHO, role=Role.CONTEXT)
    claim = "The operator apologised in a letter."
    assert [s.id for s in Verifier([POST, hidden]).sources] == ["7001"]
    assert Verifier([POST, ECHO]).check_text(claim).verdict is Verdict.SUPPORTED
    assert Verifier([POST, context]).check_text(claim).verdict is Verdict.UNSUPPORTED


def test_a_postmortem_without_claims_is_refused() -> None:
    with pytest.raises(InputError, match=r"p\.txt"):
        Verifier([POST]).check(replace(PAGE, fields=()))


def test_several_postmortems_are_reported_in_order() -> None:
    found = Verifier([POST, ECHO]).check(PAGE, replace(PAGE, id="q"))
    assert [r.postmortem.id for r in found.reports] == ["p", "q"]
    assert found.reports[0].assessments == found.reports[1].assessments


def test_troubles_and_the_digest_of_the_rules_are_passed_on() -> None:
    trouble = Trouble("b.txt", "is empty")
    found = Verifier([POST], troubles=[trouble]).check(PAGE)
    assert found.troubles == (trouble,)
    assert found.rules_digest == load().digest


def test_only_the_rules_selected_report() -> None:
    for verifier in (Verifier([POST], select=["date"]), Verifier([POST], ignore=["quantity"])):
        rules = {f.rule for a in verifier.check(PAGE).reports[0].assessments for f in a.findings}
        assert "quantity" not in rules
    with pytest.raises(UsageError, match="quantity"):
        Verifier([POST], select=["quantitty"])


def test_explaining_a_claim_tells_the_same_verdict_as_the_report() -> None:
    verifier = Verifier([POST, ECHO])
    for assessment in verifier.check(PAGE).reports[0].assessments:
        explained = verifier.explain(PAGE, assessment.claim.id).assessment
        assert (explained.verdict, explained.reason) == (assessment.verdict, assessment.reason)


def test_explaining_an_unknown_claim_names_the_nearest() -> None:
    verifier = Verifier([POST, ECHO])
    known = verifier.check(PAGE).reports[0].assessments[0].claim.id
    with pytest.raises(UsageError) as caught:
        verifier.explain(PAGE, known[:-1] + "_")
    assert known in caught.value.hint


def test_a_text_takes_its_worst_claims_verdict() -> None:
    good, bad, absent = (
        "Two trams collided at the depot.",
        "Ninety passengers were bruised.",
        "A glacier melted in Norway.",
    )
    assert verdict(good, POST.text) is Verdict.SUPPORTED
    assert verdict(f"{good} {bad}", POST.text) is Verdict.CONTRADICTED
    assert verdict(f"{absent} {good}", POST.text) is Verdict.UNSUPPORTED
    assert verdict(f"{absent} {bad} {good}", POST.text) is Verdict.CONTRADICTED


def test_a_text_is_no_surer_than_any_of_its_claims() -> None:
    found = checked("Two trams collided at the depot. A glacier melted in Norway.", POST.text)
    assert len(found.assessments) == 2
    assert 0 <= found.support <= min(a.support for a in found.assessments)


@pytest.mark.parametrize("text", ["", "   \n", "..."])
def test_a_text_that_claims_nothing_cannot_be_checked(text: str) -> None:
    found = checked(text, POST.text)
    assert (found.verdict, found.support, found.assessments) == (Verdict.NOT_CHECKABLE, 0.0, ())


def test_silence_about_a_thing_is_refuted_by_a_source_that_has_it() -> None:
    source = "The gang left a ransom note on every screen of the clinic."
    held = assessed("The article does not mention a ransom note.", source)
    assert held.verdict is Verdict.CONTRADICTED
    assert held.evidence[0].stance is Stance.CONTRADICTS
    assert verdict("The article does not mention a refund.", source) is Verdict.NOT_CHECKABLE


def test_no_sources_support_nothing() -> None:
    assert Verifier([]).check_text("Two trams collided at the depot.").verdict is Verdict.UNSUPPORTED


def test_the_worst_verdict_counts_and_leaves_out_what_cannot_be_checked() -> None:
    stated, absent = "Nine passengers were bruised.", "A glacier melted in Norway."
    silent = "The article does not mention a refund."
    assert checked(f"{stated} {silent}", POST.text).verdict is Verdict.SUPPORTED
    assert checked(f"{stated} {absent} {silent}", POST.text).verdict is Verdict.UNSUPPORTED
    assert checked(silent, POST.text).verdict is Verdict.NOT_CHECKABLE


def test_the_date_of_publication_dates_relative_days() -> None:
    given = sources("The tram froze yesterday.", published=date(2021, 6, 4))
    assert Verifier(given).check_text("The tram froze on 3 June 2021.").verdict is Verdict.SUPPORTED
    assert Verifier(given).check_text("The tram froze on 9 June 2021.").verdict is not Verdict.SUPPORTED
