"""Candidate mentions of a text, each with the sentence it stands in."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from . import german, spans
from .defined import defined
from .english.owners import is_saint
from .lexicon import first_names, is_known
from .nicknames import nicknamed
from .phrases import phrases
from .shapes import is_acronym, is_function, is_place
from .titles import Titles, titles
from .trimmed import apart, loose
from .words import Run, Sentence, split

PartsOfSpeech = Callable[[Sequence[str], str], list[str]]
_SHOUTED = 8  # letters; fewer may be acronyms
_POSSESSIVES = ("'s", "’s")
_OWNER = re.compile(r"(\w+(?:[.,&@+‑-]\w+)*)['’]s (?=[A-Z])")  # what owns a capital


class Mention(NamedTuple):
    """A candidate `text[start:end]`: words `first` to `last` of its sentence, quoted or not.

    `tags` are the parts of speech of its words, or of what it is of its word: NE of UBS-Aktie.
    """

    start: int
    end: int
    text: str
    sentence: Sentence
    tags: Sequence[str]
    first: int
    last: int
    quoted: bool


def mentions(text: str, language: str, parts_of_speech: PartsOfSpeech) -> list[Mention]:
    """The candidates of the text, in order, without overlap."""
    found: list[Mention] = []
    tagged = [
        (sentence, parts_of_speech([w.text for w in sentence], language))
        for sentence in split(text, language)
        if not _is_shouted(sentence)
    ]
    none = frozenset[str]()
    small = german.introduced(tagged) if language == "de" else none
    bare = german.bare_subjects(tagged) if language == "de" else none
    quoted = titles([sentence for sentence, _ in tagged], language)
    for (sentence, tags), quotes in zip(tagged, quoted, strict=True):
        found.extend(_in_sentence(text, sentence, tags, language, quotes, small, bare))
    if language == "de":
        return _with_openings(text, tagged, found, lambda word: parts_of_speech([word], "de")[0])
    return _with_owners(text, found) if language == "en" else found


def _with_owners(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Joins Lloyd's and List: an owner that is named nowhere else belongs to the name it owns."""
    whole: list[Mention] = []
    counts = Counter(word for mention in found for word in mention.text.split())
    owned = Counter(_OWNER.findall(text))
    for mention in found:
        owner = whole[-1] if whole else None
        if owner and _owns(text, owner, mention) and counts[owner.text] == owned[owner.text]:
            whole[-1] = owner._replace(
                end=mention.end,
                text=text[owner.start : mention.end],
                tags=(*owner.tags, "ordinary", *mention.tags),
                last=mention.last,
            )
        else:
            whole.append(mention)
    return whole


def _owns(text: str, owner: Mention, mention: Mention) -> bool:
    """Whether neither has a name of its own: unlike Trump's White House, Google's DeepMind."""
    alone = owner.first == owner.last and not is_place(owner.text) and not is_acronym(owner.text)
    person = mention.text.split()[0] in first_names()
    apart = is_place(mention.text) or is_known(mention.text) or is_known(owner.text)
    joined = text[owner.end : mention.start] in ("'s ", "’s ")
    return alone and joined and not (person or apart)


def _in_sentence(
    text: str,
    sentence: Sentence,
    tags: Sequence[str],
    language: str,
    titled: Titles,
    small: frozenset[str],
    bare: frozenset[str],
) -> Iterator[Mention]:
    found = german.runs(sentence, tags) if language == "de" else spans.runs(sentence, language)
    runs = _with_titles(found, titled.repeated)
    nicknames = nicknamed(sentence)
    told = nicknames + apart(defined(sentence, language), nicknames)
    quotes = apart(titled.marked + loose(titled.repeated, runs), nicknames)
    pairs = list(german.subject_runs(sentence, tags, bare))
    whole = loose(apart(pairs, [*quotes, *told]), runs)
    plain = apart(apart(runs, whole), [*quotes, *told]) + whole
    # A known name wins over the runs it overlaps, unless one of them holds it and more.
    listed = phrases(sentence)
    if language == "de":
        listed = [run for run in listed if not german.is_of_city(sentence, run[0])]
    known = loose(apart(listed, [*quotes, *told]), plain) + apart(told, quotes)
    plain += apart(german.small_runs(sentence, small), plain)
    spanned = dict.fromkeys([*known, *apart(plain, known)], False) | dict.fromkeys(quotes, True)
    for (first, last), quoted in sorted(spanned.items()):
        start, end = sentence[first].start, _end(sentence, last, language)
        own = tags[first : last + 1]
        yield Mention(start, end, text[start:end], sentence, own, first, last, quoted)


def _with_titles(runs: Iterable[Run], repeated: list[Run]) -> list[Run]:
    """The runs without repeated titles; one that goes on behind a title holds it whole.

    So "Last Generation" is a title beside Last Generation Austria, which is none.
    """
    starts = {i: first for first, last in repeated for i in range(first, last + 1)}
    whole: list[Run] = []
    for first, last in loose(runs, repeated):
        free = whole[-1][1] + 1 if whole else 0
        whole.append((max(free, starts.get(first, first)), last))
    return whole


def _is_shouted(sentence: Sentence) -> bool:
    """Whether it is all capitals, as some subheads are: they hide what is a name."""
    letters = "".join(w.text for w in sentence if w.text[0].isalpha())
    return letters.isupper() and len(letters) >= _SHOUTED and len(sentence) > 1


def _end(sentence: Sentence, last: int, language: str) -> int:
    """The end of the name; an 's that nothing follows belongs to it, as in Moody's said."""
    if language == "en" and last + 2 < len(sentence) and sentence[last + 1].text in _POSSESSIVES:
        after = sentence[last + 2].text
        saint = is_saint(sentence, last) and (not after.isalpha() or is_function(after, "en"))
        if saint or after in ("said", "and", "in", "has", "is", "was", "to", "of", "at", "on", ","):
            return sentence[last + 1].end
    return sentence[last].end


def _with_openings(
    text: str,
    tagged: Sequence[tuple[Sentence, Sequence[str]]],
    found: Sequence[Mention],
    tag_of: Callable[[str], str],
) -> list[Mention]:
    """Adds the names that open German compounds, UBS of UBS-Aktie, also in place of the whole."""
    named = german.keys(mention.text for mention in found)
    taken = {(id(m.sentence), i): m for m in found for i in range(m.first, m.last + 1)}
    cut: dict[int, Mention] = {}
    for sentence, tags in tagged:
        for i, word in enumerate(sentence):
            if "-" not in word.text or not word.is_word:
                continue
            whole = taken.get((id(sentence), i))
            if whole and (whole.quoted or whole.first < whole.last):
                continue
            length = (german.splits if whole else german.opening)(word.text, named, tag_of)
            if length:
                start, end = word.start, word.start + length
                own = (tags[i] if end == word.end else tag_of(text[start:end]),)
                cut[start] = Mention(start, end, text[start:end], sentence, own, i, i, False)
    return sorted([m for m in found if m.start not in cut] + list(cut.values()))
