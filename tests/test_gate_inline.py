"""Prove that a waiver in a postmortem's own text covers its paragraph, its rule, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner, Result

from verifier.cli.main import main

PAGE = """# Harbour Ferry Booking System Loses Tickets

## Impacts

{above}About 40,000 tickets were lost in the outage of the booking system [7001].{beside}

## Causes

{elsewhere}An engineer deleted the wrong table during an update of the booking system [7001].
"""
WAIVER = "<!-- verifier: ignore quantity the company corrected its figure by phone -->"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)


def check(above: str = "", beside: str = "", elsewhere: str = "") -> Result:
    Path("ferry.md").write_text(PAGE.format(above=above, beside=beside, elsewhere=elsewhere), encoding="utf-8")
    return CliRunner().invoke(main, ["check", "ferry.md", "--sources", ferry.ARTICLES, "-f", "json"])


def report(done: Result) -> dict[str, object]:
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_without_one_the_figure_fails() -> None:
    assert check().exit_code == 1


@pytest.mark.parametrize("where", ["above", "beside"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_it_covers_the_paragraph_it_stands_in_or_before(where: str, gap: str) -> None:
    done = check(above=WAIVER + gap) if where == "above" else check(beside=f" {WAIVER}")
    assert done.exit_code == 0, done.output
    used = json.loads(done.stdout)["gate"]["waivers"]["used"]
    assert [(w["rule"], w["reason"]) for w in used] == [("quantity", "the company corrected its figure by phone")]
    assert used[0]["line"] >= 5


def test_it_is_no_claim_and_reads_the_same_without_it() -> None:
    plain, with_it = (
        [c["text"] for c in json.loads(d.stdout)["reports"][0]["claims"]] for d in (check(), check(WAIVER + "\n\n"))
    )
    assert plain == with_it


def test_one_that_covers_nothing_is_told() -> None:
    done = check(elsewhere=WAIVER + "\n\n")
    assert done.exit_code == 1
    assert "line 9: there is nothing of the rule quantity to waive any more; take the comment out" in done.stderr


@pytest.mark.parametrize(
    ("waiver", "told"),
    [
        ("quantity", "the waiver names no reason, so nothing is waived; write <!-- verifier: ignore RULE reason -->"),
        ("", "the waiver names no rule, so nothing is waived; write <!-- verifier: ignore RULE reason -->"),
        (
            "quantiti counted anew",
            'there is no rule quantiti, so nothing is waived; did you mean "quantity" or "quantifier"?',
        ),
        ("zzz counted anew", "there is no rule zzz, so nothing is waived; see: verifier rules list"),
    ],
)
def test_one_without_rule_or_reason_or_of_no_rule_there_is_does_not_count(waiver: str, told: str) -> None:
    done = check(above=f"<!-- verifier: ignore {waiver} -->\n\n")
    assert done.exit_code == 1
    assert f"ferry.md, line 5: {told}\n" in done.stderr


def test_patterns_of_rules_are_heeded_and_other_rules_are_not() -> None:
    assert check(above=WAIVER.replace("quantity", "quant*") + "\n\n").exit_code == 0
    assert check(above=WAIVER.replace("quantity", "polarity") + "\n\n").exit_code == 1


def test_in_a_list_it_covers_its_item_alone() -> None:
    wrong = "- About 40,000 tickets were lost in the outage of the booking system [7001]."
    page = (
        f"# Harbour Ferry Booking System Loses Tickets\n\n## Impacts\n\n- The ferries ran on time. {WAIVER}\n{wrong}\n"
    )
    for text, status in ((page, 1), (page.replace(f" {WAIVER}", "").replace("[7001].", f"[7001]. {WAIVER}"), 0)):
        Path("ferry.md").write_text(text, encoding="utf-8")
        assert CliRunner().invoke(main, ["check", "ferry.md", "--sources", ferry.ARTICLES]).exit_code == status


def test_in_a_plain_page_it_covers_its_line_alone() -> None:
    def at(line: str) -> int:
        Path(ferry.POSTMORTEM).write_text(ferry.PAGE.replace(line, f"{line} {WAIVER}"), encoding="utf-8")
        return CliRunner().invoke(main, ["check", ferry.POSTMORTEM, "--sources", ferry.ARTICLES]).exit_code

    assert at("update of the booking system [7001].") == 1
    assert at("outage of the booking system [7001].") == 0


def test_sarif_tells_that_it_stands_in_the_text() -> None:
    Path("ferry.md").write_text(PAGE.format(above=f"{WAIVER}\n", beside="", elsewhere=""), encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "ferry.md", "--sources", ferry.ARTICLES, "-f", "sarif"])
    kinds = [s["kind"] for r in json.loads(done.stdout)["runs"][0]["results"] for s in r.get("suppressions", ())]
    assert kinds == ["inSource"]


def test_it_holds_in_a_report_that_is_read_back() -> None:
    from verifier.gate.inline import excused
    from verifier.review import stored

    Path("ferry.md").write_text(PAGE.format(above=f"{WAIVER}\n", beside="", elsewhere=""), encoding="utf-8")
    CliRunner().invoke(main, ["check", "ferry.md", "--sources", ferry.ARTICLES, "-o", "report.json"])
    again = excused(stored.read(Path("report.json")))
    assert [p.waived for p in again.reports[0].problems if p.rule == "quantity"] == [True]


def test_marks_above_do_not_shift_what_it_covers() -> None:
    links = " ".join(["[x](https://ferries.example/a/long/address)"] * 9)
    assert check(above=f"{links}\n\n{WAIVER}\n\n").exit_code == 0
    assert check(above=f"{links}\n\n", elsewhere=f"{WAIVER}\n\n").exit_code == 1
