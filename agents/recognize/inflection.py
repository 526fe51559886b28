"""German names in the nominative without article: Deutschen Bahn is Deutsche Bahn."""

import re

_ADJECTIVE = re.compile(
    r"(?P<stem>\w*(?:isch|lich|ig|al|ell|iv|är|deutsch|schwedisch|russisch|vereinigt|rot|grün|weiß))"
    r"(?P<end>en|em|er|es|e)",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?:es|s)$")
# The gender of an institution by the end of its last word.
_FEMININE = re.compile(
    r"(?:bank|bahn|kommission|union|ung|schaft|heit|keit|tion|sion|tät|tur|wehr|partei|liga|"
    r"akademie|armee|börse|post|garde|schule|messe|kirche|hilfe|republik|oper)$"
)
_NEUTER = re.compile(
    r"(?:amt|werk|ministerium|zentrum|kreuz|institut|gericht|parlament|haus|museum|meer|theater|"
    r"gesetz|reich|komitee|orchester)$"
)
_MASCULINE = re.compile(
    r"(?:bund|rat|tag|dienst|verband|verein|hof|pokal|konzern|ozean|golf|krieg|senat|klub|kanal|see)$"
)


def nominative_name(name: str) -> str:
    """The name with its leading adjective, and its head, as they stand without article."""
    first, _, rest = name.partition(" ")
    adjective = _ADJECTIVE.fullmatch(first)
    if not adjective or not rest:
        return name
    head, *complement = re.split(r"(?= (?:für|der|des) )", rest, maxsplit=1)
    for gender, ending in ((_FEMININE, "e"), (_NEUTER, "es"), (_MASCULINE, "er")):
        for bare in (head, _GENITIVE.sub("", head)):
            if gender.search(bare):
                return f"{adjective['stem']}{ending} {''.join([bare, *complement])}"
    return name
