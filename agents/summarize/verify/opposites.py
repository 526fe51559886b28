"""The words of `opposites.toml`, and where a sentence has one in the place of its opposite."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from .words import Word, changes

# The tables whose words are looked for one by one.
_EXCHANGED = ("movement", "amount", "answer", "outcome", "period")


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("opposites.toml").read_text("utf-8"))


def _phrase(phrase: str) -> str:
    written = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s").replace("'", "['’]")
    return written.replace(r"\#", r"(?=[$£€]?\d)") + (r"(?!\w)" if phrase[-1].isalnum() else "")


@cache
def listed(table: str, language: str, opening: str = r"(?<!\w)") -> str | None:
    """A pattern of a table's phrases; those of each side are a group of its name."""
    sides = _tables()[table]
    if language in sides:
        sides = {table: {language: sides[language]}}
    found = [
        f"(?P<{side}>{'|'.join(map(_phrase, forms[language]))})"
        for side, forms in sides.items()
        if language in forms
    ]
    return rf"{opening}(?:{'|'.join(found)})" if found else None


@cache
def sides(table: str, language: str, ends: str = "") -> re.Pattern[str] | None:
    """The same, compiled; `ends` is what follows."""
    phrases = listed(table, language)
    return re.compile(phrases + ends, re.I) if phrases else None


def exchanged(given: Sequence[Word], said: Sequence[Word], language: str) -> list[tuple[str, str]]:
    """Words of the sentence that stand where the line has their opposite, with their tables."""
    olds, news = [w.folded for w in given], [w.folded for w in said]
    if olds == news or sides(_EXCHANGED[0], language) is None:
        return []
    return [
        (said[new.start].text, table)
        for old, new in changes(olds, news)
        if old.stop - old.start == 1 == new.stop - new.start
        # Two that change places may be two clauses in another order.
        and not (olds[old.start] in news and news[new.start] in olds)
        and (table := _opposes(given[old.start].text, said[new.start].text, language))
    ]


def _opposes(one: str, other: str, language: str) -> str | None:
    """The table on whose two sides the words are."""
    for table in _EXCHANGED:
        pattern = sides(table, language)
        both = [pattern.fullmatch(word) for word in (one, other)] if pattern else []
        if all(both) and len({match.lastgroup for match in both if match}) == 2:
            return table
    return None
