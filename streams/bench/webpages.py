"""Web pages around the samples' articles, of the size and the kind that news sites send.

A site has the same menu on all its pages, and other teasers and comments on each.
"""

import json
import random
from collections.abc import Iterator, Sequence
from html import escape

from schemas import CleanArticle
from streams.settings import Settings

from .articles import clean_articles

_SITES = 8
_MENU, _TEASERS, _COMMENTS = 40, 30, 12
_SCRIPTS, _SCRIPT_LINES = 6, 60  # most of a page is no text: here some 30 of 50 kB
_EVERY = 3  # paragraphs between two boxes
# How sites mark their text: by an element, a class, a property, or not at all.
_AROUND = (
    ("<article><header>{head}</header>", "</article>"),
    ('<div class="article-body story">{head}', "</div>"),
    ('<section>{head}<div itemprop="articleBody">', "</div></section>"),
    ('<div class="c-{site}">{head}', "</div>"),
)


def web_pages(settings: Settings, count: int) -> list[bytes]:
    """So many raw articles in HTML, as messages; no two share a sentence of their text."""
    found = [CleanArticle.from_dict(json.loads(v)) for v in clean_articles(settings, count)]
    return [_message(article, number) for number, article in enumerate(found)]


def _message(article: CleanArticle, number: int) -> bytes:
    site = number % _SITES
    address = f"https://site-{site}.example/news/{number}"
    fields = {
        "id": f"page-{number}", "url": address, "content_type": "text/html",
        "content": _page(article, site, address, random.Random(number)),
    }  # fmt: skip
    return json.dumps(fields, ensure_ascii=False).encode()


def _page(article: CleanArticle, site: int, address: str, dice: random.Random) -> str:
    title = escape(article.title or "News")
    head = f"<h1>{title}</h1><p class='byline'>By Ann Reporter</p><time>5 May 2026</time>"
    before, after = _AROUND[site % len(_AROUND)]
    return "\n".join([
        f'<!doctype html><html lang="{article.language}"><head><meta charset="utf-8">',
        f"<title>{title} | Site {site}</title>",
        f'<link rel="canonical" href="{address}"><meta property="og:title" content="{title}">',
        f'<script type="application/ld+json">{_metadata(article, address)}</script>',
        *(_script(dice) for _ in range(_SCRIPTS)),
        "</head><body><nav><ul>", *_links(_MENU, "Section", random.Random(site)), "</ul></nav>",
        before.format(head=head, site=site), *_body(article.text.split("\n\n"), dice), after,
        "<aside><h2>Most read</h2><ul>", *_links(_TEASERS, "Another story of the day", dice),
        '</ul></aside><div class="comments">',
        *(f"<p>Reader {n}: I read of it {dice.randrange(99)} days ago.</p>"
          for n in range(_COMMENTS)),
        "</div><footer><p>© Site. All rights reserved.</p></footer></body></html>",
    ])  # fmt: skip


def _metadata(article: CleanArticle, address: str) -> str:
    fields = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
        "datePublished": "2026-05-05T06:00:00Z", "url": address,
        "author": {"@type": "Person", "name": "Ann Reporter"},
    }  # fmt: skip
    return json.dumps(fields).replace("<", "\\u003c")


def _body(paragraphs: Sequence[str], dice: random.Random) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs, 1):
        yield f"<p>{escape(paragraph)}</p>"
        if number % _EVERY == 0:
            yield f"<div class='related'>Read also: <a href='/{dice.random()}'>What came of it</a>"
            yield "</div><figure><img src='/i.jpg' alt=''><figcaption>Photo: Agency</figcaption>"
            yield "</figure>"


def _links(count: int, text: str, dice: random.Random) -> Iterator[str]:
    for _ in range(count):
        number = dice.randrange(10_000)
        yield f"<li class='item'><a class='link' href='/all/{number}'>{text} {number}</a></li>"


def _script(dice: random.Random) -> str:
    lines = (f"window.data['k{dice.randrange(10**6)}'] = {dice.random()} < 1 && function(){{}};"
             for _ in range(_SCRIPT_LINES))  # fmt: skip
    return "<script>" + "\n".join(lines) + "</script>"
