"""Who may know whom: the engine knows no course, and what students install holds no solution."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest
from conftest import ROOT

MAY_IMPORT = {
    "utils": {"utils"},
    "autograder": {"autograder"},
    "exercises": {"exercises", "autograder", "utils"},
    "benchmarks": {"benchmarks", "exercises", "autograder", "utils"},
}
OURS = set(MAY_IMPORT)


def imported(file: Path) -> set[str]:
    """Return the first names of all absolute imports, those in functions too."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_what_goes_into_the_sandbox_takes_nothing_from_the_engine():
    guest = ROOT / "autograder" / "guest"
    for file in sorted(guest.rglob("*.py")):
        assert not imported(file) & OURS, file
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
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
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not named.fullmatch(node.value), (file, node.lineno)
