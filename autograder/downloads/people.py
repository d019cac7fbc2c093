"""Who is meant: the students of a course, and the names under which platforms know them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from autograder.course.folders import unusable_name

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


@dataclass(frozen=True)
class Person:
    """A student.

    Attributes
    ----------
    id : str
        The name of the student's folder, and nbgrader's id.
    lms : str
        The number that Canvas gives a user.
    others : tuple of str
        Further ids, by any of which a platform may call the student.
    participant : str
        The number that Moodle gives a student in one assignment.
    handed_in : datetime or None
        When, in naive UTC, where the roster tells it.
    """

    id: str
    first: str = ""
    last: str = ""
    full: str = ""
    email: str = ""
    lms: str = ""
    others: tuple[str, ...] = ()
    participant: str = ""
    handed_in: datetime | None = None

    @property
    def has_names(self) -> bool:
        """Whether more is known than the id."""
        return bool(self.first or self.last or self.full or self.email or self.lms)


@dataclass(frozen=True)
class Claim:
    """Whose a hand-in is, as the download tells it.

    Attributes
    ----------
    shown : str
        How messages call the student.
    fallback : str
        The id to use where there is no roster.
    """

    shown: str
    fallback: str
    ids: tuple[str, ...] = ()
    participant: str = ""
    lms: str = ""
    email: str = ""
    name: str = ""
    run_together: str = ""  # last and first name without anything between


@dataclass
class People:
    """All students of a course, found by any of their names.

    ``complete`` is whether whoever is not among them is unknown.
    """

    persons: list[Person] = field(default_factory=list)
    complete: bool = False

    def __post_init__(self) -> None:
        self._known: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in self.persons:
            for key in set(_keys_of(person)):
                self._known[key].append(person)

    def find(self, claim: Claim) -> Person | str:
        """Return the one person that is meant, or say why none is."""
        for key in _keys_of_claim(claim):
            found = [who for who in self._known.get(key, []) if not _contradicts(who, claim)]
            if len(found) == 1:
                return found[0]
            if found:
                ids = ", ".join(sorted(person.id for person in found)[:5])
                return f"{len(found)} students are called so: {ids}"
        if self.complete:
            return "not among the students"
        return unusable_id(claim.fallback) or Person(claim.fallback)


def _contradicts(person: Person, claim: Claim) -> bool:
    """Whether a number says that somebody else of that name is meant."""
    pairs = ((person.lms, claim.lms), (person.participant, claim.participant))
    return any(known and told and known != told for known, told in pairs)


def unusable_id(name: str) -> str:
    """Say why a text cannot be a student's id and folder, or return an empty string."""
    if not name or name != name.strip() or name.startswith(".") or re.search(r'[/\\:*?"<>|]', name):
        return "the name cannot be that of a folder"
    return unusable_name(name)


def words_of(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a name in its spellings without accents."""
    for text in (name, name.casefold().translate(_GERMAN)):
        plain = unicodedata.normalize("NFKD", text.casefold())
        bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
        yield tuple(re.findall(r"[^\W_]+", bare))


def _name_keys(*names: str) -> Iterator[tuple[str, str]]:
    for name in filter(str.strip, names):
        for words in words_of(name):
            yield "words", " ".join(sorted(words))


def _run_keys(*names: str) -> Iterator[tuple[str, str]]:
    """Yield a name's words without anything between, from whichever of them it may begin."""
    for name in filter(str.strip, names):
        for words in words_of(name):
            for n in range(len(words)):
                yield "run", "".join(words[n:] + words[:n])


def _keys_of(person: Person) -> Iterator[tuple[str, str]]:
    for name in filter(None, (person.id, *person.others)):
        yield "id", name.casefold()
    if person.email:
        yield "email", person.email.casefold()
    if person.lms:
        yield "lms", person.lms
    if person.participant:
        yield "participant", person.participant
    names = (f"{person.last} {person.first}", person.full)
    yield from _name_keys(*names)
    yield from _run_keys(*names)


def _keys_of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what a person may be known by, the surest first."""
    if claim.participant:
        yield "participant", claim.participant
    if claim.lms:
        yield "lms", claim.lms
    for name in (*claim.ids, claim.lms, claim.email, claim.fallback):
        if name:
            yield "id", name.casefold()
    if claim.email:
        yield "email", claim.email.casefold()
    yield from _name_keys(claim.name)
    if claim.run_together:
        for words in words_of(claim.run_together):
            yield "run", "".join(words)


def together(roster: Iterable[Person], known: People) -> People:
    """Return a roster's people under the ids that the gradebook already has for them."""
    persons = []
    for person in roster:
        claim = Claim(
            person.id,
            person.id,
            ids=person.others,
            lms=person.lms,
            email=person.email,
            name=person.full or f"{person.first} {person.last}",
        )
        found = known.find(claim)
        same = found.id if isinstance(found, Person) and found in known.persons else person.id
        others = (*person.others, person.id)
        persons.append(Person(**{**vars(person), "id": same, "others": others}))
    return People(persons, complete=True)
