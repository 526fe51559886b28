"""Last names that no list has, behind first names that none has either: Annamengia Bergamin."""

from collections.abc import Iterator, Sequence

from agents.recognize import lexicon
from agents.recognize.lexicon import is_known, towns
from agents.recognize.shapes import is_acronym, is_common, is_place
from agents.recognize.words import Run, Sentence, Word

from .compounds import head_type, is_role
from .plain import is_abstract

_DETERMINERS = ("ART", "ADJ", "APPRART", "PPOS", "PDAT", "PI", "CARD")
_SINGULAR = ("t", "te", "war", "hat")  # how verbs of one person end
_SHORTEST = 4  # letters


def bare_subjects(tagged: Sequence[tuple[Sentence, Sequence[str]]]) -> frozenset[str]:
    """The unknown words that stand behind a first name once and alone later, without an article.

    Annamengia Bergamin; Bergamin hat gewartet. Ordinary nouns like Streaming or Tofu may lack an
    article as well, but hardly stand behind a name.
    """
    named: set[str] = set()
    opens: set[str] = set()
    articled: set[str] = set()
    for sentence, tags in tagged:
        for i, word in enumerate(sentence):
            if not _may_be_surname(word.text, tags[i]):
                continue
            if i and tags[i - 1].startswith(_DETERMINERS):
                articled.add(word.text)
            if i and _may_be_first(sentence[i - 1], tags[i - 1]):
                named.add(word.text)
            if _acts(sentence, tags, i):
                opens.add(word.text)
    return frozenset(named & opens - articled)


def subject_runs(sentence: Sentence, tags: Sequence[str], names: frozenset[str]) -> Iterator[Run]:
    """Where the sentence has one of them, with the first name that no list has either."""
    for i, word in enumerate(sentence):
        if word.text in names:
            first = i > 0 and _may_be_first(sentence[i - 1], tags[i - 1])
            yield (i - 1 if first else i), i


def _may_be_surname(text: str, tag: str) -> bool:
    if tag != "NN?" or len(text) < _SHORTEST or not (text.isalpha() and text.istitle()):
        return False
    plain = is_role(text) or is_abstract(text) or head_type(text) is not None
    return not plain and not is_common(text, "de")


def _may_be_first(word: Word, tag: str) -> bool:
    """Whether it is a name that no list has as another one's."""
    text = word.text
    listed = is_place(text) or is_acronym(text) or is_known(text) or text in towns()
    return tag == "NE" and text.istitle() and not listed


def _acts(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether it opens the sentence before the verb of one person, or somebody said: is it."""
    if i:
        return sentence[i - 1].text in lexicon.words("context", "saying", "de")
    verb = len(sentence) > 1 and tags[1].endswith("(FIN)")
    return verb and sentence[1].text.endswith(_SINGULAR)
