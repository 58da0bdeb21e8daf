"""Put a question into the words and the JSON that a reader is given."""

from __future__ import annotations

import json
from functools import cache
from itertools import groupby
from typing import Any

from verifier.data.folders import folder
from verifier.reader.values import Question

FIRST_LOOK, SECOND_LOOK = 3, 4
"""The prompts: what states a claim, and what speaks against one that the first look leaves supported.

A number counts up, past both, whenever instructions or the shape of the material change: answers belong to one prompt.
"""
_FILES = {FIRST_LOOK: "first_look.txt", SECOND_LOOK: "second_look.txt"}
KINDS = (
    "cause",
    "certainty",
    "agent",
    "scope",
    "date",
    "attribution",
    "event",
    "quantifier",
    "polarity",
    "role",
    "medium",
    "number",
    "name",
    "other",
)
_CHARACTERS_A_TOKEN = 4
_ANSWER_TOKENS = 300


@cache
def instructions(prompt: int) -> str:
    """Return what a prompt tells a reader to do."""
    return (folder("rules") / "reader" / _FILES[prompt]).read_text("utf-8")


def material(question: Question) -> dict[str, Any]:
    """Return what a reader is shown, as plain JSON: nothing but the claim, its neighbours and the passages."""
    texts = {s: list(group) for s, group in groupby(question.passages, key=lambda p: p.source)}
    return {
        "postmortem": question.title,
        "field": question.field,
        "before": question.before,
        "claim": question.text,
        "after": question.after,
        "sources": [
            {
                "source": about.source,
                "title": about.title,
                "published": about.published.isoformat() if about.published else "",
                "passages": [passage.text for passage in texts[about.source]],
            }
            for about in question.sources
        ],
    }


def messages(question: Question) -> list[dict[str, str]]:
    """Return the question as the messages of a chat."""
    shown = json.dumps(material(question), ensure_ascii=False, indent=1)
    return [{"role": "system", "content": instructions(question.prompt)}, {"role": "user", "content": shown}]


def tokens(question: Question) -> int:
    """Estimate how many tokens a question and its answer take: four characters a token."""
    characters = sum(len(message["content"]) for message in messages(question))
    return characters // _CHARACTERS_A_TOKEN + _ANSWER_TOKENS


def line(question: Question) -> dict[str, Any]:
    """Return the line of a question in a file of prompts."""
    return {
        "key": question.key,
        "prompt": question.prompt,
        "postmortem": question.postmortem,
        "claim": question.claim,
        "messages": messages(question),
    }
