"""Spanish names by their first words, and what the words beside them say."""

import pytest
from naming import found

from schemas import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Verstappen ganó el Gran Premio de Brasil.", "Gran Premio de Brasil", "EVENT"),
        ("Ganó el premio del Salón Nacional de Artistas.", "Salón Nacional de Artistas", "EVENT"),
        ("El rey los vio en el Salón del Trono.", "Salón del Trono", "LOC"),
        ("Vendrán en la Fiesta de la Vendimia.", "Fiesta de la Vendimia", "EVENT"),
        ("La Convención Constitucional votó.", "Convención Constitucional", "ORG"),
        ("Fue a la Convención Internacional de Minería.", "Convención Internacional de Minería",
         "EVENT"),
        ("El Congreso Nacional de Honduras votó la ley.", "Congreso Nacional de Honduras", "ORG"),
        ("El Día de la Madre es en mayo.", "Día de la Madre", "EVENT"),
        ("No es seguro que siga en Los Ángeles 2028.", "Los Ángeles 2028", "EVENT"),
        ("El fenómeno de El Niño dejó lluvias.", "El Niño", "EVENT"),
        ("La Niña enfría el mar.", "La Niña", "EVENT"),
        ("Ha ganado en la Fórmula 2.", "Fórmula 2", "EVENT"),
        ("Siguió los Juegos desde casa.", "Juegos", "EVENT"),
        ("La Empresa de los Ferrocarriles del Estado compra trenes.",
         "Empresa de los Ferrocarriles del Estado", "ORG"),
        ("Habló la Secretaría de Estado de Turismo.", "Secretaría de Estado de Turismo", "ORG"),
        ("Multó la Comisión Nacional de los Mercados y la Competencia.",
         "Comisión Nacional de los Mercados y la Competencia", "ORG"),
        ("La Constitución de 1980 sigue vigente.", "Constitución de 1980", "WORK"),
        ("Pertenece al plan Trenes para Chile, que crece.", "Trenes para Chile", "WORK"),
        ("Subieron a la torre Eiffel.", "torre Eiffel", "LOC"),
        ("Bebe del río Bogotá en la sabana.", "río Bogotá", "LOC"),
        ("Pogacar ganó el Tour de Francia.", "Tour de Francia", "EVENT"),
        ("Ganó la Espiga de Plata en Valladolid.", "Espiga de Plata", "EVENT"),
        ("Alertó la Oficina de las Naciones Unidas contra la Droga y el Delito.",
         "Oficina de las Naciones Unidas contra la Droga y el Delito", "ORG"),
        ("El Partido Popular contra la Sanidad pública.", "Partido Popular", "ORG"),
        ("Habló el Ministerio para la Transición Ecológica y el Reto Demográfico.",
         "Ministerio para la Transición Ecológica y el Reto Demográfico", "ORG"),
        ("La Junta de Castilla y León y Renfe recurrieron.", "Junta de Castilla y León", "ORG"),
        ("Ganó un Grammy Latino ayer.", "Grammy Latino", "EVENT"),
        ("El MoMA de Nueva York compró el cuadro.", "Nueva York", "LOC"),
        ("Hubo heladas en Córdoba y Santa Fe.", "Córdoba", "LOC"),
        ("Compró a los Estados Unidos 64 aviones.", "Estados Unidos", "LOC"),
        ("Julio Pérez habló.", "Julio Pérez", "PER"),
    ],
)  # fmt: skip
def test_spanish_names_are_whole(text: str, name: str, kind: EntityType) -> None:
    assert found(text, "es").get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Obras con nombres como Picasso y Monet llegaron.", "Monet", "PER"),
        ("Su hijo Pedrito murió en un accidente.", "Pedrito", "PER"),
        ("Viajó con su esposa, Tencha, a Roma.", "Tencha", "PER"),
        ("La voz de Juancito se oía.", "Juancito", "PER"),
        ("Hay bandas, entre ellas Los Lobos y Los Pumas.", "Los Pumas", "ORG"),
        ("Cayó el cabecilla de Los Tiguerones.", "Los Tiguerones", "ORG"),
        ("Es el alcalde de Los Ángeles.", "Los Ángeles", "LOC"),
        ("Cuadros de pintores como Tamayo se venden.", "Tamayo", "PER"),
        ("Compró a empresas como Urbinda y otras.", "Urbinda", "ORG"),
        ("Sigma, dueña de dos marcas, informó.", "Sigma", "ORG"),
        ("El plan de emergencias volcánicas Pevolca sigue.", "Pevolca", "WORK"),
        ("Es un hotel de la zona Diamante.", "Diamante", "LOC"),
        ("Bajaron por las laderas del Uturuncu.", "Uturuncu", "LOC"),
        ("No llegaban ni a Coyuca de Benítez.", "Coyuca de Benítez", "LOC"),
        ("Viajó a San Pedro de Atacama.", "San Pedro de Atacama", "LOC"),
        ("Vino en tren desde Florencio Varela.", "Florencio Varela", "LOC"),
        ("Jugarán en el Benito Villamarín.", "Benito Villamarín", "LOC"),
        ("Jugarán en el Mutua Madrid Open.", "Mutua Madrid Open", "EVENT"),
        ("Estrena la serie El Eternauta en abril.", "El Eternauta", "WORK"),
        ("La tormenta tropical Pilar amenaza a Honduras.", "Pilar", "EVENT"),
        ("Fenalco pidió más detalle.", "Fenalco", "ORG"),
        ("Recordó las torturas de Abu Ghraib.", "Abu Ghraib", "LOC"),
        ("Se reunió con el enviado Witkoff.", "Witkoff", "PER"),
    ],
)
def test_words_beside_spanish_names_tell_what_they_are(
    text: str, name: str, kind: EntityType
) -> None:
    assert found(text, "es").get(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("El ministro de Economía, Carlos Cuerpo, habló.", ["Carlos Cuerpo"]),
        ("Fue ministra de Desarrollo e Inclusión Social en Lima.", ["Lima"]),
        ("Vino el consejero de Seguridad del Gobierno de Canarias.", ["Gobierno de Canarias"]),
        ("Trabajó como Ministro de Hacienda en Chile.", ["Chile"]),
        ("Dimitió el titular de la Agencia Tributaria.", ["Agencia Tributaria"]),
        ("Dudan el Ministerio de Hacienda y la Seguridad Social.",
         ["Ministerio de Hacienda", "Seguridad Social"]),
        ("El plan de Bruselas y el plan Ucrania avanzan.", ["Bruselas", "Ucrania"]),
        ("La torre de control y la torre de Iberdrola.", ["Iberdrola"]),
    ],
)  # fmt: skip
def test_fields_of_ministers_are_no_names(text: str, names: list[str]) -> None:
    assert list(found(text, "es")) == names


@pytest.mark.parametrize("text", ["Caen los precios.", "Caen cuatro hojas.", "Gana el local."])
def test_verbs_that_are_towns_too_are_verbs_before_what_they_govern(text: str) -> None:
    assert not found(text, "es")


@pytest.mark.parametrize("text", ["Caen es una ciudad.", "Gana empató ayer."])
def test_towns_that_are_verbs_too_are_towns(text: str) -> None:
    assert found(text, "es") == {text.split()[0]: "LOC"}
