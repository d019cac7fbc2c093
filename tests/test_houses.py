"""Who may know whom: the engine knows no course, and what students install holds no solution."""

import ast
import functools
import graphlib
import importlib.util
import re
from pathlib import Path

import pytest
from conftest import ROOT

from autograder import hashes

MAY_IMPORT = {
    "utils": {"utils"},
    "autograder": {"autograder"},
    "exercises": {"exercises", "autograder", "utils"},
    "benchmarks": {"benchmarks", "exercises", "autograder", "utils"},
}
OURS = set(MAY_IMPORT)
LAYERS = ("guest", "sandbox", "intake", "examiner")
"""A submission's way: a package imports of these only what stands before it."""
AROUND = {"batch", "build", "commands", "downloads", "gradebook", "learner", "nbgrader_plugin"}
AROUND |= {"pages", "preflight"}


@functools.cache
def nodes(file: Path) -> list[ast.AST]:
    """Return all of a file's syntax tree, read once for all tests."""
    return list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def imported(file: Path) -> set[str]:
    """Return the first names of all absolute imports, those in functions too."""
    found = set()
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_what_goes_into_the_sandbox_takes_nothing_from_the_engine():
    guest = ROOT / "autograder" / "guest"
    for file in sorted(guest.rglob("*.py")):
        assert not imported(file) & OURS, file
        for node in nodes(file):
            if isinstance(node, ast.ImportFrom):
                assert node.level <= len(file.relative_to(guest).parts), (file, node.lineno)


def test_attacks_on_the_guest_find_what_they_are_after():
    attacks = sorted((ROOT / "tests" / "attacks").glob("*/*.py"))
    texts = "\n".join(file.read_text(encoding="utf-8") for file in attacks)
    found = re.findall(r"from (guest[.\w]*) import (\w+)|import .*\b(guest\.[.\w]+)", texts)
    modules = {f"{package}.{name}" if package else whole for package, name, whole in found}
    assert len(modules) >= 2
    for module in modules:
        assert importlib.util.find_spec(f"autograder.{module}"), module


@pytest.mark.parametrize("house", sorted(OURS))
def test_a_house_imports_only_what_it_may(house):
    files = sorted((ROOT / house).rglob("*.py"))
    assert len(files) > 5
    for file in files:
        assert imported(file) & OURS <= MAY_IMPORT[house], file


def test_the_engine_names_no_package_of_the_course():
    named = re.compile(r"utils|(utils|exercises)([.:/]\w+)+")
    for file in sorted((ROOT / "autograder").rglob("*.py")):
        for node in nodes(file):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not named.fullmatch(node.value), (file, node.lineno)


@functools.cache
def engine() -> dict[str, set[str]]:
    """Return for each module of the engine those that it imports."""
    files = (ROOT / "autograder").rglob("*.py")
    known = {".".join(f.relative_to(ROOT).with_suffix("").parts): f for f in files}
    return {name: known_by(name, known) for name in known}


def known_by(name: str, known: dict[str, Path]) -> set[str]:
    """Return what a module imports of the engine, in functions too, but not for types alone."""
    blocks = [
        node
        for node in nodes(known[name])
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
    ]
    for_types = {id(node) for block in blocks for node in ast.walk(block)}
    found = set()
    for node in nodes(known[name]):
        if isinstance(node, ast.ImportFrom) and id(node) not in for_types:
            package = name.split(".")[: -node.level] if node.level else []
            module = ".".join([*package, *filter(None, [node.module])])
            found |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return found & known.keys() - {name}


def test_no_module_of_the_engine_comes_back_to_itself():
    assert len(engine()) > 100
    list(graphlib.TopologicalSorter(engine()).static_order())  # raises where there is a circle


def test_no_package_of_the_engine_comes_back_to_itself():
    def package(name: str) -> str:
        return name.split(".")[1]

    known: dict[str, set[str]] = {}
    for name, others in engine().items():
        known.setdefault(package(name), set()).update(map(package, others))
    graph = {name: others - {name} for name, others in known.items()}
    list(graphlib.TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("layer", LAYERS)
def test_on_a_submissions_way_nobody_knows_what_comes_later(layer):
    later = {*LAYERS[LAYERS.index(layer) + 1 :], *AROUND}
    mine = [name for name in engine() if name.startswith(f"autograder.{layer}.")]
    assert len(mine) > 5
    for name in mine:
        assert not {other.split(".")[1] for other in engine()[name]} & later, name


def grading() -> set[str]:
    """Return the modules that have a part in grading one submission, or the course's own."""
    way = tuple(f"autograder.{layer}." for layer in (*LAYERS, "preflight"))
    todo = [name for name in engine() if name.startswith(way)]
    todo += ["autograder.batch.preload", "autograder.batch.worker", "autograder.grade"]
    found: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += engine()[name]
    return found


def test_results_are_kept_by_all_that_grades_and_by_nothing_else():
    files = {f"{name.replace('.', '/')}.py".removeprefix("autograder/"): name for name in engine()}
    around = {name for file, name in files.items() if file.startswith(hashes.AROUND)}
    packages = {name for name in engine() if name.endswith("__init__")}
    assert engine().keys() - grading() - around <= packages
    # What of it grading uses reads settings, or keeps and writes what has been graded.
    used = {name.removeprefix("autograder.") for name in around & grading()}
    assert used == {
        *("batch.files", "batch.graded_file", "course.cache_folder", "course.folders"),
        *("course.settings", "course.timestamps", "course.traits"),
    }
    for name in hashes.AROUND:
        assert (ROOT / "autograder" / name).exists(), name


def test_contributing_names_modules_that_there_are():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    text = text[text.index("Inside `autograder/`") : text.index("Inside `exercises/`")]
    names = {name.removesuffix(".py") for name in re.findall(r"`([a-z_/]*[a-z_](?:\.py)?)`", text)}
    assert len(names) > 80
    paths = ["/" + name.removesuffix(".__init__").replace(".", "/") for name in engine()]
    functions = {"grade_notebook", "needs_a_person", "role_of", "settled_gradebook", "state"}
    assert not {n for n in names - functions if not any(path.endswith("/" + n) for path in paths)}
