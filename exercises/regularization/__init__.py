"""The exercises of ``02_regularization``: L2 and dropout in the three-layer network."""

from exercises.regularization.dropout_backward import DROPOUT_BACKWARD
from exercises.regularization.dropout_forward import DROPOUT_FORWARD
from exercises.regularization.l2_backward import L2_BACKWARD
from exercises.regularization.l2_cost import L2_COST

EXERCISES = (L2_COST, L2_BACKWARD, DROPOUT_FORWARD, DROPOUT_BACKWARD)
