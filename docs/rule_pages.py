"""Make the pages of the rules, with what is said of each example."""  # noqa: INP001

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verifier.api import Verifier
from verifier.data.rulebook import Example, Rule, load
from verifier.decide.examples import findings, given
from verifier.formats.words import sureness
from verifier.model import Source

INTRO = """# Rules

Every finding belongs to one of these rules. A rule is one TOML file under `rules/`; its examples are its specification,
and `verifier rules test` runs them. `verifier rules show RULE` prints a rule, `--select` and `--ignore` of
`verifier check` choose among them. These pages are made from the files.

| rule | what it reports | severity | how sure |
|---|---|---|---|
"""
SECTIONS = {"hit": "Where it fires", "near-miss": "Close, but right", "stand-down": "Where it stands down"}


def pages() -> dict[str, str]:
    """Return the text of every page by its file name."""
    rules = load().rules
    rows = "".join(
        f"| [{r.id}]({r.id}.md) | {_cell(r.title)} | {r.severity} | {sureness(r.confidence)} |\n" for r in rules
    )
    return {"README.md": INTRO + rows} | {f"{rule.id}.md": page(rule) for rule in rules}


def page(rule: Rule) -> str:
    """Return the page of a rule: what it looks for, how precise it is, and its examples with what is said of them."""
    graded = f"Severity: {rule.severity}. How sure: {sureness(rule.confidence)} ({rule.confidence:g}). "
    head = [
        f"# {rule.id}: {rule.title}",
        rule.help,
        f"{graded}File: `rules/{rule.path}`.",
        f"Measured: {rule.precision}.",
    ]
    return "\n\n".join([*head, *_examples(rule)]) + "\n"


def _examples(rule: Rule) -> Iterator[str]:
    for expect, title in SECTIONS.items():
        chosen = [example for example in rule.examples if example.expect == expect]
        if chosen:
            yield f"## {title}"
            yield from (_shown(rule, number, example) for number, example in enumerate(chosen, 1))


def _shown(rule: Rule, number: int, example: Example) -> str:
    published = f" (published {example.published})" if example.published else ""
    parts = [
        f"{number}. {_sentence(example.why)}",
        *(f"{name}{published if name == 'source' else ''}: {_quoted(text)}" for name, text in given(example)),
        f"report: {_said(rule, example)}",
    ]
    return "\n    - ".join(parts)


def _said(rule: Rule, example: Example) -> str:
    """Return what the program says of an example: the verdict, if it has a source, and what the rule found."""
    if not example.source:
        return "; ".join(dict.fromkeys(f.message for f in findings(example) if f.rule == rule.id)) or "nothing"
    published = date.fromisoformat(example.published) if example.published else None
    source = Source("example", example.source, example.title, published=published)
    outcome = Verifier([source]).check_text(example.claim)
    messages = [f.message for a in outcome.assessments for f in a.findings if f.rule == rule.id]
    return "; ".join([f"**{outcome.verdict.value.replace('_', ' ')}**", *dict.fromkeys(messages)])


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def _quoted(text: str) -> str:
    return "*" + " ".join(text.replace("*", "\\*").split()) + "*"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
