"""How sentences begin: openings that lean on the sentence before, and those that can go."""

import re

# Pronouns, demonstratives and conjunctions whose meaning lies in the sentence before.
_DANGLING = {
    "de": r"er|sie|es|ihm|ihr|ihre[nmrs]?|sein(?:e[nmrs]?)?|dies(?:e[nmrs]?)?|"
    r"das (?!\w+ (?:am|im|in|von|der)\b)"
    r"(?:ist|war|sei|wäre|hat|habe|hatte|wird|werde|würde|teilt\w*|sagt\w*|erklär\w*|gab|geht|"
    r"gilt|entspr\w+|sind|waren|soll\w*|kann|könn\w*|bedeut\w*|mach\w*|reich\w*|lieg\w*|"
    r"stell\w*|bestätig\w*|bericht\w*)"
    r"|doch|aber|auch|zudem|außerdem|dabei|damit|dazu|dafür|dagegen|daher|darum|deshalb|deswegen|"
    r"danach|davor|darin|darauf|daran|darüber|daraufhin|davon|dadurch|allerdings|denn|dort|so|"
    r"dennoch|jedoch|"
    r"zugleich|trotzdem|stattdessen|hinzu|dann|dem|beide[nrs]?|solche[nrs]?|und|oder|"
    r"letzter\w+|weiter(?:e[nrs]?)?",
    "en": r"he|she|it|they|his|her|hers|its|their|theirs|this|that|these|those|such|both|but|"
    r"and|or|also|however|"
    r"meanwhile|then|there|so|yet|still|nor|instead|therefore|thus|neither|another|others|"
    r"some of them|many of them|together they",
    "fr": r"il|elle|ils|elles|celui|celle|ceux|celles|ce|c['’]est|cette|ces|cet|cela|ceci|ça|"
    r"mais|et|ou|"
    r"aussi|leur|leurs|son|sa|ses|puis|ensuite|ainsi|donc|or|car|pourtant|cependant|toutefois|"
    r"enfin|là|"
    r"en revanche|par ailleurs|de plus|en outre|d['’]autres",
    "es": r"él|ella|ellos|ellas|ello|este|esta|estos|estas|esto|ese|esa|esos|esas|eso|"
    r"aquel\w*|pero|y|o|"
    r"también|además|su|sus|así|luego|después|entonces|sin embargo|por (?:ello|eso|lo tanto)|"
    r"no obstante|"
    r"allí|tampoco|ambos|otros|le|les|lo había",
}  # fmt: skip
_NOT_DANGLING = {
    "en": re.compile(
        r"(?:there (?:is|are|was|were) (?:no|a)|it (?:is|was) \w+ (?:that|to))\b", re.I
    ),
    "fr": re.compile(r"il (?:y a|faut|est \w+ (?:de|que))\b", re.I),
}
_COMPILED = {
    language: re.compile(rf"[\"“„«»'‘(\s]*(?:{pattern})(?![\w’'])", re.I)
    for language, pattern in _DANGLING.items()
}
# With their comma they can go: the clause behind them is whole.
_DISCOURSE = {
    "en": r"however|meanwhile|moreover|furthermore|in addition|additionally|in turn|"
    r"for (?:his|her|its|their) part",
    "fr": r"cependant|toutefois|par ailleurs|en outre|de plus|en revanche|de son côté|"
    r"pour sa part|néanmoins",
    "es": r"sin embargo|además|asimismo|por otra parte|por otro lado|no obstante|por su parte|"
    r"mientras tanto",
}  # fmt: skip
_OPENING = {
    language: re.compile(rf"(?:{pattern}), (?=\w)", re.I)
    for language, pattern in _DISCOURSE.items()
}


def dangles(sentence: str, language: str) -> bool:
    """Whether the sentence begins with something only the sentence before explains."""
    pattern, exempt = _COMPILED.get(language), _NOT_DANGLING.get(language)
    if pattern is None or (exempt and exempt.match(sentence)):
        return False
    return bool(pattern.match(without_discourse_opener(sentence, language)))


def without_discourse_opener(sentence: str, language: str) -> str:
    """The sentence without "However, " and its like."""
    pattern = _OPENING.get(language)
    opening = pattern.match(sentence) if pattern else None
    if opening is None:
        return sentence
    rest = sentence[opening.end() :]
    # "However, iPhone sales": such a name is written so anywhere.
    return rest[0].upper() + rest[1:] if rest.partition(" ")[0].islower() else rest
