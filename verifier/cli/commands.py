"""List the commands: where each is, and what it does in a line, so that `verifier --help` need not import them."""

from __future__ import annotations

from typing import NamedTuple


class Listed(NamedTuple):
    """Hold the module and the name of a command, and what its help begins with."""

    module: str
    name: str
    told: str


COMMANDS = {
    "check": Listed("verifier.cli.check", "check", "Check postmortems against their sources."),
    "audit": Listed(
        "verifier.cli.audit",
        "audit",
        "Judge tables and folders, each postmortem by what it cites.",
    ),
    "explain": Listed("verifier.cli.explain", "explain", "Explain the verdict of one claim."),
    "claims": Listed("verifier.cli.claims", "claims", "Check single claims, one JSON line each."),
    "watch": Listed(
        "verifier.cli.watch",
        "watch",
        "Check again whenever postmortems, sources or waivers change.",
    ),
    "review": Listed("verifier.cli.review", "review", "Decide on problems in a browser on this machine."),
    "serve": Listed("verifier.cli.serve", "serve", "Check texts that are pasted into a page on this machine."),
    "lsp": Listed(
        "verifier.cli.lsp",
        "lsp",
        "Show problems in an editor, as a language server.",
    ),
    "reader": Listed("verifier.cli.reader", "reader", "Ask second readers, people or models, about what is in doubt."),
    "baseline": Listed(
        "verifier.cli.baseline",
        "baseline",
        "Waive problems with a reason, and keep the waivers in order.",
    ),
    "diff": Listed("verifier.cli.diff", "diff", "Compare two reports, or two versions of a postmortem."),
    "rules": Listed("verifier.cli.rules", "rules", "List and show the rules, and run their examples."),
    "sources": Listed(
        "verifier.cli.sources",
        "sources",
        "Fetch sources, or write and check a manifest of them.",
    ),
    "archive": Listed("verifier.cli.archive", "archive", "Index the articles of a folder, for `check --archive`."),
    "config": Listed("verifier.cli.config", "config", "Show the settings that hold and where they come from."),
    "eval": Listed("verifier.cli.eval", "evaluate", "Measure precision and recall on claims that you have labelled."),
    "completion": Listed("verifier.cli.completion", "completion", "Print a completion script for a shell."),
}
