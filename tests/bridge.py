"""A page about a harbour bridge, and what is left of it, for tests."""

import json

from agents.clean import clean
from schemas import CleanArticle, RawArticle

BODY = [
    "The council voted on Tuesday to close the old harbour bridge for eighteen months of repairs.",
    "Engineers had warned since the spring that the bridge could no longer carry heavy lorries.",
    "The council expects the repairs of the harbour bridge to cost forty million crowns in all.",
    "Shopkeepers near the harbour said the council had given them no word on compensation so far.",
]
TITLE = "Harbour bridge to close for repairs"
METADATA = {
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2024-05-06T07:08:00+02:00",
    "author": [{"@type": "Person", "name": "Ada Brant"}, {"@type": "Organization", "name": "AP"}],
}
FOREIGN = [
    "Garden chairs at half price until Sunday only at Torvald and Sons in the old brewery yard.",
    "Walkers love the moor in autumn when the heather is out and the lakes are full of geese.",
    "Nobody asked me before they shut it and I have lived here for forty years.",
    "Ada Brant writes about towns and rivers and lives on a barge with two cats.",
]


def page(*, metadata: dict[str, object] | None = METADATA, body: list[str] | None = None) -> str:
    script = f'<script type="application/ld+json">{json.dumps(metadata)}</script>'
    first, second, third, last = body or BODY
    return f"""<!doctype html><html lang="en"><head><title>{TITLE} | Harbour Post</title>
{script if metadata else ""}</head><body>
<div class="cookie-layer"><p>We and our partners keep files on your device.</p></div>
<nav><ul><li><a href="/">Home</a><li><a href="/t">Towns</a></ul></nav>
<div class="x1"><h1>{TITLE}</h1><p class="who">By <a href="/a" rel="author">Ada Brant</a></p>
<time datetime="2024-05-06T07:08:00+02:00">6 May</time>
<figure><img src="a"><figcaption>The bridge at dusk, seen from the quay.</figcaption></figure>
<div class="x2"><p>{first}<p>{second}</p>
<div class="x3"><p>{FOREIGN[0]}</p></div>
<h2>What it costs</h2><p>{third}</p>
<ul class="x4"><li><a href="/1">Geese are back early</a><li><a href="/2">A lake for sale</a></ul>
<blockquote><p>{last}</p></blockquote></div>
<div class="x5"><h4>About</h4><p>{FOREIGN[3]}</p></div>
<div class="x6"><b>old_salt</b><p>{FOREIGN[2]}</p></div></div>
<article class="x1"><h2>Out on the moor</h2><p>{FOREIGN[1]}</p></article>
<footer>Harbour Post Ltd</footer></body></html>"""


def cleaned(content: str, **fields: object) -> CleanArticle:
    answer = clean(RawArticle.read({"id": "a", "content": content, **fields}))
    assert isinstance(answer, CleanArticle)
    return answer


EXPECTED = "\n\n".join([BODY[0], BODY[1], "What it costs", BODY[2], BODY[3]])
