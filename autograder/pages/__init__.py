"""What people read after grading: the feedback page, the class report, the tables."""
