"""English names by what stands around them: relatives, examples, offices, states, titles."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("His father, Rajinikanth, a surgeon, gave up his practice.", "Rajinikanth", "PER"),
        ("Their daughter, Ottilie, was born in May.", "Ottilie", "PER"),
        ("The governor of Lagos State, Babajide Sanwo-Olu, came to watch.", "Babajide Sanwo-Olu",
         "PER"),
        ("It was sponsored by Senators Elizabeth Warren of Massachusetts and Charles Grassley.",
         "Elizabeth Warren", "PER"),
        ("They will face electronics brands such as Jabra, and shelves at Orbis.", "Jabra", "ORG"),
        ("Five manufacturers, among them Sonova of Switzerland and Demant of Denmark, agreed.",
         "Demant", "ORG"),
        ("Banks, including Zelvo in Leeds and Ardu, closed.", "Ardu", "ORG"),
        ("In Ekiti State a student has cooked for 120 hours.", "Ekiti State", "LOC"),
        ("He works for the Lagos State Government.", "Lagos State Government", "ORG"),
        ("She works at a clinic in Duluth, Minn., and teaches.", "Minn.", "LOC"),
        ("She won at the 3Arena in Dublin.", "3Arena", "LOC"),
        ("The scheme is run by Re-turn, a company set up by retailers.", "Re-turn", "ORG"),
        ("The train pulled out for Abbey Wood at dawn.", "Abbey Wood", "LOC"),
        ("The first train of the Elizabeth line pulled out.", "Elizabeth line", "PRODUCT"),
        ("Transport for London needs the fares.", "Transport for London", "ORG"),
        ("India won gold at the Chess Olympiad in Budapest.", "Chess Olympiad", "EVENT"),
        ("It appears in the Federal Register today.", "Federal Register", "WORK"),
        ("The inspectors of the Australian Radiation Protection and Nuclear Safety Agency came.",
         "Australian Radiation Protection and Nuclear Safety Agency", "ORG"),
        ("The Australian Nuclear Science and Technology Organisation sent detectors.",
         "Australian Nuclear Science and Technology Organisation", "ORG"),
        ("The tree was seen in the 1991 film Robin Hood: Prince of Thieves with Kevin Costner.",
         "Robin Hood: Prince of Thieves", "WORK"),
        ('He won an Emmy for "Path to War." Then he left.', "Path to War", "WORK"),
        ('He was in four films of "The Hunger Games." Then he left.', "The Hunger Games", "WORK"),
        ('He played in "Ordinary People," the first film directed by Robert Redford.',
         "Ordinary People", "WORK"),
        ('Bernardo Bertolucci cast him as a fascist in "1900." He agreed.', "1900", "WORK"),
        ("The judge, Mark Lucraft KC, agreed.", "Mark Lucraft", "PER"),
        ("The court ruled in Trump v. United States on Monday.", "Trump v. United States", "WORK"),
        ("In Roe v. Wade the court had said so.", "Roe v. Wade", "WORK"),
        ("A loan came from Elliott Management.", "Elliott Management", "ORG"),
        ("The Welsh government announced it.", "Welsh government", "ORG"),
        ("Keeper Stefan Groeneveld named her.", "Stefan Groeneveld", "PER"),
        ("He grew up watching the Boston Celtics with his father.", "Boston Celtics", "ORG"),
        ("A fan of the San Francisco 49ers was hurt.", "San Francisco 49ers", "ORG"),
        ("She saw the Toronto Maple Leafs once.", "Toronto Maple Leafs", "ORG"),
        ("The Chandra X-ray Observatory saw it first.", "Chandra X-ray Observatory", "ORG"),
    ],
)  # fmt: skip
def test_names_are_whole_and_of_their_type(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "en").get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "She lost to the Englishwoman, and the Welshwomen won.",
        "The bus goes on Thursdays.",
        "It gives a dose like that of ten X-rays; carried in a pocket it burns.",
        "The wall is a World Heritage site.",
        "The link offers 5Ghz and 100Mbit, and costs 20Euro.",
        'He told them to "Stop the War." They did.',
        '"No, Miss. I did not," he said.',
        '"Other People," she said, "are worse."',
    ],
)
def test_what_names_nothing_is_left_out(text: str) -> None:
    assert found(text, "en") == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Three people at the companies, including Ann Lee and Karim Obi, were hurt.",
         {"Ann Lee": "PER", "Karim Obi": "PER"}),
        ("He has visited countries such as Chad and Tonkar.", {"Chad": "LOC", "Tonkar": "LOC"}),
        ("My aunt, Congress leader Ann Lee, voted no.", {"Congress": "ORG", "Ann Lee": "PER"}),
        ("The king of Spain, New Zealand and others agreed.",
         {"Spain": "LOC", "New Zealand": "LOC"}),
        ("The Ottawa Senators lost.", {"Ottawa Senators": "ORG"}),
        ("Airlines, including Orb of Chile, agreed.", {"Orb": "ORG", "Chile": "LOC"}),
        ("England v France was drawn.", {"England": "LOC", "France": "LOC"}),
        ("The Chinese government did not agree.", {}),
        ("She saw True Detective in Miami.", {"True Detective": "PER", "Miami": "LOC"}),
        ("The Florida keys and the Texas bills were lost.", {"Florida": "LOC", "Texas": "LOC"}),
        ("An X-based campaign ran.", {"X": "PRODUCT"}),
    ],
)  # fmt: skip
def test_others_stay_what_they_are(text: str, names: dict[str, EntityType]) -> None:
    assert found(text, "en") == names
