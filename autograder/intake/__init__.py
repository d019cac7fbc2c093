"""What was handed in: read, matched with the instructor's notebook, and rebuilt on it."""
