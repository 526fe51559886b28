"""German institutions of several words, which the part of speech of their words does not show."""

import re
from collections.abc import Sequence

from agents.recognize.lexicon import countries, is_nationality
from agents.recognize.shapes import is_common, is_function, is_place
from agents.recognize.words import Sentence, Word

from .compounds import head_type, is_foreign_head, is_institution, is_label, is_role
from .described import describes, is_one_of_some, opens_law
from .fields import fields_end, first_field, is_authority, is_field
from .heads import takes_genitive, takes_purpose
from .plain import is_indefinite, is_part_of_town
from .towned import NAME_TAGS, is_named, named_end
from .venues import located_end

_DETERMINERS = ("ART", "ADJ", "APPRART", "PPOS", "PDAT", "PI")
_LONGEST_FIRST_NAME = 7  # letters; longer nouns before a name say what it is
_MANY = re.compile(r"(?:Hundert|Tausend|Dutzend|Zigtausend)e[rn]$")
# Ends of illnesses, pests and disciplines, whose adjective has a capital though they are no names.
_UNNAMED = re.compile(
    r"(?:[Mm]ehltau|fäule|[Hh]ornisse|[Kk]äfer|[Mm]ücke|zikade|[Ww]espe|[Aa]meise|krabbe|pest|seuche|fieber|grippe|krankheit|syndrom|gymnastik)$"
)
_LOCAL = ("LOC", "ORG", "EVENT")
_SHORTEST_ADJECTIVE = 5  # letters
_LONGEST_INSTITUTION = 5  # words
_MEASURES = ("meter", "liter")
_NATIONAL = re.compile(r"(?:isch|deutsch)e[rns]?$", re.IGNORECASE)
_LONG_PURPOSE = 9  # letters; shorter nouns are rarely what an association is for
_ENGLISH_STARTS = frozenset(
    (
        *("Saudi", "European", "National", "International", "American", "British", "United"),
        *("First", "World", "General", "New", "Royal", "Global", "Open", "Public", "Star"),
        *("Human", "Central"),
    )
)


def opens_institution(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Deutsche Bahn, Technisches Hilfswerk, Verband Deutscher …, Bundesamt für …"""
    word = sentence[i]
    if not word.is_capital or i + 1 >= len(sentence) or is_common(word.text, "de"):
        return False
    if _MANY.match(word.text):
        return False  # Hunderter Unterstützer, Tausenden Klägern
    after = sentence[i + 1]
    if _is_of_town(word.text) and (describes(word) or is_one_of_some(sentence, i)):
        return False  # ein Münchner Gericht, alle Schweizer Pässe
    if _is_of_town(word.text) and is_part_of_town(after.text):
        return False  # Basler Innenstadt, Walliser Dorf
    if opens_law(sentence, i):
        return True  # das Zweite Nachtragshaushaltsgesetz
    if tags[i].startswith("ADJ") and not _is_plain_start(word) and not is_function(word.text, "de"):
        return _opens_with_adjective(sentence, tags, i)
    if _is_of_town(word.text) and after.is_capital and head_type(after.text) in _LOCAL:
        return not is_role(after.text)  # Barther Straße, Valser Rhein
    foreign = is_foreign_head(after.text) and head_type(after.text) is None
    if foreign and after.is_capital and tags[i].startswith("N") and not is_role(word.text):
        return not is_label(word.text, after.text)
    if tags[i].startswith("N") and is_named(word.text, after, tags[i + 1]):
        return True
    if i and after.text in countries() and is_label(sentence[i - 1].text, word.text):
        return tags[i].startswith("NN")  # der Verein Klimaseniorinnen Schweiz
    if word.text in _ENGLISH_STARTS and _ends_foreign(sentence, i):
        return True
    if _is_short_noun(sentence, tags, i) and tags[i + 1] in NAME_TAGS and after.is_capital:
        return not is_place(after.text)  # Granit Xhaka
    return i + 2 < len(sentence) and _leads_to_purpose(sentence, tags, i)


def _opens_with_adjective(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether a noun follows that is no title: Deutsche Bahn, Deutsches Rotes Kreuz."""
    second = sentence[i + 1].is_capital and tags[i + 1].startswith("ADJ") and i + 2 < len(sentence)
    noun = i + 2 if second else i + 1
    text = sentence[noun].text
    if not text[0].isupper() or not tags[noun].startswith("N") or is_role(text):
        return False
    plain = sentence[i].first and sentence[i].text.endswith("e") and tags[noun] == "NN?"
    told = not plain or head_type(text) is not None
    return told and not _UNNAMED.search(text)  # Elektrische Zäune; die Afrikanische Schweinepest


def _leads_to_purpose(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Whether the noun goes on with what it is for: Bundesamt für Energie, Verband Deutscher …"""
    word, after = sentence[i], sentence[i + 1]
    if i and is_indefinite(sentence[i - 1].text) and after.text == "für":
        return False  # ein Museum für Gegenwartskunst
    if after.text == "für":
        described = is_authority(word.text) and first_field(sentence, tags, i + 1) is not None
        return takes_purpose(word.text, sentence[i + 2].text) and (
            sentence[i + 2].is_capital or described
        )
    if after.text in ("der", "des") and _may_be_purpose(sentence[i + 2].text):
        return takes_genitive(word.text) and sentence[i + 2].is_capital
    if head_type(word.text) != "ORG":
        return False
    return after.is_capital and tags[i + 1].startswith("ADJ") and sentence[i + 2].is_capital


def _may_be_purpose(text: str) -> bool:
    return len(text) >= _LONG_PURPOSE or is_field(text)


def is_short_institution(form: str, parts: Sequence[str]) -> bool:
    """Whether the word is a name of several words without its adjective: Nationalbank."""
    national = len(parts) == 2 and _NATIONAL.search(parts[0]) is not None
    return national and parts[1] == form and is_institution(form)


def _is_of_town(text: str) -> bool:
    """Whether it looks like the adjective of a town: Barther, Greifswalder."""
    grammar = is_function(text.lower(), "de") or is_indefinite(text)
    adjective = text.endswith("er") and len(text) > _SHORTEST_ADJECTIVE
    measure = text.lower().endswith(_MEASURES)
    return adjective and not (grammar or measure or is_role(text))  # Dieser Preis


def _ends_foreign(sentence: Sentence, i: int) -> bool:
    """Whether capitals lead on to an English head: Saudi National Bank, Star Alliance."""
    for word in sentence[i + 1 : i + 4]:
        if not word.is_capital:
            return False
        if is_foreign_head(word.text):
            return True
    return False


def _is_short_noun(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """A short noun without article, right before a name, that is no title: likely a first name."""
    text = sentence[i].text
    bare = i == 0 or not tags[i - 1].startswith(_DETERMINERS)
    short = len(text) <= _LONGEST_FIRST_NAME and tags[i].startswith("NN") and text.isalpha()
    return bare and short and not is_role(text) and not is_label(text, sentence[i + 1].text)


def _is_plain_start(word: Word) -> bool:
    return word.first and not is_nationality(word.text, "de") and not word.text.endswith("ische")


def institution_end(sentence: Sentence, tags: Sequence[str], i: int) -> int:
    """The last index of the institution that opens at `i`."""
    end = i
    if is_named(sentence[i].text, sentence[i + 1], tags[i + 1]):
        end = named_end(sentence, tags, i + 1)
        return located_end(sentence, tags, end) or _with_second(sentence, end)
    while end + 1 < len(sentence) and end - i < _LONGEST_INSTITUTION - 1:
        after = sentence[end + 1]
        if after.is_capital and not is_role(after.text) and not is_common(after.text, "de"):
            end += 1
        elif after.text in ("für", "der", "des") and (step := _leads_on(sentence, tags, end)):
            end += step
        elif after.text in ("&", "+") and _text_at(sentence, end + 2)[:1].isupper():
            end += 2
        else:
            break
    return fields_end(sentence, tags, i, _with_second(sentence, end))


def _leads_on(sentence: Sentence, tags: Sequence[str], end: int) -> int:
    """How many words "für Naturgefahren", "für den Bodensee", "der Künste" add; 0 for none."""
    link = sentence[end + 1].text
    head = sentence[end].text
    purpose = takes_purpose(head, _text_at(sentence, end + 2))
    if not (purpose if link == "für" else takes_genitive(head)):
        return 0
    if link == "für" and is_authority(head) and (at := first_field(sentence, tags, end + 1)):
        return at - end
    step = 3 if link == "für" and _text_at(sentence, end + 2) in ("den", "die", "das") else 2
    return step if end + step < len(sentence) and sentence[end + step].is_capital else 0


def _text_at(sentence: Sentence, i: int) -> str:
    return sentence[i].text if i < len(sentence) else ""


def _with_second(sentence: Sentence, end: int) -> int:
    """Where the second half of a pair ends: Luft- und Raumfahrt, Zittau/Görlitz."""
    if sentence[end].text.endswith("-"):
        return end
    if _text_at(sentence, end + 1) == "/" and _text_at(sentence, end + 2).istitle():
        return end + 2
    if end + 3 < len(sentence) and [w.text for w in sentence[end + 1 : end + 3]] == ["-", "und"]:
        return end + 3
    return end
