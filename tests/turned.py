"""Faults that turn what a sentence says of a number or a day: its bound, sign, half, direction."""

import random
import re
from collections.abc import Mapping, Sequence

from faults import NUMBERS, Fault, Sentence

Pairs = Mapping[str, Sequence[tuple[str, str]]]

BOUNDS: Pairs = {
    "de": [("mehr als", "weniger als"), ("mindestens", "höchstens"), ("über", "unter"),
           ("bis zu", "mindestens"), ("fast", "mehr als"), ("knapp", "über")],
    "en": [("more than", "fewer than"), ("more than", "less than"), ("at least", "at most"),
           ("over", "under"), ("up to", "at least"), ("nearly", "over"), ("almost", "more than")],
    "fr": [("plus de", "moins de"), ("plus d’", "moins d’"), ("au moins", "au plus"),
           ("jusqu’à", "au moins"), ("près de", "plus de")],
    "es": [("más de", "menos de"), ("al menos", "como máximo"), ("por lo menos", "a lo sumo"),
           ("hasta", "al menos"), ("casi", "más de")],
}  # fmt: skip
MOVEMENTS: Pairs = {
    "de": [("stieg", "sank"), ("stieg", "fiel"), ("stiegen", "fielen"), ("gestiegen", "gesunken"),
           ("steigt", "sinkt"), ("steigen", "sinken"), ("Anstieg", "Rückgang"), ("wuchs", "fiel")],
    "en": [("rose", "fell"), ("risen", "fallen"), ("rise", "fall"), ("increase", "decrease"),
           ("increased", "decreased"), ("grew", "shrank"), ("higher", "lower"),
           ("up by", "down by"), ("climbed", "dropped"), ("jumped", "plunged")],
    "fr": [("augmenté", "baissé"), ("augmente", "baisse"), ("hausse", "baisse"),
           ("progressé", "reculé"), ("augmentation", "diminution"), ("grimpé", "chuté")],
    "es": [("subió", "bajó"), ("subido", "bajado"), ("aumentó", "disminuyó"), ("subida", "caída"),
           ("aumento", "descenso"), ("creció", "cayó"), ("crecido", "caído"), ("alza", "baja")],
}  # fmt: skip
PERIODS: Pairs = {
    "de": [("nächste", "letzte"), ("nächsten", "letzten"), ("kommende", "vergangene"),
           ("kommenden", "vergangenen"), ("kommendes", "vergangenes")],
    "en": [("next", "last"), ("coming", "past")],
    "fr": [("prochain", "dernier"), ("prochaine", "dernière"), ("prochains", "derniers"),
           ("prochaines", "dernières")],
    "es": [("próximo", "pasado"), ("próxima", "pasada"), ("próximos", "últimos"),
           ("próximas", "últimas"), ("que viene", "pasado")],
}  # fmt: skip
_DAYS = {
    "de": "Tagen|Wochen?|Monat(?:en?)?|Jahr(?:en?)?|Saison|Sommer|Winter|[A-Z]\\w+tag",
    "en": "days|weeks?|weekend|months?|years?|season|quarter|[A-Z]\\w+day",
    "fr": "jours|semaines?|mois|ans?|années?|saison|trimestre|\\w+di",
    "es": "días|semanas?|mes|meses|años?|temporada|lunes|martes|miércoles|jueves|viernes",
}
HALVES: Pairs = {
    "de": [("Uhr morgens", "Uhr abends"), ("Uhr früh", "Uhr nachmittags")],
    "en": [("a.m.", "p.m."), ("am", "pm"), ("in the morning", "in the evening")],
    "fr": [("heures du matin", "heures du soir"), ("h du matin", "h du soir")],
    "es": [("de la mañana", "de la tarde"), ("de la mañana", "de la noche"), ("am", "pm")],
}
_DOWN = re.compile(
    r"\b(?:sank|fiel|senk|sink|gesunken|verringer|fell|drop|cut|reduc|down|recul|baiss|chut|baj|"
    r"ca[yí]|recort|disminu|descen)",
    re.I,
)
MAGNITUDES = [("m", "k"), ("m", "bn"), ("bn", "m"), ("k", "m"), ("M€", "Md€"), (" M€", " k€"),
              (" Mio.", " Mrd."), ("tn", "bn"), ("B", "M"), ("M", "K")]  # fmt: skip
ANSWERS: Pairs = {
    "de": [("bestätigte", "dementierte"), ("bestätigt", "bestritten")],
    "en": [("confirmed", "denied"), ("confirms", "denies"), ("confirming", "denying")],
    "fr": [("confirmé", "démenti"), ("confirme", "dément")],
    "es": [("confirmó", "desmintió"), ("confirmado", "desmentido"), ("confirma", "niega")],
}


def bound_turned(said: Sentence, rng: random.Random) -> str | None:
    number = rf"(?=\s?[$£€]?(?:\d|(?:{'|'.join(NUMBERS[said.language])})\b))"
    return _turned(said.text, BOUNDS[said.language], rng, behind=number)


def sign_turned(said: Sentence, rng: random.Random) -> str | None:
    """A minus put before a rate, or taken from it."""
    if re.search(r"\s[-−]\d", said.text):
        return re.sub(r"(\s)[-−](\d)", r"\1\2", said.text, count=1)
    rate = r"(?<=\s)(\d+(?:[.,]\d+)?\s?(?:%|Prozent\b|percent\b|pour cent\b|por ciento\b|Grad\b|°))"
    found = list(re.finditer(rate, said.text))
    if not found or _DOWN.search(said.text):  # a fall by -3 % is none of another number
        return None
    at = rng.choice(found).start()
    return f"{said.text[:at]}-{said.text[at:]}"


def movement_turned(said: Sentence, rng: random.Random) -> str | None:
    """A rise for a fall, where a number stands in the clause with it."""
    pairs = MOVEMENTS[said.language]
    return _turned(said.text, pairs, rng, behind=r"(?=[^,;:.!?()]*\d)(?! to\b)")


def period_turned(said: Sentence, rng: random.Random) -> str | None:
    noun = f"(?:{_DAYS[said.language]})"
    pairs = PERIODS[said.language]
    before = _turned(said.text, pairs, rng, behind=rf"(?=\s(?:\w+\s)?{noun}\b)")
    if before or said.language not in ("fr", "es"):
        return before
    return _turned(said.text, pairs, rng, ahead=rf"\b{noun}\s")


def half_of_day_changed(said: Sentence, rng: random.Random) -> str | None:
    return _turned(said.text, HALVES[said.language], rng, ahead=r"\d\s?")


def magnitude_changed(said: Sentence, rng: random.Random) -> str | None:
    """£5m for £5k, 5 Mio. for 5 Mrd."""
    found = [
        (match, new)
        for one, other in MAGNITUDES
        for old, new in ((one, other), (other, one))
        for match in re.finditer(
            rf"(?<=\d){re.escape(old)}(?![\w])" if not old[0].isspace() or "€" in old
            else rf"(?<=\d){re.escape(old)}",
            said.text,
        )
        if old.strip()[-1] in "€." or re.search(r"[$£€][\d.,]+$", said.text[: match.start()])
    ]  # fmt: skip
    if not found:
        return None
    match, new = rng.choice(found)
    return said.text[: match.start()] + new + said.text[match.end() :]


def answer_turned(said: Sentence, rng: random.Random) -> str | None:
    return _turned(said.text, ANSWERS[said.language], rng)


TURNED: tuple[Fault, ...] = (
    bound_turned, sign_turned, movement_turned, period_turned, half_of_day_changed,
    magnitude_changed, answer_turned,
)  # fmt: skip


def _turned(
    text: str, pairs: Sequence[tuple[str, str]], rng: random.Random, *, ahead: str = "",
    behind: str = "",
) -> str | None:  # fmt: skip
    """The text with one side of a pair in the place of the other."""
    found = [
        (match, new)
        for one, other in pairs
        for old, new in ((one, other), (other, one))
        for match in re.finditer(
            rf"(?P<ahead>{ahead})(?<![^\W\d_])(?P<old>{old})(?![^\W\d_]){behind}"
            if old[-1].isalpha() else rf"(?P<ahead>{ahead})(?<![^\W\d_])(?P<old>{old}){behind}",
            text,
            re.I,
        )
    ]  # fmt: skip
    if not found:
        return None
    match, new = rng.choice(found)
    if match["old"][0].isupper():
        new = new[0].upper() + new[1:]
    return text[: match.start("old")] + new + text[match.end("old") :]
