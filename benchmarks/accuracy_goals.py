"""Say what accuracy is asked for, and how far measured figures come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from accuracy import FLAGGED, Judged

from verifier.model import Verdict


class Goal(NamedTuple):
    """Hold a figure with what it should reach at least, or at most where `below`, and what is aimed at."""

    what: str
    value: float
    least: float | None
    aim: float
    below: bool = False
    points: bool = False

    @property
    def met(self) -> str:
        """Say how far the figure comes: to the aim, to what is asked for at least, or short of it."""
        if self._reaches(self.aim):
            return "aim"
        return "" if self.least is None else "met" if self._reaches(self.least) else "**short**"

    def _reaches(self, limit: float) -> bool:
        return self.value <= limit if self.below else self.value >= limit

    @property
    def row(self) -> tuple[str, str, str, str, str]:
        """Return the goal as a row: what, at least, aim, measured, and how far that comes."""
        return self.what, self._limit(self.least), self._limit(self.aim), self._number(self.value), self.met

    def _limit(self, value: float | None) -> str:
        if value is None:
            return ""
        return ("at most " if self.below else "") + self._number(value)

    def _number(self, value: float) -> str:
        return f"{value:.3f}" if self.points else percent(value)


def percent(value: float) -> str:
    """Return a share as a percentage."""
    return f"{100 * value:.1f} %"


def altered_goals(figures: Mapping[str, Any]) -> Iterator[Goal]:
    """Yield what is asked for on altered sentences, by what they were altered from."""
    asked = {"claim": (0.70, 0.90, 0.85, 0.95, 0.90, 0.97), "quote": (0.92, 0.98, 0.97, 0.995, 0.97, 0.995)}
    for base, (flagged, flagged_aim, caught, caught_aim, kept, kept_aim) in asked.items():
        mine = figures[base]
        yield Goal(f"{base}s: scale, number, month, negation altered, flagged", mine["flagged"], flagged, flagged_aim)
        yield Goal(f"{base}s: any fact altered, caught", mine["caught"], caught, caught_aim)
        yield Goal(f"{base}s: untouched or reworded, kept", mine["kept"], kept, kept_aim)
        yield Goal(f"{base}s: alarms on these", mine["alarms"], 0.02, 0.005, below=True)
        yield Goal(f"{base}s: alarms on foreign sentences", mine["foreign_alarms"], 0.015, 0.005, below=True)
        yield Goal(f"{base}s: foreign sentences supported", mine["foreign_supported"], 0.02, 0.02, below=True)
    yield Goal("claims: AUC, own against foreign", figures["claim"]["auc_foreign"], 0.995, 0.995, points=True)


def gold_goals(gold: Sequence[Judged]) -> Iterator[Goal]:
    """Yield what is asked for on real claims that people checked."""
    named = [j for j in gold if j.named]
    wrong = [j for j in gold if j.gold["verdict"] == "CONTRADICTED"]
    held = sum(j.verdict is Verdict.SUPPORTED for j in named) / len(named)
    yield Goal("real claims, surely supported: kept", held, 0.92, 0.96)
    alarms = sum(j.verdict in FLAGGED for j in named) / len(named)
    yield Goal("real claims, surely supported: alarms", alarms, 0.01, 0.005, below=True)
    yield Goal("real claims: named sentence first", sum(j.first for j in named) / len(named), 0.85, 0.85)
    yield Goal("real claims: among the first three", sum(j.among_three for j in named) / len(named), 0.95, 0.95)
    yield Goal("real claims, contradicted: flagged", sum(j.verdict in FLAGGED for j in wrong) / len(wrong), None, 0.60)


def public_goals(sets: Mapping[str, dict[str, Any]]) -> Iterator[Goal]:
    """Yield what is asked for on the public sets."""
    yield Goal("BUMP: true text scores higher", sets["bump"]["pairs"]["all"], 0.80, 0.90)
    yield Goal("BUMP: AUC", sets["bump"]["auc"], 0.62, 0.72, points=True)
    yield Goal("SummEdits: balanced accuracy", sets["summedits"]["balanced_accuracy"], 0.55, 0.65)
    yield Goal("VitaminC: macro-F1", sets["vitaminc"]["macro_f1"], 0.56, 0.70)
    yield Goal("DeFacto: AUC", sets["defacto"]["auc"], 0.76, 0.82, points=True)
    yield Goal("WiCE: AUC", sets["wice"]["auc"], 0.86, 0.92, points=True)
