"""Why something was removed: what the reader of `removed` is told."""

import pytest

from agents.clean import clean
from schemas import CleanArticle, RawArticle

TITLE, BYLINE = "Papierfabrik in Hallwangen schließt im März", "Von Martina Ehlers"
TEXT = (
    "Die größte Papierfabrik im Landkreis Hallwangen wird Ende März geschlossen. Das teilte "
    "die Geschäftsführung der Belegschaft am Dienstag mit, bis zu 240 Stellen fallen weg.",
    "Das Unternehmen, das die Fabrik in Hallwangen seit 1987 betreibt, begründete den Schritt mit "
    "hohen Strompreisen und sinkender Nachfrage nach Zeitungspapier.",
)
BANNER = "Ihre Privatsphäre ist uns wichtig. Alle akzeptieren"
JOBS = "<h3>Stellen</h3><ul><li><a href='/1'>Redakteur in Köln</a></li></ul>"
PLAIN = "\n\n".join(["Ihre Privatsphäre ist uns wichtig", TITLE, BYLINE, *TEXT])
HTML = (
    f"<div class='cookie-banner'><p>{BANNER}</p></div><article><h1>{TITLE}</h1><p>{BYLINE}</p>"
    f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p></article><aside class='jobs'>{JOBS}</aside>"
)


@pytest.mark.parametrize(
    ("content", "part", "reason"),
    [
        (PLAIN, "Privatsphäre", "cookie"),
        (PLAIN, TITLE, "other"),
        (PLAIN, BYLINE, "byline"),
        (HTML, "Privatsphäre", "cookie"),
        (HTML, TITLE, "other"),
        (HTML, BYLINE, "byline"),
        (HTML, "Redakteur", "jobs"),
        (HTML.replace("class='jobs'", "class='box'"), "Redakteur", "related"),
    ],
)
def test_removed_parts_say_what_they_are(content: str, part: str, reason: str) -> None:
    article = clean(RawArticle(content=content))
    assert isinstance(article, CleanArticle)
    at = content.index(part)
    found = [span.reason for span in article.removed if span.raw_start <= at < span.raw_end]
    assert found == [reason]
