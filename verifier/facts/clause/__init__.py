"""Read clauses by shape: verbs, noun phrases and subjects."""
