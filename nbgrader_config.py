"""Settings of the course: the one place, read by nbgrader, formgrader and our own commands."""

import os
import sys
from pathlib import Path

from autograder.nbgrader_plugin import configure

# nbgrader starts alembic and jupyter by name: this finds them without activating the environment.
programs = str(Path(sys.executable).parent)
if programs not in os.environ.get("PATH", "").split(os.pathsep):
    os.environ["PATH"] = programs + os.pathsep + os.environ.get("PATH", "")

c = get_config()  # noqa: F821  (traitlets provides it)

c.CourseDirectory.course_id = "regularization"

# Only what stands between these two lines is cut from a student's notebook, so that
# START CODE HERE, the given None and END CODE HERE stay.
c.ClearSolutions.begin_solution_delimeter = "### BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "### END SOLUTION"
c.ClearSolutions.code_stub = {"python": ""}

c.ClearHiddenTests.begin_test_delimeter = "### BEGIN HIDDEN TESTS"
c.ClearHiddenTests.end_test_delimeter = "### END HIDDEN TESTS"

# nbgrader's grading runs a stranger's code in this account. This puts our engine in its place:
# `nbgrader autograde` and formgrader's button reassemble, sandbox and examine.
configure(c)

# What the engine must know of this course.
c.Grader.packages = ["utils"]
c.Grader.test_packages = ["exercises"]
c.Grader.preload = ["matplotlib.pyplot", "exercises", "utils.data", "utils.plots"]
c.Grader.tables = "exercises.tables:tables"

# Seconds for one cell, in grading and where nbgrader itself runs one (`nbgrader validate`). Long
# trainings are tagged skip-execution and run in neither. The tag is nbclient's: with one of our
# own, `nbgrader validate` would train for minutes. `nbconvert --execute` runs these cells too with
# --config=nbconvert_config.py
c.Execute.timeout = 60
