"""Read the names of people and bodies, titles, and for whom people work or speak."""

from verifier.facts.people.affiliations import Affiliation, affiliations
from verifier.facts.people.names import Name, names
from verifier.facts.people.titles import Title, field, parted, titles

__all__ = ["Affiliation", "Name", "Title", "affiliations", "field", "names", "parted", "titles"]
