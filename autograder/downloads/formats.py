"""Which file of a download is whose, by the names that each platform gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set

from autograder.cells import printable
from autograder.downloads.archive import Download, DownloadError, Entry
from autograder.downloads.gradescope import gradescope
from autograder.downloads.people import Claim
from autograder.downloads.sorting import Sorting

_PLUGIN = r"(?P<name>.+)_(?P<number>\d+)_assignsubmission_[a-z0-9]+"
_MOODLE_FOLDER = re.compile(_PLUGIN + "_?")
_MOODLE_FILE = re.compile(_PLUGIN + "_(?P<file>.+)")
_CANVAS = re.compile(
    r"(?:(?P<name>\w+?)(?P<late>_LATE)?_(?P<user>\d+)|(?P<anon_late>LATE_)?anon_(?P<anon>[^_]+))"
    r"_(?:\d+_(?P<file>.+)|(?P<text>(?:text|link)\.html))"
)
_ILIAS = re.compile(r"(?P<rest>[^_]+(?:_[^_]+)+)_(?P<number>\d+)")
_ILIAS_LATE = re.compile(r"(?:Late Submission|Verspätete Abgabe|Verspaetete Abgabe) - ", re.I)
_ILIAS_TEAM = re.compile(r"Team[ _]\d+", re.I)
_ILIAS_OWN = {"status.xlsx", "status.csv", "readme.md"}


def moodle(download: Download, assignment: str) -> Sorting:
    """Sort "Ada Lovelace_12345_assignsubmission_file_/...", as folders or as names of files."""
    found = Sorting("moodle")
    matched: list[tuple[re.Match[str], tuple[str, ...], Entry]] = []
    for entry in download.entries:
        for depth, part in enumerate(entry.parts):
            is_file = depth == len(entry.parts) - 1
            match = (_MOODLE_FILE if is_file else _MOODLE_FOLDER).fullmatch(part)
            if match:
                path = (match["file"],) if is_file else entry.parts[depth + 1 :]
                matched.append((match, path, entry))
                break
        else:
            found.rest.append(entry)
    after_team = _without_teams({match["name"].strip() for match, _, _ in matched})
    for match, path, entry in matched:
        name, number = match["name"].strip(), match["number"]
        alone = after_team.get(name, "")
        shown = f"{name} ({number})"
        claim = Claim(shown, alone or name, participant=number, name=name, after_team=alone)
        found.add(claim, path, entry)
    return found


def _without_teams(names: Set[str]) -> dict[str, str]:
    """Return names without what Moodle writes before those of a team, "Team 7-Ada Lovelace".

    It gives each of a team a copy. A hyphen may stand in a name, too: only where all names have
    one, and only what two of them begin with, is a team's.
    """
    if not all("-" in name for name in names):
        return {}
    begun = Counter(
        name[: dash + 1] for name in names for dash, sign in enumerate(name) if sign == "-"
    )
    found = {}
    for name in names:
        teams = [start for start, count in begun.items() if count > 1 and name.startswith(start)]
        if teams:
            found[name] = name[max(map(len, teams)) :].strip()
    return found


def canvas(download: Download, assignment: str) -> Sorting:
    """Sort "lovelaceada_LATE_12345_67890_file.ipynb"."""
    found = Sorting("canvas")
    for entry in download.entries:
        match = _CANVAS.fullmatch(entry.name)
        if match is None:
            found.rest.append(entry)
            continue
        path, late = (match["file"] or match["text"],), bool(match["late"] or match["anon_late"])
        if match["anon"]:
            claim = Claim(f"anonymous {match['anon']}", f"anon-{match['anon']}")
        else:
            name, user = match["name"], match["user"]
            claim = Claim(f"{name} ({user})", user, lms=user, run_together=name)
        found.add(claim, path, entry, late=late)
    return found


def ilias(download: Download, assignment: str) -> Sorting:
    """Sort "Abgaben/Lovelace_Ada_alovelace_12345/...", in folders of teams or not."""
    found = Sorting("ilias")
    for entry in download.entries:
        for depth, part in enumerate(entry.parts[:-1]):
            match = _ILIAS.fullmatch(part)
            if match and match["rest"].count("_") >= 2:
                words = match["rest"].split("_")
                logins = tuple("_".join(words[n:]) for n in range(len(words) - 1, 1, -1))
                name = " ".join(words[:-1])
                found.by_teams |= bool(depth and _ILIAS_TEAM.fullmatch(entry.parts[depth - 1]))
                claim = Claim(f"{name} ({words[-1]})", words[-1], ids=logins, name=name)
                *folders, file = entry.parts[depth + 1 :]
                late = _ILIAS_LATE.match(file)
                path = (*folders, file[late.end() :] if late else file)
                found.add(claim, path, entry, late=bool(late))
                break
        else:
            if entry.name.casefold() not in _ILIAS_OWN:
                found.rest.append(entry)
    return found


def classroom(download: Download, assignment: str) -> Sorting:
    """Sort repositories in folders "assignment-username"."""
    found = Sorting("classroom")
    depth, slug = _repositories(download.entries, assignment)
    for entry in download.entries:
        folder = entry.parts[depth] if len(entry.parts) > depth + 1 else ""
        if not slug or not folder.casefold().startswith(slug) or len(folder) == len(slug):
            found.rest.append(entry)
            continue
        words = folder.split("-")
        login = folder[len(slug) :]
        logins = tuple("-".join(words[n:]) for n in range(len(words)))
        claim = Claim(login, login, ids=(login, *logins))
        found.add(claim, entry.parts[depth + 1 :], entry)
    return found


def _repositories(entries: Sequence[Entry], assignment: str) -> tuple[int, str]:
    """Return how deep the repositories' folders lie, and with what all their names begin."""
    tops = {entry.parts[0].casefold() for entry in entries}
    inside = {entry.parts[1].casefold() for entry in entries if len(entry.parts) > 2}
    named = re.sub(r"[^a-z0-9]+", "-", assignment.casefold()).strip("-") + "-"
    depth, folders, slugs = 0, tops, [named]
    if len(tops) == 1 and inside:
        (top,) = tops
        if top.endswith("-submissions") or all("-" in name for name in inside):
            depth, folders = 1, inside
            slugs.append(top.removesuffix("-submissions") + "-")
    for slug in slugs:
        if all(name.startswith(slug) for name in folders):
            return depth, slug
    return depth, _beginning(sorted(folders)) if len(folders) > 1 else ""


def _beginning(names: Sequence[str]) -> str:
    """Return with what all of the sorted names begin, up to a hyphen."""
    first, last = names[0], names[-1]
    pairs = enumerate(zip(first, last, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), min(len(first), len(last)))
    return first[: first.rfind("-", 0, same) + 1]


def sorted_out(download: Download, assignment: str, source: str | None = None) -> Sorting:
    """Find out whose each file is.

    Parameters
    ----------
    source : str, optional
        The platform; without, the names tell it.

    Raises
    ------
    DownloadError
        If no name fits, or names fit that several platforms give.
    """
    if source is not None and source not in FORMATS:
        known = ", ".join(FORMATS)
        raise DownloadError(f"--from {printable(source)}: it is one of {known}.")
    tried = [FORMATS[source]] if source else list(FORMATS.values())
    found = [sorting for read in tried if (sorting := read(download, assignment)).hand_ins]
    # These two write what nobody else does.
    sure = [sorting for sorting in found if sorting.source in ("gradescope", "moodle")]
    best = sure or sorted((s for s in found if s.share >= 0.5 or source), key=lambda s: -s.share)
    if not best:
        raise DownloadError(_unrecognised(download, assignment, source))
    if len(best) > 1 and best[0].share == best[1].share:
        names = " or ".join(sorting.source for sorting in best)
        raise DownloadError(f"{download.path} may come from {names}: say which with --from.")
    return best[0]


def _unrecognised(download: Download, assignment: str, source: str | None) -> str:
    """Say why nobody's hand-in was recognised, and what to do."""
    path, entries = download.path, download.entries
    if not entries:
        return f"{path} holds no file."
    seen = "; ".join(entry.path for entry in entries[:3])
    if all(entry.name.casefold().endswith(".zip") for entry in entries):
        return f"{path} holds only zips ({seen}): unpack it, and name one of them."
    if any(re.fullmatch(r"submission_\d+", part) for entry in entries for part in entry.parts):
        return (
            f"{path} seems to come from Gradescope, but submission_metadata.yml is not in it, "
            "which says whose each folder is: export the submissions again, and name the whole."
        )
    fits = "Its files are named as by no platform that is known here"
    if source:
        fits = f"Its files are not named as {source} names them"
    return (
        f"{path}: nobody's hand-in was recognised. {fits}. It holds: {seen}. Known are "
        f"{', '.join(FORMATS)}; or put the files into submitted/STUDENT/{assignment}/ yourself."
    )


FORMATS: dict[str, Callable[[Download, str], Sorting]] = {
    "moodle": moodle,
    "canvas": canvas,
    "ilias": ilias,
    "gradescope": gradescope,
    "classroom": classroom,
}
"""The platforms whose downloads are known."""
