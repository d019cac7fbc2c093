"""A student's process: cells and calls as in JupyterLab, and everything that can go wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.course.settings import CourseCode, Settings
from autograder.guest.codec import ClassRef, CodecError, FunctionRef, ObjectRef
from autograder.guest.outputs import Recorder
from autograder.guest.references import Callback
from autograder.limits import Limits
from autograder.sandbox.control import ServerError
from autograder.sandbox.detection import detect_isolation
from autograder.sandbox.process import StudentProcess
from autograder.sandbox.server import StudentServer

UTILS = Path(__file__).resolve().parent.parent / "utils"
CODE = CourseCode((str(UTILS),))
LIMITS = Limits(
    cell_timeout=120,
    call_timeout=120,
    total_timeout=600,
    memory_mb=300,
    processes=16,
    output_bytes=5000,
    file_bytes=8 * 2**20,
    message_bytes=8 * 2**20,
    callbacks=50,
)
SANDBOX = detect_isolation().level == "sandbox"


@pytest.fixture(scope="module", params=["sandbox", "process"])
def server(request: pytest.FixtureRequest) -> Iterator[StudentServer]:
    if request.param == "sandbox" and not SANDBOX:
        pytest.skip(detect_isolation().remedy)
    with StudentServer(Settings(LIMITS, request.param, code=CODE)) as server:
        yield server


@pytest.fixture
def student(server: StudentServer) -> Iterator[StudentProcess]:
    with StudentProcess(server) as process:
        yield process


def text(outcome) -> str:
    """Everything that a cell printed."""
    return "".join(o["text"] for o in outcome.outputs if o["output_type"] == "stream")


# Cells


def test_cells_share_a_namespace_and_show_their_values(student: StudentProcess) -> None:
    first = student.run_cell("import numpy as np\nx = 3\nprint('hello')\nx + 1")
    assert first.ok
    assert first.outputs == [
        {"output_type": "stream", "name": "stdout", "text": "hello\n"},
        {
            "output_type": "execute_result",
            "metadata": {},
            "data": {"text/plain": "4"},
            "execution_count": 1,
        },
    ]
    second = student.run_cell("x += _\nimport sys; print(x, file=sys.stderr)")
    assert second.outputs == [{"output_type": "stream", "name": "stderr", "text": "7\n"}]


@pytest.mark.parametrize(
    "source",
    [
        "%time 1",
        "%timeit -n1 -r1 pass",
        "%matplotlib inline",
        "%%capture\nprint(1)",
        "%load_ext autoreload\n%autoreload 2",
        "!ls",
        "files = !ls /\nassert len(files) > 3, files",
        "import asyncio\nawait asyncio.sleep(0)\nasync def f(): return 1\nassert await f() == 1",
        "from IPython.display import display, Markdown\ndisplay(Markdown('*a*'))",
        "import warnings\nwarnings.warn('careful')",
        "def f():\n    '''Doc.'''\nf?",
        pytest.param("%pip install nothing", marks=pytest.mark.long),
        "from tqdm.auto import tqdm\nfor _ in tqdm(range(3)): pass",
        "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = 1\nA()",
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(2) as pool: assert list(pool.map(abs, [-1])) == [1]",
        "import multiprocessing as mp\n"
        "with mp.get_context('fork').Pool(2) as pool: assert pool.map(abs, [-1]) == [1]",
        "import subprocess, sys\n"
        "subprocess.run([sys.executable, '-S', '-c', 'import numpy'], check=True)",
        "open('notes.txt', 'w').write('x')\nimport tempfile; tempfile.TemporaryFile().write(b'x')",
        "exit",
        "%%bash\nexit 0",
        "help(len)",
        "%who\n%whos\n%history",
    ],
)
def test_what_notebooks_do_works(student: StudentProcess, source: str) -> None:
    outcome = student.run_cell(source)
    assert outcome.ok, (outcome.error, outcome.died, outcome.outputs)
    assert student.run_cell("1").ok


def test_rich_outputs(student: StudentProcess) -> None:
    outcome = student.run_cell(
        "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\nax.plot([1, 2]);\n"
        "class H:\n    def _repr_html_(self): return '<b>x</b>'\nH()"
    )
    kinds = [sorted(output["data"]) for output in outcome.outputs]
    assert kinds == [["text/plain"], ["image/png", "text/plain"]]
    assert student.run_cell("plt.get_fignums()").outputs[0]["data"]["text/plain"] == "[]"


def test_display_can_be_updated_and_cleared(student: StudentProcess) -> None:
    outcome = student.run_cell(
        "from IPython.display import display, clear_output\n"
        "print('gone'); clear_output(wait=True)\n"
        "h = display('a', display_id=True); h.update('b')"
    )
    assert [o.get("data") for o in outcome.outputs] == [{"text/plain": "'b'"}]


def test_programs_output_is_collected(student: StudentProcess) -> None:
    outcome = student.run_cell("import os, sys\nos.system('echo one'); os.write(2, b'two')\nNone")
    assert text(outcome) == "one\ntwo"
    assert text(student.run_cell("!echo three")) == "three\n"


def test_errors_are_shown_and_later_cells_run(student: StudentProcess) -> None:
    outcome = student.run_cell("def f():\n    1 / 0\nf()")
    assert not outcome.ok
    assert outcome.error == "ZeroDivisionError: division by zero"
    assert outcome.outputs[0]["ename"] == "ZeroDivisionError"
    assert not student.run_cell("f(").ok
    assert student.run_cell("x = 1").ok
    asked = student.run_cell("input('name?')")
    assert "nobody can answer" in asked.error


def test_bindings_and_values(student: StudentProcess) -> None:
    student.run_cell("import math\ndef f(): pass\nclass A: pass\nx = {'a': 1.5}\n_y = 1")
    kinds = {"math": "module", "f": "function", "A": "class", "x": "value", "_y": "value"}
    assert student.bindings() == kinds
    assert student.get("x").value == {"a": 1.5}
    assert student.get("nothing").error_type == "NameError"
    assert isinstance(student.get("A").value, ClassRef)
    assert student.get("f").value == FunctionRef("f")


def test_utils_can_be_imported_and_nothing_else_of_the_course(student: StudentProcess) -> None:
    assert student.run_cell("import utils").ok
    for name in ("autograder", "source", "nbgrader", "tests"):
        if name != "nbgrader":
            assert "ModuleNotFoundError" in student.run_cell(f"import {name}").error


# Calls


def test_a_call_brings_back_value_changes_and_random_state(student: StudentProcess) -> None:
    student.run_cell(
        "import numpy as np\n"
        "def f(x, d, *, rng):\n"
        "    x += 1; d['new'] = x.sum(); print('inside')\n"
        "    return np.random.rand(), rng.rand(), (x, [1, None])"
    )
    rng, x = np.random.RandomState(1), np.zeros(3)
    state = np.random.RandomState(7).get_state()
    outcome = student.call("f", [x, {"a": 1}], {"rng": rng}, random_states=(state, None))
    assert outcome.ok, outcome
    ours = np.random.RandomState(7)
    assert outcome.value[0] == ours.rand()
    assert outcome.value[1] == rng.rand()
    assert type(outcome.value) is tuple
    assert type(outcome.value[2][1]) is list
    assert x.tolist() == [0, 0, 0]
    assert outcome.changed[0].tolist() == [1, 1, 1]
    assert outcome.changed[1] == {"a": 1, "new": 3.0}
    assert outcome.changed["rng"].rand() == rng.rand()
    ours_again = np.random.RandomState()
    name, key, *rest = outcome.random_state
    ours_again.set_state((name, np.frombuffer(key, np.uint32), *rest))
    assert ours_again.rand() == ours.rand()
    assert outcome.printed == "inside\n"
    student.run_cell("def g(x, d): return len(d)")
    assert student.call("g", [x, {"a": 1}]).changed == {}


def test_errors_in_calls_show_the_students_frames(student: StudentProcess) -> None:
    student.run_cell("def g(x):\n    return x.nope\ndef f(x):\n    return g(x)")
    outcome = student.call("f", [1])
    assert outcome.error_type == "AttributeError"
    assert "nope" in outcome.error
    assert outcome.traceback == (
        "Cell In[1], line 4, in f\n    return g(x)\nCell In[1], line 2, in g\n    return x.nope"
    )
    assert student.call("nothing").error_type == "NameError"


def test_hostile_exceptions(student: StudentProcess) -> None:
    student.run_cell(
        "class E(Exception):\n"
        "    def __str__(self): raise self\n"
        "    __repr__ = __str__\n"
        "def f(): raise E\n"
        "class B(BaseException): __name__ = 5\n"
        "def g(): raise B('\\ud800\\x00')\n"
        "def h(): raise SystemExit(0)"
    )
    assert student.call("f").error_type == "E"
    assert student.call("g").error == "?\N{REPLACEMENT CHARACTER}"
    assert student.call("h").error_type == "SystemExit"
    assert not student.run_cell("f()").ok


def test_functions_cross_by_name(student: StudentProcess) -> None:
    student.run_cell("def relu(x): return max(x, 0)\ndef apply(f, x): return f(x), f, [abs]")
    outcome = student.call("apply", [FunctionRef("relu"), -3])
    assert outcome.value[:2] == (0, FunctionRef("relu"))
    assert type(outcome.value[2][0]) is ObjectRef
    student.run_cell("def apply(f, x): return f(x), f")
    assert student.call("apply", [FunctionRef("relu"), -3]).value == (0, FunctionRef("relu"))


def test_our_functions_are_evaluated_here(student: StudentProcess) -> None:
    seen = []

    def cost(theta: float, scale: float = 1.0) -> float:
        seen.append(theta)
        return scale * theta**2

    student.run_cell(
        "def gradient(J, x, eps=1e-4):\n"
        "    return (J(x + eps, scale=2.0) - J(x - eps, scale=2.0)) / (2 * eps)\n"
        "def once(x): return x + 1\n"
        "def catch(J):\n"
        "    try: J()\n"
        "    except ValueError as e: return str(e)\n"
        "def many(J):\n    while True: J(1)"
    )
    assert student.call("gradient", [cost, 3.0]).value == pytest.approx(12.0)
    assert len(seen) == 2
    nested = student.call("gradient", [lambda x, scale: student.call("once", [x]).value, 3.0])
    assert nested.value == pytest.approx(1.0)
    assert student.call("catch", [raises]).value == "no"
    assert student.call("many", [cost]).died == "message"


def raises() -> None:
    """Fail, as a function of ours may."""
    raise ValueError("no")


@pytest.mark.parametrize(
    ("result", "advice"),
    [
        ("np.zeros(10**7)", "at most"),
        ("[0] * 10**7", "more than 2,000,000 elements"),
        ("1 << 10**6", "integer of more than"),
    ],
)
def test_unusable_results_say_what_to_return(
    student: StudentProcess, result: str, advice: str
) -> None:
    student.run_cell(f"import numpy as np\ndef f(): return {result}")
    outcome = student.call("f")
    assert advice in outcome.unusable
    assert student.call("f").unusable  # and the process lives on


@pytest.mark.parametrize("result", ["lambda: 1", "(n for n in [1])", "object()", "[object()][0]"])
def test_what_lives_in_there_crosses_as_a_number(student: StudentProcess, result: str) -> None:
    student.run_cell(f"def f(): return {result}")
    assert type(student.call("f").value) is ObjectRef


# What must not stop the grader


@pytest.mark.parametrize(
    ("source", "died"),
    [
        ("while True: pass", "timeout"),
        ("import time; time.sleep(99)", "timeout"),
        ("import os; os._exit(0)", "exit"),
        ("import ctypes; ctypes.string_at(0)", "crash"),
        ("import os; os.abort()", "crash"),
        ("import os; os.closerange(0, 99)", "exit"),
        ("import os, time; os.kill(os.getpid(), 19); time.sleep(99)", "timeout"),
        ("def f():\n    try:\n        while True: pass\n    finally: f()\nf()", "timeout"),
        ("class A:\n    def __repr__(self):\n        while True: pass\nA()", "timeout"),
    ],
)  # fmt: skip
def test_a_dead_cell_is_named_and_the_next_process_works(
    server: StudentServer, student: StudentProcess, source: str, died: str
) -> None:
    outcome = student.run_cell(source, timeout=1 if died == "timeout" else None)
    assert (outcome.ok, outcome.died) == (False, died)
    assert outcome.detail
    assert student.run_cell("1").died == died
    student.restart()
    assert student.run_cell("x = 1").ok


@pytest.mark.parametrize(
    "source",
    [
        "import sys; sys.exit(0)",
        "raise KeyboardInterrupt",
        "def f(): return f()\nf()",
        "import numpy as np; np.ones((300, 1000, 1000))",
        "b = bytearray(10**9)",
        "f = open('big', 'wb')\nwhile True: f.write(bytes(10**6))",
        "fs = []\nwhile True: fs.append(open('/dev/null'))",
    ],
)
def test_an_error_stays_an_error(
    server: StudentServer, student: StudentProcess, source: str
) -> None:
    if server.isolation == "process" and "big" in source:
        pytest.skip("a limit on one file only: see the class's documentation")
    outcome = student.run_cell(source)
    assert (outcome.ok, outcome.died) == (False, None), outcome.detail
    student.run_cell("f = fs = None")
    assert student.run_cell("1").ok


def test_killing_everything_reaches_only_itself(student: StudentProcess) -> None:
    if student.server.isolation == "process":
        pytest.skip("kill(-1) would reach every process of the user's at this level")
    server = student.server.pid, student.server._program.process.pid
    student.run_cell("import os; os.kill(0, 9); os.kill(-1, 9)", timeout=3)
    student.restart()
    assert student.run_cell("1").ok
    assert server == (student.server.pid, student.server._program.process.pid)


@pytest.mark.parametrize(
    "source",
    [
        "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
        "from threading import Timer\nwhile True: Timer(99, print).start()",
        "import subprocess\nwhile True: subprocess.Popen(['sleep', '99'])",
    ],
)
def test_process_bombs(server: StudentServer, student: StudentProcess, source: str) -> None:
    if server.isolation == "process" and "fork()" in source:
        pytest.skip("not stopped at this level before the time-out")
    outcome = student.run_cell(source, timeout=2)
    assert not outcome.ok
    student.restart()
    assert student.run_cell("1").ok


def test_memory_of_many_processes_is_counted_together(student: StudentProcess) -> None:
    outcome = student.run_cell(
        "import os, time\n"
        "for _ in range(6):\n"
        "    if os.fork() == 0:\n"
        "        b = bytearray(b'x') * 150_000_000; time.sleep(60)\n"
        "time.sleep(60)",
    )
    assert outcome.died == "memory"


def test_a_flood_of_output_is_cut(student: StudentProcess) -> None:
    for source in (
        "for _ in range(2000): print('x' * 1000)",
        "import os\nfor _ in range(2000): os.write(1, b'x' * 1000)",
        "!head -c 3000000 /dev/zero | tr '\\0' x",
        "raise ValueError('x' * 10**6)",
        "'x' * 10**6",
    ):
        outcome = student.run_cell(source)
        assert outcome.died is None
        assert sum(len(str(output)) for output in outcome.outputs) < 4 * LIMITS.output_bytes
    outcome = student.run_cell(
        "from IPython.display import display\nfor i in range(999): display(i)"
    )
    assert len(outcome.outputs) < 40
    student.run_cell("def f():\n    for _ in range(2000): print('x' * 1000)")
    assert len(student.call("f").printed) < 2 * LIMITS.output_bytes


def test_nothing_of_a_submission_is_left(server: StudentServer) -> None:
    marker = f"left-behind-{time.time_ns()}"
    with StudentProcess(server) as student:
        outcome = student.run_cell(
            "import os, subprocess, threading, time, atexit\n"
            f"open('{marker}', 'w').close(); open('/tmp/{marker}', 'w').close()\n"
            f"subprocess.Popen(['sh', '-c', 'exec -a {marker} sleep 300 || sleep 300'])\n"
            "if os.fork() == 0:\n"
            "    os.setsid()\n"
            "    if os.fork() == 0:\n"
            f"        exec('import sys; sys.argv = [\"{marker}\"]'); time.sleep(300)\n"
            "    os._exit(0)\n"
            "threading.Thread(target=time.sleep, args=(300,)).start()\n"
            "class D:\n"
            "    def __del__(self): time.sleep(300)\n"
            "d = D(); atexit.register(time.sleep, 300)"
        )
        assert outcome.ok, outcome
        start = time.monotonic()
    assert time.monotonic() - start < 150  # nobody waits for what sleeps 300 seconds
    assert below(server) == []
    with StudentProcess(server) as student:
        found = student.run_cell(f"import os; print(os.path.exists('{marker}'), os.listdir('.'))")
        assert text(found).startswith("False")
        if server.isolation == "sandbox":
            assert text(student.run_cell(f"print(os.path.exists('/tmp/{marker}'))")) == "False\n"
    (Path("/tmp") / marker).unlink(missing_ok=True)


def below(server: StudentServer) -> list[str]:
    """The command lines of all processes below the server's own."""
    found, waiting = [], [server._program.process.pid]
    while waiting:
        pid = waiting.pop()
        for task in Path(f"/proc/{pid}/task").iterdir():
            children = [int(c) for c in (task / "children").read_text().split()]
            waiting += children
            found += [Path(f"/proc/{c}/cmdline").read_text() for c in children]
    own = ("guest.server", "bwrap")
    servers = [line for line in found if any(name in line for name in own)]
    # bwrap, its first process and the server; a student's process has the server's name
    assert len(servers) <= (2 if server.isolation == "sandbox" else 0), servers
    return [line for line in found if line not in servers]


def test_the_time_of_a_submission_is_limited_altogether(server: StudentServer) -> None:
    with StudentProcess(server) as student:
        student.spent = LIMITS.total_timeout - 0.5
        assert student.run_cell("import time; time.sleep(5)").died == "budget"
        student.restart()
        assert student.run_cell("1").died == "budget"


# Forged messages

FORGE = (
    "import gc, os, socket, struct, sys\n"
    "from guest import runner\n"
    "r = next(o for o in gc.get_objects() if type(o) is runner.Runner)\n"
    "s = r.channel._socket\n"
)


@pytest.mark.parametrize(
    ("attack", "died"),
    [
        ("s.sendall(b'\\xff' * 8)", "size"),
        ("s.sendall(struct.pack('>Q', 2**22)); import time; time.sleep(9)", "timeout"),
        ("\nwhile True: s.sendall(struct.pack('>Q', 1) + b'x')", "message"),
        ("\nm = __import__('guest.codec', fromlist=['x']).encode({'id': 'x', 'kind': 'done'})\n"
         "while True: s.sendall(struct.pack('>Q', len(m)) + m)", "message"),
        ("\nr.send = lambda m: s.sendall(struct.pack('>Q', 3) + b'A1x')", "message"),
        ("\nold = r.send\nr.send = lambda m: old({**m, 'outputs': 5, 'ok': 'yes'})", None),
    ],
)  # fmt: skip
def test_forged_messages(student: StudentProcess, attack: str, died: str | None) -> None:
    outcome = student.run_cell(FORGE + attack, timeout=1 if died == "timeout" else None)
    assert not outcome.ok
    assert outcome.died == died
    student.restart()
    assert student.run_cell("1").ok


def test_an_answer_in_advance_is_ignored(student: StudentProcess) -> None:
    student.run_cell(
        FORGE + "from guest import codec\n"
        "m = codec.encode({'id': 1, 'kind': 'done', 'value': 'forged'})\n"
        "s.sendall(struct.pack('>Q', len(m)) + m)\n"
        "def f(): return 'true'"
    )
    assert student.call("f").value == "true"


def test_a_callback_that_nobody_offered_ends_the_process(student: StudentProcess) -> None:
    student.run_cell(FORGE + "def f(): return r.call_back(0, [], {})\n")
    assert student.call("f").died == "message"
    student.restart()
    assert student.run_cell("1").ok


def test_arguments_must_be_plain(student: StudentProcess) -> None:

    student.run_cell("def f(x): return x")
    with pytest.raises(CodecError):
        student.call("f", [object()])
    assert student.call("f", [1]).value == 1


# The server


def test_one_submission_at_a_time(server: StudentServer) -> None:
    with StudentProcess(server), pytest.raises(ServerError):
        StudentProcess(server).restart()
    with StudentProcess(server) as student:
        assert student.run_cell("1").ok


@pytest.mark.long
def test_a_killed_server_is_replaced() -> None:
    with StudentServer(Settings(LIMITS, "process", code=CODE)) as server:
        with StudentProcess(server) as student:
            outcome = student.run_cell(
                "import os; os.kill(os.getppid(), 9); import time; time.sleep(9)"
            )
            assert outcome.died in ("server", "crash")
        with StudentProcess(server) as student:
            assert student.run_cell("1").ok


def test_submissions_are_alike(server: StudentServer) -> None:
    drawn = []
    for _ in range(2):
        with StudentProcess(server) as student:
            student.run_cell("import numpy as np, random\nx = [np.random.rand(), random.random()]")
            student.run_cell("import sys; sys.modules['math'] = None; del np.array")
            drawn.append(student.get("x").value)
    assert drawn[0] == drawn[1]
    with StudentProcess(server) as student:
        assert student.run_cell("import math, numpy; numpy.array(1)").ok


def test_what_a_test_passes_says_in_plain_words_that_it_can_only_be_called() -> None:
    lent: Any = Callback(lambda *_: None, 0, "Connection")
    with pytest.raises(AttributeError, match="the test's `Connection` can only be called here"):
        lent.cursor()
    with pytest.raises(TypeError, match="'callable of the test' object is not iterable"):
        iter(lent)


def test_a_display_that_is_replaced_takes_only_its_own_room() -> None:
    recorder = Recorder(1000, 100, 5)
    recorder.named["a"] = recorder.display("display_data", {"text/plain": "x"}) or {}
    left = recorder.bytes_left
    for size in (90, 100, 300, 1) * 20:
        recorder.replace("a", {"image/png": "p" * size, "text/plain": "y" * min(size, 99)})
    assert recorder.outputs[0]["data"] == {"image/png": "p", "text/plain": "y"}
    assert recorder.bytes_left == left - 1
