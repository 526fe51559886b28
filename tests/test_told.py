"""Fields of producers and pages: whatever is broken in them, a reader sees the words alone."""

import zlib

import numpy as np
import pytest

from agents.clean import clean
from agents.clean.recurring import NEVER_SEEN
from agents.clean.told import told_line
from agents.summarize import summarize
from schemas import CleanArticle, Model, RawArticle

TEXT = "Der Rat hat am Dienstag in einer langen Sitzung den neuen Haushalt der Stadt beschlossen."
TITLE = "München beschließt den Haushalt"
DAMAGE = {
    "bidi": "\u202eMünchen\u202c \u2066beschließt\u2069 den Haushalt",
    "controls": "Mün\x00chen beschließt\x07 den\x0bHaushalt",
    "unseen": "\ufeffMün\u00adchen be\u200bschließt den\u00a0Haushalt\u200e",
    "mojibake": "MÃ¼nchen beschlieÃŸt den Haushalt",
    "entities": "M&uuml;nchen beschlie&#223;t den&nbsp;Haushalt",
    "entities twice": "M&amp;uuml;nchen beschlie&amp;szlig;t den Haushalt",
    "entities of mojibake": "M&Atilde;&frac14;nchen beschließt den Haushalt",
    "tags": "<b>Mün</b>chen beschließt<br/>den <a href='/h?a=1&amp;b=2'>Haushalt</a>",
    "coded tags": "&lt;i&gt;München&lt;/i&gt; beschließt den Haushalt",
    "script": "<script>alert('München')</script>München beschließt<!-- ja --> den Haushalt",
    "cdata": "<![CDATA[München beschließt den Haushalt]]>",
    "decomposed": "Mu\u0308nchen beschließt den Haushalt",
    "white space": "  München\n beschließt\t\tden\r\nHaushalt ",
}  # fmt: skip


def cleaned(content: str = TEXT, **fields: object) -> CleanArticle:
    answer = clean(RawArticle.read({"id": "a", "content": content, **fields}))
    assert isinstance(answer, CleanArticle)
    return answer


class WordVectors:
    """Hashed words: enough to summarize with."""

    model = Model(name="word-counts", revision="1")

    def encode(self, sentences):
        vectors = np.full((len(sentences), 64), 0.01, dtype=np.float32)
        for row, sentence in enumerate(sentences):
            for word in sentence.split():
                vectors[row, zlib.crc32(word.encode()) % 64] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.mark.parametrize("title", DAMAGE.values(), ids=DAMAGE)
def test_damaged_title_reaches_readers_whole(title: str) -> None:
    article = cleaned(title=title)
    assert article.title == TITLE
    assert summarize([article], model=WordVectors())[0].headline == TITLE


@pytest.mark.parametrize("source", DAMAGE.values(), ids=DAMAGE)
def test_damaged_source_is_mended(source: str) -> None:
    assert cleaned(source=source).source == TITLE


@pytest.mark.parametrize(
    "author",
    [
        "J&uuml;rgen M&uuml;ller",
        "JÃ¼rgen MÃ¼ller",
        "<a rel='author'>Jürgen</a> Müller",
        "\u202eJürgen\u202c Müller\x00",
        "Ju\u0308rgen\u00a0Mu\u0308ller",
    ],
)
def test_damaged_author_is_mended(author: str) -> None:
    assert cleaned(author=[author]).author == ("Jürgen Müller",)


@pytest.mark.parametrize(
    "line", ["a < b und c > d", "Q&A mit AT&T", "I <3 NY", "R&D&not", "3 > 2", "[Kommentar] Ja"]
)
def test_signs_that_are_no_markup_stay(line: str) -> None:
    assert told_line(line) == line


@pytest.mark.parametrize("field", ["og:title", "headline"])
def test_what_a_page_says_of_itself_is_mended(field: str) -> None:
    title = "M&Atilde;&frac14;nchen \u202ebeschlie\u00ad&szlig;t den Haus\x00halt"
    inside = {
        "og:title": f'<meta property="og:title" content="{title}">'
        '<meta name="author" content="JÃ¼rgen Mu\u0308ller">',
        "headline": '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
        + title.replace("\x00", "\\u0000")
        + '", "author": {"name": "JÃ¼rgen\\u0000 Mu\u0308ller"}}</script>',
    }[field]
    page = f"<html><head>{inside}</head><body><p>{TEXT}</p><p>{TEXT[:-1]} und vertagt.</p></body>"
    article = cleaned(page)
    assert (article.title, article.author) == (TITLE, ("Jürgen Müller",))


def test_fields_in_which_nothing_is_left_are_absent() -> None:
    article = cleaned(title="\u202e&nbsp;<b></b>", source="\u200b", author=["\x00"])
    assert (article.title, article.source, article.author) == (None, None, ())


def test_date_with_marks_of_direction_is_read() -> None:
    article = cleaned(published_at="\u200e4.&nbsp;M&auml;rz 2026")
    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2026-03-04"


PAGE = """<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>
<p>{text}</p><p>{text} Es bleibt dabei.</p></article></body></html>"""
URL = "https://bote.example/muenchen/haushalt-beschlossen-1234"
NAMED = '<meta property="og:site_name" content="Der Bote">'
LINKED = f'<link rel="canonical" href="{URL}">'


def page(head: str, **fields: object) -> CleanArticle:
    return cleaned(PAGE.format(title=TITLE, text=TEXT, head=head), **fields)


@pytest.mark.parametrize(
    ("head", "url", "source"),
    [
        (LINKED + NAMED, URL, "Der Bote"),
        (f'<meta property="og:url" content="{URL}">', URL, "bote.example"),
        (f'<link href="/haushalt" rel=canonical><meta content={URL} property=og:url>', URL,
         "bote.example"),
        (f"<link rel='canonical' href='{URL}?a=1&amp;b=2'>", URL + "?a=1&b=2", "bote.example"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "'
            f'{TITLE}", "mainEntityOfPage": {{"@id": "{URL}"}}, "publisher": {{"@id": "#us"}}}}, '
            '{"@id": "#us", "@type": "Organization", "name": "Der Bote"}]}</script>',
            URL,
            "Der Bote",
        ),
        (NAMED, None, "Der Bote"),
        ('<link rel=canonical href="https://bote.example/">', None, None),
        ('<link rel=canonical href="javascript:alert(1)//a.b/c">', None, None),
        ('<link rel=canonical href="https://[bote/a">', None, None),
        ('<link rel=stylesheet href="https://bote.example/a.css">', None, None),
    ],
)  # fmt: skip
def test_a_page_tells_where_it_stands(head: str, url: str | None, source: str | None) -> None:
    article = page(head)
    assert (article.url, article.source, article.article_id) == (url, source, "a")


def test_a_pages_address_is_not_its_id() -> None:
    raw = RawArticle(content=PAGE.format(title=TITLE, text=TEXT, head=LINKED))
    article = clean(raw)
    assert isinstance(article, CleanArticle)
    assert article.article_id == raw.article_id
    assert article.article_id.startswith("hash:")


def test_producers_know_better_where_a_page_stands() -> None:
    article = page(LINKED + NAMED, url="https://kurier.example/a-b-c")
    assert (article.url, article.source) == ("https://kurier.example/a-b-c", "kurier.example")
    assert page(LINKED + NAMED, source="Kurier").source == "Kurier"


class Asked:
    """A memory that notes which sources it is asked about."""

    def __init__(self) -> None:
        self.sources: list[str] = []

    def sight(self, source, _report, _version, samples):
        self.sources.append(source)
        return [NEVER_SEEN] * len(samples)


def test_the_memory_is_asked_about_the_site_that_a_page_names() -> None:
    memory = Asked()
    clean(RawArticle(content=PAGE.format(title=TITLE, text=TEXT, head=NAMED)), memory=memory)
    assert memory.sources == ["Der Bote"]
