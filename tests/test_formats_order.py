"""Prove in which order an editor reads: problems, the claims most in doubt, disputes, and the rest, folded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import (
    ASSESSMENTS,
    CAUSE,
    CLEAN,
    DELETED,
    FERRY,
    FOUND_ELSEWHERE,
    IN_TITLE,
    LOST,
    MISSING,
    PROBLEMS,
    RATS,
    REPORT,
    TITLE,
    TWEET,
    WAITED,
    assess,
    span_in,
)

from verifier.decide.reasons import LEFT_OPEN
from verifier.formats import renderer
from verifier.formats.arrange import arrange
from verifier.formats.layout import View
from verifier.formats.order import SELF
from verifier.model import Assessment, Finding, Problem, Report, RuleNote, Severity, Span, Verdict

HUMAN = pytest.mark.parametrize("name", ["text", "markdown", "html"])


def claims(number: int, verdict: Verdict = Verdict.UNSUPPORTED, **more: object) -> tuple[Assessment, ...]:
    """Return claims that are the more in doubt the later they stand."""
    made = (replace(RATS, id=f"c-{n}", start=RATS.start, citations=()) for n in range(number))
    return tuple(
        replace(assess(c, verdict, (number - n) / (2 * number)), **more)  # type: ignore[arg-type]
        for n, c in enumerate(made)
    )


def view(*assessments: Assessment, problems: tuple[Problem, ...] = (), findings: tuple[Finding, ...] = ()) -> View:
    one = replace(FERRY, assessments=assessments, problems=problems, findings=findings, source_conflicts=(), missing=())
    return arrange(one)


def drawn(name: str, *assessments: Assessment, **more: object) -> str:
    one = replace(FERRY, assessments=assessments, problems=(), findings=(), source_conflicts=())
    return str(renderer(name)(Report("0", "", (replace(one, **more),))))  # type: ignore[arg-type]


def test_at_most_seven_are_read_first_the_most_doubted_of_all() -> None:
    shown = view(*claims(10))
    assert [card.claims[0] for card in shown.first] == [f"c-{n}" for n in range(9, 2, -1)]
    assert [card.claims[0] for card in shown.folded] == ["c-0", "c-1", "c-2"]
    assert shown.loose == 10


def test_what_is_doubted_for_the_same_words_and_sentence_is_read_once() -> None:
    """The others stay listed; what is doubted for other words is read as well."""
    marked = span_in(RATS, RATS.text.split()[0])
    same = claims(3, Verdict.PARTIAL, spans=(marked,), evidence=(CAUSE,))
    other = replace(same[0], claim=replace(RATS, id="c-other"), spans=(span_in(RATS, RATS.text.split()[1]),))
    shown = view(*same, other)
    assert [card.claims[0] for card in shown.first] == ["c-2", "c-other"]
    assert [card.claims[0] for card in shown.folded] == ["c-0", "c-1"]


def test_what_one_sentence_leaves_open_is_read_once_whatever_words_tell_it() -> None:
    spans = [(span_in(RATS, word),) for word in RATS.text.split()[:2]]
    one, two = claims(2, Verdict.PARTIAL, evidence=(CAUSE,), reason=f'{LEFT_OPEN}: "may" (source s)')
    shown = view(replace(one, spans=spans[0]), replace(two, spans=spans[1]))
    assert [card.claims[0] for card in shown.first] == ["c-1"]


def test_what_is_told_of_the_incident_is_read_before_the_reasons_for_its_classes() -> None:
    one, two = claims(2)
    shown = view(
        replace(one, claim=replace(one.claim, field="Impacts")),
        replace(two, claim=replace(two.claim, field="Phase Rationale")),
    )
    assert [card.claims[0] for card in shown.first] == ["c-0", "c-1"]


def test_what_a_problem_shows_is_not_read_first_once_more() -> None:
    """A claim doubted for the words and the sentence of a problem stays listed with the rest."""
    marked = span_in(RATS, RATS.text.split()[0])
    flagged, doubted = claims(2, Verdict.PARTIAL, spans=(marked,), evidence=(CAUSE,))
    flagged = replace(flagged, verdict=Verdict.CONTRADICTED)
    problem = Problem("p-rats", "quantity", "x", Severity.ERROR, (), (flagged.claim.id,))
    shown = view(flagged, doubted, problems=(problem,))
    assert [card.claims for card in shown.problems] == [(flagged.claim.id,)]
    assert shown.first == ()
    assert [card.claims for card in shown.folded] == [(doubted.claim.id,)]


def test_doubt_counts_across_verdicts() -> None:
    doubted = assess(DELETED, Verdict.SUPPORTED, 0.3, CAUSE)
    firm = replace(doubted, claim=LOST, support=0.95)
    part = assess(TWEET, Verdict.PARTIAL, 0.6)
    shown = view(firm, part, doubted)
    assert [card.claims[0] for card in shown.first] == [DELETED.id, TWEET.id]
    assert shown.folded == ()
    assert shown.loose == 1
    assert shown.first[0].title == "no difference found, but little to go by: compare the words"
    assert shown.first[0].sources[0].by.startswith("taken to say so: ")


def test_what_is_a_problem_or_waived_is_not_read_first() -> None:
    ids = {claim for card in arrange(FERRY).first for claim in card.claims}
    assert ids == {RATS.id, TWEET.id}
    waived = Problem("p-rats", "unsupported", "x", Severity.WARNING, (), (RATS.id,), waived=True)
    assert [c.claims for c in arrange(replace(FERRY, problems=(*PROBLEMS, waived))).first] == [(TWEET.id,)]


def test_all_that_are_doubted_are_counted_not_only_those_that_are_read_first() -> None:
    shown = view(*claims(10, Verdict.SUPPORTED))
    assert len(shown.first) == 7
    assert shown.headline.endswith("no difference found in 10 claims, 10 of them doubted")


def test_a_waived_claim_does_not_say_again_what_a_problem_is_about() -> None:
    marked = span_in(RATS, RATS.text.split()[0])
    flagged, alike = claims(2, Verdict.PARTIAL, spans=(marked,), evidence=(CAUSE,))
    found = Finding("f-rats", "quantity", Severity.ERROR, 0.9, "x", flagged.claim.id, (marked,), (CAUSE,))
    problem = Problem("p-rats", "quantity", "x", Severity.ERROR, (found.id,), (flagged.claim.id,))
    waived = Problem("p-alike", "partial", "x", Severity.NOTE, (), (alike.claim.id,), waived=True)
    both = view(flagged, alike, problems=(problem,), findings=(found,))
    alone = view(flagged, alike, problems=(problem, waived), findings=(found,))
    assert both.headline.endswith("2 sentences affected")
    assert alone.headline.endswith("1 sentence affected")


TWINS = Problem("p-twins", "self-contradiction", "the document differs", Severity.WARNING, (), (RATS.id, DELETED.id))


def test_missing_sources_are_the_last_of_the_errors_and_come_before_warnings() -> None:
    one = replace(FERRY, problems=(TWINS, *PROBLEMS))
    assert [card.problem for card in arrange(one).problems] == ["p-number", "p-missing", "p-twins"]


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json", "sarif", "github"])
def test_every_format_lists_the_most_serious_first(name: str) -> None:
    report = str(renderer(name)(Report("0", "", (replace(FERRY, problems=(TWINS, *PROBLEMS)),))))
    listed = report[report.index('"problems": [') :] if name == "json" else report
    assert listed.index("7009 is not among") < listed.index("the document differs")


@HUMAN
def test_what_only_counts_is_neither_sure_nor_marked(name: str) -> None:
    lone = replace(MISSING, rule="uncited", confidence=0.5, claim=RATS.id, message="one paragraph cites nothing")
    problem = Problem("p-uncited", "uncited", lone.message, Severity.NOTE, (lone.id,), (RATS.id, DELETED.id))
    judged = replace(assess(RATS, Verdict.UNSUPPORTED, 0.1), spans=(span_in(RATS, "cable"),))
    shown = arrange(replace(FERRY, assessments=(judged, *ASSESSMENTS[4:5]), problems=(problem,), findings=(lone,)))
    (card,) = shown.problems
    assert (card.sure, card.verdict, card.sentences[0].shown.marks, card.twin) == ("", None, (), False)
    page = drawn(name, judged, problems=(problem,), findings=(lone,))
    assert "possible" not in page.partition("<style>")[0] + page.partition("</style>")[2]


def test_a_clash_shows_both_sides_however_often_one_is_repeated() -> None:
    texts = ("Rats ate the cable.", "The rats were hungry.", "A storm broke the cable.")
    said = [replace(RATS, id=f"c-{n}", text=text, start=0, end=len(text)) for n, text in enumerate(texts)]
    words = (("rats", 0), ("rats", 4), ("A storm", 0))
    spans = [Span(at, at + len(word)) for word, at in words]
    findings = tuple(
        Finding(f"f-{n}", "option-clash", Severity.WARNING, 0.5, "", c.id, (span,), values=("rats", "A storm"))
        for n, (c, span) in enumerate(zip(said, spans, strict=True))
    )
    ids = tuple(f.id for f in findings), tuple(c.id for c in said)
    problem = Problem("p-1", "option-clash", "it says two things", Severity.WARNING, *ids)
    judged = tuple(assess(c, Verdict.SUPPORTED, 0.9) for c in said)
    shown = arrange(replace(FERRY, assessments=judged, problems=(problem,), findings=findings))
    (card,) = shown.problems
    assert [quote.shown.text for quote in card.sentences] == [texts[0], texts[2]]


@pytest.mark.parametrize(
    "reason", ["no sentence of the sources says this", "no sentence of the sources says all of it"]
)
@HUMAN
def test_a_reason_that_repeats_the_title_is_left_out(name: str, reason: str) -> None:
    verdict = Verdict.PARTIAL if "all" in reason else Verdict.UNSUPPORTED
    page = drawn(name, replace(assess(RATS, verdict, 0.1), reason=reason), missing=())
    assert reason not in page.partition('<section class="document"')[0]


def test_a_missing_source_is_told_without_the_words_of_a_command() -> None:
    said = "source [7009] is cited once but was not supplied; supply it with --sources"
    told = replace(MISSING, message=said)
    problem = replace(PROBLEMS[0], title=said)
    one = replace(FERRY, findings=(told, *FERRY.findings[1:]), problems=(problem, *PROBLEMS[1:]))
    page = renderer("html")(Report("0", "", (one,)))
    assert "source [7009] is cited once and was not supplied" in page
    assert "--" not in page.partition("<body>")[2].partition("<script>")[0].replace("<!--", "")


def test_the_rest_is_folded_by_what_its_reasons_begin_with() -> None:
    named = [replace(a, reason=f'not stated by the sources: name "{n}"') for n, a in enumerate(claims(9))]
    alone = replace(assess(TWEET, Verdict.PARTIAL, 0.7), reason="only partly stated")
    lone = replace(assess(WAITED, Verdict.PARTIAL, 0.7), reason="something of its own")
    shown = view(*named, alone, lone)
    assert [(fold.reason, len(fold.cards)) for fold in shown.rest] == [
        ("not stated by the sources", 2),
        ("no sentence of the sources says all of this", 2),
    ]


@HUMAN
def test_that_claims_are_read_against_other_sources_is_said_once_and_not_on_every_card(name: str) -> None:
    page = " ".join(drawn(name, assess(RATS, Verdict.UNSUPPORTED, 0.02, CAUSE)).replace("\\", "").split())
    assert page.count("[7009] was not supplied: what cites nothing else was read against the other sources") == 1
    assert "others were read in its place" not in page


def test_no_suggestion_rests_on_a_stand_in() -> None:
    lone = replace(ASSESSMENTS[2], claim=replace(LOST, citations=("7009",)), stand_in=True)
    one = replace(FERRY, assessments=(ASSESSMENTS[0], lone, *ASSESSMENTS[3:]))
    assert [card.suggestion for card in arrange(FERRY).problems] == ["4,000 tickets", ""]
    assert [card.suggestion for card in arrange(one).problems] == ["", ""]


@HUMAN
def test_a_claim_of_another_source_names_both(name: str) -> None:
    page = drawn(name, FOUND_ELSEWHERE, missing=())
    assert "[7002] says this, not [7001]" in page.replace("\\", "")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("text", "^^^^"), ("markdown", "**Rats** had"), ("html", "<mark>Rats</mark> had")],
)
def test_missing_words_are_marked(name: str, shown: str) -> None:
    assert shown in drawn(name, replace(assess(RATS, Verdict.UNSUPPORTED, 0.1), spans=(span_in(RATS, "Rats"),)))


@pytest.mark.parametrize(
    ("name", "shown"), [("text", "^^^^"), ("markdown", "**Rats** had"), ("html", "<mark>Rats</mark> had")]
)
def test_missing_words_are_marked_where_the_verdict_of_itself_is_the_problem(name: str, shown: str) -> None:
    whole = Finding("f-u", "unsupported", Severity.WARNING, 0.8, "m", RATS.id, (Span(RATS.start, RATS.end),))
    problem = Problem("p-u", "unsupported", "t", Severity.WARNING, ("f-u",), (RATS.id,))
    lost = replace(assess(RATS, Verdict.UNSUPPORTED, 0.1, findings=(whole,)), spans=(span_in(RATS, "Rats"),))
    assert shown in drawn(name, lost, problems=(problem,), findings=(whole,))


def test_what_the_title_says_as_well_leads_and_the_others_that_say_it_follow() -> None:
    shown = arrange(
        replace(
            FERRY, problems=(replace(PROBLEMS[1], claims=PROBLEMS[1].claims[:1], findings=PROBLEMS[1].findings[:1]),)
        )
    )
    (card,) = shown.problems
    assert [quote.by for quote in card.sentences] == ["Title, line 1", "Impacts, line 4"]
    assert (card.titled, card.also) == ("also in the title", ())
    assert "1 problem, one of them in the headline; 2 sentences affected" in shown.headline


def test_claims_that_have_the_words_that_clash_in_the_title_are_listed_with_it() -> None:
    found = replace(IN_TITLE, message='claim says "Booking System", source 001 says "gate"')
    problem = replace(PROBLEMS[1], claims=(TITLE.id,), findings=(found.id,))
    title = assess(TITLE, Verdict.CONTRADICTED, 0.1, CAUSE, findings=(found,))
    shown = view(title, *ASSESSMENTS[1:], problems=(problem,), findings=(found,))
    assert shown.problems[0].also == ("Timeline, line 3",)


def test_what_was_not_checked_and_is_no_claim_is_counted_apart() -> None:
    assert arrange(FERRY).not_checked == ("advice (1)", "not among these claims: list number (1)")


def test_a_source_that_says_both_of_what_is_disputed_is_named() -> None:
    waited = ASSESSMENTS[3]
    assert waited.verdict is Verdict.DISPUTED
    both = replace(waited, evidence=tuple(replace(e, source="002") for e in waited.evidence))
    told = [message for one in (waited, both) for card in view(one).disputed for message in card.messages]
    assert [message for message in told if message.startswith("one source says both: ")] == told[-1:]


def test_how_sure_a_flag_is_is_told_in_one_scale_of_words() -> None:
    rules = (RuleNote("quantity", "t", "h", Severity.ERROR, "9 of 10 right"),)
    shown = renderer("text")(replace(REPORT, rules=rules))
    assert "- surely right: at least nine in ten" in shown
    page = renderer("html")(replace(REPORT, rules=rules))
    assert "<summary>surely right</summary><p>at least nine in ten" in page
    assert "9 of 10 right" not in shown + page


def test_what_a_postmortem_says_against_itself_hides_no_doubt_beside_a_source() -> None:
    """The card of a self-contradiction shows no sentence of a source, so what one denies is read first."""
    marked = span_in(RATS, RATS.text.split()[0])
    own, doubted = claims(2, Verdict.PARTIAL, spans=(marked,), evidence=(CAUSE,))
    against = Finding("f-self", SELF, Severity.WARNING, 1.0, "x", own.claim.id, (marked,))
    problem = Problem("p-self", SELF, "x", Severity.WARNING, (against.id,), (own.claim.id,))
    shown = view(own, doubted, problems=(problem,), findings=(against,))
    assert [card.claims for card in shown.first] == [(doubted.claim.id,)]


def test_what_the_title_leaves_in_doubt_is_read_before_what_is_doubted_more() -> None:
    more, title = claims(2)
    title = replace(title, claim=replace(title.claim, field="Title"), support=more.support + 0.1)
    assert [card.claims for card in view(more, title).first] == [(title.claim.id,), (more.claim.id,)]


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_claims_without_a_difference_that_a_card_above_doubts_are_marked(name: str) -> None:
    doubted = replace(CLEAN, assessments=(CLEAN.assessments[0], replace(CLEAN.assessments[1], support=0.3)))
    found = [" ".join(renderer(name)(Report("0", "", (one,))).split()) for one in (CLEAN, doubted)]
    assert [text.count("(doubted, see above)") for text in found] == [0, 1]


def test_the_verdict_line_says_what_its_problems_are_about() -> None:
    """A problem of the text alone affects no claim that the count of verdicts has as clashing."""
    alone = Problem("p-alone", "taxonomy", "x", Severity.NOTE, (), ())
    assert view(*claims(1), problems=(alone,)).headline == "look: 1 problem within the text; 1 claim to read first"
    both = arrange(replace(FERRY, problems=(*FERRY.problems, alone))).headline
    assert "problems (1 against the sources, 1 within the text, 1 source missing), one of them in the headline" in both


def test_the_folded_claims_of_a_text_show_what_they_say() -> None:
    long = replace(RATS, text=f"{RATS.text} " + "and then the harbour was closed again " * 5)
    marked = span_in(RATS, "Rats")
    shown = drawn("text", *(replace(a, claim=replace(long, id=a.claim.id), spans=(marked,)) for a in claims(21)))
    folded = shown[shown.index("The rest of what is") : shown.index("`verifier explain")]
    lines = folded.splitlines()
    begun = [at for at, line in enumerate(lines) if ', "Rats": Rats ' in line]
    assert len(begun) == 12
    assert all("… [c-" in lines[at + 1] and len(lines[at + 1]) <= 80 for at in begun)
    assert "and 2 more, which other formats list: " in folded
