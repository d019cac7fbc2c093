"""An IPython shell whose output is collected as nbformat-4 outputs, within limits."""

from __future__ import annotations

import builtins
import getpass
import io
import subprocess
import sys
from collections.abc import Callable
from typing import Any, cast

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets import Type
from traitlets.config import Config

from .errors import describe
from .outputs import Recorder
from .syntax import Compiler, Transformer

_DEEP = 40  # frames of a traceback


class Stream(io.TextIOBase):
    """Standard output or error of a cell."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, name: str, descriptor: int) -> None:
        self.name = name
        self.descriptor = descriptor
        self.recorder: Recorder | None = None

    def write(self, text: str) -> int:
        """Record a text."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.recorder is not None:
            self.recorder.stream(self.name, text)
        return len(text)

    def writable(self) -> bool:
        """Return True."""
        return True

    def fileno(self) -> int:
        """Return the descriptor that programs started by the notebook write to."""
        return self.descriptor


class Publisher(DisplayPublisher):
    """Takes what `display` shows."""

    def publish(
        self,
        data: dict[str, Any],
        metadata: dict[str, Any] | None = None,
        source: Any = None,
        *,
        transient: dict[str, Any] | None = None,
        update: bool = False,
        **_: Any,
    ) -> None:
        """Record a display, or replace an earlier one of the same name."""
        recorder = self.shell.recorder
        name = (transient or {}).get("display_id")
        if update:
            recorder.replace(name, data)
            return
        output = recorder.display("display_data", data)
        if name is not None and output is not None:
            recorder.named[name] = output

    def clear_output(self, wait: bool = False) -> None:
        """Forget the cell's outputs, now or when the next one comes."""
        if wait:
            self.shell.recorder.clear_next = True
        else:
            self.shell.recorder.clear()


class Hook(DisplayHook):
    """Takes the value of a cell's last line."""

    def write_output_prompt(self) -> None:
        """Print no prompt."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: Any = None) -> None:
        """Record the value."""
        shell: Any = self.shell
        shell.recorder.display("execute_result", format_dict, execution_count=self.prompt_count)

    def finish_displayhook(self) -> None:
        """Print no separator."""


class StudentShell(InteractiveShell):
    """The shell that runs a submission's cells."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)
    compiler_class = Type(Compiler)
    recorder = Recorder(0, 0, 0)

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        self.recorder.error(*describe(etype, evalue), stb)

    def showtraceback(self, exc_tuple: Any = None, *args: Any, **kwargs: Any) -> None:
        """Show an error; of a deep recursion only the two ends, which else takes seconds."""
        _, _, trace = exc_tuple or sys.exc_info()
        frames = []
        while trace is not None:
            frames.append(trace)
            trace = trace.tb_next
        if len(frames) > _DEEP:
            frames[_DEEP // 2].tb_next = frames[-_DEEP // 2]
        super().showtraceback(exc_tuple, *args, **kwargs)

    def should_run_async(self, raw_cell: str, **kwargs: Any) -> bool:
        """Whether a cell awaits something; only one that says so is compiled to find out."""
        said = "await" in raw_cell or "async" in raw_cell
        return said and super().should_run_async(raw_cell, **kwargs)

    def enable_gui(self, gui: str | None = None) -> None:
        """Have no window system."""

    def ask_exit(self) -> None:
        """Let ``exit`` in a cell do nothing."""

    def init_io(self) -> None:
        """Leave the standard streams to `capture`."""

    def system(self, cmd: str) -> None:
        """Run ``!cmd`` and show what it prints."""
        out = sys.stdout
        with self._started(cmd) as process:
            pipe = cast("io.BufferedReader", process.stdout)
            while chunk := pipe.read1(65536):
                out.write(chunk.decode("utf-8", "replace"))
        self.user_ns["_exit_code"] = process.returncode

    system_raw = system_piped = system

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """Run ``x = !cmd`` and return what it prints."""
        with self._started(cmd, depth + 1) as process:
            pipe = cast("io.BufferedReader", process.stdout)
            text = pipe.read(self.recorder.text_limit or None).decode("utf-8", "replace")
        return SList(text.splitlines()) if split else text

    def _started(self, cmd: str, depth: int = 0) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.var_expand(cmd, depth=depth + 2),
            shell=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )


def capture(shell: StudentShell, recorder: Recorder) -> Callable[[], None]:
    """Send the shell's displays and the standard streams to ``recorder``; return the undoing."""
    before = shell.recorder, sys.stdout, sys.stderr
    streams = Stream("stdout", 1), Stream("stderr", 2)
    shell.recorder = recorder
    for stream in streams:
        stream.recorder = recorder
    sys.stdout, sys.stderr = streams

    def undo() -> None:
        shell.recorder, sys.stdout, sys.stderr = before

    return undo


def no_input(prompt: object = "", stream: object = None) -> str:
    """Refuse to ask, as a notebook does where nobody is there to answer."""
    raise StdinNotImplementedError("input() was called, but nobody can answer while grading")


def make() -> StudentShell:
    """Return the shell, with matplotlib drawing into cells."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InlineBackend.print_figure_kwargs = {}
    config.InteractiveShell.autoawait = True
    shell = StudentShell.instance(config=config, banner1="")
    shell.input_transformer_manager = Transformer(cast("Compiler", shell.compile))
    builtins.input = getpass.getpass = no_input
    try:
        import matplotlib_inline.backend_inline as inline

        inline.configure_inline_support(shell, "inline")
    except ImportError:
        pass
    return shell


_WARM_UP = (
    "import asyncio\n_ = 1\n_",
    "def f():\n    raise ValueError('once')\nf()",
    "f(",
    "%%capture\n%time 1",
    "import matplotlib.pyplot as plt\nplt.plot([0, 1])\nplt.title('once')\nNone",
)


def warm_up() -> None:
    """Make the shell and use each of its parts once, so that a fork finds them ready."""
    shell = make()
    undo = capture(shell, Recorder(10_000, 1_000_000, 10))
    for source in _WARM_UP:
        shell.run_cell(source, store_history=True)
    undo()
    shell.reset(new_session=True)
    shell.user_ns["__spec__"] = None  # as in every program; multiprocessing looks for it
    shell.execution_count = 1
