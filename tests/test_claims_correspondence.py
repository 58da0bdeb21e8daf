"""Cut chats, mails, notices and filled-in templates: what was told is judged, what belongs to their form is not."""

from pathlib import Path

import pytest
from documents import document, judged

from verifier.claims.claims import claims_of
from verifier.claims.leaving import is_declared, is_hint
from verifier.claims.naming import is_named_in, title_names
from verifier.model import Kind
from verifier.text.chats import entry, is_log_of_chat, is_reported, is_small_talk
from verifier.text.mails import are_head, is_head, is_rule
from verifier.text.phases import is_stock


@pytest.mark.parametrize(
    "line",
    [
        "[08:14] Ruth Vale: The weir is shut",
        "2020-05-04 08:14 <ruth> The weir is shut",
        "4/5/20, 08:14 - Ruth: The weir is shut",
    ],
)
def test_who_wrote_when_stands_before_the_message(line: str) -> None:
    assert line[entry(line, 0, len(line)) :] == "The weir is shut"


@pytest.mark.parametrize(
    "line", ["08:14 Ruth: The weir is shut", "[08:14] The weir was shut: nobody knew", "Weir: shut at 08:14"]
)
def test_a_timeline_is_no_chat(line: str) -> None:
    assert entry(line, 0, len(line)) == 0
    assert not is_log_of_chat([line] * 4)


def test_a_chat_with_a_message_on_each_line(tmp_path: Path) -> None:
    chat = "[08:14] Ruth: weir 2 is shut\n[08:15] Sol: +1\n[08:15] Sol: on it!\nSol left the channel\n"
    chat += "[08:31] Ruth: weir 2 opened by hand\n"
    assert judged(tmp_path, f"Weir log\n\n{chat}", "pm.txt") == ["weir 2 is shut", "weir 2 opened by hand"]


def test_a_chat_whose_days_stand_beside_the_names(tmp_path: Path) -> None:
    chat = "ruth \u2014 05/04/2020 8:14 PM\nweir 2 is shut\nsol \u2014 05/04/2020 8:15 PM\nlol\n"
    assert judged(tmp_path, f"Weir log\n\n{chat}", "pm.txt") == ["weir 2 is shut"]


@pytest.mark.parametrize(
    ("text", "always", "chat"),
    [
        ("+1", True, True),
        ("Thanks everyone!", True, True),
        ("great catch, @sol :)", True, True),
        ("ok", False, True),
        ("Ok?", False, False),
        ("thanks to the new valve nobody was hurt", False, False),
        ("looking at the valve of weir 2", False, False),
    ],
)
def test_small_talk(text: str, *, always: bool, chat: bool) -> None:
    assert (is_small_talk(text), is_small_talk(text, chat=True)) == (always, chat)


def test_what_a_chat_program_adds() -> None:
    assert all(map(is_reported, ["Sol joined the channel", "3 replies", "Ruth Vale pinned a message to this channel."]))
    assert not any(map(is_reported, ["The water left the channel at noon", "3 boats", "Sol added a valve to the weir"]))


def test_a_mail_and_what_it_answers(tmp_path: Path) -> None:
    mail = (
        "From: Ruth Vale\nTo: weir crew\nSent: Monday, 4 May 2020 18:00\nSubject: Weir\n\n"
        "Weir 2 was shut for an hour.\n\n"
        "-----Original Message-----\nFrom: Sol Marsh\nTo: Ruth Vale\nSubject: Weir\n\nThe mill stands still.\n"
    )
    assert judged(tmp_path, mail, "pm.txt") == ["Weir 2 was shut for an hour.", "The mill stands still."]
    assert str(document(tmp_path, mail, "pm.txt").published) == "2020-05-04"


def test_lines_of_the_head_of_a_mail() -> None:
    assert is_rule("---------- Forwarded message ----------")
    assert not is_head("From: 10:40")
    assert are_head(["From: Ruth Vale", "To: Sol Marsh"])
    assert are_head(["Von: r.vale", "Betreff: Wehr"])
    assert not are_head(["To: repair the weir"])
    assert not are_head(["From: the upper weir", "To: the lower mill"])


def test_a_reply_says_who_wrote_when_without_a_comma_before_the_name(tmp_path: Path) -> None:
    text = "On Mon, May 4, 2020 at 7:02 PM Ruth Vale wrote:\n\n> Weir 2 was shut.\n"
    assert judged(tmp_path, text, "pm.txt") == ["Weir 2 was shut."]


@pytest.mark.parametrize(
    "text",
    [
        "TODO: say which weir",
        "💡 Use this page to collect what is known.",
        "TBD - ask Sol",
        "Provide a short summary (2-3 sentences).",
        "YYYY-MM-DD HH:MM - what was done",
        "Delete this section before you publish it.",
        "Describe what the keeper saw.",
        "_List all boats that waited_",
        "e.g. a fault in the sluice",
    ],
)
def test_hints_of_a_template(text: str) -> None:
    assert is_hint(text)


@pytest.mark.parametrize(
    "text",
    [
        "e.g. 3 of 4 weirs were shut",
        "e.g. the mill stood still and flooded",
        "List prices fell by 3 percent",
        "Write access was lost",
    ],
)
def test_what_only_looks_like_a_hint(text: str) -> None:
    assert not is_hint(text)


def test_hints_are_left_out_and_tasks_stay(tmp_path: Path) -> None:
    text = "# Weir 2 shut\n\n## Cause\n\nDescribe the cause in a sentence.\n\nA log jammed it.\n\n"
    text += "## Action items\n\n- Document the weir\n"
    assert judged(tmp_path, text) == ["Weir 2 shut", "A log jammed it."]
    assert [c.text for c in claims_of(document(tmp_path, text))[0] if c.kind is Kind.ADVICE] == ["Document the weir"]


def test_declarations_of_a_form(tmp_path: Path) -> None:
    text = "# Weir 2 shut\n\n- [x] I have read the rules\n- [x] The weir was greased\n\n/label ~weir\n"
    assert is_declared("I have read the rules")
    assert not is_declared("I saw 3 boats")
    assert judged(tmp_path, text) == ["Weir 2 shut", "The weir was greased"]


def test_stock_sentences_of_a_notice() -> None:
    assert is_stock("This incident has been resolved.", notice=True)
    assert is_stock("We are continuing to investigate this issue.", notice=True)
    assert is_stock("Monitoring - A fix has been implemented and we are monitoring the results.")
    assert not is_stock("This incident has been resolved.")
    assert not is_stock("Resolved - The issue has been resolved by closing weir 2.")


def test_a_fold_has_a_name(tmp_path: Path) -> None:
    text = "# Weir 2 shut\n\nIt rained.\n\n<details><summary>Logs</summary>\n\nThe keeper slept.\n\n</details>\n"
    assert judged(tmp_path, text) == ["Weir 2 shut", "It rained.", "The keeper slept."]


def test_labels_of_a_head_in_german(tmp_path: Path) -> None:
    text = "# Wehr 2\n\nStand: 04.05.2020\n\nVerteiler: RV, SM\n\nUrsache: A log jammed it.\n\nSeite 1 von 2\n"
    assert judged(tmp_path, text) == ["Ursache: A log jammed it."]


def test_titles_that_name() -> None:
    assert title_names("Postmortem: mill lights")
    assert title_names("Incident report - mill lights")
    assert not title_names("Mill sinks")
    assert not title_names("Postmortem: weir sinks mill")
    assert is_named_in("Mill Lights", "The lamps of Mill Lights went out.")
    assert not is_named_in("Mill Lights", "The mill has lights.")
    assert not is_named_in("Weir 2", "Weir 2 was shut.")


def test_a_page_of_a_status_in_plain_text(tmp_path: Path) -> None:
    text = (
        "Canal Board Status\n\nAll Systems Operational\n\nIncident Report for Canal Board\nComponent: Upper gate\n\n"
        "Resolved\nThis incident has been resolved. The gate was oiled.\n"
        "Posted 2 years ago. Mar 03, 2022 - 17:20 UTC\n\n"
        "Investigating\nWe are currently investigating this issue.\nPosted 2 years ago. Mar 03, 2022 - 14:02 UTC\n\n"
        "This incident affected: Upper gate.\n\n<- Current Status\n"
    )
    assert judged(tmp_path, text, "pm.txt") == ["The gate was oiled.", "This incident affected: Upper gate."]
