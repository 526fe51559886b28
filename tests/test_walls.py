"""Lines before a wall, lists of headlines: plain text and pages that do not say what they are."""

import json

import pytest

from agents.clean import clean
from agents.clean.block import Block
from agents.clean.evidence import gather
from agents.clean.walls import stands_before_wall
from agents.errors import Reject
from schemas import CleanArticle, RawArticle

TITLE = "Harbour bridge to close for repairs"
LEAD = [
    "The council voted on Tuesday to close the old harbour bridge for eighteen months of repairs.",
    "Engineers had warned since the spring that the bridge could no longer carry heavy lorries.",
]
REST = [
    "The council expects the repairs of the harbour bridge to cost forty million crowns in all.",
    "Shopkeepers near the harbour said the council had given them no word on compensation so far.",
    "During the repairs a small ferry will carry those who walk or cycle across the harbour.",
    "The bridge was built by the harbour company and opened when the first steamers called here.",
]
CALL = "Subscribe now to keep reading. Already a subscriber? Log in"
CALLS = [
    CALL,
    "This article is for subscribers only.",
    "To read the full story, subscribe for one crown a week.",
    "Jetzt weiterlesen mit dem Digitalabo. Bereits Abonnent? Hier anmelden",
    "Sie möchten den ganzen Artikel lesen? Schließen Sie ein Abo ab.",
    "Cet article est réservé aux abonnés. Il vous reste 80 % à lire.",
    "Abonnez-vous pour lire la suite. Déjà abonné ? Connectez-vous",
    "Suscríbete para seguir leyendo. ¿Ya eres suscriptor? Inicia sesión",
    "Abbonati per continuare a leggere. Sei già abbonato? Accedi",
    "Word abonnee om verder te lezen. Al abonnee? Log in",
    "Assine para continuar a ler. Já é assinante? Entre",
    "Wykup prenumeratę, aby czytać dalej. Masz już prenumeratę? Zaloguj się",
]
WALLED = ("not-an-article", "the first lines before a paywall")
LISTED = ("not-an-article", "a list of headlines")


def cleaned(content: str) -> CleanArticle:
    answer = clean(RawArticle(id="a", content=content))
    assert isinstance(answer, CleanArticle)
    return answer


def refusal(content: str) -> tuple[str, str]:
    with pytest.raises(Reject) as rejection:
        clean(RawArticle(id="a", content=content))
    return rejection.value.reason, rejection.value.detail


def lines(*paragraphs: str) -> str:
    return "\n\n".join([TITLE, *paragraphs])


def page(inside: str, after: str = "") -> str:
    return f"<html><body><article><h1>{TITLE}</h1>{inside}</article>{after}</body></html>"


@pytest.mark.parametrize("call", CALLS)
def test_a_lead_with_a_call_behind_it_is_no_article(call: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in LEAD)
    assert refusal(lines(*LEAD, call)) == WALLED
    assert refusal(lines(*LEAD, "Share this", call, "© Harbour Post Ltd")) == WALLED
    assert refusal(page(paragraphs, f"<div class='offer'><p>{call}</p></div>")) == WALLED
    assert refusal(page(f"{paragraphs}<p>{call}</p>", "<p>Harbour Post Ltd</p>")) == WALLED


@pytest.mark.parametrize("call", CALLS)
def test_a_whole_article_may_have_a_call_in_it_or_behind_it(call: str) -> None:
    assert cleaned(lines(*LEAD, call, *REST)).text.startswith("\n\n".join(LEAD))
    whole = "".join(f"<p>{paragraph}</p>" for paragraph in (*LEAD, *REST))
    assert cleaned(lines(*LEAD, *REST, call)).text == "\n\n".join([*LEAD, *REST])
    assert REST[-1] in cleaned(page(whole, f"<div class='offer'><p>{call}</p></div>")).text


@pytest.mark.parametrize(
    "advert",
    [
        "Subscribe now for unlimited access.",
        "Subscribe to our newsletter to read the full story every morning.",
        "Read the full story of the lake on our travel pages.",
        "Subscribers pay for what you read here.",
    ],
)
def test_a_short_article_may_have_an_advert_behind_it(advert: str) -> None:
    assert cleaned(lines(*LEAD, advert)).text.startswith("\n\n".join(LEAD))


def walled(paragraphs: list[str], dropped: set[str]) -> bool:
    """Whether these blocks stand before a wall, all about one thing."""
    blocks = [Block([], text) for text in paragraphs]
    evidence = gather(blocks)
    for block, e in zip(blocks, evidence, strict=True):
        e.tie = 3
        if block.text in dropped:
            block.drop("other")
    return stands_before_wall(blocks, evidence)


def test_a_call_with_as_much_of_the_text_behind_it_is_no_wall() -> None:
    assert walled([*LEAD, CALL], {CALL})
    assert walled([*LEAD, CALL, REST[0]], {CALL, REST[0]})
    assert not walled([*LEAD, CALL, *REST], {CALL, *REST})


def test_a_call_behind_another_paragraph_is_no_wall() -> None:
    assert walled([*LEAD, "Share this", CALL], {"Share this", CALL})
    assert not walled([*LEAD, REST[0], CALL], {REST[0], CALL})


def test_a_call_that_stands_far_below_is_no_wall() -> None:
    menu = ["Towns", "Sport", "Arts", "Weather", "Jobs"]
    assert cleaned(lines(*LEAD, *menu, CALL)).text == "\n\n".join(LEAD)


def test_a_page_that_says_it_is_free_is_believed() -> None:
    free = json.dumps({"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": True})
    script = f'<script type="application/ld+json">{free}</script>'
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in LEAD)
    assert cleaned(page(script + paragraphs, f"<p>{CALL}</p>")).text == "\n\n".join(LEAD)


PLACES = ["Ashcombe", "Port Merrin", "Whitlock", "Stanhope Bay", "Elmsford", "Carrick"]
NEWS = [
    "Council in {} votes to close the old bridge",
    "Minister leaves {} after letters to lobbyists",
    "Why beekeepers in {} are smiling",
    "{} lido opens a week early this summer after long repairs",
    "New ferry will link {} with the islands",
]
HEADLINES = [news.format(place) for place in PLACES for news in NEWS]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n- "])
def test_headlines_line_by_line_are_a_list(gap: str) -> None:
    assert refusal("Harbour Post" + gap + gap.join(HEADLINES)) == LISTED


def test_a_flash_above_many_headlines_is_an_article() -> None:
    content = lines(*LEAD, REST[0], *HEADLINES[:20])
    assert cleaned(content).text == "\n\n".join([*LEAD, REST[0]])


def test_a_text_wrapped_by_hand_is_no_list() -> None:
    words = " ".join([*LEAD, *REST, *LEAD]).split()
    wrapped = "\n".join(" ".join(words[at : at + 9]) for at in range(0, len(words), 9))
    assert " ".join(LEAD) in cleaned(f"{TITLE}\n\n{wrapped}").text
