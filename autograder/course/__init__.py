"""The course's folders and settings, as nbgrader has them."""
