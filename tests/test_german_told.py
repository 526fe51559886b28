"""German titles, laws, prizes, districts; signs, letters and nouns that name nothing."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Das steht unter dem Titel «Wie ich den Bach und das Haus am Meer verließ».",
         "Wie ich den Bach und das Haus am Meer verließ", "WORK"),
        ("Der Roman „Die Frau, die den Norden nie wieder sah“ erschien.",
         "Die Frau, die den Norden nie wieder sah", "WORK"),
        ("Der Film „Das Boot“ läuft heute.", "Das Boot", "WORK"),
        ("Das Stück „Wer hat Angst vor dem Mond?“ läuft.", "Wer hat Angst vor dem Mond?", "WORK"),
        ("Die Novelle des Klimaschutzgesetzes ruht.", "Klimaschutzgesetzes", "WORK"),
        ("Nach Artikel 105 des Grundgesetzes geht das.", "Grundgesetzes", "WORK"),
        ("Sie bekam den Preis der Leipziger Buchmesse.", "Preis der Leipziger Buchmesse", "EVENT"),
        ("Der Film gewann einen Silbernen Bären.", "Silbernen Bären", "EVENT"),
        ("Der Nachlass liegt im Bernischen Frauenarchiv.", "Bernischen Frauenarchiv", "ORG"),
        ("Die Akten liegen im Staatsarchiv Ludwigsburg.", "Staatsarchiv Ludwigsburg", "ORG"),
        ("Sie lebt in Hamburg-Altona und Wien-Favoriten.", "Wien-Favoriten", "LOC"),
        ("Die Meldestelle Respekt zählt Fälle.", "Respekt", "ORG"),
        ("Sie lieferten das System Patriot.", "Patriot", "PRODUCT"),
        ("Die Bäckerei Ströck schließt.", "Ströck", "ORG"),
        ("Er kam aus Frankenthal (Pfalz).", "Frankenthal (Pfalz)", "LOC"),
        ("Die Tauernautobahn ist gesperrt.", "Tauernautobahn", "LOC"),
        ("Der Zug hält nicht am Westbahnhof.", "Westbahnhof", "LOC"),
        ("In der NHL 2021/22 spielte er.", "NHL", "ORG"),
    ],
)  # fmt: skip
def test_names_and_their_types(text: str, name: str, kind: EntityType) -> None:
    assert found(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Das Urteil (2 BvR 1651/15) ist bekannt.",
        "So lautet das Urteil (VI ZR 252/19) vom Mai.",
        "Das Urteil in der Sache C-123/20 fiel.",
        "Der Erreger ist als Serotyp O bestimmt.",
        "Er nahm Vitamin D.",
        "Politisch war er ein unbequemer Patriot.",
        "Für Paarhufer ist es ansteckend.",
        "Es fanden sich Risse in Rädern.",
        "Das gilt für Wiederkäuer.",
        "In Halbzeit zwei traf der Stürmer.",
        "Es gibt Einbußen bei Photovoltaik und Wärmepumpen.",
        "Das Plastik war in Quellwasser.",
        "Viele Texte entstanden in Bahnhofbuffets.",
        "Er sagte zu dem Buch „Das will ich nicht lesen“, ehe er ging.",
        "Er nannte das Buch „schlecht“.",
    ],
)
def test_plain_nouns_and_codes_are_no_names(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Der Roman „Lichtungen“ erschien.", "Lichtungen", "WORK"),
        ("Die Ausstellung „Lichtungen“ öffnet.", "Lichtungen", "WORK"),
        ("Der Verein „Sonnenschein“ sammelt Spenden.", "Sonnenschein", "ORG"),
        ("Die Initiative „Offene Stadt“ protestiert.", "Offene Stadt", "ORG"),
        ("Das Wort „Zeitenwende“ fiel.", "Zeitenwende", None),
        ("Die Partei nannte er „Verräter“.", "Verräter", None),
    ],
)
def test_the_noun_before_a_quotation_tells_what_it_names(
    text: str, name: str, kind: EntityType | None
) -> None:
    assert found(text).get(name) == kind


def test_a_noun_behind_a_hyphen_is_no_district() -> None:
    assert found("Die Wien-Wahl war am Sonntag.") == {"Wien": "LOC"}
