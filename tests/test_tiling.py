import pytest

from agents.clean.block import Block, Run
from agents.clean.offsets import Edit, Repaired
from agents.clean.tiling import check_tiling, tile
from schemas import CleanArticle, Removed


def article(text: str, **spans: object) -> CleanArticle:
    return CleanArticle(article_id="a", text=text, content_hash="x", **spans)  # type: ignore[arg-type]


def test_characters_made_of_one_raw_run_do_not_overlap() -> None:
    repaired = Repaired("XY").edited(lambda _: [Edit(0, 1, "ab")])
    blocks = [Block([Run(0, 1, "a")], "a"), Block([Run(1, 3, "bY")], "bY")]
    text, segments, removed = tile(repaired, blocks)
    assert text == "a\n\nbY"
    check_tiling(2, article(text, segments=segments, removed=removed))


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
        check_tiling(2, article("a", segments=segments, removed=()))
