"""Made-up plain-text pages with their true titles and bodies: seeded, without URL or metadata."""

import random
import tomllib
from collections import Counter
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
    topic, around = dice.choice(texts["topics"]), texts["around"]
    person, other = dice.sample(texts["people"], 2)
    place, organisation = dice.choice(texts["places"]), dice.choice(texts["organisations"])

    def filled(text: str) -> str:
        text = text.replace("{n}", str(dice.randint(11, 28)))
        text = text.replace("{p}", person).replace("{q}", other)
        return text.replace("{l}", place).replace("{o}", organisation)

    title, body = filled(topic["title"]), [filled(text) for text in topic["body"]]
    byline = filled(texts["by"]).replace(person, dice.choice(texts["people"]))
    head = dice.sample(around["head"], dice.randint(1, 2))
    inner = [[dice.choice(around["mid"])], around["box"], [dice.choice(around["teasers"])]]
    tail = dice.sample(around["tail"], dice.randint(1, len(around["tail"])))
    tail += dice.sample(around["teasers"], 3) + dice.sample(around["comments"], 2)
    lines, foreign = [*head, title, byline], [*head, byline]
    spots = sorted(dice.sample(range(1, len(body)), 2))
    for at, paragraph in enumerate(body):
        if at in spots:
            box = inner[dice.randrange(2)] if at == spots[0] else inner[dice.choice((0, 0, 1))]
            lines += box
            foreign += box
        lines.append(paragraph)
    lines += tail
    return MadePage("\n".join(lines), title, tuple(body), tuple(foreign + tail))


def word_f1(found: str, wanted: str) -> float:
    """Harmonic mean of precision and recall over words with their counts."""
    ours, theirs = Counter(found.lower().split()), Counter(wanted.lower().split())
    common = sum((ours & theirs).values())
    return 2 * common / max(1, sum(ours.values()) + sum(theirs.values()))
