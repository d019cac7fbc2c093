"""Commands of ``python -m autograder``: one module each."""
