"""CSV tables that pass between a course and the systems around it."""

from __future__ import annotations

import csv
import io
import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from autograder.cells import printable
from autograder.errors import AutograderError

FILE_BYTES = 50_000_000
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
_AFTER_DELIMITER = re.compile(r"([,;\t\r\n][ \"]*)([^,;\t\r\n]+)")
_DELIMITERS = {"\t": "tab", ";": "semicolon", ",": "comma"}


class TableError(AutograderError):
    """A table cannot be read; the message names the file and the remedy."""


@dataclass(frozen=True)
class Table:
    """A table with one row of heads; each row has as many fields as there are heads.

    Attributes
    ----------
    lines : list of int
        The line of the file on which each row ends.
    """

    file: Path
    heads: tuple[str, ...]
    rows: list[list[str]]
    delimiter: str = ","
    lines: list[int] = field(default_factory=list)

    @property
    def shown_heads(self) -> str:
        """The columns' names, for messages."""
        return ", ".join(printable(head, 40) for head in self.heads[:20])

    def column(self, *names: str) -> int | None:
        """Return the place of the first column with one of these names, whatever their case."""
        plain = [_plain(head) for head in self.heads]
        return next((plain.index(name) for name in map(_plain, names) if name in plain), None)

    def need(self, *names: str) -> int:
        """Return the place of a column that the table must have.

        Raises
        ------
        TableError
            If it is missing; the message names the columns that there are.
        """
        place = self.column(*names)
        if place is None:
            raise TableError(
                f"{self.file} has no column {names[0]!r}. Its columns: {self.shown_heads}."
            )
        return place


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())


def read_table(path: Path) -> Table:
    """Read a CSV file as spreadsheets and learning platforms write them.

    Comma, semicolon or tab; with or without a byte-order mark; UTF-8, UTF-16 or Windows' own
    encoding; empty rows are left out.

    Raises
    ------
    TableError
        If it is no such file.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= FILE_BYTES else b""
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror or error}.") from None
    if size > FILE_BYTES:
        raise TableError(f"{path} has {size / 1e6:.0f} MB: that is no table of a class.")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise TableError(f"{path} is a spreadsheet: open it and save it as CSV.")
    text = _decoded(data)
    first, _, rest = text.partition("\n")
    before = 0
    named = first.lstrip()[4:5] if first.strip().casefold().startswith("sep=") else ""
    if named in tuple(_DELIMITERS):
        text, before = rest, 1  # Excel's own way to name the delimiter
    try:
        delimiter = named if before else max(_DELIMITERS, key=lambda sign: _fit(text, sign))
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        read = [(before + reader.line_num, [each.strip() for each in row]) for row in reader]
    except csv.Error as error:
        raise TableError(f"{path} cannot be read as CSV: {error}.") from None
    full = [(line, row) for line, row in read if any(row)]
    if not full:
        raise TableError(f"{path} is empty.")
    heads = tuple(full[0][1])
    width = len(heads)
    for line, row in full[1:]:
        if any(row[width:]):
            raise TableError(
                f"{path}, line {line}: it has more than the {width} fields that the first line "
                f"names. Put a text with a {_DELIMITERS[delimiter]} in it into quotes."
            )
    rows = [(row + [""] * width)[:width] for _, row in full[1:]]
    return Table(path, heads, rows, delimiter, [line for line, _ in full[1:]])


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many columns a delimiter would make, and how many of the first rows have all."""
    reader = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=delimiter)
    counts = [len(row) for row in itertools.islice(reader, 20)]
    return (counts[0], counts.count(counts[0])) if counts else (0, 0)


def harmless(text: str) -> str:
    """Return text that starts no formula in a spreadsheet, wherever that splits the line."""
    return harmless_start(_AFTER_DELIMITER.sub(lambda m: m[1] + harmless_start(m[2]), text))


def harmless_start(text: str) -> str:
    """Return text that starts no formula in a spreadsheet that splits the line as we do."""
    start = unicodedata.normalize("NFKC", text.lstrip(" ")[:1])
    is_formula = len(text.strip(" ")) > 1 and start.startswith(FORMULA_SIGNS)
    return f"'{text}" if is_formula else text


def text_of_rows(rows: Iterable[Sequence[str]], delimiter: str = ",", newline: str = "\n") -> str:
    """Return rows as CSV, fields in quotes where they must be."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=newline).writerows(rows)
    return text.getvalue()
