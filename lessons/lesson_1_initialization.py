# %% [markdown]
# # Lesson 1. A signal's way through many layers
#
# A deep network that starts badly does not crash. It just sits there, and its cost curve does not tell
# why. Three numbers per layer do, if you know what to expect of them.
#
# In the exercises you drew weights with three spreads, and saw what becomes of a network with two
# hidden layers, and of a signal in ten. Here you send signals through thirty layers, train deep
# networks, and count the units that say nothing.
#
# **When you are done, you can**
#
# - predict from one number whether a signal fades, grows or stays level;
# - say why a faded signal also means a network that does not learn;
# - tell units that were born silent from units that a large step has silenced.
#
# The lesson has four parts of about three minutes, and each part has three steps, always in this
# order. **Predict**: choose an answer, and only then the picture appears; a wrong guess teaches
# more than none. **See**: a picture. **Say why**: what you saw, in words, and the reason. Nothing
# here has points.

# %%
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.data import load_circles
from utils.networks import initialize_parameters
from utils.plots import BLUE, ORANGE, new_axes, plot_bands
from utils.plots.pictures import plot_groups
from utils.predict import reveal, surprises
from utils.sliders import DrawnView
from utils.stacks import (
    accuracies,
    layer_outputs,
    signal_sizes,
    silent_units,
    stack,
    train_together,
)

X, Y, test_X, test_Y = load_circles()
signal = np.random.RandomState(0).standard_normal((100, 200))


def draw(layers_dims, gain, seed):
    """Draw weights whose standard deviation is the gain over the root of the number of inputs."""
    start = initialize_parameters(layers_dims, np.random.RandomState(seed))
    return {name: gain * values for name, values in start.items()}


# %% [markdown]
# `draw` has one knob, the **gain**: weights have the standard deviation gain/√n, where n is the number
# of inputs, and biases are 0.
#
# ## Part 1. Thirty layers
#
# Each layer has 100 units, and so has the input, which is drawn from the standard normal distribution.
# We measure the signal in each layer by the root of its mean square.
#
# #### Predict 1
#
# With which of these gains does the signal arrive at the thirtieth layer about as large as
# it was in the first?
#
# - (a) 1
# - (b) 1.2
# - (c) 1.41
# - (d) 2


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abcd", "c")
def see():
    dims = [100] * 31 + [1]
    curves = {}
    for gain in (2, 1.7, 1.41, 1.2, 1):
        networks = stack([draw(dims, gain, seed) for seed in range(10)])
        layers = layer_outputs(networks, signal)[:-1]
        sizes = [np.sqrt(np.mean(A**2, axis=(1, 2))) for A in layers]
        curves[f"gain {gain}"] = np.stack(sizes, axis=1)
    plot_bands(
        curves,
        np.arange(1, 31),
        labels=("layer", "signal (root of mean square)"),
        title="One gain keeps the signal level (ten networks each)",
    )
    for name, values in curves.items():
        print(f"{name}: layer 30 has {np.median(values[:, -1] / values[:, 0]):.2g} of layer 1")

    return """
    **What you saw.** Only 1.41 stays about level (c): in the median network, half of the signal is left.
    The ten networks scatter more with each layer, since each draws its own luck thirty times. With gain
    1 the thirtieth layer has less than a ten-thousandth of the first one's signal, with gain 2 more than
    ten thousand times as much. Even 1.2 and 1.7 lose and win a factor of more than a hundred: thirty
    layers raise a small deviation to a high power.
    """


# %% [markdown]
# #### Predict 2
#
# Without ReLU, gain 1 would keep the signal level. What does ReLU take away?
#
# - (a) Half of the signal's mean square.
# - (b) All negative sums, so nearly everything.
# - (c) A constant amount in each layer.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abc", "a")
def see():
    rng = np.random.RandomState(1)
    Z = rng.standard_normal((100, 100)) / 10 @ signal
    kept = np.mean(np.maximum(Z, 0) ** 2) / np.mean(Z**2)

    ax = new_axes(6.4, 3.6)
    bins = np.linspace(-4, 4, 65)
    _, _, bars = ax.hist(Z.ravel(), bins=bins, color=BLUE)
    for bar in bars[:32]:
        bar.set(facecolor=ORANGE, hatch="//")
    ax.set(
        xlabel="sum Z before ReLU",
        ylabel="units and examples",
        title="ReLU sets the hatched half to 0, on every layer anew",
    )
    print(f"mean square before ReLU {np.mean(Z**2):.2f}, share left after it {kept:.2f}")

    return """
    **What you saw.** The sums lie evenly on both sides of 0, so ReLU removes one half of them and with
    it half of the mean square (a). A gain of 1 makes the sums as large as the inputs, and ReLU halves
    their mean square: per layer the mean square shrinks to ½, the size to 1/√2, and after 29 more layers
    to about $2^{-14.5}$, a few hundred-thousandths. The square of the right gain is 2: it doubles what
    will be halved.
    """


# %% [markdown]
# ## Part 2. Does a longer step help?
#
# At the end of the exercises there were networks with ten hidden layers and weights times √(1/n), which is
# gain 1. After 600 steps they had hardly begun, since each step was some thirty times too short. So let us
# take longer steps. Seven networks with gain 1 learn the two rings, 600 steps with each of the learning
# rates 0.05, 0.15, 0.5 and 1.5. The last one is thirty times the first.
#
# #### Predict 3
#
# With which of these rates do they become as good as networks with gain 1.41 at a rate of 0.05?
#
# - (a) With 1.5: the step is thirty times as long, and was thirty times too short.
# - (b) With 0.15 already, and with all that are larger.
# - (c) With 0.5, but with 1.5 the step is too long.
# - (d) With none of them.

# %%
deep = [2, *[15] * 10, 1]
runs = {}
for gain, rate in ((1, 0.05), (1, 0.15), (1, 0.5), (1, 1.5), (1.41, 0.05)):
    starts = [draw(deep, gain, seed) for seed in range(7)]
    name = f"gain {gain}, rate {rate}"
    runs[name] = train_together(starts, X, Y, rate, 600, every=10, label=name)


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abcd", "d")
def see():
    found = {name: accuracies(networks, test_X, test_Y) for name, (networks, _) in runs.items()}
    plot_groups(
        {name.replace(", ", "\n"): {"test": shares} for name, shares in found.items()},
        measure="test accuracy",
        title="No step makes up for a faded signal",
    )
    print("medians of seven      right  lowest cost  at the end")
    for name, (_, costs) in runs.items():
        lowest, end = np.median(costs.min(axis=1)), np.median(costs[:, -10:])
        print(f"{name:21} {np.median(found[name]):.2f} {lowest:12.2f} {end:11.2f}")

    labels = np.random.RandomState(2).randint(0, 2, (1, signal.shape[1]))

    def at(gain, layers):
        """Draw how large the signal is on its way up, and the gradient on its way down."""
        dims = [100] * (layers + 1) + [1]
        networks = stack([draw(dims, gain, seed) for seed in range(5)])
        up, down = signal_sizes(networks, signal, labels)
        ax = plot_bands(
            {
                "signal, from layer 1 up": up / np.median(up[:, 0]),
                "gradient, from the top down": down / np.median(down[:, -1]),
            },
            np.arange(1, layers + 1),
            new_axes(8, 3.6),
            labels=("hidden layer", "size, as a share of its first"),
            marked=True,
        )
        ax.set(xlim=(0.5, 30.5), ylim=(1e-9, 1e6), title=f"Gain {gain:g}, {layers} hidden layers")
        arrived, returned = np.median(up[:, -1]) / np.median(up[:, 0]), np.median(down[:, 0])
        return (
            f"Gain {gain:g}, {layers} hidden layers: {arrived:.2g} of the signal arrives at the top, "
            f"{returned / np.median(down[:, -1]):.2g} of the gradient at the bottom."
        )

    knobs = {"gain": (0.7, 1, 1.2, 1.41, 1.7, 2), "layers": (2, 10, 30)}
    moving = DrawnView(at, knobs, still=[(1, 10), (1, 30), (1.41, 30)])

    return (
        moving,
        """
    **What you saw.** With none of them (d). At each rate the median network with gain 1 is right on 0.65
    of the test points or fewer, and with gain 1.41 on 0.94.

    With a rate of 0.15 they do leave 0.69, the cost of a coin (ln 2: always to say one half), and come
    down to 0.45. But then the cost climbs again, to 0.64. "Thirty times too short" is true at the start only:
    once the layers grow, ten of them multiply, and a step that was right a moment ago is far too long.

    Errors travel down through the same weights, so they fade as the signal does. The lowest layers hardly
    hear what was wrong, and the highest hardly hear what the input was. In the exercises' network, with
    two hidden layers, gain 1 was as good as 1.41. Depth makes the difference.

    Do not read this as "never": at 0.15 the best of the seven is right on 0.87. But a level start costs
    nothing, and needs no luck.

    Turn both knobs: with two hidden layers hardly any gain does harm, with thirty only one does not.
    """,
    )


# %% [markdown]
# ## Part 3. Born silent
#
# A unit is **silent** if it puts out 0 for every example. No gradient passes through it. If a whole
# layer is silent, the network gives one answer to everything, and nothing below that layer can learn.
#
# Here are networks with ten hidden layers, narrow ones and wider ones, as they are drawn, without
# training.
#
# #### Predict 4
#
# Narrow networks often have a silent layer. Would larger weights help?
#
# - (a) No, the gain makes no difference at all.
# - (b) Yes, a larger gain makes silence less likely.
# - (c) No, a larger gain makes it more likely.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abc", "a")
def see():
    widths = np.array([2, 3, 4, 5, 6, 8, 10])
    ax = new_axes(6.4, 3.8)
    print("units      ", *(f"{width:6}" for width in widths))
    looks = {0.71: (BLUE, "o", 13), 1.41: (ORANGE, "s", 8), 2.82: ("black", ".", 5)}
    for gain, (colour, marker, size) in looks.items():
        shares = []
        for width in widths:
            dims = [2, *[width] * 10, 1]
            networks = stack([draw(dims, gain, seed) for seed in range(300)])
            layers = silent_units(networks, X[:, :100])
            shares.append(np.mean(np.any([units.all(axis=1) for units in layers], axis=0)))
        ax.plot(
            widths, shares, color=colour, marker=marker, ms=size, lw=1, ls=":", label=f"gain {gain}"
        )
        print(f"gain {gain:<6}", *(f"{share:6.3f}" for share in shares))
    ax.set(
        xlabel="units in each of ten hidden layers",
        ylabel="share of 300 networks",
        title="Networks with a silent layer: width matters, gain does not",
    )
    ax.legend()

    return """
    **What you saw.** The three gains lie exactly on each other (a): with biases of 0, a positive factor
    changes no sign, and silence is a matter of signs. Of networks two units wide 92 % have a silent
    layer, of those ten wide none of the 300.

    Why the width: a unit whose weights are all negative is silent, whatever the ReLU units below it say.
    With two inputs that is one unit in four, with ten one in a thousand. A layer is silent if all its
    units are. In a layer of two that soon happens: once one of the two units below is silent, a single
    weight decides, and ten layers give it many chances. Against this, width helps; a spread does not.
    """


# %% [markdown]
# ## Part 4. Six learning rates
#
# The exercises' network, 2-10-5-1, is wide enough to be born alive. Fifteen starts with gain 1.41 are
# trained for 1,000 steps with each of six learning rates.
#
# #### Predict 5
#
# What happens to the units of the second hidden layer when the learning rate grows from
# 0.01 to 10?
#
# - (a) They all stay alive: gradients only make them better.
# - (b) They fall silent and come back, again and again.
# - (c) At some rate most of them fall silent, and the accuracy falls to that of a coin.


# %%
rates = (0.01, 0.1, 0.3, 1, 3, 10)
trained = {}
for rate in rates:
    starts = [draw([2, 10, 5, 1], 1.41, seed) for seed in range(15)]
    trained[rate], _ = train_together(starts, X, Y, rate, 1000, every=1000, label=f"rate {rate}")


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abc", "c")
def see():
    silent = [silent_units(networks, X)[1].mean(axis=1) for networks in trained.values()]
    right = [accuracies(networks, test_X, test_Y) for networks in trained.values()]

    ax = plot_bands(
        {"silent units of layer 2": np.transpose(silent), "test accuracy": np.transpose(right)},
        rates,
        labels=("learning rate", "share"),
        log=False,
        marked=True,
        title="Too large a step silences the layer, for good",
    )
    ax.set_xscale("log")
    print(" rate  silent  all five, of 15 networks  right (median)")
    for rate, units, shares in zip(rates, silent, right, strict=True):
        print(f"{rate:5} {np.mean(units):7.0%} {np.sum(units == 1):26} {np.median(shares):15.2f}")

    return """
    **What you saw.** Up to 0.3 a few units are silent, as they were at birth. At 3 the second layer is
    wholly silent in nearly all 15 networks, at 10 in all of them, and the accuracy is that of a coin (c).
    Large steps have carried the sums of its units below 0 for every point. There the gradient is 0, so no
    later step, large or small, brings them back.

    The same picture shows that 0.01, the rate of the exercises, is only slow: with 0.3, a thousand steps
    are enough.
    """


# %%
surprises()

# %% [markdown]
# ## What to remember
#
# - Per layer the signal's mean square is multiplied by gain²/2. Only a gain of √2 keeps its mean square
#   level, on average over networks; the typical one loses a little.
# - What happens to the signal on the way up happens to the errors on the way down. A deep network
#   that starts with either of them faded hardly gets going, and a longer step does not mend it.
# - Silence is a matter of signs: the spread of the weights does not cure it. Width and careful steps do.
# - Look at the layers before you train for hours: size of the signal, size of the gradients, share of
#   silent units. Three numbers per layer tell what a cost curve does not.
#
# ## What to read
#
# - Lu and others, *Dying ReLU and initialization: theory and numerical examples* (2019): how likely a
#   whole network is silent from birth, by depth and width.
# - The notes of Stanford's *CS231n*, "Neural networks 2": weights, biases and scaled inputs on one
#   page, as rules to follow.
#
# **Where to go next:** draw the start of your own notebook,
# [release/01_initialization](../release/01_initialization/01_initialization.ipynb), with another
# factor, or with other sizes of layers, and predict first what the picture of ten layers will show.

# %% [markdown]
# ## Your experiments
#
# There are no answers here. Predict first, then run.
#
# - Do thirty layers become level again if you add a little to the gain that is right for ReLU, or take a
#   little away? How exact must it be for a hundred layers?
# - Let units leak, and put out 0.1 times a sum that is below 0 instead of nothing. How much of the mean
#   square is lost then, and which gain is level?
# - Draw all weights from a uniform distribution with the same standard deviation. Does the shape matter?

# %%
# A place for your own. The first one could begin like this:
networks = stack([draw([100] * 101, 1.45, seed) for seed in range(5)])
last = layer_outputs(networks, signal)[-2]
print(f"what arrives at layer 99: {np.sqrt(np.mean(last**2)):.2g}")
