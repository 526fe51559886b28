"""Linear layers in int8: what a row gives depends on that row alone."""

import pytest
import torch

from agents.models import rowwise
from agents.models.rowwise import RowwiseLinear, quantize

# Also widths that fill no vector of a processor, where ends of rows are computed in other ways.
SIZES = [(16, 24), (17, 33), (5, 3), (1, 1), (384, 100), (1000, 77)]


def rows(width, count=67):
    torch.manual_seed(2)
    found = torch.randn(count, width) * torch.rand(count, 1).exp() * 10
    found[3] = 0
    return found


@pytest.mark.parametrize("most", [127, 63])
@pytest.mark.parametrize(("width", "outputs"), SIZES)
def test_a_row_is_the_same_bytes_in_any_company_and_place(width, outputs, most):
    layer, given = RowwiseLinear(torch.nn.Linear(width, outputs), most), rows(width)
    alone = torch.cat([layer(row[None]) for row in given])
    for count in (2, 4, 7, 64, 67):
        for first in (0, 1, 3):
            assert torch.equal(layer(given[first : first + count]), alone[first : first + count])
    order = torch.randperm(len(given))
    assert torch.equal(layer(given[order]), alone[order])
    assert torch.equal(layer(given[:64].view(2, 4, 8, width)), alone[:64].view(2, 4, 8, outputs))


@pytest.mark.parametrize("bias", [True, False])
def test_a_large_value_costs_other_rows_nothing(bias):
    exact, given = torch.nn.Linear(64, 64, bias=bias), rows(64)
    given[5, 0] = 1e6
    found = RowwiseLinear(exact, rowwise._most())(given)
    kept = [at for at in range(len(given)) if at not in (3, 5)]
    assert torch.nn.functional.cosine_similarity(exact(given), found)[kept].min() > 0.999


def test_a_row_of_zeros_gives_the_bias():
    exact = torch.nn.Linear(8, 4)
    assert torch.equal(RowwiseLinear(exact, 127)(torch.zeros(2, 8)), exact.bias.expand(2, 4))


def test_a_channel_of_zeros_gives_zeros():
    exact = torch.nn.Linear(8, 2, bias=False)
    torch.nn.init.zeros_(exact.weight[0].detach())
    assert RowwiseLinear(exact, 127)(torch.ones(1, 8))[0, 0] == 0


def test_a_processor_that_adds_in_16_bits_is_given_smaller_numbers(monkeypatch):
    assert rowwise._most() in (127, 63)
    monkeypatch.setattr(rowwise, "_products", lambda *_: torch.full((1, 32), 2.0**15))
    assert rowwise._most() == 63


def test_a_layer_that_is_used_twice_stays_one():
    layer = torch.nn.Linear(4, 4)
    network = torch.nn.Sequential(layer, torch.nn.Sequential(layer, torch.nn.ReLU()))
    quantize(network)
    assert network[0] is network[1][0]
    assert isinstance(network[0], RowwiseLinear)
