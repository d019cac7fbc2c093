"""One submission's own namespaces, file system, limits and system-call filter (Linux).

Called in a child of the fork server, before any line of the student's. What cannot be set up
raises: a submission never runs with less than its isolation level promises.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import struct
from typing import Any

from . import syscalls
from .layer import lay_over

HOME = "/home/student"
BACKLOG = 16  # connections that wait for one listening socket

_CLONE_NEWNS = 0x00020000
_CLONE_NEWCGROUP = 0x02000000
_CLONE_NEWUTS = 0x04000000
_CLONE_NEWIPC = 0x08000000
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWPID = 0x20000000
_CLONE_NEWNET = 0x40000000
_NAMESPACES = (
    _CLONE_NEWUSER
    | _CLONE_NEWNS
    | _CLONE_NEWPID
    | _CLONE_NEWIPC
    | _CLONE_NEWUTS
    | _CLONE_NEWCGROUP
    | _CLONE_NEWNET
)
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REMOUNT, _MS_BIND = 1, 2, 4, 8, 32, 4096
_PR_SET_PDEATHSIG, _PR_GET_TID_ADDRESS = 1, 40
_CLONE_CHILD_CLEARTID, _CLONE_CHILD_SETTID = 0x00200000, 0x01000000
_PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_CHILD_SUBREAPER, _PR_SET_NO_NEW_PRIVS = 4, 22, 36, 38
_STUDENT_ID = 1000  # the uid that the student sees

_libc = ctypes.CDLL(None, use_errno=True)
_libc_with_lock = ctypes.PyDLL(None, use_errno=True)  # a fork must keep Python's own lock
_libc_with_lock.syscall.restype = ctypes.c_long


def call(name: str, *arguments: Any) -> None:
    """Call a function of the C library; raise OSError unless it returns 0."""
    if getattr(_libc, name)(*arguments) != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")


def prctl(option: int, value: Any = 0, pointer: Any = 0) -> None:
    """Set one attribute of this process."""
    long = ctypes.c_ulong
    call("prctl", option, long(value), pointer or long(0), long(0), long(0))


def hide_process() -> None:
    """Let nothing attach to this process or read its memory."""
    prctl(_PR_SET_DUMPABLE, 0)


def adopt_orphans() -> None:
    """Become the parent of all processes whose parents end."""
    prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent() -> None:
    """Have the kernel end this process when its parent ends."""
    prctl(_PR_SET_PDEATHSIG, 9)


def mount_proc() -> None:
    """Show this namespace's processes, and no others, in /proc."""
    flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    call("mount", b"proc", b"/proc", b"proc", flags, None)


def become(user: int) -> None:
    """Give up root and every capability for good."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)
    prctl(_PR_SET_NO_NEW_PRIVS, 1)


def fork_into_namespaces() -> int:
    """Fork a child that is alone in new user, mount, PID, IPC, network and other namespaces.

    Returns the child's process id, and 0 in the child. The one system call saves a second fork
    of the whole server, which leaving the namespaces step by step would take.
    """
    machine = platform.machine()
    syscalls.program(machine)  # raises where the numbers of calls are not known
    # The C library keeps the thread's id at this address, and the kernel must renew it there.
    address = ctypes.c_void_p()
    prctl(_PR_GET_TID_ADDRESS, ctypes.addressof(address))
    flags = _NAMESPACES | _CLONE_CHILD_SETTID | _CLONE_CHILD_CLEARTID | signal.SIGCHLD
    tid = address.value or 0
    # x86 takes the address before the thread's storage, the others after it
    order = (tid, 0) if machine == "x86_64" else (0, tid)
    python = ctypes.pythonapi
    python.PyOS_BeforeFork()
    pid: int = _libc_with_lock.syscall(
        *map(ctypes.c_long, (syscalls.NUMBERS[machine]["clone"], flags, 0, 0, *order))
    )
    error = ctypes.get_errno()
    if pid == 0:
        python.PyOS_AfterFork_Child()
        return 0
    python.PyOS_AfterFork_Parent()
    if pid < 0:
        raise OSError(error, f"no new namespaces: {os.strerror(error)}")
    return pid


def map_user(user: int, group: int) -> None:
    """Give the one user of a new user namespace a number inside it.

    ``user`` and ``group`` are the server's, outside.
    """
    prctl(_PR_SET_DUMPABLE, 1)  # /proc/self belongs to root otherwise
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{_STUDENT_ID} {user} 1"),
        ("gid_map", f"{_STUDENT_ID} {group} 1"),
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def private_files(size: int, handed_out: str | None = None) -> None:
    """Mount a file system of one's own for HOME, /tmp and /dev/shm, and this namespace's /proc.

    Afterwards no further namespace can be made and no capability is left.
    """
    mount_proc()
    for keys in (b"/proc/keys", b"/proc/key-users"):  # the machine's, whoever's they are
        if os.path.exists(keys):
            call("mount", b"/dev/null", keys, None, _MS_BIND, None)
    options = f"size={size},nr_inodes=4096,mode=0700".encode()
    call("mount", b"tmpfs", HOME.encode(), b"tmpfs", _MS_NOSUID | _MS_NODEV, options)
    for name, target in ((".tmp", b"/tmp"), (".shm", b"/dev/shm")):
        path = os.path.join(HOME, name)
        os.mkdir(path)
        call("mount", path.encode(), target, None, _MS_BIND, None)
    for kind in ("user", "mnt", "pid", "net", "ipc", "uts", "cgroup"):
        with open(f"/proc/sys/user/max_{kind}_namespaces", "w") as file:
            file.write("0")
    with open("/proc/sys/net/core/somaxconn", "w") as file:
        file.write(str(BACKLOG))
    flags = _MS_REMOUNT | _MS_BIND | _MS_RDONLY | _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    call("mount", None, b"/proc", None, flags, None)
    os.chdir(HOME)
    if handed_out is not None:
        lay_over(handed_out, HOME)
    prctl(_PR_SET_NO_NEW_PRIVS, 1)
    header, nothing = struct.pack("Ii", 0x20080522, 0), bytes(24)
    call("capset", header, nothing)
    prctl(_PR_SET_DUMPABLE, 1)


def set_limits(settings: dict[str, Any], vsize: int) -> None:
    """Set this process's resource limits; its children inherit them.

    ``vsize`` is the address space that the process has already, which is not counted.
    """
    wanted = {
        "RLIMIT_CORE": 1,  # 0 would still start the machine's collector of crashes
        "RLIMIT_CPU": settings["cpu_seconds"],
        "RLIMIT_FSIZE": settings["file_bytes"],
        "RLIMIT_NOFILE": settings["open_files"],
        "RLIMIT_NPROC": settings["processes_limit"],
        "RLIMIT_AS": vsize + settings["memory_bytes"],
        "RLIMIT_MEMLOCK": 65536,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_SIGPENDING": 256,
    }
    for name, value in wanted.items():
        number = getattr(resource, name, None)
        if number is None or value is None:
            continue
        _, hard = resource.getrlimit(number)
        if hard != resource.RLIM_INFINITY:
            value = min(value, hard)
        try:
            resource.setrlimit(number, (value, value))
        except (OSError, ValueError):
            if settings["isolation"] == "sandbox":
                raise


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def filter_system_calls() -> None:
    """Put the filter of `guest.syscalls` on this process; raise where there is none."""
    steps = syscalls.program(platform.machine())
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    prctl(_PR_SET_NO_NEW_PRIVS, 1)
    described = _Program(len(steps), ctypes.addressof(buffer))
    prctl(_PR_SET_SECCOMP, 2, ctypes.byref(described))
