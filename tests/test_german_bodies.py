"""German institutions: one of a state, schools and courts of a town, firms of two halves."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Landesjagdverband klagte.", "Landesjagdverband"),
        ("Die Landeselternvertretung stimmte zu.", "Landeselternvertretung"),
        ("Die Bundeszahnärztekammer warnte.", "Bundeszahnärztekammer"),
        ("Der Städtetag und die Ärztekammer warnten.", "Städtetag"),
        ("Die Gewerkschaft der Eisenbahner warnte.", "Gewerkschaft der Eisenbahner"),
        ("Das sagt die Weltorganisation für Meteorologie.", "Weltorganisation für Meteorologie"),
        (
            "Die Weltorganisation für geistiges Eigentum tagt.",
            "Weltorganisation für geistiges Eigentum",
        ),
        ("Die Realschule Rosenheim öffnet.", "Realschule Rosenheim"),
        ("In der Volksschule Steyr-Münichholz brannte es.", "Volksschule Steyr-Münichholz"),
        ("Das Amtsgericht Freiburg im Breisgau tagt.", "Amtsgericht Freiburg im Breisgau"),
        ("Das Amtsgericht Bad Homburg vor der Höhe tagt.", "Amtsgericht Bad Homburg vor der Höhe"),
        ("Das Bezirksgericht St. Johann im Pongau tagt.", "Bezirksgericht St. Johann im Pongau"),
        ("Die Feuerwehr Rothenburg ob der Tauber kam.", "Feuerwehr Rothenburg ob der Tauber"),
        ("Der Bürgerverein Bad Godesberg klagt.", "Bürgerverein Bad Godesberg"),
        ("Die Kripo Konstanz ermittelt.", "Kripo Konstanz"),
        ("Das Museum für Naturkunde öffnet.", "Museum für Naturkunde"),
        ("Die Bezirkshauptmannschaft Liezen warnt.", "Bezirkshauptmannschaft Liezen"),
        ("Das Wasser- und Schifffahrtsamt Koblenz warnt.", "Wasser- und Schifffahrtsamt Koblenz"),
        ("Die Industrie- und Handelskammer Köln warnt.", "Industrie- und Handelskammer Köln"),
        ("Die Bau- und Handels GmbH ist pleite.", "Bau- und Handels GmbH"),
        ("Die Huber Holz- und Projekt AG baut dort.", "Huber Holz- und Projekt AG"),
        ("Die Eurogroup tagte am Montag.", "Eurogroup"),
        ("Die Universitäten Freiburg und Basel forschen.", "Universitäten Freiburg"),
    ],
)
def test_bodies_are_found_whole(text: str, name: str) -> None:
    assert found(text).get(name) == "ORG"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Er starb in Perg im Mühlkreis.", "Perg im Mühlkreis", "LOC"),
        ("Er kam aus Bad Homburg vor der Höhe.", "Bad Homburg vor der Höhe", "LOC"),
        ("Sie trafen sich in Wien im Prater.", "Wien", "LOC"),
        ("In Köln vor der Halle standen sie.", "Köln", "LOC"),
        ("Im Kraichgau und in der Wetterau regnet es.", "Wetterau", "LOC"),
        ("Er stieg auf den Großen Ödstein.", "Großen Ödstein", "LOC"),
        ("Er war Bürgermeister im Innviertel.", "Innviertel", "LOC"),
    ],
)
def test_towns_tell_which_one_they_are(text: str, name: str, kind: EntityType) -> None:
    assert found(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Der Landesverband warnte davor.",
        "Der Landesfachverband warnte davor.",
        "Der Landesverkehrsverbund fährt seltener.",
        "Die Landesvertretung feierte.",
        "Die Gewerkschaft der Frau half nicht.",
        "Die Hilfsorganisation für Obdachlose half.",
        "Die Stadt plant ein Museum für Gegenwartskunst.",
        "Die Holz- und Metallbranche klagt.",
        "Sie lebten in Eintracht.",
        "Das war in der Volksschule Unterricht.",
    ],
)
def test_kinds_of_bodies_are_no_names(text: str) -> None:
    assert found(text) == {}
