"""Settings in nbgrader_config.py: what a course is (``c.Grader``), how to grade (``c.Grade``)."""

from __future__ import annotations

from traitlets import Dict, Enum, Float, Integer, List, Tuple, Unicode
from traitlets.config import Configurable

from autograder.result import PLACES


class Grader(Configurable):
    """Settings of a course. All may be left out: then cells see what is installed, and no more."""

    packages = List(
        Unicode(),
        help="Packages of the course that students' code may import: folders beside "
        "nbgrader_config.py, or installed packages. The sandbox shows them, read-only; whatever "
        "answers an exercise must not stand in them.",
    ).tag(config=True)
    test_packages = List(
        Unicode(),
        help="Packages that tests import and students' code must not see. Results that rest on "
        "them are graded again when they change. Where one has a function get_ready(tests), it "
        "is called once with the text of an assignment's tests, to make what forks shall find.",
    ).tag(config=True)
    preload = List(
        Unicode(),
        help="Modules that tests or given cells import: imported once, before the first student.",
    ).tag(config=True)
    values = Dict(
        value_trait=Tuple(Unicode(), Unicode()),
        key_trait=Unicode(),
        help="Types whose values cross between a student's process and the tests, each with two "
        'functions: {"shapes:Circle": ("shapes:to_plain", "shapes:from_plain")}. The first makes '
        "numbers, texts, lists, dictionaries or arrays of a value; the second makes a value of "
        "them, which a student may have written: it must check what it gets.",
    ).tag(config=True)
    tests = Enum(
        PLACES,
        "outside",
        help="Where tests run. Outside, no student code can see or change them. `auto` runs those "
        "inside the student's sandbox that cannot be judged from outside, as preflight finds; "
        "`inside` runs all there, as nbgrader does: code can see such a test and change its "
        "outcome, and every result says so.",
    ).tag(config=True)
    student_files = List(
        Unicode(),
        help="Patterns of names, such as *.csv: files that students hand in beside the notebook "
        "and that their code finds there. What you hand out is replaced only where named exactly.",
    ).tag(config=True)
    accept = List(
        Unicode(),
        help="IDs of cells (or patterns such as *) that preflight names and that are as you want "
        "them: tests that the "
        "untouched release or everybody passes, tests that your own solution fails.",
    ).tag(config=True)
    tables = Unicode(
        "",
        help="module:function that `build` calls with the course's folder; it yields pairs of a "
        "file and its content, to be written beside the notebooks.",
    ).tag(config=True)


class Grade(Configurable):
    """How to grade, behind every command; options of `autograder grade` go before these."""

    require = Enum(
        ("sandbox", "process", ""),
        "",
        help="Isolation that must be reached; empty for the sandbox.",
    ).tag(config=True)
    timeout = Float(
        None, allow_none=True, min=1, help="Seconds a cell or a test's call may take."
    ).tag(config=True)
    memory = Integer(None, allow_none=True, min=64, help="Megabytes a submission may use.").tag(
        config=True
    )
    tests = Enum(
        (*PLACES, ""), "", help="Where tests run; empty for what c.Grader.tests says."
    ).tag(config=True)
