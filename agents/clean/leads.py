"""Leads that stand apart from the body: told by their element's name, or by the headline."""

from collections.abc import Sequence

from .elements import PART
from .evidence import Evidence
from .markup import Node

_NAMES = frozenset(
    ("lead", "lede", "intro", "introduction", "standfirst", "chapo", "chapeau", "summary",
     "abstract", "dek", "deck", "vorspann", "teaser", "teasertext", "subtitle", "subline",
     "entradilla", "bajada", "sommario", "inleiding", "subheadline")
)  # fmt: skip
_NEAR = 3  # blocks below the headline
_LEAST_WORDS, _LONG = 15, 25  # words of a lead
_LEAST_LETTERS = 60


def is_lead(node: Node, text: str, lead: str) -> bool:
    """Whether the page's metadata have it as the `lead`, or its element is named so.

    The name may stand one element farther out, where that holds nothing else.
    """
    if lead and len(text) > 40 and (text[:60] in lead or lead[:60] in text):
        return True
    own = [node, node.parent] if node.parent and node.parent.prose == node.prose else [node]
    names = " ".join(
        step.attributes.get(key, "") for step in own for key in ("class", "id", "itemprop")
    )
    return len(text) > _LEAST_LETTERS and not _NAMES.isdisjoint(
        part.lower() for part in PART.findall(names)
    )


def opens(evidence: Sequence[Evidence], at: int, anchor: int, opening: int) -> bool:
    """Whether a paragraph below the headline takes up its words, as a lead does.

    Near, or long right above `opening`, the body's first. The very next one may lack its full
    stop; so do captions, which stand farther below.
    """
    e = evidence[at]
    is_next = at == anchor + 1 and e.form == "weak"
    is_above = at == opening - 1 and e.word_count >= _LONG
    is_near = is_next or ((anchor < at <= anchor + _NEAR or is_above) and e.form == "prose")
    shared = e.stems & evidence[anchor].stems
    return is_near and e.word_count >= _LEAST_WORDS and not e.voice and len(shared) > 1
