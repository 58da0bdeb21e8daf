"""Hold answers against the file of prompts that they were given to, where the sources are not at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from verifier.data.decode import read_text
from verifier.data.json_text import parse_json
from verifier.errors import InputError
from verifier.reader.clauses import flaws
from verifier.reader.prompt import FIRST_LOOK, SECOND_LOOK
from verifier.reader.provenance import Astray, absent, lengthy, locate, places
from verifier.reader.recorded import Book
from verifier.reader.values import Answer, Quote, Recorded


class Prompts:
    """Hold the material of prompts by their keys."""

    def __init__(self, material: Mapping[str, Mapping[str, Any]]) -> None:
        self.material = material

    @classmethod
    def read(cls, path: Path) -> Prompts:
        """Read a file that `verifier reader prompts` wrote.

        Raises: InputError that names the line that is none.
        """
        found = {}
        for number, line in enumerate(read_text(path).text.split("\n"), 1):
            if line.strip():
                try:
                    value: Any = parse_json(line, "")
                    shaped = _shaped(parse_json(value["messages"][-1]["content"], ""))
                    found[str(value["key"])] = shaped | {"prompt": int(value["prompt"])}
                except (InputError, ValueError, LookupError, TypeError, AttributeError) as error:
                    raise InputError("is no prompt", f"{path}, line {number}", "write the prompts anew") from error
        return cls(found)

    def numbered(self, entry: Recorded) -> Recorded:
        """Return an answer with the number of the prompt that it answers."""
        return replace(entry, prompt=self.material[entry.key]["prompt"]) if entry.key in self.material else entry

    def without(self, book: Book) -> int:
        """Return how many prompts have no answer in a book."""
        return len(self.material.keys() - {entry.key for entry in book})


def _shaped(value: Any) -> dict[str, Any]:  # noqa: ANN401  whatever a file holds
    """Return what an answer is held against: the claim, and the passages by source."""
    passages = {str(s["source"]): "\n".join([*s["passages"], s["title"]]) for s in value["sources"]}
    return {"claim": str(value["claim"]), "passages": passages}


def astray(entry: Recorded, prompts: Prompts) -> str:
    """Return why an answer cannot count; nothing where its words stand where it says."""
    shown = prompts.material.get(entry.key)
    if shown is None:
        return f"no prompt has the key {entry.key}"
    if shown["prompt"] not in {FIRST_LOOK, SECOND_LOOK}:
        return f"answers prompt {shown['prompt']}, which nobody asks any more: write the prompts anew"
    return "; ".join(_reasons(entry.answer, shown["claim"], shown["passages"]))


def _reasons(answer: Answer, claim: str, passages: Mapping[str, str]) -> Iterator[str]:
    if answer.part and not places(answer.part, claim):
        yield absent(answer.part)
    stands = partial(_stands, passages=passages)
    for quote in answer.quotes:
        try:
            stands(quote)
        except Astray as reason:
            yield str(reason)
    yield from flaws(answer, claim, stands)


def _stands(quote: Quote, passages: Mapping[str, str]) -> None:
    lengthy(quote)
    if locate(quote.text, passages.get(quote.source, "")) is None:
        raise Astray(f'the passages of source {quote.source} do not have the words "{quote.text}"')
