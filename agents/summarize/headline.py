"""A headline of limited length: the title, or what of it can stand alone."""

import re

LENGTH = 90
_SHORTEST = 25  # shorter parts are kickers and site names
_STRONG = re.compile(r"\s+[–—|·]\s+|(?<=[.!?;])\s+|:\s+")
_WEAK = re.compile(r",\s+")


def headline(title: str | None, length: int = LENGTH) -> str | None:
    """The title in at most `length` characters; absent where there is none."""
    whole = " ".join((title or "").split())
    if len(whole) <= length:
        return whole or None
    for boundary in (_STRONG, _WEAK):
        cuts = [m.start() for m in boundary.finditer(whole) if _SHORTEST <= m.start() <= length]
        if cuts:
            return whole[: cuts[-1]].rstrip(" ;")
    # Behind a kicker ("Brussels: …") may stand the headline itself.
    rest = _STRONG.split(whole)[-1]
    if _SHORTEST <= len(rest) <= length:
        return rest
    cut = whole.rfind(" ", 0, length)
    return whole[: cut if cut > 0 else length - 1].rstrip(" ,;:–—-") + "…"
