"""The course's late penalty, as nbgrader's AssignLatePenalties would assign it."""

from __future__ import annotations

import sys

from autograder.course.folders import Course, CourseError
from autograder.gradebook.lateness import Penalty

DEFAULT = "nbgrader.plugins.latesubmission.LateSubmissionPlugin"


def late_penalty(course: Course) -> Penalty | None:
    """Return the configured penalty, or ``None`` if the course has none.

    nbgrader's own plugin is known here; a plugin of the course's is imported, and nbgrader with
    it, when the first late submission is met.
    """
    if not course.setting("AssignLatePenalties", "enabled", True):
        return None
    wanted = course.setting("AssignLatePenalties", "plugin_class", DEFAULT)
    name = wanted if isinstance(wanted, str) else f"{wanted.__module__}.{wanted.__qualname__}"
    if name in (DEFAULT, "nbgrader.plugins.LateSubmissionPlugin"):
        method = course.setting("LateSubmissionPlugin", "penalty_method", "none")
        if method not in ("none", "zero"):
            raise CourseError(f"LateSubmissionPlugin.penalty_method is {method!r}: none or zero.")
        return (lambda student, score, seconds: score) if method == "zero" else None
    made: list[Penalty] = []

    def penalty(student: str, score: float, seconds: float) -> float | None:
        try:
            if not made:
                made.append(_plugin(course))
            return made[0](student, score, seconds)
        except Exception as error:
            raise CourseError(
                f"The late penalty plugin {name} failed: {type(error).__name__}: {error}"
            ) from error

    return penalty


def _plugin(course: Course) -> Penalty:
    from nbgrader.preprocessors import AssignLatePenalties

    if str(course.root) not in sys.path:
        sys.path.insert(0, str(course.root))  # nbgrader looks there too
    preprocessor = AssignLatePenalties(config=course.config)
    preprocessor.init_plugin()
    penalty: Penalty = preprocessor.plugin_inst.late_submission_penalty
    return penalty
