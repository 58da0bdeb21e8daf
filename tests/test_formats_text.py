"""Prove what the text report says, in which order, and that it is harmless and fits its width."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from samples import (
    CLEAN,
    ECHO,
    EMPTY,
    FERRY,
    FIRST,
    HOSTILE,
    IN_TITLE,
    LOST,
    MANY,
    POST,
    PROBLEMS,
    RATS,
    REPORT,
    SECOND,
    WAITED,
    span,
)

from verifier.formats.quotes import Desk
from verifier.formats.terminal import Paper
from verifier.formats.text import render
from verifier.model import (
    Assessment,
    Claim,
    Field,
    Finding,
    Part,
    Place,
    Problem,
    Report,
    Role,
    Severity,
    SourceConflict,
    Span,
    Verdict,
)


def only(**changes: object) -> str:
    return render(replace(REPORT, reports=(replace(FERRY, **changes),)))  # type: ignore[arg-type]


def test_sections_come_in_an_editors_order() -> None:
    text = render(REPORT)
    places = [
        text.index(words)
        for words in (
            "hold: 2 problems (1 against the sources, 1 source missing), one of them in the",
            "What the check could not see",
            "Problems, most serious first",
            "Read these first",
            'no source says "Rats"',
            "Disputed among the sources",
            "No difference found\n---",
            "Not checked",
        )
    ]
    assert places == sorted(places)


def test_no_score_and_no_checksum_is_shown() -> None:
    text = render(REPORT)
    assert not re.search(r"\b0\.\d", text)
    assert "93b5548b38410e9e" not in text


def test_a_problem_appears_once_with_all_its_places() -> None:
    text = render(REPORT)
    assert text.count('number: "40,000 tickets"') == 1
    assert "Title, line 1 [c-0010]" in text
    assert "also in: Impacts, line 4" in text


def test_clashing_words_stand_over_carets() -> None:
    lines = render(REPORT).splitlines()
    (at,) = (i for i, line in enumerate(lines) if "Loses 40,000 Tickets" in line and "│" in line)
    carets = lines[at + 1]
    assert lines[at][carets.index("^") : carets.rindex("^") + 1] == "40,000 Tickets"


def test_source_sentences_are_verbatim() -> None:
    text = re.sub(r"\n\s*│ ", " ", render(REPORT))
    assert 'In a statement, Mara Quist, who heads operations at Tideline, apologised: "We let people down."' in text


def test_both_sides_of_a_dispute_are_shown() -> None:
    text = render(REPORT)
    assert "says so: The Harbour Post, 4 May 2021 (001)" in text
    assert "says otherwise: island-echo.example, 5 May 2021 (7002)" in text


def test_conflict_that_no_claim_shows_is_listed() -> None:
    text = only(problems=PROBLEMS[:2], assessments=FERRY.assessments[:2])
    assert "the sources give different waiting times" in text


def test_conflict_that_a_claim_shows_is_not_repeated() -> None:
    assert "the sources give different waiting times" not in render(REPORT)


def test_conflict_is_shown_in_its_sentence() -> None:
    waits = span(FIRST, "three hours"), span(SECOND, "five hours")
    places = [Place(s.id, Part.BODY, *w, s.text[slice(*w)]) for s, w in zip((POST, ECHO), waits, strict=True)]
    conflict = SourceConflict(places[0], places[1], "the waiting time")
    lines = only(source_conflicts=(conflict,), problems=PROBLEMS[:2], assessments=FERRY.assessments[:2]).splitlines()
    assert "    │ Passengers had to wait for up to three hours." in lines
    assert "    │                            ^^^^^^^^^^" in lines


def test_what_the_report_says_once_is_not_repeated() -> None:
    note = "; [7009] was not supplied, checked against all sources"
    rats = replace(FERRY.assessments[5], reason=f'no source says "Rats"; [none]{note}')
    text = only(assessments=(*FERRY.assessments[:5], rats))
    assert '* no source says "Rats"; [none]\n' in text
    assert "checked against all sources" not in text
    assert "[7009] is missing: others were read in its place" not in text


def test_missing_source_is_told_once_even_without_a_problem() -> None:
    assert render(REPORT).count("cited source 7009 is not among the sources") == 1
    assert "- [7009] was not supplied" in only(problems=PROBLEMS[1:])


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (CLEAN, "clear: no difference found in 2 claims"),
        (replace(FERRY, problems=PROBLEMS[:1]), "hold: 1 cited source missing; 4 claims to read first"),
        (EMPTY, "nothing checked: no claim could be checked against the sources"),
        (replace(CLEAN, assessments=()), "nothing checked: no claim is to be checked"),
        (
            replace(FERRY, problems=PROBLEMS[2:], missing=(), assessments=FERRY.assessments[3:]),
            "look: 1 claim disputed among the sources, 1 claim not stated and 1 claim stated in part",
        ),
    ],
)
def test_verdict_line(one: object, line: str) -> None:
    assert render(Report("0", "", (one,)), width=110).splitlines()[0] == line  # type: ignore[arg-type]


def test_unsupported_claim_of_a_problem_is_not_repeated() -> None:
    problem = replace(PROBLEMS[2], title="no source states this", findings=(), claims=(RATS.id,))
    text = only(problems=(*PROBLEMS, problem))
    assert text.count("Rats had eaten") == 1


def test_note_on_a_clash_stays_a_problem() -> None:
    text = only(problems=(replace(PROBLEMS[1], severity=Severity.NOTE),), missing=())
    listed = text[text.index("Problems, most serious first") : text.index("Disputed")]
    assert "(note, in the title, surely right)" in " ".join(listed.split())


def test_context_source_is_named() -> None:
    sources = (
        *FERRY.sources[:1],
        replace(FERRY.sources[1], source=replace(FERRY.sources[1].source, role=Role.CONTEXT)),
    )
    assert "island-echo.example, 5 May 2021 (7002): context only, no evidence" in only(sources=sources)


def test_many_postmortems_get_a_block_each_worst_first() -> None:
    text = render(MANY)
    assert text.startswith("3 postmortems: 1 to hold, 1 nothing checked, 1 clear\n2 problems: 2 errors; ")
    assert "; 1 dispute among sources; 2 claims not stated, or only in part\n" in render(MANY, width=120)
    places = [text.index(state) for state in ("\nhold:", "\nnothing checked:", "\nclear:")]
    assert places == sorted(places)
    assert "scan.pdf: is a binary file; supply plain text" in text
    assert "│" not in text


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit_the_width(report: Report, width: int) -> None:
    assert max(map(cell_len, render(report, width=width).splitlines())) <= width


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
def test_plain_text_holds_nothing_that_acts(report: Report) -> None:
    assert all(char == "\n" or char.isprintable() for char in render(report))


def test_colour_is_only_for_terminals() -> None:
    coloured = render(HOSTILE, color=True)
    assert "\x1b[1;31m" in coloured
    assert "^^^" not in coloured
    assert set(re.findall(r"\x1b\[[0-9;]*(.)", coloured)) == {"m"}
    assert "\x1b[31mred" not in coloured
    assert "\x1b" not in render(REPORT)


def test_finding_of_an_unknown_claim_does_no_harm() -> None:
    assert "Problems" in only(findings=(replace(IN_TITLE, claim="c-none"),), assessments=FERRY.assessments[1:])


def test_ids_are_explained_once_where_there_are_any() -> None:
    assert render(REPORT).count("verifier explain POSTMORTEM ID") == 1
    assert "explain" not in render(Report("0", "", (CLEAN,)))


def test_where_no_difference_was_found_is_listed_with_how_many_of_it_are_doubted() -> None:
    assert "- 2 claims in 2 sections: Timeline, line 3; Causes, line 5\n" in render(Report("0", "", (CLEAN,)))
    doubted = replace(CLEAN, assessments=(*CLEAN.assessments[:-1], replace(CLEAN.assessments[-1], support=0.3)))
    text = render(Report("0", "", (doubted,)), width=120)
    assert text.startswith("clear: no difference found in 2 claims, one of them doubted\n")
    told = "- 2 claims in 2 sections, 1 of them doubted and listed above: Timeline, line 3; Causes, line 5 "
    assert f"{told}(doubted, see above) " in " ".join(text.split())


def test_of_claims_in_one_place_it_is_told_how_many_are_doubted() -> None:
    first, last = CLEAN.assessments
    for low, said in ((0.9, "(2, 1 doubted, see above)"), (0.3, "(2, 2 doubted, see above)")):
        moved = replace(first, claim=replace(last.claim, id="c-other"), support=low)
        text = render(Report("0", "", (replace(CLEAN, assessments=(moved, replace(last, support=0.3))),)))
        assert f"listed above: Causes, line 5 {said}" in " ".join(text.split())


def test_postmortems_of_one_table_go_by_their_ids() -> None:
    path = "table.csv"
    table = tuple(replace(r, postmortem=replace(r.postmortem, path=path)) for r in (CLEAN, FERRY, EMPTY))
    text = render(replace(MANY, reports=table), width=120)
    assert text.count(path) == 1
    assert "  calm: Calm Water (4 May 2021), read against 3 sources\n" in text
    assert "  empty (4 May 2021), read against 3 sources\n" in text
    assert text.endswith("\n`--incident ID` shows one in full.\n")
    assert "--incident" not in render(MANY)


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("The pump stopped. A valve stuck, ", "A valve stuck, leading to a flood."),
        ("A valve (U) stuck, ", "A valve (U) stuck, leading to a flood."),
        ("(d) property: ", "leading to a flood."),
        ("The pump stopped.\n- ", "leading to a flood."),
        ("word " * 200, "leading to a flood."),
    ],
)
def test_claim_within_a_sentence_is_quoted_with_its_beginning(before: str, shown: str) -> None:
    words = "leading to a flood."
    text = before + words
    claim = Claim("c-1", "Impacts", len(before), len(text), words)
    desk = Desk.of(replace(FERRY, postmortem=replace(FERRY.postmortem, fields=(Field("Impacts", text, 0, len(text)),))))
    quote = desk.claim(Assessment(claim, Verdict.UNSUPPORTED, "", 0.0))
    assert quote.shown.text == shown
    assert [shown[slice(*mark)] for mark in quote.shown.marks] == ([words] if shown != words else [])
    (marked,) = desk.claim(
        Assessment(claim, Verdict.UNSUPPORTED, "", 0.0), [Span(len(text) - 6, len(text) - 1)]
    ).shown.marks
    assert shown[slice(*marked)] == "flood"


def test_two_claims_quoted_whole_need_no_reason() -> None:
    said, again = LOST.text, WAITED.text
    twice = Finding("f-2", "twice", Severity.NOTE, 0.8, "both give the same", LOST.id, values=(said, again))
    problem = Problem("p-2", "twice", "one thing twice", Severity.NOTE, ("f-2",), (LOST.id, WAITED.id))
    text = only(problems=(problem,), findings=(twice,))
    assert "one thing twice" in text
    assert "both give the same" not in text
    assert "both give the same" in only(problems=(problem,), findings=(replace(twice, values=("elsewhere", again)),))


def test_colour_is_all_that_differs_with_it() -> None:
    shown = "\t**a tab** and\ttwo\n lines, " + "long " * 30
    plain, coloured = Paper(60), Paper(60, color=True)
    for paper in (plain, coloured):
        paper.line(shown, style="bold", indent=2, hang=2)
        paper.item("-", shown)
    assert plain.getvalue() == re.sub(r"\x1b\[[0-9;]*m", "", coloured.getvalue())
    assert "\t" not in plain.getvalue()
