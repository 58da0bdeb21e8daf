"""Trace the claims of a postmortem to its sources and flag what they do not say, or say otherwise."""
