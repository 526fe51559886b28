"""What the noun behind a comma says of the name before it: Ann Lee, a doctor; Orb, an airline."""

from collections.abc import Iterator

from .lexicon import words
from .shapes import is_function
from .words import Word

CONTEXTS = ("role", "organisation", "product", "work", "place", "event")
ORDINALS = ("premier", "première", "primer", "ancien")  # le premier téléphérique is no role
_AGES = range(16, 105)
_NEAR = 3  # words behind the comma

_PARTICIPLES = frozenset(  # that end otherwise than in "ed": a company set up by, a firm run by
    ("set", "run", "built", "made", "held", "led", "known", "sold", "bought", "taken",
     "given", "seen", "sent", "spun", "split", "born", "brought", "caught", "cut",
     "drawn", "driven", "fought", "found", "flown", "grown", "heard", "hidden", "hit",
     "kept", "left", "lost", "met", "paid", "put", "shut", "spent", "taught", "thrown",
     "told", "torn", "won", "worn", "written", "begun", "chosen", "broken", "forgotten",
     "overseen", "stolen", "spoken", "bound", "dealt", "hurt", "struck", "shown", "shot")
)  # fmt: skip


def behind_comma(after: list[str], language: str) -> Iterator[str]:
    """What the words behind the comma say of the name before it."""
    if after[0].isdecimal() and int(after[0][:4]) in _AGES:
        yield "age"
    near = after[:_NEAR]
    if language == "en":
        near = [w for i, w in enumerate(near) if not _is_modifier(after, i)]
    articles = [w for w in near if w.islower() and w not in ORDINALS]
    for kind in CONTEXTS:
        told = near if language == "de" else articles
        if any(names(word, kind, language) for word in told):
            yield f"{kind} behind comma"
    if after[0].lower() in ("who", "qui", "quien", "whose", "lequel"):
        yield "who"


def before_mark(word: Word) -> Iterator[str]:
    """What the German noun before a quotation mark says: der Roman „Nebel“, der Verein „Nest“."""
    for kind in CONTEXTS:
        if kind != "role" and word.is_capital and names(word.text, kind, "de"):
            yield f"{kind} before"


def _is_modifier(after: list[str], i: int) -> bool:
    """Whether the English word only tells what kind the next noun is of: a retired school cook.

    Not so in "a bank based in Leeds".
    """
    if i + 1 >= len(after) or names(after[i], "role", "en"):
        return False
    following = after[i + 1]
    if not following.isalpha() or not following.islower():
        return False
    participle = following.endswith(("ed", "ing")) or following in _PARTICIPLES
    return not (participle or is_function(following, "en"))


def names(word: str, kind: str, language: str) -> bool:
    """Whether the word is for people, bodies or things of the kind, in German as a compound too."""
    lower = word.lower().strip("-.")
    known = words("context", kind, language)
    if lower in known or lower.removesuffix("s") in known:
        return True
    if language == "en" and lower.endswith("ies") and f"{lower[:-3]}y" in known:
        return True
    return (
        language == "de"
        and word[:1].isupper()
        and len(lower) > 6
        and any(lower.endswith(w) for w in known if len(w) > 3)
    )
