"""Pages laid out with tables and fonts, which say by the size of letters what is what."""

import pytest

from agents.clean import clean
from schemas import CleanArticle, RawArticle

TITLE = "Old lighthouse to shine again after forty dark years"
BODY = [
    "The lighthouse on Skerry Point will be lit again in autumn, forty years after it went dark, "
    "the trust that owns the tower said on Monday.",
    "Volunteers have mended the lamp and the stairs of the lighthouse, and the harbour has paid "
    "for a new cable to the point.",
    "The lighthouse was built in 1848 after a brig had struck the skerry with the loss of "
    "nineteen men, and its lamp could be seen from fifteen miles away.",
]
SIZES = {
    "fonts": ("<font size=5>{}</font>", "<font size=2>{}</font>", "<b>{}</b>"),
    "relative": ('<font size="+2">{}</font>', '<font size="-1">{}</font>', "<b>{}</b>"),
    "words": ("<big><big>{}</big></big>", "<small>{}</small>", "<b>{}</b>"),
    "styles": (
        '<div style="font-size:24px">{}</div>',
        '<div style="font-size: 11px">{}</div>',
        '<div style="font-size:120%">{}</div>',
    ),
}


def page(large: str, small: str, subhead: str) -> str:
    text = f"{BODY[0]}<br><br>{BODY[1]}<br><br>{subhead.format('Nineteen men')}<br><br>{BODY[2]}"
    comments = "Ewan, Wick: Best news since the ferry.<br><br>Una T.: My uncle was the last keeper."
    return f"""<html><head><title>The Skerry Herald :: News</title></head><body><table><tr>
<td colspan=2>{large.format("The Skerry Herald")}</td></tr><tr><td width=120>
{small.format("<a href=1>Fish prices rise</a><br>Wind force seven")}</td><td width=500>
{small.format("Isles &gt; News")}<br>{large.format(TITLE)}<br>
{small.format("Set down by Isla Farquharson on 3 June 2024")}<br><br>{text}<br><br>
<hr>{small.format("Guest book<br>" + comments)}</td><td width=100>
{small.format("Guess the weight of the ram and win a pie. Send it by post.")}</td></tr></table>
<center>{small.format("You are guest 4,711 of this page. Made in Wick by Croft Web.")}</center>
</body></html>"""


@pytest.mark.parametrize("kind", SIZES)
def test_size_of_letters_tells_headline_text_and_margin_apart(kind: str) -> None:
    raw = RawArticle.read(
        {
            "id": "a",
            "url": "http://skerryherald.example/n.asp?id=7",
            "content": page(*SIZES[kind]),
            "content_type": "text/html",
        }
    )
    answer = clean(raw)
    assert isinstance(answer, CleanArticle)
    assert answer.title == TITLE
    assert answer.text.split("\n\n") == [*BODY[:2], "Nineteen men", BODY[2]]
    assert answer.published_at is not None
    assert answer.published_at.date().isoformat() == "2024-06-03"
