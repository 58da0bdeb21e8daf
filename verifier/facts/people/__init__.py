"""Read the names of people and bodies, and the titles that people bear."""
