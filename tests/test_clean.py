from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agents.clean import ProcessMemory, clean
from agents.clean.cues import load_cues
from agents.clean.tiling import check_tiling
from agents.errors import Reject
from schemas import CleanArticle, RawArticle, Withdrawal, content_hash

TEXT = "Der Rat hat am Dienstag in einer langen Sitzung den neuen Haushalt der Stadt beschlossen."
SCRAPE = (Path(__file__).parent / "data" / "scrape.de.txt").read_text("utf-8")
GONE = (Path(__file__).parent / "data" / "scrape.de.gone.txt").read_text("utf-8").splitlines()


def cleaned(content: str | bytes, **fields: object) -> CleanArticle:
    answer = clean(RawArticle.read({"id": "a", "content": "", **fields}).model_copy(
        update={"content": content}
    ))  # fmt: skip
    assert isinstance(answer, CleanArticle)
    return answer


def refused(content: str | bytes, **fields: object) -> str:
    with pytest.raises(Reject) as rejection:
        cleaned(content, **fields)
    return rejection.value.reason


@pytest.mark.parametrize(
    "form", ["{}", "{}\n\nSubscribe to our newsletter", "By Jo Reed\n\n{}\n\nAdvertisement"]
)
def test_a_last_paragraph_that_takes_up_nothing_stays_in_a_row(form: str) -> None:
    text = (
        "A strong earthquake hit the coast of Chile on Friday, killing at least 12 people.\n\n"
        "The quake struck at 04:12 local time. Power lines were cut in three towns.\n\n"
        'President Maria Lopez promised help. "We will rebuild," she said on television.\n\n'
        "Scientists in Santiago expect further tremors over the coming weeks, but a larger one is"
        " unlikely according to first models."
    )
    assert cleaned(form.format(text)).text == text


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_withdrawn_article_becomes_a_withdrawal(status: str) -> None:
    answer = clean(RawArticle.read({"id": "a", "status": status}))
    assert isinstance(answer, Withdrawal)
    assert (answer.article_id, answer.status, answer.reason) == ("a", status, None)


@pytest.mark.parametrize("name", ["reason", "ednote", "edNote"])
def test_a_withdrawal_says_why_where_its_producer_does(name: str) -> None:
    answer = clean(RawArticle.read({"id": "a", "status": "canceled", name: "The firm denies it."}))
    assert isinstance(answer, Withdrawal)
    assert answer.reason == "The firm denies it."


@pytest.mark.parametrize("reason", [" ", 7, None, ["x"], {}])
def test_a_reason_that_cannot_be_read_withdraws_all_the_same(reason: Any) -> None:
    answer = clean(RawArticle.read({"id": "a", "status": "canceled", "reason": reason}))
    assert isinstance(answer, Withdrawal)


def test_plain_paragraph_is_the_article() -> None:
    answer = cleaned(TEXT)
    assert (answer.text, answer.language) == (TEXT, "de")
    assert answer.content_hash == content_hash(TEXT)


@pytest.mark.parametrize("content", ["", " \n\x00 ", "😀" * 50, "<html><body></body></html>", "--"])
def test_content_without_text_is_rejected(content: str) -> None:
    assert refused(content) == "empty-text"


def test_first_of_some_paragraphs_is_not_taken_for_the_headline() -> None:
    ends = ("vertagt", "gelobt", "verteidigt", "gekürzt")
    paragraphs = [f"{TEXT[:-1]} und {end}." for end in ends]
    answer = cleaned("\n\n".join(paragraphs))
    assert (answer.title, answer.text) == (None, "\n\n".join(paragraphs))


def test_text_over_the_limit_is_rejected() -> None:
    assert refused((TEXT + " ") * 5_000) == "too-long"


def test_embargo_is_read_in_any_common_form() -> None:
    until = cleaned(TEXT, embargoed_until="5. März 2031, 18:00").embargoed_until
    assert until == datetime(2031, 3, 5, 18, tzinfo=UTC)


def test_unreadable_embargo_is_rejected_rather_than_leaked() -> None:
    assert refused(TEXT, embargoed_until="when the moon is blue") == "unreadable"


def test_relative_dates_count_from_the_fetch_and_never_from_the_clock() -> None:
    answer = cleaned(TEXT, published_at="gestern", fetched_at="2024-06-02T08:00:00Z")
    assert answer.published_at is not None
    assert answer.published_at.date().isoformat() == "2024-06-01"


def test_time_of_receipt_stands_in_for_the_fetch() -> None:
    received = datetime(2024, 6, 2, 8, tzinfo=UTC)
    raw = RawArticle.read({"id": "a", "content": TEXT}, received_at=received)
    answer = clean(raw)
    assert isinstance(answer, CleanArticle)
    assert answer.fetched_at == received


def test_producers_details_win() -> None:
    answer = cleaned(
        TEXT,
        title="Haushalt beschlossen | Morgenblatt",
        author=["Von Ute Ahrens und Karl Sommer", "dpa"],
        url="https://www.morgenblatt.example/a",
    )
    assert answer.title == "Haushalt beschlossen"
    assert answer.author == ("Ute Ahrens", "Karl Sommer")
    assert answer.source == "morgenblatt.example"


def test_bytes_are_decoded_by_their_declared_charset() -> None:
    content = "Die Bürger müssen künftig höhere Gebühren für die Müllabfuhr zahlen.".encode(
        "latin-1"
    )
    answer = cleaned(content, content_type="text/plain; charset=latin-1")
    assert answer.text.startswith("Die Bürger müssen")


def test_nothing_around_a_german_article_is_left() -> None:
    answer = cleaned(SCRAPE)
    assert [line for line in GONE if line in answer.text] == []
    assert answer.title == "Stadtwerke Ahlbeck bauen das größte Wärmelager der Küste"
    assert answer.author == ("Friederike Nolting",)
    assert answer.published_at == datetime(2024, 4, 18, 9, 40, tzinfo=UTC)
    assert answer.text.count("\n\n") == 6
    assert answer.text.startswith("Die Stadtwerke Ahlbeck wollen")
    assert "Kritik an den Kosten" in answer.text
    assert answer.text.endswith("im kommenden Winter in Betrieb.")


def test_sentences_of_one_endless_line_are_one_paragraph() -> None:
    title = "Rat beschließt Haushalt"
    body = " ".join(TEXT[:-1] + f" zum {n}. Mal." for n in range(20))
    line = f"Start Sport Kultur {title} {body}"
    answer = cleaned(line, title=title)
    assert answer.text == body
    check_tiling(line, answer)


def test_page_with_too_many_tags_is_rejected_at_once() -> None:
    assert refused("<div>" * 150_000 + TEXT, content_type="text/html") == "too-long"


def test_segments_and_removed_spans_tile_the_scrape() -> None:
    answer = cleaned(SCRAPE)
    check_tiling(SCRAPE, answer)
    for segment in answer.segments:
        raw = SCRAPE[segment.raw_start : segment.raw_end]
        assert answer.text[segment.start : segment.end] == " ".join(raw.split())
    assert {gone.reason for gone in answer.removed} >= {"jobs", "related", "caption", "bio"}


def test_redelivered_article_gives_identical_bytes() -> None:
    memory = ProcessMemory()
    steady = "Ein Satz, der hier immer steht, ob er passt oder eben nicht."
    raws = [
        RawArticle.read({"id": str(n), "source": "s", "content": f"{TEXT} {n}\n{steady}"})
        for n in range(6)
    ]
    first = [clean(raw, memory=memory) for raw in raws]
    assert [clean(raw, memory=memory) for raw in raws] == first


def test_switched_off_cues_find_nothing() -> None:
    cues = load_cues(lambda _: False)
    assert cues.find(["anzeige"], 1) is None
    assert load_cues().find(["anzeige"], 1) is not None


MARKUP = ["<p>", "</p>", "<b>x</b>", "<br>", "<div class='ad'>", "<a href=x>Mehr</a>", "# T"]
SIGNS = ["* * *", "Anzeige", "fÃ¼r", "&nbsp;&amp;", "\u00ad\u200b", "[a](/b)", "\x00"]
SIGNS += ["u\u0308ber", "&uuml;ber", "â€žGutâ€œ", "so\u00a0 so"]
NEWS = [TEXT, "Von Ute Ahrens", "Berlin (dpa) - " + TEXT, "KOMMENTARE", "(dpa)"]
NEWS += [f"BERLIN â€“ {TEXT[:30]}u\u0308&auml;Ã¼\u00ad{TEXT[30:]}", TEXT.replace(" ", "\n  ", 5)]
LINES = st.one_of(*map(st.sampled_from, (MARKUP, SIGNS, NEWS)), st.text(max_size=40))


def holds_for(parts: list[str], content_type: str | None) -> None:
    content = "\n".join(parts)
    try:
        answer = clean(RawArticle(id="a", content=content, content_type=content_type))
    except Reject:
        return
    assert isinstance(answer, CleanArticle)
    check_tiling(content, answer)
    assert clean(RawArticle(id="a", content=content, content_type=content_type)) == answer


TYPES = st.sampled_from([None, "text/plain", "text/html"])


@settings(
    max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(st.lists(LINES, max_size=25), TYPES)
def test_any_text_is_tiled_or_rejected(parts: list[str], content_type: str | None) -> None:
    holds_for(parts, content_type)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(LINES, max_size=40), TYPES)
def test_any_text_is_tiled_or_rejected_ten_thousand_times(
    parts: list[str], content_type: str | None
) -> None:
    holds_for(parts, content_type)


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 50_000 + TEXT,
        "<a " * 50_000,
        "<table>" * 20_000 + TEXT,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + TEXT,
        "a" * 200_000,
        "a" + "\u0301" * 50_000,
        "„" * 20_000 + TEXT,
        "\n" * 300_000 + TEXT,
        "A\n" * 50_000,
        "أعلنت الحكومة اليوم عن خطة جديدة لدعم الاقتصاد الوطني. " * 20,
        "中国政府今天宣布了一项新的经济计划。专家表示，这将对市场产生重大影响。" * 20,
    ],
)
def test_hostile_content_has_one_clear_outcome(content: str) -> None:
    holds_for([content], None)
    holds_for([content], "text/html")


def test_a_phrase_of_adverts_in_the_articles_own_words_is_chance() -> None:
    bank = [
        "Regulators shut down the Harbour Bank on Friday after customers had withdrawn deposits.",
        "The regulators named a receiver, and insured customers of the bank will have full access"
        " to their deposits on Monday, when its branches open again.",
        "The Harbour Bank held deposits of two billion dollars, most of them not insured.",
    ]
    offer = (
        "Readers who join today have full access to all our puzzles and to the weekend magazine."
    )
    content = "\n\n".join(["Regulators shut the Harbour Bank", *bank, offer])
    answer = clean(RawArticle(id="a", content=content))
    assert isinstance(answer, CleanArticle)
    assert answer.text == "\n\n".join(bank)


def test_what_stands_below_paragraphs_is_no_headline() -> None:
    """Though it shares more words with the text than the headline does."""
    mine = [
        "Miners in the Cardew valley have struck water in the deepest gallery of the slate quarry,"
        " and nobody in the valley can say where all of the water has come from so suddenly.",
        "The owners of the quarry sent pumps on Monday and hope to be dry by winter, but the miners"
        " fear that the deepest gallery in the valley will have to be given up for good.",
        "For the miners the guilty party is a map, and the owners must find the missing map first.",
        "The map of the old galleries was last seen in a museum, which says it never had one.",
    ]
    lines = ["Trouble in the quarry", "3 June 2024", *mine[:2], "Find the missing map", *mine[2:]]
    answer = cleaned("\n\n".join(lines), url="https://site.example/news/77-a-1")
    assert answer.title == "Trouble in the quarry"
    assert answer.text.startswith(mine[0])


def test_an_advert_in_spanish_says_we_in_its_verbs() -> None:
    news = [
        "La fábrica de vidrio de Villaluenga cerrará en primavera porque sus dueños no han hallado"
        " comprador, según dijo la empresa a los trabajadores de la fábrica.",
        "El cierre de la fábrica afecta a 180 trabajadores, muchos de ellos hijos de vidrieros de"
        " Villaluenga, y la empresa no descarta vender los hornos.",
        "La alcaldesa de Villaluenga quiere que la empresa ceda las naves de la fábrica para un"
        " museo del vidrio, como se ha hecho ya en otros lugares.",
    ]
    advert = (
        "Con la llegada del buen tiempo, el cortijo abre sus puertas para bodas. Contamos con"
        " capilla, aparcamiento y menús desde cuarenta euros. Llámenos para visitar la finca."
    )
    content = "\n".join(["Cierra la fábrica de vidrio", *news[:2], "PUBLICIDAD", advert, news[2]])
    assert cleaned(content).text == "\n\n".join(news)


def test_a_subhead_below_short_paragraphs_is_no_headline() -> None:
    paragraphs = [
        "Residents of Carrick took to the streets on Saturday against a new battery factory.",
        "The organisers said they had received no answer to their questions by Saturday night.",
        "A farmer said that people in Carrick only wanted to know what water they would drink.",
        "Water, an old problem",
        "The company said in a statement that its water was used in a closed circuit.",
        "Experts warn however that the level of the water is already falling in Carrick.",
        "The decision on the permit for the battery factory will be taken in the autumn.",
        "A similar factory was built last year in Elmsford in spite of all the protests.",
    ]
    answer = clean(RawArticle(id="a", content="\n\n".join(paragraphs)))
    assert isinstance(answer, CleanArticle)
    assert (answer.title, answer.text) == (None, "\n\n".join(paragraphs))


def test_the_kicker_that_stands_in_the_url_is_not_the_headline() -> None:
    content = (
        "Harbour Post\nHome | Sport | Money\n\nAnnual results\n"
        "Norsk Ferries earns a third more and pays 1.54 crowns a share to its owners\n\n"
        "Ada Quill / Ostby / 13/03/2024 08:12\n\n"
        "The annual results of Norsk Ferries have beaten all marks again. The company "
        "earned 5,381 million crowns in the year that ended in January, a third more.\n\n"
        "Sales of the ferries grew by a tenth. The company proposes to pay 1.54 crowns a share."
    )
    url = "https://post.example/money/norsk-results-2023-profit-record-118820"
    title = "Norsk Ferries earns a third more and pays 1.54 crowns a share to its owners"
    assert cleaned(content, url=url).title == title
