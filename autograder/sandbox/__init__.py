"""The student's process from the trusted side: its walls, its server, and talking with it."""
