"""Entry point of ``python -m autograder``."""

# Worker processes import this module again under another name: only the first one may go on.
if __name__ == "__main__":
    from autograder.cli import app

    app(prog_name="python -m autograder")
