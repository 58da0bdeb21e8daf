"""Prove that a reader gets the evidence, the likest sentences and what stands beside them."""

from __future__ import annotations

import time

from samples import CAUSE, DELETED, ECHO, FERRY, OLD, POST, assess, reading

from verifier.model import Assessment, Claim, Part, Sentence, Source, SourceReading, Verdict
from verifier.reader.passages import Shelf, chosen, usable

SHELF = Shelf.of(usable(FERRY.sources))


def assessment(text: str) -> Assessment:
    return assess(Claim("c-1", "Impacts", 0, len(text), text), Verdict.UNSUPPORTED, 0.1)


def given(of: Assessment, hits: int) -> str:
    return " / ".join(p.text for p in chosen(of, SHELF, hits))


def test_sources_of_context_and_of_another_incident_are_not_given() -> None:
    elsewhere = reading(ECHO, notes=("about another incident: it states little of what the postmortem says",))
    assert [r.source.id for r in usable((reading(POST), reading(OLD), elsewhere))] == [POST.id]


def test_the_evidence_comes_first_however_unlike_it_is() -> None:
    unlike = assess(Claim("c-1", "Impacts", 0, 6, "Queues"), Verdict.SUPPORTED, 0.9, CAUSE)
    assert CAUSE.text in given(unlike, 1)


def test_the_likest_sentence_comes_with_one_on_either_side() -> None:
    shown = chosen(assessment("Some 4,000 tickets were lost"), SHELF, 1)
    assert [len(p.sentences) for p in shown] == [3]
    assert shown[0].sentences[1] == "Some 4,000 tickets were lost, the company said."


def test_rare_words_count_more_than_common_ones() -> None:
    texts = ["The port and the pier and the sea.", "Rats ate it.", "The pier of the port.", "The sea and the port."]
    sentences = [Sentence("s", Part.BODY, 100 * i, 100 * i + len(t), t, i) for i, t in enumerate(texts)]
    shelf = Shelf.of([SourceReading(Source("s", ""), tuple(sentences))])
    found = chosen(assessment("The rats of the port and the sea"), shelf, 1)
    assert "Rats ate it." in found[0].text


def test_of_sentences_in_the_same_words_one_is_enough() -> None:
    shown = chosen(assessment("4,000 tickets were lost and 4,000 tickets vanished"), SHELF, 2)
    assert {p.source for p in shown} == {POST.id, ECHO.id}


def test_sentences_of_two_sources_are_never_one_passage() -> None:
    shown = chosen(assess(DELETED, Verdict.SUPPORTED, 0.9), SHELF, 99)
    assert len({p.source for p in shown}) == len(shown)
    assert [p.sentences[0] for p in shown][:2] == [POST.text[: len(CAUSE.text)], ECHO.text.split(" Queues")[0]]


def test_a_large_archive_is_searched_fast_and_as_well() -> None:
    texts = [f"The pier number {i} of the port was shut for the day {i % 7}." for i in range(5000)]
    texts[4321] = "Rats ate the cable."
    sentences = tuple(Sentence("s", Part.BODY, 100 * i, 100 * i + len(t), t, i) for i, t in enumerate(texts))
    shelf = Shelf.of([SourceReading(Source("s", ""), sentences)])
    start = time.perf_counter()
    found = [chosen(assessment("The rats of the port ate the cable"), shelf, 1) for _ in range(20)]
    assert time.perf_counter() - start < 5
    assert {p.sentences[1] for (p,) in found} == {texts[4321]}
