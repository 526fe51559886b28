"""Lists, quotations with a source, subheads behind calls, and datelines of unknown agencies."""

import pytest
from report import FIRST, LAST, SECOND, text_of

from agents.clean import clean
from schemas import CleanArticle, RawArticle

WINNERS = ["- Best film: Grey Water", "- Director: Ida Holm", "- Camera: Per Lund"]
LINKS = [
    "- Why the ferry was late again",
    "- Ten walks for a rainy day",
    "- The best chips in town",
]


@pytest.mark.parametrize(("items", "stays"), [(WINNERS, True), (LINKS, False)])
def test_list_of_labelled_items_under_a_heading_stays(items: list[str], stays: bool) -> None:
    text = text_of(FIRST, SECOND, "The main winners", "\n".join(items), LAST)
    assert [item in text for item in items] == [stays] * 3
    assert LAST in text


def test_list_behind_the_last_paragraph_goes() -> None:
    text = text_of(FIRST, SECOND, LAST, "The main winners", "\n".join(WINNERS))
    assert text == f"{FIRST}\n\n{SECOND}\n\n{LAST}"


def test_quotation_alone_with_its_source_below_goes() -> None:
    text = text_of(FIRST, "“Whoever saves here pays twice in the end.”", "From our leader", SECOND)
    assert text == f"{FIRST}\n\n{SECOND}"


def test_quotation_that_the_article_announces_stays() -> None:
    announced = SECOND[:-1] + ", and it wrote in its report:"
    quotation = "“Whoever saves here pays twice in the end.”"
    assert quotation in text_of(FIRST, announced, quotation, "A look ahead", LAST)


def test_subhead_behind_a_call_without_blank_lines_stays() -> None:
    call = "Allow up to 25 words for your own memories of our ferry: write to desk@ostby.example"
    body = [FIRST, SECOND, call, "Fears for the harbour", LAST]
    text = text_of("\n".join(body))
    assert "Fears for the harbour" in text
    assert call not in text


BOX = ["Most read", "Globe Biscuits builds a car park", "Ten walks for a rainy day"]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("Open air on Friday", True),  # the paragraph below has its words
        ("What comes next?", True),
        ("A bakery for sale", False),
        ("Open air", False),  # as little as a button says
    ],
)
def test_last_line_of_a_box_is_a_subhead_where_the_text_takes_it_up(line: str, stays: bool) -> None:
    text = text_of("\n".join([FIRST, SECOND, *BOX, line, LAST]))
    assert text.split("\n\n") == [FIRST, SECOND, *[line] * stays, LAST]


HEADLINE = "Carver saves the fair at Holm"
ABSTRACT = "He had four weeks and one axe. Now every village on the coast wants a horse of his."


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("headlines", "stays"),
    [([HEADLINE], False), ([HEADLINE, "Ten walks for a rainy day"], True)],
)
def test_abstract_below_the_one_headline_of_a_teaser_goes(
    headlines: list[str], stays: bool, gap: str
) -> None:
    text = text_of(gap.join([FIRST, SECOND, "Read also", *headlines, ABSTRACT, LAST]))
    assert (ABSTRACT in text) == stays
    assert HEADLINE not in text
    assert LAST in text


@pytest.mark.parametrize(
    "dateline", ["Ostby (nda) - ", "Ostby/Holm (kwd) – ", "Ostby (Norge), 26 oct (AMN) - "]
)
def test_dateline_of_an_unknown_agency_goes(dateline: str) -> None:
    assert text_of(dateline + FIRST, SECOND, LAST).startswith("The ferry film")


def test_party_in_brackets_is_no_agency() -> None:
    opening = "Ida Holm (SPD) - for years the voice of the harbour crews - has won a seat. " + FIRST
    assert text_of(opening, SECOND, LAST).startswith("Ida Holm (SPD)")


ITEMS = ["a new quay for the ferries ;", "more lamps along the wharf ;", "a café in the old shed."]


def page(*parts: str) -> str:
    """An HTML page as sites build them, all in one container."""
    head = "<h1>Ferry film wins five prizes</h1>"
    return f"<html><body><main><article>{head}{''.join(parts)}</article></main></body></html>"


def html_text(*parts: str) -> str:
    answer = clean(RawArticle(id="a", content=page(*parts), content_type="text/html"))
    assert isinstance(answer, CleanArticle)
    return answer.text


def paragraph(text: str) -> str:
    return f"<p>{text}</p>"


def test_list_that_is_one_sentence_stays_with_its_subhead() -> None:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    related = "<div><b>Read more</b><a href='/x'>Ferry late again, and again and again</a></div>"
    text = html_text(
        paragraph(FIRST),
        paragraph(SECOND),
        related,
        "<div class='s'>What the harbour gets</div>",
        "<div class='t'>With the prize money the town wants :</div>",
        f"<ul class='u'>{items}</ul>",
        paragraph(LAST),
    )
    assert [item in text for item in ITEMS] == [True] * 3
    assert "the town wants :" in text


def test_quotation_with_its_source_glued_on_goes() -> None:
    quote = "<aside><q>«Whoever saves here pays twice in the end»</q><i>A juror</i></aside>"
    text = html_text(paragraph(FIRST), paragraph(SECOND), quote, paragraph(LAST))
    assert "pays twice" not in text
    assert LAST in text


def test_line_between_headline_and_byline_is_not_the_text() -> None:
    text = html_text(
        "<h2>Harbour crews play themselves in Grey Water</h2>",
        "<p class='by'>By Ida Holm</p><p class='d'>26 June 2025</p>",
        *map(paragraph, (FIRST, SECOND, LAST)),
    )
    assert text.startswith(FIRST)


def test_name_with_a_place_is_no_headline() -> None:
    lines = [
        "Ferry film wins five prizes in Ostby",
        "R. HOLM / OSTBY",
        "23/06/2024 - 07:00h.",
        FIRST,
    ]
    raw = RawArticle(
        id="a", content="\n".join([*lines, SECOND, LAST]), url="https://x.example/ostby/holm"
    )
    answer = clean(raw)
    assert isinstance(answer, CleanArticle)
    assert answer.title == lines[0]


def test_box_about_the_writer_below_a_rule_goes_however_near_its_subject() -> None:
    bio = "Ida Prigent-Holm has written about the festival of Ostby, Grey Water and the harbour."
    text = text_of("By Ida PRIGENT-HOLM", FIRST, SECOND, LAST, "----------", bio)
    assert "has written" not in text
    assert LAST in text


ANNOUNCED = (
    "The festival counted its guests for the first time. Three places of Ostby sold more tickets "
    "than ever before, as the harbour office found out:"
)
COUNTS = ["• Harbour, in the old shed: 800", "• North Pier, by the ferry: 410", "• Town: 95"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_paragraph_that_announces_a_list_stays_with_it(gap: str) -> None:
    subhead = "Full houses at the harbour"
    text = gap.join(["Ferry film wins", FIRST, SECOND, subhead, ANNOUNCED, *COUNTS, LAST])
    answer = clean(RawArticle(id="a", content=text))
    assert isinstance(answer, CleanArticle)
    assert answer.text.split("\n\n") == [FIRST, SECOND, subhead, ANNOUNCED, *COUNTS, LAST]


def test_a_call_that_announces_links_goes_with_them() -> None:
    call = "You may like these. We have picked for you what our readers liked best this week:"
    assert text_of(FIRST, SECOND, call, "\n".join(LINKS), LAST) == text_of(FIRST, SECOND, LAST)


LONG = (
    "Not everybody at the harbour was pleased. The crews of the night ferry had asked the festival "
    "to pay for the hours in which the film was shot, and were told that the prize was theirs as "
    "well. “We were promised quiet and had a storm machine until midnight”, said Tove Aas of the "
    "union in Ostby. The director offered to share the money of the jury, and the festival will "
    "answer the crews before the summer."
)


def test_a_mark_before_a_long_paragraph_ends_nothing() -> None:
    box = ["With agencies", "Rugby: the trainer in the stands", "Works hires 700 hands"]
    third = SECOND.replace("had shown", "may now show").replace("one night", "a week")
    told = [FIRST, SECOND, third, FIRST.replace("on Sunday", "in the end"), LAST]
    text = "\n".join(["Ferry film wins", *told, *box, LONG, "Comments (3)"])
    answer = clean(RawArticle(id="a", content=text))
    assert isinstance(answer, CleanArticle)
    assert answer.text.split("\n\n") == [*told, LONG]


@pytest.mark.parametrize("sign", [">>", "→", "👉"])
def test_a_sign_that_points_elsewhere_begins_no_paragraph(sign: str) -> None:
    call = (
        f"{sign} Join the course Writing for the Screen in Ostby, places are few. Until the 18th."
    )
    assert text_of(FIRST, call, SECOND, LAST) == text_of(FIRST, SECOND, LAST)


def test_a_note_on_the_article_goes_whatever_stands_in_the_footer() -> None:
    note = "This article may be printed again for free if the Ostby Post is named with it."
    footer = (
        "With the help of: Fund of the Harbour of Ostby, Festival Friends of Grey Water, the Film "
        "House and its crews, and the ferries of the north; the Ostby Post is one of them."
    )
    text = text_of(FIRST, SECOND, LAST, note, "About the author", "Ida Holm is a reporter.", footer)
    assert text == text_of(FIRST, SECOND, LAST)


def test_the_credit_of_a_film_ends_nothing() -> None:
    film = ["VIDEO", "So it was: a ride on the ferry of the film", "Source: OSTBY POST / a reader"]
    third = SECOND.replace("had shown", "may now show").replace("one night", "a week")
    text = "\n".join(["Ferry film wins", FIRST, SECOND, third, *film, LAST, "Comments (3)"])
    answer = clean(RawArticle(id="a", content=text))
    assert isinstance(answer, CleanArticle)
    assert answer.text.split("\n\n") == [FIRST, SECOND, third, LAST]


def test_what_stands_below_the_number_of_a_picture_is_its_caption() -> None:
    show = [
        "1/14",
        "Where the ferry stood, the hill now reaches the pier.",
        "Bild 2 von 14",
        "Soup.",
    ]
    text = "\n".join(["Ferry film wins", FIRST, SECOND, *show, LAST])
    answer = clean(RawArticle(id="a", content=text))
    assert isinstance(answer, CleanArticle)
    assert answer.text.split("\n\n") == [FIRST, SECOND, LAST]


def test_a_long_headline_with_a_quotation_is_one() -> None:
    quote = "‘We are boiling eggs on the stove’"
    title = f"{quote}: the west faces a fourth night without power in the cold"
    lines = ["Ostby Post", "Subscribe", "Ireland", title, "Share", "27 January 2025"]
    answer = clean(RawArticle(id="a", content="\n".join([*lines, FIRST, SECOND, LAST])))
    assert isinstance(answer, CleanArticle)
    assert answer.title == title
    assert answer.published_at is not None


def test_a_cue_in_a_long_paragraph_of_the_articles_own_words_is_chance() -> None:
    own = (
        "The minister for culture said that nobody had to fear for the money, and that she would"
        " ask the festival for a list by spring. A club of Ostby that wants to take part in the"
        " trial set up an email address on Friday, where those who paid may report what they lost."
    )
    assert own in text_of(FIRST, SECOND, own, LAST)


def test_a_list_that_has_lost_its_marks_is_known_by_its_semicolons() -> None:
    items = ["the old shed, with lamps;", "the pier at night;", "a list that hangs by the ferry."]
    parts = ["The harbour opened these places:", *items]
    text = "\n".join(["Ferry film wins", FIRST, SECOND, *parts, LAST])
    answer = clean(RawArticle(id="a", content=text))
    assert isinstance(answer, CleanArticle)
    assert answer.text.split("\n\n") == [FIRST, SECOND, *parts, LAST]


@pytest.mark.parametrize(
    "box",
    [
        "Timeline: 29 November: letter from Holm. 20 December: talks. 24 January: decision.",
        "Key dates: 29 November: letter from Holm. 20 December: talks. 24 January: decision.",
        "Chronologie : 29 novembre : lettre de Holm. 20 décembre : débats. 24 janvier : décision.",
        "INSERAT – Wanderschuhe von Hansen: Gratis-Anprobe mit Ganganalyse",
    ],
)
def test_a_labelled_box_between_paragraphs_goes(box: str) -> None:
    assert text_of(FIRST, SECOND, box, LAST) == text_of(FIRST, SECOND, LAST)
