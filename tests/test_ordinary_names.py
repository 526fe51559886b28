"""German names and ordinary nouns that look alike: people, cantons, divisions, owned things."""

import pytest
from naming import entities, found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # districts and what stands within a name
        ("Der Kanton Schaffhausen lehnt ab.", "Kanton Schaffhausen", "LOC"),
        ("Das sagt die Regierung des Kantons Luzern.", "Kantons Luzern", "LOC"),
        ("Im Kreis Borken brannte eine Scheune.", "Kreis Borken", "LOC"),
        ("Die Polizei im Landkreis Görlitz sucht ihn.", "Landkreis Görlitz", "LOC"),
        ("Im Nationalpark Bayerischer Wald brannte es.", "Nationalpark Bayerischer Wald", "LOC"),
        ("Der Naturpark Unteres Saaletal lockt Gäste.", "Naturpark Unteres Saaletal", "LOC"),
        ("Am Freitag wird in Frankfurt (Oder) gebaut.", "Frankfurt (Oder)", "LOC"),
        ("Er wohnt in Rees am Niederrhein seit Jahren.", "Rees am Niederrhein", "LOC"),
        ("In der Region Marken bebte die Erde.", "Marken", "LOC"),
        ("Sie forscht am Institut für Limnologie und Geologie.",
         "Institut für Limnologie und Geologie", "ORG"),
        ("Die Konrad Adenauer Stiftung lud ein.", "Konrad Adenauer Stiftung", "ORG"),
        ("Das Kraftfahrt-Bundesamt prüft den Motor.", "Kraftfahrt-Bundesamt", "ORG"),
        ("Unter den Petronas-Türmen stand Wasser.", "Petronas-Türmen", "LOC"),
        ("Der Aufbau des Getränkeherstellers Red Bull wächst.", "Red Bull", "ORG"),
        # events
        ("Der Verein steigt in die 2. Bundesliga auf.", "2. Bundesliga", "EVENT"),
        ("Er spielte lange in der 3. Liga.", "3. Liga", "EVENT"),
        ("Der Wiener Kongress ordnete den Kontinent.", "Wiener Kongress", "EVENT"),
        ("Er führt beim Giro d’Italia.", "Giro d’Italia", "EVENT"),
        # clubs and people
        ("Am Samstag siegte Hannover 96 deutlich.", "Hannover 96", "ORG"),
        ("Im Pokal scheiterte Jahn Regensburg früh.", "Jahn Regensburg", "ORG"),
        ("Den Elfmeter verwandelte Jan-Niklas Beste.", "Jan-Niklas Beste", "PER"),
        ("Das Tor erzielte Tim Kleindienst.", "Tim Kleindienst", "PER"),
        # places
        ("Auf dem Nürburgring regnete es.", "Nürburgring", "LOC"),
        ("Der Markt auf dem Helvetiaplatz fällt aus.", "Helvetiaplatz", "LOC"),
        ("Auf der Saualm weiden Kühe.", "Saualm", "LOC"),
        ("Der Koralmtunnel ist fertig.", "Koralmtunnel", "LOC"),
        ("Im Piemont reifen die Reben.", "Piemont", "LOC"),
        ("Kalabrien leidet unter der Dürre.", "Kalabrien", "LOC"),
        ("Die Evakuierung in Albula/Alvra endet.", "Albula/Alvra", "LOC"),
        ("Das Spiel in der Mall of Asia Arena begann.", "Mall of Asia Arena", "LOC"),
        # what the form does not tell
        ("Der erste Nightjet fuhr pünktlich.", "Nightjet", "PRODUCT"),
        ("Die Wettbewerbszentrale klagt.", "Wettbewerbszentrale", "ORG"),
        ("Die Carabinieri sperrten die Straße.", "Carabinieri", "ORG"),
        ("Die Iglu-Studie liegt vor.", "Iglu-Studie", "WORK"),
    ],
)  # fmt: skip
def test_names_are_told_from_ordinary_nouns(text: str, name: str, kind: EntityType) -> None:
    assert found(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Danach jubelten die Schweden lange.", "Schweden"),
        ("Der Sieg der Sachsen kam spät.", "Sachsen"),
        ("Er schob seinen Kahn ins Wasser.", "Kahn"),
        ("Sie füllten Container um Container.", "Container"),
        ("Der Schatz ist von 100 vor Christus.", "Christus"),
        ("Vom Schlosser wurde er zum Springer.", "Springer"),
        ("Der Flügel ist aus Karbon gefertigt.", "Karbon"),
        ("Der Schaden am Eigenkapital ist groß.", "Eigenkapital"),
        ("Offen ist, was aus dem Spital wird.", "Spital"),
        ("Die DNA passte zu den Spuren.", "DNA"),
        ("Es traf Läden in Supermärkten, Casinos und einer Halle.", "Casinos"),
        ("Tausende Hamburger Anhänger stürmten das Feld.", "Hamburger Anhänger"),
    ],
)
def test_ordinary_nouns_are_told_from_names(text: str, name: str) -> None:
    assert name not in found(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Das ist der Mann, der Polen verlassen hat.", "Polen"),
        ("Das moderne Polen wächst.", "Polen"),
        ("Sie liebt ihr Leipzig.", "Leipzig"),
        ("Er flog mit seiner Anna nach Rom.", "Anna"),
        ("Sie scheiterten mit ihrer Siltronic AG.", "Siltronic AG"),
        ("Die Kantone Bern und Jura verhandeln.", "Bern"),
        ("Am Montag schloss der Kanton, in Bern aber nicht.", "Bern"),
        ("Der Amerikanische Kongress tagt.", "Amerikanische Kongress"),
        ("Er fuhr zum Rhein hinunter.", "Rhein"),
        ("Im Zillertal regnete es.", "Zillertal"),
    ],
)
def test_names_that_look_ordinary_are_kept(text: str, name: str) -> None:
    assert name in found(text)


def test_a_canton_that_no_town_is_called_by_is_one_with_its_short_form() -> None:
    names = [e.name for e in entities("Der Kanton Aargau klagt. Das sagt der Aargau.").entities]
    assert names == ["Kanton Aargau"]


def test_a_canton_is_another_place_than_the_town_it_is_called_by() -> None:
    names = [e.name for e in entities("Der Kanton Bern zahlt. In Bern wird gefeiert.").entities]
    assert sorted(names) == ["Bern", "Kanton Bern"]


def test_a_team_is_called_by_its_mascot() -> None:
    text = "Die ZSC Lions siegten. Die Lions verteidigten gut."
    assert [e.name for e in entities(text).entities] == ["ZSC Lions"]


def test_a_first_and_a_last_name_that_no_list_has_are_one_person() -> None:
    text = "Als Erstes öffnet Annamengia Bergamin die Fenster. Bergamin hat lange gewartet. "
    text += "Danach geht Bergamin, 58 Jahre alt, in den Garten."
    names = {e.name: e.type for e in entities(text).entities}
    assert names == {"Annamengia Bergamin": "PER"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bei Netflix Streaming zu buchen lohnt sich. Streaming wächst.", "Netflix Streaming"),
        ("In Zürich Popcorn zu essen ist teuer. Popcorn schmeckt.", "Zürich Popcorn"),
        ("Annamengia Kekse backen zu sehen ist schön. Die Kekse hat sie gern.", "Annamengia Kekse"),
    ],
)
def test_ordinary_nouns_behind_names_are_no_last_names(text: str, name: str) -> None:
    assert name not in found(text)
