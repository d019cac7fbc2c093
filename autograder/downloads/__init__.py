"""Submissions that an instructor downloads from a learning platform, on their way in."""
