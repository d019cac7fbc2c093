"""The exercises of ``04_minibatch_training``: weight decay with momentum, and dropout, in rows."""

from exercises.minibatch_training.backward_drop import BACKWARD_DROP
from exercises.minibatch_training.backward_reg import BACKWARD_REG
from exercises.minibatch_training.djreg_dy import DJREG_DY
from exercises.minibatch_training.forward_drop import FORWARD_DROP
from exercises.minibatch_training.jreg import JREG
from exercises.minibatch_training.make_mask import MAKE_MASK

EXERCISES = (JREG, DJREG_DY, BACKWARD_REG, MAKE_MASK, FORWARD_DROP, BACKWARD_DROP)
