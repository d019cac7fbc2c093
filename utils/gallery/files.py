"""Opening a gallery's file, and what is said when that fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import h5py


class GalleryError(Exception):
    """A gallery cannot be read; a notebook shows the message alone."""

    def __init__(self, file: Path, reason: object) -> None:
        name = Path(file).name
        super().__init__(
            f"The lessons' gallery {file} cannot be read: {reason}.\n"
            f"  It comes with the course: git checkout utils/gallery/{name}, or download it\n"
            "  again.\n"
            "  To compute it anew (some minutes): python -m exercises gallery"
        )

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


@contextmanager
def opened(file: Path) -> Iterator[h5py.File]:
    """Open a gallery for reading.

    Raises
    ------
    GalleryError
        If the file is missing, damaged, or lacks what is looked for.
    """
    import h5py  # here, so that whoever lacks it still has the rest

    try:
        with h5py.File(file) as store:
            yield store
    except FileNotFoundError as error:
        raise GalleryError(file, "it is not there") from error
    except (OSError, KeyError, ValueError, RuntimeError) as error:
        raise GalleryError(file, str(error).strip("'\". ")) from error
