"""French names that go on small, and what the words beside French names say of them."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Le Bloc populaire d’André Laurendeau est né en 1942.", "Bloc populaire", "ORG"),
        ("Il est né dans l’Empire austro-hongrois.", "Empire austro-hongrois", "LOC"),
        ("Un soldat de la Légion étrangère est mort.", "Légion étrangère", "ORG"),
        ("Ce jour-là, les Brigades rouges ont tué Aldo Moro.", "Brigades rouges", "ORG"),
        ("On mangeait aux Pins verts le dimanche.", "Pins verts", None),
        ("La Communauté de communes du Haut-Béarn vote.", "Communauté de communes du Haut-Béarn",
         "ORG"),
        ("Elle a été troisième dans Burnaby Central hier.", "Burnaby Central", "LOC"),
        ("Elle a reçu la Légion d’honneur.", "Légion d’honneur", "EVENT"),
        ("Le fait divise le Nouveau Centre démocratique.", "Nouveau Centre démocratique", "ORG"),
        ("L’association Familles rurales ouvre une crèche.", "Familles rurales", "ORG"),
        ("Le collectif Urgence climatique manifeste.", "Urgence climatique", "ORG"),
        ("Le Centre québécois du droit de l’environnement attend.",
         "Centre québécois du droit de l’environnement", "ORG"),
        ("On attend l’avis du Bureau d’audiences publiques sur l’environnement.",
         "Bureau d’audiences publiques sur l’environnement", "ORG"),
        ("C’était avant le génocide des Arméniens.", "génocide des Arméniens", "EVENT"),
        ("Vooruit a dit oui et Les Engagés se sont abstenus.", "Les Engagés", "ORG"),
        ("Il a joué dans le film Rumba avec elle.", "Rumba", "WORK"),
        ("Le reste appartient à Lampiris, filiale de Total.", "Lampiris", "ORG"),
        ("L’organisme public Ondraf se tait.", "Ondraf", "ORG"),
        ("Il est venu avec son épouse, Mélinée.", "Mélinée", "PER"),
        ("Il a écrit une lettre à Mélinée. Sa femme Mélinée a lu.", "Mélinée", "PER"),
        ("Des blocs sont tombés du Petit Nesthorn.", "Petit Nesthorn", "LOC"),
    ],
)  # fmt: skip
def test_small_words_belong_to_names(text: str, name: str, kind: EntityType | None) -> None:
    names = found(text, "fr")
    assert name in names
    assert kind is None or names[name] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L’association Anticor critique la loi.", "Anticor"),
        ("Le collectif Alerte indique que tout va bien.", "Alerte"),
        ("Le parti Horizons arrive en tête.", "Horizons"),
        ("Le syndicat Alliance signale un fait.", "Alliance"),
        ("Le film Netflix sort demain.", "Netflix"),
        ("Il a volé des BMW noires et grises.", "BMW"),
        ("Le château appartient à Pékin.", "Pékin"),
        ("Ils se sont arrêtés à Mireval.", "Mireval"),
    ],
)
def test_verbs_and_makers_are_no_part_of_names(text: str, name: str) -> None:
    assert list(found(text, "fr")) == [name]


def test_what_a_centre_decides_on_is_no_part_of_it() -> None:
    text = "Il dirige l’Institut d’études politiques sur la base d’un accord."
    assert list(found(text, "fr")) == ["Institut d’études politiques"]
