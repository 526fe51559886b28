"""Names of East Asia, whose family comes first and alone stands for the whole."""

import pytest
from naming import entities, found


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Lee Jae-myung of the Democratic Party won. Lee thanked voters.", "Lee Jae-myung", "Lee"),
        ("Yoon Suk Yeol was removed. Yoon denied it.", "Yoon Suk Yeol", "Yoon"),
        ("Tsai Ing-wen spoke in Taipei. Ms Tsai smiled.", "Tsai Ing-wen", "Tsai"),
        ("President Xi Jinping met his guests. Xi said it was good.", "Xi Jinping", "Xi"),
        ("Ding Liren resigned on move 58. Ding said he was tired.", "Ding Liren", "Ding"),
        ("Ban Ki-moon came to Seoul. Ban was late.", "Ban Ki-moon", "Ban"),
    ],
)
def test_family_stands_for_the_person(text: str, name: str, short: str) -> None:
    people = [e for e in entities(text, "en").entities if e.type == "PER"]
    assert [(e.name, {m.text for m in e.mentions}) for e in people] == [(name, {name, short})]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Park Lane was closed on Monday.", "Park Lane", "LOC"),
        ("He was seen in Long Beach.", "Long Beach", "LOC"),
        ("Lin-Manuel Miranda sang.", "Lin-Manuel Miranda", "PER"),
        ("Wang Laboratories was sold.", "Wang Laboratories", "ORG"),
    ],
)
def test_others_are_no_such_people(text: str, name: str, kind: str) -> None:
    assert found(text, "en").get(name) == kind
