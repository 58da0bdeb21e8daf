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
        "Judge every postmortem of tables and folders, each in its own reach: the articles that it cites.",
    ),
    "explain": Listed("verifier.cli.explain", "explain", "Explain the verdict of one claim."),
    "claims": Listed("verifier.cli.claims", "claims", "Check single claims, one JSON line each."),
    "watch": Listed(
        "verifier.cli.watch",
        "watch",
        "Check postmortems again whenever they, their sources, the baseline or recorded answers change.",
    ),
    "review": Listed("verifier.cli.review", "review", "Decide on problems in a browser on this machine."),
    "serve": Listed(
        "verifier.cli.serve", "serve", "Check texts that are pasted into a page in a browser on this machine."
    ),
    "lsp": Listed(
        "verifier.cli.lsp",
        "lsp",
        "Show problems in an editor: a server of the language server protocol on standard input and output.",
    ),
    "reader": Listed(
        "verifier.cli.reader", "reader", "Work with second readers: people or models that judge what rules cannot see."
    ),
    "baseline": Listed(
        "verifier.cli.baseline",
        "baseline",
        "Write, prune and check baselines: problems that are waived, each with a reason, and so do not fail.",
    ),
    "diff": Listed("verifier.cli.diff", "diff", "Compare two reports, or two versions of a postmortem."),
    "rules": Listed("verifier.cli.rules", "rules", "List and show the rules, and run their examples."),
    "sources": Listed(
        "verifier.cli.sources",
        "sources",
        "Write or check a manifest: which articles are the sources, and that they have not changed.",
    ),
    "archive": Listed("verifier.cli.archive", "archive", "Index the articles of a folder, for `check --archive`."),
    "config": Listed("verifier.cli.config", "config", "Show the settings that hold and where they come from."),
    "eval": Listed("verifier.cli.eval", "evaluate", "Measure precision and recall on claims that you have labelled."),
    "completion": Listed("verifier.cli.completion", "completion", "Print a completion script for a shell."),
}
