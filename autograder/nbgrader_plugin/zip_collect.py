"""Plugins of ``nbgrader zip_collect``: they know the platforms' names, and unpack within bounds."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin
from traitlets import Unicode

from autograder.cells import printable
from autograder.downloads.archive import Download, DownloadError, Entry, entries_of_zip, opened
from autograder.downloads.deliver import TIMESTAMP, chosen, known_names, tidy
from autograder.downloads.formats import sorted_out
from autograder.downloads.roster import people_in
from autograder.errors import AutograderError
from autograder.nbgrader_plugin.preprocessors import course_of

GROUPS = "zip_collect takes it once; `python -m autograder collect` takes it for all of them"


@contextlib.contextmanager
def _told(app: Any) -> Iterator[None]:
    """End nbgrader's command with our message."""
    try:
        yield
    except AutograderError as error:
        app.fail("%s", error)


class BoundedExtractor(ExtractorPlugin):
    """Unpacks what ``autograder collect`` would, students' own zips too, and refuses the rest."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack each zip of a folder, and copy what stands beside."""
        home = Path(extracted_path)
        with _told(self.parent), opened(Path(archive_path)) as found:
            zips = [entry for entry in found.entries if entry.name.casefold().endswith(".zip")]
            self._write(home, found, [entry for entry in found.entries if entry not in zips])
            for entry in zips:
                file = Path(archive_path, *entry.parts)
                with opened(file) as inside:
                    self._write(home.joinpath(*entry.parts[:-1], file.stem), inside, inside.entries)

    def _write(
        self, home: Path, found: Download, entries: Sequence[Entry], *, within: bool = False
    ) -> None:
        """Write files, and what is in zips among them; zips ``within`` a zip stay as they are."""
        for entry in entries:
            target = home.joinpath(*entry.parts)
            try:
                data = entry.read()
                target.parent.mkdir(parents=True, exist_ok=True)
                if target.suffix.casefold() == ".zip" and not within:
                    try:
                        inside = entries_of_zip(io.BytesIO(data), entry.path)
                        self._write(target.with_suffix(""), inside, inside.entries, within=True)
                        continue
                    except DownloadError as error:
                        self.log.warning("%s", error)
                target.write_bytes(data)
            except (DownloadError, OSError) as error:  # of one file: the others go on
                self.log.warning("Left out: %s: %s", entry.path, printable(error, 400))
        for what in found.left_out:
            self.log.warning("Left out: %s", what)


class PlatformCollector(FileNameCollectorPlugin):
    """Tells whose a file is as ``autograder collect`` does; by ``named_regexp`` where that is set.

    What stands in ``submitted/`` already is nbgrader's matter: it stops, or replaces with --force.
    """

    source = Unicode("", help="The platform; empty to tell it by the names.").tag(config=True)
    roster = Unicode("", help="Table of the students; empty for the gradebook's.").tag(config=True)

    _known: dict[Path, dict[str, Any]] | None = None

    def collect(self, submitted_file: str) -> dict[str, Any] | None:
        """Return whose a file is, and its name in the submission; ``None`` to skip it."""
        if self.named_regexp:
            told: dict[str, Any] | None = super().collect(submitted_file)
            return told
        if self._known is None:
            with _told(self.parent):
                self._known = self._look()
        return (self._known or {}).get(Path(submitted_file))

    def _look(self) -> dict[Path, dict[str, Any]]:
        app: Any = self.parent
        course = course_of(app.coursedir, app.config)
        assignment = app.coursedir.assignment_id
        names = known_names(course, assignment)
        people = people_in(course, assignment, Path(self.roster) if self.roster else None)
        known: dict[Path, dict[str, Any]] = {}
        root = Path(app._format_collect_path(app.extracted_directory))
        with opened(root) as found:
            sorting = sorted_out(found, assignment, self.source or None)
            hand_ins, open_matters = chosen(sorting, people)
            for student, hand_in in hand_ins.items():
                tidy(hand_in, names, sorting.source)
                for path, entry in hand_in.files.items():
                    file = root.joinpath(*entry.parts)
                    if file in known:
                        open_matters.append((student, f"{entry.path} is a group's: {GROUPS}"))
                    elif path != (TIMESTAMP,):
                        known[file] = {
                            "student_id": student,
                            "file_id": "/".join(path),
                            "timestamp": hand_in.when,
                        }
        for each in people.persons:
            if each.odd_time:
                when = f"{printable(each.id)}: {printable(each.odd_time, 60)}"
                self.log.warning("The roster's time of handing in cannot be read: %s", when)
        for who, why in open_matters:
            self.log.warning("Not collected: %s: %s", printable(who), why)
        return known
