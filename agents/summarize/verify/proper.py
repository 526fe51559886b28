"""Which capitalised words are names: in German every noun has a capital, elsewhere first words."""

import re
from collections.abc import Sequence
from functools import cache

from agents.abbreviations import OPENERS

from .known import Known
from .words import Word

_ENDINGS = "ung heit keit schaft tion sion ität ismus nis tum ling enz ment atur eur isierung"
# What German compounds commonly end in, and nouns that stand alone. What places and companies are
# called after (Land, Platz, Brücke, Bank, Bahn) is left out.
_NOUNS = """
abgabe altar bonus boni portal spende absatz absicht abbruch amt angriff angst anlage anleihe
anteil antrag anwohner anwesenheit arbeit ärzte aufstieg auftrag ausbau ausfall ausstieg auto
beisein beschäftigte betreiber betrieb bewohner boden bord branche brand bruch buch bund chef
darsteller dienst druck einstieg einwohner entschuldigung erfolg ertrag experte fabrik fahrer
fahrt fall film firma flug fläche folge fonds forderung form forscher frage freigrenze führer fund
gang gast gäste gebühr gegner gegenzug geld gelände gericht gerät geschäft gesetz gewinn griff
grenze grund gruppe haft hälfte halt halter händler helikopter hersteller herr hilfe hochwasser
jahr jahrhundert jahrmillion job joker kampf kauf klage kläger klub kollege kommune konflikt
konkurrent konzern kosten kraft kräfte kredit krieg krise kritik kritiker kunde kunst küste lager
leiter leute lohn luft macht mal mann markt menge mensch minister mittel mitglied monat mord motor
nachbar nacht netz niederlage not opfer partei partie partner pausen plan preis problem produkt
prognose programm projekt prozess punkt quelle rate recht regel reihe rennen richter runde sache
satz schaden schlag schritt schuld schutz schütze seite serie sieg sitz sorge spender spiel
spieler spitze staat stand stelle steller steuer stimme stoff strafe streit stück studie sturm
summe system tag täter tätigkeit tat teil teilnehmer test titel tote traum treffer truppen umfang
umsatz unfall unrecht unternehmen urteil verband verbot verbraucher verdacht verein verfahren
verkauf verletzte verlust vertrag vertreter verzicht vorwurf vorjahr waffe wahl wasser wechsel weg
weise welle werk wert wissenschaftler woche wunsch zahl zeichen zeit zeuge ziel zins zoll zug
zukunft zuschauer zustimmung
"""
_INFINITIVE = re.compile(r"[^\W\d_]{2,}(?:eln|ern|[bdfghklmnprstzß]en)s?")
_DETERMINER = re.compile(
    r"(?:k?ein|dies|jed|sein|ihr|all|viel)(?:e[nmrs]?)?|das|dem|de[rns]|die|im|am|zu[mr]|vom|beim|ins"
)
_PARTICIPLE = re.compile(
    r"\w*ge\w{2,}(?:t|en)|un\w{4,}(?:t|en)|\w+(?:weise|lich|ig|sam|bar|end|ens)"
)
# First words that are no names: plurals, participles, adverbs, verbs without their subject.
_COMMON_FIRST = re.compile(
    r"\w{2,}(?:[^aiosu]s|ing|ed|ly|ions?|[ée]es?|é|and|ant|ando|iendo|ados?|idos?|adas?|ó|rá|án|"
    r"ría|ent|ait|era|mente|ment|que)|era|son|es|est|se"
)
_FIRST_DE = """weil während dass zum zur wegen dank erstmals zuvor neue immer dadurch nur jede
jeder jedes damit dafür zwei drei mehr weniger fast knapp gut rund etwa kritiker"""


def capitals_at(said: Sequence[Word], language: str) -> list[int]:
    """Positions of the words with a capital, without a first word that opens sentences."""
    openers = OPENERS.get(language, frozenset())
    return [
        i
        for i, word in enumerate(said)
        if word.text[0].isupper() and not (i == 0 and word.text.lower() in openers)
    ]


def names_at(said: Sequence[Word], language: str, known: Known) -> list[int]:
    """Positions of the words that are names, as far as the language and the article show it."""
    return [
        i
        for i in capitals_at(said, language)
        if (said[i].folded not in known.small or (i > 0 and said[i].folded in known.capital))
        and not (_is_noun(i, said, known) if language == "de" else _is_common_first(i, said, known))
    ]


def _is_noun(i: int, said: Sequence[Word], known: Known) -> bool:
    """Whether a German word with a capital is most likely no name."""
    word = said[i]
    if word.text.isupper():
        return False
    if _nouns().fullmatch(word.text):
        return True
    if i == 0 and (word.text.lower() in _first_words() or _PARTICIPLE.fullmatch(word.text.lower())):
        return True
    before = said[i - 1].folded if i else ""
    if _DETERMINER.fullmatch(before) and _INFINITIVE.fullmatch(word.text):
        return True
    return word.folded not in known.capital and known.has_tail(word.folded)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_FIRST_DE.split())


@cache
def _nouns() -> re.Pattern[str]:
    endings, nouns = "|".join(_ENDINGS.split()), "|".join(_NOUNS.split())
    return re.compile(
        rf"(?:.{{2,}}(?:{endings})|.*(?:{nouns}))(?:e|en|er|ern|innen|in|n|s|es)?", re.I
    )


def _is_common_first(i: int, said: Sequence[Word], known: Known) -> bool:
    if i or said[0].folded in known.capital or len(said) < 2 or said[1].text[0].isupper():
        return False
    return bool(_COMMON_FIRST.fullmatch(said[0].text.lower()))
