import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.ingest.quality import EMPTY, NOT_ENGLISH, PAYWALL, TRUNCATED, VERY_SHORT, is_empty, notes

PARAGRAPH = (
    "The water company said on Monday that a pump station had been switched off by a faulty timer, and that some of "
    "its customers were without water for most of the morning. Engineers who were sent to the station found that the "
    "timer had not been set after the clocks went back."
)
ARTICLE = f"Pump fails\n\n{PARAGRAPH}\n\n{PARAGRAPH}"


def test_a_plain_article_has_no_notes() -> None:
    assert notes(ARTICLE) == ()


@pytest.mark.parametrize("text", ["", " \n\t", "nan", "NaN\n", "None", "* * *", "…"])
def test_nothing_to_read(text: str) -> None:
    assert is_empty(text)
    assert notes(text) == (EMPTY,)


def test_a_few_words_are_very_short() -> None:
    assert notes("Pumps failed in the night.") == (VERY_SHORT,)


@pytest.mark.parametrize(
    "end",
    [
        "They said that the repair of the old timer would take...",
        "They said that the repair of the old timer would take […]",
        "They said that the repair of the old timer would take… [+1204 chars]",
        "They said that the repair would be paid for by the",
        "They named the pump, the timer, the switch and the valve,",
        "Other stations may be affected too, the company said, and\nRead more",
        "Other stations may be affected too, the company said, because\n\nContinue reading the main story",
    ],
)
def test_a_text_that_breaks_off_is_truncated(end: str) -> None:
    assert notes(f"{ARTICLE}\n\n{end}") == (TRUNCATED,)


@pytest.mark.parametrize(
    "end",
    [
        "Agencies contributed to this report",
        "“We are sorry for the trouble,” the company said.”",
        "Related: more on pumps and",
        "See all our articles...",
        "Check out our picks of the best timers, the best pumps and clocks",
        "Harbour Post\n\nRead more",
    ],
)
def test_page_furniture_at_the_end_is_no_break(end: str) -> None:
    assert TRUNCATED not in notes(f"{ARTICLE}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{PARAGRAPH}\n\n{end}")


def test_a_text_cut_at_a_common_limit_is_truncated() -> None:
    words = (PARAGRAPH + " ") * 20
    cut = words[:1999] + "x"
    assert notes(cut) == (TRUNCATED,)
    assert notes(cut + "yz") == ()


@pytest.mark.parametrize(
    "prompt",
    [
        "Subscribe to continue reading",
        "Already a subscriber? Sign in",
        "This article is for subscribers only",
        "This story is available exclusively to Harbour members. You have reached your monthly limit.",
        "You have used your three free articles",
        "Log in to continue",
        "Create a free account to unlock the story",
        "To keep reading, please log in.",
    ],
)
def test_a_prompt_after_the_first_lines_is_a_paywall(prompt: str) -> None:
    assert notes(f"{PARAGRAPH}\n\n{prompt}\n\nOne euro a month") == (PAYWALL,)


def test_a_prompt_with_the_article_around_it_is_none() -> None:
    rest = f"{PARAGRAPH}\n\n" * 3
    assert PAYWALL not in notes(f"{PARAGRAPH}\n\nSubscribe to continue reading\n\n{rest}")
    assert PAYWALL not in notes(f"{rest * 3}Subscribe to continue reading\n\n")


def test_a_sentence_about_a_paywall_is_none() -> None:
    sentence = PARAGRAPH + " Readers were told that they must subscribe to continue reading the notices of the company."
    assert PAYWALL not in notes(f"{sentence}\n\n{PARAGRAPH}")


FOREIGN = [
    (
        "Ein Fehler in der Steuerung hat am Montag die Pumpen der ganzen Stadt für vier Stunden angehalten, "
        "wie das Werk am Abend mitteilte. Die Techniker fanden heraus, dass der Zeitgeber nach der Umstellung "
        "der Uhr nicht gestellt worden war. Das soll nun anders werden, sagte eine Sprecherin des Werks den "
        "Leuten in Hamburg und den Zeitungen im Land."
    ),
    (
        "Een fout in de besturing heeft maandag de pompen van de hele stad vier uur lang stilgelegd, zo "
        "meldde het bedrijf in de avond. De monteurs ontdekten dat de klok niet was verzet en dat niemand het "
        "had gezien. Dat is nu anders en het zal niet meer gebeuren, zei een woordvoerster van het bedrijf "
        "tegen de krant over de zaak in Gent."
    ),
    (
        "Une erreur dans la commande a arrêté lundi les pompes de toute la ville pendant quatre heures, a "
        "annoncé la société dans la soirée. Les techniciens ont découvert que le minuteur n'avait pas été "
        "réglé après le changement d'heure. Cela ne se reproduira plus, a dit une porte-parole aux journaux "
        "de la région et aux habitants de la ville."
    ),
    (
        "Ошибка в управлении в понедельник остановила насосы по всему городу на четыре часа, сообщила "
        "компания вечером. Техники обнаружили, что таймер не был переведён после смены времени."
    ),
    "周一，控制系统的一个错误使全市的水泵停了四个小时。" * 8,
]


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_is_said(text: str) -> None:
    assert NOT_ENGLISH in notes(text)


def test_names_in_other_letters_make_no_other_language() -> None:
    assert notes(f"{ARTICLE} The notice was signed Ивана Петровна and 水泵.") == ()


@given(st.text(max_size=400))
def test_notes_are_few_known_words(text: str) -> None:
    found = notes(text)
    assert set(found) <= {EMPTY, VERY_SHORT, TRUNCATED, PAYWALL, NOT_ENGLISH}
    assert found == (EMPTY,) or EMPTY not in found


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("a ", (TRUNCATED,)),
        (". ", (EMPTY,)),
        ("…", (EMPTY,)),
        ("\n", (EMPTY,)),
        ("subscribe ", (NOT_ENGLISH,)),
        ("to continue reading ", ()),
        ("reached your own own own ", (NOT_ENGLISH,)),
        ("[+1", (VERY_SHORT,)),
    ],
)
def test_long_runs_are_read(part: str, expected: object) -> None:
    assert notes(part * 50_000) == expected
