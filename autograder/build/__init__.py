"""Notebooks and tables that are made from hand-written text."""
