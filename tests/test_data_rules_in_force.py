"""Prove that every rule a finding can name is described, also where the report is made from Python."""

from __future__ import annotations

import json

import pytest
from samples import DELETED, assess

from verifier.api import Verifier
from verifier.data.rulebook import load
from verifier.data.rules_in_force import in_force
from verifier.decide import standing
from verifier.document import causes, citations, rationales, taxonomy, twins
from verifier.document.missing import missing_sources
from verifier.errors import UsageError
from verifier.formats import sarif
from verifier.model import Field, Postmortem, Report, Source, Verdict

DOCUMENT = {
    causes.RULE,
    citations.PLACEHOLDER,
    citations.UNCITED,
    rationales.RULE,
    taxonomy.CLASH,
    twins.RULE,
}
POSTMORTEM = Postmortem("p", "p", None, "p.txt", "", (Field("Impacts", "Rats had eaten a cable.", 0, 23),))


def nameable() -> set[str]:
    """Return the ids of all rules that a finding can name."""
    files = {rule.id for rule in load().rules}
    verdicts = {f.rule for verdict in Verdict for f in standing.standing(assess(DELETED, verdict, 0.5))}
    missing = {finding.rule for finding in missing_sources(["7"], [DELETED])}
    return DOCUMENT | files | verdicts | missing


def listed(report: Report) -> dict[str, str]:
    """Return the help of each rule that SARIF lists, by the rule's id."""
    rules = json.loads(sarif.render(report))["runs"][0]["tool"]["driver"]["rules"]
    return {rule["id"]: rule["help"]["text"] for rule in rules}


def test_every_check_of_the_document_has_a_rule() -> None:
    assert {rule.id for rule in load().rules if rule.mechanism == "document"} == DOCUMENT


def test_every_rule_that_a_finding_can_name_has_help() -> None:
    found = listed(Report("0", "", (), rules=in_force(load())))
    assert {rule for rule in nameable() if len(found.get(rule, "")) <= 40} == set()


def test_rules_that_are_no_files_have_titles_of_their_own() -> None:
    assert [note.id for note in in_force(load()) if note.title == note.id] == []


def test_a_report_from_python_names_the_rules_in_force() -> None:
    source = Source("1", "Rats had eaten a cable.")
    report = Verifier([source]).check(POSTMORTEM)
    assert nameable() <= set(listed(report))
    chosen = listed(Verifier([source], select=["quantity"]).check(POSTMORTEM))
    assert set(chosen) == {"quantity", *standing.TITLES}


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(UsageError, match="no such rule"):
        Verifier([], select=["missing-source"])
