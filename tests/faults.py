"""Summary sentences with one injected fault each, and faithful variants: what the gate is for.

Run on a labelled set:  python tests/faults.py GOLD.jsonl [COUNT]
"""

import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from agents.summarize.verify import verify
from agents.text import sentences


def _words(text):
    return text.split()


WEEKDAYS = {
    "de": _words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "fr": _words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "es": _words("lunes martes miércoles jueves viernes sábado domingo"),
}
MONTHS = {
    "de": _words("Januar Februar März April Juni Juli August September Oktober November Dezember"),
    "en": _words("January February April June July August September October November December"),
    "fr": _words("janvier février avril juin juillet août septembre octobre novembre décembre"),
    "es": _words("enero febrero abril junio julio agosto septiembre octubre noviembre diciembre"),
}
NUMBERS = {
    "de": _words("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
    "en": _words("two three four five six seven eight nine ten eleven twelve"),
    "fr": _words("deux trois quatre cinq six sept huit neuf dix onze douze"),
    "es": _words("dos tres cuatro cinco seis siete ocho nueve diez once doce"),
}
DROPPED = {  # pattern and what is left when the negation goes
    "de": [
        (r" nicht\b", ""),
        (r"\bkein(e[nmrs]?)?\b", r"ein\1"),
        (r"\b(ohne)\b", "mit"),
        (r" nie\b", ""),
    ],
    "en": [
        (r" not\b", ""),
        (r"n[’']t\b", ""),
        (r"\bno\b", "a"),
        (r" never\b", ""),
        (r"\bwithout\b", "with"),
    ],
    "fr": [(r" pas\b", ""), (r" jamais\b", ""), (r"\baucune?\b", "un"), (r"\bsans\b", "avec")],
    "es": [(r"\bno ", ""), (r"\bnunca ", ""), (r"\bning[uú]na? ", "un "), (r"\bsin\b", "con")],
}
ADDED = {
    "de": (r"\b(ist|war|hat|haben|hatte|wird|werden|soll|sollen|kann|wurde|wurden)\b", r"\1 nicht"),
    "en": (r"\b(is|was|are|were|has|have|had|will|would|could|should)\b", r"\1 not"),
    "fr": (r"\b(est|sont|avait|sera|doit|peut|devrait|reste)\b", r"ne \1 pas"),
    "es": (r"\b(es|son|ha|han|fue|será|está|puede|había)\b", r"no \1"),
}
NAMES = [
    "Martin Keller", "Anna Brandt", "Sofia Marín", "Paul Leclerc", "Nordbank", "Lagos", "Toronto",
    "Helvetia", "Ostermann", "Claire Dubois", "Ramón Ortega", "Judith Ashby", "Vientech", "Kyoto",
]  # fmt: skip


def number_changed(text, language, rng):
    found = list(re.finditer(r"(?<![\w.,])\d+(?:[.,]\d+)*", text))
    if not found:
        return _replaced_word(text, NUMBERS[language], rng)
    m = rng.choice(found)
    digits = [i for i, c in enumerate(m[0]) if c.isdigit()]
    i = rng.choice(digits)
    other = rng.choice([c for c in "123456789" if c != m[0][i]])
    return text[: m.start() + i] + other + text[m.start() + i + 1 :]


def digits_swapped(text, language, rng):  # noqa: ARG001 - one signature for all faults
    places = [
        i for i in range(len(text) - 1) if text[i : i + 2].isdigit() and text[i] != text[i + 1]
    ]
    if not places:
        return None
    i = rng.choice(places)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def scale_changed(text, language, rng):  # noqa: ARG001
    pairs = [("Millionen", "Milliarden"), ("Milliarden", "Millionen"), (" million", " billion"),
             (" billion", " million"), ("millions", "milliards"), ("milliards", "millions"),
             ("mil millones", "millones"), (" millones", " mil millones"), (" Prozent", " Euro"),
             (" percent", " dollars"), (" euros", " dollars")]  # fmt: skip
    fitting = [p for p in pairs if p[0] in text]
    return text.replace(*rng.choice(fitting), 1) if fitting else None


def name_exchanged(text, language, rng, known=()):  # noqa: ARG001
    found = [n for n in known if re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text)]
    if not found:
        return None
    name = rng.choice(found)
    other = rng.choice([n for n in NAMES if n != name])
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", other, text, count=1)


def names_swapped(text, language, rng, known=()):  # noqa: ARG001
    found = [n for n in known if len(re.findall(rf"(?<!\w){re.escape(n)}(?!\w)", text)) == 1]
    pairs = [(a, b) for a in found for b in found if a < b and a not in b and b not in a]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    between = re.search(rf"{re.escape(a)}(.*){re.escape(b)}|{re.escape(b)}(.*){re.escape(a)}", text)
    if re.fullmatch(r"\W*(?:und|and|et|y|o|or|ou|oder)?\W*", (between[1] or between[2] or "")):
        return None  # a list, or a name and its short form: either order is true
    return text.replace(a, "\0").replace(b, a).replace("\0", b)


def date_moved(text, language, rng):
    return _replaced_word(text, WEEKDAYS[language] + MONTHS[language], rng)


def negation_dropped(text, language, rng):
    fitting = [p for p in DROPPED[language] if re.search(p[0], text)]
    if not fitting:
        return None
    pattern, rest = rng.choice(fitting)
    return re.sub(pattern, rest, text, count=1)


def negation_added(text, language, rng):  # noqa: ARG001
    changed = re.sub(*ADDED[language], text, count=1)
    doubled = re.search(r"(?:not|ne) (?:not|no|\w+ pas pas)\b|nicht (?:nicht|kein)", changed)
    return changed if changed != text and not doubled else None


def quote_altered(text, language, rng):  # noqa: ARG001
    quotes = list(re.finditer(r"[„“«»\"]\s?([^„“”«»\"]{12,})[“”»«\"]", text))
    if not quotes:
        return None
    m = rng.choice(quotes)
    inside = m[1].split(" ")
    places = [i for i, w in enumerate(inside[:-1]) if len(w.strip(".,")) > 3]
    if not places or len(inside) < 3:
        return None
    i = rng.choice(places)
    inside[i : i + 1] = [] if rng.random() < 0.5 else ["veritas"]
    return text[: m.start(1)] + " ".join(inside) + text[m.end(1) :]


FAULTS = (number_changed, digits_swapped, scale_changed, name_exchanged, names_swapped, date_moved,
          negation_dropped, negation_added, quote_altered)  # fmt: skip


def _replaced_word(text, words, rng):
    found = [w for w in words if re.search(rf"(?<!\w){w}(?!\w)", text)]
    if not found:
        return None
    old = rng.choice(found)
    kin = next(x for table in (WEEKDAYS, MONTHS, NUMBERS) for x in table.values() if old in x)
    new = rng.choice([w for w in kin if w != old])
    return re.sub(rf"(?<!\w){old}(?!\w)", new, text, count=1)


def verbatim(text, language, rng):  # noqa: ARG001
    return text


def tail_trimmed(text, language, rng):  # noqa: ARG001
    """Without its last clause, unless that would cut through brackets or quotation marks."""
    cut = text.rfind(", ")
    if cut < len(text) * 0.4 or re.search(r"[\"“”„«»()]", text):
        return None
    return text[:cut] + "."


def bracket_trimmed(text, language, rng):  # noqa: ARG001
    changed = re.sub(r" \([^()]*\)", "", text)
    return changed if changed != text else None


def clauses_reordered(text, language, rng):  # noqa: ARG001
    """The last clause first."""
    if text.count(", ") != 1 or re.search(r"[\"“”„«»()]", text):
        return None
    one, two = text.rstrip(".").split(", ")
    lowered = one if one.split()[0] in ("I",) else one[0].lower() + one[1:]
    if len(two.split()) < 3 or one.split()[0].lower() not in _words(
        "die der das the la le les el los a"
    ):
        return None
    return two[0].upper() + two[1:] + ", " + lowered + "."


def digits_in_words(text, language, rng):  # noqa: ARG001
    table = dict(zip(map(str, range(2, 13)), NUMBERS[language], strict=True))
    m = re.search(r"(?<![\w.,:-])([2-9]|1[0-2])(?= [a-zäöü])(?! de )", text)
    return text[: m.start()] + table[m[0]] + text[m.end() :] if m else None


def words_in_digits(text, language, rng):  # noqa: ARG001
    for value, word in enumerate(NUMBERS[language], 2):
        if re.search(rf"(?<![\w-]){word}(?![\w-])", text):
            return re.sub(rf"(?<![\w-]){word}(?![\w-])", str(value), text, count=1)
    return None


def groups_closed(text, language, rng):  # noqa: ARG001
    """35.000 as 35000."""
    mark = "," if language == "en" else "."
    changed = re.sub(rf"(?<=\d)[{mark}](?=\d{{3}}(?!\d))", "", text)
    return changed if changed != text else None


VARIANTS = (verbatim, tail_trimmed, bracket_trimmed, clauses_reordered, digits_in_words,
            words_in_digits, groups_closed)  # fmt: skip


def quoted(text, language):
    """The sentence as something that somebody said."""
    frame = {"de": "Sie sagte: „{}“", "en": "She said: “{}”", "fr": "Elle a dit : « {} »",
             "es": "Dijo: «{}»"}  # fmt: skip
    return frame[language].format(text)


def found(sentence, evidence, language):
    """Whether the gate stops the sentence."""
    return any(not check.supported for check in verify(sentence, evidence, language))


def injected(pool, count, seed=0):
    """`count` faulty sentences: (fault, sentence, evidence, language)."""
    rng = random.Random(seed)
    made = []
    for turn in range(count * 60):
        if len(made) == count:
            break
        fault = FAULTS[turn % len(FAULTS)]
        text, language, known = rng.choice(pool)
        if fault is quote_altered and not re.search(r"[„“«\"]", text):
            text = quoted(text, language)
        more = {"known": known} if fault in (name_exchanged, names_swapped) else {}
        changed = fault(text, language, rng, **more)
        if changed and changed != text:
            made.append((fault.__name__, changed, text, language))
    return made


def faithful(pool, seed=0):
    """Every faithful variant of every sentence: (variant, sentence, evidence, language)."""
    rng = random.Random(seed)
    made = []
    for text, language, _ in pool:
        for variant in VARIANTS:
            if changed := variant(text, language, rng):
                made.append((variant.__name__, changed, text, language))
    return made


def from_gold(path):
    """Sentences, languages and names of a labelled set."""
    pool = []
    for line in Path(path).read_text().splitlines():
        gold = json.loads(line)
        known = [m for e in gold["entities"] for m in e["mentions"]]
        body = gold["body"].replace("\u00ad", "").replace("\u200b", "").replace("\u00a0", " ")
        if "Ã" in body:
            body = body.encode("cp1252", "ignore").decode("utf-8", "ignore")
        pool += [
            (body[a:b], gold["language"], known)
            for a, b in sentences(body, gold["language"])
            if body[b - 1] in '.!?”“»"'
        ]
    return pool


def main(path, count=1000):
    pool = from_gold(path)
    caught, missed, alarms, variants = Counter(), Counter(), Counter(), Counter()
    for kind, sentence, evidence, language in injected(pool, int(count)):
        hit = found(sentence, evidence, language)
        (caught if hit else missed)[kind, language] += 1
        if not hit:
            print("missed", kind, language, "|", sentence, "|", evidence)
    for kind, sentence, evidence, language in faithful(pool):
        variants[kind] += 1
        if found(sentence, evidence, language):
            alarms[kind] += 1
            wrong = [c for c in verify(sentence, evidence, language) if not c.supported]
            print("alarm", kind, language, "|", sentence, "|", evidence, wrong)
    for kind in sorted({k for k, _ in caught | missed}):
        by = {
            lang: f"{caught[kind, lang]}/{caught[kind, lang] + missed[kind, lang]}"
            for lang in WEEKDAYS
        }
        print(kind, by)
    total = caught.total() + missed.total()
    print(f"found {caught.total()} of {total} = {caught.total() / total:.3f}")
    for kind in variants:
        print(kind, alarms[kind], "of", variants[kind])
    share = alarms.total() / variants.total()
    print(f"false alarms {alarms.total()} of {variants.total()} = {share:.3f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
