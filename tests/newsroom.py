"""Made-up plain-text pages with their true titles and bodies: seeded, without URL or metadata."""

import random
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data" / "newsroom.toml"
LANGUAGES = ("de", "en", "fr", "es", "it", "nl", "pt", "pl")


@dataclass(frozen=True)
class MadePage:
    """A page as scraped, and what a reader would call its headline and its text."""

    content: str
    title: str
    body: tuple[str, ...]
    foreign: tuple[str, ...]


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text("utf-8"))


def make_pages(language: str, count: int, *, seed: int = 7) -> list[MadePage]:
    """Articles of one site, in order of arrival; no blank line in any of them."""
    dice = random.Random(f"{seed}{language}")
    return [_page(_texts()[language], dice) for _ in range(count)]


def _page(texts: dict[str, Any], dice: random.Random) -> MadePage:
    topic, filled = dice.choice(texts["topics"]), _filler(texts, dice)
    title, body = filled(topic["title"]), [filled(text) for text in topic["body"]]
    writer, day = _person(texts, dice), str(dice.randint(1, 28))
    byline = texts["by"].replace("{p}", writer).replace("{n}", day)
    head, tail = _head(texts, dice), [filled(line) for line in _tail(texts, dice)]
    lines, foreign = [*head, title, byline], [*head, byline]
    spots = dice.sample(range(1, len(body)), 2)
    for at, paragraph in enumerate(body):
        if at in spots:
            box = [filled(line) for line in dice.choice(_boxes(texts, dice))]
            lines += box
            foreign += box
        lines.append(paragraph)
    return MadePage("\n".join([*lines, *tail]), title, tuple(body), tuple(foreign + tail))


def _filler(texts: dict[str, Any], dice: random.Random) -> Callable[[str], str]:
    """What fills the gaps of one article: names stay, each number, firm and teaser is another."""
    person, other = _person(texts, dice), _person(texts, dice)
    place = _place(texts, dice)
    organisation = dice.choice(texts["organisations"])

    def filled(text: str) -> str:
        text = text.replace("{t}", _headline(texts, dice)).replace("{f}", _person(texts, dice))
        text = text.replace("{n}", str(dice.randint(11, 28)))
        text = text.replace("{p}", person).replace("{q}", other)
        return text.replace("{l}", place).replace("{o}", organisation)

    return filled


def _headline(texts: dict[str, Any], dice: random.Random) -> str:
    """Of another article of the site."""
    text = str(dice.choice(texts["topics"])["title"]).replace("{l}", _place(texts, dice))
    return text.replace("{o}", dice.choice(texts["organisations"]))


def _person(texts: dict[str, Any], dice: random.Random) -> str:
    names = [name.split(" ", 1) for name in texts["people"]]
    return f"{dice.choice(names)[0]} {dice.choice(names)[1]}"


def _place(texts: dict[str, Any], dice: random.Random) -> str:
    if "places" in texts:
        return str(dice.choice(texts["places"]))
    return f"{dice.choice(texts['place_starts'])}{dice.choice(texts['place_ends'])}"


def _head(texts: dict[str, Any], dice: random.Random) -> list[str]:
    known = texts.get("known", {}).get("head", ())
    own = dice.sample(texts["around"]["head"], dice.randint(1, 2))
    return [*dice.sample(known, min(len(known), dice.randint(0, 1))), *own]


def _boxes(texts: dict[str, Any], dice: random.Random) -> list[list[str]]:
    """What may stand between two paragraphs: in the site's own words as often as in known ones."""
    return [
        box
        for words in filter(None, (texts["around"], texts.get("known")))
        for box in ([dice.choice(words["mid"])], [dice.choice(words["mid"])], words["box"])
    ]


def _tail(texts: dict[str, Any], dice: random.Random) -> list[str]:
    around, known = texts["around"], texts.get("known", {"tail": [], "comments": ""})
    lines = dice.sample(around["tail"], dice.randint(1, len(around["tail"])))
    lines += dice.sample(known["tail"], min(len(known["tail"]), dice.randint(1, 2)))
    lines += [*dice.sample(around["teasers"], 2), *["{t}"] * dice.randint(0, 2)]
    lines += [known["comments"]] * (known["comments"] != "" and dice.random() < 0.5)
    return lines + dice.sample(around["comments"], 2)


def word_f1(found: str, wanted: str) -> float:
    """Harmonic mean of precision and recall over words with their counts."""
    ours, theirs = Counter(found.lower().split()), Counter(wanted.lower().split())
    common = sum((ours & theirs).values())
    return 2 * common / max(1, sum(ours.values()) + sum(theirs.values()))
