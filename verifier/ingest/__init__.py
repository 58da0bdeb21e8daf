"""Turn files into postmortems and sources."""
