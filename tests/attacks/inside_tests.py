"""An assignment whose tests cannot be judged from outside, so that they run in the sandbox."""

from __future__ import annotations

INSIDE = "inside"
CONFIG = 'c.Grader.tests = "auto"\n'
ANSWERS = {
    "save": "def save(text):\n    with open('kept.txt', 'w') as file:\n        file.write(text)",
    "pause": "import time\ndef pause(n):\n    for _ in range(n):\n        time.sleep(1)",
    "tally": "hits = 0\ndef tally():\n    global hits\n    hits += 1",
    "size": "import os\ndef size(name):\n    return os.path.getsize(name)",
    "part": "def part(name):\n    with open(name, 'w') as file:\n        file.write('abcd')",
}
VISIBLE = {
    "save": "save('a')\nassert open('kept.txt').read() == 'a'",
    "pause": "from unittest import mock\nwith mock.patch('time.sleep') as slept:\n"
    "    pause(2)\nassert slept.call_count == 2",
    "tally": "import numpy as np\ntally()\ntally()\nnp.testing.assert_equal(hits, 2)",
    "size": "with open('x.txt', 'w') as file:\n    file.write('abcd')\nassert size('x.txt') == 4",
    "part": "part('p.txt')\nassert open('p.txt').read() == 'abcd'",
}
HIDDEN = {
    "save": "for word in ('@SECRET@', 'b c'):\n    save(word)\n"
    "    assert open('kept.txt').read() == word",
    "pause": "with mock.patch('time.sleep') as slept:\n    pause(5)\nassert slept.call_count == 5",
    "tally": "tally()\nnp.testing.assert_equal(hits, 3)\nassert hits == 3",
    "size": "with open('y.txt', 'w') as file:\n    file.write('abcdefg')\n"
    "assert size('y.txt') == 7",
    "part": "part('q.txt')\nlen(open('q.txt').read())",
}
_HEADS = {
    **{"save": "def save(text):", "pause": "def pause(n):", "tally": "hits = 0\ndef tally():"},
    **{"size": "def size(name):", "part": "def part(name):"},
}


def everywhere(body: str) -> dict[str, str]:
    """Return answers whose functions all have this body."""
    lines = body.replace("\n", "\n    ")
    return {name: f"{head}\n    {lines}" for name, head in _HEADS.items()}


TO_THE_RUNNER = """import sys
frame = sys._getframe()
while type(frame.f_locals.get('self')).__name__ != 'Runner':
    frame = frame.f_back
runner = frame.f_locals['self']
"""
"""Finds the grader's end in the student's process, from within a test."""
