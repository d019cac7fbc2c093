"""A whole class: workers, cache, and what grading leaves on disk."""
