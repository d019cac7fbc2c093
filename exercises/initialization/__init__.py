"""The exercises of ``01_initialization``: where training starts, and what copies never unlearn."""

from exercises.initialization.he import HE
from exercises.initialization.large import LARGE
from exercises.initialization.symmetry import SYMMETRY
from exercises.initialization.zeros import ZEROS

EXERCISES = (ZEROS, SYMMETRY, LARGE, HE)
