"""Rank and align the sentences that bear on a claim."""
