"""Read what stands in boxes and between rules of Markdown: no text is taken for code or for a heading."""

from pathlib import Path

import pytest
from documents import document, told

from verifier.claims.claims import claims_of
from verifier.ingest.markdown_admonitions import admonitions


@pytest.mark.parametrize(
    "box",
    [
        '!!! warning "What broke"\n    The lock shut.\n    Two boats sank.',
        '!!! warning "What broke"\n\n    The lock shut.\n\n    Two boats sank.',
        "??? tip\n\n    - The lock shut.\n    - Two boats sank.",
        '???+ note "More"\n\n    The lock shut.\n\n    !!! danger\n        Two boats sank.',
        '=== "Upper lock"\n\n    The lock shut.\n\n=== "Lower lock"\n\n    Two boats sank.',
    ],
)
def test_what_is_indented_below_the_line_of_a_box_is_text(tmp_path: Path, box: str) -> None:
    text = f"# Lock 4 shut\n\n{box}\n\nIt rained.\n"
    assert told(tmp_path, text) == ["Lock 4 shut", "The lock shut.", "Two boats sank.", "It rained."]
    reasons = {each.reason for each in claims_of(document(tmp_path, text))[1]}
    assert reasons == {"a tag of a template"}


@pytest.mark.parametrize("text", ["!!! note\nNot in it.", "a == b\n=== c", "!!! wow\n\nNo box."])
def test_a_box_without_anything_in_it_is_none(text: str) -> None:
    assert admonitions(text).seen == text


def test_sentences_above_a_rule_of_hyphens_are_no_heading(tmp_path: Path) -> None:
    text = "# Lock 4 shut\n\nIt shut at noon again.\n--\nTwo sank\nand one drifted\n--\n\nLosses\n---\n\nIt rained.\n"
    assert told(tmp_path, text) == [
        "Lock 4 shut", "It shut at noon again.", "Two sank\nand one drifted", "It rained.",
    ]  # fmt: skip


def test_an_issue_as_printed_has_a_head(tmp_path: Path) -> None:
    text = "title:\tLock 4 shuts by itself\nstate:\tOPEN\nauthor:\tann\nnumber:\t7\n--\nThe lock shut at noon.\n"
    found = document(tmp_path, text)
    assert found.title == "Lock 4 shuts by itself"
    assert told(tmp_path, text) == ["Lock 4 shuts by itself", "The lock shut at noon."]


@pytest.mark.parametrize(
    "line",
    [
        "*[ATC]: Automatic tide control",
        "\\newpage",
        'The lock shut. {% include "foot.html" %}',
        "## Losses { .wide }",
        '## Losses { data-toc="no" }',
    ],
)
def test_tags_of_templates_are_no_text(tmp_path: Path, line: str) -> None:
    claims = told(tmp_path, f"# Lock 4 shut\n\nIt rained.\n\n{line}\n\nTwo boats sank.\n")
    assert [claim for claim in claims if claim != "The lock shut."] == ["Lock 4 shut", "It rained.", "Two boats sank."]
    assert all(
        field.name in {"Title", "Lead", "Losses"} for field in document(tmp_path, line + "\n\nIt rained.").fields
    )
