"""Fetch the pages that postmortems and article tables cite, and keep them as they came."""
