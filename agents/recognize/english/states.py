"""States in English names: Lagos State, Rakhine State; Minn. of Duluth, Minn."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import pycountry

# Behind a town and a comma, as American printers write them; those of two letters need no dot.
SHORT = re.compile(
    r"(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo)\."
)
_AMERICAN = frozenset(("New York", "Washington"))  # others with State behind are universities


def is_state(parts: Sequence[str]) -> bool:
    """Whether it is a state of a federation other than America: Lagos State; not Ohio State."""
    return len(parts) > 1 and parts[-1] == "State" and " ".join(parts[:-1]) in _states()


@cache
def _states() -> frozenset[str]:
    listed = (s for s in pycountry.subdivisions if s.type == "State" and s.country_code != "US")
    names = {s.name for s in listed}
    return _AMERICAN | names | {_plain(name) for name in names}


def _plain(name: str) -> str:
    """The name as newspapers print it: Gujarat for Gujarāt."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
