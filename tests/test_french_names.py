"""French lands and the people that are called alike, and who and what small words belong to."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Elle vit en Suisse depuis dix ans.", "Suisse"),
        ("La Suisse et la Corse l’attirent.", "Suisse"),
        ("Ils partent vers la Corse.", "Corse"),
        ("Il est né à Lausanne (Suisse) en mai.", "Suisse"),
        ("On aime la Suisse romande.", "Suisse romande"),
        ("L’usine est en Caroline du Nord.", "Caroline du Nord"),
    ],
)
def test_lands_are_found(text: str, name: str) -> None:
    assert found(text, "fr").get(name) == "LOC"


@pytest.mark.parametrize(
    "text",
    [
        "Le Suisse a gagné devant une Suisse.",
        "La Suisse de 24 ans a gagné.",
        "Le Brabançon de 24 ans a gagné.",
        "L’Angevine de 31 ans a perdu.",
    ],
)
def test_people_of_a_land_are_no_names(text: str) -> None:
    assert not found(text, "fr")


def test_a_person_called_like_a_land_is_one() -> None:
    assert found("Caroline Dupont vit en Caroline du Sud.", "fr")["Caroline Dupont"] == "PER"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("C’est la première Coupe d’Afrique des nations du pays.", "Coupe d’Afrique des nations",
         "EVENT"),
        ("Elle a été primée au Gala de l’ADISQ.", "Gala de l’ADISQ", "EVENT"),
        ("Il chante au Festival d’été de Québec.", "Festival d’été de Québec", "EVENT"),
        ("On prépare la Nuit des musées.", "Nuit des musées", "EVENT"),
        ("Il court la Coupe de France de cyclisme.", "Coupe de France", "EVENT"),
        ("Il parle du Festival de Cannes de mai.", "Festival de Cannes", "EVENT"),
        ("La Fédération autonome de l’enseignement réclame.",
         "Fédération autonome de l’enseignement", "ORG"),
        ("Selon la Police cantonale valaisanne, il pleut.", "Police cantonale valaisanne", "ORG"),
        ("À l’appel de la Coordination rurale, ils roulent.", "Coordination rurale", "ORG"),
        ("Le rapport du Bureau d’enquêtes et d’analyses, publié hier, est clair.",
         "Bureau d’enquêtes et d’analyses", "ORG"),
        ("La Chambre de commerce et d’industrie de Lyon aide.",
         "Chambre de commerce et d’industrie de Lyon", "ORG"),
        ("Il raconte tout dans Mission de paix, paru chez Grasset.", "Mission de paix", "WORK"),
        ("La Fête de la musique du village est gaie.", "Fête de la musique", "EVENT"),
        ("Le Conseil de surveillance et de nombreux élus ont dit non.", "Conseil de surveillance",
         "ORG"),
    ],
)  # fmt: skip
def test_events_and_bodies_go_on_in_small_words(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "fr").get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fatou Binetou Sagna a perdu une sandale.", "Fatou Binetou Sagna", "PER"),
        ("Selon Cheikhou Barry, il pleut.", "Cheikhou Barry", "PER"),
        ("Il compte deux succès à Liège-Bastogne-Liège.", "Liège-Bastogne-Liège", "EVENT"),
        ("Il vit à Aix-en-Provence.", "Aix-en-Provence", "LOC"),
        ("L’arrêté est paru au Journal officiel.", "Journal officiel", "WORK"),
        ("Atelier 21 attire du monde.", "Atelier 21", "PRODUCT"),
    ],
)
def test_first_names_races_and_gazettes(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "fr").get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Surveiller 900 adolescents demande du temps.",
        "Perdre 10 kilos est dur.",
        "Réduire 20 % des coûts suffit.",
        "On verse 50 millions de francs CFA.",
    ],
)
def test_verbs_and_money_before_or_behind_numbers_are_no_names(text: str) -> None:
    assert not found(text, "fr")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("L’eau a atteint le lit de la Lonza.", "Lonza", "LOC"),
        ("Lonza a ouvert une usine.", "Lonza", "ORG"),
        ("Reto Imsand, du bureau d’études Alpgeo Consult, se tait.", "Alpgeo Consult", "ORG"),
        ("Elle publie à la maison d’édition Zulma.", "Zulma", "ORG"),
        ("Le cabinet de Michel Barnier se tait.", "Michel Barnier", "PER"),
    ],
)
def test_what_stands_before_tells_rivers_and_firms(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "fr").get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Des pièces comme Les étoiles filantes, Toune d’automne ou Plus rien, ont plu.",
         "Les étoiles filantes"),
        ("Des pièces comme Les étoiles filantes, Toune d’automne ou Plus rien, ont plu.",
         "Toune d’automne"),
        ("Des films tels que La grande vadrouille et Le dîner de cons, sortis hier.",
         "Le dîner de cons"),
        ("Son disque, La nuit remue, est sorti.", "La nuit remue"),
    ],
)  # fmt: skip
def test_titles_are_listed_behind_their_kind(text: str, name: str) -> None:
    assert found(text, "fr").get(name) == "WORK"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Des films comme Titanic ont marqué le public.", "Titanic ont marqué le public"),
        ("Des livres comme Amazon en vend, il en lit.", "Amazon en vend"),
        ("Des romans comme Marie en écrit.", "Marie en écrit"),
    ],
)
def test_what_a_name_does_is_no_title(text: str, name: str) -> None:
    assert name not in found(text, "fr")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ils ont rempli le Centre Bell hier.", "Centre Bell", "LOC"),
        ("Ils ont rempli l’Olympia hier.", "Olympia", "LOC"),
        ("Elle a chanté sur les plaines d’Abraham.", "plaines d’Abraham", "LOC"),
        ("Sur la Corniche ouest, on court.", "Corniche ouest", "LOC"),
        ("La préfecture de police se tait.", "préfecture de police", "ORG"),
        ("Le nouveau Nutri-Score entre en vigueur.", "Nutri-Score", "PRODUCT"),
        ("À l’école secondaire des Rapides, on lit.", "école secondaire des Rapides", "ORG"),
        ("Une élève du collège Victor-Hugo de Besançon lit.", "collège Victor-Hugo", "ORG"),
        ("L’école primaire de Lille est fermée.", "Lille", "LOC"),
        ("L’association de victimes Entraide et Solidarité agit.", "Entraide et Solidarité",
         "ORG"),
        ("L’association Anticor et Greenpeace agissent.", "Greenpeace", "ORG"),
    ],
)  # fmt: skip
def test_halls_schools_and_groups(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "fr").get(name) == kind
