"""How people are called in parts and by nicknames, and what is no part of a name."""

import pytest
from naming import entities, found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Habló Claudia Sheinbaum Pardo. Luego Sheinbaum calló.",
            "es",
            {"Claudia Sheinbaum Pardo"},
        ),
        ("Cayó ayer Pedro Castillo. Castillo fue detenido.", "es", {"Pedro Castillo"}),
        ("Jesús “El Rey” Zambada habló. A Zambada le creyeron.", "es", {"Jesús “El Rey” Zambada"}),
        ('Chef Robert "Bob" Miller cooked.', "en", {'Robert "Bob" Miller'}),
        ("Es sprach Jesús „El Rey“ Zambada.", "de", {"Jesús „El Rey“ Zambada"}),
    ],
)
def test_whoever_is_called_in_parts_is_one_person(
    text: str, language: str, names: set[str]
) -> None:
    found_entities = entities(text, language).entities
    assert {entity.name for entity in found_entities} == names
    assert {entity.type for entity in found_entities} == {"PER"}


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Perdió ante Botic van de Zandschulp.", "es", "Botic van de Zandschulp", "PER"),
        ("El brasileño Luiz Inácio Lula da Silva calló.", "es", "Luiz Inácio Lula da Silva", "PER"),
        ("Le sénateur Dries van Agt a ri.", "fr", "Dries van Agt", "PER"),
        ("España 87, Francia 79.", "es", "España", "LOC"),
        ("El Mundial y Tokio 2020 pasaron.", "es", "Tokio 2020", "EVENT"),
        ("Ganó 14 veces en Roland Garros.", "es", "Roland Garros", "EVENT"),
        ("Ganó Colombia.", "es", "Colombia", "LOC"),
        ("Habló Ana Rosselló. Rosselló en Madrid calló.", "es", "Rosselló", "PER"),
        ("Leyó “Cien años de soledad” en Madrid.", "es", "Cien años de soledad", "WORK"),
    ],
)
def test_what_stands_in_and_behind_a_name(
    text: str, language: str, name: str, kind: EntityType
) -> None:
    assert found(text, language).get(name) == kind
