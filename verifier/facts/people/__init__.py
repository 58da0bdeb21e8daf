"""Read the names of people and bodies, and the titles that people bear."""

from verifier.facts.people.names import Name, names
from verifier.facts.people.titles import Title, parted, titles

__all__ = ["Name", "Title", "names", "parted", "titles"]
