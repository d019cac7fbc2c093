"""Is the course fit to be graded? What stands against it is said before the first student."""
