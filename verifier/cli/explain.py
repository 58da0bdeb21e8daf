"""Explain one claim: every sentence considered, why it was taken or left, and what led to the verdict."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.common import (
    BROKEN,
    PATH,
    Engine,
    incident_option,
    read_one,
    rule_options,
    sources_option,
    verifier_for,
)
from verifier.cli.output import emit, looks, tell
from verifier.cli.reading import Wish, reader_options, second_reader
from verifier.errors import UsageError
from verifier.gate.outcome import grave


@click.command()
@click.argument("postmortem", type=PATH)
@click.argument("claim_id", metavar="CLAIM-ID")
@sources_option()
@click.option("-f", "--format", "name", type=click.Choice(["text", "json"]), default="text", help="The format.")
@incident_option
@reader_options
@rule_options
def explain(
    *,
    postmortem: Path,
    claim_id: str,
    sources: tuple[Path, ...],
    name: str,
    incident: str | None,
    engine: Engine,
    wish: Wish,
) -> None:
    """Explain the verdict of one claim.

    Shows every sentence that was considered, why it was taken or left, and which rules stood down. CLAIM-ID stands in
    brackets behind the claim's place in the text report, and in the JSON report. With a second reader, also what it
    answers, and what comes of that; only this claim is asked about.
    """
    from verifier.formats.explanation import json, render

    found = read_one(postmortem, incident)
    if len(found) > 1:
        some = ", ".join(one.id for one in found[:5])
        raise UsageError(f"holds {len(found)} incidents", str(postmortem), f"name one with --incident: {some} ...")
    second = second_reader(wish)
    verifier = verifier_for(sources, engine, [postmortem])
    tell(verifier.troubles)
    explanation = verifier.explain(found[0], claim_id)
    if second:
        from verifier.reader.explaining import explained

        explanation = explained(explanation, verifier.check(found[0]), second)
    about = (explanation, found[0], verifier.sources)
    emit(json(*about) if name == "json" else render(*about, **looks()))
    if grave(verifier.troubles):
        raise SystemExit(BROKEN)
