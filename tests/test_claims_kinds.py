import pytest

from verifier.claims.kinds import PROPERTY, kind
from verifier.model import Kind

FACTS = [
    "The crane combines computational and physical components, and its boom broke on 3 May in the port of Lund.",
    "Status: resolved at 14:05",
    "Severity: 3 boats sank",
    "Owner: the pump was sold in May",
    "From: Monday the cranes stood still. They moved on Friday.",
    "Status: all cranes failed",
    "Subject: thieves stole 300 boats",
    "From: the roof to the cellar everything burned",
    "Owner: Ann will not pay",
    "Reporters: 300 boats were lost",
    "The outage was caused by a faulty pump that flooded 3 streets.",
    "The software failure incident was caused by a flaw in the valve controller of the Port Lane plant.",
    "(a) The failed system served the shipping industry, where the harbour of Lund closed for two days.",
    "The software failure incident related to the frozen valves has happened again at the same company.",
    "This was no permanent fault but a temporary one, which mechanics cured with a new controller.",
    "The cars should slow down when a sensor fails, but they stopped.",
    "The mayor said that the flood could have been prevented.",
    "The company did not specifically address the flood.",
    "The theft was not directly linked to the strike at the port.",
    "There was no mention of the flood on the company's website.",
    "There is no evidence that passengers were hurt.",
    "It is unclear how many boats sank.",
    "The report did not mention the pump.",
    "The incident highlighted a crack in the dam above Lund.",
    "Improving sales hid the loss.",
    "Training staff cost the port 4,000 euros.",
    "Hardware from the harbour was sold.",
    "At least 300 boats in the bay",
    "Lack of a spare valve in the pump house",
    "Ann Lee, director of the port",
    "The malicious program deleted the tide tables.",
    "A deliberate attack stopped the cranes.",
    "The harbour published its tide tables on 3 May 2019 and withdrew them later.",
    "The pump was designed to work at temporary moorings.",
    "The error was accidental: a diver had pulled the wrong cable.",
]
JUDGEMENTS = [
    "The failed system was not related to an industry outside of the options provided.",
    "The failure was due to contributing factors introduced by bugs, unhandled exceptions, and incorrect usage.",
    "The software failure incident does not show characteristics of a byzantine failure.",
    "(a) The software failure incident in the harbour case can be attributed to the design phase.",
    "(b) The software failure incident was influenced by contributing factors that came from outside the system.",
    "The software failure incident in this case was non-malicious.",
    "The failure was temporary.",
    "(d) value: The failure incident does not involve the system performing its intended functions incorrectly.",
    "(a) The software failure incident reported in the articles is related to the transportation industry [4021].",
    "The software failure incident of Article #4021 was related to the application layer of the cyber physical system.",
    "This indicates that the incident was accidental rather than intentional.",
    "Human actions also played a role in the software failure incident.",
]
ABSENCES = [
    "The article does not mention any injuries.",
    "<Article 4021> does not provide information on the age of the pump.",
    "(c) timing: Timing is not mentioned in the article.",
    "(b) The software failure incident in the harbour does not explicitly mention other ports.",
    "No injuries were reported in the articles.",
    "Nothing in the article suggests that the pump was switched off.",
    "The article reports no death caused by the pump.",
    "The articles do not establish how the valve broke.",
    "No information available in the articles.",
    "No information is available.",
    "Not mentioned in the articles.",
    "(c) Not specified [12].",
    "Option: unknown ; unknown [4021]",
    "Unclear, not specified.",
    "Unknown, based on the information provided in the articles.",
    "None reported.",
    "Nothing was disclosed.",
    "The information is not available.",
    "No mention of divers.",
    "No specific information was provided regarding the age of the pump.",
    "No information about the divers is given in the provided sources.",
    "The exact number of flooded boats is not specified.",
    "The name of the harbour is not mentioned in the article.",
    "The flood is not explicitly dated in the article, so the exact timeline is unknown.",
    "The incident is not explicitly dated in the article, so the exact timeline is unknown.",
]
ADVICE = [
    "A second pump could have prevented the flood.",
    "The incident highlights the importance of testing pumps before each storm.",
    "Improving the checks of all valves before each storm",
]
META = [
    "Published on 2019-05-03.",
    "The article was published on May 3, 2019.",
    "(a) The software failure incident related to hardware:",
    "Therefore, the software failure incident occurred in:",
    "(g) no_consequence: There were no real observed consequences of the software failure",
    "(e) embedded_software: Failure due to contributing factors introduced by embedded software error",
    "(f) other: Failure due to system behaving in a way not described in the (a to e) options",
    "(f) other: The system behaving in a way not described in options (a) to (e); What is the other behaviour?",
    "(c) unknown",
    "N/A",
    "[4021]",
    "10:12",
    "Author: Ann Lee",
    "Reviewers:** A. Lee, B. Holm",
    "From: Ann Lee ann@harbour.example",
    "Post-mortem owner: Ann Lee",
    "Severity: SEV-2",
    "Status: Mitigated",
]


@pytest.mark.parametrize("text", FACTS)
def test_a_sentence_that_states_something_is_a_fact(text: str) -> None:
    assert kind(text) == (Kind.FACT, "")


@pytest.mark.parametrize("text", JUDGEMENTS)
def test_a_classification_is_a_judgement_in_a_rationale_and_alone(text: str) -> None:
    assert kind(text, "Phase Rationale")[0] is Kind.JUDGEMENT
    assert kind(text)[0] is Kind.JUDGEMENT


@pytest.mark.parametrize("text", ABSENCES)
def test_silence_of_the_articles_is_told(text: str) -> None:
    assert kind(text) == (Kind.ABSENCE, "says that the articles are silent")


@pytest.mark.parametrize("text", ADVICE)
def test_advice_is_told_without_a_field(text: str) -> None:
    assert kind(text) == (Kind.ADVICE, "advice, states no fact")


@pytest.mark.parametrize("text", META)
def test_what_is_about_the_document_is_meta(text: str) -> None:
    assert kind(text)[0] is Kind.META
    assert kind(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "No data was stolen from the harbour.",
        "No details were revealed as to why the divers came.",
        "No information about the flood was released by the port.",
        "The port did not disclose how many boats sank.",
        "The location of the wreck was not disclosed.",
        "The valve was not mentioned in the manual of the pump.",
        "The pump was not available in Lund.",
        "No mention of the 40 boats, and Lund sank.",
        "The wreck, which sank in May, was raised, and its owner is not specified.",
        "The flood came from an unknown harbour.",
    ],
)
@pytest.mark.parametrize("field", ["", "Impacts", "Phase Rationale"])
def test_what_was_not_there_or_not_told_by_someone_is_a_fact(text: str, field: str) -> None:
    assert kind(text, field) == (Kind.FACT, "")


@pytest.mark.parametrize(
    "text",
    [
        "There is no mention of other ports.",
        "It is unknown whether the pump was old.",
        "The failure was not directly linked to poor decisions.",
        "No erratic behaviour is mentioned.",
    ],
)
def test_in_a_rationale_silence_needs_no_word_of_the_articles(text: str) -> None:
    assert kind(text, "Intent Rationale")[0] is Kind.ABSENCE
    assert kind(text, "Impacts")[0] is Kind.FACT or "poor decisions" in text


def test_that_nothing_is_named_counts_as_silence_in_a_rationale_only() -> None:
    for text in ("There is no report of such a flood at other harbours.", "No deaths are attributed to the failure."):
        assert [kind(text, field)[0] for field in ("Recurring Rationale", "Impacts")] == [Kind.ABSENCE, Kind.FACT]
    told = "There were no reports of injuries after the flood."
    assert kind(told, "Consequence Rationale")[0] is Kind.FACT


@pytest.mark.parametrize(
    "text",
    [
        "The article focuses on the flood that closed the harbour of Lund, but it does not mention its age.",
        "The loss was not mentioned in the article as a risk but rather as a fact: 40 boats sank off Lund.",
    ],
)
def test_silence_in_part_of_a_sentence_leaves_the_rest_to_check(text: str) -> None:
    assert kind(text, "Duration Rationale")[0] is Kind.FACT


@pytest.mark.parametrize(
    "text",
    [
        "Implementing stricter checks of all valves that were built before 1990 [4021].",
        "Ensuring that ports have a second pump.",
        "Regular inspection of the dam",
        "Replace the pump each year, based on a plan designed by engineers",
        "Ports should test their pumps.",
        "Asking divers before they go down",
        "Applying the update can prevent further floods if boats have not sunk already.",
    ],
)
@pytest.mark.parametrize("field", ["Preventions", "Fixes", "Action items", "Lessons learned"])
def test_proposals_in_fields_of_advice(text: str, field: str) -> None:
    assert kind(text, field)[0] is Kind.ADVICE


@pytest.mark.parametrize(
    "text",
    [
        "A new controller was released in June.",
        "Portco issued a patch for the valves.",
        "After the flood the port replaced the pump.",
        "Painting the pumps: Storing paint beside the pump was a fire hazard in the port of Lund.",
    ],
)
@pytest.mark.parametrize("field", ["Preventions", "Fixes", "Action items"])
def test_what_happened_is_a_fact_in_fields_of_advice_too(text: str, field: str) -> None:
    assert kind(text, field) == (Kind.FACT, "")


@pytest.mark.parametrize(
    "text",
    [
        "Check Point shipped a fix.",
        "Block reported the flood on Monday.",
        "Update Manager crashed at 10:40.",
        "Check Point's divers left the port.",
        "Build Kite, which tests our pumps, failed twice.",
        "Check Point and Review Board sent divers.",
        "Drop Shop took 40 pumps back.",
    ],
)
@pytest.mark.parametrize("field", ["Fix", "Next steps", "Action items", "Preventions"])
def test_a_name_that_begins_as_an_order_does_is_a_subject(text: str, field: str) -> None:
    assert kind(text, field) == (Kind.FACT, "")


@pytest.mark.parametrize(
    "text",
    [
        "Fix the pumps that failed.",
        "Remove retired pumps",
        "Disable Auto Pumping used by Portco.",
        "Move Legacy Queue hosted in Lund.",
        "Ensure Portco fixed the pump.",
        "Add required divers",
        "Block the valve opened by Portco.",
    ],
)
@pytest.mark.parametrize("field", ["Next steps", "Action items"])
def test_an_order_stays_one_beside_what_looks_like_a_past_verb(text: str, field: str) -> None:
    assert kind(text, field)[0] is Kind.ADVICE


def test_an_amount_alone_states_something_and_a_number_alone_does_not() -> None:
    assert kind("£18,200", "Impact") == kind("41 %", "Impact") == (Kind.FACT, "")
    assert kind("18,200", "Impact")[0] is Kind.META


@pytest.mark.parametrize("text", ["The lock now refuses boats without a pump.", "All pumps are now tested each day."])
def test_what_is_so_now_is_a_fact_in_a_plan(text: str) -> None:
    assert kind(text, "What's next") == (Kind.FACT, "")
    assert kind(f"Check that {text.lower()}", "What's next")[0] is Kind.ADVICE


def test_what_will_happen_is_a_fact_in_a_report_and_a_plan_in_a_company_s_own_list() -> None:
    text = "Mechanics will replace the valves of all boats."
    assert kind(text, "Fixes")[0] is Kind.FACT
    assert kind(text, "Action items")[0] is Kind.ADVICE


def test_advice_that_somebody_gave_can_be_checked() -> None:
    assert kind("Testing every pump before a storm, as suggested by Portco [4021].", "Preventions") == (
        Kind.ATTRIBUTION,
        "",
    )


@pytest.mark.parametrize("text", ["Ann Lee, director of the port [4021]", "Report in the Lund Daily", "Portco"])
def test_references_are_attributions(text: str) -> None:
    assert kind(text, "References") == (Kind.ATTRIBUTION, "")


def test_a_bare_address_is_no_reference_to_check() -> None:
    assert kind("https://example.org/flood", "References")[0] is Kind.META


def test_a_classification_with_facts_beside_it_is_a_fact() -> None:
    bare = "(h) The incident also impacted the finance industry."
    assert kind(bare, "Domain Rationale")[0] is Kind.JUDGEMENT
    told = "(h) The incident also impacted the finance industry as the Bank of Lund closed its branch in the port."
    assert kind(told, "Domain Rationale")[0] is Kind.FACT


def test_facts_in_a_clause_of_the_subject_count() -> None:
    text = "The incident at the port, where 40 boats sank in one night, was due to poor decisions."
    assert kind(text, "Intent Rationale")[0] is Kind.FACT


@pytest.mark.parametrize("text", ["", " ", "...", "\ufffc", "İ İ", "\u200b", "é" * 50])
def test_odd_texts_have_a_kind(text: str) -> None:
    assert isinstance(kind(text)[0], Kind)


@pytest.mark.parametrize(
    "text",
    [
        "The incident highlighted the limitations of relying on one pump alone.",
        "This underscores the shortcomings of paper charts for pilots.",
    ],
)
def test_a_lesson_is_a_remark_in_a_postmortem_and_a_fact_in_a_loose_text(text: str) -> None:
    assert kind(text, "Impacts")[0] is Kind.JUDGEMENT
    assert kind(text) == (Kind.FACT, "")


def test_several_classes_bear_a_word_more() -> None:
    text = "This was a failure of the system losing its state and not performing its intended functions in the flood."
    assert kind(text, "Behaviour Rationale")[0] is Kind.JUDGEMENT
    assert kind("The accidental loss of a pump flooded the harbour of Lund.", "Intent Rationale")[0] is Kind.FACT


def test_classes_named_only_in_the_tail_classify_nothing() -> None:
    text = (
        "This was a result of malicious water in the harbour's pumps, indicating a failure due to contributing factors."
    )
    assert kind(text, "Phase Rationale")[0] is Kind.FACT


@pytest.mark.parametrize(
    "text",
    [
        "We're sorry for any delay this may have caused.",
        "Our sincere apologies for the disruption.",
        "We regret the impact this had on our customers.",
        "We know how much you rely on the ferries, and we are sorry.",
        "Thanks for the report!",
        "Thank you for your patience and understanding while we worked on it.",
        "Thanks for reporting this, Ann!",
    ],
)
def test_courtesies_state_nothing(text: str) -> None:
    assert kind(text, "Lead") == PROPERTY


@pytest.mark.parametrize(
    "text",
    [
        "We apologise to the forty people whose boats sank.",
        "The board said it was sorry for the delay.",
        "Thanks to the report of a keeper, the gate was shut.",
        "We regret that 40 boats waited.",
        "We are sorry that a keeper shut the gate on a boat.",
    ],
)
def test_who_was_sorry_for_what_is_a_statement(text: str) -> None:
    assert kind(text, "Lead") != PROPERTY
