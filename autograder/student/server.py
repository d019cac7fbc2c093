"""The fork server: imports once, then makes one process for each submission.

Run as a program inside the sandbox (or, at the level ``process``, next to the grader). Its only
input is the grader's control socket, which no student code ever holds: a child closes it before
anything else. Students talk with the grader on a socket of their own, that came with the request.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import platform
import select
import shutil
import signal
import site
import socket
import sys
import tempfile
from typing import Any

TICK = 0.05  # seconds between two looks at what a submission uses


class Submission:
    """A live submission: the first process of its tree, and why it was killed, if it was."""

    def __init__(self, pid: int, folder: str | None) -> None:
        self.pid = pid
        self.folder = folder
        self.status: int | None = None
        self.reason: str | None = None
        self.cpu = 0.0

    def reap(self, wait: bool) -> None:
        """Collect the exit status, if there is one yet."""
        if self.status is None:
            pid, status, usage = os.wait4(self.pid, 0 if wait else os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                self.cpu = usage.ru_utime + usage.ru_stime


class Server:
    """Answers the control socket until it closes."""

    def __init__(self, control: socket.socket, settings: dict[str, Any]) -> None:
        self.control = control
        self.settings = settings
        self.sandboxed = settings["isolation"] == "sandbox"
        self.live: Submission | None = None
        self.baseline = memory_of("self") or 0
        self.vsize = _vsize()

    def run(self) -> None:
        """Serve until the grader closes the socket."""
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        while True:
            if poll.poll(TICK * 1000 if self.live else None):
                data, descriptors, _, _ = socket.recv_fds(self.control, 65536, 1)
                if not data:
                    break
                self.answer(json.loads(data), descriptors)
            elif self.live and self.live.status is None:
                self.watch(self.live)
        self.end()

    def answer(self, request: dict[str, Any], descriptors: list[int]) -> None:
        """Do what one request asks for, and reply."""
        try:
            if request["op"] == "fork":
                self.end()
                reply = {"pid": self.fork(descriptors[0])}
            else:
                reply = self.end(request.get("gone", False))
        except OSError as error:
            reply = {"error": str(error)}
        for descriptor in descriptors:
            os.close(descriptor)
        self.control.sendall(json.dumps(reply).encode() + b"\n")

    def fork(self, descriptor: int) -> int:
        """Start a submission that talks on ``descriptor``; return its process id.

        Raises OSError with what the child says when its walls cannot be set up.
        """
        from student import jail

        folder = None
        if not self.sandboxed:
            folder = tempfile.mkdtemp(prefix="submission-", dir=self.settings["folder"])
        owner = os.getuid(), os.getgid()
        reader, writer = os.pipe()
        pid = jail.fork_into_namespaces() if self.sandboxed else os.fork()
        if pid == 0:
            self.become_student(descriptor, writer, owner, folder)
        self.live = Submission(pid, folder)
        os.close(writer)
        with open(reader, "rb") as pipe:
            said = pipe.read().decode("utf-8", "replace")
        if said != "ready":
            self.end()
            raise OSError(said or "the student's process ended at once")
        return pid

    def become_student(
        self, descriptor: int, writer: int, owner: tuple[int, int], folder: str | None
    ) -> None:
        """Turn this child into the student's process; never returns."""
        from student import runner

        try:
            try:
                self.control.close()
                connection = self.shut_in(descriptor, writer, owner, folder)
            except BaseException as error:
                os.write(writer, f"{type(error).__name__}: {error}".encode())
                raise
            os.write(writer, b"ready")
            os.close(writer)
            runner.serve(connection, self.settings)
            os._exit(0)
        finally:
            os._exit(70)

    def shut_in(
        self, descriptor: int, writer: int, owner: tuple[int, int], folder: str | None
    ) -> socket.socket:
        """Set up everything that holds this process in, and return its socket."""
        from student import jail

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a full file is an OSError
        # A signal to a process group would cross the namespaces' borders.
        os.setsid()
        if self.sandboxed:
            jail.map_user(*owner)
            jail.private_files(self.settings["file_bytes"])
        else:
            if sys.platform == "linux":
                jail.die_with_parent()
            os.chdir(folder)
            os.environ.update(HOME=folder, TMPDIR=folder)
            tempfile.tempdir = None
        close_all_but(descriptor, writer)
        jail.set_limits(self.settings, self.vsize)
        if self.sandboxed:
            jail.filter_system_calls()
        return socket.socket(fileno=descriptor)

    def watch(self, submission: Submission) -> None:
        """Kill a submission that uses more memory or processes than it may."""
        with contextlib.suppress(ChildProcessError):
            submission.reap(wait=False)
        if submission.status is not None:
            self.kill(submission)
            return
        memory = threads = 0
        for pid in descendants(os.getpid()):
            used = memory_of(pid)
            if used is not None:
                memory += max(0, used - self.baseline)
            with contextlib.suppress(OSError):
                threads += len(os.listdir(f"/proc/{pid}/task"))
        if memory > self.settings["memory_bytes"]:
            submission.reason = "memory"
        elif threads > 2 * self.settings["processes"]:
            submission.reason = "processes"
        if submission.reason:
            self.kill(submission)

    def kill(self, submission: Submission) -> None:
        """End every process of a submission."""
        if submission.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(submission.pid, signal.SIGKILL)
            submission.reap(wait=True)
        if not self.sandboxed:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(submission.pid, signal.SIGKILL)
        # In the sandbox the kernel has ended the rest with the namespace; elsewhere orphans
        # have become our children.
        for _ in range(1000):
            left = descendants(os.getpid())
            for pid in left:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            try:
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
                if not left:
                    break
                select.select([], [], [], 0.001)
            except ChildProcessError:
                break

    def end(self, gone: bool = False) -> dict[str, Any]:
        """End the live submission, if there is one; return how it ended.

        ``gone`` says that its socket has closed, so that its exit status is about to come.
        """
        submission, self.live = self.live, None
        if submission is None:
            return {"status": None, "reason": None}
        for _ in range(200 if gone else 1):
            submission.reap(wait=False)
            if submission.status is not None or not gone:
                break
            select.select([], [], [], 0.001)
        status = submission.status
        if status == -signal.SIGKILL and submission.cpu > self.settings["cpu_seconds"] - 1:
            submission.reason = submission.reason or "cpu"
        self.kill(submission)
        if submission.folder:
            shutil.rmtree(submission.folder, ignore_errors=True)
        return {"status": status, "reason": submission.reason}


def descendants(root: int) -> list[int]:
    """Return the ids of all processes below ``root``; none where /proc does not tell."""
    found: list[int] = []
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                with open(f"/proc/{pid}/task/{task}/children") as file:
                    children = [int(child) for child in file.read().split()]
                found += children
                waiting += children
        except OSError:
            continue
    return found


def memory_of(pid: int | str) -> int | None:
    """Return the bytes of a process's own and shared memory, files it has mapped apart."""
    try:
        with open(f"/proc/{pid}/status") as file:
            lines = [line for line in file if line.startswith(("RssAnon", "RssShmem", "VmSwap"))]
    except OSError:
        return None
    return 1024 * sum(int(line.split()[1]) for line in lines)


def _vsize() -> int:
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 2**30


def close_all_but(*kept: int) -> None:
    """Close every descriptor but the standard three and ``kept``."""
    start = 3
    for number in sorted(kept):
        os.closerange(start, number)
        start = number + 1
    os.closerange(start, os.sysconf("SC_OPEN_MAX"))


def kernel_counts_by_namespace() -> bool:
    """Whether the limit on processes counts a user namespace's own ones only (Linux 5.14)."""
    try:
        major, minor = platform.release().split(".")[:2]
        return (int(major), int("".join(c for c in minor if c.isdigit()))) >= (5, 14)
    except ValueError:
        return False


def preload(names: list[str]) -> None:
    """Import what notebooks usually import, as far as it is installed."""
    for name in names:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        if name == "utils":
            for part in pkgutil.walk_packages(module.__path__, "utils."):
                importlib.import_module(part.name)


def keep_fonts(descriptor: int) -> None:
    """Put the font lists that came along where matplotlib looks for them."""
    with open(descriptor, "rb") as file:
        lists = json.load(file)
    folder = os.environ["MPLCONFIGDIR"]
    os.makedirs(folder, exist_ok=True)
    for name, content in lists.items():
        with open(os.path.join(folder, name), "w") as file:
            json.dump(content, file)


def main() -> None:
    """Set up the server's process and serve."""
    settings = json.loads(sys.argv[1])
    sys.argv = [""]
    site.sethelper()  # -S leaves it out
    site.setcopyright()
    if settings["user"] is not None:
        from student import jail

        jail.mount_proc()
        jail.become(settings["user"])
    control = socket.socket(fileno=settings["control"])
    control.set_inheritable(False)
    if settings["fonts"] is not None:
        keep_fonts(settings["fonts"])
    if not kernel_counts_by_namespace():
        settings["processes_limit"] = None
    preload(settings["preload"])
    from student import runner, shell  # noqa: F401 - no fork must import them again

    shell.warm_up()
    if sys.platform == "linux":
        from student import jail

        jail.adopt_orphans()
        if settings["isolation"] == "sandbox":
            jail.hide_process()
    gc.collect()
    gc.freeze()
    server = Server(control, settings)
    control.sendall(json.dumps({"ready": os.getpid(), "memory": server.baseline}).encode() + b"\n")
    server.run()


if __name__ == "__main__":
    main()
