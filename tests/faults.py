"""One fault put into a sentence: what the gate is there to find.

Every fault is a function of a `Sentence` and a seeded generator; it gives the faulty text, or None
where the sentence has nothing of the kind.
"""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple


class Sentence(NamedTuple):
    """A true sentence about an article, with the names that may be put in place of its own."""

    text: str
    language: str
    names: Mapping[str, str]  # of the article: each spelling and its type
    strangers: Mapping[str, str]  # names of other articles in the language


def _words(text: str) -> list[str]:
    return text.split()


WEEKDAYS = {
    "de": _words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "fr": _words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "es": _words("lunes martes miércoles jueves viernes sábado domingo"),
}
MONTHS = {
    "de": _words("Januar Februar März April Juni Juli August September Oktober November Dezember"),
    "en": _words("January February April June July August September October November December"),
    "fr": _words("janvier février avril juin juillet août septembre octobre novembre décembre"),
    "es": _words("enero febrero abril junio julio agosto septiembre octubre noviembre diciembre"),
}
NUMBERS = {
    "de": _words("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
    "en": _words("two three four five six seven eight nine ten eleven twelve"),
    "fr": _words("deux trois quatre cinq six sept huit neuf dix onze douze"),
    "es": _words("dos tres cuatro cinco seis siete ocho nueve diez once doce"),
}
DROPPED = {  # pattern and what is left when the negation goes
    "de": [
        (r" nicht\b", ""),
        (r"\bkein(e[nmrs]?)?\b", r"ein\1"),
        (r"\b(ohne)\b", "mit"),
        (r" nie\b", ""),
    ],
    "en": [
        (r" not\b", ""),
        (r"n[’']t\b", ""),
        (r"\bno\b", "a"),
        (r" never\b", ""),
        (r"\bwithout\b", "with"),
    ],
    "fr": [(r" pas\b", ""), (r" jamais\b", ""), (r"\baucune?\b", "un"), (r"\bsans\b", "avec")],
    "es": [(r"\bno ", ""), (r"\bnunca ", ""), (r"\bning[uú]na? ", "un "), (r"\bsin\b", "con")],
}
ADDED = {
    "de": (r"\b(ist|war|hat|haben|hatte|wird|werden|soll|sollen|kann|wurde|wurden)\b", r"\1 nicht"),
    "en": (r"\b(is|was|are|were|has|have|had|will|would|could|should)\b", r"\1 not"),
    "fr": (r"\b(est|sont|avait|sera|doit|peut|devrait|reste)\b", r"ne \1 pas"),
    "es": (r"\b(es|son|ha|han|fue|será|está|puede|había)\b", r"no \1"),
}
SCALES = [
    ("Millionen", "Milliarden"), ("Milliarden", "Millionen"), (" million", " billion"),
    (" billion", " million"), ("millions", "milliards"), ("milliards", "millions"),
    ("mil millones", "millones"), (" millones", " mil millones"), (" Prozent", " Euro"),
    (" percent", " dollars"), (" euros", " dollars"),
]  # fmt: skip


def number_changed(said: Sentence, rng: random.Random) -> str | None:
    found = list(re.finditer(r"(?<![\w.,])\d+(?:[.,]\d+)*", said.text))
    if not found:
        return _replaced_word(said.text, NUMBERS[said.language], rng)
    number = rng.choice(found)
    at = rng.choice([i for i in range(*number.span()) if said.text[i].isdigit()])
    other = rng.choice([c for c in "123456789" if c != said.text[at]])
    return said.text[:at] + other + said.text[at + 1 :]


def digits_swapped(said: Sentence, rng: random.Random) -> str | None:
    text = said.text
    places = [i for i, (a, b) in enumerate(pairwise(text))
              if a.isdigit() and b.isdigit() and a != b]  # fmt: skip
    if not places:
        return None
    i = rng.choice(places)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def scale_changed(said: Sentence, rng: random.Random) -> str | None:
    fitting = [pair for pair in SCALES if pair[0] in said.text]
    return said.text.replace(*rng.choice(fitting), 1) if fitting else None


def name_of_another_article(said: Sentence, rng: random.Random) -> str | None:
    return _renamed(said, said.strangers, rng)


def name_of_the_same_article(said: Sentence, rng: random.Random) -> str | None:
    return _renamed(said, said.names, rng)


def names_swapped(said: Sentence, rng: random.Random) -> str | None:
    found = [n for n in _own(said) if len(_name(n).findall(said.text)) == 1]
    pairs = [(a, b) for a in found for b in found if a < b and a not in b and b not in a]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    first, second = sorted((_name(a).search(said.text), _name(b).search(said.text)),
                           key=lambda m: m.start())  # fmt: skip
    between = said.text[first.end() : second.start()]
    if re.fullmatch(r"\W*(?:und|and|et|y|o|or|ou|oder)?\W*", between):
        return None  # a list, or a name and its short form: either order is true
    return said.text[: first.start()] + second[0] + between + first[0] + said.text[second.end() :]


def date_moved(said: Sentence, rng: random.Random) -> str | None:
    return _replaced_word(said.text, WEEKDAYS[said.language] + MONTHS[said.language], rng)


def negation_dropped(said: Sentence, rng: random.Random) -> str | None:
    fitting = [p for p in DROPPED[said.language] if re.search(p[0], said.text)]
    return re.sub(*rng.choice(fitting), said.text, count=1) if fitting else None


def negation_added(said: Sentence, _: random.Random) -> str | None:
    changed = re.sub(*ADDED[said.language], said.text, count=1)
    doubled = re.search(r"(?:not|ne) (?:not|no|\w+ pas pas)\b|nicht (?:nicht|kein)", changed)
    return None if doubled else changed


def quote_altered(said: Sentence, rng: random.Random) -> str | None:
    """A word of the quotation left out, or another one put in its place."""
    quotes = list(re.finditer(r"[„“«»\"]\s?([^„“”«»\"]{12,})[“”»«\"]", said.text))
    if not quotes:
        return None
    quote = rng.choice(quotes)
    inside = quote[1].split(" ")
    places = [i for i, w in enumerate(inside[:-1]) if len(w.strip(".,")) > 3]
    if not places or len(inside) < 3:
        return None
    i = rng.choice(places)
    inside[i : i + 1] = [] if rng.random() < 0.5 else ["veritas"]
    return said.text[: quote.start(1)] + " ".join(inside) + said.text[quote.end(1) :]


Fault = Callable[[Sentence, random.Random], str | None]
FAULTS: tuple[Fault, ...] = (
    number_changed, digits_swapped, scale_changed, name_of_another_article,
    name_of_the_same_article, names_swapped, date_moved, negation_dropped, negation_added,
    quote_altered,
)  # fmt: skip


def _replaced_word(text: str, words: list[str], rng: random.Random) -> str | None:
    found = [w for w in words if re.search(rf"(?<!\w){w}(?!\w)", text)]
    if not found:
        return None
    old = rng.choice(found)
    kin = next(x for table in (WEEKDAYS, MONTHS, NUMBERS) for x in table.values() if old in x)
    new = rng.choice([w for w in kin if w != old])
    return re.sub(rf"(?<!\w){old}(?!\w)", new, text, count=1)


@cache
def _name(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def _own(said: Sentence) -> list[str]:
    return [n for n in said.names if n[0].isupper() and _name(n).search(said.text)]


def _renamed(said: Sentence, others: Mapping[str, str], rng: random.Random) -> str | None:
    """The sentence with one of its names exchanged for another one of the same type."""
    own = _own(said)
    present = {word for name in own for word in name.split()}
    pairs = [
        (name, other)
        for name in own
        for other, kind in others.items()
        if kind == said.names[name] and other[0].isupper() and present.isdisjoint(other.split())
    ]
    if not pairs:
        return None
    name, other = rng.choice(pairs)
    return _name(name).sub(other, said.text, count=1)
