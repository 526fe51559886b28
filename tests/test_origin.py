"""Agencies and datelines: what pages and wire copy in four languages say of themselves."""

import json
from pathlib import Path

import pytest

from agents.clean import clean
from agents.clean.cues import book, names
from agents.clean.origin import agencies_in, place_of
from schemas import CleanArticle, RawArticle

BODY = {
    "de": "Der Rat hat am Dienstag nach langer Sitzung den neuen Haushalt der Stadt beschlossen."
    "\n\nDer Haushalt der Stadt sieht mehr Geld für Schulen vor, wie der Rat am Abend mitteilte.",
    "en": "The council passed the new budget of the city on Tuesday after a long and loud session."
    "\n\nThe budget of the city has more money for schools, the council said in the evening.",
    "fr": "Le conseil a adopté mardi le nouveau budget de la ville après une longue séance agitée."
    "\n\nLe budget de la ville prévoit plus d'argent pour les écoles, a indiqué le conseil.",
    "es": "El consejo aprobó el martes el nuevo presupuesto de la ciudad tras una larga sesión."
    "\n\nEl presupuesto de la ciudad prevé más dinero para las escuelas, según el consejo.",
}
TITLES = {
    "de": "Rat beschließt den Haushalt",
    "en": "Council passes the budget",
    "fr": "Le conseil adopte le budget",
    "es": "El consejo aprueba el presupuesto",
}
# A language, what stands before the text, what below it, and what they say.
CASES = [
    ("de", "Berlin (dpa) - ", "", ("dpa",), "Berlin"),
    ("de", "MÜNCHEN/KÖLN, 4. März (Reuters) - ", "", ("Reuters",), "MÜNCHEN/KÖLN"),
    ("de", "Frankfurt/Main (dpa/AFP) – ", "(dpa/mk)", ("dpa", "AFP"), "Frankfurt/Main"),
    ("de", "", "Mit Material von epd und dpa", ("epd", "dpa"), None),
    ("de", "", "Quelle: dpa-AFX", ("dpa",), None),
    ("de", "", "© dpa-infocom, dpa:260304-99-1/2", ("dpa",), None),
    ("de", "Bern (Keystone-SDA) - ", "", ("SDA",), "Bern"),
    ("en", "ST. PAUL, Minn. (AP) — ", "", ("AP",), "ST. PAUL, Minn."),
    ("en", "LONDON, March 4 (Reuters) - ", "Reporting by Reuters", ("Reuters",), "LONDON"),
    ("en", "(Bloomberg) -- ", "", ("Bloomberg",), None),
    ("en", "ISMAILIA, Egypt — ", "With files from AFP", ("AFP",), "ISMAILIA, Egypt"),
    ("fr", "PARIS, 4 mars (AFP) - ", "", ("AFP",), "PARIS"),
    ("fr", "SHERBROOKE (Canada) — ", "(avec AFP)", ("AFP",), "SHERBROOKE (Canada)"),
    ("fr", "GAND 21/05 (Belga) = ", "", ("Belga",), "GAND"),
    ("es", "Madrid, 4 mar (EFE).- ", "EFE jcp/arh", ("EFE",), "Madrid"),
    ("es", "HUELVA, 4 Mar. (EUROPA PRESS) - ", "", ("Europa Press",), "HUELVA"),
    ("es", "", "Con información de EFE y AFP", ("EFE", "AFP"), None),
]  # fmt: skip


def cleaned(content: str, **fields: object) -> CleanArticle:
    answer = clean(RawArticle.read({"id": "a", "content": content, **fields}))
    assert isinstance(answer, CleanArticle)
    return answer


@pytest.mark.parametrize("is_page", [False, True], ids=["plain", "page"])
@pytest.mark.parametrize(("language", "before", "after", "agencies", "dateline"), CASES)
def test_agencies_and_dateline_come_out(
    language: str,
    before: str,
    after: str,
    agencies: tuple[str, ...],
    dateline: str | None,
    is_page: bool,
) -> None:
    paragraphs = f"{before}{BODY[language]}\n\n{after}".strip().split("\n\n")
    content = "\n\n".join([TITLES[language], *paragraphs])
    if is_page:
        inside = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        content = (
            f"<html><body><article><h1>{TITLES[language]}</h1>{inside}</article></body></html>"
        )
    article = cleaned(content)
    assert (article.agencies, article.dateline) == (agencies, dateline)
    assert article.text == BODY[language]


WIRES = {
    "de": (
        "bas 0731 so 4 334 dpa 0312\n\nRat beschließt den Haushalt =\n\nHalburg (dpa) - {}\n\n"
        "dpa mdi fil n1 hp\n041307 Mrz 26",
        ("dpa",), "Halburg",
    ),
    "en": (
        "BC-US--Budget,2nd Ld-Writethru\n\nCouncil passes the budget\n\nBy JO REED\n"
        "Associated Press\n\nOSTBY, Conn. (AP) — {}\n\nAP-NY-03-04-26 1842EST",
        ("AP",), "OSTBY, Conn.",
    ),
    "fr": (
        "FRS0417 4 POL 0395 FRA /AFP-DK82\n\nLe conseil adopte le budget\n\nPar Léa ROUVIER\n\n"
        "Grandrieu, 4 mars 2026 (AFP) - {}\n\nlro/ab/cd\n\nAFP 041307 MAR 26",
        ("AFP",), "Grandrieu",
    ),
    "es": (
        "UPDATE 1-El consejo aprueba el presupuesto\n\nPor Ana Sáez\n\n"
        "ASUNCIÓN, 4 mar (Reuters) - {}\n\n(Reporte de Ana Sáez)\n\n"
        "(c) Copyright Thomson Reuters 2026.",
        ("Reuters",), "ASUNCIÓN",
    ),
}  # fmt: skip


@pytest.mark.parametrize("language", WIRES)
def test_wire_copy_says_who_sent_it_and_from_where(language: str) -> None:
    copy, agencies, dateline = WIRES[language]
    article = cleaned(copy.format(BODY[language]))
    assert (article.agencies, article.dateline) == (agencies, dateline)


@pytest.mark.parametrize(
    ("author", "agencies"),
    [
        (["dpa"], ("dpa",)),
        (["Jo Reed", "Agence France-Presse"], ("AFP",)),
        (["Le Courrier avec AFP"], ("AFP",)),
        (["Jo Reed, Associated Press"], ("AP",)),
        (["Sid Meyer"], ()),
        (["Ria Novak (Team)"], ()),
        (["Jo Reed, Halburg"], ()),
    ],
)
def test_producers_name_agencies_among_the_authors(author: list[str], agencies: object) -> None:
    assert cleaned(BODY["de"], author=author).agencies == agencies


def test_pages_name_agencies_in_their_metadata_and_byline() -> None:
    page = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        '"Le conseil adopte le budget", "author": {"@type": "Organization", "name": "AFP"}}'
        "</script></head><body><article><h1>Le conseil adopte le budget</h1>"
        '<p class="signature">Par Léa Rouvier (avec Reuters)</p>'
        f"<p>{BODY['fr'].replace(chr(10) * 2, '</p><p>')}</p></article></body></html>"
    )
    assert cleaned(page).agencies == ("AFP", "Reuters")


@pytest.mark.parametrize(
    "caption", ["Foto: dpa", "© picture alliance/dpa", "Die Sitzung. Foto: Jo Reed/AFP"]
)
def test_who_took_the_picture_is_no_credit_of_the_report(caption: str) -> None:
    plain = f"{TITLES['de']}\n\n{caption}\n\n{BODY['de']}"
    page = (
        f"<html><body><article><h1>{TITLES['de']}</h1><figure><img src=a.jpg><figcaption>{caption}"
        f"</figcaption></figure><p>{BODY['de'].replace(chr(10) * 2, '</p><p>')}</p></article>"
    )
    assert cleaned(plain).agencies == cleaned(page).agencies == ()


def test_agencies_that_the_text_speaks_of_are_no_credit() -> None:
    text = BODY["en"] + "\n\nThe council told Reuters and the AP that the budget was final."
    article = cleaned(f"{TITLES['en']}\n\n{text}")
    assert (article.agencies, article.dateline) == ((), None)


def test_flash_has_its_dateline_though_it_stays_in_the_text() -> None:
    article = cleaned("Berlin (dpa) - Der Kanzler tritt am Abend zurück.")
    assert (article.agencies, article.dateline) == (("dpa",), "Berlin")


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("Von Ute Ahrens (dpa) - ", None),
        ("Pla Vallter (Girona), 26 mar (EFE).-", "Pla Vallter (Girona)"),
        ("BALTIMORE (CNB) — ", "BALTIMORE"),
        ("MIAMI (USA) — ", "MIAMI (USA)"),
        ("Halburg (kpx) - ", "Halburg"),
        ("WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C."),
        ("London, Tuesday (Reuters) - ", "London"),
        ("(dpa) - ", None),
        ("", None),
    ],
)
def test_place_is_as_written_without_day_and_agency(opening: str, place: str | None) -> None:
    assert place_of(opening) == place


def test_every_agency_that_is_known_has_a_short_form() -> None:
    forms = [form for forms in book()["credited"].values() for form in forms]
    assert len(forms) == len(set(forms))
    assert names("agencies") - set(forms) == {"getty images", "imago", "bbc"}
    assert set(forms) <= names("agencies")
    assert all(agencies_in(short) == (short,) for short in book()["credited"])


# What a reader finds in the corpus; all its other articles name no agency and no place.
FOUND = {
    "dev-001": (("AP",), "CAIRO"),
    "dev-003": (("dpa",), "Berlin"),
    "dev-005": (("EFE",), None),
    "dev-006": (("AFP",), None),
    "dev-008": (("AFP",), "Bern"),
    "dev-009": (("Reuters",), "WASHINGTON"),
    "dev-010": (("EFE",), None),
    "dev-013": (("AFP",), None),
    "dev-015": (("AFP",), None),
    "dev-017": (("dpa",), None),
    "dev-018": (("AFP",), None),
    "dev-021": (("Reuters",), None),
    "dev-023": (("EFE",), None),
    "dev-024": (("AFP",), None),
    "dev-030": (("AFP",), "ISMAILIA, Egypt"),
    "dev-031": (("dpa",), "Frankfurt/Main"),
    "dev-032": (("dpa",), "Frankfurt/Main"),
}


def test_in_the_corpus_all_credits_are_found_and_no_others() -> None:
    lines = Path("tests/data/corpus/raw.jsonl").read_bytes().splitlines()
    articles = [clean(RawArticle.read(json.loads(line))) for line in lines]
    found = {
        a.article_id: (a.agencies, a.dateline) for a in articles if isinstance(a, CleanArticle)
    }
    assert len(found) == 32
    assert {key: said for key, said in found.items() if any(said)} == FOUND
