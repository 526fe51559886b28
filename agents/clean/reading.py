"""A raw article read: its blocks, kept or dropped, and what the page says about itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from schemas import RawArticle

from .authors import as_written, byline_names
from .bios import mark_bios
from .block import Block
from .bylines import signed, writers
from .credits import cue_of, mark_captions
from .cues import Cues
from .decide import decide
from .details import authors_of, source_of, told_title
from .evidence import Evidence, gather
from .familiar import name_repeated
from .head import head_lines, head_of, name_bylines
from .headline import headline_block, is_shown
from .html import extracted_text
from .lines import read_lines
from .metadata import Metadata
from .origin import origin
from .page import read_page
from .pitches import drop_pitches
from .quotes import drop_displayed, drop_pull_quotes
from .recurring import Sample, Seen, fingerprint
from .structure import place
from .titles import find_title
from .trim import join_sentences, trim
from .wire import Wire, drop_around, read_wire, without_marks

_NEAR = 8  # blocks around the headline in which marked authors and times are the article's
_LEAST_KEPT = 25  # words; with less, trafilatura is asked too
_LONGEST_FALL_BACK = 500_000  # characters of source

Recall = Callable[[Sequence[Sample]], Sequence[Seen]]
_MOST_ASKED = 1_000  # blocks; a page has a hundred


@dataclass(slots=True)
class Reading:
    """What was made of a raw article."""

    blocks: list[Block]
    evidence: list[Evidence]
    title: str | None
    title_at: int | None
    metadata: Metadata = field(default_factory=Metadata)
    marked_authors: list[str] = field(default_factory=list)
    marked_times: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    wire: Wire | None = None
    writers: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    dateline: str | None = None


def read_text(
    source: str, raw: RawArticle, metadata: Metadata, cues: Cues, recall: Recall | None
) -> Reading:
    """Plain text, read."""
    blocks = read_lines(source, cues)
    evidence = gather(blocks)
    wire = read_wire(blocks, evidence)
    title_at = wire.title_at if wire else find_title(blocks, evidence, raw.url, raw.title)
    reading = Reading(blocks, evidence, None, title_at, metadata, wire=wire)
    told = told_title(raw, reading.metadata)
    reading.title = told or (without_marks(blocks[title_at].text) if title_at is not None else None)
    _select(source, raw, reading, cues, recall, None, entities=False)
    return reading


def read_html(
    source: str, raw: RawArticle, metadata: Metadata, cues: Cues, recall: Recall | None
) -> Reading:
    """A page, read."""
    page = read_page(source)
    evidence = gather(page.blocks)
    told = told_title(raw, metadata)
    title_at = headline_block(page, evidence, raw, metadata, told)
    reading = Reading(page.blocks, evidence, told, title_at, metadata)
    if title_at is not None:
        has_told = raw.title or metadata.headline or len(metadata.titles) > 1
        if not has_told or (not raw.title and is_shown(page, evidence, title_at, told)):
            reading.title = page.blocks[title_at].text  # <title> alone has the site's name in it
        near = range(title_at - _NEAR, title_at + _NEAR * 2)
        reading.marked_authors = [text for at, text in page.authors if at in near]
        reading.marked_times = [text for at, text in page.times if at in near]
    verdicts = place(page, evidence, title_at, metadata.description)
    for block, verdict in zip(page.blocks, verdicts, strict=True):
        if isinstance(verdict, str):
            block.drop(verdict, 0.9)
    drop_displayed(page.blocks, evidence, page.nodes)
    priors = [verdict if isinstance(verdict, float) else -50.0 for verdict in verdicts]
    _select(source, raw, reading, cues, recall, priors, entities=True)
    if _kept_words(reading) < _LEAST_KEPT and len(source) <= _LONGEST_FALL_BACK:
        _fall_back(source, reading)
    return reading


def _kept_words(reading: Reading) -> int:
    pairs = zip(reading.blocks, reading.evidence, strict=True)
    return sum(e.word_count for block, e in pairs if block.reason is None)


def _select(
    source: str,
    raw: RawArticle,
    reading: Reading,
    cues: Cues,
    recall: Recall | None,
    priors: list[float] | None,
    *,
    entities: bool,
) -> None:
    """Decide on every block, then trim the kept ones."""
    blocks, evidence = reading.blocks, reading.evidence
    open_ones = [at for at, block in enumerate(blocks) if block.reason is None]
    for at in open_ones:
        evidence[at].cue = cue_of(blocks[at].text, evidence[at], cues)
    if reading.wire:
        drop_around(blocks, evidence, reading.wire)
    mark_captions(blocks, evidence)
    reading.writers = authors_of(raw, reading.metadata, reading.marked_authors) or _named_writers(
        reading, raw
    )
    names = dict.fromkeys((*reading.writers, *map(as_written, reading.writers)))
    mark_bios(blocks, evidence, reading.title_at, tuple(names))
    before = [block.reason for block in blocks]
    decide(blocks, evidence, reading.title_at, priors)
    if recall and _recalled(blocks, evidence, open_ones, recall):
        for block, reason in zip(blocks, before, strict=True):
            block.reason = reason
        decide(blocks, evidence, reading.title_at, priors)
        name_repeated(blocks, evidence)
    if not (reading.writers or reading.metadata.organisations):
        reading.writers = signed(blocks, source_of(raw) or "")
    reading.head = head_lines(blocks, reading.title_at)
    name_bylines(blocks, evidence, reading.title_at, reading.writers)
    drop_pull_quotes(blocks, evidence)
    drop_pitches(blocks, evidence)
    if any(block.continues for block in blocks):
        join_sentences(source, blocks, reading.title)
    ends = trim(source, blocks, entities=entities)
    told = (*raw.author, *reading.metadata.authors, *reading.metadata.organisations)
    reading.agencies, reading.dateline = origin(
        (*told, *reading.marked_authors), blocks, evidence, reading.title_at, ends
    )


def _named_writers(reading: Reading, raw: RawArticle) -> tuple[str, ...]:
    """The persons whom a line around the headline names as the writers."""
    if reading.metadata.organisations:
        return ()
    blocks, evidence = reading.blocks, reading.evidence
    lines = head_of(blocks, evidence, reading.title_at)
    if reading.wire:  # among its keywords and notes, only a marked byline is one
        lines = [line for line in lines if byline_names(line)]
    prose = [e.form == "prose" for e in evidence]
    return writers(lines, [block.text for block in blocks], prose, source_of(raw) or "")


def _recalled(
    blocks: Sequence[Block], evidence: Sequence[Evidence], places: Sequence[int], recall: Recall
) -> bool:
    """Ask the memory about the blocks of two words or more there; whether it knew a kept one."""
    asked = [at for at in places if evidence[at].word_count > 1][:_MOST_ASKED]
    samples = [
        Sample(
            fingerprint(blocks[at].text),
            evidence[at].word_count if blocks[at].reason is None else 0,
        )
        for at in asked
    ]
    for at, seen in zip(asked, recall(samples), strict=True):
        evidence[at].seen = seen
    return any(evidence[at].seen.times and blocks[at].reason is None for at in asked)


def _fall_back(source: str, reading: Reading) -> None:
    """Keep what trafilatura takes for the text, where the page's structure said nothing."""
    told = sum(e.word_count for e in reading.evidence if e.form in ("prose", "weak"))
    if told < _LEAST_KEPT // 2:
        return
    lines = {_letters(line) for line in extracted_text(source).splitlines()} - {""}
    found = [_letters(block.text) in lines for block in reading.blocks]
    words = sum(e.word_count for e, hit in zip(reading.evidence, found, strict=True) if hit)
    if words <= _kept_words(reading):
        return
    for block, hit in zip(reading.blocks, found, strict=True):
        if hit:
            block.reason = None
        else:
            block.drop("other", 0.5)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
