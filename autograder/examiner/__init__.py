"""The instructor's tests, run in this process against the student's functions in theirs."""
