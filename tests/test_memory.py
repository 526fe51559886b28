"""How much memory can be had."""

from pathlib import Path

from streams.memory import available_bytes

GIB = 1024**3


def machine(folder: Path, gib: int) -> Path:
    path = folder / "meminfo"
    path.write_text(f"MemTotal: 99999999 kB\nMemAvailable: {gib * 1024**2} kB\n", "ascii")
    return path


def container(folder: Path, limit: str, used: int, cached: int) -> Path:
    (folder / "memory.max").write_text(f"{limit}\n", "ascii")
    (folder / "memory.current").write_text(f"{used}\n", "ascii")
    (folder / "memory.stat").write_text(f"anon 1\ninactive_file {cached}\n", "ascii")
    return folder


def test_it_is_what_the_machine_has_left(tmp_path: Path) -> None:
    assert available_bytes(machine(tmp_path, 3), tmp_path / "none") == 3 * GIB


def test_the_limit_of_the_container_counts_where_it_is_narrower(tmp_path: Path) -> None:
    meminfo = machine(tmp_path, 8)
    narrow = container(tmp_path, str(4 * GIB), used=3 * GIB, cached=GIB)
    assert available_bytes(meminfo, narrow) == 2 * GIB
    assert available_bytes(meminfo, container(tmp_path, "max", used=1, cached=0)) == 8 * GIB


def test_a_system_that_does_not_say_is_unknown(tmp_path: Path) -> None:
    assert available_bytes(tmp_path / "none", tmp_path / "none") is None
