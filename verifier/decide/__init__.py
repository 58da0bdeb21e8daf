"""Decide what the sources make of a claim: the only place where verdicts, reasons and support are written."""
