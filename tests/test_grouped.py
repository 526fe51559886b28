"""Texts written in groups: the same bytes in whatever company, whatever groups are there."""

import random

import pytest
import torch
from tiny import bart, t5

from agents.models.engines import Engine
from agents.models.generation import Decoding, TorchWriter
from agents.models.grouped import GroupWriter
from agents.models.networks import device_for, ready

INT8 = Engine("torch", "int8")
LENGTHS = (1, 2, 3, 7, 40, 41, 200, 255, 256, 257, 299, 300, 5)


def network(make=bart):
    return ready(make(), INT8, device_for(INT8, "cpu"))


def texts(lengths=LENGTHS):
    dice = random.Random(4)
    return [
        [1, *(dice.randrange(4, 15) for _ in range(length - 2)), 2][:length] for length in lengths
    ]


def writer(beams=1, made=None, threads=2, batch_size=None):
    return GroupWriter(made or network(), Decoding(beams, 8), 300, batch_size, threads)


def said(written):
    """Without the filler of those that end before others of their group."""
    return [[*ids, *[0] * (12 - len(ids))] for ids in written]


@pytest.mark.parametrize("make", [bart, t5])
@pytest.mark.parametrize(("beams", "rows"), [(1, None), (4, None), (4, 3), (1, 64)])
def test_a_text_is_written_the_same_alone_and_in_any_company(make, beams, rows):
    write, given = writer(beams, network(make), batch_size=rows), texts()
    alone = said([write([text])[0] for text in given])
    assert len({*map(tuple, alone)}) > 1
    for count in (2, 3, 5, len(given)):
        assert said(write(given[:count])) == alone[:count]
    assert said(write([*given, *given][::-1])) == [*alone, *alone][::-1]


def test_states_of_a_text_are_the_same_bytes_in_any_company(monkeypatch):
    made = network()
    head, heard = made.lm_head.forward, []
    monkeypatch.setattr(
        made.lm_head, "forward", lambda states: heard.append(states) or head(states)
    )
    write, given = writer(made=made, threads=1), texts((256, 60, 7, 255))
    write(given)
    together, heard[:] = list(heard), []
    for row, text in enumerate(given):
        write([text])
        for alone, step in zip(heard, together, strict=False):
            assert torch.equal(alone[0], step[row])
        heard.clear()


@pytest.mark.parametrize("beams", [1, 4])
def test_groups_write_what_batches_write(beams):
    exact = bart().eval()
    given = texts()
    expected = TorchWriter(exact, Decoding(beams, 8), 300, None, 0)(given)
    assert said(writer(beams, exact)(given)) == said(expected)


def test_beams_need_not_move_what_was_read():
    exact = bart().eval()
    [found] = TorchWriter(exact, Decoding(4, 8), 300, 1, 0)([texts()[6]])
    plain = exact.generate(torch.tensor([texts()[6]]), num_beams=4, max_new_tokens=8,
                           max_length=None, min_length=0, do_sample=False)  # fmt: skip
    assert found == plain[0].tolist()


def test_no_more_groups_are_held_than_run_at_a_time(monkeypatch):
    held, most = set(), []
    write = writer(threads=2)
    read, written = write._read, write._written
    monkeypatch.setattr(write, "_read", lambda text: held.add(tuple(text)) or read(text))

    def counted(known, group):
        most.append(len(known))
        return written(known, group)

    monkeypatch.setattr(write, "_written", counted)
    given = texts((20,) * 19)
    assert len(write(given)) == 19
    assert most == [8, 8, 8, 8, 3]
    assert len(held) == len({*map(tuple, given)})


def test_groups_hold_four_rows_with_their_beams():
    assert {*writer(beams=1)._rows_of.values()} == {4}
    assert {*writer(beams=4)._rows_of.values()} == {1}
    long = GroupWriter(None, Decoding(1, 8), 16_384, None, 1)._rows_of
    assert (long[1024], long[2048], long[16_384]) == (4, 2, 1)
