"""Call a test's function from threads that go on after the answer.

Must not: end the process, or hurt the exercises that come next.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "slope": (
        "import threading\n"
        "def slope(f, x):\n"
        "    def go():\n"
        "        while True:\n"
        "            f(0.0)\n"
        "    for _ in range(4):\n"
        "        threading.Thread(target=go, daemon=True).start()\n"
        "    return 0.0"
    ),
}
HONEST = ["count"]
EARNED = 4.0
REASON = "slope-hidden: failed"
STOPPED_BY = "one thread at a time talks with the grader, and only during a call"
PROCESS_STOPS = True
