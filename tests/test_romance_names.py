"""French and Spanish names over small words, dashes and verbs, and what they name."""

import pytest
from naming import entities, found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Le Parti conservateur du Québec d’Éric Duhaime n’a aucun député.", "fr",
         "Parti conservateur du Québec", "ORG"),
        ("Dominique Anglade, élue dans Saint-Henri–Sainte-Anne, a promis de rester.", "fr",
         "Saint-Henri–Sainte-Anne", "LOC"),
        ("La métropole d’Orléans s’est engagée.", "fr", "métropole d’Orléans", "ORG"),
        ("C'est le vœu du collectif Ciel de Pouvourville.", "fr", "Ciel de Pouvourville", "ORG"),
        ("La course Paris–Nice part.", "fr", "Nice", "LOC"),
        ("Para Ximena Cantú, del Tec de Monterrey, es parte.", "es", "Tec de Monterrey", "ORG"),
        ("Coparon el parque y la avenida 9 de Julio ayer.", "es", "avenida 9 de Julio", "LOC"),
        ("Pasó en Rosario, frente al Monumento a la Bandera.", "es", "Monumento a la Bandera",
         "LOC"),
        ("Mbappé se consoló con la Bota de Oro.", "es", "Bota de Oro", "EVENT"),
        ("Correa era el Presidente del Ecuador entonces.", "es", "Ecuador", "LOC"),
        ("Hablé con el Alcalde de Quito ayer.", "es", "Quito", "LOC"),
        ("Vinieron México, Polonia y Australia.", "es", "México", "LOC"),
    ],
)  # fmt: skip
def test_names_are_whole(text: str, language: str, name: str, kind: EntityType) -> None:
    assert found(text, language).get(name) == kind


@pytest.mark.parametrize("text", ["Teherán respondió ayer.", "Gibraltar a las diez callaba."])
def test_places_that_end_like_verbs_are_places(text: str) -> None:
    assert found(text, "es") == {text.split()[0]: "LOC"}


def test_infinitives_are_no_places() -> None:
    assert not found("“Tomar una muestra fue difícil”, dice.", "es")


def test_an_article_lost_where_a_sentence_began_is_no_second_name() -> None:
    text = "La Boca, en Santiago: 8 por ciento. En La Boca, donde había lanchas, se camina."
    assert {entity.name for entity in entities(text, "es").entities} == {"La Boca", "Santiago"}
