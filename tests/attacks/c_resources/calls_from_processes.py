"""Call a test's function from forks of the process, all on one connection.

Must not: let answers go astray, or hurt the exercises that come next.
"""

ASSIGNMENT = "hand_written"
ANSWERS = {
    "slope": (
        "import os\n"
        "def slope(f, x):\n"
        "    for _ in range(4):\n"
        "        if os.fork() == 0:\n"
        "            try:\n"
        "                f(0.0)\n"
        "            finally:\n"
        "                os._exit(0)\n"
        "    return 0.0"
    ),
}
HONEST = ["count"]
EARNED = 4.0
REASON = "slope-hidden: failed"
STOPPED_BY = "functions of ours are called in the notebook's own process only"
PROCESS_STOPS = True
