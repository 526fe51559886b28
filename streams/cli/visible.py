"""Foreign text as a terminal may have it: nothing in it moves the cursor, colours or hides."""

import re

# C0 but for tab and line feed, DEL, C1; what turns the direction of text; halves of characters,
# which no terminal's encoding has.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(text: object) -> str:
    """The text with U+FFFD for each character that steers a terminal."""
    return _UNSEEN.sub("\ufffd", str(text))
