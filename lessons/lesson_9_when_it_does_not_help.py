# %% [markdown]
# # Lesson 9. When it does not help, and why people do it all the same
#
# All through this course a network with too many weights was in danger, and a penalty saved it. Then
# you read of a well-known network for photographs, ResNet-50, with 25 million weights for 1.3 million
# pictures to learn from, and that the larger ones are the better ones. Something is missing in the story.
# Here it is.
#
# **When you are done, you can**
#
# - say what happens to the cost on fresh examples when a layer grows past the number of examples;
# - say what λ does to that;
# - name a regularizer that nobody wrote down, and one that is said to regularize and hardly does;
# - say why large networks are trained with weight decay even so.
#
# The lesson has five parts of about three minutes. Each question comes in three steps. **Predict**: choose
# an answer, and only then the picture appears. **See**: a picture. **Say why**: what you saw and the reason.
# Nothing here has points.
#
# Most of it happens in a network whose first layer is drawn and stays: 10 inputs, up to 800 **random
# ReLU units**, and one output. Only the last weights are fitted, to 40 noisy examples of a straight line
# plus $\tfrac12 |x_1|$ (the noise has a standard deviation of 0.5 unless a part says otherwise). The
# output is linear in these weights, so the weights of least cost are known exactly, without any training
# that might have gone wrong. Costs are half the mean squared error; fresh costs are those of 500 fresh
# examples.

# %%
import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.plots import BLUE, plot_bands
from utils.predict import reveal, surprises
from utils.random_features import (
    LAMBDAS,
    WIDTHS,
    all_that_fit,
    costs_over_width,
    descend,
    draw_task,
    fit,
)
from utils.sliders import DrawnView

train_costs, fresh_costs = costs_over_width(range(20))


def draw_widths(ax, curves, title, lowest):
    """Draw costs over the width, on two logarithmic scales, with a line at 40 units."""
    plot_bands(curves, WIDTHS, ax, labels=("units", "cost"), title=title)
    ax.set(xscale="log", ylim=(lowest, 60))
    ticks = [5, 10, 20, 40, 100, 200, 400, 800]
    ax.set_xticks(ticks, map(str, ticks))
    ax.minorticks_off()
    ax.axvline(40, color="black", lw=1, ls=":")
    ax.text(42, 1.2 * lowest, "as many units as examples", fontsize="small")
    return ax


# %% [markdown]
# ## Part 1. Past the edge
#
# There are 40 examples, and no penalty. The layer grows from 5 units to 800. From 40 units on every
# example can be fitted exactly, noise and all: the training cost is 0. Of the many weights that do it, take
# the **shortest** ones: those whose squares have the least sum.
#
# #### Predict 1
#
# How does the fresh cost go, from 5 units to 800?
#
# - (a) It falls, then rises for good: past 40 units everything is learnt by heart.
# - (b) It falls all the way.
# - (c) It rises to a peak at 40 units, and then falls lower than it ever was.
# - (d) It rises up to 40 units, and stays where it is.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abcd", "c")
def see():
    _, ax = plt.subplots(figsize=(7.5, 4.4), layout="constrained", facecolor="white")
    curves = {"training": train_costs[:, :, 0], "fresh": fresh_costs[:, :, 0]}
    draw_widths(ax, curves, "Worst where it just fits, best far beyond", 0.001)
    fresh = fresh_costs[:, :, 0]
    for width in (5, 40, 80, 800):
        print(f"{width:3} units: fresh {np.median(fresh[:, width == WIDTHS]):.2f} (median of 20)")
    narrow = fresh[:, WIDTHS < 40].min(axis=1)
    peak = np.isin(WIDTHS[fresh.argmax(axis=1)], (37, 40, 43))
    print(f"800 units beat every layer below 40 in {np.sum(fresh[:, -1] < narrow)} of 20 draws")
    print(f"the worst width is 37, 40 or 43 in {peak.sum()} of 20")

    return """
    **What you saw.** A peak at 40 units, and then down, lower than ever (c). With 5 units the fresh cost is 0.54, at the
    peak 12.48, and with 800 units 0.29. The layer of 800 beats every layer below 40 in 19 of the 20
    draws, although it has twenty weights for each example. This is called **double descent**.

    At 40 units there is exactly one way to fit the examples, and it has to bend violently to meet the noise of each.
    With more units there are many ways, and the shortest weights among them are the calmest. More room does
    not mean more bending. It means a choice.
    """


# %% [markdown]
# ## Part 2. The peak and λ
#
# Now with L2: (λ/2m) times the sum of squares is added to the cost. Each curve below is one λ.
#
# #### Predict 2
#
# For each width somebody takes the λ that is best there. What becomes of the peak? (Then move the slider.)
#
# - (a) It is gone: the fresh cost falls from left to right, with hardly a bump.
# - (b) It is lower, and where it was.
# - (c) It moves to the right: with a penalty, more units are needed to fit.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abc", "a")
def see():
    medians = np.median(fresh_costs, axis=0)

    def draw(lam):
        place = LAMBDAS.index(lam)
        _, ax = plt.subplots(figsize=(6.5, 4.2), layout="constrained", facecolor="white")
        curves = {"λ = 0": fresh_costs[:, :, 0], f"λ = {lam:g}": fresh_costs[:, :, place]}
        draw_widths(ax, curves, f"Fresh cost, λ = {lam:g}", 0.1)
        at_40, at_800 = medians[WIDTHS == 40, place][0], medians[-1, place]
        return f"λ = {lam:g}: fresh cost {at_40:.2f} with 40 units, {at_800:.2f} with 800"

    best = medians.min(axis=1)
    found = [f"{LAMBDAS[k]:g}" for k in medians.argmin(axis=1)]
    print("the best λ at each width:", *found[:9])
    print(" " * 22, *found[9:])
    print(f"its cost: {best[0]:.2f} with 5 units, {best[WIDTHS == 40][0]:.2f} with 40,", end=" ")
    print(f"{best[-1]:.2f} with 800;\n    the largest step up is {np.diff(best).max():.3f}")
    return (
        DrawnView(draw, {"λ": LAMBDAS}, still=[(0.001,), (0.1,), (10.0,)]),
        """
    **What you saw.** It is gone (a). With λ = 0.1 the fresh cost at 40 units is 0.27 in place of 12.48, and
    from there it goes on down to 0.22. Along the best λ of each width the largest step up is 0.008. Where the
    unpenalized weights are wild, λ forbids just that, and nothing else is lost.

    The best λ is 1 for 5 and 10 units, and 0.1 from 15 to 800. It belongs to the noise and to the number of examples, more
    than to the size of the layer. So the peak is no law of nature. It is what comes of no regularization at
    the worst of all sizes.
    """,
    )


# %% [markdown]
# ## Part 3. The regularizer that nobody wrote
#
# With 800 units and 40 examples, infinitely many weights fit exactly. In part 1 we took the shortest. A
# program that goes down a gradient has not been told so.
#
# #### Predict 3
#
# Gradient descent starts from 0, without a penalty. (Only the last layer is fitted, so 0 is no dead
# start here.) Where does it end?
#
# - (a) Somewhere among all that fit, depending on the rate.
# - (b) At the weights with the most zeros.
# - (c) At the largest weights: nothing holds it back.
# - (d) At the shortest weights that fit.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abcd", "d")
def see():
    sizes = (0, 0.5, 1, 2, 3, 5, 10)
    ends = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        task = draw_task(rng).narrowed(800)
        start = rng.standard_normal(800)
        ends.append([task.costs(all_that_fit(task, size * start)) for size in sizes])
    train, fresh = np.moveaxis(ends, 2, 0)
    _, ax = plt.subplots(figsize=(7, 4.2), layout="constrained", facecolor="white")
    names = ("standard deviation of the first weights", "fresh cost")
    title = "The farther from 0 it starts, the worse it ends"
    plot_bands(
        {"where gradient descent ends, computed": fresh}, sizes, ax, labels=names, title=title
    )
    ax.set_yticks([0.2, 0.5, 1, 2, 5], ["0.2", "0.5", "1", "2", "5"])
    ax.minorticks_off()
    task = draw_task(np.random.default_rng(0)).narrowed(800)
    shortest = fit(task, 0.0)
    print(f"largest training cost of all these ends: {train.max():.0e}")
    for steps in (100, 1000, 4000):
        w = descend(task, np.zeros(800), steps, 40, np.random.default_rng(0))
        apart = np.linalg.norm(w - shortest) / np.linalg.norm(shortest)
        print(f"after {steps:6,} steps from 0: {apart:.2f} of its length off")
    for size, each in zip(sizes, np.median(fresh, axis=0), strict=True):
        print(f"started at {size:g} times normal weights: fresh cost {each:.2f}")

    return """
    **What you saw.** At the shortest (d). Each step adds a sum of the examples to the weights, so from 0
    the descent never leaves the directions that the examples span, and of all exact fits only the
    shortest lies there. It takes its time: after 4,000 steps it is still 0.49 of the way off, and the
    last part hardly changes any answer on the training examples.

    Start elsewhere, and what you started with stays for ever in all the other directions. All these ends
    fit the training examples exactly. Their fresh cost is 0.29 from 0, 0.47 from first weights with a
    standard deviation of 3, and 2.58 from ten times. Small first weights are a regularizer. You have
    used it since notebook 1, without a line of code.
    """


# %% [markdown]
# ## Part 4. Small batches
#
# One reads that small batches regularize, too: their noise is said to lead to better places. The wide layer
# is a place to look, since everything else is held still. From 0 it takes 2,000 steps, with batches of 5 examples
# or with all 40.
#
# #### Predict 4
#
# What do the small batches do to the fresh cost?
#
# - (a) They lower it in nearly all of 20 draws.
# - (b) Hardly anything: it is lower in about half of the draws, and by little.
# - (c) They raise it: the noise spoils the fit.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abc", "b")
def see():
    pairs = []
    for seed in range(20):
        task = draw_task(np.random.default_rng(seed)).narrowed(800)
        ends = (
            descend(task, np.zeros(800), 2000, size, np.random.default_rng(seed))
            for size in (5, 40)
        )
        pairs.append([task.costs(w)[1] for w in ends])
    pairs = np.array(pairs)
    _, ax = plt.subplots(figsize=(5.2, 4.4), layout="constrained", facecolor="white")
    ax.plot(*pairs.T, "o", color=BLUE, ms=6, alpha=0.7)
    ends = [pairs.min() - 0.01, pairs.max() + 0.01]
    ax.plot(ends, ends, color="black", lw=1, ls=":", label="equal")
    ax.set(xlabel="fresh cost, batches of 5", ylabel="fresh cost, all 40 at once")
    ax.set_title("Twenty draws, no winner")
    ax.legend(fontsize="small")
    small, large = np.median(pairs, axis=0)
    print(f"medians: {small:.2f} with batches of 5, {large:.2f} with all 40")
    apart = np.abs(pairs[:, 0] - pairs[:, 1]).max()
    print(f"lower with batches of 5 in {np.sum(pairs[:, 0] < pairs[:, 1])} of 20;")
    print(f"    the largest difference is {apart:.3f}")

    return """
    **What you saw.** Hardly anything (b). Both medians are 0.23, the small batches have the lower cost in 9 of 20
    draws, and no pair differs by more than 0.012. A step with five examples still stays in the directions that the
    examples span. So both are on the way to the same place, the shortest fit.

    This does not refute what one reads: in deep networks there are many places to end in, and large steps with
    noise may well choose among them. It says that small batches do not regularize *by themselves*. Before you count on
    it, compare on your own data, with several seeds.
    """


# %% [markdown]
# ## Part 5. So why weight decay?
#
# At 800 units the peak is far away, and the descent finds short weights on its own. Is a penalty still
# of any use? Below, the *same* examples come with noise of four sizes on their targets.
#
# #### Predict 5
#
# When does λ = 0.1 lower the fresh cost of 800 units?
#
# - (a) Never: at this width, whatever fits is calm enough.
# - (b) Always: shorter is better.
# - (c) With much noise in every draw, and without noise hardly ever.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abc", "c")
def see():
    lambdas = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
    curves = {}
    for noise in (0, 0.25, 0.5, 1):
        found = []
        for seed in range(20):
            task = draw_task(np.random.default_rng(seed), noise).narrowed(800)
            # Half the noise's square is in every fresh cost, whatever is answered.
            found.append([task.costs(fit(task, lam))[1] - noise**2 / 2 for lam in (0, *lambdas)])
        found = np.array(found)
        curves[f"noise {noise}"] = found[:, 1:]
        medians = np.median(found, axis=0)
        lower = np.sum(found[:, 5] < found[:, 0])
        best = (0, *lambdas)[int(medians.argmin())]
        print(f"noise {noise:4}: λ = 0.1 is lower in {lower:2} of 20;")
        print(f"    {medians[0]:.3f} without, {medians[5]:.3f} with it; the best λ is {best}")
    _, ax = plt.subplots(figsize=(7, 4.4), layout="constrained", facecolor="white")
    names = ("λ", "fresh cost, less the noise's own")
    plot_bands(
        curves, lambdas, ax, labels=names, title="The noisier the targets, the larger the best λ"
    )
    ax.set_xscale("log")

    return """
    **What you saw.** With much noise in every draw (c), for noise of 0.5 and of 1. With noise of 1, a λ
    of 0.1 takes the cost from 0.556 down to 0.184. Without noise it is lower in 1 draw of 20, and the
    best λ is next to nothing. Whatever the noise, too large a λ is worse than none.

    *That* is when it does not help: where the targets are exact, and the layer is wide. A penalty is a
    doubt about the data. Labels that people gave on the web deserve some doubt, which may be one reason
    why large networks are trained with a little weight decay. There is a second reason, which this layer
    cannot show: where networks normalize their layers, decay sets how fast the weights turn, and so acts
    on the learning rate.
    """


# %%
surprises()

# %% [markdown]
# ## What to remember
#
# - Without a penalty, the worst width is where the examples just can be fitted. Far beyond, the fresh cost falls again.
# - With a well-chosen λ there is hardly a peak. So before you fear a size, choose λ.
# - Gradient descent from small weights is a regularizer: of all that fits, it heads for the shortest.
#   Large first weights undo it.
# - Small batches are no regularizer by themselves.
# - λ is a doubt about the data. No noise, no use; the more noise, the larger.
#
# ## What to read
#
# - Belkin and others, *Reconciling modern machine-learning practice and the classical bias-variance trade-off* (2019):
#   the curve of part 1, and its name.
# - Nakkiran and others, *Optimal regularization can mitigate double descent* (2021): part 2, with proofs.
# - Zhang and others, *Understanding deep learning requires rethinking generalization* (2017): networks that learn random
#   labels by heart, and part 3.
# - D'Angelo and others, *Why do we need weight decay in modern deep learning?* (2024): the second reason of part 5.
#
# **Where to go next:** change `np.abs(x[:, 0])` in `utils/random_features.py` to something that a layer
# of ReLUs cannot easily make, `np.sin(3 * x[:, 0])` say, restart the kernel, and predict first where the
# lowest point of part 1 will be.
