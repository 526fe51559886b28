"""Spanish titles that only the capital of their article shows: rodó La colmena.

A word for works must be near, for others write so by mistake, or call gangs and teams so.
"""

from collections.abc import Iterator

from agents.recognize.lexicon import is_known, words
from agents.recognize.shapes import is_function, is_place
from agents.recognize.words import Run, Sentence

_CAPITALS = ("El", "La", "Los", "Las")
_ARTICLES = ("el", "la", "los", "las")
_BEFORE_NOUNS = frozenset(  # adjectives and numbers
    ("mala", "buena", "buen", "mal", "gran", "nueva", "nuevo", "nuevas", "nuevos", "vieja", "viejo",
     "viejas", "viejos", "última", "último", "últimas", "últimos", "primera", "primer", "segunda",
     "segundo", "tercera", "tercer", "mejor", "mejores", "peor", "dos", "tres", "cuatro", "cinco",
     "siete", "doce", "cien", "mil", "pequeña", "pequeño", "grandes", "larga", "largo", "dulce",
     "pobre", "otra", "otro", "otros", "otras", "extraña", "extraño", "triste", "joven", "jóvenes")
)  # fmt: skip
_TELLING = frozenset(  # what is done with works, and who does it
    ("rodó", "rodar", "rodado", "estrenó", "estrenar", "estrenado", "publicó", "publicar",
     "publicado", "escribió", "escrito", "escrita", "dirigió", "dirigido", "dirigida",
     "protagonizó", "protagonizado", "interpretó", "interpretar", "interpretado", "cantó",
     "cantar", "grabó", "grabar", "pintó", "pintar", "adaptó", "adaptación", "adaptar",
     "versión", "autor", "autora", "director", "directora", "cineasta", "novelista",
     "dramaturgo", "guion", "guión", "título", "títulos", "éxito", "éxitos", "papel",
     "papeles", "reparto", "películas", "novelas", "obras", "canciones", "series", "libros",
     "filmes", "comedias")
)  # fmt: skip
_FAR = 12  # words from one of them to the title
_MARKS = frozenset((",", ".", ";", ")", "»", "”"))
_LONGEST = 9  # words


def articled(sentence: Sentence) -> Iterator[Run]:
    """Titles whose capital article has a small noun behind it, and those listed behind them."""
    end = -1
    for i in range(1, len(sentence) - 1):
        if i <= end or sentence[i].text not in _CAPITALS or sentence[i].first:
            continue
        before = sentence[i - 1].text
        opens = before.isalpha() and before.islower()
        listed = before == "," and end == i - 2
        told = listed or _is_about_works(sentence, i)
        if (opens or listed) and told and _is_noun(sentence, i + 1):
            last = _end(sentence, i)
            name = " ".join(w.text for w in sentence[i : last + 1])
            if not (is_known(name) or is_known(name.title()) or is_place(name)):
                yield i, last
                end = last


def _is_about_works(sentence: Sentence, i: int) -> bool:
    near = [word.text.lower() for word in sentence[max(0, i - _FAR) : i + _FAR]]
    works = words("context", "work", "es")
    return any(text in _TELLING or text in works for text in near)


def _end(sentence: Sentence, start: int) -> int:
    """The last word of the noun and what belongs to it: La ciudad y los perros."""
    end = start + 1
    if sentence[end].text in _BEFORE_NOUNS and _is_noun(sentence, end + 1):
        end += 1  # La mala educación
    while end - start < _LONGEST and (following := _next(sentence, end)) is not None:
        end = following
    return end


def _next(sentence: Sentence, end: int) -> int | None:
    """The index that "de", a second noun or an adjective leads to from `end`, or None."""
    after = [w.text for w in sentence[end + 1 : end + 4]]
    if not after:
        return None
    if after[0] in ("de", "del"):
        j = end + 2 + (after[1:2] != [] and after[1] in _ARTICLES)
        return _capitals(sentence, j) or (j if _is_noun(sentence, j) else None)
    if after[0] == "y" and len(after) == 3 and after[1] in _ARTICLES:
        return end + 3 if _is_noun(sentence, end + 3) else None
    closed = len(after) == 1 or after[1] in _MARKS or after[1] in ("de", "del")
    many = sentence[end].text.endswith("s") and after[0].endswith(("as", "es", "os"))
    closed = closed or (many and not after[0].endswith("mos") and is_function(after[1], "es"))
    return end + 1 if closed and _is_noun(sentence, end + 1) else None


def _capitals(sentence: Sentence, j: int) -> int | None:
    """The last of the capitals from `j` on."""
    end = j
    while end < len(sentence) and sentence[end].is_capital:
        end += 1
    return end - 1 if end > j else None


def _is_noun(sentence: Sentence, i: int) -> bool:
    if i >= len(sentence):
        return False
    text = sentence[i].text
    return text.islower() and text[0].isalpha() and not is_function(text, "es")
