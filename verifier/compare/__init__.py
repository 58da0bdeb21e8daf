"""Compare what a claim says with what passages say: pairs of facts, few mechanisms, excuses with their reasons."""
