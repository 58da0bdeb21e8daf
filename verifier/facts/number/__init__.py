"""Read numbers in figures and words, the unit beside them and the noun they count."""
