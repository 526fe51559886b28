"""German names as news from Germany, Austria and Switzerland writes them."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("JJ hat in Basel den Eurovision Song Contest gewonnen.", ["Eurovision Song Contest"]),
        ("Der Zoo hat in Basel den Eisbären Knut gezeigt.", ["Basel"]),
        ("Als Peter der Lufthansa schrieb, war es zu spät.", ["Peter", "Lufthansa"]),
        ("Das sei Petra von den Grünen gelungen.", ["Petra", "Grünen"]),
        ("Am Montag traf in Kiew Dmytro Kuleba ein.", ["Kiew", "Dmytro Kuleba"]),
        ("Am Montag empfing in Berlin Olaf Scholz den Gast.", ["Berlin", "Olaf Scholz"]),
        ("Nationalrat Thomas Matter lehnte das ab.", ["Thomas Matter"]),
        ("Die Polizei sperrte das Ufer beim Hamburger Elbtower.", ["Elbtower"]),
        ("Zum Besitz zählt der New Yorker Chrysler Building Trust.", ["Chrysler Building Trust"]),
    ],
)
def test_names_that_only_stand_side_by_side_are_apart(text: str, names: list[str]) -> None:
    assert set(names) <= set(found(text))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ursula von der Leyen stellte Hilfe in Aussicht.", "Ursula von der Leyen", "PER"),
        ("Karl-Theodor zu Guttenberg trat zurück.", "Karl-Theodor zu Guttenberg", None),
        ("Im Jahr 800 wurde Karl der Große gekrönt.", "Karl der Große", "PER"),
        ("Die Schwedin Greta Thunberg will kommen.", "Greta Thunberg", "PER"),
        ("Dann löste Sebastian Kurz die Koalition auf.", "Sebastian Kurz", "PER"),
        ("Auslöser war das Tief Boris, das warme Luft brachte.", "Boris", "EVENT"),
        ("Der Wirbelsturm Freddy traf Mosambik.", "Freddy", "EVENT"),
        ("Der Countertenor JJ hat gewonnen.", "JJ", "PER"),
        ("Die Töchter Signa Prime und Signa Development zahlten.", "Signa Prime", "ORG"),
        ("Gewählt wird der Nationalrat am 29. September.", "Nationalrat", "ORG"),
        ("Das Bundesheer schickte tausend Soldaten.", "Bundesheer", "ORG"),
        ("Danach lehnte der Ständerat das ab.", "Ständerat", "ORG"),
        ("Der Leiter des Straßen- und Tiefbauamts sprach.", "Straßen- und Tiefbauamts", "ORG"),
        (
            "Das Landesgericht für Strafsachen Graz entschied.",
            "Landesgericht für Strafsachen Graz",
            "ORG",
        ),
        ("Der Wienfluss stieg am Abend weiter.", "Wienfluss", "LOC"),
        ("Die Wanderwege zur Fafleralp sind gesperrt.", "Fafleralp", "LOC"),
        ("Am Kleinen Nesthorn fiel Eis.", "Kleinen Nesthorn", "LOC"),
        ("Das Terrassenufer ist überflutet.", "Terrassenufer", "LOC"),
        ("Wasser drang in den Bahnhof Tullnerfeld.", "Bahnhof Tullnerfeld", "LOC"),
        ("Sie fuhren zur Burg Hohenzollern.", "Burg Hohenzollern", "LOC"),
        ("Der Tagebau Nochten schließt.", "Tagebau Nochten", "LOC"),
        ("In der Kölner Südstadt brannte es.", "Kölner Südstadt", "LOC"),
        ("In der DDR war das anders.", "DDR", "LOC"),
        ("Warme Luft vom warmen Mittelmeer gegen kalte aus Norden.", "Mittelmeer", "LOC"),
        ("Der Hang oberhalb von Blatten rutscht.", "Blatten", "LOC"),
        ("Viele hatten die Flut aus Staub von Wiler aus mit ansehen müssen.", "Wiler", "LOC"),
        ("Der Verkehr auf der Elbe ist bis zum Blauen Wunder gesperrt.", "Blauen Wunder", "LOC"),
        ("Er sang an der Wiener Staatsoper in kleinen Rollen.", "Wiener Staatsoper", "ORG"),
    ],
)
def test_newsroom_names_are_whole(text: str, name: str, kind: EntityType | None) -> None:
    names = found(text)
    assert name in names
    assert kind is None or names[name] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sechs Jahre verhängte das Landgericht für Raub in Jena.", "Landgericht für Raub"),
        ("Wie Basel der Deutsche Meister wurde.", "Basel der Deutsche"),
        ("Anna von der Post kam zu spät.", "Anna von der Post"),
        ("Ein Tief hat Deutschlands Norden erreicht.", "Tief"),
        ("Er arbeitet in Haupt- und Ehrenamt für den Verein.", "Haupt- und Ehrenamt"),
        ("Das Einhorn und das Nashorn sind im Zoo.", "Nashorn"),
        ("Das Seeufer, das Ostufer und das Flussufer sind gesperrt.", "Seeufer"),
        ("Das Rathaus Münchens ist neugotisch.", "Rathaus Münchens"),
        ("Unter der Erde sitzen noch zwei Menschen.", "Erde"),
        ("Mehrere Millionen Kubikmeter Fels drohen abzustürzen.", "Kubikmeter Fels"),
        ("Er lag zwischen Paletten und nassen Matratzen.", "Paletten"),
        ("In der Basler Innenstadt setzte die Polizei Reizgas ein.", "Basler Innenstadt"),
        ("Das Eis hat das Walliser Dorf begraben.", "Walliser Dorf"),
        ("Der New Yorker Bürgermeister sprach.", "New Yorker"),
        ("Die Sitzung im Elisabeth Krankenhaus fiel aus.", "Krankenhaus"),
    ],
)
def test_newsroom_words_are_no_names(text: str, name: str) -> None:
    assert name not in found(text)


def test_towns_that_play_are_clubs_in_a_german_report() -> None:
    text = (
        "Nach dem Anpfiff des Halbfinales traf Florian Wirtz per Elfmeter. Schiedsrichter Harm "
        "Osmers pfiff ab, Torwart Lukas Hradecky jubelte. Leverkusen gewann. Bayerns Trainer, "
        "der gegen Liverpool verloren hatte, gratulierte. Am letzten Spieltag geht es nach Berlin."
    )
    names = found(text)
    assert [names[n] for n in ("Leverkusen", "Liverpool", "Berlin")] == ["ORG", "ORG", "LOC"]


def test_towns_that_win_elsewhere_are_towns() -> None:
    assert found("Hamburg gewann Einwohner, Bremen verlor welche.")["Hamburg"] == "LOC"


def test_body_without_its_adjective_is_the_same_body() -> None:
    text = "Die Schweizerische Nationalbank hilft. Die Nationalbank stellt Geld bereit."
    assert set(found(text)) == {"Schweizerische Nationalbank", "Nationalbank"}
