"""nbgrader's commands, each in a fork of one process that has imported nbgrader.

A command's imports alone take two seconds of computing otherwise, and as long takes what a new
gradebook asks alembic. All else is as in a process of the command's own: its arguments, folder,
environment and output.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

OUTPUTS = ("stdout", "stderr")


@functools.cache
def _server() -> subprocess.Popen[str]:
    """Start the process; it ends with this one, or when this one closes its input."""
    pipe = subprocess.PIPE
    server = subprocess.Popen([sys.executable, __file__], stdin=pipe, stdout=pipe, text=True)
    atexit.register(server.communicate)
    return server


def run(arguments: list[str], cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command, and return what `subprocess.run` would."""
    server = _server()
    assert server.stdin is not None and server.stdout is not None
    with tempfile.TemporaryDirectory() as outputs:
        request = {"arguments": arguments, "cwd": str(cwd), "env": env, "outputs": outputs}
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        said = [Path(outputs, name).read_text(encoding="utf-8") for name in OUTPUTS]
    return subprocess.CompletedProcess(arguments, code, *said)


def _become(request: dict[str, object]) -> None:
    """Be the process of a command."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for descriptor, name in enumerate(OUTPUTS, 1):
        file = os.path.join(str(request["outputs"]), name)
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT), descriptor)
    os.chdir(str(request["cwd"]))
    os.environ.clear()
    os.environ.update(request["env"])  # type: ignore[call-overload]
    sys.path[0] = os.getcwd()
    sys.argv = ["nbgrader", *request["arguments"]]  # type: ignore[misc]


def _serve() -> None:
    """Fork for each request, and say how the fork ended; return in the fork."""
    while line := sys.stdin.readline():
        child = os.fork()
        if not child:
            _become(json.loads(line))
            return
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
    sys.exit()


if __name__ == "__main__":
    import nbgrader.api
    from nbgrader.apps.nbgraderapp import main

    newest = nbgrader.api.get_alembic_version()
    nbgrader.api.get_alembic_version = lambda: newest
    _serve()
    main()
