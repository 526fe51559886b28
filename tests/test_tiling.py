import json
from pathlib import Path

import pytest

from agents.clean import clean
from agents.clean.block import Block, Run
from agents.clean.offsets import Edit, Repaired
from agents.clean.tiling import check_tiling, tile
from schemas import CleanArticle, RawArticle, Removed, Segment

CORPUS = Path("tests/data/corpus/raw.jsonl").read_bytes().splitlines()


def article(text: str, **spans: object) -> CleanArticle:
    return CleanArticle(article_id="a", text=text, content_hash="x", **spans)  # type: ignore[arg-type]


def test_characters_made_of_one_raw_run_do_not_overlap() -> None:
    repaired = Repaired("XY").edited(lambda _: [Edit(0, 1, "ab")])
    blocks = [Block([Run(0, 1, "a")], "a"), Block([Run(1, 3, "bY")], "bY")]
    text, segments, removed = tile(repaired, blocks)
    assert text == "a\n\nbY"
    assert [(s.raw_start, s.raw_end) for s in segments] == [(0, 1), (1, 2)]
    assert removed == ()


def test_neighbours_with_one_reason_are_one_span() -> None:
    blocks = [Block([Run(at, at + 1, "x")], "x", reason="related") for at in (0, 2, 4)]
    kept = Block([Run(6, 7, "y")], "y")
    assert tile(Repaired("x x x y "), [*blocks, kept])[2] == (
        Removed(raw_start=0, raw_end=6, reason="related", confidence=1.0),
        Removed(raw_start=7, raw_end=8, reason="other", confidence=1.0),
    )


def test_gap_is_noticed() -> None:
    _, segments, _ = tile(Repaired("ab"), [Block([Run(0, 1, "a")], "a")])
    with pytest.raises(ValueError, match="do not tile"):
        check_tiling("ab", article("a", segments=segments, removed=()))


@pytest.mark.parametrize("by", [-1, 1])
def test_segments_shifted_within_the_cover_are_noticed(by: int) -> None:
    raw = "Der Rat tagt. Weg damit. Er tagt wieder."
    text = "Der Rat tagt.\n\nEr tagt wieder."
    edges = (13 + by, 25 + by)
    spans = [(0, 13, 0, edges[0]), (15, 30, edges[1], len(raw))]
    segments = [Segment(start=a, end=b, raw_start=c, raw_end=d) for a, b, c, d in spans]
    gone = Removed(raw_start=edges[0], raw_end=edges[1], reason="other", confidence=1.0)
    with pytest.raises(ValueError, match="not what the raw text shows"):
        check_tiling(raw, article(text, segments=segments, removed=[gone]))


@pytest.mark.parametrize("line", CORPUS, ids=lambda line: json.loads(line)["id"])
def test_raw_text_of_the_corpus_is_rebuilt_from_what_came_of_it(line: bytes) -> None:
    raw = RawArticle.read(json.loads(line))
    answer = clean(raw)
    assert isinstance(raw.content, str)
    assert isinstance(answer, CleanArticle)
    check_tiling(raw.content, answer)
    spans = [(s.raw_start, s.raw_end) for s in (*answer.segments, *answer.removed)]
    assert "".join(raw.content[start:end] for start, end in sorted(spans)) == raw.content
