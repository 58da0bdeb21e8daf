"""Read and compare quantities: how much or how many of what."""
