"""A sentence in another form that says the same."""

import re

from faults import NUMBERS


def tail_trimmed(text, _):
    """Without its last clause, unless that would cut through brackets or quotation marks."""
    cut = text.rfind(", ")
    if cut < len(text) * 0.4 or re.search(r"[\"“”„«»()]", text):
        return None
    return text[:cut] + "."


def bracket_trimmed(text, _):
    changed = re.sub(r" \([^()]*\)", "", text)
    return changed if changed != text else None


def clauses_reordered(text, _):
    """The last clause first."""
    if text.count(", ") != 1 or re.search(r"[\"“”„«»()]", text):
        return None
    one, two = text.rstrip(".").split(", ")
    lowered = one if one.split()[0] in ("I",) else one[0].lower() + one[1:]
    if len(two.split()) < 3 or one.split()[0].lower() not in (
        "die",
        "der",
        "das",
        "the",
        "la",
        "le",
        "les",
        "el",
        "los",
        "a",
    ):
        return None
    return two[0].upper() + two[1:] + ", " + lowered + "."


def digits_in_words(text, language):
    table = dict(zip(map(str, range(2, 13)), NUMBERS[language], strict=True))
    m = re.search(r"(?<![\w.,:-])([2-9]|1[0-2])(?= [a-zäöü])(?! de )", text)
    return text[: m.start()] + table[m[0]] + text[m.end() :] if m else None


def words_in_digits(text, language):
    for value, word in enumerate(NUMBERS[language], 2):
        if re.search(rf"(?<![\w-]){word}(?![\w-])", text):
            return re.sub(rf"(?<![\w-]){word}(?![\w-])", str(value), text, count=1)
    return None


def groups_closed(text, language):
    """35.000 as 35000."""
    mark = "," if language == "en" else "."
    changed = re.sub(rf"(?<=\d)[{mark}](?=\d{{3}}(?!\d))", "", text)
    return changed if changed != text else None


# The ways of telling a sentence otherwise, and truly.
VARIANTS = (tail_trimmed, bracket_trimmed, clauses_reordered, digits_in_words, words_in_digits,
            groups_closed)  # fmt: skip


def quoted(text, language):
    """The sentence as something that somebody said."""
    frame = {"de": "Sie sagte: „{}“", "en": "She said: “{}”", "fr": "Elle a dit : « {} »",
             "es": "Dijo: «{}»"}  # fmt: skip
    return frame[language].format(text)
