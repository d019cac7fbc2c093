"""The same map over a Dask cluster; Dask is an optional extra."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from autograder.batch.worker import Job, Outcome, grade_anywhere
from autograder.course.settings import Settings
from autograder.errors import AutograderError


class ClusterError(AutograderError):
    """The cluster cannot be used; the message says why and what to do."""


def grade_on_cluster(
    jobs: Iterable[Job], sources: Mapping[str, bytes], settings: Settings, scheduler: str
) -> Iterator[Outcome]:
    """Grade jobs on a Dask cluster whose workers see the same course folder and this package.

    Raises
    ------
    ClusterError
        If the optional extra is not installed or no scheduler answers.
    """
    try:
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise ClusterError(
            "--scheduler needs Dask. Install it with: pip install '.[dask]'"
        ) from None
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"No Dask scheduler answers at {scheduler}: {error}") from None
    with client:
        if not client.scheduler_info()["workers"]:
            raise ClusterError(f"The Dask cluster at {scheduler} has no workers.")
        shared = client.scatter(dict(sources), broadcast=True)
        futures = {
            client.submit(grade_anywhere, job, shared, settings, pure=False): job for job in jobs
        }
        for future in as_completed(futures, loop=client.loop):
            job = futures.pop(future)
            try:
                yield future.result()
            except KilledWorker:
                yield Outcome(job, broken="the cluster's workers that graded it died, repeatedly")
            except Exception as error:
                yield Outcome(job, broken=f"{type(error).__name__}: {error}")
            future.release()
