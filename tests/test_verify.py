"""The gate: facts of a summary sentence against its evidence."""

import random
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from faults import Sentence, quote_altered
from told import Remembering, labelled, results, share
from turned import TURNED
from variants import VARIANTS, quoted

from agents.summarize.verify import verify
from agents.summarize.verify.figures import figures
from agents.text import sentences

CORPUS = Path(__file__).parent / "data" / "corpus" / "gold.jsonl"
PLAIN = {"number_changed", "digits_swapped", "scale_changed", "date_moved",
         "name_of_another_article"}  # fmt: skip

TURNED_KINDS = {fault.__name__ for fault in TURNED}


@pytest.fixture(scope="module")
def judged():
    """The corpus's true sentences, and those of a thousand summaries with one fault each."""
    return results(labelled(CORPUS), 1000, Remembering())


def part(judged, origin, *, faulty):
    return [one for one in judged if one.origin == origin and bool(one.fault) == faulty]


def test_nearly_every_fault_in_extracted_sentences_is_found(judged):
    faulty = part(judged, "extracted", faulty=True)
    assert len(faulty) > 400
    assert {one.language for one in faulty} == {"de", "en", "fr", "es"}
    assert share(faulty) >= 0.95, [one for one in faulty if not one.reason]


def test_nearly_every_turned_bound_sign_period_and_direction_is_found(judged):
    faulty = [one for one in judged if one.fault in TURNED_KINDS]
    found = [one for one in faulty if one.origin == "extracted"]
    assert len(found) > 25
    assert {one.language for one in found} == {"de", "en", "fr", "es"}
    assert share(found) >= 0.95, [one for one in found if not one.reason]
    # In other words a "no" for a "yes" is not seen; each of the others is, mostly.
    rest = [one for one in faulty if one.fault != "answer_turned"]
    assert share(rest) >= 0.95, [one for one in rest if not one.reason]


def test_true_extracted_sentences_pass(judged):
    true = part(judged, "extracted", faulty=False)
    assert len(true) > 200
    assert share(true) <= 0.05, [one for one in true if one.reason]


def test_numbers_dates_and_strange_names_are_found_in_paraphrases(judged):
    faulty = [one for one in part(judged, "reference", faulty=True) if one.fault in PLAIN]
    assert len(faulty) > 100
    assert share(faulty) >= 0.95, [one for one in faulty if not one.reason]


def test_paraphrases_are_judged_as_well_as_we_can(judged):
    """Short of the aim of .95 found, near the .05 of alarms: DECISIONS.md says by what."""
    faulty, true = (part(judged, "reference", faulty=each) for each in (True, False))
    assert share(faulty) >= 0.80, [one for one in faulty if not one.reason]
    assert share(true) <= 0.08, [one for one in true if one.reason]


BODIES = [
    (one.article.text[a:b], one.article.language)
    for one in labelled(CORPUS)
    for a, b in sentences(one.article.text, one.article.language)
    if one.article.text[b - 1] in ".!?”“»"
]


def test_other_forms_of_a_sentence_pass():
    told = [
        (text, other, language)
        for text, language in BODIES
        for vary in VARIANTS
        if (other := vary(text, language))
    ]
    alarms = [one for one in told if unsupported(one[1], one[0], one[2])]
    assert len(told) > 400
    assert len(alarms) <= 0.05 * len(told), alarms


def test_altered_quotations_are_found():
    rng = random.Random(0)
    told = []
    for text, language in BODIES:
        true = quoted(text, language)
        altered = quote_altered(Sentence(true, language, {}, {}), rng)
        if altered:
            told.append((altered, true, language))
    missed = [one for one in told if not unsupported(*one)]
    assert len(told) > 200
    assert len(missed) <= 0.05 * len(told), missed


def test_facts_turned_in_any_sentence_of_the_articles_are_found():
    rng = random.Random(0)
    told = [
        (turned, text, language)
        for text, language in BODIES
        for fault in TURNED
        if (turned := fault(Sentence(text, language, {}, {}), rng))
    ]
    missed = [one for one in told if not unsupported(*one)]
    assert len(told) > 70
    assert {language for _, _, language in told} == {"de", "en", "fr", "es"}
    assert len(missed) <= 0.05 * len(told), missed


def unsupported(sentence, evidence, language):
    return [(c.kind, c.value) for c in verify(sentence, evidence, language) if not c.supported]


@pytest.mark.parametrize(
    ("language", "sentence", "evidence"),
    [
        ("de", "Es sind 2,5 Mrd. Euro.", "Es sind 2500 Millionen Euro."),
        ("de", "Rund 35000 Stellen fallen weg.", "Rund 35.000 Stellen fallen weg."),
        ("de", "12 Menschen starben.", "Zwölf Menschen starben."),
        ("de", "Die Zahl stieg um 22 %.", "Die Zahl stieg um zweiundzwanzig Prozent."),
        ("de", "Lindners Plan steht.", "Der Plan von Lindner steht."),
        ("de", "Das war am 3. Mai.", "Das war am 03.05.2024."),
        ("en", "It cost $5bn.", "It cost five billion dollars."),
        ("en", "It weighs 2,750 tonnes.", "It weighs 2750 tonnes."),
        ("en", "It doesn’t work.", "It does not work."),
        ("en", "The line will stay.", "The line will stay, but no trains will run."),
        ("en", "France and Spain agreed.", "Spain and France agreed."),
        ("en", "He said it may rain in March.", "In March it may rain, he said."),
        ("fr", "Il y a 98 cas.", "Il y a quatre-vingt-dix-huit cas."),
        ("fr", "C’était le 4 août.", "C’était le 4 août, à l’aube."),
        ("fr", "« Rien ne change », dit-il.", "“Rien ne change”, dit-il."),
        ("es", "Son 3.000 millones.", "Son 3 mil millones."),
        ("es", "Hay 32 casos.", "Hay treinta y dos casos."),
        ("pl", "Koszt to 5 milionów.", "Koszt to 5 milionów."),
    ],
)
def test_the_same_fact_in_another_form_is_supported(language, sentence, evidence):
    assert unsupported(sentence, evidence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "evidence", "kind"),
    [
        ("de", "Es sind 2,5 Millionen Euro.", "Es sind 2,5 Milliarden Euro.", "number"),
        ("de", "Sie sinken um 0,25 Prozent.", "Sie sinken um 0,25 Prozentpunkte.", "number"),
        ("de", "2030 Stellen fallen weg.", "Bis 2030 fallen 35.000 Stellen weg.", "number"),
        ("de", "Sie wurde zweite.", "Sie wurde dritte.", "number"),
        ("de", "Es gibt eine Warnung.", "Es gibt keine Warnung.", "negation"),
        ("de", "Das war am 4. Mai.", "Das war am 3. Mai.", "date"),
        ("en", "Doors open at 7:30.", "Doors open at 7:20.", "date"),
        ("en", "It came Monday and left Friday.", "It came Friday and left Monday.", "date"),
        ("en", "It is sold without a battery.", "It is sold with a battery.", "negation"),
        ("en", "Bolt beat Gatlin in Rome.", "Gatlin beat Bolt in Rome.", "name"),
        ("en", "Emmanuel Trump came.", "Emmanuel Macron came with two of Trump's men.", "name"),
        ("en", "He called it “a success”.", "He called it a success.", "quote"),
        ("en", "“We have won,” she said.", "“We have not won,” she said.", "quote"),
        ("fr", "Il a vendu son usine.", "Il n’a pas vendu son usine.", "negation"),
        ("es", "Fueron 3.000 millones.", "Fueron 3.000 personas.", "number"),
        ("es", "Nunca hubo acuerdo.", "Hubo acuerdo.", "negation"),
        ("pl", "Koszt to 6 milionów.", "Koszt to 5 milionów.", "number"),
        ("en", "About 12 percent of them left.", "About 12 of them left.", "number"),
        ("de", "40 Prozent der Schulen sind zu.", "40 der Schulen sind zu.", "number"),
        ("en", "The road is 5 kilometres long.", "The road is 5 miles long.", "number"),
        ("en", "The talks lasted six weeks.", "The talks lasted six hours.", "number"),
        ("fr", "Il a duré trois heures.", "Il a duré trois minutes.", "number"),
        ("es", "Costará 50 millones de rublos.", "Costará 50 millones de pesos.", "number"),
        ("en", "Twenty-one people died.", "Twenty people died.", "number"),
        ("fr", "Vingt et un blessés sont soignés.", "Vingt blessés sont soignés.", "number"),
        ("es", "Murieron treinta y una personas.", "Murieron treinta personas.", "number"),
        ("de", "Es starben einundzwanzig Menschen.", "Es starben zwölf Menschen.", "number"),
        ("de", "Zweihundertfünfzig Menschen kamen.", "Zweihundert Menschen kamen.", "number"),
        ("fr", "Elle a fini septième.", "Elle a fini sixième.", "number"),
        ("es", "Terminó en séptimo lugar.", "Terminó en sexto lugar.", "number"),
        ("en", "Two-thirds rejected it.", "Two-fifths rejected it.", "number"),
        ("fr", "L'usine emploie des jeunes.", "L'usine n'emploie plus des jeunes.", "negation"),
        ("fr", "L'usine n'emploie plus des jeunes.", "L'usine emploie des jeunes.", "negation"),
        ("de", "Die Firma baut Autos.", "Die Firma baut kaum Autos.", "negation"),
        ("en", "The firm makes cars in Spain.", "The firm hardly makes cars in Spain.", "negation"),
        ("en", "He said 'we have lost all' there.", "He spoke of the flood.", "quote"),
        ("de", "Er sprach von ‚totalem Versagen‘.", "Er sprach über die Stadt.", "quote"),
        ("fr", "Il a parlé d’un ‹échec total›.", "Il a parlé de la ville.", "quote"),
    ],
)  # fmt: skip
def test_a_changed_fact_is_not_supported(language, sentence, evidence, kind):
    assert kind in [found_kind for found_kind, _ in unsupported(sentence, evidence, language)]


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("de", "1.234,5 Prozent", "1234.5", "percent"),
        ("en", "1,234.5 pounds", "1234.5", "pound"),
        ("fr", "1\u202f234,5 euros", "1234.5", "euro"),
        ("es", "2.000.000 de euros", "2000000", "euro"),
        ("de", "drei Milliarden Franken", "3000000000", "franc"),
        ("en", "$2.75 trillion", "2750000000000", "dollar"),
        ("und", "1.234", "1234", None),
    ],
)
def test_numbers_are_read_in_the_way_of_their_language(language, text, value, unit):
    [figure] = figures(text, language)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("job", ["2,025 jobs", "2025 euros", "2,024 million jobs"])
def test_a_count_that_looks_like_a_year_needs_evidence(job):
    evidence = "The firm shuts plants, and roughly 1,500 jobs go."
    told = f"Roughly {job} go as the firm shuts its many plants."
    checks = verify(
        told, evidence, "en", f"{evidence} It is large.", datetime(2025, 3, 4, tzinfo=UTC)
    )
    assert [check.kind for check in checks if not check.supported] == ["number"]


def test_a_range_has_one_unit():
    assert not unsupported("Es sind 12 Prozent.", "Es sind 12 bis 15 Prozent.", "de")
    assert not unsupported("It rose to 15 percent.", "It rose from 12 to 15 percent.", "en")


def test_thousands_of_numbers_are_looked_up():
    """Compared one by one they would take minutes, in which a worker gives up its batch."""
    text = " ".join(f"{n} cats" for n in range(1, 20_000))
    assert all(check.supported for check in verify(text, text, "en"))


def test_hostile_sentences_are_checked_all_the_same():
    rng = random.Random(5)
    for _ in range(200):
        text = "".join(rng.choice("19. ,:’'\"„“«»-%$€Aä \n") for _ in range(60))
        for language in ("de", "en", "fr", "es", "und"):
            verify(text, text[::-1], language)
