"""Small courses of many kinds: what stock nbgrader gives their answers, and what we must give."""
