import pytest

from agents.clean import clean
from agents.errors import Reject
from schemas import CleanArticle, RawArticle, Withdrawal

TEXT = "Der Rat hat am Dienstag in einer langen Sitzung den neuen Haushalt der Stadt beschlossen."


def test_withheld_article_becomes_a_withdrawal() -> None:
    answer = clean(RawArticle(id="a", status="withheld"))
    assert isinstance(answer, Withdrawal)
    assert (answer.article_id, answer.status) == ("a", "withheld")


def test_plain_paragraph_is_the_article() -> None:
    answer = clean(RawArticle(id="a", content=TEXT))
    assert isinstance(answer, CleanArticle)
    assert (answer.text, answer.language) == (TEXT, "de")


def test_empty_content_is_rejected() -> None:
    with pytest.raises(Reject) as rejection:
        clean(RawArticle(id="a", content=" \n\x00 "))
    assert rejection.value.reason == "empty-text"
