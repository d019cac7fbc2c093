"""Inputs of the visible checks, one module per assignment, made anew from their recipes.

Each function returns the arguments of one exercise's function. The recipes draw from NumPy's
legacy generator, whose streams never change: the same numbers everywhere.
"""
