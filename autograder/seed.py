"""The seed of hidden tests' random inputs, for tests that want to draw their own."""

from __future__ import annotations

from contextvars import ContextVar

SEED: ContextVar[int | None] = ContextVar("SEED", default=None)
"""Set while a test runs: nobody can foresee it, and grading the same again gives the same."""
