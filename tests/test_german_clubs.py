"""German sports clubs: what tells that a town or a single word is one."""

import pytest
from naming import found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Rekordmeister Bayern verlor.", "Bayern"),
        ("So hieß der österreichische Fußballmeister Salzburg.", "Salzburg"),
        ("Der Zweitligist Karlsruhe kaufte ein.", "Karlsruhe"),
        ("Sie trafen auf den Aufsteiger Kiel.", "Kiel"),
        ("In der Arena spielt sonst die Fortuna.", "Fortuna"),
        ("Sie siegten gegen Rapid im Finale.", "Rapid"),
        ("Er wechselte zur Borussia.", "Borussia"),
    ],
)
def test_clubs_are_organisations(text: str, name: str) -> None:
    assert found(text).get(name) == "ORG"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Der Titelverteidiger Spanien schied aus.", "Spanien", "LOC"),
        ("Der Hausmeister aus Berlin kam.", "Berlin", "LOC"),
        ("Der Aufsteiger Karl Müller gewann.", "Karl Müller", "PER"),
        ("Sie lebt in Salzburg. Der Meister Salzburg verlor.", "Salzburg", "LOC"),
        ("Fortuna war ihm hold.", "Fortuna", None),
    ],
)
def test_countries_towns_and_people_are_no_clubs(text: str, name: str, kind: str | None) -> None:
    assert found(text).get(name) == kind


def test_the_town_of_a_club_is_not_the_club() -> None:
    names = found("Austria Klagenfurt verlor. Der Bus fuhr zurück nach Klagenfurt.")
    assert names == {"Austria Klagenfurt": "ORG", "Klagenfurt": "LOC"}
