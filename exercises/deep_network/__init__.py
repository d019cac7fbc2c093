"""The exercises of ``05_deep_network``: L2 and dropout in networks of any depth."""

from exercises.deep_network.activation_backward import ACTIVATION_BACKWARD
from exercises.deep_network.cost import COST
from exercises.deep_network.dropout import DROPOUT
from exercises.deep_network.linear_backward import LINEAR_BACKWARD
from exercises.deep_network.model_backward import MODEL_BACKWARD

EXERCISES = (COST, LINEAR_BACKWARD, ACTIVATION_BACKWARD, MODEL_BACKWARD, DROPOUT)
