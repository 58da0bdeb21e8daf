"""Read the names of people and bodies, titles, and for whom people work or speak."""
