"""Who is meant: the students of a course, and the names under which platforms know them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from autograder.course.folders import unusable_name

NOT_AMONG = "not among the students"

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
    odd_time : str
        What the roster says instead, where that cannot be read.
    team : str
        With whom the student hands in together, where that was asked for.
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
    odd_time: str = ""
    team: str = ""

    @property
    def whole_name(self) -> str:
        """The name as one text."""
        return self.full or f"{self.last} {self.first}".strip()

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
    after_team: str = ""  # the name without its team's, which Moodle writes before it


@dataclass
class People:
    """All students of a course, found by any of their names.

    ``complete`` is whether whoever is not among them is unknown.
    """

    persons: list[Person] = field(default_factory=list)
    complete: bool = False

    def __post_init__(self) -> None:
        self._known: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._teams: dict[str, list[Person]] = defaultdict(list)
        self._spelled: dict[str, set[str]] = defaultdict(set)  # bare words -> names of teams
        for person in self.persons:
            for key in set(_keys_of(person)):
                self._known[key].append(person)
            if team := _team_key(person.team):
                self._teams[team].append(person)
                self._spelled[_bare(team)].add(team)

    def known(self, claim: Claim) -> str:
        """Return the id of the one person here that is meant; empty if none is."""
        found = self.find(claim)
        return found.id if isinstance(found, Person) and found in self.persons else ""

    def others_of_team(self, person: Person) -> list[Person]:
        """Return with whom a student hands in together."""
        return [other for other in self._teams.get(_team_key(person.team), []) if other != person]

    def team_named(self, claim: Claim) -> list[Person]:
        """Return the students of the one team whose name a hand-in carries."""
        for name in filter(None, (*claim.ids, claim.name)):
            exactly = {_team_key(name)} & self._teams.keys()
            teams = exactly or self._spelled.get(_bare(name), set())
            if len(teams) == 1:
                return self._teams[next(iter(teams))]
        return []

    def find(self, claim: Claim) -> Person | str:
        """Return the one person that is meant, or say why none is."""
        found = self.meant(claim)
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(sorted(person.id for person in found)[:5])
            return f"{len(found)} students are called so: {ids}"
        if others := self._of_other_numbers(claim):
            return (
                f"the roster gives this name another number ({', '.join(others[:5])}): is it the "
                "grading worksheet of this assignment?"
            )
        if self.complete:
            return NOT_AMONG
        return unusable_id(claim.fallback) or Person(claim.fallback)

    def meant(self, claim: Claim) -> list[Person]:
        """Return all who may be meant, by the surest thing that is known of them."""
        for key in _keys_of_claim(claim):
            if found := [who for who in self._known.get(key, []) if not _contradicts(who, claim)]:
                return found
        return []

    def _of_other_numbers(self, claim: Claim) -> list[str]:
        """Return the numbers in Moodle of those who are called so, where only these differ."""
        numberless = replace(claim, participant="")
        return [who.participant for who in self.meant(numberless)] if claim.participant else []


def _team_key(name: str) -> str:
    """Return a team's name as it is compared: "C++" and "C#" are two."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _bare(name: str) -> str:
    """Return a team's name as a platform may write it in a path."""
    return " ".join(next(words_of(name)))


def _contradicts(person: Person, claim: Claim) -> bool:
    """Whether a number, or another address at the same place, says that somebody else is meant."""
    known, _, here = person.email.casefold().rpartition("@")
    told, _, there = claim.email.casefold().rpartition("@")
    if known and told and here == there and known != told:
        return True
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


def _ordered_keys(*names: str) -> Iterator[tuple[str, str]]:
    """Yield a name's words, the first name's first, also of "Lovelace, Ada"."""
    for name in filter(str.strip, names):
        last, comma, first = name.partition(",")
        for words in words_of(f"{first} {last}" if comma else name):
            yield "ordered", " ".join(words)


def _run_keys(*names: str) -> Iterator[tuple[str, str]]:
    """Yield a name's words without anything between, from whichever of them it may begin."""
    for name in filter(str.strip, names):
        for words in words_of(name):
            for n in range(len(words)):
                yield "run", "".join(words[n:] + words[:n])


def _keys_of(person: Person) -> Iterator[tuple[str, str]]:
    for name in filter(None, (person.id, *person.others)):
        yield "id", name.casefold()
    if not person.has_names:
        # An earlier download's own number or name: for others it may be a number of another kind.
        yield "bare", person.id.casefold()
    if person.email:
        yield "email", person.email.casefold()
    if person.lms:
        yield "lms", person.lms
    if person.participant:
        yield "participant", person.participant
    if not person.has_names and " " in person.id:
        # An earlier download's name became the id: "Kim Lee" is not "Lee Kim" by that alone.
        yield from _ordered_keys(person.id)
    names = (f"{person.last} {person.first}", person.full)
    yield from _name_keys(*names)
    yield from _run_keys(*names)


def _keys_of_claim(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield what a person may be known by, the surest first."""
    if claim.participant:
        yield "participant", claim.participant
    if claim.lms:
        yield "lms", claim.lms
    for name in filter(None, (*claim.ids, claim.email)):
        yield "id", name.casefold()
    for name in filter(None, (claim.lms, claim.fallback)):
        yield "bare", name.casefold()
    if claim.email:
        yield "email", claim.email.casefold()
    yield from _name_keys(claim.name, claim.after_team)
    yield from _ordered_keys(claim.name, claim.after_team)
    if claim.run_together:
        for words in words_of(claim.run_together):
            yield "run", "".join(words)


def together(roster: Iterable[Person], known: People) -> People:
    """Return a roster's people under the ids that the gradebook already has for them.

    A name tells somebody's id only where nobody else in the roster has the name, or the id.
    """
    listed = list(roster)
    names = Counter(key for person in listed for key in set(_name_keys(person.whole_name)))
    sure = {person.id: known.known(_claim_of(person)) for person in listed}
    taken = {found for found in sure.values() if found}
    persons = []
    for person in listed:
        same = sure[person.id]
        if not same and all(names[key] == 1 for key in set(_name_keys(person.whole_name))):
            same = known.known(replace(_claim_of(person), name=person.whole_name))
            same = "" if same in taken else same
        others = (*person.others, person.id)
        persons.append(replace(person, id=same or person.id, others=others))
    return People(persons, complete=True)


def _claim_of(person: Person) -> Claim:
    """Return whom a person of a roster claims to be, without the name."""
    return Claim(person.id, person.id, ids=person.others, lms=person.lms, email=person.email)
