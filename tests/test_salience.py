"""Salience: what frequency, place, headline and being a subject each do to the order of names."""

import pytest

from agents.recognize.salience import Named, ranked
from schemas import EntityType


def first(text: str, *names: str, title: str = "", language: str = "en") -> str:
    """The most salient of the names, each with all its mentions, all about equally early."""
    return order(text, *names, title=title, language=language)[0]


def order(
    text: str, *names: str, title: str = "", language: str = "en", kind: EntityType = "LOC"
) -> list[str]:
    text += " And on it went." * 100  # so that a few words more or less make nothing late
    entities = []
    for name in names:
        starts = [i for i in range(len(text)) if text.startswith(name, i)]
        entities.append(Named(name, kind, tuple((i, i + len(name)) for i in starts)))
    found = ranked(text, title, entities, language)
    assert found[0][1] == 1
    return [entity.name for entity, _ in found]


@pytest.mark.parametrize(
    ("title", "name", "language"),
    [
        ("Oslo waits", "Oslo", "en"),
        ("Oslo's harbour waits", "Oslo", "en"),
        ("Die Romane des Jahres, besprochen in Roms Museen", "Rom", "de"),
        ("Was eine Rom-Reise kostet", "Rom", "de"),
        ("Streit bei der Deutschen Bahn", "Deutsche Bahn", "de"),
        ("Was die Grünen wollen", "Grüne", "de"),
    ],
)
def test_what_the_headline_names_leads(title: str, name: str, language: str) -> None:
    text = f"There was Bern, and there was {name}."
    assert first(text, "Bern", name, title=title, language=language) == name


@pytest.mark.parametrize(
    ("title", "name", "language"),
    [
        ("Iranian cinema wins", "Iran", "en"),
        ("Romane des Jahres", "Rom", "de"),
        ("Die Bahn steht", "Deutsche Bahn", "de"),
        ("Oslos", "Oslo", "en"),
        ("McOslo", "Oslo", "en"),
        ("", "Oslo", "en"),
    ],
)
def test_a_part_of_another_word_in_the_headline_is_no_name(
    title: str, name: str, language: str
) -> None:
    text = f"There was Bern, and there was {name}."
    assert first(text, "Bern", name, title=title, language=language) == "Bern"


def test_headlines_call_persons_by_their_last_names() -> None:
    text = "There was Bo Ek, and there was Ada Berg."
    names = ("Bo Ek", "Ada Berg")
    assert order(text, *names, title="Berg wins", kind="PER")[0] == "Ada Berg"
    assert order(text, *names, title="Berg wins", kind="ORG")[0] == "Bo Ek"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("There was Bern. Oslo won.", "en"),
        ("There was Bern. The former host Oslo won.", "en"),
        ("There was Bern. Oslo, the capital, won.", "en"),
        ("Es gab Bern. Die Hauptstadt Oslo gewann.", "de"),
        ("Il y avait Bern. Oslo a gagné.", "fr"),
        ("Había Bern. Oslo ganó.", "es"),
    ],
)
def test_a_subject_leads(text: str, language: str) -> None:
    assert first(text, "Bern", "Oslo", language=language) == "Oslo"


@pytest.mark.parametrize(
    "text",
    [
        "There was Bern. In Oslo rain fell.",
        "There was Bern. The mayor of Oslo won.",
        "There was Bern. Oslo's mayor won.",
        "There was Bern. Oslo Opera won.",
        "There was Bern. Tall thin old wise grey Oslo won.",
        f"There was Bern. {'Very' * 20} Oslo won.",
        "There was Bern. Fog hid Oslo.",
    ],
)
def test_what_stands_elsewhere_in_its_sentence_is_no_subject(text: str) -> None:
    assert first(text, "Bern", "Oslo") == "Bern"


def test_frequent_and_early_names_lead() -> None:
    text = "There was Bern, there was Oslo, and there again was Oslo."
    assert first(text, "Bern", "Oslo") == "Oslo"
    assert order(text, "Bern", "again") == ["Bern", "again"]


def test_nothing_to_rank() -> None:
    assert ranked("Text.", None, [], "en") == []
    blank = Named(" ", "PER", ((0, 1),))
    assert ranked(" .", None, [blank], "en") == [(blank, 1.0)]
