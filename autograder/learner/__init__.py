"""What a learner meets: finding the notebook that is meant, and saying what came of it."""
