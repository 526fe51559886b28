"""Summaries: sentences of the article with their evidence, or a model's words behind the gate."""

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.errors import Reject
from agents.models.minilm import MiniLM
from agents.summarize import summarize
from agents.summarize.lead import lead
from agents.summarize.passages import passages
from agents.summarize.windows import shortened
from schemas import EXTRACTIVE_SOURCE, GENERATIVE_SOURCE, CleanArticle, Model, Rights

FERRY = """Two ferries collided in the harbour of Ostby on Tuesday morning, and 14 passengers were \
taken to hospital.

Both ships stayed afloat. They were towed to the quay by noon, the harbour office said.

What happened

The Solvind had left its berth at 7.40 am with 212 people on board when the Aurora crossed its \
course, according to the coast guard. Fog had closed the outer fairway an hour before.

“It was like hitting a wall,” said a passenger. “We all fell.”

The shipping line Nordlink has cancelled all crossings until Friday. About 9,000 travellers \
are affected."""
BANK = """Die Landesbank schließt bis Ende 2027 jede dritte ihrer 96 Filialen.

Das teilte sie am Mittwoch in Halburg mit. Betroffen sind vor allem kleine Orte im Norden.

Betriebsbedingte Kündigungen soll es nicht geben, wie Vorstandschefin Ilse Marten ankündigte. \
Der Verbraucherverband (VVH) kritisierte den Schritt jedoch scharf.

Die Bank will dadurch 40 Millionen Euro im Jahr sparen."""


class WordVectors:
    """Counts of hashed words: enough to tell sentences apart."""

    model = Model(name="word-counts", revision="1")

    def encode(self, sentences):
        vectors = np.full((len(sentences), 64), 0.01, dtype=np.float32)
        for row, sentence in enumerate(sentences):
            for word in sentence.lower().split():
                vectors[row, zlib.crc32(word.encode()) % 64] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


class Writer:
    """Writes what it was told to, whatever it reads."""

    model = Model(name="writer", revision="1")
    max_tokens = 10_000

    def __init__(self, text):
        self.text = text

    def token_count(self, text):
        return len(text.split())

    def generate(self, texts):
        return [self.text for _ in texts]


class FirstWords:
    """Keeps the first words of what it reads, and reads little."""

    model = Model(name="first-words", revision="1")
    max_tokens = 30

    def __init__(self):
        self.read = []

    def token_count(self, text):
        return len(text.split())

    def generate(self, texts):
        assert all(self.token_count(text) <= self.max_tokens for text in texts)
        self.read += texts
        return [" ".join(text.split()[:4]) for text in texts]


def article(text, language="en", **fields):
    fields = {"article_id": "a", "title": "Ferries collide in the harbour of Ostby"} | fields
    return CleanArticle(
        text=text, language=language, segments=(), removed=(), content_hash="x", **fields
    )


def summary(text, language="en", generator=None, **limits):
    [result] = summarize(
        [article(text, language)], model=WordVectors(), generator=generator, **limits
    )
    return result


def test_the_summary_starts_with_the_lead_and_follows_the_text():
    result = summary(FERRY)
    starts = [sentence.evidence[0].start for sentence in result.sentences]
    assert result.text.startswith("Two ferries collided in the harbour of Ostby")
    assert starts == sorted(starts)
    assert 2 <= len(result.sentences) <= 4
    assert len(result.text) <= 480


def test_evidence_is_the_sentence_in_the_clean_text():
    text = FERRY.replace("harbour of", "harbour\nof")
    for sentence in summary(text).sentences:
        [evidence] = sentence.evidence
        assert " ".join(text[evidence.start : evidence.end].split()) == sentence.text


@pytest.mark.parametrize("chars", range(110, 400, 20))
def test_several_sentences_keep_to_the_limit(chars):
    result = summary(FERRY, max_chars=chars)
    assert len(result.text) <= chars or len(result.sentences) == 1


def test_headings_questions_and_speech_are_left_out():
    chosen = summary(FERRY, max_sentences=8, max_chars=2000).text
    assert "What happened" not in chosen
    teaser = summary("How could it come to this? " + FERRY).text
    assert teaser.startswith("Two ferries")
    quoted = summary("“We all fell,” said a passenger. " + FERRY).text
    assert quoted.startswith("Two ferries")


SCENE = "Shortly after seven nobody could see the other bank any more. "


def test_a_scene_before_the_news_is_left_out():
    assert summary(SCENE + FERRY).text.startswith("Two ferries collided in the harbour")


@pytest.mark.parametrize(("who", "first"), [("He", 1), ("Ole Brandt", 0)])
def test_what_tells_of_somebody_without_a_name_is_a_scene(who, first):
    scene = f"{who} has stood on the quay since seven and looks at what the fog has left of it."
    found = passages(f"{scene} {FERRY.splitlines()[0]}", "en")
    assert lead(found, np.array([0.3, 0.6]), [0.2, 0.4], 480) == first


def test_without_a_title_the_first_sentence_tells_the_news():
    untitled = article(SCENE + FERRY, title=None)
    [result] = summarize([untitled], model=WordVectors())
    assert result.text.startswith(SCENE.strip())


def test_a_sentence_that_leans_on_another_comes_with_it_or_not_at_all():
    for chars in range(150, 600, 10):
        text = summary(FERRY, max_chars=chars).text
        assert "They were towed" not in text or "Both ships stayed afloat" in text


def test_a_surname_leans_on_the_sentence_that_gives_the_full_name():
    text = (
        "The council met. Its head, Lena Moss, spoke for an hour. Moss left at 9 pm. Lena Moss "
        "smiled. Mossy walls stood by. The Lena Moss papers stayed. The papers burned."
    )
    leans = [sorted(passage.leans_on) for passage in passages(text, "en")]
    assert leans == [[], [0], [1], [], [], [], []]


def test_no_sentence_repeats_another():
    lead = "The council of Ostby approved 30 new trams for 90 million crowns on Monday."
    again = "On Monday the council of Ostby approved 30 new trams for 90 million crowns."
    text = f"{lead} {again} Delivery starts in 2031 and ends two years later at the latest."
    assert again not in summary(text, max_sentences=2).text


def test_the_same_sentence_is_told_once():
    news = "Ferries that collide in the harbour of Ostby are towed to the quay by noon."
    assert summary(f"{news} {news}\n\n{news}").text == news


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "港口周二重新开放。两艘渡轮相撞。十四人受伤。"),
        ("ja", "港は火曜日に再開した。フェリー二隻が衝突した。"),
    ],
)
def test_sentences_meet_as_the_language_sets_them(language, text):
    told = summary(text, language=language)
    assert len(told.sentences) > 1
    assert told.text == text


def test_a_brief_without_full_stops_is_still_summarised():
    assert summary("Two ferries collide in Ostby").text == "Two ferries collide in Ostby"


def test_a_sentence_longer_than_the_limit_stays_whole():
    assert summary("One " * 200 + "end.", max_chars=100).text.endswith("One end.")


def test_it_says_who_wrote_it_and_how():
    result = summary(FERRY)
    assert (result.method, result.generative) == ("extractive", False)
    assert result.digital_source_type == EXTRACTIVE_SOURCE
    assert result.model == WordVectors.model
    assert result.headline == "Ferries collide in the harbour of Ostby"
    assert result.checks
    assert all(check.supported for check in result.checks)


def test_articles_that_cannot_be_summarised_are_rejected_in_their_place():
    results = summarize(
        [
            article(FERRY, article_id="1"),
            article(FERRY, article_id="2", rights=Rights(ai_allowed=False)),
            article(" \n ", article_id="3"),
            article(BANK, "de", article_id="4"),
        ],
        model=WordVectors(),
    )
    assert [getattr(r, "article_id", None) for r in results] == ["1", None, None, "4"]
    assert [r.reason for r in results if isinstance(r, Reject)] == ["no-ai", "empty-text"]


def test_no_articles_have_no_summaries():
    assert summarize([], model=WordVectors()) == []


@pytest.fixture(scope="module")
def encoder():
    return MiniLM()


def test_a_summary_is_the_same_alone_and_in_a_batch(encoder):
    articles = [
        article(text, language, article_id=str(i))
        for i, (text, language) in enumerate([(FERRY, "en"), (BANK, "de")] * 3)
    ]
    together = summarize(articles, model=encoder)
    alone = [summarize([one], model=encoder)[0] for one in articles]
    assert [r.to_dict() for r in together] == [r.to_dict() for r in alone]


def test_the_rest_of_a_long_article_has_its_say():
    text = "\n\n".join(f"Sentence {i} opens. It goes on. And on." for i in range(300))
    ranks = [passage.rank for passage in passages(text, "en")]
    assert ranks == [*range(12), *range(12, 900, 3)]
    in_one = [passage.rank for passage in passages(text.replace("\n\n", " "), "en")]
    assert in_one == [*range(12), *range(12, 900, 4)]


def test_news_at_the_end_of_a_long_article_is_told():
    dull = [f"Item {i} of the list was put off until the next meeting." for i in range(200)]
    news = "The harbour of Ostby closes for good after a leak killed 214 people, the mayor said."
    long = article("\n\n".join([*dull, news]), title="Harbour of Ostby closes after leak")
    [result] = summarize([long], model=WordVectors())
    assert news in result.text


@given(st.text(max_size=300), st.sampled_from(["de", "en", "fr", "es", "zh", "und"]))
def test_any_text_is_summarised_or_rejected(text, language):
    [result] = summarize([article(text or " ", language)], model=WordVectors())
    if not isinstance(result, Reject):
        assert result.text.strip()


# A generator's words


def test_a_faithful_text_is_taken_with_its_evidence():
    text = "Two ferries collided in Ostby on Tuesday. Nordlink has cancelled all crossings."
    result = summary(FERRY, generator=Writer(text))
    assert result.text == text
    assert (result.method, result.generative) == ("abstractive", True)
    assert result.digital_source_type == GENERATIVE_SOURCE
    assert (result.model.name, result.fallback_reason) == ("writer", None)
    first, second = (s.evidence[0] for s in result.sentences)
    assert FERRY[first.start : first.end].startswith("Two ferries")
    assert "cancelled all crossings until Friday" in FERRY[second.start : second.end]
    assert 0 < second.score <= 1


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ("About 19,000 travellers are affected.", "number"),
        ("Oceanline has cancelled all crossings.", "name"),
        ("Nordlink has cancelled all crossings until Monday.", "date"),
        ("Nordlink has not cancelled all crossings until Friday.", "negation"),
        ("Nordlink “has stopped every crossing” until Friday.", "quote"),
    ],
)
def test_a_wrong_sentence_is_replaced_by_its_evidence(wrong, kind):
    right = "Two ferries collided in Ostby on Tuesday."
    result = summary(FERRY, generator=Writer(f"{right} {wrong}"))
    assert result.sentences[0].text == right
    assert wrong not in result.text
    assert result.sentences[1].text in FERRY
    assert result.generative
    assert result.fallback_reason.startswith(f"replaced: {kind}")
    assert [c.kind for c in result.checks if not c.supported] == [kind]


def test_a_text_that_is_mostly_wrong_is_dropped():
    result = summary(FERRY, generator=Writer("The mayor of Lisbon resigned. It rained in Peru."))
    assert result == summary(FERRY).model_copy(
        update={"fallback_reason": result.fallback_reason, "checks": result.checks}
    )
    assert result.fallback_reason.startswith("unsupported: name")
    assert any(not check.supported for check in result.checks)


def test_a_text_without_any_evidence_is_dropped():
    result = summary(FERRY, generator=Writer("It was cold and there is more of it to come."))
    assert (result.method, result.fallback_reason) == ("extractive", "unsupported: no evidence")


def test_an_empty_text_falls_back():
    result = summary(FERRY, generator=Writer(" "))
    assert result.method == "extractive"
    assert result.fallback_reason == "the model wrote no whole sentence"


def test_a_sentence_that_the_limit_of_tokens_cut_off_is_dropped():
    first = next(line for line in FERRY.split("\n\n") if line.endswith(".")).partition(". ")[0]
    result = summary(FERRY, generator=Writer(f"{first}. Both ships stayed"))
    assert (result.method, result.text) == ("abstractive", f"{first}.")


def test_a_generated_summary_keeps_the_limits():
    lines = [line for line in FERRY.split("\n\n") if line.endswith(".")]
    result = summary(FERRY, generator=Writer(" ".join(lines)), max_sentences=3, max_chars=150)
    assert len(result.text) <= 150


def test_a_generator_reads_every_part_of_a_long_article():
    model = FirstWords()
    text = " ".join(f"Part {i} of the story has some words to tell." for i in range(40))
    [short] = shortened([(text, "en")], model)
    assert all(any(f"Part {i} of" in read for read in model.read) for i in range(40))
    assert short == "Part 0 of the"


def test_a_sentence_too_long_for_the_generator_is_read_in_pieces():
    model = FirstWords()
    shortened([(" ".join(f"word{i}" for i in range(100)), "en"), ("Short text.", "en")], model)
    assert all(any(f"word{i}" in read.split() for read in model.read) for i in range(100))


def test_a_generator_that_does_not_shorten_is_stopped():
    class Echo(FirstWords):
        def generate(self, texts):
            return list(texts)

    text = "A sentence of six short words. " * 20
    assert shortened([(text, "en")], Echo()) == [text.strip()]
