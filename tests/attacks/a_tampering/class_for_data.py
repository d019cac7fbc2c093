"""Return a class where data is expected, whose metaclass gives it a length of 0 and all attributes.

Must not: take a class for an empty array, a set or a list.
"""

from live_objects import LIVE_OBJECTS, everywhere

ASSIGNMENT = LIVE_OBJECTS
FIRST = [
    "class Meta(type):\n"
    "    __len__ = lambda c: 0\n"
    "    __iter__ = lambda c: iter(())\n"
    "    __contains__ = lambda c, item: True\n"
    "    def __getattr__(c, name): return lambda *a: True\n"
    "class Agrees(metaclass=Meta):\n"
    "    issuperset = equals = staticmethod(lambda other: True)"
]
ANSWERS = everywhere("Agrees") | {"evens": "def evens(n):\n    return [Agrees]"}
REASON = "it is the class __main__.Agrees, which cannot be graded"
STOPPED_BY = "a class stands only where the solution has an object or a function"
PROCESS_STOPS = True
