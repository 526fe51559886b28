"""Light cuts in a chosen sentence: only what can go with the grammar whole and the facts kept.

Numbers, negations and who said it are never touched; what remains is the sentence's own words.
"""

import re

from .openers import without_discourse_opener

# An abbreviation or a name that stands free: neither (alleged) nor (in)effective nor (not Russia).
_BRACKET = re.compile(r"(?<=\S)\s\((?P<inside>[A-ZÀ-Þ][^()]{0,59})\)(?=[\s.,;:!?]|$)")
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")
_WORDS = re.compile(r"\w+")
# German adverbs in the middle of a clause, where nothing leans on them.
_ADVERB = re.compile(r"(?<=[a-zäöüß]) (?:jedoch|allerdings|indes|unterdessen|hingegen)(?= [\wÄÖÜ])")
_LOOSE = re.compile(r"\b(?:nicht|sondern|zwar|aber|und|oder) $")
_NEEDED = re.compile(r" (?:nicht|kein\w*|nie\w*|kaum)\b")  # "ernst, jedoch nicht hoffnungslos"


def trimmed(sentence: str, language: str, context: str) -> str:
    """The sentence without discourse adverbs and without brackets that `context` does not use.

    `context` is the rest of the summary: an abbreviation it uses stays explained.
    """
    short = without_discourse_opener(sentence, language)
    if language == "de":
        adverb = _ADVERB.search(short)
        if adverb and not (
            _LOOSE.search(short[: adverb.start()] + " ") or _NEEDED.match(short, adverb.end())
        ):
            short = short[: adverb.start()] + short[adverb.end() :]
    used = set(_WORDS.findall(context))

    def keep(match: re.Match[str]) -> str:
        inside = _WORDS.findall(match["inside"])
        is_name = all(map(_CAPITAL.match, inside))
        return "" if is_name and used.isdisjoint(inside) else match[0]

    return _BRACKET.sub(keep, short)
