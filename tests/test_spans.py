"""Where names begin and end: heads, titles, short forms, compounds; and the lists of places."""

import pytest

from agents.models.hanta import HantaTagger
from agents.recognize.german import is_landmark
from agents.recognize.lexicon import landmarks, rare_first_names


def found(text: str, language: str) -> list[str]:
    [spans] = HantaTagger().tag([text], [language])
    return [text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Le Bureau national des eaux rurales (BNER) publie un avis.",
         "Bureau national des eaux rurales"),
        ("fr", "Un délégué de Lutte paysanne (LP) a parlé.", "Lutte paysanne"),
        ("de", "Der Verband der Imker (VDI) klagt.", "Verband der Imker"),
        ("en", "The Board on River Trade in the North (BRTN) met.",
         "Board on River Trade in the North"),
    ],
)  # fmt: skip
def test_a_name_that_is_shortened_is_whole(language: str, text: str, name: str) -> None:
    assert name in found(text, language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Il est jugé par le tribunal administratif de Nantes.",
         "tribunal administratif de Nantes"),
        ("fr", "Il arrive au port de Marseille.", "port de Marseille"),
        ("es", "Vive en el valle de Ordesa.", "valle de Ordesa"),
        ("de", "Das Landgericht Celle gab der Klage statt.", "Landgericht Celle"),
        ("de", "Sie fliegt mit der Royal Air Group.", "Royal Air Group"),
    ],
)  # fmt: skip
def test_heads_belong_to_the_name(language: str, text: str, name: str) -> None:
    assert name in found(text, language)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "Hier, M. Dupont a refusé.", "Dupont"),
        ("en", "US District Judge Maria Lopez agreed.", "Maria Lopez"),
        ("es", "Senadores del Partido Verde votaron.", "Partido Verde"),
        ("es", "Ayer vino Julio Mora Prieto a cenar.", "Julio Mora Prieto"),
        ("es", "El meteorólogo Rubén del Campo avisó.", "Rubén del Campo"),
    ],
)
def test_titles_do_not_belong_to_the_name(language: str, text: str, name: str) -> None:
    assert name in found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "THE LONG WAY HOME"),
        ("fr", "« Je suis Paul », ont écrit des lecteurs."),
        ("de", "Das war zu der Zeit das Bild der Welt."),
    ],
)
def test_shouted_lines_and_speech_name_nothing_whole(language: str, text: str) -> None:
    assert not [name for name in found(text, language) if name != "Paul"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Dorngletscher", True), ("Dorngletschers", True), ("Korinthkanal", True),
        ("Paulskirche", True), ("Carolabrücke", True), ("Parkplatz", False), ("Hauptstraße", False),
        ("Hochtal", False), ("Fernsehkanal", False), ("Hospital", False), ("Gletscher", False),
    ],
)  # fmt: skip
def test_compounds_that_name_a_place(text: str, claim: bool) -> None:
    assert is_landmark(text) is claim


def test_lists_hold_landmarks_and_rare_first_names() -> None:
    assert "Wattenmeer" in landmarks()
    assert "Royal" in rare_first_names()
    assert "Paul" not in rare_first_names()
