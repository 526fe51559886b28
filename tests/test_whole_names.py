"""Where names of several words begin and end, and what they name."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Das sagte die Staatsanwaltschaft Stralsund.", "Staatsanwaltschaft Stralsund", "ORG"),
        ("Die Stadtwerke Bamberg bauen die Garage um.", "Stadtwerke Bamberg", "ORG"),
        ("Das Amtsgericht Dresden eröffnete das Verfahren.", "Amtsgericht Dresden", "ORG"),
        ("Das Robert Koch-Institut zählt 41 Fälle.", "Robert Koch-Institut", "ORG"),
        ("Der Bundestag änderte das Elektro- und Elektronikgerätegesetz.",
         "Elektro- und Elektronikgerätegesetz", None),
        ("Für den Entwurf stimmten CDU/CSU und SPD.", "CDU/CSU", "ORG"),
        ("Am Samstag gewann Lok Leipzig gegen Rot-Weiß Erfurt.", "Lok Leipzig", "ORG"),
        ("Der Wagen stand an der Friedrichstraße.", "Friedrichstraße", "LOC"),
        ("Die Fahrt auf der A 20 endete an einer Leitplanke.", "A 20", "LOC"),
        ("Im Michigansee leben inzwischen viele Tiere.", "Michigansee", "LOC"),
        ("Die Stadt St. Gallen rechnet mit Kosten.", "St. Gallen", "LOC"),
        ("Das Landesamt warnt vor der Carolabrücke in der Stadt.", "Carolabrücke", "LOC"),
    ],
)  # fmt: skip
def test_german_names_are_whole(text: str, name: str, kind: EntityType | None) -> None:
    names = found(text, "de")
    assert name in names
    assert kind is None or names[name] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Hersteller streicht in Wels 210 Stellen.", "Wels 210"),
        ("Sie warfen das nach einem Derby nicht weg.", "Derby"),
        ("Auf der Hauptstraße und der Landstraße war es ruhig.", "Landstraße"),
        ("Das Amtsgericht Dresden Insolvenz anmelden zu lassen, war richtig.", "Insolvenz"),
    ],
)
def test_what_stands_beside_german_names_is_none(text: str, name: str) -> None:
    assert name not in found(text, "de")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("A spokesperson for the Department for Environment, Food and Rural Affairs said so.", "en",
         "Department for Environment, Food and Rural Affairs"),
        ("It is run by the Wildfowl and Wetlands Trust in the west.", "en",
         "Wildfowl and Wetlands Trust"),
        ("Members backed the Horticultural Peat (Scotland) Bill on Tuesday.", "en",
         "Horticultural Peat (Scotland) Bill"),
        ("La casa se movía, relató a EFE Yadira Quiñónez por teléfono.", "es", "Yadira Quiñónez"),
        ("El Sindicato Médico Andaluz aplaudió el avance.", "es", "Sindicato Médico Andaluz"),
        ("La Unión Europea importa casi toda la resina.", "es", "Unión Europea"),
        ("Selon Me Olivier Mestrallet, il fera appel.", "fr", "Olivier Mestrallet"),
        ("Des malfaiteurs sont entrés dans la galerie d’Apollon dimanche.", "fr",
         "galerie d’Apollon"),
    ],
)  # fmt: skip
def test_names_in_other_languages_are_whole(text: str, language: str, name: str) -> None:
    assert name in found(text, language)


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("The wing was paid for by Robert Downey Jr. in 2019.", "en", "Robert Downey Jr.", "PER"),
        ("The supplier sued Harland Foods Inc. on Monday.", "en", "Harland Foods Inc.", "ORG"),
        ("Habló Felipe VI Carmen Ruiz Salas, la alcaldesa.", "es", "Carmen Ruiz Salas", "PER"),
        ("La ley llegó con el Gobierno de Luis Lacalle en 2021.", "es", "Luis Lacalle", "PER"),
        ("La nave se vio desde el Gobierno de Cantabria.", "es", "Gobierno de Cantabria", "ORG"),
        ("Lo halló la Guardia Civil de Baza el lunes.", "es", "Guardia Civil", "ORG"),
        ("Lo dijo la Policía Nacional de Colombia.", "es", "Policía Nacional de Colombia", "ORG"),
    ],
)  # fmt: skip
def test_names_end_where_another_begins(
    text: str, language: str, name: str, kind: EntityType
) -> None:
    assert found(text, language).get(name) == kind


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Vive en San Jorge de los Llanos desde niño.", "es", "San Jorge de los Llanos", "LOC"),
        ("Llegó a Asunción el Torneo Juvenil de Remo.", "es", "Asunción", "LOC"),
        ("Ganó el Giro de Italia y la Volta al Algarve.", "es", "Giro de Italia", "EVENT"),
        ("Ganó el Giro de Italia y la Volta al Algarve.", "es", "Volta al Algarve", "EVENT"),
        ("Lo dijo la Nueva Academia de Chile.", "es", "Nueva Academia de Chile", "ORG"),
        ("La Pontificia Universidad Javeriana de Colombia abrió.", "es",
         "Pontificia Universidad Javeriana de Colombia", "ORG"),
        ("Rezan en la ermita Virgen de las Nieves.", "es", "Virgen de las Nieves", None),
        ("Lo pide la cofradía Nuestra Señora del Carmen.", "es", "Nuestra Señora del Carmen", None),
        ("Jugó el Mundial sub-17 con España.", "es", "Mundial sub-17", "EVENT"),
        ("Perdió ante Marta Soler de Julia.", "es", "Marta Soler de Julia", "PER"),
        ("Es el consejero de Sanidad del Gobierno de Murcia.", "es", "Gobierno de Murcia", "ORG"),
        ("Saludó el presidente Xi Jinping.", "es", "Xi Jinping", "PER"),
        ("Actuó en el auditorio Pablo Neruda.", "es", "auditorio Pablo Neruda", "LOC"),
        ("Fue trasladada al hospital de Lorca.", "es", "Lorca", "LOC"),
        ("Elle est soignée à l’hôpital de Vesoul.", "fr", "Vesoul", "LOC"),
        ("Il étudie au lycée Jean Moulin de Lunel.", "fr", "lycée Jean Moulin", "ORG"),
        ("Une loi du Parlement wallon le permet.", "fr", "Parlement wallon", "ORG"),
        ("L’avis de la Chancellerie fédérale est connu.", "fr", "Chancellerie fédérale", "ORG"),
        ("Un bataillon des Forces armées maliennes part.", "fr", "Forces armées maliennes", "ORG"),
        ("Dimanche, le Stade brestois reçoit Metz.", "fr", "Stade brestois", "ORG"),
        ("Il est élu à l’Académie des belles-lettres.", "fr", "Académie des belles-lettres", "ORG"),
        ("Il dirige l’Institut d’études appliquées.", "fr", "Institut d’études appliquées", "ORG"),
        ("C’est l’avis de l’Agence de lutte contre le dopage.", "fr",
         "Agence de lutte contre le dopage", "ORG"),
        ("Hier, le ministère des Armées a dit non.", "fr", "ministère des Armées", "ORG"),
        ("Pour la préfecture du Gard, tout va bien.", "fr", "préfecture du Gard", "ORG"),
        ("Un élu du conseil régional de Corse proteste.", "fr", "conseil régional de Corse", "ORG"),
        ("La chambre de commerce et d’industrie du Jura aide.", "fr",
         "chambre de commerce et d’industrie du Jura", "ORG"),
        ("Il jouera avec le XV de France.", "fr", "XV de France", None),
        ("Un camion barre la route 132.", "fr", "route 132", "LOC"),
        ("Elle travaille au CHU de La Rochelle.", "fr", "CHU de La Rochelle", "ORG"),
        ("La Haute Autorité de santé l’approuve.", "fr", "Haute Autorité de santé", "ORG"),
        ("Elle vient d’Europe de l’Est.", "fr", "Europe de l’Est", None),
        ("Demain, c’est la Journée internationale des droits des enfants.", "fr",
         "Journée internationale des droits des enfants", "EVENT"),
        ("Supt Kevin Waring said so. Det Insp Ann Fenney agreed.", "en", "Kevin Waring", "PER"),
        ("Supt Kevin Waring said so. Det Insp Ann Fenney agreed.", "en", "Ann Fenney", "PER"),
        ("They met at the Royal Courts of Justice on Friday.", "en", "Royal Courts of Justice",
         "ORG"),
        ("They moved to Mobile, Alabama, in May.", "en", "Alabama", "LOC"),
        ("He was reading The Salt Road on the train.", "en", "The Salt Road", None),
    ],
)  # fmt: skip
def test_small_words_hold_names_together(
    text: str, language: str, name: str, kind: EntityType | None
) -> None:
    names = found(text, language)
    assert name in names
    assert kind is None or names[name] == kind


def test_towns_that_play_are_teams() -> None:
    report = (
        "Burnley beat Watford 2-0 in the league. The referee Tom Hill gave a penalty. "
        "Striker Ben Lowe scored with a header. It rained in Preston."
    )
    names = found(report, "en")
    assert (names["Burnley"], names["Watford"], names["Preston"]) == ("ORG", "ORG", "LOC")
    assert (
        found("Burnley beat Watford to the grant. It rained in Preston.", "en")["Watford"] == "LOC"
    )


@pytest.mark.parametrize(
    ("text", "language", "title"),
    [
        ("His record “Slow Rain, Dry River,” came out on Monday.", "en", "Slow Rain, Dry River"),
        ("A film, “The Woman Beside the Road,” won a prize.", "en", "The Woman Beside the Road"),
        ("Publicó su segundo libro, Cartas de arena, en Salta.", "es", "Cartas de arena"),
        ("Ganó con Pan de nadie, una novela sobre el campo.", "es", "Pan de nadie"),
        ("Ganó con Pan de nadie, una novela. Ya en 2020, Pan de nadie sonaba.", "es",
         "Pan de nadie"),
        ("Elle en tire Maison sans portes, récompensé à Blois.", "fr", "Maison sans portes"),
        ("Un livre la fait connaître : Les Glaneuses, paru en 1976.", "fr", "Les Glaneuses"),
    ],
)  # fmt: skip
def test_titles_end_where_the_text_says(text: str, language: str, title: str) -> None:
    assert found(text, language).get(title) == "WORK"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("“Absolutely,” he said.", "en", "Absolutely"),
        ("“Happy Birthday, Dad,” she said.", "en", "Happy Birthday, Dad"),
        ("Sobre su película, Almodóvar presentó en Cannes, ayer, un corto.", "es",
         "Almodóvar presentó en Cannes"),
        ("La chambre de Marie est fermée.", "fr", "chambre de Marie"),
        ("On a vu sur la route 300 personnes.", "fr", "route 300"),
        ("Dans son livre, Marie raconte la guerre, sans haine.", "fr", "Marie raconte la guerre"),
        ("En su novela, Sánchez dice lo contrario, sin dudar.", "es", "Sánchez dice lo contrario"),
    ],
)  # fmt: skip
def test_speech_and_sentences_are_no_titles(text: str, language: str, name: str) -> None:
    assert name not in found(text, language)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Homes lost power as Storm Fergus hit Mayo.", "Storm Fergus", "EVENT"),
        ("He joined from Eastern Victoria Rovers last year.", "Eastern Victoria Rovers", "ORG"),
        ("It was quiet. Will Ashby scored late.", "Will Ashby", "PER"),
        ("He joined Sligo City and County Museum.", "Sligo City and County Museum", "ORG"),
        ("It is run by Welsh and Southern Networks.", "Welsh and Southern Networks", "ORG"),
        ("It is made by Granite Pictures.", "Granite Pictures", "ORG"),
        ("Lantern Press of Cardiff took it on.", "Lantern Press", "ORG"),
    ],
)  # fmt: skip
def test_english_names_are_whole(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "en").get(name) == kind


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("El equipo observó la estrella HD 104985 y su entorno.", "es", "HD 104985", "LOC"),
        ("The telescope looked at the planet Kepler-22 b again.", "en", "Kepler-22 b", "LOC"),
        ("Decide el Juzgado de Instrucción número 4 de Baza.", "es",
         "Juzgado de Instrucción número 4 de Baza", "ORG"),
        ("Estudia en la Universitat Ramon i Cajal.", "es", "Universitat Ramon i Cajal", "ORG"),
        ("The council, An Foras Teanga, met.", "en", "An Foras Teanga", None),
        ("It is run by the Conseil du Livre.", "en", "Conseil du Livre", None),
        ("Neighbouring Ghana raised the price.", "en", "Ghana", "LOC"),
        ("Labour TD Aoife Brennan accused him.", "en", "Aoife Brennan", "PER"),
    ],
)  # fmt: skip
def test_numbers_and_foreign_links_stay_in_names(
    text: str, language: str, name: str, kind: EntityType | None
) -> None:
    names = found(text, language)
    assert name in names
    assert kind is None or names[name] == kind


@pytest.mark.parametrize("text", ["It costs EUR 25000 a year.", "He paid R480,000 for it."])
def test_amounts_are_no_names(text: str) -> None:
    assert not {"EUR 25000", "R480,000"} & set(found(text, "en"))


def test_a_town_whose_club_plays_is_the_club() -> None:
    report = (
        "Grimsby Town won the league match. The referee Tom Hill gave a penalty in Hove. "
        "Striker Ben Lowe scored a header and Grimsby celebrated with Ann Day."
    )
    names = found(report, "en")
    assert (names["Grimsby Town"], names["Grimsby"], names["Hove"]) == ("ORG", "ORG", "LOC")


def test_a_county_that_something_is_in_is_no_club() -> None:
    report = (
        "Ross County beat Watford 2-0 in the league. The referee Tom Hill gave a penalty. "
        "Striker Ben Lowe scored with a header. He was born in Orange County."
    )
    names = found(report, "en")
    assert (names["Ross County"], names["Orange County"]) == ("ORG", "LOC")


def test_a_player_is_of_a_team() -> None:
    report = (
        "Marta Gil, portera del Badajoz, paró un penalti en la final ante el Levante. "
        "La árbitra Eva Ruiz pitó el descanso tras el gol de Ana Soto en el último partido."
    )
    assert found(report, "es")["Badajoz"] == "ORG"


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("The storm reached South Tiree at noon.", "en", "South Tiree", "LOC"),
        ("The plan names Shane Station again.", "en", "Shane Station", "LOC"),
        ("It was Severe Tropical Cyclone Norman that hit.", "en",
         "Severe Tropical Cyclone Norman", "EVENT"),
        ("She read at the Rural Literature Festival Dublin.", "en",
         "Rural Literature Festival Dublin", "EVENT"),
        ("The jury met in Salt Lake City on Monday.", "en", "Salt Lake City", "LOC"),
        ("Es el Instituto Hidrográfico y Oceanográfico de la Armada.", "es",
         "Instituto Hidrográfico y Oceanográfico de la Armada", "ORG"),
        ("Lo dijo el jefe de la Policía Nacional Hugo Prieto.", "es", "Policía Nacional", "ORG"),
        ("Se aprobó el Plan Director de Aguas Limpias.", "es",
         "Plan Director de Aguas Limpias", "WORK"),
        ("Il est soigné à l’hôpital Simone-Veil de Cholet.", "fr", "hôpital Simone-Veil", "ORG"),
        ("Fue ministro de la Academia de Cine de España Antonio Sanz Ruiz.", "es",
         "Antonio Sanz Ruiz", "PER"),
    ],
)  # fmt: skip
def test_places_events_and_persons_keep_their_kinds(
    text: str, language: str, name: str, kind: EntityType
) -> None:
    assert found(text, language).get(name) == kind


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("La victoire des Ardennais reste courte.", "fr", "Ardennais"),
        ("He is a British-Nigerian businessman.", "en", "British-Nigerian"),
        ("Lo vio el tribunal federal de Boston.", "es", "tribunal federal de Boston"),
    ],
)
def test_people_of_a_place_and_its_courts_are_no_names(text: str, language: str, name: str) -> None:
    assert name not in found(text, language)


def test_a_longer_name_wins_over_a_title_that_stands_again() -> None:
    text = "He founded “Last Generation” in May. Last Generation Austria said no."
    names = found(text + " Last Generation went on.", "en")
    assert names["Last Generation"] == "WORK"
    assert names["Last Generation Austria"] != "WORK"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ('"Will Congress act?" she asked.', "en", "Congress"),
        ("“Will Europe pay?” is what they ask.", "en", "Europe"),
    ],
)
def test_questions_open_with_no_first_name(text: str, language: str, name: str) -> None:
    assert name in found(text, language)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lens reçoit Nantes 20 h 45 samedi.", "Nantes 20 h 45"),
        ("Lens reçoit Nantes 20 h 45 samedi.", "Nantes 20"),
        ("Il a été nommé à la place de Michel Barnier.", "place de Michel Barnier"),
    ],
)
def test_french_hours_and_stead_are_in_no_name(text: str, name: str) -> None:
    assert name not in found(text, "fr")
