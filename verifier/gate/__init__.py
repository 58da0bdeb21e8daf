"""Decide whether a run passes: what is new, what was waived, what counts how much."""
