"""Read CriticMarkup as marks of an edit, and not as text."""

from pathlib import Path

import pytest
from documents import document

from verifier.claims.claims import claims_of
from verifier.ingest.document import read_document
from verifier.ingest.markdown_critic import critic


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("The lock opened {++late++}{--early--} on Monday.", ["The lock opened late on Monday."]),
        ("The lock opened {--early --}on Monday.", ["The lock opened on Monday."]),
        ("The light was {~~red~>blue~~} at noon.", ["The light was blue at noon."]),
        ("{~~A bus~>A barge~~} hit the gate.", ["A barge hit the gate."]),
        ("{==The gate shut==}{>>did it?<<} after the storm.", ["The gate shut after the storm."]),
        ("The gate shut{>>when?<<}.", ["The gate shut."]),
        ("The gate shut. {--A barge sank.--} It rained.", ["The gate shut.", "It rained."]),
        ("{++The gate shut.++}\n\n{++It rained.++}", ["The gate shut.", "It rained."]),
        ("The gate shut^[The hour is [his](https://a.example/1), and 3 s late.] in June.", ["The gate shut in June."]),
        ("The gate shut.^[Says he.] It rained.^[In all.]", ["The gate shut.", "It rained."]),
        ("x^[2] and ^[a-z]+ are kept.", ["x^[2] and ^[a-z]+ are kept."]),
        ("{++- The gate shut.++}\n- It rained.", ["The gate shut.", "It rained."]),
        ("The gate **{++never++}** shut, *{==twice==}*.", ["The gate never shut, twice."]),
        ("The gate shut {--in\n\nMay and--} in June.", ["The gate shut in June."]),
        ("The gate shut. %%who says so?%% It rained.", ["The gate shut.", "It rained."]),
        ("The gate shut {/* at noon? */} in June.", ["The gate shut in June."]),
        ("%%\nA barge sank.\n%%\n\nThe gate shut.", ["The gate shut."]),
        ("Its load was 100%% and then 90%% of 40.", ["Its load was 100%% and then 90%% of 40."]),
        ("The set {a, b} and {{--x--}} is {++ left open.", ["The set {a, b} and {{--x--}} is {++ left open."]),
    ],
)
@pytest.mark.parametrize("name", ["pm.md", "pm.txt"])
def test_what_is_added_is_text_and_what_is_deleted_is_none(
    tmp_path: Path, written: str, seen: list[str], name: str
) -> None:
    found = document(tmp_path, f"# The {{++upper++}} gate\n\n## Timeline {{--old--}}\n\n{written}\n", name)
    assert found.title == "The upper gate"
    assert [c.text for c in claims_of(found)[0] if c.field == "Timeline"] == seen
    reasons = {n.reason for n in claims_of(found)[1] if n.field == "Timeline"}
    assert reasons == _reasons(written)


def _reasons(written: str) -> set[str]:
    if "says so" in written:
        return {"a comment in the markup"}
    return {"struck out"} if "{--A barge" in written else set()


def test_the_link_of_a_note_within_a_line_is_that_of_its_sentence(tmp_path: Path) -> None:
    found = document(tmp_path, "# Gates\n\nThe gate shut.^[Post, <https://a.example/1>] It rained.\n")
    cited = {claim.text: list(claim.citations) for claim in claims_of(found)[0]}
    assert cited == {"Gates": [], "The gate shut.": ["https://a.example/1"], "It rained.": []}


def test_what_stands_alone_and_is_not_read_is_named(tmp_path: Path) -> None:
    found = document(tmp_path, "# Gates\n\nThe gate shut.\n\n{--A barge sank.--}\n\n{>>Who says so?<<}\n")
    claims, left = claims_of(found)
    assert [claim.text for claim in claims] == ["Gates", "The gate shut."]
    text = found.fields[0].text
    assert {text[each.start : each.end]: each.reason for each in left} == {
        "{--A barge sank.--}": "struck out",
        "{>>Who says so?<<}": "a comment in the markup",
    }


def test_offsets_lead_to_the_file(tmp_path: Path) -> None:
    raw = "# Gates\n\nThe lock opened {++late++}{--early--} on **Monday**.\n"
    found = document(tmp_path, raw)
    (claim,) = claims_of(found)[0][1:]
    layout = found.fields[1].layout
    assert layout and layout.excerpt(claim.start, claim.end) == raw[9:-1]
    assert layout.excerpt(claim.start + 16, claim.start + 20) == "late"


def test_sources_are_read_alike(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The lock opened {--early--}{++late++} on Monday, she said.\n", encoding="utf-8")
    assert read_document(tmp_path / "a.txt").text.strip() == "The lock opened late on Monday, she said."


def test_marks_left_open_cost_little() -> None:
    text = "".join(f"{{++a{{--b{{~~c{{==d{{>>e {i}\n" for i in range(20_000))
    assert critic(text).seen == text


def test_a_remark_between_sentences_is_named(tmp_path: Path) -> None:
    found = document(tmp_path, "# Gates\n\nThe gate shut. {>>Who says so?<<} It rained. {--A barge sank.--}\n")
    claims, left = claims_of(found)
    assert [claim.text for claim in claims[1:]] == ["The gate shut.", "It rained."]
    assert {each.reason for each in left} == {"struck out", "a comment in the markup"}
