"""The exercises of ``01_initialization``: where training starts, and what copies never unlearn."""

from autograder.exercises.initialization.he import HE
from autograder.exercises.initialization.large import LARGE
from autograder.exercises.initialization.symmetry import SYMMETRY
from autograder.exercises.initialization.zeros import ZEROS

EXERCISES = (ZEROS, SYMMETRY, LARGE, HE)
