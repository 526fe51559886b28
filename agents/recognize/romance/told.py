"""What Spanish words beside a name say of it: su hijo Pedrito, el cráter del Teneguía."""

from collections.abc import Iterator

from agents.recognize.apposed import names
from agents.recognize.lexicon import first_names, is_known, last_names, words
from agents.recognize.persons import looks_personal
from agents.recognize.shapes import is_function, is_place
from agents.recognize.words import Sentence

from .spanish import is_diminutive

_KIN = frozenset(
    ("hijo", "hija", "hijos", "hijas", "esposo", "esposa", "marido", "mujer", "padre", "madre",
     "hermano", "hermana", "hermanos", "hermanas", "abuelo", "abuela", "nieto", "nieta", "tío",
     "tía", "primo", "prima", "sobrino", "sobrina", "suegro", "suegra", "cuñado", "cuñada", "novio",
     "novia", "viudo", "viuda", "compañero", "compañera", "bisabuelo", "bisabuela", "padrastro",
     "madrastra", "hijastro", "hijastra", "ahijado", "ahijada", "yerno", "nuera", "amigo", "amiga")
)  # fmt: skip
_WHOSE = ("su", "sus", "mi", "mis", "tu", "tus", "nuestro", "nuestra", "cuyo", "cuya")
# What only a place has, a mountain, a river or a town.
_PARTS = frozenset(
    ("cráter", "cima", "cumbre", "falda", "faldas", "ladera", "laderas", "erupción", "erupciones",
     "orilla", "orillas", "ribera", "riberas", "margen", "desembocadura", "cauce", "caudal",
     "cuenca", "afluente", "afueras", "alrededores", "inmediaciones", "proximidades", "aguas",
     "coladas", "habitantes", "lugareños", "gradas", "graderías", "tribunas", "césped")
)  # fmt: skip
_OF = ("de", "del")
_ARTICLES = ("la", "las", "los")
_KINDS = ("role", "organisation", "product", "place", "work")
_THEM = ("ellos", "ellas", "otros", "otras")
_LEADERS = frozenset(
    ("jefe", "jefa", "líder", "cabecilla", "cabecillas", "capo", "miembro", "miembros",
     "integrante", "integrantes", "vocalista", "guitarrista", "baterista", "sicarios", "sicario")
)  # fmt: skip
_SHOWN = frozenset(
    ("serie", "película", "novela", "telenovela", "canción", "álbum", "documental", "filme",
     "film", "miniserie", "ópera", "zarzuela", "largometraje", "cortometraje")
)  # fmt: skip
_DEFINITE = ("el", "la", "del", "al")
_STORMY = ("tropical", "subtropical", "extratropical", "invernal")
_OWNERS = ("dueña", "propietaria", "filial", "matriz", "subsidiaria", "controladora", "operadora")


def told(sentence: Sentence, first: int, last: int) -> Iterator[str]:
    """What the words around the name say of it beyond what stands right beside it."""
    before = [w.text for w in sentence[max(0, first - 6) : first]]
    placed = is_place(" ".join(w.text for w in sentence[first : last + 1]))
    if _is_kin(before) and not placed:
        yield "role before"
    if _is_part(before):
        yield "place of"
    if _is_plan(before) and not is_place(sentence[first].text):
        yield "head WORK"
    if before[-1:] == ["de"] and not placed and _is_band(before[:-1], sentence[first].text):
        yield "organisation before"
    if first == last and sentence[last].text == "Juegos" and before[-1:] == ["los"]:
        yield "head EVENT"
    if _is_stadium(before, sentence[first : last + 1]) and not placed:
        yield "head LOC"
    if _is_shown(before) and not (placed or is_known(sentence[first].text)):
        yield "head WORK"
    if before[-2:-1] and before[-2] in words("context", "storm", "es") and before[-1] in _STORMY:
        yield "head EVENT"  # la tormenta tropical Pilar
    if kind := _is_among(before):
        yield f"{kind} before"
    if first == last and _is_owner(sentence, last):
        yield "organisation behind comma"


def _is_kin(before: list[str]) -> bool:
    """Su hijo Pedrito; su hijo, Pedrito."""
    near = before[:-1] if before[-1:] == [","] else before
    return len(near) > 1 and near[-1] in _KIN and near[-2].lower() in _WHOSE


def _is_part(before: list[str]) -> bool:
    """La erupción del Teneguía; las faldas de la Malinche."""
    near = before[:-1] if before[-1:] and before[-1] in _ARTICLES else before
    return len(near) > 1 and near[-1] in _OF and near[-2].lower() in _PARTS


def _is_plan(before: list[str]) -> bool:
    """El plan Pevolca; el plan de emergencias volcánicas Pevolca."""
    if before[-1:] == ["plan"]:
        return True
    small = bool(before) and before[-1].islower() and not is_function(before[-1], "es")
    return small and any(before[k : k + 2] == ["plan", "de"] for k in (-3, -4))


def _is_band(before: list[str], opening: str) -> bool:
    """El jefe de Los Choneros: whom a leader leads, unlike the mayor of Los Ángeles."""
    return bool(before) and before[-1] in _LEADERS and opening in ("Los", "Las")


def _is_shown(before: list[str]) -> bool:
    """La serie El Eternauta, la canción Despacito."""
    return len(before) > 1 and before[-1] in _SHOWN and before[-2].lower() in _DEFINITE


def _is_stadium(before: list[str], name: Sentence) -> bool:
    """En el Benito Villamarín: with an article, a person's whole name is that of a building."""
    parts = [w.text for w in name]
    inside = before[-1:] == ["el"] and before[-2:-1] in (["en"], ["En"])
    return inside and len(parts) == 2 and parts[0] in first_names() and looks_personal(parts)


def _is_among(before: list[str]) -> str | None:
    """What they are that it is one of: pintores como Picasso; las bandas, entre ellas Los Lobos."""
    if before[-1:] == ["como"]:
        near = before[:-1]
    elif len(before) > 2 and before[-3:-1] == [",", "entre"] and before[-1] in _THEM:
        near = before[:-3]
    else:
        return None
    for noun in near[-2:]:  # an adjective may stand behind it: marcas conocidas como
        for kind in _KINDS:
            if any(names(n, kind, "es") for n in (noun, _singular(noun))):
                return kind
    return None


def _singular(noun: str) -> str:
    """Pintores, cárteles: the word for one of them."""
    return noun.removesuffix("es") if noun.endswith("es") else noun


def _is_owner(sentence: Sentence, last: int) -> bool:
    """Sigma, dueña de Fud: a firm that no list of names has."""
    after = [w.text for w in sentence[last + 1 : last + 4]]
    owner = len(after) == 3 and after[0] == "," and after[1] in _OWNERS and after[2] in _OF
    text = sentence[last].text
    person = text in first_names() or text in last_names() or is_diminutive(text)
    return owner and not person
