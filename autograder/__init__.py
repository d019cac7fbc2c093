"""The autograder: builds the course's notebooks and grades what students hand in."""
