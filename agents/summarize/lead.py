"""Which sentence tells the news: mostly the first, but features open with a scene.

"Three minutes before the end, nobody sat any more" only makes curious; the sentence that says
what happened follows it, and the title is made of its words.
"""

from collections.abc import Sequence

from agents.models.protocols import Vectors

from .passages import Passage

_REACH = 5  # sentences in which the news comes
_LATER = -1.0  # for each sentence before it
_TITLE_COSINE, _TITLE_SHARE = 2.0, 1.0
_TEASES = -1.5  # a question, somebody's words, or nothing that stands alone
_SCENE, _SCENE_WORDS = -0.5, 12  # so short a sentence rarely says who did what, nor does "it is"


def lead(found: Sequence[Passage], titled: Vectors, shares: Sequence[float], most: int) -> int:
    """Its place among the passages; the first where all are longer than `most` characters.

    `titled` has each passage's cosine to the title, `shares` the share of the title's words in it.
    """
    reach = [at for at, passage in enumerate(found[:_REACH]) if len(passage.text) <= most]
    worth = {
        at: round(
            _LATER * at
            + _TITLE_COSINE * round(float(titled[at]), 3)
            + _TITLE_SHARE * shares[at]
            + _teaser(found[at]),
            4,
        )
        for at in reach
    }
    return max(reach, key=lambda at: (worth[at], -at), default=0)


def _teaser(passage: Passage) -> float:
    is_teaser = passage.is_question or passage.is_speech
    leans = bool(passage.leans_on)
    is_scene = passage.word_count < _SCENE_WORDS or (passage.is_dangling and not leans)
    return _TEASES * (is_teaser + leans) + _SCENE * is_scene
