"""Roads by their numbers, laws with brackets or a minister's name, titles that no mark shows."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Traffic on Interstate 95 was at a standstill.", "en", "Interstate 95"),
        ("Police closed the M25 between junctions 10 and 11.", "en", "M25"),
        ("L'accident s'est produit sur l'A13, près de Rouen.", "fr", "A13"),
        ("L'autoroute A7 et la RN 20 sont coupées.", "fr", "RN 20"),
        ("Le camion s'est couché chaussée de Louvain.", "fr", "chaussée de Louvain"),
        ("Un camión volcó en la AP-7 y cortó la carretera.", "es", "AP-7"),
        ("He raced at the Daytona International Speedway.", "en", "Daytona International Speedway"),
    ],
)
def test_roads_are_places(text: str, language: str, name: str) -> None:
    assert found(text, language)[name] == "LOC"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("The Finance (No. 2) Bill passed.", "en", "Finance (No. 2) Bill"),
        (
            "The Rail Fares (Public Ownership) Transfer Act was passed.",
            "en",
            "Rail Fares (Public Ownership) Transfer Act",
        ),
        ("The Police (Conduct) Regulations 2020 apply.", "en", "Police (Conduct) Regulations 2020"),
        ("Les syndicats ont combattu la loi Travail et la loi Macron.", "fr", "loi Macron"),
        ("The film Kramer vs. Kramer won five Oscars.", "en", "Kramer vs. Kramer"),
        (
            "The ITV drama Mr Bates vs The Post Office was shown.",
            "en",
            "Mr Bates vs The Post Office",
        ),
        ("Camus la llamó para rodar La colmena, y aceptó.", "es", "La colmena"),
        (
            "Se despidió con La habitación de María, escrita por Ana.",
            "es",
            "La habitación de María",
        ),
        ("Rodó películas como La colmena, Tormento y Los santos inocentes.", "es", "Tormento"),
        ("Des films comme La Haine et Les Misérables ont marqué.", "fr", "La Haine"),
    ],
)
def test_laws_and_titles_are_works(text: str, language: str, name: str) -> None:
    assert found(text, language)[name] == "WORK"


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("His niece Brynlee made the sign.", "en", "Brynlee", "PER"),
        ("D’après la Drees, le chiffre baisse.", "fr", "Drees", "ORG"),
        ("Une bonne partie des Républicains a voté pour.", "fr", "Républicains", "ORG"),
        ("Ils vont au Sénat de Gérard Larcher.", "fr", "Gérard Larcher", "PER"),
        ("Ils ont suivi la Marche pour la vie en silence.", "fr", "Marche pour la vie", "EVENT"),
        ("Selon le Planning familial, le centre ferme.", "fr", "Planning familial", "ORG"),
    ],
)
def test_people_bodies_and_marches(text: str, language: str, name: str, kind: EntityType) -> None:
    assert found(text, language)[name] == kind


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("The A320 crash killed 150 near Lyon.", "en", "A320", "LOC"),
        ("BMW showed the M3 on the road.", "en", "M3", "LOC"),
        ("The 31 Holsteins on the farm turned.", "en", "Holsteins", "LOC"),
        ("The Chief Health Officer declined to comment.", "en", "Health Officer", "PER"),
        ("His partner Deloitte objected.", "en", "Deloitte", "PER"),
        ("«Tardé 14 minutos», contó Yolanda.", "es", "Tardé 14", "PRODUCT"),
        ("Jugará en La liga con el Betis.", "es", "La liga", "WORK"),
        ("Vive en La Línea de la Concepción.", "es", "La Línea de la Concepción", "WORK"),
        ("Des films comme ceux de Truffaut et Godard plaisent.", "fr", "Godard", "WORK"),
        ("Le vol de l'A350 a duré 9 heures.", "fr", "A350", "LOC"),
    ],
)
def test_what_looks_like_them(text: str, language: str, name: str, kind: EntityType) -> None:
    assert found(text, language).get(name) != kind
