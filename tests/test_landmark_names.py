"""French landmarks and offices that open with a small word, and small words that open no name."""

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
