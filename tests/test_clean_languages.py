"""Articles in languages for which there are no word lists."""

import itertools
import tomllib
from pathlib import Path

import pytest

from agents.clean import clean
from agents.errors import Reject
from agents.text import sentences
from schemas import CleanArticle, RawArticle

ARTICLES = tomllib.loads(Path("tests/data/languages.toml").read_text("utf-8"))


def cleaned(content: str) -> CleanArticle:
    answer = clean(RawArticle(id="a", content=content))
    assert isinstance(answer, CleanArticle)
    return answer


def page(language: str, gap: str) -> str:
    """The article in plain text with the site's lines around it."""
    article = ARTICLES[language]
    menu, cookies, teaser, imprint = article["around"]
    return gap.join([menu, cookies, article["title"], *article["body"], teaser, imprint])


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank-lines", "lines"])
@pytest.mark.parametrize("language", ARTICLES)
def test_plain_text_keeps_each_paragraph(language: str, gap: str) -> None:
    answer = cleaned(page(language, gap))
    assert answer.text == "\n\n".join(ARTICLES[language]["body"])
    assert answer.title == ARTICLES[language]["title"]
    assert answer.language == language


@pytest.mark.parametrize("language", ARTICLES)
def test_bare_paragraphs_stay(language: str) -> None:
    body = "\n\n".join(ARTICLES[language]["body"])
    assert cleaned(body).text == body


@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank-lines", "lines"])
@pytest.mark.parametrize("language", [name for name in ARTICLES if "long" in ARTICLES[name]])
def test_a_long_article_without_a_headline_stays_whole(language: str, gap: str) -> None:
    paragraphs = ARTICLES[language]["long"]
    answer = cleaned(gap.join(paragraphs))
    assert answer.text == "\n\n".join(paragraphs)
    assert (answer.title, answer.language) == (None, language)


@pytest.mark.parametrize("language", ARTICLES)
def test_a_page_keeps_each_paragraph(language: str) -> None:
    article = ARTICLES[language]
    menu, cookies, teaser, imprint = article["around"]
    body = "".join(f"<p>{paragraph}</p>" for paragraph in article["body"])
    answer = cleaned(
        f"<html><head><title>{article['title']}</title></head><body><nav><a href='/'>{menu}</a>"
        f"</nav><div class='c'><p>{cookies}</p></div><div><h1>{article['title']}</h1>{body}</div>"
        f"<div class='y'><a href='/1'>{teaser}</a></div><footer>{imprint}</footer></body></html>"
    )
    assert answer.text == "\n\n".join(article["body"])
    assert (answer.title, answer.language) == (article["title"], language)


@pytest.mark.parametrize("language", sorted(set(ARTICLES) - {"th"}))  # which has no full stop
def test_sentences_end_in_a_line_where_they_end_in_paragraphs(language: str) -> None:
    body = ARTICLES[language]["body"]
    gap = "" if language in ("ja", "zh") else " "
    line = gap.join(body)
    single = [p[a:b] for p in body for a, b in sentences(p, language)]
    assert [line[a:b] for a, b in sentences(line, language)] == single
    assert len(single) > len(body)


def test_an_endless_line_without_spaces_is_cut_at_its_stops() -> None:
    body = "".join(itertools.islice(itertools.cycle(ARTICLES["zh"]["body"]), 60))
    kept = cleaned(f"{page('zh', '')}{body}").text
    assert ARTICLES["zh"]["body"][-1] in kept
    assert len(body) > 1_200


def test_a_line_of_another_language_does_not_make_an_article() -> None:
    with pytest.raises(Reject):
        cleaned("首页 | 新闻 | 体育 | 文化")
