"""The files that an assignment's students are given beside the notebook.

They stand in ``source/<assignment>/``, and nbgrader copies them into releases: data, modules,
pictures, in folders of any depth. Each submission finds them in its working folder, where it can
write over its own; tests and the instructor's cells find them in theirs.
"""

from __future__ import annotations

import contextlib
import fnmatch
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import util
from pathlib import Path

from autograder.guest.layer import lay_over
from autograder.stand_ins import as_in_grading

_staged: dict[HandedOut, str] = {}
_entered: list[str] = []


@dataclass(frozen=True)
class HandedOut:
    """What is handed out with an assignment, apart from its notebooks.

    Attributes
    ----------
    folder : str
        The instructor's folder; empty where none is known.
    ignore : tuple of str
        Patterns of names that nbgrader leaves out.
    digest : str
        A hash of the files' names and contents; empty where there are no files.
    """

    folder: str = ""
    ignore: tuple[str, ...] = ()
    digest: str = ""

    @classmethod
    def of(cls, folder: Path, ignore: tuple[str, ...]) -> HandedOut:
        """Return what stands in a folder now."""
        found = cls(str(folder), ignore)
        digest, empty = hashlib.sha256(), True
        for path in found.files():
            empty = False
            digest.update(str(path.relative_to(folder)).encode("utf-8", "surrogateescape") + b"\0")
            with contextlib.suppress(OSError), open(path, "rb") as file:
                digest.update(hashlib.file_digest(file, "sha256").digest())
        return cls(str(folder), ignore, "" if empty else digest.hexdigest())

    def files(self) -> Iterator[Path]:
        """Yield the files, in the order of their names."""
        for here, folders, names in os.walk(self.folder, followlinks=True):
            left_out = self._left_out(here, [*folders, *names])
            folders[:] = sorted(set(folders) - left_out)
            yield from (Path(here) / name for name in sorted(set(names) - left_out))

    def _left_out(self, here: str, names: list[str]) -> set[str]:
        """Return the names in a folder that no student is given: notebooks hold the solutions."""
        patterns = (*self.ignore, "*.ipynb") if here == self.folder else self.ignore
        return {name for name in names if any(fnmatch.fnmatch(name, p) for p in patterns)}

    def stage(self, place: Path) -> Path:
        """Copy the files into a new folder that everybody can read."""
        if os.path.isdir(self.folder):
            shutil.copytree(
                self.folder,
                place,
                ignore=self._left_out,
                copy_function=shutil.copyfile,
                ignore_dangling_symlinks=True,
            )
        else:
            place.mkdir()
        for here, _, names in os.walk(place):
            os.chmod(here, 0o755)
            for name in names:
                os.chmod(os.path.join(here, name), 0o644)
        return place


def enter(files: HandedOut) -> str | None:
    """Let this process import what is handed out with an assignment, and no other's.

    Returns the folder in which the files stand, as long as this process lives.
    """
    for place in _entered:
        with contextlib.suppress(ValueError):
            sys.path.remove(place)
        if _staged.get(files) != place:  # the modules of another assignment have the same names
            for name, module in list(sys.modules.items()):
                if str(getattr(module, "__file__", None) or "").startswith(place + os.sep):
                    del sys.modules[name]
    _entered.clear()
    if not files.folder:
        return None
    if files not in _staged:
        folder = tempfile.mkdtemp(prefix="handed-out-")
        util.Finalize(None, shutil.rmtree, (folder, True), exitpriority=10)
        _staged[files] = str(files.stage(Path(folder) / "files"))
    _entered.append(_staged[files])
    sys.path.insert(0, _staged[files])
    return _staged[files]


@contextlib.contextmanager
def working_folder(staged: str | None) -> Iterator[None]:
    """Work in a folder of one's own in which the files stand; afterwards it is gone."""
    with tempfile.TemporaryDirectory(prefix="tests-", ignore_cleanup_errors=True) as folder:
        if staged is not None:
            lay_over(staged, folder)
        with contextlib.chdir(folder), as_in_grading():
            yield
