"""Runs of words that may be names in German, where every noun has a capital.

What marks a name is its part of speech (NE, FM), its shape, the lists, a first name or a title
before it, or a capitalised adjective before the word for an institution.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from . import lexicon
from .lexicon import first_names, is_nationality
from .shapes import is_acronym, is_common, is_currency, is_function, is_number, is_odd, is_place, nominative
from .words import Sentence, Word

Run = tuple[int, int]
_NAME_TAGS = ("NE", "FM", "XY")
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "de",
        "den",
        "del",
        "di",
        "da",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "zu",
        "und's",
    ]
)
_ROYAL = frozenset(
    ["prinz", "prinzessin", "könig", "königin", "papst", "kronprinz", "kaiser", "fürst"]
)
_WITH_COMPLEMENT = (
    "institut",
    "zentrum",
    "amt",
    "ministerium",
    "verband",
    "gesellschaft",
    "verein",
)
_STATE = ("bundes", "landes", "europa", "welt", "staats", "ober", "reichs")
_LONGEST_FIRST_NAME = 7  # letters; longer nouns before a name say what it is
_LOCAL = ("universität", "uni", "hochschule", "gericht", "klinikum", "uniklinik", "bistum", "börse", "messe",
          "handelskammer", "staatsanwaltschaft", "flughafen", "philharmonie", "akademie")  # fmt: skip
_MIN_COMPOUND = 9  # letters; shorter common nouns are rarely the name of an institution
_STRONG_ENDINGS = (
    "ministerium", "ministeriums", "gerichtshof", "gerichtshofs", "ministerkonferenz", "zentralbank",
    "kartellamt", "kriminalamt", "wirtschaftskammer", "staatskanzlei", "staatsanwaltschaft",
)  # fmt: skip
_STATE_ENDINGS = (
    "tag", "tags", "tages", "rat", "rats", "rates", "amt", "amts", "amtes", "wehr", "bank", "polizei",
    "regierung", "liga", "gericht", "gerichts", "agentur", "rechnungshof", "präsidialamt", "anwaltschaft",
)  # fmt: skip
_NO_PART = ("US", "Ex", "Vize", "EU", "TV", "IT", "PR", "Ost", "West", "Nord", "Süd")
_CLUBS = frozenset("IG FC SC SV VfL VfB TSV TSG SG FSV RB AS AC CF CD UD RC FK SK".split())
_WORK_ENDINGS = ("gesetz", "gesetzes", "gesetzbuch")


def runs(sentence: Sentence, tags: Sequence[str]) -> Iterator[Run]:
    """First and last index of each run of words that may be a name."""
    i = 0
    while i < len(sentence):
        end = _run_end(sentence, tags, i)
        if end is None:
            i += 1
            continue
        first = _first(sentence, i, end)
        if first is not None:
            yield first, end
        i = end + 1


def _run_end(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    if _opens_institution(sentence, tags, i):
        return _institution_end(sentence, tags, i)
    if not _is_name(sentence, tags, i):
        return None
    end = i
    while (following := _next(sentence, tags, i, end)) is not None:
        end = following
    return end


def _is_name(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    word = sentence[i]
    text = word.text
    if not word.is_word or is_common(text, "de"):
        return False
    grammar = is_function(text, "de") and (word.first or not tags[i].startswith("N"))
    if grammar and not _caps(text):
        return False
    if is_odd(text) and len(text) > 1:
        return True
    if text.lower() in _ROYAL and i + 1 < len(sentence):
        return tags[i + 1] in _NAME_TAGS and not word.first
    if text[0].isdigit() and "-" in text:
        return _is_compound_name(text, tags[i])
    if not word.is_capital or len(text) == 1 or is_role(text):
        return False
    if is_acronym(text) or is_place(nominative(text, "de")):
        return True
    if "-" in text:
        return _is_compound_name(text, tags[i])
    if tags[i] in _NAME_TAGS:
        return True
    return _is_institution(text) or _after_person_mark(sentence, tags, i)


def _caps(text: str) -> bool:
    return text.isupper() and len(text) > 1


def _is_institution(text: str) -> bool:
    """Bundesgerichtshof, Finanzministerium, Grundgesetz: a compound that names one institution."""
    lower = text.lower()
    if len(lower) < _MIN_COMPOUND:
        return lower in ("bundestag", "bundesrat", "landtag")
    if lower.endswith(_STRONG_ENDINGS) or lower.endswith(_WORK_ENDINGS):
        return True
    return lower.startswith(_STATE) and lower.endswith(_STATE_ENDINGS)


def _after_person_mark(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """A noun right behind a first name or a title: taggers know few rare surnames."""
    if i == 0 or not sentence[i].text.isalpha():
        return False
    before = sentence[i - 1].text
    if tags[i - 1] in _NAME_TAGS and before in first_names() and not is_role(before):
        return tags[i].startswith(("NN", "ADJ", "NE"))
    return is_role(before) and sentence[i].text in first_names() and tags[i].startswith("N")


@cache
def is_role(text: str) -> bool:
    """Whether it is a title or a compound that ends in one: Chef, Mobilitätssenatorin."""
    lower = text.lower()
    roles = lexicon.words("context", "role", "de")
    stems = {lower, lower.removesuffix("s"), lower.removesuffix("n"), lower.removesuffix("en")}
    return bool(stems & roles) or any(
        lower.endswith(role) and len(lower) > len(role) + 1 for role in roles if len(role) > 3
    )


@cache
def head_type(text: str) -> str | None:
    """The type that the end of a German word tells: EU-Kommission, Ludwig-Erhard-Platz."""
    last = text.lower().split("-")[-1]
    forms = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("n")}
    endings = {form[-length:] for form in forms for length in range(4, len(form) - 2)}
    for found in (forms, endings):
        for kind in ("ORG", "LOC", "EVENT", "PRODUCT", "WORK"):
            if found & lexicon.words("heads", kind, "de"):
                return kind
    return None


def _is_compound_name(text: str, tag: str) -> bool:
    """Whether a hyphenated word is a name whole: not Ex-Chef, US-Präsident, Online-Handel."""
    first, last = text.split("-")[0], text.split("-")[-1]
    if is_role(last) or not last:
        return False
    odd = is_odd(last) or (is_acronym(last) and not is_common(last, "de"))
    if tag in _NAME_TAGS or is_place(last) or (odd and len(last) > 1):
        return True
    if first.isdigit() or first in ("Ein", "Zwei", "Neun", "Zehn"):
        return text.count("-") > 1
    return head_type(text) in ("ORG", "LOC", "EVENT", "WORK") and (
        is_acronym(first) or first in first_names() or text.count("-") > 1
    )


def name_part(word: Word) -> int:
    """How many letters at the start are a name within a compound: 3 of UBS-Aktie; or 0."""
    *parts, _ = word.text.split("-")
    if not parts or len(parts[0]) < 2 or parts[0] in _NO_PART:
        return 0
    first, whole = parts[0], "-".join(parts)
    if is_common(first, "de") or is_function(first, "de"):
        return 0
    if len(parts) > 1 and (is_nationality(first, "en") or parts[-1].isdigit() or is_place(whole)):
        return len(whole) if first[0].isupper() else 0
    return len(first) if is_acronym(first) or is_odd(first) or is_place(first) else 0


def _next(sentence: Sentence, tags: Sequence[str], start: int, end: int) -> int | None:
    i = end + 1
    if i >= len(sentence):
        return None
    text = sentence[i].text
    if sentence[i].is_capital and _is_foreign_head(text) and not _is_institution(sentence[end].text):
        return i
    if sentence[end].text in _CLUBS and sentence[i].is_capital:
        return i
    if _is_name(sentence, tags, i):
        return None if _parts(sentence, start, i) else i
    if is_number(text) and len(text) < 5 and not is_common(sentence[end].text, "de"):
        known = is_place(sentence[end].text) or _is_institution(sentence[end].text)
        return None if known and len(text) != 4 else i
    if text == "&" and i + 1 < len(sentence):
        return i + 1
    if text in _PARTICLES:
        return _behind_particle(sentence, tags, i)
    if text.islower() and "-" in text:
        return i  # Audi Q4 e-tron
    return None


def _is_foreign_head(text: str) -> bool:
    """Silicon Valley Bank, IG Metall AG, Star Alliance: words that end the name of a company."""
    lower = text.lower()
    kinds = ("ORG", "EVENT", "WORK")
    english = any(lower in lexicon.words("heads", kind, "en") for kind in kinds)
    return english or lower in lexicon.words("words", "legal_form", "all")


def _parts(sentence: Sentence, start: int, i: int) -> bool:
    """Whether a new name begins at `i` although the last one has just ended."""
    before = sentence[i - 1].text
    return _is_institution(before) and start == i - 1


def _behind_particle(sentence: Sentence, tags: Sequence[str], i: int) -> int | None:
    j = i
    while j < len(sentence) and sentence[j].text in _PARTICLES and j - i < 2:
        j += 1
    person = sentence[i - 1].text in first_names() or sentence[i].text not in ("der", "den", "zu")
    if j < len(sentence) and (is_acronym(sentence[j].text) or is_place(sentence[j].text)):
        return None
    if j < len(sentence) and person and _is_name(sentence, tags, j):
        return None if is_place(sentence[i - 1].text) and sentence[i].text == "von" else j
    return None


def _opens_institution(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """Deutsche Bahn, Technisches Hilfswerk, Verband Deutscher …, Bundesamt für …"""
    word = sentence[i]
    if not word.is_capital or i + 1 >= len(sentence) or is_common(word.text, "de"):
        return False
    after = sentence[i + 1]
    if tags[i].startswith("ADJ") and not _is_plain_start(word) and not is_function(word.text, "de"):
        return after.is_capital and tags[i + 1].startswith("N") and not is_role(after.text)
    foreign = _is_foreign_head(after.text) and head_type(after.text) is None
    if foreign and after.is_capital and tags[i].startswith("N") and not is_role(word.text):
        return not _is_label(word.text, after.text)
    if word.text.lower().endswith(_LOCAL) and is_place(after.text) and tags[i].startswith("N"):
        return True  # Universität Lund
    if _is_short_noun(sentence, tags, i) and tags[i + 1] in _NAME_TAGS and after.is_capital:
        return not is_place(after.text)  # Granit Xhaka
    if head_type(word.text) != "ORG" or i + 2 >= len(sentence):
        return False
    if after.text == "für":
        return word.text.lower().endswith(_WITH_COMPLEMENT) and sentence[i + 2].is_capital
    return after.is_capital and tags[i + 1].startswith("ADJ") and sentence[i + 2].is_capital


def _is_short_noun(sentence: Sentence, tags: Sequence[str], i: int) -> bool:
    """A short noun without article, right before a name, that is no title: likely a first name."""
    text = sentence[i].text
    bare = i == 0 or not tags[i - 1].startswith(("ART", "ADJ", "APPRART", "PPOS", "PDAT", "PI"))
    short = len(text) <= _LONGEST_FIRST_NAME and tags[i].startswith("NN") and text.isalpha()
    return bare and short and not is_role(text) and not _is_label(text, sentence[i + 1].text)


def _is_plain_start(word: Word) -> bool:
    return word.first and not is_nationality(word.text, "de") and not word.text.endswith("ische")


def _institution_end(sentence: Sentence, tags: Sequence[str], i: int) -> int:
    end = i
    while end + 1 < len(sentence) and end - i < 4:
        after = sentence[end + 1]
        if after.is_capital and not is_role(after.text) and not is_common(after.text, "de"):
            end += 1
        elif after.text in ("für", "der") and end > i - 1 and _leads_on(sentence, tags, i, end):
            end += 2
        else:
            break
    return _with_second(sentence, end)


def _leads_on(sentence: Sentence, tags: Sequence[str], i: int, end: int) -> bool:
    if end + 2 >= len(sentence) or not sentence[end + 2].is_capital:
        return False
    link, head = sentence[end + 1].text, sentence[end].text.lower()
    if link == "für":
        return head.endswith(_WITH_COMPLEMENT)
    return head.endswith(("akademie", "bund", "verband", "zentralrat", "vereinigung", "union"))


def _with_second(sentence: Sentence, end: int) -> int:
    """Luft- und Raumfahrt: the second half of a pair of compounds."""
    if sentence[end].text.endswith("-"):
        return end
    if end + 3 < len(sentence) and [w.text for w in sentence[end + 1 : end + 3]] == ["-", "und"]:
        return end + 3
    return end


def _is_label(text: str, follows: str) -> bool:
    """Großbank before UBS, US-Fonds before Certares: the noun that says what the name is."""
    last = text.lower().split("-")[-1]
    kinds = ("organisation", "product", "place", "work", "event")
    nouns = {noun for kind in kinds for noun in lexicon.words("context", kind, "de")}
    bare = {last, last.removesuffix("s"), last.removesuffix("es"), last.removesuffix("n")}
    compound = any(last.endswith(n) for n in nouns if len(n) > 3)
    return bool(bare & nouns or compound) and follows[0].isupper() and follows.lower() not in nouns


def _first(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the name begins behind titles and nationalities, or None where nothing is left."""
    while start <= end:
        text = sentence[start].text
        lower = text.lower()
        if start == end:
            dropped = is_nationality(text, "de") or is_role(text) or is_currency(text, "de")
            return None if dropped else start
        follows = sentence[start + 1].text
        role = (is_role(text) and lower not in _ROYAL) or _is_label(text, follows)
        label = start + 2 <= end and _is_label(follows, sentence[start + 2].text)
        people = is_nationality(text, "de") or text.endswith("er")
        of_people = people and (is_role(follows) or follows in first_names() or label)
        if not role and not of_people:
            return start
        start += 1
    return None
