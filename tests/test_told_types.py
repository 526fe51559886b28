"""What the sentence tells of a name: whose it is, what it leads, what it is sung or written as."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("es", "Es un cachalote bautizado en honor del autor de Moby Dick.", "Moby Dick", "WORK"),
        ("es", "Todos cantaron “Muchachos” hasta quedarse sin voz.", "Muchachos", "WORK"),
        ("es", "Faltaba el Dibu Martínez, que la saca.", "Dibu Martínez", "PER"),
        ("es", "Las escuelas de Guadalupe, San Nicolás y Escobedo cerraron.", "San Nicolás",
         "LOC"),
        ("es", "En la colonia Fomerrey 35 los vecinos bloquearon la calle.", "Fomerrey 35", "LOC"),
        ("fr", "Le gestionnaire de réseau Ores prévient que cela durera.", "Ores", "ORG"),
        ("fr", "Elle fut reprise par le propriétaire de Pyrex.", "Pyrex", "ORG"),
        ("fr", "Tisséo Collectivités, l'autorité que préside Jean-Michel Lattes, attend.",
         "Tisséo Collectivités", "ORG"),
        ("fr", "Le parti perd Rouyn-Noranda–Témiscamingue, où elle a été battue.",
         "Rouyn-Noranda–Témiscamingue", "LOC"),
        ("fr", "Dix minutes : Téléo, le premier téléphérique de Toulouse, a embarqué.", "Téléo",
         "PRODUCT"),
    ],
)  # fmt: skip
def test_the_sentence_tells_the_type(language: str, text: str, name: str, kind: EntityType) -> None:
    assert found(text, language).get(name) == kind


def test_what_ends_in_a_code_is_no_person() -> None:
    assert found("Its Trent XWB engines power the jet.", "en").get("Trent XWB") != "PER"


def test_who_has_a_surname_in_capitals_is_a_person() -> None:
    assert found("Le texte est de Chantal DIDIER.", "fr") == {"Chantal DIDIER": "PER"}


def test_the_eve_of_the_year_is_no_name() -> None:
    assert not found("A fire gutted it on New Year’s Eve 2017.", "en")
