"""English names: joined by "and" or an owner, with initials, without titles and money."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Crews of the Norshire Fire and Rescue Service came.",
         "Norshire Fire and Rescue Service", "ORG"),
        ("She led the Culture, Media and Sport Committee in May.",
         "Culture, Media and Sport Committee", "ORG"),
        ("The Royal Devon and Exeter Hospital opened.", "Royal Devon and Exeter Hospital", "ORG"),
        ("He chairs Kent and Medway NHS Trust.", "Kent and Medway NHS Trust", "ORG"),
        ("The US Food and Drug Administration agreed.", "US Food and Drug Administration", "ORG"),
        ("They were taken to the Luton and Dunstable University Hospital with smoke.",
         "Luton and Dunstable University Hospital", "ORG"),
        ("Officers of Devon and Cornwall Police came.", "Devon and Cornwall Police", "ORG"),
        ("The Directorate General of Civil Aviation reckons so.",
         "Directorate General of Civil Aviation", "ORG"),
        ("He was treated by the East of England Ambulance Service.",
         "East of England Ambulance Service", "ORG"),
        ("She spoke for the National Women's Council, which agreed.",
         "National Women's Council", "ORG"),
        ("It was worded by the Citizens' Assembly last year.", "Citizens' Assembly", "ORG"),
        ("The votes coincided with International Women's Day.", "International Women's Day",
         "EVENT"),
    ],
)  # fmt: skip
def test_names_are_whole(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "en").get(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He flew from London and Birmingham Airport was closed.", ["London"]),
        ("The Australian Cyber Security Centre and Tasmania Police warned.", ["Tasmania Police"]),
        ("She read the Workers' statement in Dublin.", ["Dublin"]),
        ("The Ukraine and World Bank agreed on Monday.", ["Ukraine", "World Bank"]),
    ],
)
def test_names_beside_others_stay_apart(text: str, names: list[str]) -> None:
    assert set(names) <= set(found(text, "en"))


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Tata Sons chairman N Chandrasekaran unveiled it.", "en", "N Chandrasekaran", "PER"),
        ("Founded by JRD Tata in 1932, it stood for glamour.", "en", "JRD Tata", "PER"),
        ("She stopped Selma Bacha and Eve Perisset twice.", "en", "Eve Perisset", "PER"),
        ("Tánaiste Micheál Martin accepted it.", "en", "Micheál Martin", "PER"),
        ("Ann Lee, the Labour MP for Luton South, asked.", "en", "Luton South", "LOC"),
        ("Ann Lee, the Labour MP for Luton South, asked.", "en", "Labour", "ORG"),
        ("Se lo puso el emir de Qatar, Tamim bin Hamad Al Thani, ayer.", "es",
         "Tamim bin Hamad Al Thani", "PER"),
    ],
)  # fmt: skip
def test_persons_by_initials_and_titles(
    text: str, language: str, name: str, kind: EntityType
) -> None:
    assert found(text, language).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("British Prime Minister Rishi Sunak met Prime Minister Narendra Modi.", "British Prime"),
        ("British Prime Minister Rishi Sunak met Prime Minister Narendra Modi.", "Prime"),
        ("On Christmas Eve Paris slept.", "Eve Paris"),
    ],
)
def test_titles_and_feasts_are_no_names(text: str, name: str) -> None:
    assert name not in found(text, "en")
