"""What a name names: PER, ORG, LOC, EVENT, PRODUCT or WORK."""

from schemas import EntityType

from .lexicon import first_names, places


def kind(name: str) -> EntityType:
    """The type that the name itself suggests."""
    if name in places():
        return "LOC"
    words = name.split()
    if len(words) > 1 and words[0] in first_names():
        return "PER"
    return "ORG"
