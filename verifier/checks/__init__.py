"""Compare the facts of claim and evidence, one module a kind of rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from verifier.checks import (
    affiliations,
    agents,
    antonyms,
    assurance,
    bindings,
    certainty,
    conditions,
    dates,
    displaced,
    doers,
    media,
    names,
    polarity,
    quantifiers,
    quantity,
    reasons,
    replaced,
    roles,
    supposed,
    titles,
    wording,
)
from verifier.checks.case import Case, Observation

CHECKS: dict[str, Callable[[Case], Iterable[Observation]]] = {
    "quantity": quantity.check,
    "date": dates.check,
    "wording": wording.check,
    "displaced": displaced.check,
    "reason": reasons.check,
    "doer": doers.check,
    "polarity": polarity.check,
    "antonym": antonyms.check,
    "quantifier": quantifiers.check,
    "binding": bindings.check,
    "name": names.check,
    "role": roles.check,
    "title": titles.check,
    "medium": media.check,
    "certainty": certainty.check,
    "assurance": assurance.check,
    "condition": conditions.check,
    "replaced": replaced.check,
    "affiliation": affiliations.check,
    "agent": agents.check,
    "supposed": supposed.check,
}
