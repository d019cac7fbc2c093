"""The exercises of ``06_other_regularizers``: what people use besides L2 and dropout."""

from exercises.other_regularizers.augment import AUGMENT
from exercises.other_regularizers.early_stopping import EARLY_STOPPING
from exercises.other_regularizers.l1_step import L1_STEP
from exercises.other_regularizers.label_smoothing import LABEL_SMOOTHING
from exercises.other_regularizers.standardize import STANDARDIZE

EXERCISES = (STANDARDIZE, EARLY_STOPPING, L1_STEP, AUGMENT, LABEL_SMOOTHING)
