"""Keys go to the partitions that other producers choose."""

import pytest
from aiokafka.partitioner import murmur2 as theirs
from hypothesis import given
from hypothesis import strategies as st

from streams.partitions import murmur2, partition_of


@given(st.binary(max_size=70))
def test_the_hash_is_that_of_other_clients(key: bytes) -> None:
    assert murmur2(key) == theirs(key)


# From the tests of Apache Kafka's clients, UtilsTest.testMurmur2, as unsigned numbers.
@pytest.mark.parametrize(
    ("key", "signed"),
    [(b"21", -973932308), (b"foobar", -790332482), (b"a-little-bit-long-string", -985981536),
     (b"abc", 479470107)],
)  # fmt: skip
def test_the_hash_is_that_of_java(key: bytes, signed: int) -> None:
    assert murmur2(key) == signed % 2**32


def test_a_key_has_one_of_the_partitions() -> None:
    assert {partition_of(str(n).encode(), 3) for n in range(50)} == {0, 1, 2}
