"""The table of attacks, written from their files: ``python tests/attacks/attack_table.py``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent), str(HERE.parent.parent)]

from attack_kit import GROUPS, attacks  # noqa: E402 - found through the line above

README = HERE / "README.md"
_TITLES = {
    "a_tampering": "Tampering with tests",
    "b_structure": "The notebook's structure",
    "c_resources": "Resources",
    "d_escapes": "Escapes",
    "e_forged_output": "Forged output",
    "f_inside": "Tests inside",
}
_HEAD = """# Attacks on the grader

{count} attacks, each a small file that says what it tries and what must not happen. They are
handed in among honest students of a small class, and the class is graded in one run with two
workers. After the run, for each of them: no unearned point; no file of the course, of the project
or of another student changed; no secret of the environment, the source, another submission or a
hidden test in its results; no process left; all honest students with full marks; the reason in
the report. `pytest tests/attacks` runs them in the sandbox, at the level `process` and through
`nbgrader autograde`. `make test` runs them in the sandbox alone, and leaves out some that take
seconds each: `IN_THE_LONG_RUN` in `attack_kit.py` names them, and another one for each.
`-m browser` opens the pages of those who forge output in Chromium.

No attack gains a point of a test that runs outside. The last group is about tests that an
instructor lets run inside (`c.Grader.tests`), where less is promised: what gains there says why.

This page is made from the attack files by `python tests/attacks/attack_table.py`.

| group | attacks | stopped by `sandbox` | stopped by `process` |
| --- | ---: | ---: | ---: |
{counts}

The level `process` keeps tests, expected values and results out of a student's process, so that
no value it returns and nothing it does there earns a point. It does not part it from the account:
files, network, signals and the shared `/tmp` are open. Whoever goes for them can read the
solutions from the disk and answer with them, or write into the gradebook. The tables say which
attacks this level does not stop. Those are not run there, since they would read, fill or end
what belongs to others on the machine.

## What no level stops

- **A hidden test's inputs are seen.** A function is called with them, and can tell them in the
  text of an exception, which its author reads in the feedback. Expected values never cross.
  Inputs are fresh for each text that is handed in, so knowing old ones earns nothing.
- **A test that draws from numpy's global generator after a call** of a function that should draw
  draws from a state that this function may have set, as `np.random.seed(0)` in it does. The state
  is checked to be one that a generator can have; but its numbers can be foreseen. Where the
  solution draws nothing, no state comes back. `examine` has a generator of its own. Hand-written
  tests should draw all inputs before the first call.
- **A hand-written test that computes what it expects from an argument after the call** uses what
  the function left in it, where the solution changes this argument too. Other changes are noted,
  and seen only by checks that look at arguments alone (`assert (x == before).all()`).
- **A hand-written test that compares with NumPy** takes one number for an array of equal ones, as
  NumPy's broadcasting does, and a number in single precision for all that share its seven digits;
  one that sums differences in pandas leaves missing values out; and a loop over the answer (or
  `zip`) sees no more than the answer has. What is empty is refused where the solution gives
  something, and NaN, infinity, imaginary numbers and half precision where it has none; of a table
  of pandas only where all is missing.
- **A function that a test passes** does what it does: `open` opens, `np.empty` shows memory.
- **Answers copied from others** and answers that are right for the inputs that are drawn are
  right answers to this grader.
- **The time of submission** is what `timestamp.txt` says, as in nbgrader. Where students can write
  that file themselves, lateness is theirs to state.
- **A bug in the kernel** ends every sandbox that shares it.

## What the sandbox leaves open

- **Between two looks.** The kernel limits each process; what all processes of a submission hold
  together is looked at twenty times a second, and between two looks they can take more, the
  more so on a busy machine. No control group is made, which alone would be exact. What the kernel
  can free at any time (pages of files that were read, names looked up in vain) does not count.
- **Locks on files do nothing** inside. `flock` says that it is missing, and HDF5 is told to do
  without; `fcntl` locks, which SQLite needs, seem to succeed. An exercise whose processes lock
  files against each other cannot be graded. Locks of `multiprocessing` and `threading` work.
- **Where things come from.** `/proc/self/mountinfo` tells the paths on this machine of the folders
  that a submission sees: of the packages, of Python, and of the course's `utils`. It tells
  nothing of what is in them beyond that.
- **One count for the whole account.** The kernel counts pages in pipes and descriptors that are
  sent through sockets for the account. Submissions can use up the first 64 MB, after which
  new pipes of the account hold 8 KB; and those that send descriptors at the same time can keep
  each other from it. It counts what `epoll` watches, too: one submission can hold half a million
  such watches, all that an account gets on a machine of 2 GB. As long as it runs, code and tests
  that ask for more there (with `asyncio`, say) may fail. Nothing else of the grader's depends on
  any of these.
- **A worker's time.** A submission may hold its worker for all the time that it has altogether.
  Where it takes more than half, its report says how much.
"""


def readme() -> str:
    """Return the text of the table."""
    every, held, stopped = Counter(), Counter(), Counter()
    for attack in attacks():
        every[attack.group] += 1
        held[attack.group] += not attack.get("GAINS")
        stopped[attack.group] += bool(attack.get("PROCESS_STOPS"))
    counts = [f"| {_TITLES[g]} | {every[g]} | {held[g]} | {stopped[g]} |" for g in GROUPS]
    counts.append(f"| all | {every.total()} | {held.total()} | {stopped.total()} |")
    parts = [_HEAD.format(count=every.total(), counts="\n".join(counts))]
    for group in GROUPS:
        parts.append(f"## {_TITLES[group]}\n")
        parts.append("| attack | tries to | must not | sandbox: stopped by | process |")
        parts.append("| --- | --- | --- | --- | --- |")
        for attack in attacks():
            if attack.group != group:
                continue
            level = "stopped" if attack.get("PROCESS_STOPS") else None
            level = level or f"**not stopped**: {attack.get('PROCESS_WHY')}"
            tries = attack.tries.rstrip(".")
            cells = (tries[0].lower() + tries[1:], attack.must_not.rstrip("."))
            held = attack.get("STOPPED_BY")
            if attack.get("GAINS"):
                held = f"**gains {attack.get('EARNED'):g} points**: {attack.get('GAINS')}"
            cells = (*cells, held, level)
            name = f"[{attack.name}]({group}/{attack.name}.py)"
            parts.append("| " + " | ".join((name, *(_cell(c) for c in cells))) + " |")
        parts.append("")
    return "\n".join(parts)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    README.write_text(readme(), encoding="utf-8")
