"""Normalise and cut text; every result keeps its offsets."""
