"""What stands in elements of its own on a page: leads, quotations, teasers."""

import pytest
from bridge import BODY, TITLE, cleaned


@pytest.mark.parametrize("name", ["StoryIntro_root__1Zt7", "q7"])
def test_a_lead_in_an_element_of_its_own_stays_below_all_that_heads_it(name: str) -> None:
    lead = "The council wants to close the old harbour bridge, which is too weak for heavy lorries"
    lead += ", and the shopkeepers who live on those who cross it will get nothing at all."
    head = "".join(f"<div class='m{n}'>{word}</div>" for n, word in enumerate("ABCDE"))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    page = f"<h1>{TITLE}</h1>{head}<article><div class='{name}'><p>{lead}</p></div>{body}</article>"
    answer = cleaned(f"<html><body>{page}</body></html>")
    assert answer.text == "\n\n".join([lead, *BODY])


@pytest.mark.parametrize(
    "form",
    [
        "<blockquote class='x'><p>{}</p></blockquote>",
        "<div class='Cita_box'><p>{}</p></div>",
        "<center><font size='4'><i>{}</i></font></center>",
        "<div class='_29hd'><div>{}</div></div>",
    ],
)
@pytest.mark.parametrize(("announces", "stays"), [("", False), (" He wrote on the wall:", True)])
def test_a_quotation_displayed_alone_goes_unless_announced(
    form: str, announces: str, stays: bool
) -> None:
    quotation = "“Whoever saves on a bridge pays for it twice in the end”"
    before = f"<p>{BODY[0]}{announces}</p>"
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in BODY[1:])
    content = f"<h1>{TITLE}</h1>{before}{form.format(quotation)}{rest}"
    text = cleaned(f"<html><body><main>{content}</main></body></html>").text
    assert ("pays for it twice" in text) == stays
    assert BODY[1] in text


@pytest.mark.parametrize(
    ("words", "announces", "stays"),
    [
        ("Short spans, long queues, no plan", "", False),
        ("Short spans, long queues, no plan", " He wrote on the wall:", True),
        ("The spans are short and nobody has a plan.", "", True),
    ],
)
def test_a_few_words_without_a_full_stop_in_an_element_for_quotations_go(
    words: str, announces: str, stays: bool
) -> None:
    before = f"<p>{BODY[0]}{announces}</p>"
    rest = "".join(f"<p>{paragraph}</p>" for paragraph in BODY[1:])
    content = f"<h1>{TITLE}</h1>{before}<blockquote><p>{words}</p></blockquote>{rest}"
    text = cleaned(f"<html><body><main>{content}</main></body></html>").text
    assert (words in text) == stays


@pytest.mark.parametrize(
    ("words", "stays"),
    [
        ("It looked like the end of a pier, and nobody had been so sad to see one", False),
        ("Nobody had been so sad", True),
    ],
)
def test_more_words_than_a_subhead_has_go_if_displayed_unlike_the_paragraphs(
    words: str, stays: bool
) -> None:
    paragraphs = "".join(f"<div class='k'>{paragraph}</div>" for paragraph in BODY[1:])
    displayed = f"<div class='v'>{words}</div>"
    page = f"<h1>{TITLE}</h1><div class='k'>{BODY[0]}</div>{displayed}{paragraphs}"
    text = cleaned(f"<html><body><main>{page}</main></body></html>").text
    assert (words in text) == stays
    assert all(paragraph in text for paragraph in BODY)


def test_where_subheads_are_headings_fewer_words_are_a_quotation() -> None:
    words = "Nobody had ever been so sad"
    first, *rest = (f"<div class='k'>{paragraph}</div>" for paragraph in BODY)
    page = f"<h1>{TITLE}</h1>{first}<div class='v'>{words}</div>{rest[0]}<h3>The cost</h3>"
    text = cleaned(f"<html><body><main>{page}{''.join(rest[1:])}</main></body></html>").text
    assert words not in text
    assert "The cost" in text


@pytest.mark.parametrize("name", ["x83 xd9a9d61", "css-x9ad3f1", "col-a d-flex"])
def test_no_word_is_read_out_of_a_machines_names(name: str) -> None:
    content = "".join(
        f"<div class='{name if at == 2 else 'k'}'>{paragraph}</div>"
        for at, paragraph in enumerate(BODY)
    )
    text = cleaned(f"<html><body><main><h1>{TITLE}</h1>{content}</main></body></html>").text
    assert all(paragraph in text for paragraph in BODY)


@pytest.mark.parametrize("name", ["ad-300x250", "box ad", "sideAd", "read-more"])
def test_words_in_names_are_read(name: str) -> None:
    other = "The lake house of the Holms has been sold to a buyer from abroad this week."
    content = f"<h1>{TITLE}</h1><p>{BODY[0]}</p><div class='{name}'><p>{other}</p></div>"
    content += "".join(f"<p>{paragraph}</p>" for paragraph in BODY[1:])
    assert other not in cleaned(f"<html><body><main>{content}</main></body></html>").text


def test_a_subhead_in_quotation_marks_among_others_of_its_kind_stays() -> None:
    heads = ["“Nobody asked us”", "What it costs"]
    content = "".join(
        f"<div class='s'>{head}</div><p class='k'>{paragraph}</p>"
        for head, paragraph in zip(heads, BODY[1:3], strict=True)
    )
    page = f"<h1>{TITLE}</h1><p class='k'>{BODY[0]}</p>{content}<p class='k'>{BODY[3]}</p>"
    text = cleaned(f"<html><body><main>{page}</main></body></html>").text
    assert all(head in text for head in heads)


def test_a_word_with_a_teaser_above_a_subhead_is_none() -> None:
    teaser = "<div class='v'><i>Video</i> The finest walks between Holm and Ostby</div>"
    subhead = "<h4 class='n'>The mayor is not amused</h4>"
    paragraphs = [f"<p class='k'>{paragraph}</p>" for paragraph in BODY]
    page = f"<h1>{TITLE}</h1>{paragraphs[0]}{teaser}{subhead}{''.join(paragraphs[1:])}"
    text = cleaned(f"<html><body><main>{page}</main></body></html>").text
    assert "finest walks" not in text
    assert "The mayor is not amused" in text


def test_a_subhead_in_its_place_stays_though_a_box_stands_above_it() -> None:
    first, second, *rest = (f"<p class='k'>{paragraph}</p>" for paragraph in BODY)
    box = "<div class='v'>Advertisement</div><div class='v'>Free hearing tests in Holm</div>"
    page = f"<h1>{TITLE}</h1>{first}{second}{box}<p class='k'><b>Not amused</b></p>{''.join(rest)}"
    text = cleaned(f"<html><body><main>{page}</main></body></html>").text
    assert "Not amused" in text
    assert "hearing tests" not in text


def test_a_teaser_in_a_link_names_no_writer() -> None:
    first, *rest = (f"<div class='k'>{paragraph}</div>" for paragraph in BODY)
    head = "<div class='q'>Ida Holm, Ostby</div><div class='q'>Published: 09.04.2024, 17:35</div>"
    teaser = "<div class='t'><a href='/x'>Two tourists are brought down by Piz Amalia</a></div>"
    page = f"<h1>{TITLE}</h1>{head}{first}{teaser}{''.join(rest)}"
    assert cleaned(f"<html><body><main>{page}</main></body></html>").author == ("Ida Holm",)


def test_a_newsflash_above_the_headline_is_none() -> None:
    lines = [
        "BREAKING: Council of Holm shuts bridge",
        "Home > Nation",
        "A hard year for shops",
        "By Ada Brant",
    ]
    text = "\n".join([*lines, "6 May 2024", *BODY])
    assert cleaned(text, content_type="text/plain").title == "A hard year for shops"
