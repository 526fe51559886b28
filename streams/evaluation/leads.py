"""The first sentences of an article: what a summary has to be better than.

Simpler than `agents.text` on purpose: the yardstick must not move when the program improves.
"""

import re

SENTENCES = 3

_SPACE = re.compile(r"\s+")
_CLOSED = re.compile(r"[.!?…][\"'”“»)’]*$")
_GAP = re.compile(r"(?<=[.!?…])\s+(?=[\"'„“«(]?[A-ZÄÖÜÉÈÀÂÇÎÔŒÁÍÓÚÑ¿¡0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Gov|U\.S|a\.m|p\.m|z\.B|u\.a|bzw|ca|Nr|M|Mme|S|Co|Inc"
    r"|Ltd|No|Sr|Sra)|\b[A-Z]|\b\d{1,2}|\b[IVX]{2,})\.$"
)


def lead(body: str) -> str:
    """The first three sentences of the paragraphs; subheads, which have no stop, are none."""
    return " ".join(_sentences(body)[:SENTENCES])


def _sentences(body: str) -> list[str]:
    found: list[str] = []
    for block in body.split("\n\n"):
        paragraph = _SPACE.sub(" ", block).strip()
        if _CLOSED.search(paragraph):
            found += _parts(paragraph)
    return found


def _parts(paragraph: str) -> list[str]:
    found, open_ = [], ""
    for piece in _GAP.split(paragraph):
        open_ = f"{open_} {piece}".strip()
        if not _ABBREVIATION.search(open_):
            found.append(open_)
            open_ = ""
    return [*found, open_] if open_ else found
