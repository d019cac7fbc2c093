"""Hide objects from which all numbers differ by nothing in a structured array and in a slice.

Must not: take for data what is searched for live objects only at its surface.
"""

from live_objects import LIVE_OBJECTS, NOTHING

ASSIGNMENT = LIVE_OBJECTS
FIRST = [NOTHING]
ANSWERS = {
    "span": "def span(n):\n    return slice(Nothing(), n + 3)",
    "rows": "import numpy as np\ndef rows(n):\n    made = np.empty(n, [('n', object)])\n"
    "    for row in range(n):\n        made['n'][row] = Nothing()\n    return made",
    "tags": "import numpy as np\ndef tags(text):\n"
    "    return np.ma.MaskedArray([Nothing()], mask=True, dtype=object)",
}
REASON = "Nothing, which cannot be graded"
STOPPED_BY = "live objects are looked for in fields, slices and under masks, too"
PROCESS_STOPS = True
