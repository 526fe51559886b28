"""The block of a page that is its headline, and whether it is another one than the metadata's."""

from collections.abc import Sequence

from schemas import RawArticle

from .details import site_names
from .evidence import Evidence
from .metadata import Metadata
from .page import Page
from .titles import find_title, is_same
from .tokens import tokens_of, words_of

_NEAR = 8  # paragraphs that tell what the text is about


def headline_block(
    page: Page, evidence: Sequence[Evidence], raw: RawArticle, metadata: Metadata, told: str | None
) -> int | None:
    """The block of the headline: an h1 that says what the metadata says, else the likeliest."""
    wanted = set(tokens_of(told or ""))
    same = [
        at
        for at, e in enumerate(evidence)
        if wanted
        and e.word_count < 3 * len(wanted) + 5
        and 2 * len(wanted.intersection(e.tokens)) > len(wanted)
        and is_same(page.blocks[at].text, told or "")
    ]
    headings = [at for at in same if page.nodes[at].name == "h1"] or [
        at for at in same if page.blocks[at].kind == "h"
    ]
    if headings or (same and len(wanted) > 2):  # one word of `<title>` may be a section's name
        return (headings or same)[0]
    first = [at for at, node in enumerate(page.nodes) if node.name == "h1"]
    if len(first) == 1:
        return first[0]
    names = site_names(raw, metadata)
    return find_title(page.blocks, evidence, raw.url, told, sizes=page.sizes, site_names=names)


def is_shown(page: Page, evidence: Sequence[Evidence], at: int, told: str | None) -> bool:
    """Whether readers see another headline than search engines: the only h1, about the text."""
    if [node.name for node in page.nodes].count("h1") != 1 or page.nodes[at].name != "h1":
        return False
    text, other = page.blocks[at].text, told or ""
    if is_same(text, other):  # in other words, or without the site's name
        return text in other or evidence[at].word_count == len(words_of(tokens_of(other)))
    prose = [e.stems for e in evidence[at + 1 :] if e.form == "prose"][:_NEAR]
    shared = evidence[at].stems & frozenset[str]().union(*prose)
    return len(shared) > 1
