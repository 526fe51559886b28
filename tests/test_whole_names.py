"""Where names of several words begin and end, and what they name."""

import pytest

from agents.models.hanta import HantaTagger
from agents.recognize import recognize
from schemas import CleanArticle, Entities, EntityType

TAGGER = HantaTagger()


def found(text: str, language: str) -> dict[str, EntityType]:
    article = CleanArticle(
        article_id="a", text=text, language=language, segments=(), removed=(), content_hash="0"
    )
    (result,) = recognize([article], model=TAGGER)
    assert isinstance(result, Entities)
    return {mention.text: entity.type for entity in result.entities for mention in entity.mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Das sagte die Staatsanwaltschaft Stralsund.", "Staatsanwaltschaft Stralsund", "ORG"),
        ("Die Stadtwerke Bamberg bauen die Garage um.", "Stadtwerke Bamberg", "ORG"),
        ("Das Amtsgericht Dresden eröffnete das Verfahren.", "Amtsgericht Dresden", "ORG"),
        ("Das Robert Koch-Institut zählt 41 Fälle.", "Robert Koch-Institut", "ORG"),
        ("Der Bundestag änderte das Elektro- und Elektronikgerätegesetz.",
         "Elektro- und Elektronikgerätegesetz", None),
        ("Für den Entwurf stimmten CDU/CSU und SPD.", "CDU/CSU", "ORG"),
        ("Am Samstag gewann Lok Leipzig gegen Rot-Weiß Erfurt.", "Lok Leipzig", "ORG"),
        ("Der Wagen stand an der Friedrichstraße.", "Friedrichstraße", "LOC"),
        ("Die Fahrt auf der A 20 endete an einer Leitplanke.", "A 20", "LOC"),
        ("Im Michigansee leben inzwischen viele Tiere.", "Michigansee", "LOC"),
        ("Die Stadt St. Gallen rechnet mit Kosten.", "St. Gallen", "LOC"),
        ("Das Landesamt warnt vor der Carolabrücke in der Stadt.", "Carolabrücke", "LOC"),
    ],
)  # fmt: skip
def test_german_names_are_whole(text: str, name: str, kind: EntityType | None) -> None:
    names = found(text, "de")
    assert name in names
    assert kind is None or names[name] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Hersteller streicht in Wels 210 Stellen.", "Wels 210"),
        ("Sie warfen das nach einem Derby nicht weg.", "Derby"),
        ("Auf der Hauptstraße und der Landstraße war es ruhig.", "Landstraße"),
        ("Das Amtsgericht Dresden Insolvenz anmelden zu lassen, war richtig.", "Insolvenz"),
    ],
)
def test_what_stands_beside_german_names_is_none(text: str, name: str) -> None:
    assert name not in found(text, "de")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("A spokesperson for the Department for Environment, Food and Rural Affairs said so.", "en",
         "Department for Environment, Food and Rural Affairs"),
        ("It is run by the Wildfowl and Wetlands Trust in the west.", "en",
         "Wildfowl and Wetlands Trust"),
        ("Members backed the Horticultural Peat (Scotland) Bill on Tuesday.", "en",
         "Horticultural Peat (Scotland) Bill"),
        ("La casa se movía, relató a EFE Yadira Quiñónez por teléfono.", "es", "Yadira Quiñónez"),
        ("El Sindicato Médico Andaluz aplaudió el avance.", "es", "Sindicato Médico Andaluz"),
        ("La Unión Europea importa casi toda la resina.", "es", "Unión Europea"),
        ("Selon Me Olivier Mestrallet, il fera appel.", "fr", "Olivier Mestrallet"),
        ("Des malfaiteurs sont entrés dans la galerie d’Apollon dimanche.", "fr",
         "galerie d’Apollon"),
    ],
)  # fmt: skip
def test_names_in_other_languages_are_whole(text: str, language: str, name: str) -> None:
    assert name in found(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("The wing was paid for by Robert Downey Jr. in 2019.", "en", "Robert Downey Jr.", "PER"),
        ("The supplier sued Harland Foods Inc. on Monday.", "en", "Harland Foods Inc.", "ORG"),
        ("Habló Felipe VI Carmen Ruiz Salas, la alcaldesa.", "es", "Carmen Ruiz Salas", "PER"),
        ("La ley llegó con el Gobierno de Luis Lacalle en 2021.", "es", "Luis Lacalle", "PER"),
        ("La nave se vio desde el Gobierno de Cantabria.", "es", "Gobierno de Cantabria", "ORG"),
        ("Lo halló la Guardia Civil de Baza el lunes.", "es", "Guardia Civil", "ORG"),
        ("Lo dijo la Policía Nacional de Colombia.", "es", "Policía Nacional de Colombia", "ORG"),
    ],
)  # fmt: skip
def test_names_end_where_another_begins(
    text: str, language: str, name: str, kind: EntityType
) -> None:
    assert found(text, language).get(name) == kind
