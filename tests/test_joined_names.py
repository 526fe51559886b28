"""Names that go on over small words or a colon, in English and as foreign names in German."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "The Justice for Subpostmasters Alliance welcomed the ruling.",
         "Justice for Subpostmasters Alliance", "ORG"),
        ("en", "The oak was voted English Tree of the Year.", "English Tree of the Year", "EVENT"),
        ("en", "She became Sports Personality of the Year in May.",
         "Sports Personality of the Year", "EVENT"),
        ("en", "He is the mayor of the North of Tyne.", "North of Tyne", "LOC"),
        ("en", "He starred in Robin Hood: Prince of Thieves, a film by Kevin Reynolds.",
         "Robin Hood: Prince of Thieves", "WORK"),
        ("en", "It is in the film Robin Hood: Prince of Thieves and in a song.",
         "Robin Hood: Prince of Thieves", "WORK"),
        ("en", "In Dune: Part Two, a science-fiction film, he returns.", "Dune: Part Two", "WORK"),
        ("de", "Sie sah den Film Dune: Teil Zwei, der seit Mai läuft.", "Dune: Teil Zwei", "WORK"),
        ("fr", "Elle a tourné dans Kaamelott : Premier Volet, un film de 2021.",
         "Kaamelott : Premier Volet", "WORK"),
        ("en", "Senate Majority Leader Chuck Schumer spoke.", "Senate", "ORG"),
        ("en", "Senate Majority Leader Chuck Schumer spoke.", "Chuck Schumer", "PER"),
        ("en", "He wrote to the Australian Competition and Consumer Commission.",
         "Australian Competition and Consumer Commission", "ORG"),
        ("en", "It came down at the Utah Test and Training Range.",
         "Utah Test and Training Range", "LOC"),
        ("en", "The bell of the Mariners' Church rang.", "Mariners' Church", "LOC"),
        ("en", "The Lucky Dragon No. 5 sailed.", "Lucky Dragon No. 5", "PRODUCT"),
        ("de", "Das Finale steigt im Estadio Ramón Sánchez-Pizjuán.",
         "Estadio Ramón Sánchez-Pizjuán", "LOC"),
        ("de", "Im Stadio Olimpico gewann Lazio.", "Stadio Olimpico", "LOC"),
        ("de", "Die Geldhäuser BDO Unibank und Bank of the Philippine Islands zahlen.",
         "BDO Unibank", "ORG"),
        ("de", "Die Geldhäuser BDO Unibank und Bank of the Philippine Islands zahlen.",
         "Bank of the Philippine Islands", "ORG"),
    ],
)  # fmt: skip
def test_names_go_on(language: str, text: str, name: str, kind: EntityType) -> None:
    assert found(text, language).get(name) == kind


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Critics loved the film Barbie: Greta Gerwig said it was fun.", "Greta Gerwig"),
        ("en", "He left Chelsea for United Trust in May.", "Chelsea"),
        ("en", "The judges praised Old Trafford and Anfield Museum.", "Old Trafford"),
        ("en", "He saw Rogers' Church of Sound.", "Church of Sound"),
        ("de", "Am Ende gewann Stade Rennes mit 2:0.", "Stade Rennes"),
    ],
)
def test_names_end_where_another_begins(language: str, text: str, name: str) -> None:
    assert name in found(text, language)


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("fr", "Le Canadien Ilya Kharun a pris le bronze.", "Ilya Kharun", "PER"),
        ("fr", "Il devance l’Australien Zac Stubblety-Cook.", "Zac Stubblety-Cook", "PER"),
        ("es", "Otis sorprendió a todos. Tras el huracán Otis hubo saqueos.", "Otis", "EVENT"),
        ("fr", "L’ouragan Garance a touché La Réunion.", "Garance", "EVENT"),
        ("en", "It oversees exports under the Black Sea Grain Initiative.",
         "Black Sea Grain Initiative", "ORG"),
        ("es", "El telescopio está en la Región de Coquimbo.", "Región de Coquimbo", "LOC"),
    ],
)  # fmt: skip
def test_what_stands_before_tells(language: str, text: str, name: str, kind: EntityType) -> None:
    assert found(text, language).get(name) == kind


@pytest.mark.parametrize(
    ("language", "text", "no_name"),
    [
        ("en", "The South Korean director won four Oscars.", "South Korean"),
        ("fr", "Il a reproché au Conseil d’être trop lent.", "Conseil d’être"),
        ("fr", "L’usine produit un SUV électrique.", "SUV"),
        ("fr", "La Place, consacré à son père, a reçu un prix.", "Place"),
        ("de", "Alle Teams spielen in Trikots des US-Konzerns Nike.", "Trikots"),
        ("de", "Ein Hemd ist in Rosa und Violett gehalten.", "Rosa"),
        ("de", "Das Finanzministerium Start- und Landerechte in Linate ab.", "Start"),
        ("en", "Salvage crews freed the ship. The company Smit Salvage helped.", "Salvage"),
    ],
)
def test_what_only_looks_like_a_name(language: str, text: str, no_name: str) -> None:
    assert no_name not in found(text, language)
