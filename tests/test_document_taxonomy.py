"""Check the taxonomy: its data, how rationales are cut, which options exclude each other, which are not argued for."""

from __future__ import annotations

import pytest

from verifier.claims.claims import claims_of
from verifier.claims.roles import options as known_options
from verifier.document import aims, options, rationales, taxonomy
from verifier.document.remark import Remark
from verifier.model import Choice, Field, Postmortem


def postmortem(choices: dict[str, str], **fields: str) -> Postmortem:
    named = {name.replace("_", " "): text for name, text in fields.items()}
    return Postmortem(
        id="p",
        title="p",
        published=None,
        path="",
        sha256="",
        fields=tuple(Field(name, text, 0, len(text)) for name, text in named.items()),
        choices=tuple(Choice(row, tuple(chosen.split(", ")), f"{row} Rationale") for row, chosen in choices.items()),
    )


def clashes(document: Postmortem) -> list[Remark]:
    claims = claims_of(document)[0]
    return [*taxonomy.check(document, claims), *aims.check(document, claims)]


def unargued(document: Postmortem) -> list[str]:
    return [remark.message for remark in rationales.check(document, claims_of(document)[0])]


def test_every_option_of_the_taxonomy_is_one_that_claims_know() -> None:
    rows = options.taxonomy()["rows"]
    assert {name for names in rows.values() for name in names} - known_options() <= {"intermittent"}
    assert len(rows) == 16


def test_words_for_options_and_exclusions_belong_to_options() -> None:
    data = options.taxonomy()
    named = {name for names in data["rows"].values() for name in names}
    assert set(data["named"]) | set(data["speaks"]) <= named
    for exclusion in data["exclusion"]:
        assert {exclusion["option"], *exclusion["against"]} - {""} <= named


@pytest.mark.parametrize("option", [name for names in options.taxonomy()["rows"].values() for name in names])
def test_an_option_is_named_by_its_own_words(option: str) -> None:
    assert options.naming(option).search(option.replace("_", " "))
    assert options.speaking(option).search(option.upper().replace("_", " "))


def test_human_actions_are_not_found_in_non_human_ones() -> None:
    assert not options.naming("human_actions").search("due to non-human actions")
    assert not options.naming("malicious").search("a non-malicious fault")
    assert options.naming("human_actions").search("due to human actions")


def test_a_rationale_is_cut_by_labels_and_by_letters_that_its_words_bear_out() -> None:
    text = "(a) crash: It stopped. (b) The pump omitted a step. (c) Nothing of the kind. (d) value: Wrong dose."
    parts = options.parts("Behaviour", Field("Behaviour Rationale", text, 0, len(text)))
    assert [(p.option, text[p.start : p.end].strip()) for p in parts] == [
        ("crash", "It stopped."),
        ("omission", "The pump omitted a step."),
        ("value", "Wrong dose."),
    ]


def test_a_rationale_is_cut_within_a_page() -> None:
    text = "Nature non-human_actions (a) non-human actions: a worn seal. (b) human actions: none."
    start = text.index("(a)")
    parts = options.parts("Nature", Field("Nature Rationale", text, start, len(text)))
    assert [p.option for p in parts] == ["non-human_actions", "human_actions"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The failure did not involve a crash.", True),
        ("A crash is not mentioned.", True),
        ("It was a slow drift rather than a crash.", True),
        ("The failure was a crash.", False),
        ("It was not only a crash.", False),
        ("The valve did not close, and a crash followed.", False),
    ],
)
def test_denials_are_told_from_assertions(text: str, *, expected: bool) -> None:
    found = options.naming("crash").search(text)
    assert found
    assert options.denied(text, found) is expected


def test_hackers_beside_non_human_actions_are_one_remark_with_all_places() -> None:
    document = postmortem(
        {"Nature": "non-human_actions", "Objective": "malicious"},
        Nature_Rationale="(a) The outage came from non-human actions, a hole in the portal [1].",
        Objective_Rationale="(a) The failure was malicious [1].",
        Responsible_Organization="1. Hackers [1]",
    )
    (remark,) = clashes(document)
    assert [(s.field, s.said) for s in remark.ours] == [("Nature Rationale", "non-human actions")]
    assert [(s.field, s.said) for s in remark.theirs] == [
        ("Responsible Organization", "Hackers"),
        ("Objective Rationale", "malicious"),
    ]
    for place in (*remark.ours, *remark.theirs):
        assert place.claim and place.span
        assert place.claim.text[place.span.start : place.span.end] == place.said


@pytest.mark.parametrize(
    "responsible",
    [
        "1. The vendor, whose flaw allowed hackers to open the doors [1]",
        "1. No hackers were involved [1]",
        "1. A flaw that could let intruders in [1]",
        "1. The criminal records office [1]",
        "1. The research firm that found the flaw and warned of hackers [1]",
        "1. Penetration testers hired by the vendor [1]",
    ],
)
def test_attackers_count_only_where_they_are_held_responsible(responsible: str) -> None:
    document = postmortem(
        {"Nature": "non-human_actions"},
        Nature_Rationale="(a) The outage came from non-human actions [1].",
        Responsible_Organization=responsible,
    )
    assert clashes(document) == []


@pytest.mark.parametrize(
    "responsible",
    [
        "1. The hacking gang that sent the worm [1]",
        "1. A state-sponsored group from abroad [1]",
        "1. The Grey Lamp Crew, a group of hackers, took credit [1]",
        "1. An insider [1]",
    ],
)
def test_attackers_go_by_many_names(responsible: str) -> None:
    document = postmortem(
        {"Objective": "non-malicious"},
        Objective_Rationale="(b) The outage was non-malicious [1].",
        ResponsibleOrg=responsible,
    )
    assert len(clashes(document)) == 1


def test_an_option_without_words_is_named_by_itself() -> None:
    document = postmortem(
        {"Nature": "non-human_actions"}, Nature_Rationale="A seal broke [1].", Responsible_Organization="1. Hackers [1]"
    )
    (remark,) = clashes(document)
    assert (remark.ours[0].field, remark.ours[0].said, remark.ours[0].claim) == ("Nature", "non-human actions", None)


@pytest.mark.parametrize(
    ("capability", "objective", "fires"),
    [
        ("The breach was accidental [1].", "The attack was deliberate [1].", True),
        ("The failure of the gate was unintentional [1].", "The incident was malicious in nature [1].", True),
        ("The incident was not deliberate [1].", "The incident was clearly intentional [1].", True),
        ("The failure was accidental, as the vendor meant no harm [1].", "The failure was malicious [1].", False),
        ("The failure was accidental on the part of the vendor [1].", "The failure was malicious [1].", False),
        ("The failure may have been accidental [1].", "The failure was malicious [1].", False),
        ("The failure was accidental [1].", "The attack was deliberate [1].", False),
        ("The failure was accidental [1].", "The failure was not malicious [1].", False),
        ("The leak was an accidental find [1].", "The attack was malicious [1].", False),
    ],
)
def test_accident_and_intent_exclude_each_other_for_one_event(capability: str, objective: str, *, fires: bool) -> None:
    document = postmortem(
        {"Objective": "malicious"}, Capability_Rationale=f"(b) {capability}", Objective_Rationale=f"(a) {objective}"
    )
    assert bool(clashes(document)) is fires


def test_both_objectives_chosen_are_left_alone() -> None:
    document = postmortem(
        {"Objective": "malicious, non-malicious"},
        Objective_Rationale="(a) The attack was malicious [1]. (b) The breach was not intentional [1].",
    )
    assert clashes(document) == []


def test_an_option_that_its_part_denies_is_reported_with_the_words() -> None:
    document = postmortem(
        {"Behaviour": "crash, value"},
        Behaviour_Rationale="(a) crash: The meter did not crash [1]. (d) value: It counted twice [1].",
    )
    assert unargued(document) == [
        'Behaviour: "crash" is chosen, but Behaviour Rationale says "The meter did not crash [1]."'
    ]


def test_options_without_a_rationale_are_one_remark() -> None:
    document = postmortem(
        {"Objective": "malicious", "Consequence": "delay, harm", "Behaviour": "other"},
        Consequence_Rationale="(e) delay: Trains waited for an hour [1].",
    )
    assert unargued(document) == ['chosen without a rationale: Objective "malicious", Consequence "harm"']


@pytest.mark.parametrize("run", ["(a) " * 4000, "a" * 40_000, "non-human actions, " * 3000, "not " * 10_000 + "crash"])
def test_long_runs_are_read(run: str) -> None:
    document = postmortem({"Behaviour": "crash"}, Behaviour_Rationale=f"(a) crash: The meter crashed [1]. {run}")
    assert options.parts("Behaviour", document.fields[0])[0].option == "crash"
    assert unargued(document) == []
    assert clashes(document) == []
