import json
import re

import pytest
from bridge import BODY, EXPECTED, FOREIGN, METADATA, TITLE, cleaned, page

from agents.clean import clean
from agents.clean.details import told_title
from agents.clean.metadata import Metadata
from agents.clean.tiling import check_tiling
from agents.errors import Reject
from schemas import CleanArticle, RawArticle


def test_page_is_reduced_to_its_article() -> None:
    answer = cleaned(page())
    assert answer.text == EXPECTED
    assert (answer.title, answer.author) == (TITLE, ("Ada Brant",))
    assert answer.published_at is not None
    assert answer.published_at.isoformat() == "2024-05-06T05:08:00+00:00"


@pytest.mark.parametrize("seed", range(5))
def test_class_names_do_not_matter(seed: int) -> None:
    renamed = re.sub(r"\bx(\d)", lambda m: f"c{(int(m[1]) * 7 + seed) % 11}z", page())
    assert cleaned(renamed).text == EXPECTED


def test_page_without_metadata_tells_by_its_elements() -> None:
    answer = cleaned(page(metadata=None))
    assert answer.text == EXPECTED
    assert (answer.title, answer.author) == (TITLE, ("Ada Brant",))
    assert answer.published_at is not None


def test_upper_case_tables_and_breaks_are_read() -> None:
    paragraphs = "<BR><BR>".join(BODY)
    answer = cleaned(
        f"<HTML><BODY><TABLE><TR><TD>Dax<BR>18.000</TD><TD><H1>{TITLE}</H1>{paragraphs}"
        f"<BR><TABLE><TR><TD>{FOREIGN[0]}</TD></TR></TABLE></TD></TR></TABLE></BODY></HTML>"
    )
    assert answer.text == "\n\n".join(BODY)


def test_segments_lead_into_the_source() -> None:
    content = page(body=["The caf&eacute; <b>at</b>\n  the&nbsp;harbour " + BODY[0], *BODY[1:]])
    answer = cleaned(content)
    check_tiling(content, answer)
    found = [
        (answer.text[s.start : s.end], content[s.raw_start : s.raw_end]) for s in answer.segments
    ]
    assert found[0] == ("The café ", "The caf&eacute; ")
    assert found[1] == ("at", "at")
    assert found[2][0].startswith(" the harbour The council")
    assert found[2][1].startswith("\n  the&nbsp;harbour The council")


@pytest.mark.parametrize("count", [1, 2, 4])
def test_fragment_without_a_page_around_it_is_the_article(count: int) -> None:
    answer = cleaned("".join(f"<p>{paragraph}</p>" for paragraph in BODY[:count]))
    assert answer.text == "\n\n".join(BODY[:count])


def test_page_that_says_nothing_by_its_structure_is_read_by_trafilatura() -> None:
    rows = "".join(f"<div class='teaser'><span>{paragraph}</span></div>" for paragraph in BODY)
    answer = cleaned(f"<html><body><div class='promo'>{rows}</div></body></html>")
    assert answer.text == "\n\n".join(BODY)


def test_repeated_pull_quote_is_dropped() -> None:
    quoted = page().replace("<h2>What", f"<blockquote>“{BODY[1]}”</blockquote><h2>What")
    assert cleaned(quoted).text == EXPECTED


@pytest.mark.parametrize("source", ["Rik Vanderelst, engineer", "Rik Vanderelst at the quay"])
def test_the_name_below_a_pull_quote_goes_with_it(source: str) -> None:
    quote = f"<blockquote><p>{BODY[1]}</p><cite>{source}</cite></blockquote>"
    assert cleaned(page().replace("<h2>What", f"{quote}<h2>What")).text == EXPECTED


def test_the_word_on_a_button_is_no_subhead() -> None:
    box = f"<div class='x7'><p>{FOREIGN[0]}</p><button>Yes please</button></div>"
    assert cleaned(page().replace("<h2>What", f"{box}<h2>What")).text == EXPECTED


def test_a_button_within_a_paragraph_ends_nothing() -> None:
    words = BODY[1].split(" ", 3)
    paragraph = " ".join([*words[:2], f"<button>{words[2]}</button>", words[3]])
    assert cleaned(page().replace(BODY[1], paragraph)).text == EXPECTED


def test_a_subhead_below_a_pull_quote_stays() -> None:
    quoted = page().replace("<h2>What it costs", f"<blockquote>{BODY[1]}</blockquote><h2>Two Ways")
    assert cleaned(quoted).text == EXPECTED.replace("What it costs", "Two Ways")


def test_a_subhead_with_its_picture_stays() -> None:
    figure = "<figure><img src='b'><figcaption>The quay at dawn.</figcaption></figure>"
    pictured = page().replace(
        "<h2>What it costs</h2>", f"<div><h2>What it costs</h2>{figure}</div>"
    )
    assert cleaned(pictured).text == EXPECTED


def test_the_title_of_a_table_goes_with_it() -> None:
    table = "<table><tr><td>Harbour bridge</td><td>64</td></tr><tr><td>Mill</td></tr></table>"
    box = f"<div class='x7'><h3>Repairs of bridges by the council</h3>{table}</div>"
    assert cleaned(page().replace("<h2>What", f"{box}<h2>What")).text == EXPECTED


def test_a_line_that_opens_an_element_of_paragraphs_is_a_subhead() -> None:
    divided = (
        f"<div class='x8'><div class='x9'>What it costs</div><p>{BODY[2]}</p><p>{BODY[3]}</p></div>"
    )
    ranks = "".join(f"<div>{n}.</div><div>Team {n}</div><div>{9 - n} points</div>" for n in (1, 2))
    body = f"<p>{BODY[0]}</p><p>{BODY[1]}</p><div class='x3'>{ranks}</div>{divided}"
    answer = cleaned(f"<html><body><div class='x1'><h1>{TITLE}</h1>{body}</div></body></html>")
    assert answer.text == EXPECTED


def refusal(content: str) -> tuple[str, str]:
    with pytest.raises(Reject) as rejection:
        cleaned(content)
    return rejection.value.reason, rejection.value.detail


def test_live_blog_is_not_an_article() -> None:
    live = {**METADATA, "@type": "LiveBlogPosting"}
    assert refusal(page(metadata=live)) == ("not-an-article", "a live blog")


def test_list_of_headlines_is_not_an_article() -> None:
    links = "".join(
        f"<li><a href='/{n}'>Headline number {n} of the day</a></li>" for n in range(30)
    )
    content = f"<html><body><h1>Harbour Post</h1><ul>{links}</ul><p>{BODY[0]}</p></body></html>"
    assert refusal(content) == ("not-an-article", "a list of headlines")


LINKS = "".join(f"<li><a href='/{n}'>Headline number {n} of the day</a></li>" for n in range(30))


@pytest.mark.parametrize("told", [TITLE, "Headline number 3 of the day", "Harbour Post"])
def test_list_of_headlines_is_none_either_with_a_headline_in_its_metadata(told: str) -> None:
    script = json.dumps({**METADATA, "headline": told})
    content = (
        f'<html><head><script type="application/ld+json">{script}</script></head><body>'
        f"<h1>Harbour Post</h1><ul>{LINKS}</ul><p>{FOREIGN[2]}</p></body></html>"
    )
    assert refusal(content) == ("not-an-article", "a list of headlines")


def test_a_flash_among_many_headlines_is_an_article() -> None:
    script = json.dumps(METADATA)
    content = (
        f'<html><head><script type="application/ld+json">{script}</script></head><body>'
        f"<div><h1>{TITLE}</h1><p>{BODY[0]}</p><p>{BODY[1]}</p></div><ul>{LINKS}</ul></body></html>"
    )
    assert cleaned(content).text == f"{BODY[0]}\n\n{BODY[1]}"


def test_paragraphs_below_times_of_day_are_a_live_blog() -> None:
    entries = [
        f"<h3>{9 + n}:15 Uhr</h3><p>In hour {n} of the sitting the mayor spoke. {BODY[n % 4]}</p>"
        for n in range(8)
    ]
    start, end = f"<html><body><div><h1>{TITLE}</h1>", "</div></body></html>"
    assert refusal(start + "".join(entries) + end) == ("not-an-article", "a live blog")
    assert BODY[0] in cleaned(start + "".join(entries[:7]) + end).text


def test_lines_before_a_paywall_are_not_an_article() -> None:
    walled = {**METADATA, "isAccessibleForFree": False}
    content = (
        f'<html><head><script type="application/ld+json">{json.dumps(walled)}</script></head><body>'
        f"<article><h1>{TITLE}</h1><p>{BODY[0]}</p><p>{BODY[1]}</p>"
        "<div class='paywall'><p>Subscribe now to keep reading.</p></div></article></body></html>"
    )
    assert refusal(content) == ("not-an-article", "the first lines before a paywall")
    assert cleaned(content.replace("false", "true")).text == f"{BODY[0]}\n\n{BODY[1]}"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("BERLIN (AP) — ", True),
        ("Frankfurt/Main (dpa). ", True),
        ("PARIS, 5 août (AFP) - ", True),
        ("Madrid, 20 ago (EFE).- ", True),
        ("KYIV, Ukraine (AP) — ", True),
        ("Hamburg – ", True),
        ("WASHINGTON, May 5 (Reuters) - ", True),
        ("The mayor – a former teacher – said: ", False),
        ("Anna Berg (SPD) said that ", False),
    ],
)
def test_dateline_is_not_part_of_the_text(line: str, rest: bool) -> None:
    answer = cleaned(page(body=[line + BODY[0], *BODY[1:]]))
    assert answer.text.startswith(BODY[0]) is rest


def test_what_is_set_as_a_pull_quote_goes() -> None:
    quote = (
        '<blockquote class="spip exergue"><p>A kiln that goes out takes three months.<br>'
        "<i>A founder</i></p></blockquote>"
    )
    told = [
        "The glass works of Ostby were saved on Friday by their own workers, a court said.",
        "The court of Ostby chose the plan of 226 workers, who put their savings into the works.",
        "The works must now find buyers for their glass, and the workers hope to do so by spring.",
    ]
    body = f"<p>{told[0]}</p><p>{told[1]}</p>{quote}<p>{told[2]}</p>"
    page = f"<html><body><article><h1>Glass works saved</h1>{body}</article></body></html>"
    answer = clean(RawArticle(id="a", content=page))
    assert isinstance(answer, CleanArticle)
    assert answer.text.split("\n\n") == told


def test_headings_and_items_are_known_by_role_and_place() -> None:
    """A page of divs; WAI-ARIA says which of them is a heading."""
    told = [
        BODY[0],
        BODY[1],
        "What is missing",
        "The plan of the council says nothing of it. The mayor named three things:",
    ]
    items = ["The lorries have no way around.", "The ferry has no money.", "The crane is old."]
    lines = [
        *(f'<div class="p">{paragraph}</div>' for paragraph in told[:2]),
        f'<div class="s" role="heading" aria-level="2">{told[2]}</div>',
        f'<div class="p">{told[3]}</div>',
        f"<ul>{''.join(f'<li><div>{item}</div></li>' for item in items)}</ul>",
        *(f'<div class="p">{paragraph}</div>' for paragraph in BODY[2:]),
    ]
    answer = cleaned(f"<html><body><div><h1>{TITLE}</h1>{''.join(lines)}</div></body></html>")
    assert answer.text.split("\n\n") == [*told, *items, *BODY[2:]]


@pytest.mark.parametrize(
    ("shared", "expected"),
    [("Harbour bridge to shut for repairs", TITLE), (f"{TITLE} | Harbour Post", TITLE)],
)
def test_the_only_h1_is_the_headline_that_readers_see(shared: str, expected: str) -> None:
    head = f'<title>{shared}</title><meta property="og:title" content="{shared}">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    page = f"<html><head>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>"
    assert cleaned(page).title == expected


def test_dublin_core_tells_the_day() -> None:
    head = '<meta name="dcterms.issued" content="2023-02-01T07:05:00+01:00">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    answer = cleaned(f"<html><head>{head}</head><body><h1>{TITLE}</h1>{body}</body></html>")
    assert answer.published_at is not None
    assert answer.published_at.isoformat() == "2023-02-01T06:05:00+00:00"


def test_a_section_s_name_in_title_is_no_headline() -> None:
    raw = RawArticle(id="a", source="Harbour Post")
    assert told_title(raw, Metadata(titles=["Harbour Post: Local"])) is None
    assert told_title(raw, Metadata(titles=[f"Harbour Post: {TITLE}"])) == TITLE


def test_a_lead_without_a_full_stop_stays_right_below_the_headline() -> None:
    lead = "The council wants to close the old harbour bridge, which is too weak for heavy lorries"
    lead += ", and the shopkeepers who live on those who cross it will get nothing at all"
    content = page(metadata=None).replace("</h1>", f"</h1><div class='t2'>{lead}</div>")
    assert cleaned(content).text == f"{lead}\n\n{EXPECTED}"


@pytest.mark.parametrize(
    "form",
    [
        "<b>{}</b>",
        "<span>{}</span>",
        "<main>{}</main>",
        "<ul><li>{}</li></ul>",
        "<blockquote>{}</blockquote>",
        '{} <a href="/bridge">More</a>',
        "<script>let bridge = 1;</script>{}",
    ],
)
def test_parts_of_pages_are_pages(form: str) -> None:
    article = clean(RawArticle.read({"id": "a", "content": form.format(" ".join(BODY))}))
    assert isinstance(article, CleanArticle)
    assert " ".join(BODY) in article.text
    assert "<" not in article.text


def test_a_tag_that_is_written_about_is_text() -> None:
    text = f"{BODY[0]} The sign said <b> in chalk."
    article = clean(RawArticle.read({"id": "a", "content": text}))
    assert isinstance(article, CleanArticle)
    assert article.text == text


def test_a_script_alone_is_no_text() -> None:
    with pytest.raises(Reject, match="empty-text"):
        clean(RawArticle.read({"id": "a", "content": "<script>let bridge = 'harbour';</script>"}))


@pytest.mark.parametrize("between", ["\r\n\r\n", "\n \n", "\n"])
@pytest.mark.parametrize("form", ["{}", "<html><body>{}</body></html>"])
def test_lines_part_paragraphs_where_no_element_does(form: str, between: str) -> None:
    body = [text.replace("council", "<em>council</em>") for text in BODY]
    source = form.format(between.join(body))
    article = clean(RawArticle.read({"id": "a", "content": source}))
    assert isinstance(article, CleanArticle)
    assert article.text == "\n\n".join(BODY)
    check_tiling(source, article)


def test_entities_are_resolved_where_html_is_declared_and_has_no_tags() -> None:
    text = " ".join(BODY).replace("harbour", "port &amp; harbour")
    article = clean(RawArticle.read({"id": "a", "body_html": text}))
    assert isinstance(article, CleanArticle)
    assert article.text == text.replace("&amp;", "&")


@pytest.mark.parametrize("content_type", [None, "text/html"])
def test_a_page_that_a_feed_has_coded_is_a_page(content_type: str | None) -> None:
    content = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in BODY)
    article = clean(RawArticle(content=content, content_type=content_type))
    assert article.text == "\n\n".join(BODY)
    check_tiling(content, article)


def test_entities_in_bare_text_are_what_they_stand_for() -> None:
    content = "\n\n".join(BODY).replace(
        "forty million crowns", "&pound;40m &ndash; too much &ndash;"
    )
    article = clean(RawArticle(content=content))
    assert "£40m – too much –" in article.text
    check_tiling(content, article)
