"""Documents of other formats as raw articles: schema.org's JSON-LD, ninjs 1 to 3."""

from typing import Any

import pytest

from schemas import RawArticle, SchemaError

NEWS_ARTICLE = {
    "@type": "NewsArticle",
    "@id": "https://x.example/1#article",
    "mainEntityOfPage": {"@type": "WebPage", "@id": "https://x.example/1"},
    "headline": "H",
    "articleBody": "Body.",
    "author": [{"@type": "Person", "name": "Jo Reed"}, {"@id": "#house"}],
    "publisher": {"@id": "#house"},
    "datePublished": "2026-03-04",
    "inLanguage": {"@type": "Language", "name": "en"},
    "description": "Teaser.",
}
HOUSE = {"@type": "Organization", "@id": "#house", "name": "The House"}


def test_json_ld_article_in_a_graph_is_read() -> None:
    document = {"@context": "https://schema.org", "@graph": [7, HOUSE, NEWS_ARTICLE]}
    assert RawArticle.read(document) == RawArticle(
        content="Body.",
        id="https://x.example/1#article",
        url="https://x.example/1",
        source="The House",
        title="H",
        author=("Jo Reed",),
        published_at="2026-03-04",
        language="en",
    )


@pytest.mark.parametrize(
    "types",
    ["NewsArticle", ["Thing", "BlogPosting"], "https://schema.org/ReportageNewsArticle"],
)
def test_json_ld_article_alone_is_read(types: Any) -> None:
    article = RawArticle.read({**NEWS_ARTICLE, "@type": types})
    assert (article.content, article.title) == ("Body.", "H")


def test_json_ld_prefers_its_url_to_its_page() -> None:
    assert (
        RawArticle.read({**NEWS_ARTICLE, "url": "https://x.example/2"}).url == "https://x.example/2"
    )


@pytest.mark.parametrize("graph", [None, 7, [], [7], [HOUSE], {"@type": "NewsArticle"}])
def test_json_ld_without_an_article_is_unreadable(graph: Any) -> None:
    with pytest.raises(SchemaError, match="no content"):
        RawArticle.read({"@graph": graph})


def test_ninjs_1_is_read() -> None:
    document = {
        "uri": "urn:x", "headline": "H", "byline": "Jo Reed", "body_xhtml": "<p>Body.</p>",
        "versioncreated": "2026-03-04", "pubstatus": "usable", "language": "en-GB", "urgency": 4,
    }  # fmt: skip
    assert RawArticle.read(document) == RawArticle(
        content="<p>Body.</p>", content_type="text/html", id="urn:x", title="H",
        author=("Jo Reed",), fetched_at="2026-03-04", language="en", urgency=4,
    )  # fmt: skip


@pytest.mark.parametrize("media_type_name", ["contenttype", "contentType"])
def test_ninjs_2_and_3_are_read(media_type_name: str) -> None:
    document = {
        "uri": "urn:x",
        "headlines": [{"role": "main", "value": "H"}, {"role": "short", "value": "h"}],
        "by": "Jo Reed",
        "bodies": [7, {"value": ""}, {media_type_name: "text/html", "value": "<p>Body.</p>"}],
        "versionCreated": "2026-03-04",
        "pubStatus": "usable",
    }
    assert RawArticle.read(document) == RawArticle(
        content="<p>Body.</p>", content_type="text/html", id="urn:x", title="H",
        author=("Jo Reed",), fetched_at="2026-03-04",
    )  # fmt: skip


def test_ninjs_has_its_main_headline_and_body_wherever_they_stand() -> None:
    article = RawArticle.read({
        "headlines": [{"role": "short", "value": "h"}, {"role": "main", "value": "H"}],
        "bodies": [{"role": "summary", "value": "b"}, {"role": "main", "value": "B"}],
    })  # fmt: skip
    assert (article.title, article.content) == ("H", "B")


@pytest.mark.parametrize(
    ("titles", "title"), [({"name": "N"}, "N"), ({"name": "N", "headline": "H"}, "H")]
)
def test_json_ld_may_call_its_headline_a_name(titles: dict[str, str], title: str) -> None:
    article = RawArticle.read({"@type": "NewsArticle", "articleBody": "B", **titles})
    assert article.title == title


def test_canceled_ninjs_3_withdraws() -> None:
    assert (
        RawArticle.read({"uri": "urn:x", "bodies": [], "pubStatus": "canceled"}).status
        == "canceled"
    )


@pytest.mark.parametrize("bodies", [None, 7, "x", [], [7], [{"value": 7}], [{"value": None}]])
def test_ninjs_without_a_body_is_unreadable(bodies: Any) -> None:
    with pytest.raises(SchemaError, match="no content"):
        RawArticle.read({"bodies": bodies, "headlines": bodies})


# Hostile input
