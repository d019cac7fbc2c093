"""Forms in which one and the same answer may come: each remakes what a function returned.

The text of this file is also run in a student's notebook: it imports nothing of the project.
"""

import types
from collections import OrderedDict, UserDict, defaultdict, namedtuple

import numpy as np


class Grades(dict):
    pass


class Row(list):
    pass


class Both(tuple):
    pass


class Metres(float):
    pass


def remake(value, number=None, array=None, mapping=None, pair=None):
    """Return a value with its numbers, arrays, dictionaries and tuples in other forms."""
    parts = number, array, mapping, pair
    if isinstance(value, dict):
        made = {key: remake(part, *parts) for key, part in value.items()}
        return mapping(made) if mapping else made
    if isinstance(value, (tuple, list)):
        made = type(value)(remake(part, *parts) for part in value)
        return pair(made) if pair and isinstance(value, tuple) else made
    if isinstance(value, np.ndarray) and value.ndim:
        return array(value) if array else value
    if isinstance(value, (int, float, np.number, np.ndarray)):
        return number(value) if number else value
    return value


def named(values):
    """Make a named tuple."""
    return namedtuple("Answer", [f"part{i}" for i in range(len(values))])(*values)


def strided(array):
    """Make a view into a larger array, with gaps."""
    large = np.zeros(tuple(2 * n for n in array.shape), array.dtype)
    view = large[tuple(slice(None, None, 2) for _ in array.shape)]
    view[...] = array
    return view


def read_only(array):
    """Make a copy that refuses changes."""
    array = array.copy()
    array.flags.writeable = False
    return array


def if_same(array, kind):
    """Convert where that changes no number."""
    made = np.asarray(array).astype(kind)
    return made[()] if np.array_equal(made, array) else array


FORMS = {
    "OrderedDict": {"mapping": OrderedDict},
    "defaultdict": {"mapping": lambda d: defaultdict(float, d)},
    "dict subclass": {"mapping": Grades},
    "UserDict": {"mapping": UserDict},
    "mapping proxy": {"mapping": types.MappingProxyType},
    "named tuple": {"pair": named},
    "tuple subclass": {"pair": Both},
    "list": {"pair": list},
    "list subclass": {"pair": Row},
    "Fortran order": {"array": np.asfortranarray},
    "view with gaps": {"array": strided},
    "read-only": {"array": read_only},
    "single precision": {"array": np.float32},
    "long double": {"array": np.longdouble, "number": np.longdouble},
    "big-endian": {"array": lambda a: a.astype(a.dtype.newbyteorder(">"))},
    "integers": {
        "array": lambda a: if_same(a, int),
        "number": lambda x: if_same(x, int),
    },
    "small integers": {"array": lambda a: if_same(a, np.int8)},
    "truth values": {"array": lambda a: if_same(a, bool)},
    "0-d array": {"number": np.array},
    "numpy number": {"number": np.float64},
    "single number": {"number": np.float32},
    "float subclass": {"number": Metres},
    "one entry": {"number": lambda x: np.reshape(x, (1, 1))},
    "one entry in a list": {"number": lambda x: [float(x)]},
    "nested lists": {"array": lambda a: a.tolist()},
}
"""How each form remakes an answer, as keywords of :func:`remake`."""
