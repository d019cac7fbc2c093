"""What the galleries share: workers with a progress bar, and files that come out byte by byte."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import scipy
from numpy.typing import DTypeLike, NDArray
from rich.progress import Progress


def run_jobs(
    function: Callable[..., Any], jobs: Sequence[tuple[Any, ...]], workers: int
) -> list[Any]:
    """Call a function with each job's arguments, in worker processes; return results in order."""
    parts = {}
    # Arrays of a few hundred kilobytes come and go at each step. A worker keeps their memory: to
    # give it back and ask anew takes longer than the sums.
    os.environ.setdefault("MALLOC_MMAP_THRESHOLD_", str(1 << 28))
    os.environ.setdefault("MALLOC_TRIM_THRESHOLD_", str(1 << 28))
    # One thread each: the workers share the cores already, and sums keep their order.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Spawned, not forked: a fork would copy the progress bar's thread in whatever state it is.
    with ProcessPoolExecutor(workers, get_context("spawn")) as pool, Progress() as progress:
        bar = progress.add_task("Training", total=len(jobs))
        futures = {pool.submit(function, *job): i for i, job in enumerate(jobs)}
        for future in as_completed(futures):
            parts[futures[future]] = future.result()
            progress.advance(bar)
    return [parts[i] for i in range(len(jobs))]


@contextmanager
def new_store(file: Path, version: int, experiment: Any, settings_hash: str) -> Iterator[h5py.File]:
    """Open a file that takes the place of ``file`` once all has been written to it."""
    unfinished = file.with_suffix(".part")
    with h5py.File(unfinished, "w") as store:
        versions = {"h5py": h5py.__version__, "numpy": np.__version__, "scipy": scipy.__version__}
        store.attrs["format"] = version
        store.attrs["settings"] = json.dumps(asdict(experiment))
        store.attrs["settings_hash"] = settings_hash
        store.attrs["versions"] = json.dumps({"python": platform.python_version(), **versions})
        yield store
    unfinished.replace(file)


def write(group: h5py.Group, name: str, values: NDArray[Any] | list[Any], kind: DTypeLike) -> None:
    """Write an array, packed."""
    packed = {"compression": "gzip", "compression_opts": 9, "shuffle": True}
    group.create_dataset(name, data=np.asarray(values, dtype=kind), track_times=False, **packed)


def write_floats(group: h5py.Group, name: str, values: NDArray[Any] | list[Any]) -> None:
    """Write an array of numbers with seven digits, packed."""
    write(group, name, values, np.float32)
