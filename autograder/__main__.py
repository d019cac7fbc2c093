"""Entry point of ``python -m autograder``."""

import sys
from pathlib import Path


def explain(problem: str) -> str:
    """Say which Python to use in place of this one."""
    root = Path(__file__).resolve().parent.parent
    folder, suffix = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")
    python = root / ".venv" / folder / f"python{suffix}"
    if python.is_file() and Path(sys.prefix).resolve() != (root / ".venv").resolve():
        return f"{problem}\nUse the course's own Python: {python} -m autograder"
    if (root / "Makefile").is_file():
        return f"{problem}\nInstall the course first: run `make install` in {root}."
    return f"{problem}\nInstall it anew: {sys.executable} -m pip install nbgrader-apart"


def main() -> None:
    """Run the command line."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python is to be told
        version = ".".join(map(str, sys.version_info[:2]))
        sys.exit(explain(f"Python {version} is too old: the course needs 3.11 or newer."))
    try:
        from autograder.cli import app
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] == "autograder":
            raise
        sys.exit(explain(f"This Python ({sys.executable}) lacks the package {error.name}."))
    except KeyboardInterrupt:
        sys.exit(130)  # nothing had begun

    app(prog_name="python -m autograder")


# Worker processes import this module again under another name: only the first one may go on.
if __name__ == "__main__":
    main()
