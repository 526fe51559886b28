"""Ships by the letters before their names: HMS Prince of Wales, USS Arizona, MV Estonia."""

from collections.abc import Sequence

from agents.recognize.words import Sentence

_LETTERS = frozenset(  # without those that mean more: SS, MS, MT
    ("HMS", "USS", "RMS", "MV", "HMAS", "HMCS", "HMNZS", "USNS", "USCGC", "RRS", "RV", "INS", "LÉ")
)
_FEW = 4  # words; longer ones are no ships


def is_ship(parts: Sequence[str]) -> bool:
    """Whether the letters of a ship open the name, and a name in small letters follows."""
    named = 1 < len(parts) <= _FEW + 1 and not parts[1].isupper()
    return named and parts[0] in _LETTERS and parts[1][0].isupper()


def of_ship(sentence: Sentence, start: int, i: int) -> int | None:
    """The index behind the "of" at `i` in a ship's name: HMS Prince of Wales; or None."""
    if sentence[i].text != "of" or i != start + 2 or i + 1 >= len(sentence):
        return None
    opens = sentence[start].text in _LETTERS and sentence[i - 1].text in ("Prince", "Duke", "Isle")
    return i + 1 if opens and sentence[i + 1].is_capital else None
