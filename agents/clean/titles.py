"""The headline: told by the producer, marked on the page, or found among its first lines."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from math import inf
from urllib.parse import unquote, urlsplit

from .authors import byline_names, is_person
from .block import Block
from .dates import has_date
from .evidence import Evidence
from .forms import LEAST_FUNCTION, LONGEST_SHORT
from .tokens import tokens_of

_SEPARATOR = re.compile(r"\s+(?:[|–—\-•·:»/]|::|\|\||>>?)\s+|:\s+")
_ACCENTS = str.maketrans("àáâãåçèéêëìíîïñòóôõùúûýÿąćęłńśźż", "aaaaaceeeeiiiinoooouuuyyacelnszz")
_FOLD = _ACCENTS | str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe"}
)
_WORD = re.compile(r"[^\W_]+")
_FLASH = re.compile(r"(?:breaking|eilmeldung|eil|última hora|urgent|alerte info)\s*[:|]", re.I)
_EARLY = 80  # blocks; no headline comes later
_LONGEST = 30  # words
_KICKER = 0.4  # by which a line may be worse than the three words or less above it
_LEAST_SCORE = 0.45
_LONG = 24  # words; longer paragraphs that address nobody are the text
_RUN = 3  # short paragraphs in a row are text as well
_KNOWN = 0.5  # likeness to what the URL or the producer tells of the headline
_LARGE = 0.8  # for letters larger than the text's


def without_site(title: str, site_names: Sequence[str]) -> str:
    """The title without a site's name before or after it; empty where it is only that."""
    if is_site(title, site_names):
        return ""
    while True:
        parts = list(_SEPARATOR.finditer(title))
        if not parts:
            return title
        head, tail = title[: parts[0].start()], title[parts[-1].end() :]
        if is_site(tail, site_names):
            title = title[: parts[-1].start()]
        elif is_site(head, site_names):
            title = title[parts[0].end() :]
        else:
            return title


def is_site(text: str, site_names: Sequence[str]) -> bool:
    """Whether the text is a name of the site, give or take an article or `online`."""
    if not site_names:
        return False
    here = _bare(text)
    names = map(_bare, site_names)
    return any(name and here.endswith(name) and len(here) - len(name) < 4 for name in names)


def _bare(name: str) -> str:
    return _letters(name).removesuffix("online").removesuffix("digital")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def slug_words(url: str | None) -> frozenset[str]:
    """The words of the last part of the URL's path that has some."""
    try:
        path = unquote(urlsplit(url or "").path)
    except ValueError:
        return frozenset()
    parts = [part for part in path.split("/") if part.count("-") + part.count("_") >= 2]
    return _folded(re.sub(r"\.\w{2,5}$", "", parts[-1])) if parts else frozenset()


@lru_cache(maxsize=1_024)  # most lines that may be headlines are on many pages
def _folded(text: str) -> frozenset[str]:
    found = [word for word in _WORD.findall(text.casefold()) if not word.isdigit()]
    return frozenset([word if word.isascii() else word.translate(_FOLD) for word in found])


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice coefficient of two sets of words."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def find_title(
    blocks: Sequence[Block],
    evidence: Sequence[Evidence],
    url: str | None,
    told: str | None,
    *,
    sizes: Sequence[float] = (),
    site_names: Sequence[str] = (),
) -> int | None:
    """The index of the headline's block; None where no line is likely to be one."""
    largest = _largest(sizes, evidence)
    told_words, slug = _folded(told or ""), slug_words(url)
    best, best_score = None, _LEAST_SCORE
    prose = [at for at, e in enumerate(evidence) if e.form == "prose" and e.word_count >= 12]
    for at in range(min(_EARLY, len(blocks))):
        if not 2 <= evidence[at].word_count <= _LONGEST or blocks[at].kind in ("li", "rule"):
            continue
        if blocks[at].link_share > 0.6 or any(b.continues for b in blocks[at : at + 2]):
            continue  # in one endless line, no piece is just the headline
        count = bisect_right(prose, at)
        above, below = prose[:count], prose[count:]
        if count > max(1, len(below)):
            break  # more of the text stands above it than below
        texts = [p for p in above if p < at and _is_text(evidence[p])]
        words_here = _folded(blocks[at].text) if slug or told_words else frozenset[str]()
        known = max(likeness(words_here, slug), likeness(words_here, told_words))
        if (len(texts) > 1 or _follows_text(evidence, at)) and known < _KNOWN:
            continue  # what follows paragraphs is a subhead
        score = _score(at, blocks, evidence, below[:4])
        if sizes and sizes[at] >= largest:
            score += _LARGE
        if is_site(blocks[at].text, site_names):
            score -= 1.0
        if slug:
            score += 1.5 * likeness(words_here, slug) - 0.3
        if told_words:
            score += 2.0 * likeness(words_here, told_words) - 0.6
        least = best_score - _KICKER * (best == at - 1 and evidence[at - 1].word_count < 4)
        if score > least and (prose[-1:] > [at] or not evidence[at].closed):
            best, best_score = at, score
    return best


def _is_text(e: Evidence) -> bool:
    return e.word_count > _LONG and not e.voice


def _follows_text(evidence: Sequence[Evidence], at: int) -> bool:
    """Whether some paragraphs that address nobody stand right above the line."""
    above = evidence[max(0, at - _RUN) : at]
    return len(above) == _RUN and all(
        e.form == "prose" and e.word_count >= 12 and not (e.voice or e.loud or e.asks)
        for e in above
    )


def _largest(sizes: Sequence[float], evidence: Sequence[Evidence]) -> float:
    """The letters' size from which a line is set like a headline: larger than the text."""
    prose = [at for at, e in enumerate(evidence) if e.form == "prose" and e.word_count >= 12]
    if not sizes or not prose:
        return inf
    text_size = max(prose, key=lambda at: evidence[at].word_count)
    top = max(sizes[: prose[-1] + 1])
    return max(sizes[text_size] * 1.2, top * 0.7)


def _score(
    at: int, blocks: Sequence[Block], evidence: Sequence[Evidence], prose: Sequence[int]
) -> float:
    here = evidence[at]
    shared = {stem for p in prose for stem in here.stems & evidence[p].stems}
    score = len(shared) / max(3, len(here.stems))
    if not here.closed:
        score += 0.3
    if any(_dated(blocks[near].text) for near in range(at + 1, min(at + 4, len(blocks)))):
        score += 0.3
    if blocks[at].kind == "h":
        score += 0.4
    if is_person(blocks[at].text.split(" / ")[0]):  # R. SAIZ / BURGOS
        score -= 0.8
    if _FLASH.match(blocks[at].text):
        score -= 0.8  # it stands on every page
    if here.cue is not None or (_is_menu(here) and not blocks[at].text[:1].isdigit()):
        score -= 0.6
    if "," in blocks[at].text and not here.function_share:
        score -= 0.8  # a list of keywords
    if here.word_count < 4:
        score -= 0.3
    if _dated(blocks[at].text):
        score -= 0.6
    if not prose or prose[0] - at > 12:
        score -= 0.3
    if here.form == "prose":  # a full sentence is the lead rather than the headline
        score -= 0.8
    return score


def _is_menu(e: Evidence) -> bool:
    """Whether no sentence could be so short of small words; long headlines are none."""
    return e.form == "junk" and (e.word_count <= LONGEST_SHORT or e.function_share < LEAST_FUNCTION)


@lru_cache(maxsize=1_024)  # a line is asked about by each of its neighbours
def _dated(text: str) -> bool:
    if len(text) >= 160:
        return False
    return has_date(text) or bool(byline_names(text))


def is_same(one: str, other: str) -> bool:
    """Whether two lines are the same headline, give or take a kicker or a truncated end."""
    return likeness(_folded(one), _folded(other)) > 0.6 and bool(tokens_of(one))
