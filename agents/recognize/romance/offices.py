"""What Spanish ministers are for, which names nothing: el ministro de Economía y Hacienda."""

from agents.recognize.lexicon import words
from agents.recognize.words import Sentence

_HOLDERS = frozenset(
    ("ministro", "ministra", "ministros", "exministro", "exministra", "viceministro",
     "viceministra", "secretario", "secretaria", "exsecretario", "exsecretaria", "subsecretario",
     "subsecretaria", "consejero", "consejera", "conseller", "consellera", "exconsejero",
     "exconsejera", "concejal", "concejala", "edil", "viceconsejero", "viceconsejera", "titular")
)  # fmt: skip
_OF = ("de", "del")
_ARTICLES = ("la", "las", "los", "el")
_AIMED = frozenset(  # bodies and laws that have in their names what they are for
    ("agencia", "alianza", "asociación", "centro", "comisión", "comité", "consejo", "convención",
     "convenio", "corte", "declaración", "dirección", "fiscalía", "fondo", "fundación",
     "instituto", "ley", "ministerio", "observatorio", "oficina", "organización", "protocolo",
     "secretaría",
     "servicio", "subsecretaría", "tratado", "tribunal", "unidad")
)  # fmt: skip
_TOWARDS = ("ante", "contra", "para", "sobre")
_AIMS = frozenset(  # beside what ministers are for
    ("corrupción", "crimen", "delito", "derecho", "desaparición", "desarme", "desastres",
     "desertificación", "discapacidades", "discriminación", "diversificación", "dopaje", "droga",
     "drogas", "emergencias", "genocidio", "hambre", "lavado", "narcotráfico", "niñez", "niño",
     "pobreza", "racismo", "refugiados", "riesgos", "terrorismo", "tortura", "trata", "verdad",
     "violencia", "víctimas")
)  # fmt: skip
_JOINTS = (",", "y", "e")
_LONGEST = 10  # words


def portfolio_end(sentence: Sentence, i: int) -> int | None:
    """The last index of the fields from `i` on that someone in office is for, or None.

    A capital does not make the title before them part of a name: Ministro de Hacienda.
    """
    if sentence[i].is_capital and sentence[i].text.lower() in _HOLDERS:
        return i if any(w.text in _OF for w in sentence[i + 1 : i + 2]) else None
    if not _is_field(sentence, i) or not _is_held(sentence, i):
        return None
    end = i
    while (following := _next(sentence, end)) is not None and following < i + _LONGEST:
        end = following
    return end


def is_paired_field(sentence: Sentence, i: int, j: int) -> bool:
    """Whether two fields of a body have an article each: de los Mercados y la Competencia."""
    both = j == i + 2 and sentence[i + 1].text in _ARTICLES and i > 1
    articles = (*_ARTICLES, "del")
    near = [w.text for w in sentence[max(0, i - 3) : i - 1]]  # an adjective may stand behind
    return both and any(text in articles for text in near) and _is_aim(sentence, j)


def is_aimed(sentence: Sentence, start: int, i: int) -> bool:
    """Whether a body's name goes on with what it is against: Oficina contra la Droga."""
    j = i + 1 + any(w.text in _ARTICLES for w in sentence[i + 1 : i + 2])
    headed = sentence[start].text.lower() in _AIMED
    return headed and sentence[i].text in _TOWARDS and _is_aim(sentence, j)


def _is_aim(sentence: Sentence, i: int) -> bool:
    """Whether it is a capital field or what bodies and treaties are for and against."""
    if _is_field(sentence, i):
        return True
    return i < len(sentence) and sentence[i].is_capital and sentence[i].text.lower() in _AIMS


def _is_held(sentence: Sentence, i: int) -> bool:
    """Whether who holds the office stands before "de": la secretaria de Estado de Turismo."""
    k = i - 1 - (i > 0 and sentence[i - 1].text in _ARTICLES)
    if k > 1 and sentence[k].text in (*_OF, "para") and sentence[k - 1].text == "Estado":
        k -= 2
    return k > 0 and sentence[k].text in _OF and sentence[k - 1].text.lower() in _HOLDERS


def _next(sentence: Sentence, i: int) -> int | None:
    """The index of the field behind the one at `i`, which small words may join to it."""
    j = i + 1
    if j < len(sentence) and sentence[j].text in (*_JOINTS, *_OF, "para"):
        j += 1
        if j < len(sentence) and sentence[j].text in _ARTICLES:
            j += 1
    return j if _is_field(sentence, j) else None


def _is_field(sentence: Sentence, i: int) -> bool:
    if i >= len(sentence) or not sentence[i].is_capital:
        return False
    return sentence[i].text.lower() in words("words", "portfolio", "es")
