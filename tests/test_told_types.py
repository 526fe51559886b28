"""What the sentence tells of a name: whose it is, what it leads, what it is sung or written as."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("es", "Es un cachalote bautizado en honor del autor de Moby Dick.", "Moby Dick", "WORK"),
        ("es", "Todos cantaron “Muchachos” hasta quedarse sin voz.", "Muchachos", "WORK"),
        ("es", "Faltaba el Dibu Martínez, que la saca.", "Dibu Martínez", "PER"),
        ("es", "Las escuelas de Guadalupe, San Nicolás y Escobedo cerraron.", "San Nicolás",
         "LOC"),
        ("es", "En la colonia Fomerrey 35 los vecinos bloquearon la calle.", "Fomerrey 35", "LOC"),
        ("fr", "Le gestionnaire de réseau Ores prévient que cela durera.", "Ores", "ORG"),
        ("fr", "Elle fut reprise par le propriétaire de Pyrex.", "Pyrex", "ORG"),
        ("fr", "Tisséo Collectivités, l'autorité que préside Jean-Michel Lattes, attend.",
         "Tisséo Collectivités", "ORG"),
        ("fr", "Le parti perd Rouyn-Noranda–Témiscamingue, où elle a été battue.",
         "Rouyn-Noranda–Témiscamingue", "LOC"),
        ("fr", "Dix minutes : Téléo, le premier téléphérique de Toulouse, a embarqué.", "Téléo",
         "PRODUCT"),
    ],
)  # fmt: skip
def test_the_sentence_tells_the_type(language: str, text: str, name: str, kind: EntityType) -> None:
    assert found(text, language).get(name) == kind


def test_what_ends_in_a_code_is_no_person() -> None:
    assert found("Its Trent XWB engines power the jet.", "en").get("Trent XWB") != "PER"


def test_who_has_a_surname_in_capitals_is_a_person() -> None:
    assert found("Le texte est de Chantal DIDIER.", "fr") == {"Chantal DIDIER": "PER"}


def test_the_eve_of_the_year_is_no_name() -> None:
    assert not found("A fire gutted it on New Year’s Eve 2017.", "en")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The plan collapsed when its founder, Wen Ko Dan, was arrested.", "Wen Ko Dan", "PER"),
        ("Jorlene Prior, a retired school cook, weeps.", "Jorlene Prior",
         "PER"),
        ("The ship, the Zembla, had left the port.", "Zembla", "PRODUCT"),
        ("The Dali, 984 feet long, sank. The ship broke up off Lagos.", "Dali",
         "PRODUCT"),
        ("Storm Éowyn swept the country. Éowyn had deepened at sea.", "Storm Éowyn", "EVENT"),
        ("Storm Zelda was worse than Debbie in 1961.", "Debbie", "EVENT"),
        ("Nothing was done for the Kennet or the Lea.", "Lea", "LOC"),
        ("Nothing was done for the Kennet or the Lea.", "Kennet", "LOC"),
        ("By noon the Fraser burst its banks.", "Fraser", "LOC"),
        ("The vote in Dáil Éireann was close.", "Dáil Éireann", "ORG"),
        ("Trains to Alice Springs were late.", "Alice Springs", "LOC"),
        ("Sixty towns in the Northern Rivers flooded.", "Northern Rivers", "LOC"),
        ("The Conservatives in the town called a vote.", "Conservatives", "ORG"),
        ("Sky Sports showed the match.", "Sky Sports", "ORG"),
        ("It orbits under the name OSIRIS-APEX now.", "OSIRIS-APEX", "PRODUCT"),
        ("Limerick won four All-Ireland titles.", "All-Ireland", "EVENT"),
        ("The state Labor MP swam home.", "Labor", "ORG"),
        ("Ballots went to Reform voters in the county.", "Reform", "ORG"),
        ("The New DAWN treaty expires next year.", "New DAWN", "WORK"),
        ("It is owned by Grace Ocean of Singapore.", "Grace Ocean", "ORG"),
        ("Zembla and Orb Marine, the companies that own the ship, went to court.", "Orb Marine",
         "ORG"),
        ("The Bibby Stockholm, a barge moored off Kent, was full.", "Bibby Stockholm", "PRODUCT"),
        ("Lough Corran, the largest lake here, is choked.", "Lough Corran", "LOC"),
        ("The play opens at the Abbey Theatre.", "Abbey Theatre", "ORG"),
        ("Mary Doherty of Sinn Féin said so.", "Sinn Féin", "ORG"),
    ],
)  # fmt: skip
def test_the_english_sentence_tells_the_type(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "en").get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("After it fired its chief executive, General Motors, the carmaker, closed.",
         "General Motors", "ORG"),
        ("The Solent was calm when the yacht came.", "Solent", "LOC"),
        ("The Algarve and the Bronx are far from the ferry.", "Algarve", "LOC"),
        ("The vessel was managed by Ann Lee of Leeds.", "Ann Lee", "PER"),
        ("Storm Zelda hit. In 1961 Debbie Smith moved, Debbie said.", "Debbie Smith", "PER"),
        ("Lea Seydoux played in the film.", "Lea Seydoux", "PER"),
        ("The Paris accord was signed in Paris.", "Paris", "LOC"),
        ("Orb Marine, a bank based in Leeds, closed.", "Orb Marine", "ORG"),
        ("The new MT Newswires report is out.", "MT Newswires", "ORG"),
        ("The labour leader met Prince William.", "Prince William", "PER"),
        ("Joan Rivers lived in the Western Isles.", "Joan Rivers", "PER"),
    ],
)  # fmt: skip
def test_what_the_english_sentence_does_not_tell(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "en").get(name) == kind
