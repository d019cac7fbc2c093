"""Write every key twice, the second time otherwise, so that two readers see two notebooks.

Must not: check one notebook and grade another.
"""

import json


def mutate(notebook):
    text = json.dumps(notebook)
    return text[:-1].encode() + b', "cells": [], "cells": [{"cell_type": "code"}]}'


REASON = "stand twice"
STOPPED_BY = "read once, the last one, with a note; the instructor's cells are graded"
PROCESS_STOPS = True
