# %% [markdown]
# # Lesson 3. How small is small enough?
#
# A check that raises false alarms is soon switched off, and one that sleeps is worse than none. Which of
# the two you get depends on a number that most people copy.
#
# A gradient check moves a parameter by ε and looks at how the cost changes. In the exercises ε was
# 1e-7, because everybody writes 1e-7. Here you see what becomes of the check for every ε, from 1
# down to 1e-15.
#
# **When you are done, you can**
#
# - choose ε, and say what goes wrong on either side of it;
# - say what a one-sided, a centred and a complex step can reach;
# - say why a check in single precision is no check;
# - say what many examples, and confident networks, do to a check.
#
# The lesson has five parts of about three minutes, and each part has three steps, always in this
# order. **Predict**: choose an answer, and only then the picture appears. **See**: a picture. **Say
# why**: what you saw, in words, and the reason. Nothing here has points.

# %%
import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.gradient_checks import complex_step_gradient, stacked_gradient
from utils.networks import backward_propagation, forward_propagation
from utils.plots import ORANGE
from utils.plots.step_sizes import plot_digits, plot_entries, plot_errors
from utils.predict import reveal, surprises
from utils.sliders import DrawnView
from utils.step_sizes import slope_errors, two_costs
from utils.testcases.gradient_checking import small_network

steps = np.logspace(-15, 0, 61)
centred = slope_errors(steps)

# %% [markdown]
# In every picture there are 30 random networks, with 4 inputs, 5 and 3 hidden units and one output: 47
# parameters each. All parameters are moved at once, along the gradient; only Part 5 looks at single
# ones. The **relative error** compares the slope that comes out with the exact one; an error of 1
# means that the slope is useless.
#
# ## Part 1. Smaller is better, up to a point
#
# The centred quotient of the exercises takes a step to both sides. Mathematics says: the smaller
# the step, the better.
#
# #### Predict 1
#
# ε goes from 1 to 1e-15. What does the error do?
#
# - (a) It falls all the way, down to 16 digits.
# - (b) It falls, and then it rises again.
# - (c) It falls, and then it stays where it is.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abc", "b")
def see():
    guides = {"grows as ε²": lambda e: 0.014 * e**2, "grows as 1/ε": lambda e: 3e-16 / e}

    def at(step):
        """Draw the U with one step marked, and beside it the digits of both costs."""
        _, (left, right) = plt.subplots(
            1, 2, figsize=(11.5, 4.2), layout="constrained", facecolor="white"
        )
        plot_errors(steps, {"centred": centred}, left, guides=guides, title="The error is a U")
        left.get_legend().set_loc("upper center")
        above, below, slope = two_costs(step)
        plot_digits(above, below, step, slope, right)
        right.set_title(f"One network, ε = {step:g}: grey digits cancel")
        error = abs((above - below) / (2 * step) / slope - 1)
        left.axvline(step, color="black", lw=2)
        left.plot(step, error, "o", ms=9, color=ORANGE, mec="black", zorder=3)
        return (
            f"ε = {step:g}: the costs differ by {above - below:.2g}, "
            f"and the slope has a relative error of {error:.1g}."
        )

    moving = DrawnView(at, {"ε": 10.0 ** np.arange(-15, 0)}, still=[(1e-2,), (1e-5,), (1e-13,)])
    return (
        moving,
        """
    **What you saw.** A U (b). On its right side the error falls by a factor of 100 for each factor
    of 10 in ε: that is ε², the error of the formula. On its left side it rises by 10 each time:
    that is the computer's. Double precision keeps 16 digits. If ε is 1e-7, the two costs agree in
    about 7 of them, and the subtraction leaves the other 9.

    The lowest point lies near ε = 5e-6, with an error of about 1e-11. At the customary 1e-7 it is
    some thirty times larger, and still far below a threshold of 1e-7. At 1e-15 only one digit of
    the slope is right. Far on the right the band widens: there the step crosses a kink of ReLU in
    some networks, and in others not.

    Move ε and watch where the digits go. The smaller it is, the more of them the two costs share, and
    the fewer are left for the slope. The larger it is, the more are left, but they tell the slope of a
    chord, and not yet of the curve.
    """,
    )


# %% [markdown]
# ## Part 2. Three kinds of step
#
# A one-sided quotient takes the cost at θ + ε and at θ, and saves half the work. A complex step
# moves θ by iε, an imaginary number, and reads the slope off the imaginary part of the cost. It
# subtracts nothing.
#
# #### Predict 2
#
# Order the three by the smallest error that they can reach. At which ε does each
# reach it?
#
# - (a) All three reach 16 digits, each at an ε of its own.
# - (b) The centred step is the best, near 1e-7; the complex one loses what it rounds.
# - (c) The one-sided step is the best: it computes least, so it loses least.
# - (d) The complex step is the best and the one-sided the worst; only the complex step may be as
#   small as you like.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abcd", "d")
def see():
    kinds = {
        "one-sided": slope_errors(steps, "one-sided"),
        "centred": centred,
        "complex": slope_errors(steps, "complex"),
    }
    plot_errors(steps, kinds, title="Two of them have a best step, the complex one needs none")

    return """
    **What you saw.** One-sided, the error falls only as fast as ε. It meets the noise early, near
    ε = 1e-8, at an error of 1e-8: even the best ε leaves only a factor of ten to the threshold.
    Centred, the best is about a thousand times better. The complex step has the same ε² on the right,
    and then no left side at all: from 1e-8 down to 1e-15 it gives all the digits there are (d).

    Why not always complex, then? Each line of the cost must work with complex numbers. The ReLU here is
    written as a product, `Z * (Z.real > 0)`. `np.maximum(Z, 0)` would do as well, since it compares the
    real parts first. Python's `max` refuses Python's own complex numbers, with a TypeError. The
    dangerous ones are `abs`, and `.real` in a value: they drop the imaginary part, and nothing tells
    you.
    """


# %% [markdown]
# ## Part 3. Single precision
#
# On graphics cards networks are trained in single precision, with 7 digits instead of 16.
#
# #### Predict 3
#
# Where does the U of the centred step lie in single precision? And what comes out at
# ε = 1e-7?
#
# - (a) Further right and higher up; at 1e-7 the slope is plainly wrong.
# - (b) Further right, but as deep: a larger ε makes up for the digits.
# - (c) Where it was: ε decides, and not the digits.
# - (d) Further left, since smaller numbers need fewer digits.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abcd", "a")
def see():
    precisions = {
        "double precision": centred,
        "single precision": slope_errors(steps, dtype=np.float32),
    }
    plot_errors(steps, precisions, title="In single precision no step comes near the threshold")

    return """
    **What you saw.** The right side is the same: the formula does not know about digits. The left side
    comes many factors of ten earlier. The best error is near 1e-5, at ε = 5e-3. At 1e-7 the slope is off
    by a quarter, and at 1e-8 hardly any parameter moves: 1 + 1e-8 is 1 in single precision. No ε comes
    near the threshold.

    So check in double precision, even if you train in single. Cast the parameters, check, and cast
    back.
    """


# %% [markdown]
# ## Part 4. Confident networks, many examples
#
# In the exercises the cost from the activation $A^{[3]}$ made false alarms, the one from the
# logits did not. Now the weights have the standard deviation 2 instead of 1: such networks are
# sure of themselves, right or wrong, and their activations lie close to 0 and 1.
#
# #### Predict 4
#
# ε is 1e-7 and the threshold 1e-7. How many of 30 right gradients raise an alarm,
# with either cost?
#
# - (a) None with either: the gradients are right.
# - (b) About half of them with either: such networks cannot be checked.
# - (c) None with the cost from the logits, about half of them with that from the activation.
# - (d) None with the cost from the activation, a few with that from the logits.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abcd", "c")
def see():
    costs = {
        "cost from the logits": slope_errors(steps, weights=2),
        "cost from the activation": slope_errors(steps, weights=2, from_logits=False),
    }
    plot_errors(steps, costs, title="Confident networks: from the activation, digits are missing")
    at = int(np.argmin(np.abs(np.log10(steps) + 7)))
    for name, errors in costs.items():
        print(
            f"{name}: {np.sum(errors[:, at] > 1e-7)} of {len(errors)} above 1e-7 at ε = {steps[at]:.0e}"
        )
    for exponent in range(-9, -3):
        at = int(np.argmin(np.abs(np.log10(steps) - exponent)))
        print(f"from the activation at ε = 1e{exponent}: {np.sum(errors[:, at] > 1e-7)} of 30")

    return """
    **What you saw.** From the logits not one of the 30 raises an alarm, from the activation about half
    of them do (c). If the activation $a$ is 0.99999, then $1 - a$ has lost five digits. Some networks here
    have lost all of them: $a$ is exactly 1, its cost is 0, infinite or nan, and no ε gives a slope. That is
    why the upper edge of the band lies at 1.

    A larger ε helps a little, from 16 alarms at 1e-8 to 10 at 1e-4, and a smaller one harms. Another
    formula for the same cost helps all of them.
    """


# %% [markdown]
# #### Predict 5
#
# Now the number of examples: 3, 30, or 300. A cost over many examples is a mean, and
# means are smooth. Which side of the U moves, and where to?
#
# - (a) Neither: a mean over more examples is the same kind of cost.
# - (b) The left one, down: noise averages out.
# - (c) The right one, down: a smoother cost has smaller errors.
# - (d) The right one, up: among more examples a large step meets more kinks.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abcd", "d")
def see():
    numbers = {
        f"{number} examples": slope_errors(steps, examples=number) for number in (3, 30, 300)
    }
    plot_errors(steps, numbers, title="More examples, more kinks within reach of a large step")

    return """
    **What you saw.** The left side stays. On the right, the curve for 300 examples leaves ε² soon
    after 1e-3, and at 1e-2 it is ten times as high as that for 3 (d).

    A network with 8 hidden units and 300 examples has 2,400 places at which a unit can stand near its
    kink; with 3 examples it has 24. Some of the 2,400 are always within reach of a large step, and at 1e-3
    some networks in the band have met one already. With few examples, and ε near 1e-5, kinks are rare.
    """


# %% [markdown]
# ## Part 5. What a check cannot see
#
# In the right gradient of each of 30 networks, we change the smallest entry that is not 0 by a
# millionth of itself. Then each single entry is compared with the numerical one, from a centred
# step with ε = 1e-7, and from a complex step.
#
# #### Predict 6
#
# In which of the two pictures do the changed entries stand out: in both, in one, or
# in none?
#
# - (a) In both: a wrong entry is wrong.
# - (b) Only in that of the complex step.
# - (c) In none: a millionth is too little.
# - (d) Only in that of the centred step.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(6, "abcd", "b")
def see():
    sizes, wrong = [], []
    errors = {"centred, ε = 1e-7": [], "complex": []}
    for seed in range(30):
        parameters, X, Y = small_network(seed)
        _, cache = forward_propagation(X, parameters)
        right = backward_propagation(X, Y, cache)
        entries = np.concatenate([right[f"d{name}"].ravel() for name in parameters])
        alive = entries != 0
        sizes.append(np.abs(entries[alive]))
        wrong.append(sizes[-1] == sizes[-1].min())
        for name, numerical in zip(
            errors,
            (stacked_gradient(parameters, X, Y, 1e-7), complex_step_gradient(parameters, X, Y)),
            strict=True,
        ):
            slopes = np.concatenate([block.ravel() for block in numerical.values()])[alive]
            errors[name].append(
                np.abs(entries[alive] * (1 + 1e-6 * wrong[-1]) - slopes) / sizes[-1]
            )
    plot_entries(
        np.concatenate(sizes),
        {name: np.concatenate(values) for name, values in errors.items()},
        np.concatenate(wrong),
        titles=("small entries hide", "nothing hides"),
    )

    return """
    **What you saw.** The noise of the centred step is about the same for all entries, so the smaller an
    entry is, the larger is its relative error. Below 1e-3 the noise reaches a millionth, and the changed
    entries hide in it. With the complex step they stand out: seven factors of ten and more lie between
    them and the right ones (b).

    A wrong factor or a forgotten term changes an entry by far more than a millionth, so both steps see
    it in every entry of the picture. But the relative difference over *all* numbers is ruled by the
    large ones, and a mistake may sit where gradients are small in *this* network with *these* examples.
    So check block by block, and with several random networks.
    """


# %%
surprises()

# %% [markdown]
# ## What to remember
#
# - The error of a numerical slope has two sides: the formula's, which shrinks with ε, and the
#   computer's, which grows as ε shrinks.
# - Centred, in double precision, ε near 1e-5 is best, and anything from 1e-8 to 1e-4 will do, with the
#   exercises' scale: below 1e-7 right, above 1e-2 wrong, and in between look closer.
# - One-sided, even the best ε is barely good enough. A complex step has all digits, if the code
#   lets it.
# - Single precision cannot check gradients. A cost from the logits can, one from the activation
#   sometimes not.
# - Few examples, a few random networks, block by block.
#
# ## What to read
#
# - Squire and Trapp, *Using complex variables to estimate derivatives of real functions* (1998): the
#   complex step, in three pages.
# - Baydin and others, *Automatic differentiation in machine learning: a survey* (2018): the curve of
#   errors over the step, and the way round it that libraries take.
#
# **Where to go next:** in your own notebook,
# [release/03_gradient_checking](../release/03_gradient_checking/03_gradient_checking.ipynb), call
# `gradient_check_n` with another `epsilon`, and predict first what the 300 networks will do.

# %% [markdown]
# ## Your experiments
#
# There are no answers here. Predict first, then run.
#
# - A four-point quotient weighs steps of ε and 2ε so that the ε² cancels. Where is the bottom of its U?
# - How do the U's two sides move if all weights are ten times as large, or ten times as small?
# - Which digits do the two costs share at ε = 1e-8, in networks 1 to 5? Use `two_costs(1e-8, seed)`.

# %%
# A place for your own. The last one could begin like this:
for seed in range(1, 6):
    above, below, _ = two_costs(1e-8, seed)
    print(f"network {seed}: {above:.16f} and {below:.16f}")
