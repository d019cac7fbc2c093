"""What a student's notebook imports: network parts, data sets, plots, test cases and checks."""

COURSE = "Regularizing and checking neural networks"
"""By this a notebook knows that no other package of this common name stands in our place."""
