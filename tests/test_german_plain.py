"""German nouns that no place or person is, and persons, prizes and works that look plain."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    "text",
    [
        "Da teleportierte sein Team Photonen in einem Schacht.",
        "Er habe das nur aus Neugier gemacht.",
        "Kampf um die Fische im Keller",
        "Der Zylinder aus Acrylglas war alt.",
        "Sie hielten sich in Restwasser am Boden.",
        "Das war ein wahrer Tsunami, hieß es.",
        "Unter dem Applaus Hunderter Unterstützer verließ sie das Gebäude.",
        "Dieser Preis ist nicht nur für mich.",
        "Der Strompreis für Industrie sinkt.",
        "Elektrische Zäune von 60 Kilometern Länge schützen sie.",
        "Das Urteil ebnet Tausenden Klägern den Weg.",
        "Sie gewann in der Rhythmischen Sportgymnastik.",
        "Die Afrikanische Schweinepest breitet sich aus.",
    ],
)
def test_plain_nouns_are_no_names(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Er sprach mit Alexander Van der Bellen darüber.", "Alexander Van der Bellen", "PER"),
        ("Kim de l'Horizon hat es geschrieben.", "Kim de l'Horizon", "PER"),
        ("Geklagt hatte der Verein Klimaseniorinnen Schweiz, hieß es.",
         "Klimaseniorinnen Schweiz", "ORG"),
        ("Das überwacht das Ministerkomitee in Strassburg.", "Ministerkomitee", "ORG"),
        ("Das Departement Uvek war dagegen.", "Uvek", "ORG"),
        ("Sie sandte es über den Satelliten Micius.", "Micius", "PRODUCT"),
        ("Die Gäste schliefen im Radisson Collection, dessen Zimmer neu sind.",
         "Radisson Collection", "LOC"),
        ("Das wurde im Frankfurter Römer bekannt.", "Frankfurter Römer", "LOC"),
        ("Der Bürgermeister von Grande-Synthe, Damien Carême, kam.",
         "Grande-Synthe", "LOC"),
        ("Das Buch war im Sommer bei DuMont erschienen.", "DuMont", "ORG"),
        ("Nominiert war Fatma Aydemir («Dschinns») im Herbst.", "Dschinns", "WORK"),
        ("Er erhält den Nobelpreis für Physik.", "Nobelpreis für Physik", "EVENT"),
        ("Er hat den Deutschen Buchpreis 2022 erhalten.", "Deutschen Buchpreis 2022", "EVENT"),
        ("Es hatte den Literaturpreis der Jürgen Ponto-Stiftung gegeben.",
         "Literaturpreis der Jürgen Ponto-Stiftung", "EVENT"),
        ("Das sagt die Forscherin Hermine Pfandlbauer von der Uni.", "Hermine Pfandlbauer", "PER"),
        ("Die Forscherin Friederike Tonndorf erklärt es.", "Friederike Tonndorf", "PER"),
        ("Das Technische Hilfswerk rückte aus.", "Technische Hilfswerk", "ORG"),
        ("Deutsche Bahn schweigt.", "Deutsche Bahn", "ORG"),
        ("Sie liegt in Weißwasser.", "Weißwasser", "LOC"),
        ("Das hofft ein starkes Europa.", "Europa", "LOC"),
        ("Das wäre das Ende eines geteilten Bosnien.", "Bosnien", "LOC"),
    ],
)  # fmt: skip
def test_names_that_look_plain(text: str, name: str, kind: EntityType) -> None:
    assert found(text).get(name) == kind
