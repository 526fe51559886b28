"""German names: what is one though it looks plain, what is none though a list has it."""

import pytest

from agents.models.hanta import HantaTagger
from agents.recognize import recognize
from schemas import CleanArticle, Entities, EntityType

TAGGER = HantaTagger()


def found(text: str) -> dict[str, EntityType]:
    article = CleanArticle(
        article_id="a", text=text, language="de", segments=(), removed=(), content_hash="0"
    )
    (result,) = recognize([article], model=TAGGER)
    assert isinstance(result, Entities)
    return {mention.text: entity.type for entity in result.entities for mention in entity.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Die Gäste kamen auf drei Siegen weniger.", "Siegen"),
        ("Im Keller waren es minus 12 Grad.", "Grad"),
        ("Das Tor fiel in Unterzahl.", "Unterzahl"),
        ("Die Quote sank nach Erhebungen der Kammer.", "Erhebungen"),
        ("Die Figur ist aus Messing, der Sockel aus Gips.", "Messing"),
        ("Das EBITDA stieg um neun Prozent.", "EBITDA"),
    ],
)
def test_plain_nouns_are_no_names(text: str, name: str) -> None:
    assert name not in found(text)
