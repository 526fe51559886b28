"""French and Spanish landmarks, French offices with a small head, and heads that open no name."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Les campings au pied de la dune du Pilat ont rouvert.", "dune du Pilat", "LOC"),
        ("Le glacier de la Girose recule.", "glacier de la Girose", "LOC"),
        ("Le barrage de Serre-Ponçon est plein.", "barrage de Serre-Ponçon", "LOC"),
        ("On a vidé le barrage d’Eupen.", "barrage d’Eupen", "LOC"),
        ("La rivière Chaudière a débordé hier.", "rivière Chaudière", "LOC"),
        ("Un pétrolier a franchi le détroit d’Ormuz.", "détroit d’Ormuz", "LOC"),
        ("Le canal de Panama manque d’eau.", "canal de Panama", "LOC"),
        ("On dort au parc naturel régional du Vercors.", "parc naturel régional du Vercors", "LOC"),
        ("Un bateau a coulé devant l’île de Ré.", "île de Ré", "LOC"),
        ("L’église Saint-Eustache rouvre.", "église Saint-Eustache", "LOC"),
        ("Il est mort sur l’ancien viaduc de Millau.", "viaduc de Millau", "LOC"),
        ("Le gouverneur de la province de Namur a parlé.", "province de Namur", "LOC"),
        ("Le parquet de Liège poursuit son enquête.", "parquet de Liège", "ORG"),
        ("Le parquet général de Mons a fait appel.", "parquet général de Mons", "ORG"),
        ("Le centre hospitalier de Mamoudzou est débordé.", "centre hospitalier de Mamoudzou",
         "ORG"),
        ("On suit la rivière aux Outardes.", "rivière aux Outardes", "LOC"),
        ("La police cantonale de Genève cherche un homme.", "police cantonale de Genève", "ORG"),
        ("La police cantonale vaudoise cherche un homme.", "police cantonale vaudoise", "ORG"),
    ],
)  # fmt: skip
def test_landmarks_are_whole(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "fr").get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C’est la mesure phare de Bruxelles contre le tabac.", "Bruxelles"),
        ("Le cap de la France reste le même.", "France"),
        ("Le jardin de Claude Monet attire les foules.", "Claude Monet"),
        ("Il a fui vers l’île de Chypre.", "Chypre"),
        ("La rivière Dordogne déborde.", "Dordogne"),
        ("Le volcan Kilauea est entré en éruption.", "Kilauea"),
        ("Le canal Telegram du groupe est fermé.", "Telegram"),
        ("Le barrage de la CGT a été levé.", "CGT"),
        ("Un parc de Lyon sera fermé.", "Lyon"),
        ("Il a gagné un match de barrage de Reims.", "Reims"),
        ("L’église de Vézelay date de ce siècle.", "Vézelay"),
        ("Le centre de Paris est bloqué.", "Paris"),
        ("Il a posé un parquet de Hongrie.", "Hongrie"),
        ("La province de Sicile brûle.", "Sicile"),
    ],
)
def test_small_words_that_only_tell_are_no_part_of_names(text: str, name: str) -> None:
    assert list(found(text, "fr")) == [name]


def test_the_police_of_no_canton_is_no_name() -> None:
    assert not found("La police cantonale cherche un homme.", "fr")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("El puente de la Solidaridad se hundió.", "puente de la Solidaridad"),
        ("Humea el volcán de Fuego otra vez.", "volcán de Fuego"),
        ("Cruzaron el antiguo canal de Panamá.", "canal de Panamá"),
        ("La presa de Forata aguantó.", "presa de Forata"),
        ("Navegan por el estrecho de Gibraltar.", "estrecho de Gibraltar"),
        ("Pasean por el parque Güell.", "parque Güell"),
        ("Reabre la iglesia de San Isidro.", "iglesia de San Isidro"),
        ("Vive en la provincia de Buenos Aires.", "provincia de Buenos Aires"),
        ("Retrocede el glaciar Perito Moreno.", "Perito Moreno"),
    ],
)
def test_spanish_landmarks_are_whole(text: str, name: str) -> None:
    assert found(text, "es") == {name: "LOC"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lo dijo en el canal de Telegram.", "Telegram"),
        ("Humea el volcán de La Palma.", "La Palma"),
        ("El parque de Madrid es grande.", "Madrid"),
        ("Cerró la iglesia de Vigo.", "Vigo"),
        ("Declaró el cabo Juan Pérez.", "Juan Pérez"),
        ("Entraron en la cueva de Pedro.", "Pedro"),
        ("Es un puente de Calatrava.", "Calatrava"),
    ],
)
def test_spanish_small_words_that_open_no_name(text: str, name: str) -> None:
    assert list(found(text, "es")) == [name]
