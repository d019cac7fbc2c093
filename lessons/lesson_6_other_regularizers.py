# %% [markdown]
# # Lesson 6. One thing in many clothes
#
# Stopping early, noise on the inputs, a penalty on squares: three recipes that look as if they had
# nothing in common. On a hill of two weights, where everything can be computed and drawn, they turn out
# to be nearly the same. A penalty on absolute values (L1) is not, and you see why. Part 4 is a warning
# about a number that everybody reports.
#
# **When you are done, you can**
#
# - say which λ a number of steps amounts to, and which a noise on the inputs;
# - say why L1 makes zeros and L2 does not;
# - say why the lowest development cost is not what to expect on new examples;
# - name what is wrong with a training from four curves.
#
# The lesson has five parts of about four minutes. Each question comes in three steps. **Predict**:
# choose an answer, and only then the picture appears. **See**: a picture. **Say why**: what you saw
# and the reason. Nothing here has points.

# %%
import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.gallery.illnesses import LETTERS, load_runs, plot_run
from utils.minibatch_descent import bottom, make_plane, plane_cost
from utils.penalized_planes import (
    descend_from_zero,
    stop_at_the_lowest,
    with_l1,
    with_l2,
    with_noisy_inputs,
)
from utils.plots import BLUE, ORANGE
from utils.plots.minibatch_training import plot_lines, plot_paths
from utils.predict import reveal, surprises
from utils.sliders import DrawnView

x, target = make_plane()
hill = {"around": ((-0.2, 1.3), (-0.3, 1.0))}


def draw(ax, paths, title):
    """Draw curves of weights on the hill, with its bottom as a star."""
    plot_paths(lambda w: plane_cost(w, x, target), paths, ax, title=title, **hill)
    star = {"ms": 16, "color": "white", "markeredgecolor": "black"}
    ax.plot(*bottom(x, target), "*", **star)
    ax.legend(loc="lower right", fontsize="small")


# %% [markdown]
# ## Part 1. Stopping is a penalty
#
# As in lesson 4, a plane $w_1 x_1 + w_2 x_2$ is fitted to 64 noisy examples. Gradient descent starts from
# $w = 0$, at a rate of 0.1, and is stopped after $t$ steps. That gives a curve of weights, one point for each
# $t$. The penalty $\frac{λ}{2}(w_1^2 + w_2^2)$ gives another curve, one point for each λ. (Here λ is not
# divided by m.)
#
# #### Predict 1
#
# Both curves lead from 0 to the bottom of the hill. How do they run?
#
# - (a) Stopping goes straight to the bottom, the penalty in a wide curve.
# - (b) They bend to opposite sides.
# - (c) Nearly on each other, with $t$ steps close to λ = 1/(0.1 · t).
# - (d) Exactly on each other, point by point.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abcd", "c")
def see():
    steps = np.array([2, 5, 10, 30, 100])
    path = descend_from_zero(x, target, 0.1, 1000)
    curve = np.array([with_l2(x, target, lam) for lam in np.logspace(3, -3, 121)])
    twins = np.array([with_l2(x, target, 1 / (0.1 * t)) for t in steps])
    _, axes = plt.subplots(2, 1, figsize=(6.5, 8.4), layout="constrained", facecolor="white")
    title = "Two recipes, nearly one curve"
    draw(axes[0], {"stopped after t steps": path, "L2 for all λ": curve}, title)
    axes[0].plot(*path[steps].T, "o", color=BLUE, ms=7)
    axes[0].plot(*twins.T, "D", color=ORANGE, ms=7)
    for t, place, offset in zip(steps[:4], path[steps], (-16, -16, -18, 8), strict=False):
        axes[0].annotate(f"t = {t}", place, (0, offset), textcoords="offset points", fontsize=8)
    u = np.logspace(-2, 2, 201)
    shares = {"stopped: 1 - exp(-u)": 1 - np.exp(-u), "L2: u / (1 + u)": u / (1 + u)}
    plot_lines(u, shares, axes[1], title="How far one gets along curvature h")
    axes[1].set(
        xscale="log", xlabel="u = h · 0.1 · t, or h / λ", ylabel="share of the way to the bottom"
    )
    apart = np.abs(np.subtract(*shares.values()))
    print(f"the shares differ by {apart.max():.2f} at most, at u = {u[apart.argmax()]:.1f}")
    for t, w, v in zip(steps, path[steps], twins, strict=True):
        print(f"t = {t:3}: {np.round(w, 2)}, λ = {1 / (0.1 * t):.2f}: {np.round(v, 2)}")

    return r"""
    **What you saw.** Nearly on each other (c). Both cross the valley first, in the steep direction, where
    the data speak clearest. They turn to the flat direction late.

    How far does each get in a direction of curvature $h$? With the rate $α$, stopping has gone
    $1 - (1 - αh)^t$ of the way, about $1 - e^{-αht}$, and the penalty leaves $h / (h + λ)$ of it. With
    λ = 1/(αt) the two shares start alike, and differ by 0.20 at most. A training that is stopped after
    $t$ steps is further along nearly the same curve: after 10 steps it is at (0.59, 0.39), and λ = 1 is
    at (0.45, 0.30).

    A network is no such hill, but near its start something similar holds: stopped early, from small
    weights, it acts as if it had an L2 penalty that nobody wrote down.
    """


# %% [markdown]
# ## Part 2. Noise on the inputs is a penalty
#
# Each example comes 200 times, and each time normal noise of standard deviation σ is added to its two
# inputs. The targets stay. It is augmentation at its plainest: a little to the side, and still the same.
#
# #### Predict 2
#
# What does it do to the weights?
#
# - (a) Nothing on average: the noise goes either way.
# - (b) What an L2 penalty with λ = σ² does.
# - (c) What an L2 penalty with λ = σ does.
# - (d) They grow: the noise has to be fitted, too.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abcd", "b")
def see():
    sigmas = np.array([0, 0.2, 0.4, 0.6, 0.8, 1.0])
    noisy = np.array(
        [
            [
                np.linalg.norm(with_noisy_inputs(x, target, s, np.random.RandomState(k)))
                for s in sigmas
            ]
            for k in range(20)
        ]
    )
    lines = {
        "noise σ on the inputs (20 times)": noisy,
        "L2 with λ = σ²": [np.linalg.norm(with_l2(x, target, s**2)) for s in sigmas],
        "L2 with λ = σ": [np.linalg.norm(with_l2(x, target, s)) for s in sigmas],
    }
    ax = plot_lines(sigmas, lines, title="Noise shrinks the weights as λ = σ² does")
    ax.set(xlabel="σ", ylabel="length of w", ylim=(0, None))
    for name, values in lines.items():
        said = " ".join(f"{v:.2f}" for v in np.median(np.atleast_2d(values), axis=0))
        print(f"{name.partition(' (')[0]:23} {said}")

    return r"""
    **What you saw.** It acts as an L2 penalty with λ = σ² (b), to two digits. Shaking $x$ by $n$ changes
    the answer by $w · n$. On average over the noise that adds $σ^2 (w_1^2 + w_2^2) / 2$ to half the
    squared error, and this *is* the penalty.

    For networks, small noise is a penalty, too (Bishop 1995). But there it acts on how strongly the answer
    depends on the input, and that is not the same as the sum of the squared weights.
    """


# %% [markdown]
# ## Part 3. Squares and sizes
#
# Now comes the penalty $λ(|w_1| + |w_2|)$, beside the one with squares.
#
# #### Predict 3
#
# λ grows, and both curves lead from the bottom of the hill back to 0. Where do they run?
#
# - (a) Both straight to 0, at different speeds.
# - (b) L1 meets an axis on the way and follows it; L2 meets the axes in 0 only.
# - (c) L2 meets an axis on the way and follows it; L1 goes straight to 0.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abc", "b")
def see():
    lams = np.concatenate([[0], np.logspace(-3, 2, 200)])
    squares, sizes = (np.array([f(x, target, lam) for lam in lams]) for f in (with_l2, with_l1))
    _, axes = plt.subplots(2, 1, figsize=(6.5, 8.4), layout="constrained", facecolor="white")
    draw(axes[0], {"L2": squares, "L1": sizes}, "L1 has corners, and the curve runs into one")
    w2 = {"L2": squares[:, 1], "L1": sizes[:, 1]}
    plot_lines(
        lams[1:], {k: v[1:] for k, v in w2.items()}, axes[1], title="$w_2$ fades, or is gone"
    )
    axes[1].set(xscale="log", xlabel="λ", ylabel="$w_2$")
    gone = lams[np.argmax(sizes[:, 1] == 0)]
    whole = np.abs(x.T @ target).max() / len(x)  # the strongest pull at a weight, from 0
    print(f"under L1, w2 is 0 from λ = {gone:.2f}, and both are from {whole:.2f}")
    print(f"under L2 with λ = 100, w is {np.round(with_l2(x, target, 100.0), 4)}")

    return r"""
    **What you saw.** L1 meets an axis and follows it (b). The smaller weight shrinks steadily. It
    is 0 from λ = 0.16 on, and stays there; from 0.94 on both weights are 0. L2 takes a share of
    each weight, so they fade together: even λ = 100 leaves 0.0093 and 0.0063.

    Why: near 0 the slope of $w^2$ becomes 0, and that of $|w|$ does not. So under L1 a weight is 0 as soon
    as the data pull at it with less than λ.
    """


# %% [markdown]
# ## Part 4. The winner's cost
#
# A plane with 30 weights is fitted to 40 examples, and stopped where the cost on the development examples
# is lowest. That lowest cost goes into the report. Then come 2,000 fresh examples. Lesson 2 chose a λ in
# this way, and 0.897 became 0.890.
#
# Now there are four teams. Each trains 200 planes, each time with other examples. The first team has 5
# development examples, the others have 20, 80 and 320.
#
# #### Predict 4
#
# Which team reports the lowest cost, on average? And which one has the lowest cost on fresh examples?
#
# - (a) The team with 5 reports the lowest cost, and the team with 320 has it.
# - (b) The team with 320, both times: it chooses best.
# - (c) The team with 5, both times: it has the least to please.
# - (d) All report the same, and the team with 320 has the lowest.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abcd", "a")
def see():
    sizes = np.array([5, 20, 80, 320])
    pairs = np.array(
        [
            [stop_at_the_lowest(np.random.RandomState(k), dev=int(size)) for k in range(200)]
            for size in sizes
        ]
    )
    reported, fresh = pairs.mean(axis=1).T
    _, ax = plt.subplots(figsize=(6, 4.2), layout="constrained", facecolor="white")
    ax.plot(sizes, fresh, "s--", color=ORANGE, label="on fresh examples")
    ax.plot(sizes, reported, "o-", color=BLUE, label="reported")
    ax.set(xscale="log", xlabel="development examples", ylabel="mean cost of 200 planes")
    ax.set_xticks(sizes, [str(size) for size in sizes], minor=False)
    ax.minorticks_off()
    ax.set_title("The best report comes with the worst plane")
    ax.legend(fontsize="small")
    print("development examples  reported  fresh  fresh is higher")
    for size, row in zip(sizes, pairs, strict=True):
        higher = np.mean(row[:, 1] > row[:, 0])
        print(f"{size:20} {row[:, 0].mean():9.2f} {row[:, 1].mean():6.2f} {higher:16.0%}")

    return r"""
    **What you saw.** The team with 5 development examples reports the lowest cost, 2.23, and has the
    worst planes, with 3.34 on fresh examples. With 320 examples the report says 2.87, and 2.89 comes
    (a).

    The step was chosen for being the lowest on these examples, and part of that is their luck. Five
    examples leave much to luck. It does harm twice: the report is too good, and the training stops at a
    wrong place. In single cases luck may go the other way: with 20 examples the fresh cost is higher in
    68 % of the 200. So a low reported cost may just mean a small development set. For the report there
    is the test set, used once.
    """


# %% [markdown]
# ## Part 5. Name the illness
#
# In the exercises of row 3 you named the bug. Here are six trainings of the network of row 2, on 211
# kicks, and each has an illness: too large a rate, a dead layer, too little regularization, too much of
# it, masks that stay on where the network is only measured, and validation kicks that were learnt from.
# Move the slider, look at all six, and note which is which. A perfect map is right on 0.92 of the kicks.

# %%
runs = load_runs()
DrawnView(
    lambda letter: plot_run(runs, letter), {"run": "ABCDEF"}, still=[(each,) for each in "ABCDEF"]
)

# %% [markdown]
# #### Predict 5
#
# Run E looks better than the healthy one on kicks that it has "not seen". What is it?
#
# - (a) The best network of all: take it.
# - (b) An overfitting one: its weights are far too large.
# - (c) One with a lucky start.
# - (d) One that has learnt from its validation kicks.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abcd", "d")
def see():
    healthy = np.median(runs.measures["healthy"]["validation_accuracy"][-10:])
    print(f"the healthy run: validation {healthy:.3f}")
    for letter in "EB":
        end = runs.end(letter)
        print(
            f"run {letter}: training {end['train_accuracy']:.3f}, validation "
              f"{end['validation_accuracy']:.3f}, weights {end['weights']:.1f} long")  # fmt: skip

    return """
    **What you saw.** A leak (d). Its weights are 22 long, three quarters as long as those of run B, and yet
    both costs fall together: nothing parts training from validation. It has 0.915 on its validation
    kicks, where the healthy run has 0.885 and even a perfect map has 0.92. On 200 kicks that alone could
    be luck. But luck does not let both costs fall together to the end.

    A result that is too good is the first thing to doubt. Look for examples that are in both sets, for
    pictures of one scene, and for numbers that were computed from all the data.
    """


# %% [markdown]
# #### Predict 6
#
# In runs A and C the curves jump up and down. Which of them would a smaller learning rate calm?
#
# - (a) A only.
# - (b) C only.
# - (c) Both.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(6, "abc", "a")
def see():
    for letter in "AC":
        run, end = runs.measures[LETTERS[letter]], runs.end(letter)
        jumps = np.median(np.abs(np.diff(run["validation_accuracy"][10:])))
        print(
            f"run {letter}: accuracy jumps by {jumps:.3f} (median), {end['active_1']:.0%} of layer 1 on"
        )

    return """
    **What you saw.** A only (a). There the step is too large: the weights are thrown across their valley
    and back, and their gradient stays more than thirty times that of the healthy run. In C the weights
    go their way calmly; it is the *measuring* that jumps. Masks switch units off, others at each look,
    though nothing is trained while one looks: only 21 % of layer 1 is on. Measure such a network twice
    with the same weights. If the two answers differ, masks are still on.
    """


# %% [markdown]
# #### Predict 7
#
# Three runs are left. For which of them is a larger λ the remedy?
#
# - (a) D.
# - (b) F.
# - (c) B.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(7, "abc", "c")
def see():
    for letter in "BDF":
        end = runs.end(letter)
        print(f"run {letter}: training {end['train_accuracy']:.3f}, validation "
              f"{end['validation_accuracy']:.3f}, {end['active_2']:.0%} of layer 2 on")  # fmt: skip

    return """
    **What you saw.** For B (c), which overfits: training high, validation lower, the validation cost
    rising and the weights growing. D has the opposite illness, its λ is too large already: both curves
    are low and calm, and the weights are short. In F nearly all units of layer 2 are off, so hardly any
    gradient comes through, and no λ brings them back.
    """


# %% [markdown]
# What the six have taught, as a table. Read it from above: the first line that fits is what to try first.
#
# | training | validation | and | likely | try first |
# | --- | --- | --- | --- | --- |
# | jumps | jumps | units are off while measuring | masks left on | switch dropout off to measure |
# | jumps | jumps | the gradient stays large | too large a rate | a third of the rate |
# | like a coin | like a coin | a layer hardly puts out anything | a dead layer | another start, smaller steps |
# | low | as low | weights short, curves calm | underfitting | less λ, a larger network, more steps |
# | high | lower | weights grow, validation cost rises | overfitting | more data, more λ, an earlier stop |
# | high | as high, or above what is possible | | a leak | look for examples in both sets |
# | high | nearly as high | | healthy | the test set, once |

# %%
surprises()

# %% [markdown]
# ## What to remember
#
# - Stopping after $t$ steps at a rate α is close to an L2 penalty with λ = 1/(αt), as long as the
#   weights start near 0.
# - Noise σ on the inputs of a linear model is an L2 penalty with λ = σ², on average.
# - L1 has corners on the axes, so weights become exactly 0. L2 is round, and they only fade.
# - The lowest cost of many is too low, and lower still where few examples chose it. Report the number of
#   the test set, which chose nothing.
# - Watch four things: accuracy, cost, lengths of weights and gradient, share of units that are on.
#
# ## What to read
#
# - Bishop, *Training with noise is equivalent to Tikhonov regularization* (1995): part 2 of this
#   lesson, for networks.
# - Goodfellow, Bengio and Courville, *Deep Learning* (2016), chapter 7: all these penalties in one
#   place, with part 1 of this lesson as a proof.
# - Cawley and Talbot, *On over-fitting in model selection* (2010): part 4, and how large the gap gets.
#
# **Where to go next:** in your own notebook,
# [release/06_other_regularizers](../release/06_other_regularizers/06_other_regularizers.ipynb), combine two:
# augmentation with smoothed labels, say. Choose on the development pictures.

# %% [markdown]
# ## Your experiments
#
# There are no answers here. Predict first, then run.
#
# - How close does stopping come to L2 if the descent begins at (1, -0.5) and not at 0?
# - Noise on the *targets* instead of the inputs: what does it do to the weights on average, and to their
#   scatter?
# - In part 4, let five rates compete as well as a hundred steps, `alphas=` of `stop_at_the_lowest`. How large
#   is the gap then?

# %%
# A place for your own. The second one could begin like this:
rng = np.random.RandomState(0)
found = np.array([with_l2(x, target + rng.standard_normal(len(x)), 0.0) for _ in range(200)])
print(f"mean {found.mean(axis=0).round(2)}, scatter {found.std(axis=0).round(2)}")
