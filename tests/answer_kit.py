"""Trying invented answers as a student tries them, and saying what the checks made of them.

Each block of tests/answers/<exercise>.py begins with `# %% wrong SLUG: what was done` or
`# %% right SLUG: ...`. In wrong ones `# <-- here` ends a wrong line, and `# <-- after` the line
after which one is missing; `SLUG [not HINT]` rules out a hint that would say something false.
An answer is run in a kernel that has run the notebook up to it. Then come the notebook's check and
hidden check, whatever their cells say.
"""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import importlib
import io
import json
import multiprocessing
import os
import re
import resource
import signal
import sys
import traceback
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = ROOT / "tests" / "answers"
SEED = 7
"""Seed of the hidden inputs, so that a verdict can be looked at again."""
PROCESSOR_SECONDS, PATIENCE = 20, 600
"""What one answer may use, and how long one waits for it on a busy machine."""
HEAD = re.compile(r"^# %% (wrong|right) ([\w-]+)(?: \[not ([\w, -]+)\])?: (.+)$", re.MULTILINE)
MARK = re.compile(r"  # <-- (here|after)$")
STOCK = re.compile(
    r"^Try next|: (at \[.*\] )?(expected|missing)\b|\bentr(y|ies) (is|are) (wrong|not)\b"
    r"|: it is not a finite number|is not the (slope|right number)|is wrong$"
    r"|got (NoneType|None|a tuple of \d+)$|\b(is|are) right\.$"
)
"""What a message says of any wrong answer: that a number or a form is another one."""
KINDS = ("full", "not attempted", "named", "located", "fact", "raised", "neither")


class Answer(NamedTuple):
    """One block: an invented solution cell."""

    exercise: str
    right: bool
    slug: str
    what: str
    text: str
    marked: frozenset[str]
    """The wrong lines, or those beside a missing one, without their indentation."""
    never: frozenset[str]
    """Hints whose diagnosis would be false of this answer, though the numbers may fit."""


@dataclasses.dataclass
class Outcome:
    """What the two checks said. `kind` is one of KINDS, for right answers "earned" or "refused"."""

    answer: Answer
    visible: bool = False
    hidden: bool = False
    kind: str = "neither"
    hint: str | None = None
    lines: tuple[str, ...] = ()
    message: str = ""
    seconds: float = 0.0
    """Processor time of the notebook's check."""

    @property
    def explained(self) -> bool:
        """Whether the student learns more than that something differs."""
        named = self.kind in ("named", "fact") and not self.misnamed
        return named or self.in_right_line

    @property
    def misnamed(self) -> bool:
        """Whether the named mistake is known to be another one."""
        return self.hint in self.answer.never

    @property
    def in_right_line(self) -> bool:
        """Whether a line was named, and all named ones are marked."""
        return bool(self.lines) and set(self.lines) <= self.answer.marked


def read(file: Path) -> list[Answer]:
    """Read the answers to one exercise."""
    parts = HEAD.split(file.read_text(encoding="utf-8"))[1:]
    found = []
    for kind, slug, never, what, body in zip(*(parts[n::5] for n in range(5)), strict=True):
        lines, marked = [], set()
        missing = False
        for line in body.strip("\n").split("\n"):
            mark = MARK.search(line)
            bare = MARK.sub("", line)
            lines.append(bare)
            if mark or (missing and bare.strip()):
                marked.add(plain(bare))
                missing = bool(mark) and mark[1] == "after"
        text = "\n".join(lines) + "\n"
        hints = frozenset(never.split(", ") if never else ())
        right = kind == "right"
        found.append(Answer(file.stem, right, slug, what, text, frozenset(marked), hints))
    return found


def plain(line: str) -> str:
    """Return a line of code without its indentation and comment."""
    return line.split("  #")[0].strip()


def corpus(exercises: Iterable[str] = ()) -> dict[str, list[Answer]]:
    """Read the answers by exercise."""
    wanted = set(exercises)
    files = [file for file in sorted(ANSWERS.glob("*.py")) if file.stem != "measure"]
    if strangers := wanted - {file.stem for file in files}:
        raise SystemExit(f"no answers to {', '.join(sorted(strangers))}")
    return {file.stem: read(file) for file in files if not wanted or file.stem in wanted}


def measure(answers: dict[str, list[Answer]]) -> Iterator[Outcome]:
    """Try answers, notebook by notebook, each in a process of its own."""
    for notebook in sorted((ROOT / "source").glob("*/*.ipynb")):
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        code = [cell for cell in cells if cell["cell_type"] == "code"]
        ids = {cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in code}
        asked = sum(len(answers[exercise]) for exercise in ids & set(answers))
        if not asked:
            continue
        # The kernel lives in a child: what notebooks import and set stays there.
        for fields in _in_child(lambda send, c=code: _notebook(c, answers, send), 3600):
            yield _built(fields)
            asked -= 1
        if asked:
            raise RuntimeError(f"{notebook.stem}: {asked} answers were not tried; see above")


def _notebook(code: list[dict], answers: dict[str, list[Answer]], send) -> None:
    """Run a notebook's given cells and right solutions; at each exercise try the answers to it."""
    sys.path.insert(0, str(ROOT))
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)
    warnings.simplefilter("ignore")
    shell.showtraceback = shell.showsyntaxerror = lambda *args, **options: None  # nobody looks
    texts = {cell["metadata"]["nbgrader"]["grade_id"]: "".join(cell["source"]) for cell in code}
    _warm_up(next(text for name, text in texts.items() if name.endswith("-hidden")))
    for cell in code:
        meta = cell["metadata"]["nbgrader"]
        name = meta["grade_id"]
        if meta["solution"]:
            checks = texts[f"{name}-check"], texts[f"{name}-hidden"]
            for answer in answers.get(name, ()):
                died = Outcome(answer, message="died, or ran for too long")
                died.kind = "refused" if answer.right else "neither"
                tried = list(
                    _in_child(lambda s, a=answer, c=checks: s(_fields(_try(shell, a, *c))))
                )
                send(tried[0] if tried else _fields(died))
        elif meta["grade"] or "skip-execution" in cell["metadata"].get("tags", ()):
            continue
        with contextlib.redirect_stdout(io.StringIO()) as said:
            result = shell.run_cell(texts[name])
        if not result.success:
            raise RuntimeError(f"{name}: {said.getvalue()}") from result.error_in_exec


def _warm_up(hidden: str) -> None:
    """Import here what each child would import again."""
    for node in ast.parse(hidden).body:
        if isinstance(node, ast.ImportFrom):
            importlib.import_module(node.module)
    importlib.import_module("utils.check").load_hints()


def _fields(outcome: Outcome) -> dict:
    return {**vars(outcome), "answer": tuple(outcome.answer)}


def _built(fields: dict) -> Outcome:
    """Build an outcome from what crossed: in a kernel this module is not the main one."""
    return Outcome(**{**fields, "answer": Answer(*fields["answer"])})


def _try(shell, answer: Answer, check: str, hidden: str) -> Outcome:
    """Run a student's cell, the check, and the hidden check."""
    outcome = Outcome(answer)
    with contextlib.redirect_stdout(io.StringIO()):
        written = shell.run_cell(answer.text, store_history=True)
        started = sum(os.times()[:4])  # with the children, in which lines are looked for
        checked = shell.run_cell(check, store_history=True)
        outcome.seconds = sum(os.times()[:4]) - started
        # The example's call fixes the seed; the notebook's own does not.
        seeded = re.sub(r"\)\s*(### END HIDDEN TESTS)?\s*$", f", seed={SEED})", hidden.rstrip())
        examined = shell.run_cell(seeded)
    outcome.visible, outcome.hidden = (
        result.success and written.success for result in (checked, examined)
    )
    if outcome.visible and outcome.hidden:
        outcome.kind = "earned" if answer.right else "full"
        return outcome
    error = next(
        result.error_before_exec or result.error_in_exec
        for result in ((written,) if not written.success else (checked, examined))
        if not result.success
    )
    _classify(outcome, error)
    return outcome


def _classify(outcome: Outcome, error: BaseException) -> None:
    """Say what kind of answer a failure is to the student: all that knows the checks' forms."""
    outcome.message = str(error)
    outcome.hint = getattr(error, "hint", None)
    outcome.lines = tuple(_lines(outcome.answer, error))
    ours = type(error).__name__ == "CheckFailed"
    if not ours:
        outcome.message = f"{type(error).__name__}: {error}"
    if getattr(error, "verdict", None) == "not attempted":
        outcome.kind = "not attempted"
    elif outcome.hint:
        outcome.kind = "named"
    elif getattr(error, "verdict", None) == "error" and getattr(error, "fact", None):
        outcome.kind = "fact"
    elif not ours or getattr(error, "verdict", None) == "error" or "raised" in outcome.message:
        outcome.kind = "raised"
    elif outcome.lines:
        outcome.kind = "located"
    elif getattr(error, "fact", None) or _sentences(outcome.message):
        outcome.kind = "fact"
    if outcome.answer.right:
        outcome.kind = "refused"


def _lines(answer: Answer, error: BaseException) -> Iterator[str]:
    """Give the lines of the student's text that a failure points at."""
    pointed = getattr(getattr(error, "located", None) or error, "lines", None) or ()
    for _, text in pointed:
        yield plain(text)
    message = str(error)
    for text in () if pointed else re.findall(r"in the line: *(.+)", message):
        yield plain(text)
    numbers = [int(n) for span in re.findall(r"\blines? ([\d, and]+)", message)
               for n in re.findall(r"\d+", span)]  # fmt: skip
    if numbers and not pointed and "in the line" not in message:
        written = answer.text.split("\n")
        for number in numbers:
            if 0 < number <= len(written):
                yield plain(written[number - 1])
    if type(error).__name__ != "CheckFailed":
        written = {line.strip() for line in answer.text.split("\n")}
        frames = [f.line for f in traceback.extract_tb(error.__traceback__) if f.line]
        for line in reversed(frames):
            if line.strip() in written:
                yield plain(line)
                break


def _sentences(message: str) -> list[str]:
    """Give the lines of a message that say more than that something differs."""
    lines = [
        re.sub(r"^on fresh inputs[^:]*: ", "", line.strip()) for line in message.split("\n")[1:]
    ]
    return [line for line in lines if line and not STOCK.search(line)]


def _in_child(work, seconds: int = PROCESSOR_SECONDS) -> Iterator:
    """Run `work(send)` in a forked process of limited processor time; give what it sends."""
    taking, giving = multiprocessing.Pipe(duplex=False)
    if not (child := os.fork()):
        try:
            taking.close()
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            work(giving.send)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(0)
    giving.close()
    try:
        with contextlib.suppress(EOFError):
            while taking.poll(PATIENCE):
                yield taking.recv()
    finally:
        taking.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
