"""German sports clubs: what opens their names, what they and their players are called."""

from agents.recognize import lexicon


def opens_club(text: str) -> bool:
    """Whether the word begins the name of a sports club: FC, Eintracht."""
    return text.lower() in lexicon.words("words", "club", "all")


def is_club_alone(text: str) -> bool:
    """Whether clubs are called by it alone: die Fortuna."""
    return text.lower() in lexicon.words("words", "club_alone", "de")


def is_of_league(text: str) -> bool:
    """Rekordmeister, Zweitligisten: what a club is called before the name of its town."""
    lower = text.lower()
    forms = {lower, lower.removesuffix("s"), lower.removesuffix("n"), lower.removesuffix("en")}
    return text[:1].isupper() and not forms.isdisjoint(lexicon.words("words", "of_league", "de"))


def is_mascot(text: str) -> bool:
    """Whether the players of a club are called so."""
    return text.lower() in lexicon.words("words", "mascot", "de")
