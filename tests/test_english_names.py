"""English names: joined by "and", an owner or a preposition, with initials, without offices."""

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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Pupils at St Hilda’s Catholic School stayed.", "St Hilda’s Catholic School", "ORG"),
        ("They played at St James’ Park on Sunday.", "St James’ Park", "LOC"),
        ("The march began outside St Paul’s Cathedral.", "St Paul’s Cathedral", "LOC"),
        ("She studied at King’s College London.", "King’s College London", "ORG"),
        ("He runs the Prince's Trust in Wales.", "Prince's Trust", "ORG"),
        ("The hospital in King’s Lynn has it too.", "King’s Lynn", "LOC"),
        ("Trains stop at King's Cross tonight.", "King's Cross", "LOC"),
        ("He leads the International Draughtsmen’s Association.",
         "International Draughtsmen’s Association", "ORG"),
        ("She joined the Glassblowers’ Union in May.", "Glassblowers’ Union", "ORG"),
        ("The National Flood Co-ordination Group met.", "National Flood Co-ordination Group",
         "ORG"),
        ("He told the newspaper 21st Century Farm Herald so.", "21st Century Farm Herald", "ORG"),
        ("Soldiers of the 101st Airborne Division came.", "101st Airborne Division", "ORG"),
        ("The fishing boat Silver Carp No. 7 was hit. It sank.", "Silver Carp No. 7", "PRODUCT"),
        ("Japan has not joined the Treaty on the Prohibition of Fishing Nets.",
         "Treaty on the Prohibition of Fishing Nets", "WORK"),
        ("He wrote to the Coalition to Protect Gardeners.", "Coalition to Protect Gardeners",
         "ORG"),
        ("She sat on the Council on Foreign Trade.", "Council on Foreign Trade", "ORG"),
        ("They watched as HMS Prince of Wales left.", "HMS Prince of Wales", "PRODUCT"),
        ("Below deck on the RMS Queen Mary it is cold.", "RMS Queen Mary", "PRODUCT"),
        ("He was born in Co Clare in May.", "Co Clare", "LOC"),
        ("So said Seán Ó Fearghaíl on Monday.", "Seán Ó Fearghaíl", "PER"),
        ("The Norland Securities and Investments Commission sued.",
         "Norland Securities and Investments Commission", "ORG"),
        ("The National Union of Rail, Maritime and Transport Workers called a strike.",
         "National Union of Rail, Maritime and Transport Workers", "ORG"),
        ("The Court of Justice of the European Union ruled.",
         "Court of Justice of the European Union", "ORG"),
    ],
)  # fmt: skip
def test_owners_numbers_and_aims_are_in_names(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "en").get(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She left the Port of Baltimore for Colombo.", ["Port of Baltimore", "Colombo"]),
        ("He left the University of Kent for Bayer in May.", ["University of Kent", "Bayer"]),
        ("It is owned by Blue Harbour of Hamburg.", ["Blue Harbour", "Hamburg"]),
        ("Soon Trump’s White House will cut it.", ["White House"]),
        ("Google’s DeepMind unit is here.", ["Google", "DeepMind"]),
        ("Wales Secretary of State for Northern Ireland Ann Lee spoke.",
         ["Northern Ireland", "Ann Lee"]),
        ("The Archbishop of Canterbury Justin Welby resigned.", ["Canterbury", "Justin Welby"]),
        ("A spokesman for Apple Tim Cook spoke.", ["Apple", "Tim Cook"]),
        ("United Nations Secretary-General Ann Lee spoke.", ["United Nations", "Ann Lee"]),
    ],
)  # fmt: skip
def test_two_names_with_a_preposition_or_an_office_between_are_two(
    text: str, names: list[str]
) -> None:
    assert set(names) <= set(found(text, "en"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Stephen King’s Cross River sold well.", {"Stephen King", "Cross River"}),
        ("Germany’s Defence Ministry will help.", {"Germany", "Defence Ministry"}),
        ("She spoke for the Institute for Fiscal Studies.", {"Institute for Fiscal Studies"}),
        ("He told the Council on Capitol Hill to wait.", {"Council", "Capitol Hill"}),
        ("The Republic of Ireland and the Isle of Man agreed.",
         {"Republic of Ireland", "Isle of Man"}),
    ],
)  # fmt: skip
def test_other_owners_and_prepositions_stay_as_they_were(text: str, names: set[str]) -> None:
    assert set(found(text, "en")) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("So said Minister for Finance Jack Chambers on Monday.", "Jack Chambers"),
        ("The Minister for Enterprise, Trade and Employment Peter Burke spoke.", "Peter Burke"),
        ("The office of Secretary of State Antony Blinken wrote.", "Antony Blinken"),
        ("So said French Foreign Minister Jean Martin.", "Jean Martin"),
        ("The Taoiseach Micheál Martin and Ceann Comhairle Ann Lee met.", "Ann Lee"),
        ("He met Grand Ayatollah Ali Hosseini in Najaf.", "Ali Hosseini"),
        ("We met Rabbi Ephraim Cohen there.", "Ephraim Cohen"),
        ("We met Emir Tamim bin Hamad Al Thani.", "Tamim bin Hamad Al Thani"),
    ],
)  # fmt: skip
def test_offices_before_persons_are_no_part_of_them(text: str, name: str) -> None:
    named = found(text, "en")
    assert named.get(name) == "PER"
    assert not any("Foreign" in other or "Comhairle" in other for other in named)


def test_an_office_alone_is_no_name() -> None:
    assert found("But the Lord Chancellor, Alex Chalk, objected.", "en") == {"Alex Chalk": "PER"}
    assert found("The Home Secretary wrote to Queen Mary.", "en") == {"Queen Mary": "PER"}
