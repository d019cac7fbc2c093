"""The fork server: imports once, then makes one process for each submission.

Submissions of one notebook begin with the same cells, the instructor's. So a server can make an
*snapshot*: a server like itself, in which these cells have run; submissions forked from it go on
from there.

Run as a program inside the sandbox (or, at the level ``process``, next to the grader). Its only
input is the grader's control socket, which no student code ever holds: a child closes it before
anything else. Students talk with the grader on a socket of their own, that came with the request.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import shutil
import signal
import site
import socket
import sys
import tempfile
from typing import Any

from .account import Account
from .layer import lay_over
from .preload import keep_fonts, preload
from .processes import close_all_but, descendants, kernel_counts_by_namespace, traces
from .submission import Submission

TICK = 0.05  # seconds between two looks at what a submission uses


class Server:
    """Answers the control socket until it closes."""

    def __init__(
        self, control: socket.socket, settings: dict[str, Any], after_prelude: bool = False
    ) -> None:
        self.control = control
        self.settings = settings
        self.after_prelude = after_prelude
        self.snapshots: set[int] = set()
        self.sandboxed = settings["isolation"] == "sandbox"
        self.live: Submission | None = None
        self.account = Account(self.sandboxed, settings["file_bytes"])

    def run(self) -> None:
        """Serve until the grader closes the socket."""
        poll = select.poll()
        poll.register(self.control, select.POLLIN)
        while True:
            if poll.poll(TICK * 1000 if self.live else None):
                line, descriptors, _, _ = socket.recv_fds(self.control, 65536, 1)
                while line and not line.endswith(b"\n"):
                    more = self.control.recv(65536)
                    line = line + more if more else b""
                if not line:
                    break
                self.answer(json.loads(line), descriptors)
            elif self.live and self.live.status is None:
                self.watch(self.live)
        self.end()

    def answer(self, request: dict[str, Any], descriptors: list[int]) -> None:
        """Do what one request asks for, and reply."""
        try:
            if request["op"] == "fork":
                self.end()
                reply: dict[str, Any] = {"pid": self.fork(descriptors[0])}
            elif request["op"] == "open":
                reply = {"pid": self.open(descriptors[0], request["cells"], request["seconds"])}
            else:
                reply = self.end(request.get("gone", False))
        except OSError as error:
            reply = {"error": str(error)}
        for descriptor in descriptors:
            os.close(descriptor)
        self.control.sendall(json.dumps(reply).encode() + b"\n")

    def open(self, descriptor: int, cells: list[str], seconds: float) -> int:
        """Start a server that answers on ``descriptor`` once it has run cells of the instructor's.

        It says what they gave, or ends without a word where they take too long, and says why
        where a fork would not find all that they left.
        """
        pid = os.fork()
        if pid == 0:
            try:
                close_all_but(descriptor)
                signal.setitimer(signal.ITIMER_REAL, seconds)  # its default action ends us
                become_snapshot(socket.socket(fileno=descriptor), self.settings, cells)
            finally:
                os._exit(0)
        self.snapshots.add(pid)
        return pid

    def fork(self, descriptor: int) -> int:
        """Start a submission that talks on ``descriptor``; return its process id.

        Raises OSError with what the child says when its walls cannot be set up.
        """
        from . import jail

        folder = None
        if not self.sandboxed:
            folder = tempfile.mkdtemp(prefix="submission-", dir=self.settings["folder"])
        owner = os.getuid(), os.getgid()
        reader, writer = os.pipe()
        try:
            pid = jail.fork_into_namespaces() if self.sandboxed else os.fork()
        except OSError:
            os.close(reader)
            os.close(writer)
            if folder is not None:
                os.rmdir(folder)
            raise
        if pid == 0:
            self.become_student(descriptor, writer, owner, folder)
        self.live = Submission(pid, folder, self.sandboxed)
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
        from . import runner

        try:
            try:
                self.control.close()
                connection = self.shut_in(descriptor, writer, owner, folder)
            except BaseException as error:
                os.write(writer, f"{type(error).__name__}: {error}".encode())
                raise
            os.write(writer, b"ready")
            os.close(writer)
            runner.serve(connection, self.settings, self.after_prelude)
            os._exit(0)
        finally:
            os._exit(70)

    def shut_in(
        self, descriptor: int, writer: int, owner: tuple[int, int], folder: str | None
    ) -> socket.socket:
        """Set up everything that holds this process in, and return its socket."""
        from . import jail

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a full file is an OSError
        # A signal to a process group would cross the namespaces' borders.
        os.setsid()
        if self.sandboxed:
            jail.map_user(*owner)
            jail.private_files(self.settings["file_bytes"], self.settings["handed_out"])
        elif folder is not None:
            if sys.platform == "linux":
                jail.die_with_parent()
            os.chdir(folder)
            if self.settings["handed_out"] is not None:
                lay_over(self.settings["handed_out"], folder)
            os.environ.update(HOME=folder, TMPDIR=folder)
            tempfile.tempdir = None
        close_all_but(descriptor, writer)
        jail.set_limits(self.settings, self.account.before.addresses)
        if self.sandboxed:
            jail.filter_system_calls()
        return socket.socket(fileno=descriptor)

    def watch(self, submission: Submission) -> None:
        """Kill a submission that uses more memory or processes than it may."""
        with contextlib.suppress(ChildProcessError):
            submission.reap(wait=False)
        if submission.status is not None:
            submission.kill(self.snapshots)
            return
        pids = descendants(os.getpid(), self.snapshots)
        memory, threads = self.account.look(pids)
        if memory > self.settings["memory_bytes"]:
            submission.reason = "memory"
        elif threads > 2 * self.settings["processes"]:
            submission.reason = "processes"
        if submission.reason:
            submission.kill(self.snapshots)

    def end(self, gone: bool = False) -> dict[str, Any]:
        """End the live submission, if there is one; return how it ended.

        ``gone`` says that its socket has closed, so that its exit status is about to come.
        """
        submission, self.live = self.live, None
        if submission is None:
            return {"status": None, "reason": None}
        submission.wait(200 if gone else 0)
        status = submission.status
        if status == -signal.SIGKILL and submission.cpu > self.settings["cpu_seconds"] - 1:
            submission.reason = submission.reason or "cpu"
        submission.kill(self.snapshots)
        if submission.folder:
            shutil.rmtree(submission.folder, ignore_errors=True)
        return {"status": status, "reason": submission.reason}


def become_snapshot(control: socket.socket, settings: dict[str, Any], cells: list[str]) -> None:
    """Run the first cells in this process, tell what they gave, and serve from here."""
    from . import jail, runner

    jail.adopt_orphans()
    os.chdir(jail.HOME)
    before = traces()
    outcomes = runner.run_prelude(settings, cells) if cells else []
    signal.setitimer(signal.ITIMER_REAL, 0)
    reply: dict[str, Any] = {"outcomes": outcomes}
    if not all(outcome["ok"] for outcome in outcomes):
        reply = {"error": "one of them raised an error"}
    elif traces() != before:
        reply = {"error": "they left threads, processes, files or open files"}
    gc.collect()
    gc.freeze()
    server = Server(control, settings, after_prelude=bool(cells))
    control.sendall(json.dumps(reply).encode() + b"\n")
    if "outcomes" in reply:
        server.run()


def main() -> None:
    """Set up the server's process and serve."""
    settings = json.loads(sys.argv[1])
    sys.argv = [""]
    site.sethelper()  # -S leaves it out
    site.setcopyright()
    if settings["user"] is not None:
        from . import jail

        jail.mount_proc()
        jail.become(settings["user"])
    control = socket.socket(fileno=settings["control"])
    control.set_inheritable(False)
    if settings["fonts"] is not None:
        keep_fonts(settings["fonts"])
    if not kernel_counts_by_namespace():
        settings["processes_limit"] = None
    preload(settings["preload"])
    from . import runner, shell  # no fork must import them again

    shell.warm_up()
    runner.kept.renew()  # the shell has put builtins of its own there
    if sys.platform == "linux":
        from . import jail

        jail.adopt_orphans()
        if settings["isolation"] == "sandbox":
            jail.hide_process()
    gc.collect()
    gc.freeze()
    server = Server(control, settings)
    control.sendall(json.dumps({"ready": os.getpid()}).encode() + b"\n")
    server.run()
    os._exit(0)  # Python's own end takes a tenth of a second, for which the grader waits


if __name__ == "__main__":
    main()
