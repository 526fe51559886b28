"""Raw articles as producers really send them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas import RawArticle, Rights, SchemaError, aliases

# The contract's table of names, written out: the code may not lose one of them.
CONTRACT = {
    "content": "content text body body_text body_html html article description",
    "id": "id article_id uri guid _id",
    "url": "url link href canonical_url web_url webUrl article_url",
    "source": "source publisher provider domain feed source_name source_domain site_name",
    "title": "title headline webTitle",
    "author": "author authors byline creator",
    "published_at": "published_at published pub_date pubDate date firstcreated datePublished "
    "publishedAt published_date publish_date publishDate date_published date_publish "
    "publication_date publicationDate dateTimePub webPublicationDate",
    "fetched_at": "fetched_at crawled_at versioncreated fetchedAt scraped_at",
    "language": "language lang inLanguage",
    "content_type": "content_type mimetype",
    "version": "version",
    "status": "status pubstatus",
    "reason": "reason ednote",
    "embargoed_until": "embargoed_until embargoed",
    "urgency": "urgency priority",
    "rights": "rights",
}
VALUES: dict[str, Any] = {
    "author": ("Jo Reed",),
    "language": "en",
    "content_type": "text/html",
    "version": 3,
    "status": "withheld",
    "urgency": 2,
    "rights": Rights(ai_allowed=False),
}


def read(**fields: Any) -> RawArticle:
    """The article with some content and an id."""
    return RawArticle.read({"content": "x", "id": "a", **fields})


def test_accepted_names_are_those_of_the_contract() -> None:
    assert aliases() == {field: tuple(names.split()) for field, names in CONTRACT.items()}


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in aliases().items() for name in names]
)
def test_every_name_is_read(field: str, name: str) -> None:
    sent: Any = {"author": "Jo Reed", "rights": {"ai_allowed": False}}.get(
        field, VALUES.get(field, "value")
    )
    fields = {} if field == "content" else {"content": "x"}
    if field not in ("id", "status"):
        fields["id"] = "a"
    if field == "status":
        fields["url"] = "u"
    article = RawArticle.read({**fields, name: sent})
    assert getattr(article, field) == VALUES.get(field, "value")
    assert article.ignored == ()


@pytest.mark.parametrize(("field", "names"), aliases().items())
def test_the_first_of_several_names_wins(field: str, names: tuple[str, ...]) -> None:
    if field in ("status", "rights", "language", "content_type", "urgency", "version"):
        return  # their values are not free text
    sent = {name: f"value of {name}" for name in reversed(names)}
    found = getattr(RawArticle.read({"content": "x", **sent}), field)
    assert found in (f"value of {names[0]}", (f"value of {names[0]}",))


def test_letter_case_of_names_makes_no_difference() -> None:
    article = RawArticle.read({"Content": "x", "URL": "u", "pubdate": "now", "pubStatus": "usable"})
    assert (article.content, article.url, article.published_at) == ("x", "u", "now")
    assert article.ignored == ()


def test_names_that_say_nothing_give_way_to_those_that_do() -> None:
    article = read(title=" ", headline="H", author=[], byline="B", url=None, link="u")
    assert (article.title, article.author, article.url) == ("H", ("B",), "u")
    assert article.ignored == ()


def test_unknown_and_unusable_fields_are_named() -> None:
    article = read(color="blue", title={"x": 1}, urgency=10, version="new", schema="raw-article/1")
    assert article.ignored == ("color", "title", "urgency", "version")
    assert (article.title, article.urgency, article.version) == (None, None, 1)


def test_our_own_fields_cannot_be_set_from_outside() -> None:
    article = read(received_at="2026-01-01T00:00:00Z")
    assert article.received_at is None
    assert article.ignored == ("received_at",)


# Content


def test_description_is_the_last_resort() -> None:
    assert RawArticle.read({"description": "d", "html": "h"}).content == "h"
    assert RawArticle.read({"description": "d"}).content == "d"


@pytest.mark.parametrize(
    ("sent", "content"),
    [
        (["One.", "Two."], "One.\n\nTwo."),
        ({"rendered": "<p>x</p>"}, "<p>x</p>"),
        ([{"type": "text/html", "value": "<p>x</p>"}], "<p>x</p>"),
        ("  kept as it is \n", "  kept as it is \n"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_content_of_many_shapes_is_read(sent: Any, content: str) -> None:
    assert RawArticle.read({"content": sent}).content == content


@pytest.mark.parametrize(
    "sent", [None, 7, True, {}, [], {"text": "x"}, ["x", 7], [["x"]], ["x", {"value": None}]]
)
def test_content_that_is_no_text_is_unreadable(sent: Any) -> None:
    with pytest.raises(SchemaError, match="no content: expected one of content, text"):
        RawArticle.read({"content": sent})


def test_blank_content_is_read_as_empty_and_left_to_clean() -> None:
    assert RawArticle.read({"content": " \n"}).content == ""


def test_blank_content_gives_way_to_the_next_name() -> None:
    assert RawArticle.read({"content": "", "text": "x"}).content == "x"


@pytest.mark.parametrize(
    ("fields", "content_type"),
    [
        ({"body_html": "<p>x"}, "text/html"),
        ({"html": "x"}, "text/html"),
        ({"body_text": "<p>x"}, "text/plain"),
        ({"body": "<p>x"}, None),
        ({"body": "x", "html": "<p>x"}, None),
        ({"body_html": "x", "content_type": "text/plain"}, "text/plain"),
        ({"body": "x", "mimetype": "Text/HTML; charset=utf-8"}, "text/html"),
        ({"body": "x", "mimetype": "application/xhtml+xml"}, "text/html"),
        ({"body": "x", "mimetype": "application/json"}, None),
    ],
)
def test_content_type_is_the_given_one_else_that_of_the_name(
    fields: dict[str, Any], content_type: str | None
) -> None:
    assert RawArticle.read(fields).content_type == content_type


# Identity and plain values


@pytest.mark.parametrize(
    ("sent", "id_"),
    [
        (17, "17"),
        (17.0, "17"),
        (0, "0"),
        (2**63, str(2**63)),
        (1.2345678901234568e22, None),  # digits are lost: it would be other articles' id too
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        ({"$oid": "5f"}, "5f"),
        ({"@id": "urn:x", "name": "X"}, "urn:x"),
        (["a", "b"], "a"),
        ([[[[["a"]]]]], "a"),
        ([{}], None),
    ],
)
def test_ids_of_many_shapes_are_read(sent: Any, id_: str | None) -> None:
    assert RawArticle.read({"content": "x", "id": sent}).id == id_


def test_an_article_is_known_by_id_then_url_then_content() -> None:
    sent = {"id": "a", "url": "https://x.example/?utm_source=y", "content": "c"}
    assert RawArticle.read(sent).article_id == "a"
    del sent["id"]
    assert RawArticle.read(sent).article_id == "https://x.example/"
    del sent["url"]
    assert RawArticle.read(sent).article_id.startswith("hash:")


@pytest.mark.parametrize(
    ("sent", "url"),
    [
        (["https://x.example/1", "https://x.example/2"], "https://x.example/1"),
        ({"@id": "https://x.example/1", "name": "Page"}, "https://x.example/1"),
        ({"href": "https://x.example/1"}, "https://x.example/1"),
        (False, None),
    ],
)
def test_urls_of_many_shapes_are_read(sent: Any, url: str | None) -> None:
    assert read(url=sent).url == url


@pytest.mark.parametrize(
    ("sent", "language"),
    [("de", "de"), ("de-DE", "de"), ("EN_us", "en"), ("zh-Hans-CN", "zh"), ("German", None),
     ("", None), ("d", None), (7, None), ({"name": "de"}, "de"), ("de-\n", "de")],
)  # fmt: skip
def test_language_is_an_iso_639_1_code_or_none(sent: Any, language: str | None) -> None:
    assert read(language=sent).language == language


@pytest.mark.parametrize(
    ("sent", "author"),
    [
        ("By Jo Reed", ("By Jo Reed",)),
        (["Jo Reed", "Ana Sá"], ("Jo Reed", "Ana Sá")),
        ([{"name": "Jo Reed"}, None, 7.5, {}], ("Jo Reed", "7.5")),
        ({"@type": "Person", "name": "Jo Reed"}, ("Jo Reed",)),
        ({"@type": "Organization", "name": "Agency"}, ()),
        ([{"@type": ["Thing", "NewsMediaOrganization"], "name": "Agency"}], ()),
        ("https://social.example/jo", ()),
        ({"@type": 7, "name": "Jo Reed"}, ("Jo Reed",)),
    ],
)
def test_authors_are_people_by_name(sent: Any, author: tuple[str, ...]) -> None:
    assert read(author=sent).author == author


@pytest.mark.parametrize(
    ("sent", "version"),
    [("3", 3), (3.0, 3), (3.5, 1), (-1, 1), (True, 1), (10**40, 1), ("9" * 5000, 1), ([], 1),
     (2**53 - 1, 2**53 - 1), (2**53, 1)],
)  # fmt: skip
def test_a_version_is_a_whole_number_that_all_readers_keep(sent: Any, version: int) -> None:
    assert read(version=sent).version == version


@pytest.mark.parametrize(
    ("sent", "urgency"), [(1, 1), ("9", 9), (0, None), (10, None), (0.8, None)]
)
def test_urgency_is_one_to_nine(sent: Any, urgency: int | None) -> None:
    assert read(urgency=sent).urgency == urgency


# What must stay back: status, embargo, rights


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("usable", "usable"), ("stat:usable", "usable"), ("Published", "usable"), (None, "usable"),
        ("", "usable"), (" withheld ", "withheld"), ("DRAFT", "withheld"),
        ("canceled", "canceled"), ("cancelled", "canceled"), ("killed", "canceled"),
        (["canceled"], "canceled"),
    ],
)  # fmt: skip
def test_status_words_are_understood(word: Any, status: str) -> None:
    assert read(status=word).status == status


@pytest.mark.parametrize("word", ["perhaps", 200, False, {"x": 1}, "usable or not", "\ud800", [1]])
def test_a_status_that_is_not_understood_is_unreadable(word: Any) -> None:
    with pytest.raises(SchemaError, match=r"status is .* expected usable, withheld or canceled"):
        read(status=word)


@pytest.mark.parametrize("other", ["pubstatus", "Status", "pubStatus"])
def test_the_most_cautious_status_counts(other: str) -> None:
    assert read(**{"status": "usable", other: "canceled"}).status == "canceled"
    assert read(**{other: "usable", "status": "withheld"}).status == "withheld"


def test_a_withdrawal_needs_no_content() -> None:
    article = RawArticle.read({"id": "a", "status": "canceled"})
    assert (article.content, article.status) == (None, "canceled")


def test_a_withdrawal_must_name_its_article() -> None:
    with pytest.raises(SchemaError, match="needs an id or a url"):
        RawArticle.read({"content": "x", "status": "canceled"})


@pytest.mark.parametrize("sent", [True, {"until": "soon"}, [[]], 1e300, float("nan")])
def test_an_embargo_that_is_no_time_is_unreadable(sent: Any) -> None:
    with pytest.raises(SchemaError, match=r"an embargo that is a .*, expected a time"):
        read(embargoed_until=sent)


@pytest.mark.parametrize("sent", [False, None, "", []])
def test_no_embargo_is_none(sent: Any) -> None:
    assert read(embargoed_until=sent).embargoed_until is None


@pytest.mark.parametrize("sent", ["2026-03-04T10:00Z", 1772618400, {"$date": 1772618400}])
def test_an_embargo_stays_as_it_was_sent(sent: Any) -> None:
    kept = sent["$date"] if isinstance(sent, dict) else sent
    assert read(embargoed=sent).embargoed_until == str(kept)


@pytest.mark.parametrize(
    "sent",
    ["all rights reserved", True, ["ai"], {"ai": False}, {"ai_allowed": None},
     {"ai_allowed": "perhaps"}, {"ai_allowed": [True]}, {"expires_at": "soon"},
     {"ai_allowed": True, "retention_days": -1}, {"expires_at": "0001-01-01T00:00:00+14:00"},
     {"retention_days": 10**30}],
)  # fmt: skip
def test_unreadable_rights_forbid(sent: Any) -> None:
    rights = read(rights=sent).rights
    assert rights is not None
    assert not rights.ai_allowed


def test_unreadable_rights_keep_what_can_be_read_of_them() -> None:
    sent = {"ai_allowed": "perhaps", "retention_days": 30, "expires_at": "soon"}
    assert read(rights=sent).rights == Rights(ai_allowed=False, retention_days=30)


def test_readable_rights_are_kept() -> None:
    assert read(rights={"retention_days": 30}).rights == Rights(retention_days=30)
    assert read(rights={"ai_allowed": "no"}).rights == Rights(ai_allowed=False)
    assert read(rights={}).rights is None


def test_deep_nesting_is_ignored() -> None:
    deep: Any = "x"
    for _ in range(900):
        deep = [deep]
    article = read(title=deep, author=deep, rights=deep, language={"name": deep})
    assert article.ignored == ("author", "language", "title")


def test_halves_of_characters_are_replaced() -> None:
    article = read(title="a\ud83d", source="\udc00", **{"\ud800": 1})
    assert (article.title, article.source, article.ignored) == ("a\ufffd", "\ufffd", ("\ufffd",))
    json.dumps(article.model_dump(), ensure_ascii=False).encode()


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["name", "value", "@id", "@type", "ai_allowed", "expires_at", "x"]),
        inner, max_size=3,
    ),
    max_leaves=8,
)  # fmt: skip
NAMES = [
    *sorted({n for names in aliases().values() for n in names}),
    "@graph", "@type", "@id", "articleBody", "bodies", "headlines", "by", "body_xhtml", "unknown",
]  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES), ANYTHING))
def test_anything_is_either_read_or_unreadable(fields: dict[str, Any]) -> None:
    try:
        article = RawArticle.read(fields)
    except SchemaError:
        return
    assert article.article_id
    assert article.status != "usable" or article.content is not None


@given(st.dictionaries(st.sampled_from(["status", "pubstatus", "embargoed", "rights"]), ANYTHING))
def test_nothing_that_restricts_is_ever_lost(fields: dict[str, Any]) -> None:
    try:
        article = read(**fields)
    except SchemaError:
        return
    for name in article.ignored:
        assert name == "embargoed"
        assert fields[name] is False


def test_articles_of_news_apis_are_read() -> None:
    article = RawArticle.read(
        {
            "source": {"id": None, "name": "The Bugle"},
            "author": "Jo Reed",
            "title": "Bridge to close",
            "url": "https://bugle.example/bridge",
            "urlToImage": "https://bugle.example/bridge.jpg",
            "publishedAt": "2026-03-04T08:30:15Z",
            "content": "The bridge will close on Friday… [+1234 chars]",
        }
    )
    assert (article.source, article.published_at) == ("The Bugle", "2026-03-04T08:30:15Z")
    assert article.ignored == ("urlToImage",)
