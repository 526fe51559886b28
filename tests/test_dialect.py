"""Numeric dates in the English of each country."""

from datetime import date

import pytest

from agents.clean import clean
from agents.clean.dialect import dialect
from schemas import CleanArticle, RawArticle

BODY = (
    "The ferry film Grey Water won five prizes at the festival of Ostby on Sunday, more than any "
    "other entry, and its director thanked the harbour crews who had let her film at night.",
    "The jury of the festival said that Grey Water had shown the harbour as nobody had before, "
    "with crews who play themselves and a storm that was filmed in one night in the port.",
)
DAY_FIRST, MONTH_FIRST = date(2021, 9, 12), date(2021, 12, 9)


@pytest.mark.parametrize(
    ("tag", "url", "found"),
    [
        ("", None, "en"),
        ("en", "https://post.example/a", "en"),
        ("en-US", "https://www.post.co.uk/a", "en"),
        ("en_GB", "https://post.com/a", "en-GB"),
        ("en-AU", None, "en-AU"),
        ("", "https://www.post.co.uk/a", "en-GB"),
        ("de", "https://post.ie/a", "en-IE"),
        ("en-CA", "https://post.ca/a", "en"),
        ("", "https://post.tv/a", "en"),
        ("en-XX", "https://[post/a", "en"),
    ],
)
def test_the_page_or_its_domain_tells(tag: str, url: str | None, found: str) -> None:
    assert dialect("en", tag, url) == found


def test_only_english_has_two_orders() -> None:
    assert dialect("de", "en-US", "https://post.us/a") == "de"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://www.post.com.au/a", DAY_FIRST),
        ("https://www.post.co.uk/a", DAY_FIRST),
        ("https://www.post.com/a", MONTH_FIRST),
    ],
)
def test_numeric_day_of_a_scrape(url: str, day: date) -> None:
    content = "\n\n".join(("Ferry film wins five prizes", "12/09/2021", *BODY))
    answer = clean(RawArticle(id="a", url=url, content=content))
    assert isinstance(answer, CleanArticle)
    assert answer.published_at is not None
    assert answer.published_at.date() == day


@pytest.mark.parametrize(("tag", "day"), [("en-IE", DAY_FIRST), ("en-US", MONTH_FIRST)])
def test_numeric_day_of_a_page(tag: str, day: date) -> None:
    body = "".join(f"<p>{text}</p>" for text in BODY)
    content = (
        f"<html lang='{tag}'><body><article><h1>Ferry film wins five prizes</h1>"
        f"<p>12/09/2021</p>{body}</article></body></html>"
    )
    answer = clean(RawArticle(id="a", content=content, content_type="text/html"))
    assert isinstance(answer, CleanArticle)
    assert answer.published_at is not None
    assert answer.published_at.date() == day
