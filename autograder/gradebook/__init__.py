"""nbgrader's gradebook: one writer, in batches."""
