"""Plain pages with one kind of boilerplate each, worded as no list has it."""

import pytest

from agents.clean import clean
from schemas import CleanArticle, RawArticle

DE = [
    "Die Werft in Norddeich muss nach mehr als hundert Jahren schließen, weil der letzte große "
    "Auftrag für eine Fähre ausgeblieben ist. Das teilte die Geschäftsführung der Werft am Montag "
    "auf einer Versammlung im Hafen mit.",
    "Betroffen sind 240 Beschäftigte der Werft, unter ihnen dreißig Lehrlinge. Sie sollen in eine "
    "Gesellschaft wechseln, die der Hafen und die Gewerkschaft gemeinsam tragen und bezahlen.",
    "Der Bürgermeister von Norddeich sprach von einem schwarzen Tag für den Hafen. Er will mit der "
    "Werft über die Hallen verhandeln, in denen künftig Windräder gebaut werden könnten.",
    "Die letzte Fähre der Werft läuft im Herbst aus. Danach bleibt von dem Betrieb ein Kran, der "
    "unter Schutz steht und den Hafen weithin überragt.",
]
EN = [
    "The last coal mine in Cardew valley will shut in spring after its owners failed to find a "
    "buyer for the coal, the company told miners at a meeting in the village hall on Monday.",
    "About 310 miners work underground at Cardew, many of them sons of miners. The company said "
    "it would pay for training, and that forty of the miners could stay to seal the shafts.",
    "The mayor of Cardew called it a hard day for the valley. She wants the company to hand over "
    "the mine's railway so that it can carry visitors, as others have done with old lines.",
    "Coal was found in the valley in 1791. At its height the mine employed four thousand miners "
    "and sent coal to furnaces and railways all over the country.",
]
ES = [
    "La fábrica de vidrio de Villaluenga cerrará en primavera porque sus dueños no han encontrado "
    "comprador, según comunicó la empresa a los trabajadores de la fábrica en una asamblea.",
    "El cierre de la fábrica afecta a 180 trabajadores, muchos de ellos hijos de vidrieros. La "
    "empresa pagará cursos y treinta trabajadores se quedarán para desmontar los hornos.",
    "La alcaldesa de Villaluenga habló de un día negro para el pueblo. Quiere que la empresa ceda "
    "las naves para un museo del vidrio, como se ha hecho ya en otros lugares.",
    "El primer horno de la fábrica se encendió en 1887. Llegaron a trabajar en ella dos mil "
    "vidrieros, que enviaban botellas a todas las bodegas del país.",
]


def body(*parts: str) -> list[str]:
    """The paragraphs that are left of a page with blank lines between the parts."""
    answer = clean(RawArticle(id="a", content="\n\n".join(parts)))
    assert isinstance(answer, CleanArticle)
    return answer.text.split("\n\n")


COMMENTS = [
    (DE, "Hafenhein, Emden: Mein Opa hat da schon genietet.", "Frau Tammen: Schade um den Kran!"),
    (EN, "Bookworm in Bath remarked: A sad day.", "Old Tom remarked: They never learn."),
    (
        EN,
        "pit_pony7, 18:02\nTold you so in 1984, and nobody would listen.",
        "Mo (Leeds)\nVery sad.",
    ),
    (ES, "#1 Vidriero55, 20:11 - Allí trabajó mi padre.", "#2 Charo, 20:40 - Qué pena da."),
]


@pytest.mark.parametrize(("text", "one", "other"), COMMENTS)
@pytest.mark.parametrize("heading", ["", "Randnotizen (2)", "MARGINS"])
def test_readers_who_speak_in_turn_are_not_the_article(
    text: list[str], one: str, other: str, heading: str
) -> None:
    assert body(*text, *filter(None, [heading]), one, other) == text


def test_interview_goes_on_though_names_and_colons_alternate() -> None:
    turns = [
        "Blatt: Frau Dirks, was fehlt der Werft, seit die Fähren anderswo gebaut werden?",
        "Dirks: Uns fehlt ein Auftrag. Wir haben Hallen, Leute und einen Kran, aber kein Schiff.",
        "Blatt: Haben Sie dem Hafen rechtzeitig gesagt, wie ernst es um die Werft steht?",
        "Dirks: Das habe ich. Wir saßen jeden Monat mit dem Hafen an einem Tisch.",
        "Blatt: Und was wird nun?",
        "Dirks: Ich suche weiter. Mir glaubt das keiner mehr, aber ich suche.",
    ]
    assert body(DE[0], *turns) == [DE[0], *turns]


BETWEEN = [
    (DE, "Preisrätsel: Wie hoch ist der Kran im Hafen? Wer es weiß, bekommt zwei Karten."),
    (DE, "KALTE FÜSSE\nBei Strumpf-Janssen gibt es jetzt dicke Socken aus Wolle."),
    (EN, "WIN! Two seats at the gala. Text PIT to us before Friday."),
    (EN, "TIN HATS\nAll sizes and colours can be seen at Trevanion and Daughters."),
    (
        EN,
        "- - - - -\nFOR HIRE\nBrass bands for all occasions and for weddings.\n- - - - -",
    ),
    (ES, "Nuestro simulador: ¿cuánto ganaría usted con mil euros? Haga la prueba."),
    (ES, "IMAGEN 3 de 9: Un vecino mira los hornos."),
    (EN, "You have two free articles left this month.\n\nSee offers"),
    (DE, "Angebote ansehen"),
    (ES, "Perfil. Ramón Cuesta visto por sus vecinos de Cuéllar"),
    (EN, "Also on Valleynet: Two owls found in a chimney"),
    (EN, "Related article\n\nA choir for the spring"),
    (
        DE,
        "Newsletter\n\nDer Morgenbrief um sechs: was die Woche bringt, gesammelt von Imke Ahlers."
        "\n\nAbsenden",
    ),
    (
        DE,
        "Der Kran im Abendlicht, von der Mole aus gesehen.\n(Quelle: Nordlicht / A. Behn)",
    ),
]


@pytest.mark.parametrize(("text", "foreign"), BETWEEN)
def test_what_is_set_or_worded_like_a_box_is_not_the_article(text: list[str], foreign: str) -> None:
    assert body(text[0], text[1], foreign, *text[2:]) == text


SUBHEADS = [
    (DE, "Ein Kran bleibt über den Dächern der Stadt stehen"),
    (ES, "Los hornos se apagan uno detrás de otro"),
    (EN, "A railway for those who like steam"),
]


@pytest.mark.parametrize(("text", "subhead"), SUBHEADS)
def test_lone_line_between_paragraphs_is_a_subhead(text: list[str], subhead: str) -> None:
    parts = [*text[:2], subhead, *text[2:]]
    assert body(*parts) == parts


def test_credit_of_an_image_does_not_end_the_article() -> None:
    assert body(*DE[:2], "(Quelle: Nordlicht / A. Behn)", *DE[2:]) == DE


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (EN, "Material from the Valley News Pool was used in this account."),
        (ES, "Varios compañeros ayudaron con datos para esta crónica."),
        (
            EN,
            "Ada Quill reported from Cardew and Lee from Leeds. Researcher Bo Diaz contributed.",
        ),
    ],
)
def test_last_line_about_the_article_itself_is_a_note(text: list[str], note: str) -> None:
    assert body(*text, note) == text


@pytest.mark.parametrize("mark", ["Reporting by Ada Quill; Editing by Tom Bray", "Comments (4)"])
def test_long_paragraphs_behind_the_end_are_gone_though_they_share_some_words(mark: str) -> None:
    fair = (
        "The Harbinger Forum brings together those who build and those who pay, and last year more "
        "than six hundred of them met in a hall by the lake to hear what comes next. The company "
        "that owns it began with one room and a kettle, and today it has offices on three "
        "continents. Whoever books early pays less, and groups of five or more may bring a guest "
        "who pays nothing. Seats are few, so that nobody should wait until the leaves fall."
    )
    assert body(*EN, mark, fair) == EN


def test_long_paragraphs_between_a_list_and_the_mark_of_the_end_are_gone() -> None:
    bill = (
        "Nobody looks at what gas costs until winter comes, and by then it is often too late. The "
        "advisers of Brightwater sit down with whoever asks, read through all that was signed and "
        "never understood, and find what can be saved without a single cold evening. It takes an "
        "hour, and the first one is free for everybody who brings last winter's letters along."
    )
    tale = (
        "There are places where clocks seem to stand still, and this is one of them. Half an hour "
        "from the motorway lies an inn of twelve rooms whose baths are fed by a spring as warm as "
        "tea, where breakfast is served until noon and nobody has ever been asked to hurry. The "
        "cook bakes with flour from the neighbour, and in the evening there is a fire."
    )
    links = ["Owl found asleep in a church", "Ten walks for a rainy day", "A bakery is for sale"]
    assert body(*EN, "Seen elsewhere", *links, tale, bill, "Comments (4)", "Old Tom: Sad.") == EN


def test_text_that_goes_on_behind_a_mark_stays() -> None:
    assert body(*EN[:2], "Reporting by Ada Quill", *EN[2:]) == EN


def test_next_articles_teaser_behind_the_end_is_gone() -> None:
    teaser = "Los regantes esperan una respuesta. La Confederación guarda silencio."
    assert body(*ES, "El asunto de mañana", "El pimiento se queda sin agua", teaser) == ES
    seals = "The colony has grown by a third. Wardens ask walkers to keep away."
    assert body(*EN, "On the other side", "Hungry seals are back", seals) == EN


def test_place_in_capitals_before_the_text_is_taken_off() -> None:
    for place in ("NORDDEICH. ", "NORDDEICH / ", "NORDDEICH (NNB) - ", "EMDEN/NORDDEICH – "):
        assert body(place + DE[0], *DE[1:]) == DE


@pytest.mark.parametrize(
    "teaser",
    ["Lesen Sie auch: Fähre nach Juist fährt wieder", "Werbung: Fischhaus Tjarks am alten Hafen"],
)
def test_a_subhead_after_a_box_of_one_line_stays(teaser: str) -> None:
    lines = ["Letzte Werft schließt", *DE[:2], teaser, "Ein Kran unter Schutz", *DE[2:]]
    article = clean(RawArticle(id="a", content="\n".join(lines), content_type="text/plain"))
    assert isinstance(article, CleanArticle)
    assert article.text.split("\n\n") == [*DE[:2], "Ein Kran unter Schutz", *DE[2:]]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (EN, "But the results may not be reproduced in other mines, experts of Cardew warned."),
        (ES, "Elaborado con arena de Villaluenga, el vidrio de la fábrica se vendía en Toledo."),
    ],
)
def test_words_of_credits_and_notices_in_the_article_are_its_own(
    text: list[str], sentence: str
) -> None:
    parts = [*text[:2], sentence, *text[2:]]
    assert body(*parts) == parts


TEASERS = [
    (DE, "Lesen Sie auch: Fischer vor Sylt gerettet", "Der Hafen lädt am 4. Dezember ins Rathaus."),
    (EN, "READ MORE: Climbers rescued", "The miners will meet in the village hall on 4 December."),
    (ES, "Lea también: Rescatado un pesquero", "La fábrica abrirá sus puertas el 4 de diciembre."),
]


@pytest.mark.parametrize(("text", "teaser", "last"), TEASERS)
def test_one_teaser_before_the_last_paragraph_ends_nothing(
    text: list[str], teaser: str, last: str
) -> None:
    assert body(*text, teaser, last) == [*text, last]


@pytest.mark.parametrize(("text", "teaser", "last"), TEASERS)
def test_a_short_paragraph_behind_a_teaser_and_a_rule_is_no_part(
    text: list[str], teaser: str, last: str
) -> None:
    assert body(*text, teaser, "–––––", last) == text


@pytest.mark.parametrize(
    ("text", "label", "offer"),
    [
        (DE, "Anzeige", "Treppenlifte von Holm Nord: Jetzt Festpreis sichern und Zuschuss nutzen."),
        (
            EN,
            "Advertisement",
            "Torvald Brothers: garden chairs at half the price until Sunday only!",
        ),
    ],
)
def test_what_an_advertisement_s_label_heads_goes_with_it(
    text: list[str], label: str, offer: str
) -> None:
    assert body(*text[:2], label, offer, *text[2:]) == text
    assert body(*text[:2], label, *text[2:]) == text  # whose advertisement was an image


def test_a_caption_ends_with_its_source_in_brackets() -> None:
    caption = "Blick auf die Werft und den Hafen von Norddeich. Der Kran der Werft steht vorne, wo "
    caption += "die letzte Fähre liegt. (Quelle: Arne Kolb)"
    assert body("Werft in Norddeich schließt", caption, *DE) == DE


def test_a_mark_of_exclamation_in_a_long_list_of_works_sells_nothing() -> None:
    works = (
        "Sobre las tablas triunfó el grupo con Mamá, quiero ser artista y con ¡Hola, Dolly!, que "
        "llenaron todas las noches durante años enteros, antes de que llegaran otros títulos más "
        "serios, entre ellos Hécuba, Casa de muñecas y Buenas noches, madre, que dieron la vuelta."
    )
    box = ("Boletín", "Reciba cada mañana en su correo el boletín de Villaluenga.")
    assert body(*ES[:3], works, *box, ES[3]) == [*ES[:3], works, ES[3]]


@pytest.mark.parametrize(
    ("text", "label", "own"),
    [
        (
            DE,
            "Anzeige",
            "Die Zahlen sind eindeutig: Im vergangenen Jahr gab es viel weniger zu tun.",
        ),
        (DE, "Anzeige", "Das Ministerium in Hannover: „Wir prüfen, ob Kredite möglich sind.“"),
        (
            EN,
            "Advertisement",
            "The result was clear: no bank would lend them a thing before summer.",
        ),
    ],
)
def test_a_sentence_with_a_colon_below_an_advertisement_s_label_stays(
    text: list[str], label: str, own: str
) -> None:
    assert body(*text[:2], label, own, *text[2:]) == [*text[:2], own, *text[2:]]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            DE,
            "In der Werft am Hafen arbeiteten früher doppelt so viele. (Quelle: Statistisches Amt)",
        ),
        (EN, "The Cardew Post reported from Leeds that miners had met there all night."),
    ],
)
def test_sources_and_places_of_reports_in_the_text_are_its_own(text: list[str], last: str) -> None:
    assert body(*text[:3], last, text[3]) == [*text[:3], last, text[3]]
