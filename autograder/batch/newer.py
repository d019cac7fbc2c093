"""Who has handed in again since `grade` ran last: points and pages are of what was there then."""

from __future__ import annotations

from autograder.batch.cache import last_handed_in, submission_hash
from autograder.course.folders import Course
from autograder.course.settings import grader_traits


def newer_than_graded(course: Course, assignment: str) -> list[str]:
    """Return the students whose hand-in is not the one that `grade` graded last.

    Of whom `grade` remembers nothing, nothing is said.
    """
    graded = last_handed_in(course.root, assignment)
    if not graded:
        return []
    notebooks = course.sources(assignment)
    student_files = (*grader_traits(course).student_files, *course.students_own(assignment))
    found = []
    for each in course.submissions(assignment)[0]:
        if each.student in graded:
            content = submission_hash(each.folder, notebooks, student_files)
            if graded[each.student] != (content, str(each.timestamp)):
                found.append(each.student)
    return found
