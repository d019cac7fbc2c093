"""Gradescope's export: a table of contents in YAML says whose each folder is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import yaml

from autograder.cells import printable
from autograder.downloads.archive import Download, DownloadError, Entry
from autograder.downloads.people import Claim, unusable_id
from autograder.downloads.sorting import Sorting
from autograder.downloads.times import moment_of

CONTENTS = "submission_metadata.yml"
MAX_DEPTH = 50


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads plain data, and nothing of objects that Ruby may have written between it."""

    def flatten_mapping(self, node: Any) -> None:
        """Merge no mapping into another: a few lines could become gigabytes."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)


def gradescope(download: Download, _: str = "") -> Sorting:
    """Sort "submission_12345/..." by the submitters of each; a group's goes to all of it."""
    found = Sorting("gradescope")
    contents = next((entry for entry in download.entries if entry.name == CONTENTS), None)
    if contents is None:
        return found
    base = contents.parts[:-1]
    known = _contents(contents)
    for entry in download.entries:
        if entry is contents:
            continue
        inside = entry.parts[len(base) :] if entry.parts[: len(base)] == base else ()
        submission = known.get(inside[0]) if inside else None
        claims = list(_claims(submission)) if submission else []
        for claim in claims:
            found.add(claim, inside[1:] or inside, entry)
            when = submission.get("created_at") if submission else None
            if isinstance(when, str | datetime):
                found.hand_ins[claim].when = moment_of(when, UTC)
        if not claims:
            found.rest.append(entry)
    return found


def _contents(entry: Entry) -> dict[str, dict[str, Any]]:
    data = entry.read()
    try:
        if _depth(data) > MAX_DEPTH:
            raise ValueError(f"it is nested deeper than {MAX_DEPTH} levels")
        read = yaml.load(data, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = printable(" ".join(str(error).split()), 200)
        raise DownloadError(f"{entry.path} cannot be read: {reason}. Export it again.") from None
    if not isinstance(read, dict):
        raise DownloadError(f"{entry.path} lists no submissions: export them again.")
    return {str(name): _plain(value) for name, value in read.items() if isinstance(value, dict)}


def _depth(data: bytes) -> int:
    """Return how deep YAML is nested, at least as far as matters: its loader recurses unguarded."""
    depth = deepest = 0
    for event in yaml.parse(data, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            deepest = max(depth, deepest)
            if deepest > MAX_DEPTH:
                break
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return deepest


def _plain(value: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a mapping whose keys have lost Ruby's colon."""
    return {str(key).lstrip(":"): each for key, each in value.items()}


def _claims(submission: Mapping[str, Any]) -> Iterator[Claim]:
    submitters = submission.get("submitters")
    for each in submitters if isinstance(submitters, list) else []:
        if isinstance(each, dict):
            told = {
                key: str(text).strip()
                for key, text in _plain(each).items()
                if isinstance(text, str | int)
            }
            name, sid, email = (told.get(key, "") for key in ("name", "sid", "email"))
            fallback = sid if sid and not unusable_id(sid) else email
            if name or fallback:
                shown = f"{name} ({sid or email})"
                yield Claim(shown, fallback, ids=(sid,) if sid else (), email=email, name=name)
