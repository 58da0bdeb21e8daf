"""Audit a whole database: judge every postmortem in its own reach, on one machine or on many, and keep the reports."""
