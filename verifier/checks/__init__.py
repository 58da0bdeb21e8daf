"""Compare the facts of claim and evidence, one module a kind of rule."""
