"""The stage `clean`: a raw article in, the article itself out."""

import re

from schemas import CleanArticle, RawArticle, Withdrawal, content_hash

from ..errors import Reject
from .block import Block
from .decode import decode, repair
from .cues import all_cues, Cues
from .titles import find_title
from .decide import decide
from .evidence import gather
from .html import trafilatura_text
from .language import identify
from .lines import read_lines
from .page import read_page
from .tiling import tile

_HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p)\b[^>]*>", re.I)
_WORD = re.compile(r"\w+")
_CLOSING = (".", "!", "?", "…", '."', ".“", ".”", ".»", "’", ")", ".'")


def clean(raw: RawArticle, *, max_chars: int = 400_000, cues: Cues = all_cues()) -> CleanArticle | Withdrawal:
    """The article without what surrounds it. Raises Reject."""
    if raw.status != "usable":
        return Withdrawal(article_id=raw.article_id, version=raw.version, status=raw.status)
    repaired = repair(decode(raw.content or "", raw.content_type))
    source = repaired.text
    if raw.content_type == "text/html" or (not raw.content_type and _HTML.search(source[:4096])):
        page = read_page(source)
        blocks = page.blocks
        _keep_extracted(blocks, trafilatura_text(source))
        title_at=None
    else:
        blocks = read_lines(source)
        language, evidence = gather(blocks)
        for e in evidence:
            e.cue = cues.find(e.tokens)
        title_at = find_title(blocks, evidence, raw.url, raw.title)
        decide(blocks, evidence, title_at)
    title = blocks[title_at].text if title_at is not None else raw.title
    text, segments, removed = tile(repaired, blocks)
    if len(_WORD.findall(text)) < 3:
        raise Reject("empty-text", "no running text")
    if len(text) > max_chars:
        raise Reject("too-long", f"{len(text)} characters")
    language, confidence = identify(text, raw.language)
    return CleanArticle(
        article_id=raw.article_id,
        version=raw.version,
        url=raw.url,
        source=raw.source,
        title=title,
        author=raw.author,
        language=language,
        language_confidence=confidence,
        text=text,
        segments=segments,
        removed=removed,
        content_hash=content_hash(text),
        urgency=raw.urgency,
        rights=raw.rights,
    )


def _keep_extracted(blocks: list[Block], text: str) -> None:
    lines = {"".join(_WORD.findall(line)) for line in text.splitlines()}
    for block in blocks:
        if "".join(_WORD.findall(block.text)) not in lines:
            block.drop("other", 0.6)


def _keep_prose(blocks: list[Block]) -> None:
    for block in blocks:
        if len(block.text.split()) < 8 or not block.text.endswith(_CLOSING):
            block.drop("other", 0.6)
