"""The vote on what a name names, and the weights it is taken with."""

import math

from agents.recognize.kinds import LABELS, _weights, kind, votes


def test_shares_add_up_to_one() -> None:
    assert math.isclose(sum(votes({"bias": 1.0, "country": 1.0}, _weights())), 1)


def test_unknown_evidence_counts_nothing() -> None:
    assert votes({"bias": 1.0, "never seen": 5.0}, _weights()) == votes({"bias": 1.0}, _weights())


def test_every_weight_has_one_number_a_label() -> None:
    assert {len(weights) for weights in _weights().values()} == {len(LABELS)}


def test_clear_evidence_decides() -> None:
    assert kind({"bias": 1.0, "country": 1.0, "words 1": 1.0}) is not None
    found = kind({"bias": 1.0, "first name": 1.0, "role before": 1.0, "words 2": 1.0})
    assert found is not None
    assert found[0] == "PER"


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    common = {"opens sentence": 1.0, "opens sentence like a common word": 1.0, "words 1": 1.0}
    assert kind({"bias": 1.0, **common}) is None
