"""The exercises of ``03_gradient_checking``: from one dimension to a stranger's mistake."""

from exercises.gradient_checking.every_parameter import GRADIENT_CHECK_N
from exercises.gradient_checking.naming import NAME_THE_BUG
from exercises.gradient_checking.one_dimension import GRADIENT_CHECK_1D
from exercises.gradient_checking.vectors import (
    DICTIONARY_TO_VECTOR,
    VECTOR_TO_DICTIONARY,
)

EXERCISES = (
    GRADIENT_CHECK_1D,
    DICTIONARY_TO_VECTOR,
    VECTOR_TO_DICTIONARY,
    GRADIENT_CHECK_N,
    NAME_THE_BUG,
)
