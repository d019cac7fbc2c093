"""The sandbox's finer walls: the filter of system calls, memory of every kind, shared files."""

from __future__ import annotations

import errno
import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course.settings import CourseCode, Settings
from autograder.guest import account, syscalls
from autograder.limits import Limits
from autograder.sandbox.detection import Detection, detect_isolation
from autograder.sandbox.process import StudentProcess
from autograder.sandbox.server import StudentServer

ROOT = Path(__file__).resolve().parent.parent
UTILS = ROOT / "utils"
CODE = CourseCode((str(UTILS),))

HERE = detect_isolation()
LIMITS = Limits(memory_mb=300, cell_timeout=300, total_timeout=3000)
needs_sandbox = pytest.mark.skipif(HERE.level != "sandbox", reason=HERE.remedy)


@pytest.fixture(scope="module")
def server() -> Iterator[StudentServer]:
    if HERE.level != "sandbox":
        pytest.skip(HERE.remedy)
    # As an ordinary account makes it: there the student owns the course's files.
    way = Detection("sandbox", privileged=False)
    with StudentServer(Settings(LIMITS, "sandbox", code=CODE), way) as server:
        yield server


@pytest.fixture
def student(server: StudentServer) -> Iterator[StudentProcess]:
    with StudentProcess(server) as process:
        yield process


# The filter, step by step as the kernel takes it


def verdict(machine: str, name: str | int, *arguments: int, table: int | None = None) -> int:
    """What the filter answers to a call."""
    number = name if isinstance(name, int) else syscalls.NUMBERS[machine][name]
    table = syscalls.ARCHITECTURES[machine] if table is None else table
    words = {0: number, 4: table}
    for place, value in enumerate(arguments):
        words[16 + 8 * place] = value & 0xFFFFFFFF
        words[20 + 8 * place] = value >> 32
    steps, place, loaded = syscalls.program(machine), 0, 0
    while True:
        code, true, false, operand = steps[place]
        place += 1
        if code == 0x06:
            return operand
        if code == 0x20:
            loaded = words.get(operand, 0)
        elif code == 0x54:
            loaded &= operand
        else:
            holds = {0x15: loaded == operand, 0x35: loaded >= operand, 0x45: loaded & operand}
            place += true if holds[code] else false


MACHINES = tuple(syscalls.NUMBERS)
ALLOWED, DONE = syscalls.ALLOW, 0x00050000
DENIED = syscalls.refuse(errno.EPERM)
CALLS = {
    ("socket", 1, 1, 0): ALLOWED,
    ("socket", 40, 1, 0): syscalls.refuse(errno.EAFNOSUPPORT),
    ("socketpair", 1, 1, 0): ALLOWED,
    ("socketpair", 30, 1, 0): syscalls.refuse(errno.EAFNOSUPPORT),
    ("socket", (1 << 32) + 40, 1, 0): syscalls.refuse(errno.EAFNOSUPPORT),
    ("setsockopt", 3, 1, 7, 0, 4): DONE,
    ("setsockopt", 3, 1, 20, 0, 16): ALLOWED,
    ("setsockopt", 3, 1, 26, 0, 16): DENIED,
    ("setsockopt", 3, 6, 31, 0, 16): syscalls.refuse(errno.ENOPROTOOPT),
    ("mmap", 0, 4096, 3, 0x22): ALLOWED,
    ("mmap", 0, 4096, 3, 0x01, 5): ALLOWED,
    ("mmap", 0, 4096, 3, 0x21): DENIED,
    ("mmap", 0, 4096, 3, 0x8021): DENIED,
    ("mmap", 0, 4096, 3, 0x40022): DENIED,
    ("clone", 17): ALLOWED,
    ("clone", 0x003D0F00): ALLOWED,
    ("clone", 0x00013F00 & ~0x400): DENIED,
    ("close_range", 3, 9, 0): ALLOWED,
    ("close_range", 3, 9, 2): DENIED,
    ("prctl", 78, 1, 1 << 24): syscalls.refuse(errno.EINVAL),
    ("setxattr",): syscalls.refuse(errno.EOPNOTSUPP),
    ("clone", 0x10000011): DENIED,
    ("clone", 0x40000011): DENIED,
    ("clone3", 0): syscalls.refuse(errno.ENOSYS),
    ("fcntl", 3, 1030): ALLOWED,
    ("fcntl", 3, 6): DONE,
    ("fcntl", 3, 38): DENIED,
    ("fcntl", 3, 1024): DENIED,
    ("fcntl", 3, 1026): DENIED,
    ("fcntl", 3, 1031): DENIED,
    ("flock", 3, 2): syscalls.refuse(errno.ENOSYS),
    ("ioctl", 0, 0x5401): ALLOWED,
    ("ioctl", 0, 0x5412): syscalls.refuse(errno.ENOTTY),
    ("prctl", 15): ALLOWED,
    ("prctl", 22): syscalls.refuse(errno.EINVAL),
    ("prctl", 62, 1): syscalls.refuse(errno.EINVAL),
    ("prctl", 66): ALLOWED,
    ("sync",): DONE,
    ("memfd_create",): DENIED,
}


@pytest.mark.parametrize("machine", MACHINES)
def test_calls_are_judged_by_number_and_arguments(machine: str) -> None:
    found = {call: verdict(machine, *call) for call in CALLS}
    assert found == CALLS
    known = set(syscalls.NUMBERS[machine].values())
    others = [number for number in range(500) if number not in known]
    assert {verdict(machine, number) for number in others} == {ALLOWED}


@pytest.mark.parametrize("machine", MACHINES)
def test_other_tables_of_calls_are_closed(machine: str) -> None:
    for table in {0x40000003, 0x40000028, 0, *syscalls.ARCHITECTURES.values()}:
        if table != syscalls.ARCHITECTURES[machine]:
            assert verdict(machine, 39, table=table) == syscalls.KILL
    if machine == "x86_64":
        assert verdict(machine, 0x40000000 | 39) == DENIED
        assert verdict(machine, 0xFFFFFFFF) == DENIED


@pytest.mark.skipif(not Path("/usr/include/asm-generic/unistd.h").exists(), reason="no headers")
@pytest.mark.parametrize(
    ("machine", "header"),
    [
        ("x86_64", "/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
        ("aarch64", "/usr/include/asm-generic/unistd.h"),
    ],
)
def test_numbers_are_those_of_the_headers(machine: str, header: str) -> None:
    if not Path(header).exists():
        pytest.skip("no headers")
    words = [line.split() for line in Path(header).read_text().splitlines()]
    defined = {
        line[1].removeprefix("__NR_").removeprefix("__NR3264_"): int(line[2])
        for line in words
        if len(line) == 3 and line[0] == "#define" and line[2].isdigit()
    }
    ours = syscalls.NUMBERS[machine]
    newer = {"open_tree_attr", "statmount", "listmount", "setxattrat"}  # older headers lack them
    assert {n: defined.get(n, v if n in newer else None) for n, v in ours.items()} == ours


def test_an_unknown_processor_has_no_sandbox() -> None:
    with pytest.raises(OSError, match=r"no filter .* s390x"):
        syscalls.program("s390x")


# What the processes hold


MEMORY = {
    "anonymous": "b = bytearray(b'x') * 400_000_000",
    "sockets": "import socket\nfor n in range(20):\n"
    "    kept = None; kept = [socket.socketpair() for _ in range(60)]\n"
    "    if os.fork() == 0: time.sleep(60)",
    "queue": "import socket\nn = 0\nkept = []\nwhile n < 200:\n"
    "    n += 1; door = socket.socket(socket.AF_UNIX); door.bind(f'd{n}'); door.listen(4096)\n"
    "    kept.append(door)\n"
    "    for _ in range(12):\n"
    "        with socket.socket(socket.AF_UNIX) as s: s.connect(f'd{n}'); s.send(bytes(2**16))",
    "datagrams": "import socket\n"
    "kept = [socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) for _ in range(200)]",
    "files": "kept = open('gone', 'wb'); os.unlink('gone'); kept.write(bytes(120 * 2**20))\n"
    "for n in range(20): b = bytearray(b'x') * (n * 10_000_000)",
    "pipes": "import ctypes\nctypes.CDLL(None).prctl(4, 0, 0, 0, 0)\n"
    "for n in range(25):\n"
    "    if os.fork() == 0:\n"
    "        kept = [os.pipe() for _ in range(110)]; time.sleep(60)",
    "dead leaders": "import ctypes, threading\n"
    "def fill(): kept = bytearray(b'x') * 60_000_000; time.sleep(60)\n"
    "for n in range(9):\n"
    "    if os.fork() == 0:\n"
    "        threading.Thread(target=fill).start()\n"
    "        ctypes.CDLL(None).syscall(60 if os.uname().machine == 'x86_64' else 93, 0)",
    "areas": "import ctypes\nlibc = ctypes.CDLL(None); libc.mmap.restype = ctypes.c_void_p\n"
    "libc.mmap(None, ctypes.c_size_t(290 * 2**20), 0, 0x22, -1, ctypes.c_long(0))\n"
    "for n in range(25):\n    if os.fork() == 0: time.sleep(60)",
}


@needs_sandbox
@pytest.mark.parametrize("kind", MEMORY)
def test_memory_of_every_kind_counts(student: StudentProcess, kind: str) -> None:
    outcome = student.run_cell(f"import os, time\n{MEMORY[kind]}\ntime.sleep(60)")
    reason = outcome.died or outcome.error
    assert reason in ("memory", "MemoryError: "), outcome


@needs_sandbox
def test_an_honest_submission_counts_for_little(student: StudentProcess) -> None:
    """A pool of workers, pipes, sockets and files stay far below the limit."""
    outcome = student.run_cell(
        "import asyncio, multiprocessing as mp, time\nimport matplotlib.pyplot as plt\n"
        "plt.plot([1]); plt.savefig('a.png')\n"
        "with mp.get_context('fork').Pool(8) as pool:\n"
        "    pool.map(abs, range(100)); time.sleep(0.3)\n"
    )
    assert outcome.ok, outcome
    # What is left of the memory can still be had.
    assert student.run_cell("import numpy as np\nb = np.ones(8_000_000)").ok


def test_what_a_process_holds_is_read_from_proc() -> None:
    held = account.held_by("self")
    if held is None:
        pytest.skip("no /proc")
    assert held.addresses > held.own > 0
    assert (held.descriptors > 0, held.threads > 0) == (True, True)
    assert account.held_by(2**22 + 1) is None


# Files that the machine shares


@needs_sandbox
def test_nobody_outside_waits_for_a_shared_file(student: StudentProcess) -> None:
    """The host's own locks, leases and writers are free while a submission tries to take them."""
    place = UTILS / "dropout_cache.json"
    outcome = student.run_cell(
        "import fcntl\nfile = open('/course/utils/dropout_cache.json')\ndone = []\n"
        "for attempt in (lambda: fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB),\n"
        "                lambda: fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB),\n"
        "                lambda: fcntl.fcntl(file, 1024, fcntl.F_RDLCK),\n"
        "                lambda: fcntl.fcntl(file, 1026, -1)):\n"
        "    try: attempt(); done.append(attempt)\n"
        "    except OSError: pass"
    )
    assert outcome.ok, outcome
    with place.open("rb+") as file:  # a lease would make this wait
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert student.run_cell("1").ok


@needs_sandbox
def test_the_accounts_watches_are_not_used_up(student: StudentProcess) -> None:
    outcome = student.run_cell("import ctypes\nctypes.CDLL(None, use_errno=True).inotify_init()")
    assert outcome.outputs[0]["data"]["text/plain"] == "-1"


HONEST = {
    "sqlite": "import sqlite3\n"
    "with sqlite3.connect('a.db') as db:\n"
    "    db.execute('pragma journal_mode=wal'); db.execute('create table t (x)')\n"
    "    db.executemany('insert into t values (?)', [(n,) for n in range(100)])\n"
    "assert sqlite3.connect('a.db').execute('select sum(x) from t').fetchone() == (4950,)",
    "h5py": "import h5py, numpy as np\n"
    "with h5py.File('/course/utils/data/cats.h5') as f: assert f['train_set_x'].shape[1:]\n"
    "with h5py.File('own.h5', 'w') as f: f['x'] = np.arange(9)\n"
    "with h5py.File('own.h5', 'a') as f: f['x'][0] = 5\n"
    "assert h5py.File('own.h5')['x'][0] == 5",
    "locks": "import multiprocessing as mp\n"
    "context = mp.get_context('fork'); total = context.Value('i', 0)\n"
    "def add():\n"
    "    for _ in range(100):\n"
    "        with total.get_lock(): total.value += 1\n"
    "made = [context.Process(target=add) for _ in range(3)]\n"
    "[p.start() for p in made]; [p.join() for p in made]; assert total.value == 300",
    "shared": "import numpy as np\nfrom multiprocessing.shared_memory import SharedMemory\n"
    "shared = SharedMemory(create=True, size=8000)\n"
    "np.ndarray(1000, buffer=shared.buf)[:] = 1; shared.close(); shared.unlink()",
    "queues": "import multiprocessing as mp\ncontext = mp.get_context('fork')\n"
    "queue, (a, b) = context.Queue(), context.Pipe()\n"
    "def work(): queue.put([1]); b.send('x')\n"
    "p = context.Process(target=work); p.start()\n"
    "assert (queue.get(), a.recv()) == ([1], 'x'); p.join()",
    "manager": "import multiprocessing as mp\n"
    "with mp.get_context('fork').Manager() as m:\n    d = m.dict(); d['a'] = 1; assert dict(d)",
    "spawn": "from concurrent.futures import ProcessPoolExecutor\nimport multiprocessing as mp\n"
    "with ProcessPoolExecutor(2, mp_context=mp.get_context('forkserver')) as pool:\n"
    "    assert list(pool.map(abs, [-1, -2])) == [1, 2]",
    "threads": "import threading\nmade = [threading.Thread(target=sum, args=([1],))] * 1\n"
    "[t.start() for t in made]; [t.join() for t in made]",
    "asyncio": "import asyncio\n"
    "p = await asyncio.create_subprocess_exec('echo', 'x', stdout=-1)\n"
    "assert (await p.communicate())[0] == b'x\\n'",
    "programs": "import subprocess\n"
    "out = subprocess.run('cat /dev/zero | head -c 5 | wc -c; cp /usr/bin/env e; cat e | wc -c; '\n"
    "    'sync; ls -l | sort; yes | head -1; tar cf t.tar e', shell=True, capture_output=True)\n"
    "assert out.returncode == 0 and not out.stderr and out.stdout.startswith(b'5\\n'), out",
    "copies": "import shutil, os\nopen('a', 'w').write('x' * 10**5)\n"
    "for f in (shutil.copy, shutil.copy2, shutil.copyfile): f('a', 'b')\n"
    "assert os.path.getsize('b') == 10**5; shutil.make_archive('z', 'zip', '.', 'b')",
    "maps": "import mmap, numpy as np\n"
    "m = np.memmap('m', dtype=float, mode='w+', shape=(100,)); m[:] = 2; m.flush()\n"
    "assert np.load.__name__ and np.fromfile('m')[0] == 2\n"
    "private = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)",
    "shelve": "import shelve\nwith shelve.open('s') as s: s['a'] = 1\n"
    "assert shelve.open('s')['a'] == 1",
    "pictures": "import matplotlib.pyplot as plt, numpy as np\n"
    "fig = plt.figure(); fig.add_subplot(projection='3d').plot([1], [2], [3])\n"
    "plt.imshow(np.eye(3)); plt.savefig('a.pdf'); plt.savefig('a.svg'); plt.show()",
    "scipy": "import numpy as np, scipy.optimize, scipy.linalg\n"
    "scipy.linalg.svd(np.eye(50)); scipy.optimize.minimize(lambda x: (x**2).sum(), np.ones(3))",
    "machine": "import os, platform\nos.cpu_count(), platform.uname(), os.getloadavg()\n"
    "try: import psutil\nexcept ImportError: pass\n"
    "else: psutil.virtual_memory(), psutil.cpu_count(), psutil.Process().children()",
    "pandas": "try: import pandas as pd\nexcept ImportError: pass\n"
    "else:\n    pd.DataFrame({'a': [1]}).to_csv('a.csv'); assert pd.read_csv('a.csv').a.sum() == 1",
    "joblib": "try: from joblib import Parallel, delayed\nexcept ImportError: pass\n"
    "else: assert Parallel(2)(delayed(abs)(-n) for n in range(3)) == [0, 1, 2]",
    "no network": "import urllib.request, urllib.error, socket\n"
    "for place in ('http://example.org', 'http://127.0.0.1:9'):\n"
    "    try: urllib.request.urlopen(place, timeout=1)\n"
    "    except urllib.error.URLError: pass\n"
    "socket.gethostname(); import uuid; uuid.uuid1()",
    "signals": "import signal\n"
    "def late(*_): raise TimeoutError\n"
    "signal.signal(signal.SIGALRM, late)\n"
    "try:\n    signal.setitimer(signal.ITIMER_REAL, 0.05)\n    while True: pass\n"
    "except TimeoutError: pass",
}


@needs_sandbox
@pytest.mark.parametrize("idiom", HONEST)
def test_honest_idioms_work(student: StudentProcess, idiom: str) -> None:
    outcome = student.run_cell(HONEST[idiom])
    assert outcome.ok, (outcome.error, outcome.died, outcome.outputs)
