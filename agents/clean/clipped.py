"""The mark that news APIs leave where they cut a text short: "… [+1234 chars]"."""

import re
from collections.abc import Sequence

from .block import Block, without_tail

_MARK = re.compile(r"\s*\[\+?\d{1,7}\s(?:more\s)?char(?:acter)?s\]$")
_LONGEST_MARK = 40  # characters


def drop_mark(source: str, blocks: Sequence[Block], *, entities: bool) -> None:
    """Take the mark off the last block, so that it ends as its text does."""
    last = blocks[-1] if blocks else None
    found = _MARK.search(last.text[-_LONGEST_MARK:]) if last and last.text[-1:] == "]" else None
    if last is None or found is None:
        return
    if len(found[0]) == len(last.text):
        last.drop("other", 0.99)
    else:
        without_tail(source, last, len(last.text) - len(found[0]), entities=entities)
