"""Decide whether a run passes: what is new, what was accepted, what counts how much."""
