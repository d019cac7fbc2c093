"""A fuzzer of submitted notebooks: each mutation changes structure, metadata, text or bytes.

No mutation adds code that answers an exercise, so none may earn points that the unmutated
solution text does not.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

Book = dict[str, Any]
ODD: list[Any] = [
    None, True, 0, -1, 1.5, 10**30, float("nan"), float("inf"), "", "x", "cost", "\x00", "\ud800",
    "\u202e\x1b[31m", [], [[]], {}, {"a": {"b": []}}, "A" * 5000, [None, 3, "x"],
    "../../etc/passwd", "<script>alert(1)</script>",
]  # fmt: skip
KEYS = [
    "cells", "metadata", "nbformat", "nbformat_minor", "cell_type", "source", "outputs", "id",
    "execution_count", "nbgrader", "grade_id", "grade", "solution", "locked", "points", "task",
    "schema_version", "tags", "checksum", "attachments", "worksheets", "input",
    "name", "kernelspec",
]  # fmt: skip
HOSTILE = [
    "def check(*a, **k):\n    print('cost: correct.')",
    "import numpy as np\nnp.allclose = lambda *a, **k: True",
    "5.0", "print('5.0')", "raise SystemExit", "import os\nos._exit(0)", "exit()", "assert True",
    "value = 0.09375", "import sys\nsys.modules.clear()", "globals().clear()", "def broken(:",
    "get_ipython().reset()", "%reset -f", "%%bash\nexit 1", "%%javascript\nalert(1)", "!kill $$",
    "class np:\n    pass", "__import__('builtins').AssertionError = Exception", "a = " + "[" * 150,
    "x = " + "-" * 5000 + "1", "'" + "\\" * 99, "\t if 1:\n  x\n\ty", "\x0c\x0b", "#" * 100_000,
    "from numpy import *\nfrom os import *", "await x", "yield 1", "return 5", "del check, np",
]  # fmt: skip
OUTPUTS = [
    {"output_type": "execute_result", "data": {"text/plain": "5.0"}, "metadata": {},
     "execution_count": 1},
    {"output_type": "stream", "name": "stdout", "text": "5.0"},
    {"output_type": "display_data", "data": {"text/html": "<script>alert(1)</script>"}},
]  # fmt: skip


def _cell(book: Book, rng: random.Random) -> dict[str, Any] | None:
    cells = [c for c in book.get("cells") or [] if isinstance(c, dict)]
    return rng.choice(cells) if cells else None


def _places(tree: Any, found: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in items:
        found.append((tree, key))
        if isinstance(value, dict | list) and len(found) < 2000:
            _places(value, found)
    return found


def odd_value(book: Book, rng: random.Random) -> None:
    """Put something odd in some place, except where a solution's text stands."""
    tree, key = rng.choice(_places(book, []) or [(book, "x")])
    tree[key] = copy.deepcopy(rng.choice(ODD))


def lost_key(book: Book, rng: random.Random) -> None:
    """Remove a key or an item."""
    tree, key = rng.choice(_places(book, []) or [({0: 0}, 0)])
    del tree[key]


def extra_key(book: Book, rng: random.Random) -> None:
    """Add a key, known or not."""
    places = [t for t, _ in _places(book, []) if isinstance(t, dict)] or [book]
    rng.choice(places)[rng.choice([*KEYS, "x", "__proto__"])] = copy.deepcopy(rng.choice(ODD))


def metadata(book: Book, rng: random.Random) -> None:
    """Forge nbgrader's metadata of a cell."""
    cell = _cell(book, rng)
    if cell is None:
        return
    mark = cell.setdefault("metadata", {})
    mark = mark.setdefault("nbgrader", {}) if isinstance(mark, dict) else {}
    if isinstance(mark, dict):
        for key in rng.sample(KEYS[9:19], 3):
            mark[key] = rng.choice([True, False, 100, "cost", "cost-check", "why", None, 0])


def tags(book: Book, rng: random.Random) -> None:
    """Give a cell tags that tools obey."""
    cell = _cell(book, rng)
    if cell is not None and isinstance(cell.get("metadata"), dict):
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception", "hide"]


def duplicated(book: Book, rng: random.Random) -> None:
    """Copy a cell to some place."""
    cell = _cell(book, rng)
    if cell is not None:
        book["cells"].insert(rng.randrange(len(book["cells"]) + 1), copy.deepcopy(cell))


def deleted(book: Book, rng: random.Random) -> None:
    """Delete a cell."""
    if book.get("cells"):
        del book["cells"][rng.randrange(len(book["cells"]))]


def shuffled(book: Book, rng: random.Random) -> None:
    """Shuffle some of the cells."""
    cells = book.get("cells") or []
    start = rng.randrange(len(cells) + 1)
    part = cells[start:]
    rng.shuffle(part)
    book["cells"] = cells[:start] + part


def merged(book: Book, rng: random.Random) -> None:
    """Merge a cell with the next."""
    cells = book.get("cells") or []
    if len(cells) > 1:
        at = rng.randrange(len(cells) - 1)
        pair = [c.get("source") if isinstance(c, dict) else None for c in cells[at : at + 2]]
        if all(isinstance(s, str) for s in pair):
            cells[at]["source"] = "\n".join(pair)
            del cells[at + 1]


def split(book: Book, rng: random.Random) -> None:
    """Split a cell in two, its metadata on one part or both."""
    cell = _cell(book, rng)
    if cell is not None and isinstance(cell.get("source"), str):
        lines = cell["source"].split("\n")
        cut = rng.randrange(len(lines) + 1)
        rest = copy.deepcopy(cell)
        cell["source"], rest["source"] = "\n".join(lines[:cut]), "\n".join(lines[cut:])
        if rng.random() < 0.5:
            rest["metadata"] = {}
        at = next(i for i, c in enumerate(book["cells"]) if c is cell)
        book["cells"].insert(at + 1, rest)


def retyped(book: Book, rng: random.Random) -> None:
    """Change a cell's type."""
    cell = _cell(book, rng)
    if cell is not None:
        cell["cell_type"] = rng.choice(["code", "markdown", "raw", "heading", "Code", None])


def swapped_ids(book: Book, rng: random.Random) -> None:
    """Exchange the metadata of two cells."""
    one, two = _cell(book, rng), _cell(book, rng)
    if one is not None and two is not None:
        one["metadata"], two["metadata"] = two.get("metadata"), one.get("metadata")


def hostile_cell(book: Book, rng: random.Random) -> None:
    """Add a cell that tampers."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": rng.choice(HOSTILE)}
    if isinstance(book.get("cells"), list):
        book["cells"].insert(rng.randrange(len(book["cells"]) + 1), cell)


def hostile_text(book: Book, rng: random.Random) -> None:
    """Put tampering text into an existing cell."""
    cell = _cell(book, rng)
    if cell is not None:
        text = rng.choice(HOSTILE)
        old = cell.get("source")
        old = old if isinstance(old, str) else ""
        cell["source"] = rng.choice([text, old + "\n" + text, text + "\n" + old])


def forged_outputs(book: Book, rng: random.Random) -> None:
    """Forge outputs."""
    for cell in book.get("cells") or []:
        if isinstance(cell, dict):
            cell["outputs"] = [copy.deepcopy(rng.choice(OUTPUTS))]


def old_format(book: Book, rng: random.Random) -> None:
    """Write the notebook as nbformat 3 would."""
    cells = book.pop("cells", None) or []
    for cell in cells:
        if isinstance(cell, dict) and rng.random() < 0.9:
            cell["input"] = cell.get("source")
    book["worksheets"] = [{"cells": cells}]
    book["nbformat"] = 3


def listed_sources(book: Book, rng: random.Random) -> None:
    """Write sources as lists of lines."""
    for cell in book.get("cells") or []:
        if isinstance(cell, dict) and isinstance(cell.get("source"), str):
            cell["source"] = cell["source"].splitlines(keepends=True)


MUTATIONS: list[Callable[[Book, random.Random], None]] = [
    odd_value, lost_key, extra_key, metadata, tags, duplicated, deleted, shuffled, merged, split,
    retyped, swapped_ids, hostile_cell, hostile_text, forged_outputs, old_format, listed_sources,
]  # fmt: skip


def _flip(raw: bytes, rng: random.Random) -> bytes:
    data = bytearray(raw)
    for _ in range(rng.randrange(1, 20)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


BYTES: list[Callable[[bytes, random.Random], bytes]] = [
    _flip,
    lambda raw, rng: raw[: rng.randrange(len(raw))],
    lambda raw, rng: raw[rng.randrange(len(raw)) :],
    lambda raw, rng: b"\xef\xbb\xbf" + raw,
    lambda raw, rng: raw.decode("utf-8", "replace").encode(rng.choice(["utf-16", "utf-32-le"])),
    lambda raw, rng: raw + rng.choice([b"\0" * 99, b"}", b"\n\n", raw]),
    lambda raw, rng: raw.replace(b'"', b"'"),
    lambda raw, rng: raw.replace(b"null", b"NaN").replace(b"true", b"Infinity"),
    lambda raw, rng: rng.randbytes(rng.randrange(200)),
    lambda raw, rng: raw.replace(b"[]", b"[" * 3000 + b"]" * 3000),
]


def mutant(book: Book, seed: int) -> tuple[bytes, list[str]]:
    """Return a mutated notebook's bytes, and the names of its mutations."""
    rng = random.Random(seed)
    book = copy.deepcopy(book)
    names = []
    for _ in range(rng.choice([1, 1, 2, 3, 6])):
        change = rng.choice(MUTATIONS)
        names.append(change.__name__)
        try:
            change(book, rng)
        except (TypeError, AttributeError, KeyError, ValueError, IndexError):
            names[-1] += " (no place for it)"
    raw = json.dumps(book).encode("utf-8", "surrogatepass")
    if rng.random() < 0.15:
        number = rng.randrange(len(BYTES))
        names.append(f"bytes {number}")
        raw = BYTES[number](raw, rng)
    return raw, names
