# %% [markdown]
# # Lesson 4. Three knobs, drawn as paths
#
# Three numbers often decide whether a training takes a minute or a night: batch size, momentum and the
# rate. They are easier to choose once you have seen what they do.
#
# In the exercises a network of 8,641 weights and biases went downhill in steps of 16 examples, with momentum
# and a decaying rate. Nobody can see such a path. Here the same three knobs steer two weights, and
# the whole path fits on one map.
#
# **When you are done, you can**
#
# - say what a smaller batch buys and what it costs;
# - say what momentum smooths, and when there is too much of it;
# - choose how fast a learning rate should decay, and recognise both ways to get it wrong;
# - say which directions a penalty takes first, and why L1 ends in a corner.
#
# The lesson has five parts of about four minutes: the hill, and Parts 1 to 4. Each question comes in
# three steps. **Predict**: choose an answer, and only then the picture appears. **See**: a picture.
# **Say why**: what you saw and the reason. Nothing here has points.

# %%
import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.minibatch_descent import (
    START,
    bottom,
    descend_together,
    excess,
    make_plane,
    plane_cost,
    plane_gradient,
)
from utils.penalized_planes import with_l1, with_l2
from utils.plots import ORANGE
from utils.plots.minibatch_training import plot_lines, plot_paths
from utils.plots.penalties import plot_fence, plot_shares
from utils.predict import reveal, surprises
from utils.sliders import DrawnView

x, target = make_plane()
around = ((-2.0, 1.9), (-0.3, 3.1))


def paths(seeds=20, **knobs):
    """Repeat a descent, each time with the examples in another order."""
    return descend_together(x, target, list(map(np.random.RandomState, range(seeds))), **knobs)


def draw(ax, named, title):
    """Draw paths on the hill."""
    plot_paths(lambda w: plane_cost(w, x, target), named, ax, around=around, title=title)
    star = {"ms": 16, "color": "white", "markeredgecolor": "black", "zorder": 1.5}
    ax.plot(*bottom(x, target), "*", **star)
    ax.legend(loc="lower left", fontsize="small")


# %% [markdown]
# ## The hill
#
# A plane $w_1 x_1 + w_2 x_2$ is fitted to 64 noisy examples. The cost is half the mean squared error.
# It has a single bottom (the star), in a long valley: across it the cost curves twelve times as much
# as along it. All paths start at the black dot.
#
# #### Predict 1
#
# One step follows the gradient of a *batch*, a few of the 64 examples. At the start, draw
# 40 batches at random and look at their gradients. How do their directions scatter when the batch
# holds 1, 8, or 64 examples?
#
# - (a) The smaller the batch, the more.
# - (b) Not at all: all examples want to go to the star.
# - (c) The larger the batch, the more, since more examples have a say.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abc", "a")
def see():
    rng = np.random.RandomState(0)
    _, axes = plt.subplots(1, 3, figsize=(11, 3.6), layout="constrained", facecolor="white")
    seen = {1: "every which way", 8: "roughly agreed", 64: "one and the same"}
    for ax, size in zip(axes, seen, strict=True):
        draw(ax, {"start": START[np.newaxis]}, f"batches of {size}: {seen[size]}")
        ax.get_legend().remove()
        for _ in range(40):
            batch = rng.permutation(64)[:size]
            step = -0.3 * plane_gradient(START, x[batch], target[batch])
            ax.annotate(
                "", START + step, START, arrowprops={"arrowstyle": "->", "color": "#0072B2"}
            )

    return """
    **What you saw.** The smaller the batch, the more the arrows scatter (a), in length above all. A
    single example knows one direction only, its own $x$. With 64 all batches are the same, and the arrow
    points across the valley, where it is steepest, not to the star. The mean of the small arrows is
    the large one: a small batch is right on average.
    """


# %% [markdown]
# ## Part 1. Batch size
#
# #### Predict 2
#
# All three paths below see each example once in each of 5 epochs, with the same learning
# rate 0.1. Batches of 64 make 5 steps of it, batches of 8 make 40, and batches of 1 make 320. Which
# path comes closest to the star?
#
# - (a) That of batches of 64: each step is exact.
# - (b) That of batches of 8: neither too rough nor too few.
# - (c) That of batches of 1: many steps, if rough ones.
# - (d) None: they have all seen the same examples five times.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abcd", "c")
def see():
    _, axes = plt.subplots(1, 3, figsize=(11, 3.6), layout="constrained", facecolor="white")
    seen = {64: "hardly begun", 8: "into the valley", 1: "nearly there"}
    for ax, size in zip(axes, seen, strict=True):
        path = paths(seeds=1, size=size, alpha=0.1, epochs=5)[0]
        draw(ax, {f"{len(path) - 1} steps": path}, f"batches of {size}: {seen[size]}")

    return """
    **What you saw.** Five large steps have hardly begun. Forty of the middle size run smoothly into the
    valley. 320 small ones stagger, but they arrive: many rough steps beat few exact ones.
    """


# %% [markdown]
# #### Predict 3
#
# Now for longer, 50 epochs, and twenty times each. Whose cost is lowest at the end?
#
# - (a) Batches of 1: they are ahead already.
# - (b) Batches of 8.
# - (c) Batches of 64: in the end exactness pays.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abc", "b")
def see():
    bands = {}
    for size in (64, 8, 1):
        runs = paths(size=size, alpha=0.1, epochs=50)
        each = 64 // size
        bands[f"batches of {size}"] = np.array([excess(p[::each], x, target) for p in runs])
    ax = plot_lines(range(51), bands, title="Fast down and never still, or slow and steady")
    ax.set(yscale="log", ylim=(1e-5, 3), ylabel="cost above the bottom")
    for name, curves in bands.items():
        print(f"{name:13} after 50 epochs: {np.median(curves[:, -1]):.4f} above the bottom")

    return """
    **What you saw.** Batches of 1 are ahead for about twenty epochs, and get no further: their steps
    stay as long as before, and they dance round the star, at the end at a median of 0.005. Batches of 8
    come to 0.0002 (b). Batches of 64 are still on their way at 0.1. We tried 800 epochs: then they win. On
    real data nobody waits for that: the middle is a good place, and 16 to 256 are customary sizes.
    """


# %% [markdown]
# ## Part 2. Momentum
#
# The velocity is a weighted mean of the recent gradients, $v := βv + (1 - β) g$. At β = 0.9 about the
# last ten count, at 0.99 the last hundred.
#
# #### Predict 4
#
# Batches of 2, five epochs, rate 0.1. The star is 2.7 away in a straight line. How long is
# the path, with all its turns, at β = 0, 0.9 and 0.99?
#
# - (a) About 3 for all three: they end near the same place.
# - (b) 10, 40 and 400: momentum makes the steps longer.
# - (c) 10, 4 and 4: momentum smooths the turns away.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abc", "c")
def see():
    _, axes = plt.subplots(1, 3, figsize=(11, 3.6), layout="constrained", facecolor="white")
    seen = {0: "many turns", 0.9: "smooth", 0.99: "a wide curve"}
    for ax, beta in zip(axes, seen, strict=True):
        runs = paths(size=2, alpha=0.1, beta=beta, epochs=5)
        lengths = np.linalg.norm(np.diff(runs, axis=1), axis=2).sum(axis=1)
        ends = excess(runs[:, -1], x, target)
        draw(ax, {f"path length {np.median(lengths):.1f}": runs[0]}, f"β = {beta}: {seen[beta]}")
        print(f"β = {beta}: median length {np.median(lengths):.1f}, ends {np.median(ends):.3f} above the "
              "bottom")  # fmt: skip

    return """
    **What you saw.** The path shrinks from 9.9 to 4.0 at β = 0.9 and ends a little lower (c). The noise of
    single steps cancels, and what they agree on stays. At 0.99 the length is 3.8,
    but the path has left the valley's floor and comes round in a wide curve: it listens to gradients
    from a hundred steps ago, when it was elsewhere. It ends at 0.065, much higher.
    """


# %% [markdown]
# #### Predict 5
#
# All 64 examples in one batch, so there is no noise to smooth. The rate is 2.5, too much
# for this valley: each step across it lands higher on the other side. Does momentum help?
#
# - (a) Yes: steps to and fro cancel in the velocity.
# - (b) No: too long a step is too long.
# - (c) It makes things worse: momentum adds speed.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abc", "a")
def see():
    lines = {}
    for beta in (0.0, 0.9):
        path = paths(seeds=1, size=64, alpha=2.5, beta=beta, epochs=60)[0]
        lines[f"β = {beta:g}"] = excess(path, x, target)
        steepest = np.linalg.eigvalsh(x.T @ x / len(x))[-1]
        ours, theirs = 2 * (1 + beta) / (1 - beta) / steepest, 2 * (1 + beta) / steepest
        print(f"β = {beta:g}: safe up to a rate of {ours:.2g}; without (1 - β), up to {theirs:.2g}")
    ax = plot_lines(range(61), lines, title="Without momentum it flies off, with it it arrives")
    ax.set(yscale="log", ylim=(1e-4, 1e4), xlabel="step", ylabel="cost above the bottom")

    return """
    **What you saw.** Without momentum the cost multiplies with each step. With β = 0.9 the path arrives,
    swinging (a). Across the valley the gradient changes its sign at each step, and the velocity
    averages that to little; along the valley all gradients agree, and it keeps them. Here the limit
    for a safe rate rises from 1.8 to 35.

    That holds for $v := βv + (1 - β) g$, as we write it. PyTorch and others write $v := βv + g$. Their
    velocity is ten times ours at β = 0.9, so their limit is a tenth of ours: it rises from 1.8 to 3.5 only.
    A rate of 0.1 from the exercises is 0.01 there, and whoever copies the 0.1 takes tenfold steps.
    """


# %% [markdown]
# ## Part 3. A decaying rate
#
# Batches of 1, rate 0.1 at the start, and $α_e = α (1 - γ)^e$ in epoch e, as in the exercises.
#
# #### Predict 6
#
# How do the last ten of 50 epochs look at γ = 0, 0.1 and 0.5?
#
# - (a) Three clouds round the star, each smaller than the last.
# - (b) Three points on the star.
# - (c) A cloud round the star, and twice a point on it.
# - (d) A cloud round the star, a point on it, a point short of it.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(6, "abcd", "d")
def see():
    _, axes = plt.subplots(1, 3, figsize=(11, 3.6), layout="constrained", facecolor="white")
    seen = {0: "a cloud", 0.1: "calm at the star", 0.5: "calm too early"}
    for ax, gamma in zip(axes, seen, strict=True):
        path = paths(seeds=1, size=1, alpha=0.1, gamma=gamma, epochs=50)[0]
        draw(
            ax,
            {"first 40 epochs": path[:-640], "last 10 epochs": path[-640:]},
            f"γ = {gamma}: {seen[gamma]}",
        )
        if np.ptp(path[-640:], axis=0).max() < 0.1:  # too small to see
            ax.plot(*path[-1], "o", color=ORANGE, ms=8, mec="white")

    return """
    **What you saw.** Without decay the last ten epochs still fill a cloud round the star. At 0.1 they are
    one point on it: the steps have become short, and what is left of the noise averages out. At 0.5 they
    are one point too, but short of the star: the rate was used up on the way.
    """


# %% [markdown]
# #### Predict 7
#
# How sharp is the best γ? The exercises used 0.0005 for 2,000 epochs, which leaves 37 % of
# the rate at the end. What would 0.02 do, which leaves about as much after the 50 epochs here?
#
# - (a) 0.02 is the best of all: it ends like the exercises.
# - (b) 0.02 helps a good deal, but 0.1 more; 0.5 does harm.
# - (c) 0.02 is too little to notice; 0.5 is the best.
# - (d) Any decay does harm: shorter steps get less far.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(7, "abcd", "b")
def see():
    gammas = np.array([0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7])
    ends = []
    for gamma in gammas:
        runs = paths(size=1, alpha=0.1, gamma=gamma, epochs=50)
        ends.append(excess(runs[:, -1], x, target))
    ax = plot_lines(
        gammas, {"twenty descents": np.array(ends).T}, title="Too restless, calm, too early"
    )
    ax.set_xscale("symlog", linthresh=0.005)
    ax.set(yscale="log", xlim=(0, 0.8), xlabel="γ", ylabel="cost above the bottom")
    for gamma, end in zip(gammas, ends, strict=True):
        print(
            f"γ = {gamma:<5g} median {np.median(end):.1g}, from {end.min():.1g} to {end.max():.1g}"
        )

    return """
    **What you saw.** From 0 to 0.1 the median falls from 0.005 to 0.000002. Then it rises again, to 0.02
    at 0.5, and the band gets ever narrower: all descents stop at nearly the same wrong place. 0.02
    brings the median down to 0.0003 already. Too little decay leaves some noise. With
    too much the path never arrives, and it looks calm all the same.
    """


# %% [markdown]
# ## Part 4. The same hill with a penalty
#
# The weight decay of the exercises is an L2 penalty: $\frac{λ}{2}(w_1^2 + w_2^2)$ is added to the cost.
# (Here λ is not divided by m.) As λ grows, the lowest point leaves the star, and it goes towards 0.
# Beside it the picture shows L1, which adds $λ(|w_1| + |w_2|)$ instead; notebook 6 comes back to it.
# Across the valley the cost curves by $h = 1.09$, along it by $h = 0.093$.
#
# #### Predict 8
#
# Which of the two directions gives way first?
#
# - (a) Neither: both shrink by the same factor.
# - (b) The steep one, since most is to be gained there.
# - (c) The flat one, since the data hardly care there.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(8, "abc", "c")
def see():
    curvatures, directions = np.linalg.eigh(x.T @ x / len(x))
    names = ("along the valley", "across the valley")
    lams = np.concatenate([[0], np.logspace(-3, 2, 81)])
    paths_of = {f: np.array([f(x, target, lam) for lam in lams]) for f in (with_l2, with_l1)}
    look = {"around": ((-1.05, 1.35), (-1.15, 1.15))}

    def at(lam):
        """Draw what both penalties make of the lowest point, and what L2 leaves of each direction."""
        _, axes = plt.subplots(1, 3, figsize=(13.5, 4.4), layout="constrained", facecolor="white")
        for ax, solve, order in zip(axes, (with_l2, with_l1), (2, 1), strict=False):
            title = f"L{order}, λ = {lam:g}: the hill touches its {'circle' if order == 2 else 'diamond'}"
            plot_fence(lambda w: plane_cost(w, x, target), paths_of[solve], solve(x, target, lam), ax,
                       order=order, title=title, **look)  # fmt: skip
        left = (directions.T @ with_l2(x, target, lam)) / (directions.T @ bottom(x, target))
        shares = dict(zip(names, left, strict=True))
        plot_shares(dict(zip(names, curvatures, strict=True)), shares, lam, axes[2])
        w1, w2 = with_l1(x, target, lam)
        return (
            f"λ = {lam:g}: L2 leaves {left[0]:.0%} along the valley and {left[1]:.0%} across it; "
            f"L1 leaves the weights {w1:.2f} and {w2:.2f}."
        )

    lams_shown = (0, 0.01, 0.03, 0.1, 0.16, 0.3, 0.5, 1, 3, 10)
    moving = DrawnView(at, {"λ": lams_shown}, still=[(0.03,), (0.3,), (1,)])
    return (
        moving,
        """
    **What you saw.** The flat one (c). L2 leaves $h / (h + λ)$ of each direction; the dots are measured,
    and lie on these curves. At λ = 0.1 that is 48 % along the valley, and still 92 % across it. Where the
    cost is flat, the data hardly say what the weights should be, so a small penalty decides.

    Think of a penalty as a fence round 0. Among all weights on one circle the penalty is the same, so
    the best of them is where a contour of the hill just touches the circle. L1 has a diamond instead,
    and as the diamond shrinks, a contour sooner or later meets it at a corner. There one weight is 0:
    here $w_2$, from λ = 0.16 on. """,
    )


# %%
surprises()

# %% [markdown]
# ## What to remember
#
# - A small batch's gradient is right on average. Many rough steps beat few exact ones, at first.
# - Noise does not go away by itself: the path circles the bottom. How far away depends on the rate and
#   on the size of the batch.
# - Momentum averages over about $1/(1 - β)$ gradients. It smooths noise and zigzag; with too much of it
#   the path listens to where it was, not to where it is.
# - Let the rate decay, but not before the path has arrived.
# - L2 leaves $h / (h + λ)$ of each direction, so the flat ones go first. L1 has corners on the axes.
#
# ## What to read
#
# - Goh, *Why momentum really works* (Distill, 2017): paths over a hill that you move yourself, and the
#   reasons.
# - Bottou, Curtis and Nocedal, *Optimization methods for large-scale machine learning* (2018): when a
#   noisy step beats an exact one, with proofs.
#
# **Where to go next:** set `size`, `beta` or `gamma` of `train` in your own notebook,
# [release/04_minibatch_training](../release/04_minibatch_training/04_minibatch_training.ipynb), and see
# whether 8,641 weights and biases behave like two.

# %% [markdown]
# ## Your experiments
#
# There are no answers here. Predict first, then run.
#
# - Is there a β that does best with batches of 1 and a rate of 0.1? And with a rate of 0.01?
# - Let the batches grow instead of letting the rate decay. Do the last epochs become as calm?
# - Rotate the hill, so that its valley runs along $w_1$. What does L1 do with it now, and what does L2?

# %%
# A place for your own. The first one could begin like this:
for beta in (0, 0.5, 0.9, 0.95):
    runs = paths(size=1, alpha=0.1, beta=beta, epochs=20)
    print(f"β = {beta}: {np.median(excess(runs[:, -1], x, target)):.4f} above the bottom")
