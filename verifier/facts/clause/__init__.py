"""Read clauses by shape: verbs, noun phrases, subjects, and who does what to whom."""
