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

    def reap(self, wait: bool) -> None:
        """Collect the exit status, if there is one yet."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, 0 if wait else os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)


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
        """Start a submission that talks on ``descriptor``; return its process id."""
        if self.sandboxed:
            pid, folder = self.fork_jailed(descriptor), None
        else:
            folder = tempfile.mkdtemp(prefix="submission-", dir=self.settings["folder"])
            pid = os.fork()
            if pid == 0:
                self.become_student(descriptor, folder)
        self.live = Submission(pid, folder)
        return pid

    def fork_jailed(self, descriptor: int) -> int:
        """Start a submission in namespaces of its own."""
        from student import jail

        reader, writer = os.pipe()
        between = os.fork()
        if between == 0:
            # This process only leaves the namespaces; its child is the first of the new ones.
            try:
                os.close(reader)
                self.control.close()
                jail.new_namespaces()
                inner = os.fork()
                if inner:
                    os.write(writer, str(inner).encode())
                    os._exit(0)
                os.close(writer)
            except OSError as error:
                os.write(writer, str(error).encode())
                os._exit(1)
            self.become_student(descriptor, jail.HOME)
        os.close(writer)
        with open(reader, "rb") as pipe:
            said = pipe.read().decode()
        os.waitpid(between, 0)
        if not said.isdigit():
            raise OSError(said)
        return int(said)

    def become_student(self, descriptor: int, home: str) -> None:
        """Turn this child into the student's process; never returns."""
        code = 70
        try:
            from student import jail, runner

            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a full file is an OSError
            if self.sandboxed:
                jail.private_files(self.settings["file_bytes"])
            else:
                self.control.close()
                if sys.platform == "linux":
                    jail.die_with_parent()
                os.chdir(home)
                os.environ.update(HOME=home, TMPDIR=home)
                tempfile.tempdir = None
            # A signal to a process group would cross the namespaces' borders.
            os.setsid()
            close_all_but(descriptor)
            jail.set_limits(self.settings, self.vsize)
            if self.sandboxed:
                jail.filter_system_calls()
            runner.serve(socket.socket(fileno=descriptor), self.settings)
            code = 0
        finally:
            os._exit(code)

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


def close_all_but(keep: int) -> None:
    """Close every descriptor but the standard three and ``keep``."""
    limit = os.sysconf("SC_OPEN_MAX")
    os.closerange(3, keep)
    os.closerange(keep + 1, limit)


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
            for part in pkgutil.iter_modules(module.__path__):
                importlib.import_module(f"utils.{part.name}")


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
    if not kernel_counts_by_namespace():
        settings["processes_limit"] = None
    preload(settings["preload"])
    from student import runner, shell  # a fork must not import it again  # noqa: F401

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
