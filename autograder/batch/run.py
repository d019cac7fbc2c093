"""Grade an assignment of a course: what is new through the workers, what is known from the cache.

The order of writing makes a kill at any moment harmless: the result into the cache, the files
under ``autograded/``, the gradebook in one transaction, and last the note that it is on record.
Whatever is missing after a kill is done by the next run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from autograder.batch.cache import Cache, matter_of
from autograder.batch.cluster import grade_on_cluster
from autograder.batch.options import Options, Run
from autograder.batch.pool import Pool
from autograder.batch.recorder import Recorder
from autograder.batch.ungraded import refused_folder
from autograder.batch.worker import Outcome
from autograder.cells import printable
from autograder.course.autotests import instructors_notebooks, notebook_of
from autograder.course.folders import Course, CourseError
from autograder.course.register import gradebook_of
from autograder.course.releases import with_releases
from autograder.course.settings import settings_for
from autograder.preflight.door import refuse_faults
from autograder.states import needs_a_person

Progress = Callable[[int, int], None]


def grade_assignment(
    course: Course,
    assignment: str,
    options: Options,
    progress: Progress = lambda done, total: None,
    say: Callable[[str], None] = lambda text: None,
) -> Run:
    """Grade what was handed in for an assignment, and bring gradebook and files up to date.

    Raises
    ------
    CourseError, GradebookError, ClusterError
        If grading cannot begin or go on; the message says why and what to do.
    """
    started = time.monotonic()
    sources = instructors_notebooks(course, assignment)
    settings = settings_for(options.settings, course, assignment)
    settings = with_releases(settings, course, assignment, sources)
    options = replace(options, settings=settings)
    parsed = {name: notebook_of(name, data) for name, data in sources.items()}
    submissions, refused = course.submissions(assignment, options.students)
    if not submissions and not refused:
        who = " by " + ", ".join(map(printable, options.students)) if options.students else ""
        raise CourseError(
            f"Nothing was handed in for {printable(assignment)}{who} "
            f"(looked in {course.path('submitted', '*', assignment)})."
        )
    with (
        Cache(course.root, groupshared=course.groupshared) as cache,
        gradebook_of(course, assignment) as book,
        Pool(
            sources, settings, min(options.workers, len(submissions) or 1), options.server
        ) as pool,
    ):
        if not settings.stand_in:
            settings = refuse_faults(course, assignment, sources, settings, pool.trial)
            options = replace(options, settings=settings)
        recorder = Recorder(course, assignment, options, cache, book, parsed, say)
        jobs = recorder.sort(submissions, sources)
        progress(0, len(jobs))
        begun = time.monotonic()
        outcomes: Iterable[Outcome] = ()
        if options.scheduler:
            outcomes = grade_on_cluster(jobs, sources, settings, options.scheduler)
        elif jobs:
            outcomes = pool.grade(jobs, settings)
        recorder.take_in(outcomes, lambda done: progress(done, len(jobs)))
        run = recorder.run
        run.grading_seconds = time.monotonic() - begun
        run.timings = recorder.settle_lateness()
        run.results += [refused_folder(assignment, who, parsed) for who in refused]
        run.results.sort(key=lambda result: (result.student, result.notebook))
        matters = [
            matter_of(result, recorder.contents.get(result.student, ""))
            for result in run.results
            if needs_a_person(result)
        ]
        if options.acknowledge:
            cache.note_seen(assignment, matters)
        seen = cache.seen(assignment)
        run.open_matters = sum(matter not in seen for matter in matters)
    run.seconds = time.monotonic() - started
    return run
