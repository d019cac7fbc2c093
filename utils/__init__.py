"""What a student's notebook imports: network parts, data sets, plots, test cases and checks."""
