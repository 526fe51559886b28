"""German names in the nominative without article: Deutschen Bahn is Deutsche Bahn."""

import re

_ADJECTIVE = re.compile(
    r"(?P<stem>\w*(?:isch|lich|ig|al|ional|ell|iv|är|deutsch|schwedisch|russisch|vereinigt|rot|grün|weiß))"
    r"(?P<end>en|em|er|es|e)",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?:es|s)$")
# The gender of an institution by the end of its last word.
_FEMININE = re.compile(
    r"(?:bank|bahn|kommission|union|ung|schaft|heit|keit|tion|sion|tät|tur|wehr|partei|liga|"
    r"akademie|armee|börse|post|garde|schule|messe|kirche|hilfe|republik|oper)$",
    re.IGNORECASE,
)
_NEUTER = re.compile(
    r"(?:amt|werk|ministerium|zentrum|kreuz|institut|gericht|parlament|haus|museum|meer|theater|"
    r"gesetz|reich|komitee|orchester)$",
    re.IGNORECASE,
)
_MASCULINE = re.compile(
    r"(?:bund|rat|tag|dienst|verband|verein|hof|pokal|konzern|ozean|golf|krieg|senat|klub|kanal|see)$",
    re.IGNORECASE,
)


def nominative_name(name: str) -> str:
    """The name with its leading adjectives, and its head, as they stand without article."""
    words = name.split(" ")
    stems: list[str] = []
    while len(words) > 1 and (adjective := _ADJECTIVE.fullmatch(words[0])):
        stems.append(adjective["stem"])
        words.pop(0)
    if not stems:
        return name
    for gender, ending in ((_FEMININE, "e"), (_NEUTER, "es"), (_MASCULINE, "er")):
        for head in (words[0], _GENITIVE.sub("", words[0])):
            if gender.search(head):
                return " ".join([*(stem + ending for stem in stems), head, *words[1:]])
    return name
