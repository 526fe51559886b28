"""German names: what is one though it looks plain, what is none though a list has it."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Gäste kamen auf drei Siegen weniger.", "Siegen"),
        ("Nach Siegen gegen Ulm und Jena liegen sie vorn.", "Siegen"),
        ("Im Keller waren es minus 12 Grad.", "Grad"),
        ("Das Tor fiel in Unterzahl.", "Unterzahl"),
        ("Die Quote sank nach Erhebungen der Kammer.", "Erhebungen"),
        ("Die Figur ist aus Messing, der Sockel aus Gips.", "Messing"),
        ("Die Bilder stammen aus der Sammlung eines Pariser Museums.", "Pariser Museums"),
        ("Die Initiative will Eltern für die Sache gewinnen.", "Eltern für die Sache"),
        ("Im Bad Wasser zu sparen ist nicht leicht.", "Bad Wasser"),
        ("Das EBITDA stieg um neun Prozent.", "EBITDA"),
    ],
)
def test_plain_nouns_are_no_names(text: str, name: str) -> None:
    assert name not in found(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Die Autobahn GmbH des Bundes sperrte die Brücke.", "Autobahn GmbH", "ORG"),
        ("Der Umzug führte durch Bad Wildungen.", "Bad Wildungen", "LOC"),
        ("Das Konzert in der Veltins Arena war ausverkauft.", "Veltins Arena", "LOC"),
        ("Der Sprecher von Engadin Tourismus bestätigte das.", "Engadin Tourismus", None),
        ("Am Freitag trafen die Löwen Frankfurt zweimal.", "Löwen Frankfurt", "ORG"),
        ("Das sagt Dietmar Stollberg von der Hypo Bank International.", "Dietmar Stollberg", "PER"),
        ("Das plante das Büro Reinke + Altmann aus Jena.", "Reinke + Altmann", None),
        ("Die Hochschule Nienburg/Verden öffnete.", "Hochschule Nienburg/Verden", "ORG"),
        ("Die Forschungsanstalt Geisenheim warnte davor.", "Forschungsanstalt Geisenheim", None),
        ("Die Rems-Murr-Kliniken schließen zwei Häuser.", "Rems-Murr-Kliniken", "ORG"),
        ("Das Leipziger Büro Kranz + Weidlich gewann.", "Kranz + Weidlich", None),
        ("Er lehrt am Pariser Collège de la Mémoire.", "Collège de la Mémoire", "ORG"),
        ("Die Agence nationale de sécurité rügte das.", "Agence nationale de sécurité", "ORG"),
        ("Er leitete die Petersen Werft GmbH in Husum.", "Petersen Werft GmbH", None),
        ("Am Sonntag spielt der 1. FC Bocholt.", "1. FC Bocholt", "ORG"),
        ("Danach siegten die Krefeld Pinguine mit 3:1.", "Krefeld Pinguine", "ORG"),
        ("Die Messe Essen rechnet mit mehr Gästen.", "Messe Essen", None),
        ("Die Lebenshilfe Gießen sucht Helfer.", "Lebenshilfe Gießen", "ORG"),
        ("Ein Fest im Volkspark Rehberge fiel aus.", "Volkspark Rehberge", "LOC"),
        ("Der Stau auf der A 8 war lang.", "A 8", "LOC"),
        ("Sie wohnt in Ludwigshafen am Rhein.", "Ludwigshafen am Rhein", "LOC"),
        ("Er fuhr durch Bad Oeynhausen, sein Beifahrer nicht.", "Bad Oeynhausen", "LOC"),
        ("Der Zug hielt am Schlesischen Tor in Berlin.", "Schlesischen Tor", "LOC"),
        ("Sie trafen sich am Cottbuser Tor in Peitz.", "Cottbuser Tor", "LOC"),
        ("In der Holsteinischen Schweiz regnet es.", "Holsteinischen Schweiz", "LOC"),
        ("Auf der Schwäbischen Alb liegt Schnee.", "Schwäbischen Alb", "LOC"),
        ("Die Staatsoper Hannover spielt wieder.", "Staatsoper Hannover", "ORG"),
        ("Das Haus gehört der Familie Brenninghoff.", "Brenninghoff", "PER"),
        ("Er startet für LG Kindl Finanz Rostock im Feld.", "LG Kindl Finanz Rostock", None),
        ("Das teilte der Verein Omas gegen Rechts mit.", "Omas gegen Rechts", "ORG"),
        ("Die Initiative Eltern für den Stadtwald klagt.", "Eltern für den Stadtwald", "ORG"),
        ("Das Start-up Vireon aus Jena wächst.", "Vireon", "ORG"),
        ("Die Firma streicht in Steyrheim 70 von 900 Jobs.", "Steyrheim", "LOC"),
        ("Im Schlosspark Nymphenburg wurde gefeiert.", "Schlosspark Nymphenburg", "LOC"),
        ("Der Zug hielt in Wiesbaden-Schierstein.", "Wiesbaden-Schierstein", "LOC"),
        ("Die Stiftung Elbtal zahlte das.", "Stiftung Elbtal", "ORG"),
        ("Der Anglerverband Niedersachsen klagte.", "Anglerverband Niedersachsen", "ORG"),
        ("Das Staatsorchester Stuttgart spielte Brahms.", "Staatsorchester Stuttgart", "ORG"),
        ("Er schrieb es dem Mailänder Maler Bernardino Luini zu.", "Bernardino Luini", "PER"),
        ("Das Amtsgericht Halle (Saale) verhandelte.", "Amtsgericht Halle (Saale)", "ORG"),
        ("Das Theater am Goetheplatz öffnete.", "Theater am Goetheplatz", None),
        ("Die Feier war in Kirchdorf am Inn.", "Kirchdorf am Inn", None),
    ],
)
def test_names_with_plain_nouns_are_whole(text: str, name: str, kind: EntityType | None) -> None:
    names = found(text)
    assert name in names
    assert kind is None or names[name] == kind


@pytest.mark.parametrize(
    "name",
    [
        "Neustadtbrücke",
        "Fraueninsel",
        "Schillerpark",
        "Wipptalautobahn",
        "Oberengadin",
        "Westerzgebirge",
    ],
)
def test_landmarks(name: str) -> None:
    assert found(f"Wegen der Arbeiten an der {name} wird gewarnt.").get(name) == "LOC"


@pytest.mark.parametrize("name", ["Fußgängerbrücke", "Urlaubsinsel", "Freizeitpark"])
def test_kinds_of_buildings_are_no_names(name: str) -> None:
    assert name not in found(f"Die {name} kostet das Land viel Geld.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zwar traf Jonas Hüpf in der Nachspielzeit.", "Jonas Hüpf"),
        ("Das sagte Direktor Ocko Kupferschmied.", "Ocko Kupferschmied"),
        ("Der Film ist von Walter Ulrich Petersen.", "Walter Ulrich Petersen"),
        ("Am Ende gewann Thomas Richter den Preis.", "Thomas Richter"),
        ("Das gefiel dem Orgelbauer Traugott Melzinger.", "Traugott Melzinger"),
        ("Die Vorsitzende, Doris König, verlas das Urteil.", "Doris König"),
        ("Das sagte Lena Sänger.", "Lena Sänger"),
        ("Das sagte Energieberaterin Ocka Kupferschmied.", "Ocka Kupferschmied"),
    ],
)
def test_persons_are_whole(text: str, name: str) -> None:
    assert found(text).get(name) == "PER"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Protest in Köln am Alexanderplatz endete.", "Köln"),
        ("Das kritisierte Sachsens Ressortchef Georg Wirsing.", "Georg Wirsing"),
        ("Sie landeten am Flughafen Linate.", "Linate"),
        ("Franziska von der Heyden gewann.", "Franziska von der Heyden"),
        ("Das ist die Mission des Rovers Perseverance.", "Perseverance"),
        ("Der Autobauer Mercedes Benz liefert.", "Mercedes Benz"),
        ("Sie wohnt in Frankfurt am Main.", "Frankfurt am Main"),
    ],
)
def test_names_beside_each_other(text: str, name: str) -> None:
    assert name in found(text)


def test_a_firm_that_spells_itself_small_is_known_once_introduced() -> None:
    text = "Der Autohersteller veltrans will wachsen. Analysten loben veltrans seit Jahren."
    assert list(found(text)) == ["veltrans"]
    assert found("Der Hersteller selbst will nicht. Die Firma profitabel zu machen, dauert.") == {}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Er sagte, dass Russland Energie als Waffe einsetze.", "Russland", "LOC"),
        ("Es heißt, dass in Brandenburg Wölfe Schafe reißen.", "Brandenburg", "LOC"),
        ("Die Büros in der Musterstraße 5, 10115 Berlin, sind zu.", "Berlin", "LOC"),
        ("Die Büros in der Musterstraße 5, 5020 Salzburg, sind zu.", "Salzburg", "LOC"),
    ],
)
def test_places_end_before_plain_nouns_and_behind_postcodes(
    text: str, name: str, kind: EntityType
) -> None:
    assert found(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Sprecherin teilte mit, dass Scholz Reisen absagt.", "Scholz Reisen"),
        ("Er stand auf der Mittelinsel der Straße.", "Mittelinsel"),
        ("Die Fluggastbrücke war gesperrt.", "Fluggastbrücke"),
    ],
)
def test_plain_nouns_behind_and_within_are_no_names(text: str, name: str) -> None:
    assert name not in found(text)


@pytest.mark.parametrize(
    "name",
    [
        "Bundesministerium für Wirtschaft und Klimaschutz",
        "Ministerium für Bildung, Wissenschaft und Kultur",
        "Landesamt für Natur, Umwelt und Verbraucherschutz",
        "Bundesministerium für wirtschaftliche Zusammenarbeit und Entwicklung",
        "Bundesministerium für Bildung, Familie, Senioren, Frauen und Jugend",
        "Bundesministerium des Innern und für Heimat",
        "Bundesamt für Seltenes und Rares",
    ],
)
def test_authorities_are_named_with_all_their_fields(name: str) -> None:
    acronym = " (BSR)" if name.endswith("Rares") else ""
    assert name in found(f"Am Montag teilte das {name}{acronym} mit, dass es so bleibt.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Es stritten das Ministerium für Wirtschaft und Kanzler Olaf Scholz.",
         "Ministerium für Wirtschaft"),
        ("Es stritten das Ministerium für Wirtschaft und Gewerkschaften.",
         "Ministerium für Wirtschaft"),
        ("Das Bundesamt für Naturschutz, Greenpeace und BUND klagten.",
         "Bundesamt für Naturschutz"),
        ("Der Verband für Handel und Verkehr in Jena stritten.", "Verband für Handel"),
    ],
)  # fmt: skip
def test_what_meets_an_authority_is_none_of_its_fields(text: str, name: str) -> None:
    assert name in found(text)
