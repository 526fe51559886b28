"""German names of regions, bodies, laws and people of three countries, and nouns beside them."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Das Geld kommt aus dem Klima- und Transformationsfonds.",
            "Klima- und Transformationsfonds",
            "ORG",
        ),
        (
            "Der 200 Milliarden schwere Wirtschafts- und Stabilisierungsfonds lief aus.",
            "Wirtschafts- und Stabilisierungsfonds",
            "ORG",
        ),
        (
            "Die Investitions- und Strukturbank Rheinland-Pfalz zahlt.",
            "Investitions- und Strukturbank Rheinland-Pfalz",
            "ORG",
        ),
        (
            "Das Bildungs- und Kulturdepartement in Luzern prüft.",
            "Bildungs- und Kulturdepartement",
            "ORG",
        ),
        ("Die Unionsfraktion lehnte den Antrag ab.", "Unionsfraktion", "ORG"),
        ("Die Jungfreisinnigen verloren.", "Jungfreisinnigen", "ORG"),
        ("Der Seeheimer Kreis beriet am Abend.", "Seeheimer Kreis", "ORG"),
        ("FDP, SVP, Mitte und die Verbände waren dagegen.", "Mitte", "ORG"),
        ("Die Wirtschaftskammer Tirol rechnet mit Stau.", "Wirtschaftskammer Tirol", "ORG"),
        ("Das Covid-Gesetz wurde angenommen.", "Covid-Gesetz", "WORK"),
        ("Das Parlament hat das revidierte CO2-Gesetz verabschiedet.", "CO2-Gesetz", "WORK"),
        (
            "Das Zweite Nachtragshaushaltsgesetz 2021 ist nichtig.",
            "Zweite Nachtragshaushaltsgesetz 2021",
            "WORK",
        ),
        ("Er kam zum EU-Sondergipfel nach Brüssel.", "EU-Sondergipfel", "EVENT"),
        ("Sie bekam das Große Verdienstkreuz.", "Große Verdienstkreuz", "EVENT"),
        ("Die Nationalratswahl gewann die FPÖ.", "Nationalratswahl", "EVENT"),
        ("In der Romandie stimmten viele zu.", "Romandie", "LOC"),
        ("Zürich, Bern und Basel-Stadt sagten Ja.", "Basel-Stadt", "LOC"),
        ("Ein Winzer aus Franken half.", "Franken", "LOC"),
        ("Die Funde aus der Ilsenhöhle sind alt.", "Ilsenhöhle", "LOC"),
        ("Die Breitachklamm ist gesperrt.", "Breitachklamm", "LOC"),
        ("Er liegt auf dem Jüdischen Friedhof.", "Jüdischen Friedhof", "LOC"),
        ("Er wurde auf dem Zentralfriedhof begraben.", "Zentralfriedhof", "LOC"),
        ("Die Feier fand auf dem Königsplatz statt.", "Königsplatz", "LOC"),
        ("Die Lastwagen rollten über die A13, mehr als sonst.", "A13", "LOC"),
        ("Das sagt Küfer Matthes Kriechel.", "Matthes Kriechel", "PER"),
        (
            "Bundesrätin Elisabeth Baume-Schneider sagte das.",
            "Elisabeth Baume-Schneider",
            "PER",
        ),
        ("Verteidigungsministerin bleibt Klaudia Tanner.", "Klaudia Tanner", "PER"),
        (
            "Sie geht an den Wiener NEOS-Stadtrat Christoph Wiederkehr.",
            "Christoph Wiederkehr",
            "PER",
        ),
        ("Der Grüne Cem Özdemir stimmte zu.", "Cem Özdemir", "PER"),
        ("Die Mutter Auguste stellte sich der Polizei.", "Auguste", "PER"),
    ],
)
def test_names_of_three_countries_have_their_type(text: str, name: str, kind: EntityType) -> None:
    assert found(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ein Teil lag in Kisten im Magazin.", "Kisten"),
        ("Eine Kette aus Bernstein lag da.", "Bernstein"),
        ("Nach Sprint und Weitsprung führte er. Im Sprint gewann sie.", "Sprint"),
        ("Eine Obergrenze für den Ausstoss von Gasen fehlt.", "Ausstoss"),
        ("Die Gespräche scheiterten Anfang Jänner, er trat zurück.", "Anfang Jänner"),
        ("Der Familiennachzug von Flüchtlingen soll enden.", "Flüchtlingen"),
        ("Tiefer Graben zwischen den Parteien", "Tiefer Graben"),
        ("Die A13 trug mehr Verkehr als alle Schweizer Pässe.", "Schweizer Pässe"),
        ("Sie lud ihn in ihre Neuköllner Schule ein.", "Neuköllner Schule"),
        ("Für die Schweizer Politik ist das eine Zäsur.", "Schweizer Politik"),
        ("Der Falsche Mehltau befiel die Reben.", "Falsche Mehltau"),
        ("Die Preise in Franken sanken.", "Franken"),
    ],
)
def test_nouns_of_three_countries_are_no_names(text: str, name: str) -> None:
    assert name not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Aktien- und Rentenfonds verloren an Wert.",
        "Eine Investitions- und Strukturbank gab es nicht.",
        "Das Koch- und Backzentrum öffnet.",
        "Die Mitte des Landes ist trocken, bis Mitte und Ende Mai.",
        "Eine Tropfsteinhöhle und eine Felsschlucht sind gesperrt.",
        "Sie trafen sich auf dem Sportplatz und auf einem Marktplatz.",
    ],
)
def test_nouns_that_look_like_bodies_and_sites_are_none(text: str) -> None:
    assert not found(text)


def test_a_compound_behind_a_first_name_is_no_double_surname() -> None:
    assert "Thomas Müller-Trikots" not in found("Der Verein gab Thomas Müller-Trikots aus.")


def test_a_conductor_beside_what_things_are_made_of_is_a_person() -> None:
    assert found("Er hörte ein Werk von Leonard Bernstein.")["Leonard Bernstein"] == "PER"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dazu kam der Dokumentarfilm »Don't Call It Heimweh« von 2004.", "Don't Call It Heimweh"),
        (
            "Es folgte die Autobiografie »Versuche, dein Leben zu machen«.",
            "Versuche, dein Leben zu machen",
        ),
        ("Sie sah den Film »Lola rennt« und ging.", "Lola rennt"),
    ],
)
def test_titles_stand_between_marks_that_point_inwards(text: str, name: str) -> None:
    assert found(text).get(name) == "WORK"


def test_speech_between_marks_that_point_inwards_is_no_title() -> None:
    assert found("»Wir haben gewonnen«, sagte Anna Meier.") == {"Anna Meier": "PER"}


def test_marks_that_point_outwards_end_where_they_did() -> None:
    assert "Neue Zürcher Zeitung" in found("Die «Neue Zürcher Zeitung» und der «Blick» kamen.")
