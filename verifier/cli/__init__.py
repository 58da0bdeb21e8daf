"""Offer the commands, one a file."""
