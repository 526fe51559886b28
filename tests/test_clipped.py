"""Texts that a news API cut short: its mark goes, and is recorded."""

import pytest

from agents.clean import clean
from schemas import CleanArticle, RawArticle

TEXT = (
    "The bridge over the Haven will close on Friday for repairs, the council said.\n"
    "Drivers will have to go round by the old road until the summer, and the buses wi…"
)
MARKS = (" [+1234 chars]", "\n[+1234 chars]", "[7 chars]", " [+12 characters]")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("content", ["{}", "<p>{}</p>"])
def test_the_mark_of_a_cut_is_no_text(content: str, mark: str) -> None:
    raw = content.format((TEXT + mark).replace("\n", "<br>" if "<" in content else "\n"))
    article = clean(RawArticle(content=raw))
    assert isinstance(article, CleanArticle)
    assert article.text.split() == TEXT.split()
    at = raw.rindex("[")
    assert any(span.raw_start <= at < span.raw_end for span in article.removed)


def test_other_words_in_brackets_stay() -> None:
    text = TEXT.removesuffix("…") + "ll stop there [their first stop]."
    article = clean(RawArticle(content=text))
    assert isinstance(article, CleanArticle)
    assert article.text.endswith("[their first stop].")
