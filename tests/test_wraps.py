"""Articles wrapped by hand, at any width: the paragraphs are those of the article unwrapped."""

import textwrap

import pytest

from agents.clean import clean
from schemas import CleanArticle, RawArticle

ARTICLES = {
    "en": (
        "Grimsby fish processor to close in March, putting 240 jobs at risk",
        "By Martin Ellery, business reporter",
        "Martin Ellery",
        (
            "One of the largest fish processing plants in Grimsby will close at the end of March,"
            " its owner told staff on Tuesday, with the loss of up to 240 jobs.",
            "Northsea Foods, which has run the plant on Pyewipe Road since 1987, said rising "
            "energy costs and a fall in landings of cod from Norway had left the site unable to "
            "compete with newer plants in Poland.",
            "Staff were called to two meetings in the canteen at 8am and told that a consultation"
            " period of 45 days would begin next week.",
            '"We did everything that we could to keep the site open," said Karen Holt, the '
            'managing director. "This is no reflection on the people who work here, some of whom '
            'have been with us for thirty years."',
            "The Unite union said it had been given no warning. Its regional officer, Dave Marsh,"
            " said the company had recorded a profit of 11 million pounds last year and had a "
            "duty to look at every other option first.",
            "The council will hold a public meeting at Grimsby Town Hall on 4 December.",
        ),
    ),
    "de": (
        "Papierfabrik in Hallwangen schließt im März, 240 Stellen fallen weg",
        "Von Martina Ehlers, Wirtschaftsredaktion",
        "Martina Ehlers",
        (
            "Die größte Papierfabrik im Landkreis Hallwangen wird Ende März geschlossen. Das "
            "teilte die Geschäftsführung der Belegschaft am Dienstag mit, bis zu 240 Stellen "
            "fallen weg.",
            "Das Unternehmen Nordpapier, das die Fabrik an der Mühlenstraße seit 1987 betreibt, "
            "begründete den Schritt mit hohen Strompreisen und sinkender Nachfrage nach "
            "Zeitungspapier, die den Standort unrentabel gemacht hätten.",
            "Die Beschäftigten wurden am Morgen in zwei Versammlungen in der Kantine informiert. "
            "Die Verhandlungen mit dem Betriebsrat sollen in der nächsten Woche beginnen.",
            "„Wir haben alles versucht, um die Fabrik zu erhalten“, sagte die Geschäftsführerin "
            "Karin Holt. „Das ist kein Urteil über die Menschen, die hier arbeiten.“",
            "Die Gewerkschaft kritisierte, sie sei nicht gewarnt worden. Ihr Sekretär Dieter "
            "Marsch sagte, das Unternehmen habe im vergangenen Jahr elf Millionen Euro Gewinn "
            "gemacht und müsse zuerst andere Möglichkeiten prüfen.",
            "Der Gemeinderat lädt am 4. Dezember zu einer öffentlichen Sitzung ins Rathaus ein.",
        ),
    ),
    "fr": (
        "La conserverie de Kervilly fermera en mars, 240 emplois menacés",
        "Par Martine Ellec, journaliste économique",
        "Martine Ellec",
        (
            "L'une des plus grandes conserveries de Kervilly fermera ses portes à la fin du mois "
            "de mars, a annoncé mardi la direction aux salariés, et 240 emplois seront supprimés.",
            "Le groupe Mer du Nord, qui exploite l'usine de la rue des Quais depuis 1987, "
            "explique que la hausse des prix de l'énergie et la baisse des apports de cabillaud "
            "ne lui permettent plus de rivaliser avec des sites plus récents en Pologne.",
            "Les salariés ont été réunis à deux reprises dans la cantine, où ils ont appris "
            "qu'une période de consultation de 45 jours s'ouvrirait la semaine prochaine.",
            "« Nous avons tout fait pour garder le site ouvert », a déclaré la directrice, Karine"
            " Hault. « Cela ne met pas en cause les personnes qui travaillent ici. »",
            "Le syndicat affirme n'avoir reçu aucun avertissement. Son délégué, David Marche, "
            "rappelle que l'entreprise a réalisé un bénéfice de 11 millions d'euros l'an dernier "
            "et qu'elle doit examiner toutes les autres solutions.",
            "La mairie organisera une réunion publique à la salle des fêtes le 4 décembre.",
        ),
    ),
    "es": (
        "La conservera de Villamar cerrará en marzo y peligran 240 empleos",
        "Por Martín Elizalde, redactor de economía",
        "Martín Elizalde",
        (
            "Una de las mayores conserveras de Villamar cerrará a finales de marzo, según "
            "comunicó el martes la empresa a la plantilla, con la pérdida de hasta 240 empleos.",
            "El grupo Mar del Norte, que dirige la fábrica de la calle del Muelle desde 1987, "
            "explicó que el aumento del precio de la energía y la caída de las capturas de "
            "bacalao impiden a la planta competir con otras más modernas de Polonia.",
            "Los trabajadores fueron convocados a dos reuniones en el comedor, donde supieron que"
            " la semana próxima empezará un periodo de consultas de 45 días.",
            "«Hicimos todo lo posible por mantener abierta la fábrica», dijo la directora, Carmen"
            " Hoz. «No es un reproche a las personas que trabajan aquí.»",
            "El sindicato afirmó que no había recibido ningún aviso. Su delegado, David Marcos, "
            "dijo que la empresa obtuvo un beneficio de 11 millones de euros el año pasado y que "
            "debe estudiar antes todas las demás opciones.",
            "El ayuntamiento celebrará una reunión pública en la casa de cultura el 4 de "
            "diciembre.",
        ),
    ),
}


def cleaned(text: str) -> CleanArticle:
    answer = clean(RawArticle(content=text))
    assert isinstance(answer, CleanArticle)
    return answer


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("width", [*range(60, 210, 10), 97, 147])
@pytest.mark.parametrize("language", ARTICLES)
def test_an_article_is_whole_at_any_width(language: str, width: int, between: str) -> None:
    title, byline, author, paragraphs = ARTICLES[language]
    head = textwrap.fill(title, width) + between + byline
    text = "\n\n".join([head, *(textwrap.fill(text, width) for text in paragraphs)])
    article = cleaned(text)
    assert article.text.split("\n\n") == list(paragraphs)
    assert (article.title, article.author) == (title, (author,))
    assert article.language == language


@pytest.mark.parametrize("breaks", [("of up ", "site "), ("left the ", "Its "), ("from ", "said ")])
def test_two_breaks_within_sentences_break_none(breaks: tuple[str, str]) -> None:
    title, byline, _, paragraphs = ARTICLES["en"]
    text = "\n\n".join([title, byline, *paragraphs])
    for words in breaks:
        text = text.replace(words, words.rstrip() + "\n", 1)
    assert cleaned(text).text.split("\n\n") == list(paragraphs)


def test_lines_of_a_list_between_blank_lines_stay_lines() -> None:
    title, byline, _, paragraphs = ARTICLES["en"]
    names = ("Council backs plan for the new bridge over the Haven", "Trawler crew rescued")
    text = "\n\n".join([title, byline, *paragraphs, "\n".join(names)])
    assert not any(name in cleaned(text).text for name in names)


def test_a_sentence_that_begins_with_by_and_a_name_stays_in_its_paragraph() -> None:
    title, byline, _, paragraphs = ARTICLES["en"]
    told = "The plan was changed again in the autumn and put to all members."
    told += " By Karen Holt it was called a way out of the crisis, which the union denied."
    wrapped = [textwrap.fill(text, 66) for text in (*paragraphs[:-1], told, paragraphs[-1])]
    assert "\nBy Karen Holt" in wrapped[-2]
    assert told in cleaned("\n\n".join([title, byline, *wrapped])).text
