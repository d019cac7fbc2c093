# %% [markdown]
# # 6. Other regularizers
#
# Ask people who train networks for a living what they do against overfitting. Many will say: stop in
# time, and show the network more pictures than you have. Here you write these two, and L1 and smoothed
# labels, a few lines each. With L2 from notebook 2 that makes five, and you find out which helps most on
# the cats. First comes scaling, which is no regularizer, but where most leaks are.
#
# **When you are done, you can**
#
# - scale features so that nothing leaks from the development and test sets into training;
# - stop a training in time, and return the best weights;
# - make weights exactly 0 with an L1 penalty, and say why adding its slope does not do that;
# - mirror and shift pictures, and say where that must not be done (not on the development set, and not
#   on letters: a mirrored b is a d);
# - train on labels that leave a doubt, and say how sure the network then is;
# - compare five methods over five trainings each, and never believe a single one.
#
# You need: the forward and backward pass of a network, and L2 as in notebook 2. It takes about 60
# minutes. Write only between `START CODE HERE` and `END CODE HERE`, and run the cells in order; the
# check below each exercise tells you where you stand.

# %% nbgrader={"grade_id": "imports", "locked": true}
import os

# Matrices as small as these are multiplied best by one thread. NumPy reads this when it starts.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.check import check
from utils.data import load_cat_dataset
from utils.deep_networks import accuracy
from utils.networks import initialize_parameters, sigmoid
from utils.picture_training import (
    columns,
    copy_of,
    cost_of,
    draw_changes,
    from_columns,
    logits,
    one_epoch,
    small,
)
from utils.plots import BLUE, GREEN, ORANGE, plot_bands
from utils.plots import pictures as plots
from utils.predict import ask, reveal
from utils.progress import steps
from utils.testcases import other_regularizers as testcases

# %% [markdown]
# ## The cats, once more
#
# There are 350 pictures to learn from, 100 to choose by, the **development set**, and 200 test pictures,
# for the end. (You have seen these in notebook 5. For a result that others rely on, you would need new
# ones.) Half of them show a cat. Each block of 4 by 4 pixels is averaged into one, so a picture is a
# column of 16 · 16 · 3 = 768 numbers from 0 to 1.
#
# The network has two hidden layers, of 20 and 7 units. It is trained with mini-batches of 50, so an
# **epoch** is seven steps. `one_epoch` is given. It changes the weights **in place**: it returns nothing,
# and after the call the arrays in `parameters` hold the new weights. Large libraries do the same.
#
# The numbers in the text are those of one computer. On yours, rounding may change single trainings a
# little.


# %% nbgrader={"grade_id": "data", "locked": true}
pictures, labels, test_pictures, test_Y, classes = load_cat_dataset()
n = len(pictures) * 7 // 9
raw, dev_raw, test_raw = (columns(small(p)) for p in (pictures[:n], pictures[n:], test_pictures))
train_Y, dev_Y = labels[:, :n], labels[:, n:]
EPOCHS, MOST = 80, 150


def start(seed):
    """Return the seed's first weights."""
    return initialize_parameters([768, 20, 7, 1], np.random.RandomState(seed))


def follow(X, looks, epochs=EPOCHS, seed=0, rate=0.05, **how):
    """Train for some epochs; return the network, and after each epoch its cost on the looks."""
    parameters = start(seed)
    costs = [[cost_of(parameters, *look) for look in looks]]
    for _ in range(epochs):
        one_epoch(parameters, X, train_Y, rate, **how)
        costs.append([cost_of(parameters, *look) for look in looks])
    return parameters, np.array(costs).T


print("training", raw.shape, " development", dev_raw.shape, " test", test_raw.shape)

# %% [markdown]
# ## Exercise 6.1: one scale for all
#
# *About 6 lines, 10 minutes, 20 points.*
#
# Gradient descent has one learning rate for all weights. It works best where all features have the same
# size. So subtract from each feature its mean, and divide by its **spread**, the standard deviation.
# With $m$ training examples,
#
# $$\mu_j = \frac{1}{m} \sum_{i} x_j^{(i)}, \qquad \sigma_j = \sqrt{\frac{1}{m} \sum_{i} \big(x_j^{(i)} - \mu_j\big)^2}, \qquad x_j := \frac{x_j - \mu_j}{\sigma_j} \tag{1}$$
#
# Mean and spread come from the **training examples alone**, and are used for all three sets. Where a
# feature is the same in all training examples, $\sigma_j$ is 0, or what rounding leaves of it: six times
# 0.1, divided by 6, is not quite 0.1. Divide by 1 where $\sigma_j$ is at most `1e-12`. Examples are
# columns, so a feature is a row.
#
# **Predict.** A friend scales the development pictures by *their own* mean and spread. "It's only fair,"
# she says. Then the pictures arrive one at a time. What does the network answer?
#
# - (a) What it answered before: mean and spread are about the same everywhere.
# - (b) It is right a little less often, since one picture gives a rough mean.
# - (c) It is sure of everything: the features become huge.
# - (d) The same for every picture, a cat or not.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "standardize-predict", "locked": true}
ask("6.1", "abcd")


# %% nbgrader={"grade_id": "standardize", "solution": true}
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1).

    Parameters
    ----------
    train_X, dev_X, test_X : arrays, shapes (n, m), (n, m_dev), (n, m_test)
        Examples in columns.

    Returns
    -------
    train, dev, test : arrays
        The scaled examples, in the same shapes. The arguments stay as they are.
    """
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    ### BEGIN SOLUTION
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread > 1e-12, spread, 1)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END SOLUTION
    ### END CODE HERE ###

    return train, dev, test


# %% nbgrader={"grade_id": "standardize-check", "grade": true, "points": 10}
case = testcases.standardize_test_case()


def answer(standardize):
    """Scale three small sets and name them."""
    return dict(zip(("train", "dev", "test"), standardize(*case), strict=True))


expected = {
    "train": [
        [-1.0444659357, -1.0444659357, -0.5222329679, 0, 1.0444659357, 1.5666989036],
        [0, -1.8516401995, 0.4629100499, 1.3887301497, -0.4629100499, 0.4629100499],
        [0, 0, 0, 0, 0, 0],
    ],
    "dev": [[0, 2.0889318715], [0, 1.8516401995], [0, 0.25]],
    "test": [
        [-1.5666989036, 0, 3.1333978072],
        [-0.9258200998, 0, -0.4629100499],
        [0, -0.25, 0],
    ],
}
got = check("standardize", standardize, answer, expected)
for name in expected:
    print(name, "=", np.round(got[name], 3))

# %% nbgrader={"grade_id": "standardize-hidden", "grade": true, "points": 10}
# More checks run here when the notebook is graded: other sets, other sizes.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("standardize", standardize)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# `train_X` is (n, m). Which shape must the mean have, so that `train_X - mean` takes each feature's
# own mean from it? What does `np.mean(..., keepdims=True)` do?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Mean and spread of `train_X` along axis 1, as columns. `np.where(spread > 1e-12, spread, 1)` puts a 1
# where the spread is 0 but for rounding. Then the same quotient three times.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *train is right, dev and test are wrong*: they were scaled by their own numbers.
# - *1 where 0 is expected, or a number of 16 digits*: something was divided by a spread that is 0 but
#   for rounding.
# - *A ValueError about broadcasting*: mean and spread are rows; `keepdims=True` makes columns.
#
# </details>

# %% tags=["skip-execution"] nbgrader={"grade_id": "train-plain", "locked": true}
train_X, dev_X, test_X = standardize(raw, dev_raw, test_raw)
train, dev = (train_X, train_Y), (dev_X, dev_Y)
plain = [follow(train_X, [train, dev], seed=seed) for seed in steps(5, "training")]
unscaled = [follow(raw, [(raw, train_Y)], seed=seed) for seed in steps(5, "training")]


def right_in_groups(parameters, size):
    """Return the share of development pictures that are right, each group scaled by itself."""
    groups = [dev_raw[:, i : i + size] for i in range(0, dev_raw.shape[1], size)]
    scaled = [standardize(group, group, group)[0] for group in groups]
    return accuracy(parameters, np.hstack(scaled), dev_Y)


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "standardize-picture", "locked": true}
# Your choice opens this.
@reveal("6.1", "abcd", "d")
def picture():
    sizes = (1, 2, 5, 10, 20, 50, 100)
    found = np.array([[right_in_groups(network, s) for network, _ in plain] for s in sizes])
    _, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
    curves = {"as they are, from 0 to 1": unscaled, "scaled": plain}
    curves = {name: np.array([costs[0] for _, costs in each]) for name, each in curves.items()}
    names = ("epoch", "training cost (nats per picture)")
    plot_bands(
        curves, range(EPOCHS + 1), axes[0], labels=names, title="Scaled, the network learns faster"
    )
    plots.plot_over_settings(
        [str(size) for size in sizes],
        {"development pictures": found},
        axes[1],
        setting="pictures that arrive together, each group scaled by itself",
        measure="accuracy",
        title="By its own mean, a single picture is nothing",
    )
    ends = {name: np.median(curve[:, -1]) for name, curve in curves.items()}
    print("training cost after 80 epochs:")
    print(" ", ", ".join(f"{name}: {cost:.2f}" for name, cost in ends.items()))
    print("arriving together:", *(f"{size:4}" for size in sizes))
    print("right            :", *(f"{share:.2f}" for share in np.median(found, axis=1)))
    own = np.median([accuracy(network, dev_X, dev_Y) for network, _ in plain])
    print(f"scaled by the training pictures: {own:.2f}, however many arrive")

    return """
    **What you saw.** The network gives every picture the same answer (d), so it is right exactly where
    this answer is the label, on 48 of 100. A single picture is its own mean, so all its features become
    0. If two pictures arrive together, 0.62 of the answers are right, and from twenty on nothing is lost.
    Scaled by the training pictures, each picture is judged alone: 0.81 right, whatever comes with it.

    On the left is the reason to scale at all. The same rate has brought the training cost to 0.03 with
    scaled features, and to 0.44 without. The spikes are steps that were too long.
    """


# %% [markdown]
#
# ## Exercise 6.2: stop in time
#
# *About 7 lines, 14 minutes, 28 points.*
#
# The cheapest regularizer is to stop. While a network trains, look at the development cost after each
# epoch, keep the weights of the lowest one so far, and stop when `patience` epochs in a row have
# brought no new lowest cost. Return the **best** weights, not the last ones.
#
# The loop is there, and so is what it needs: `current` is the network in training, `best` a copy of its
# first weights, `costs` holds their development cost, `cost` is the one after this epoch, and `waited`
# counts how many epochs in a row have brought nothing. Fill in what happens to a new `cost`.
# `copy_of(current)` copies a network. `**how` is passed on to `one_epoch`; later exercises use it.
#
# An equal cost is no new lowest one. Append every cost to `costs`: its length tells when training stopped.
#
# **Predict.** Take a patience of 1: the training stops at the first epoch that is no better. How good is
# the lowest development cost by then, compared with a patience of 20?
#
# - (a) About the same: where the cost begins to rise, its valley is behind you.
# - (b) Clearly worse: the cost goes up and down on its way, and the first bump ends the training.
# - (c) Better: the longer a network trains, the more it overfits.
# - (d) It depends on the first weights alone, not on the patience.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "early-stopping-predict", "locked": true}
ask("6.2", "abcd")


# %% nbgrader={"grade_id": "early-stopping", "solution": true}
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs.

    Parameters
    ----------
    parameters : dict
        The first weights; they stay as they are.
    train, dev : tuple of arrays
        Examples (n, m) and labels (1, m) to learn from, and to look at.
    rate : float
        Learning rate.
    patience : int
        After how many epochs in a row without a new lowest development cost to stop.
    most : int
        How many epochs to run at most.
    **how
        Passed on to one_epoch.

    Returns
    -------
    best : dict
        The weights with the lowest development cost.
    costs : list of float
        The development cost of the first weights, and after each epoch.
    """
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        ### BEGIN SOLUTION
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END SOLUTION
        ### END CODE HERE ###

    return best, costs


# %% nbgrader={"grade_id": "early-stopping-check", "grade": true, "points": 14}
case = testcases.early_stopping_test_case()


def answer(train_with_early_stopping):
    """Train a small network and name what came back."""
    best, costs = train_with_early_stopping(*case, 2.0, 3, 30)
    return {"epochs": len(costs) - 1, "costs": np.array(costs), **best}


expected = {
    "epochs": 8,
    "costs": [
        *(0.499871376, 0.6306142787, 0.4478566432, 0.4362350484, 0.4508434282),
        *(0.4134004443, 0.4397307605, 0.4333085977, 0.4177898681),
    ],
    "W1": [
        [-1.1028696981, -0.0544866736],
        [0.7119776117, -1.1714721765],
        [0.6649464559, -1.2584909018],
    ],
    "b1": [[0.7414491232], [0.6410102875], [0.0874748313]],
    "W2": [[-1.7299232516, 2.143752868, 0.3868058994]],
    "b2": [[0.6037463609]],
}
got = check("early-stopping", train_with_early_stopping, answer, expected)
print("stopped after", got["epochs"], "epochs; costs:")
print(np.round(got["costs"], 3))

# %% nbgrader={"grade_id": "early-stopping-hidden", "grade": true, "points": 14}
# More checks run here when the notebook is graded: other networks, other patience, equal costs.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("early-stopping", train_with_early_stopping)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# The costs so far are 5, 3, 4, 2, 3, 3, and patience is 2. Write down after each of them how many
# epochs in a row have brought no new lowest cost. After which one does the training stop?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# If `cost` is below `min(costs)`, keep a copy of `current` in `best`, and set `waited` to 0. Otherwise
# add 1 to `waited`. Append `cost` to `costs`. If `waited` has reached `patience`, `break`.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *epochs and costs are right, W1 is wrong*: `best = current` gives one network two names. The next
#   epoch changes its arrays, and `best` changes with them.
# - *epochs is too large by 1*: is the count compared before it is raised?
# - *epochs is 30*, the most that the check allows: the loop never breaks, or the count is always set back.
#
# </details>

# %% tags=["skip-execution"] nbgrader={"grade_id": "train-stopped", "locked": true}
stopped = {
    patience: [
        train_with_early_stopping(start(seed), train, dev, 0.05, patience, MOST)
        for seed in steps(5, "training")
    ]
    for patience in (1, 3, 10, 20)
}


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "early-stopping-picture", "locked": true}
# Your choice opens this.
@reveal("6.2", "abcd", "b")
def picture():
    found = np.array([[min(costs) for _, costs in runs] for runs in stopped.values()])
    _, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
    for seed, (_, costs) in enumerate(plain):
        axes[0].plot(costs[1], color=BLUE, lw=1, alpha=0.8)
        for patience, colour, shape in ((1, ORANGE, "X"), (20, GREEN, "o")):
            seen = stopped[patience][seed][1]
            label = f"kept with patience {patience}" if seed == 0 else None
            axes[0].plot(np.argmin(seen), min(seen), shape, color=colour, ms=8, label=label)
    axes[0].set(ylim=(0, 1.2), xlabel="epoch", ylabel="development cost (nats per picture)")
    axes[0].set_title("Five trainings: down with bumps, then up")
    axes[0].legend(fontsize="small")
    plots.plot_over_settings(
        [str(patience) for patience in stopped],
        {"development pictures": found},
        axes[1],
        setting="patience (epochs)",
        measure="lowest cost that was found (nats)",
        title="Who stops at the first bump stops too soon",
    )
    last = [costs[1][-1] for _, costs in plain]
    print(f"development cost after 80 epochs: {np.median(last):.2f} (median)")
    for patience, each in zip(stopped, found, strict=True):
        print(f"patience {patience:2}: {np.median(each):.2f} (median), {max(each):.2f} at worst")

    return """
    **What you saw.** Clearly worse (b). With a patience of 1 the median of the lowest cost is 0.49, with
    10 or 20 it is 0.34. One training stops before it has begun, at 0.68, about the cost of a coin. With mini-batches
    the cost has bumps all the way down, and the first one ends the training.

    A training that does not stop at all ends at 0.46 after 80 epochs, on the way up. All that patience
    costs is epochs.
    """


# %% [markdown]
#
# ## Exercise 6.3: weights that are exactly 0
#
# *About 3 lines, 9 minutes, 18 points.*
#
# L2 pays for squares. L1 pays for sizes:
#
# $$J_{L1} = J + \frac{\lambda}{m} \sum_{l} \sum_{i,j} \big|W^{[l]}_{ij}\big| \tag{2}$$
#
# The slope of $|w|$ is 1 or -1, however small $w$ is. So a weight that the data do not hold is pulled
# all the way to 0.
#
# The obvious step adds the slope, λ/m · sign(W), to the gradient. The **proximal step** takes the two parts
# one after the other. First comes a step against the data's gradient alone,
#
# $$V = W - \alpha\, dW \tag{3}$$
#
# and then each entry of $V$ moves towards 0 by the **threshold** $\alpha \lambda / m$, but never past 0:
#
# $$W := \mathrm{sign}(V) \cdot \max\big(|V| - \alpha \lambda / m,\ 0\big) \tag{4}$$
#
# **Predict.** The same λ, 80 epochs, 15,360 weights in `W1`. Which share of them is exactly 0 if you add the
# slope to the gradient instead?
#
# - (a) The same: both go down the same cost.
# - (b) About half as many as with the proximal step.
# - (c) More: the slope acts at every step.
# - (d) None at all.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "l1-step-predict", "locked": true}
ask("6.3", "abcd")


# %% nbgrader={"grade_id": "l1-step", "solution": true}
def l1_step(W, dW, rate, lambd, m):
    """Take one step for the cost with an L1 penalty, formulas (3) and (4).

    Parameters
    ----------
    W : array
        Weights.
    dW : array, the same shape
        Gradient of the data's part of the cost.
    rate : float
        Learning rate.
    lambd : float
        Strength of the penalty.
    m : int
        Number of training examples.

    Returns
    -------
    W : array
        The new weights; the old ones stay as they are.
    """
    ### START CODE HERE ### (about 3 lines)
    new_W = None
    ### BEGIN SOLUTION
    V = W - rate * dW
    size = np.maximum(np.abs(V) - rate * lambd / m, 0)
    new_W = np.sign(V) * size
    ### END SOLUTION
    ### END CODE HERE ###

    return new_W


# %% nbgrader={"grade_id": "l1-step-check", "grade": true, "points": 9}
W, dW = testcases.l1_step_test_case()
expected = {"W": [[0.7, -0.45, 0, 0], [-0.15, 0, -0.09, 0.22]]}
got = check("l1-step", l1_step, lambda l1_step: {"W": l1_step(W, dW, 0.1, 4.0, 8)}, expected)
print("W =", W, "\nbecomes", got["W"])

# %% nbgrader={"grade_id": "l1-step-hidden", "grade": true, "points": 9}
# More checks run here when the notebook is graded: other weights, other λ, exact zeros.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("l1-step", l1_step)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# After the step (3) a weight is -0.03, and the threshold is 0.05. What should it become? And one
# of -0.08?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Compute $V$. Take `np.abs(V)` minus the threshold, and cut off below 0 with `np.maximum(..., 0)`. Put
# the sign back with `np.sign(V)`.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *0 expected, a small number got*: the weights went past 0, or the slope was added.
# - *Negative weights are wrong, positive ones are right*: the sign is lost, or was taken of W.
# - *Everything is off by the same amount*: look at the threshold, α λ/m.
#
# </details>


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-l1", "locked": true}
def added_slope(W, dW, rate, lambd, m):
    """Take the obvious step: the slope of the penalty is added to the gradient."""
    return W - rate * (dW + lambd / m * np.sign(W))


def trained(step, lambd):
    """Train three networks with an L1 penalty; return each one's W1."""
    return [
        follow(train_X, [], seed=seed, step=lambda W, dW: step(W, dW, 0.05, lambd, n))[0]["W1"]
        for seed in steps(3, "training")
    ]


lambdas = (0.5, 1, 2)
first_layers = {
    "proximal step": [trained(l1_step, lambd) for lambd in lambdas],
    "slope added": [trained(added_slope, lambd) for lambd in lambdas],
}


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "l1-step-picture", "locked": true}
# Your choice opens this.
@reveal("6.3", "abcd", "d")
def picture():
    _, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
    zeros = {
        name: np.array([[np.mean(W1 == 0) for W1 in runs] for runs in each])
        for name, each in first_layers.items()
    }
    plots.plot_over_settings(
        [f"{lambd:g}" for lambd in lambdas],
        zeros,
        axes[0],
        setting="λ",
        measure="share of W1 that is exactly 0",
        title="The proximal step leaves zeros, the slope none",
    )
    bins = np.logspace(-6, 0, 61).tolist()
    looks = (ORANGE, "-"), (BLUE, "--")
    for (name, each), (colour, line) in zip(first_layers.items(), looks, strict=True):
        W1 = each[-1][0]
        label = f"{name}: {np.sum(W1 == 0):,} zeros besides"
        sizes = np.abs(W1[W1 != 0])
        axes[1].hist(sizes, bins, histtype="step", lw=1.6, color=colour, ls=line, label=label)
    axes[1].set(xscale="log", xlabel="size of a weight that is not 0", ylabel="weights of W1")
    axes[1].set_title("λ = 2: what would be zeros is dust")
    axes[1].legend(fontsize="small")
    for name, shares in zeros.items():
        said = ", ".join(f"{share:.0%}" for share in np.median(shares, axis=1))
        print(f"{name}, zeros at λ = 0.5, 1, 2: {said}")
    left = np.mean(
        [(W1 != 0).reshape(20, 16, 16, 3) for W1 in first_layers["proximal step"][-1]],
        axis=(0, 1, 4),
    )
    middle = left[3:13, 3:13].mean()
    edge = (left.sum() - 100 * middle) / 156
    print(f"proximal step, λ = 2: {edge:.0%} left at the edge, {middle:.0%} inside")
    dust = [np.mean(np.abs(W1) < 0.001) for W1 in first_layers["slope added"][-1]]
    print(f"slope added, λ = 2: {np.median(dust):.0%} are smaller than 0.001")

    return """
    **What you saw.** None at all (d). The proximal step leaves 17 % of `W1` at exactly 0 with λ = 0.5,
    35 % with 1 and 69 % with 2. If the slope is added, 83 % of the weights end below 0.001 at λ = 2, and
    not one of them is 0. Each step of the penalty carries them past 0, by up to αλ/m = 0.0003. The data
    add a little, and the next step carries them back.

    Such weights are dust. For the answers it is nearly as good as zeros. But a zero can be left out of the
    network, and dust must be stored.

    It would be nice if the zeros were where no cat ever is. They are not: at the edge of the pictures 36 %
    of the weights are left, in the middle 33 %.
    """


# %% [markdown]
#
# ## Exercise 6.4: more pictures than you have
#
# *About 5 lines, 10 minutes, 20 points.*
#
# A cat that looks to the left is a cat, and so is one that sits a little further to the right. A network
# that gets 768 numbers does not know that. **Augmentation** tells it: in each epoch, every training picture is
# mirrored or not, and shifted a little, at random. The labels stay.
#
# The random choices are drawn outside (`draw_changes`), so that `augment` can be tested. `pictures` is
# (m, rows, columns, 3). For each picture, in this order:
#
# 1. if `mirrored[i]`, mirror it: left becomes right;
# 2. shift it `down` rows down and `right` columns to the right; negative numbers go up and left.
#    What leaves the picture is lost, and the free strip repeats the pixels of the edge.
#
# In numbers: row $r$ of the shifted picture is row $r - down$ of the old one. Where that is below 0 or
# above the last row, take the first or the last row. The same holds for columns.
#
# The development pictures stay as they are. They stand for the pictures that will come, and nobody will
# mirror or shift those.
#
# **Predict.** The network seldom sees the same training picture twice. What does that do to the
# training?
#
# - (a) It overfits later: the best epoch comes later, and it is better.
# - (b) It learns faster, since it sees more pictures in the same time.
# - (c) It cannot learn them any more: both costs stay high.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "augment-predict", "locked": true}
ask("6.4", "abc")


# %% nbgrader={"grade_id": "augment", "solution": true}
def augment(pictures, mirrored, shifts):
    """Mirror and shift pictures.

    Parameters
    ----------
    pictures : array, shape (m, rows, columns, 3)
        They stay as they are.
    mirrored : array of bool, shape (m,)
        Which pictures to mirror.
    shifts : array of int, shape (m, 2)
        How far to shift each picture: down, and to the right.

    Returns
    -------
    changed : array, shape (m, rows, columns, 3)
    """
    m, rows, columns, _ = pictures.shape
    changed = np.zeros(pictures.shape)
    for i in range(m):
        down, right = shifts[i]
        picture = pictures[i]
        ### START CODE HERE ### (about 5 lines)
        ### BEGIN SOLUTION
        if mirrored[i]:
            picture = picture[:, ::-1]
        from_row = np.clip(np.arange(rows) - down, 0, rows - 1)
        from_column = np.clip(np.arange(columns) - right, 0, columns - 1)
        picture = picture[from_row][:, from_column]
        ### END SOLUTION
        ### END CODE HERE ###
        changed[i] = picture

    return changed


# %% nbgrader={"grade_id": "augment-check", "grade": true, "points": 10}
case = testcases.augment_test_case()


def answer(augment):
    """Change three small pictures: one is mirrored, one shifted, and one both."""
    return dict(zip(parts, augment(*case), strict=True))


parts = "mirrored", "shifted", "both"
red = [
    [[114, 113, 112, 111], [124, 123, 122, 121], [134, 133, 132, 131]],
    [[212, 213, 214, 214], [212, 213, 214, 214], [222, 223, 224, 224]],
    [[324, 324, 324, 323], [334, 334, 334, 333], [334, 334, 334, 333]],
]
# The three colours of a pixel are numbers that differ by a quarter.
colours = np.array(red)[..., np.newaxis] + [0, 0.25, 0.5]
expected = dict(zip(parts, colours, strict=True))
got = check("augment", augment, answer, expected)
print("red of picture 2, before and after:")
print(np.hstack([case[0][2][..., 0], got["both"][..., 0]]))

# %% nbgrader={"grade_id": "augment-hidden", "grade": true, "points": 10}
# More checks run here when the notebook is graded: other pictures, all kinds of shifts.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("augment", augment)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# A row of four pixels, 1 2 3 4, is shifted by 1 to the right. Write down the new row. From which
# old column does each of its four pixels come?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# `picture[:, ::-1]` mirrors. `np.arange(rows) - down` says from which row each new row comes, and
# `np.clip(..., 0, rows - 1)` keeps that inside. With an array of row numbers, `picture[from_row]`
# picks them; `[:, from_column]` picks columns.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *114 where 111 is expected, or the other way round*: mirrored where it should not be, or not.
# - *211 where 214 is expected*: what left on one side came in on the other, as np.roll does.
# - *A 0*: the free strip is black. Repeat the pixels of the edge.
#
# </details>


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-augmented", "locked": true}
def changing(seed):
    """Return a function that mirrors and shifts pictures in columns, anew at each call."""
    rng = np.random.RandomState(seed)
    return lambda X: columns(augment(from_columns(X), *draw_changes(X.shape[1], rng)))


augmented = [
    train_with_early_stopping(start(seed), train, dev, 0.05, 20, MOST, change=changing(seed))
    for seed in steps(5, "training")
]


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "augment-picture", "locked": true}
# Your choice opens this.
@reveal("6.4", "abc", "a")
def picture():
    cats = small(pictures[:n][train_Y[0] == 1][:3])
    rng = np.random.RandomState(3)
    rows = [cats] + [augment(cats, *draw_changes(3, rng)) for _ in range(5)]
    sheet = np.stack(rows, axis=1).reshape(18, 16, 16, 3)
    captions = ["as it is", *(f"epoch {k}" for k in range(1, 6))] * 3
    plots.plot_contact_sheet(
        sheet, captions, columns=6, title="Three cats, as five epochs see them"
    )
    _, axes = plt.subplots(
        1, 2, figsize=(11, 4), sharey=True, layout="constrained", facecolor="white"
    )
    runs_by_name = {"as they are": stopped[20], "changed each epoch": augmented}
    for ax, (name, runs) in zip(axes, runs_by_name.items(), strict=True):
        for seed, (_, costs) in enumerate(runs):
            label = "kept" if seed == 0 else None
            ax.plot(costs, color=BLUE, lw=1, alpha=0.8)
            ax.plot(np.argmin(costs), min(costs), "o", color=GREEN, ms=8, label=label)
        ax.set(xlim=(0, MOST + 2), ylim=(0, 1), xlabel="epoch")
        ax.set_title(f"Training pictures {name}")
        ax.legend(fontsize="small")
        lowest = np.median([min(costs) for _, costs in runs])
        epoch = np.median([np.argmin(costs) for _, costs in runs])
        right = np.median([accuracy(best, dev_X, dev_Y) for best, _ in runs])
        print(f"{name}: best epoch {epoch:.0f}, cost {lowest:.2f}, right {right:.2f}")
    axes[0].set_ylabel("development cost (nats per picture)")

    return """
    **What you saw.** It overfits later (a), if at all. With the pictures as they are, the best epoch is 36
    in the median, with a cost of 0.34 and 0.83 of the development pictures right. With changed pictures it
    comes near the end, at 145 of 150: the cost is 0.23, and 0.92 are right. It is slower, too: after 20
    epochs it is behind.

    A picture that seldom comes twice is hard to learn by heart. The network can only learn what its
    versions have in common.
    """


# %% [markdown]
#
# ## Exercise 6.5: labels that leave a doubt
#
# *About 3 lines, 7 minutes, 14 points.*
#
# A label says 1, and the cross-entropy asks for exactly that: no finite logit is ever enough.
# **Label smoothing** asks for a little less. It mixes each label with one half,
#
# $$\tilde y = (1 - \varepsilon)\, y + \frac{\varepsilon}{2} \tag{5}$$
#
# so a 1 becomes $1 - \varepsilon/2$, and a 0 becomes $\varepsilon/2$. Cost and slope are those that you know, with
# $\tilde y$ in place of $y$. From the logits $Z$, shape (1, m), without losing digits:
#
# $$J = \frac{1}{m} \sum_{i} \Big( \log\big(1 + e^{z^{(i)}}\big) - \tilde y^{(i)} z^{(i)} \Big), \qquad dZ = \mathrm{sigmoid}(Z) - \tilde Y \tag{6}$$
#
# `np.logaddexp(0, Z)` is $\log(1 + e^Z)$, and does not overflow. `dZ` holds the slope of each example's own cost:
# it is not divided by m.
#
# **Predict.** ε = 0.1, and a label is 1. Which logit costs least?
#
# - (a) A huge one, as without smoothing.
# - (b) Zero: the label leaves a doubt.
# - (c) About 3: then the answer is 0.95.
# - (d) About 0.95: what the label says.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "label-smoothing-predict", "locked": true}
ask("6.5", "abcd")


# %% nbgrader={"grade_id": "label-smoothing", "solution": true}
def smoothed_cost(Z, Y, epsilon):
    """Compute the cross-entropy for smoothed labels and its slope, formulas (5) and (6).

    Parameters
    ----------
    Z : array, shape (1, m)
        Logits.
    Y : array, shape (1, m)
        Labels, 0 or 1.
    epsilon : float
        The weight of ½ in the mixture (5).

    Returns
    -------
    cost : float
        The mean over the examples.
    dZ : array, shape (1, m)
        The slope of each example's cost by its logit.
    """
    ### START CODE HERE ### (about 3 lines)
    cost = None
    dZ = None
    ### BEGIN SOLUTION
    soft = (1 - epsilon) * Y + epsilon / 2
    cost = np.mean(np.logaddexp(0, Z) - soft * Z)
    dZ = sigmoid(Z) - soft
    ### END SOLUTION
    ### END CODE HERE ###

    return cost, dZ


# %% nbgrader={"grade_id": "label-smoothing-check", "grade": true, "points": 7}
Z, Y = testcases.label_smoothing_test_case()
got = check(
    "label-smoothing",
    smoothed_cost,
    lambda smoothed_cost: dict(zip(("cost", "dZ"), smoothed_cost(Z, Y, 0.2), strict=True)),
    expected={
        "cost": 7.1533459702,
        "dZ": [[-0.4, 0.7175744762, 0.019202922, 0.0525741268, 0.1, -0.9]],
    },
)
print("cost =", got["cost"], "\ndZ =", np.round(got["dZ"], 4))

# %% nbgrader={"grade_id": "label-smoothing-hidden", "grade": true, "points": 7}
# More checks run here when the notebook is graded: other logits, other ε, and measured slopes.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("label-smoothing", smoothed_cost)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# With ε = 0.2, what do the labels 0 and 1 become? Do the two still add up to 1?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# One line for (5). It makes a new array, so `Y` stays as it is. Then one line for each half of (6),
# with the new labels in both.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *cost is right, dZ is wrong*, or the other way round: one of the two still has the hard labels.
# - *not a finite number*: the logarithm was taken of an answer that is exactly 0 or 1.
# - *Every entry of dZ is off by the same number*: look at the ε/2 of (5).
#
# </details>


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-smoothed", "locked": true}
def soft_slope(Z, Y):
    """Return the slope for labels with ε = 0.1."""
    return smoothed_cost(Z, Y, 0.1)[1]


soft = [follow(train_X, [dev], seed=seed, slope=soft_slope) for seed in steps(5, "training")]


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "label-smoothing-picture", "locked": true}
# Your choice opens this.
@reveal("6.5", "abcd", "c")
def picture():
    z, one = np.linspace(-2, 9, 221), np.ones((1, 1))
    lines = {
        f"ε = {epsilon:g}": [smoothed_cost(np.array([[v]]), one, epsilon)[0] for v in z]
        for epsilon in (0.0, 0.1, 0.3)
    }
    _, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
    names = ("logit of an example with label 1", "its cost (nats)")
    plot_bands(
        lines, z, axes[0], labels=names, log=False, title="With a doubt, there is a lowest point"
    )
    bins = np.linspace(0.5, 1, 11).tolist()
    looks = ((plain, "hard labels", "--", BLUE), (soft, "ε = 0.1", "-", ORANGE))
    for runs, name, line, colour in looks:
        p = np.hstack([sigmoid(logits(network, dev_X)) for network, _ in runs]).ravel()
        sure = np.where(p > 0.5, p, 1 - p)
        axes[1].hist(sure, bins, histtype="step", lw=1.8, ls=line, color=colour, label=name)
        cost = np.median([costs[-1][-1] for _, costs in runs])
        print(f"{name}: more than 99 % sure of {np.mean(sure > 0.99):.0%}; cost {cost:.2f}")
    axes[1].set(xlabel="probability of the answer", ylabel="answers of five networks")
    axes[1].set_title("100 development pictures, 80 epochs")
    axes[1].legend(fontsize="small", loc="upper left")
    lowest = z[int(np.argmin(lines["ε = 0.1"]))]
    print(f"ε = 0.1: lowest at {lowest:.2f}, where the answer is {sigmoid(lowest):.2f}")

    return r"""
    **What you saw.** About 3 (c): the cost is lowest where the answer is what the label says, 0.95, and that
    is at $z = \log(0.95 / 0.05) = 2.94$. With the hard label it falls for ever, and so the logits grow for
    ever.

    After 80 epochs with hard labels the networks are more than 99 % sure of 54 % of the development
    pictures; with ε = 0.1 it is 11 %. The cost, counted with hard labels for both, is 0.36 instead of 0.46.
    """


# %% [markdown]
# ## All of them, once on the test pictures
#
# Now everything under the same rule: five seeds, at most 150 epochs, your early stopping with a patience
# of 20. Only the first group trains for 80 epochs and does not stop.
#
# **Predict.** Compare with the first group. Which ones are right more often, and which ones cost less?
#
# - (a) One is right more often, and all five cost less.
# - (b) All five are right more often, and all five cost less.
# - (c) All five are right more often; the cost hardly changes.
# - (d) None is right more often; one costs less.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "test-once-predict", "locked": true}
ask("6.6", "abcd")


# %% tags=["skip-execution"] nbgrader={"grade_id": "test-once", "locked": true}
def in_time(**how):
    """Train five networks with early stopping; return the best weights of each."""
    return [
        train_with_early_stopping(start(s), train, dev, 0.05, 20, MOST, **how)[0]
        for s in steps(5, "training")
    ]


def l2_step(W, dW):
    """Take a step with the L2 penalty at λ = 10."""
    return W - 0.05 * (dW + 10 / n * W)


methods = {
    "80 epochs": [network for network, _ in plain],
    "stopped": [best for best, _ in stopped[20]],
    "L2": in_time(step=l2_step),
    "L1": in_time(step=lambda W, dW: l1_step(W, dW, 0.05, 1.0, n)),
    "smoothed": in_time(slope=soft_slope),
    "augmented": [best for best, _ in augmented],
}


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "test-once-picture", "locked": true}
# Your choice opens this.
@reveal("6.6", "abcd", "a")
def picture():
    _, axes = plt.subplots(2, 1, figsize=(8, 7.5), layout="constrained", facecolor="white")
    titles = (
        "Only changed pictures make it right more often ...",
        "... while everything lowers the cost",
    )
    for ax, measure, title in zip(axes, (accuracy, cost_of), titles, strict=True):
        groups = {
            name: {"test pictures": [measure(p, test_X, test_Y) for p in each]}
            for name, each in methods.items()
        }
        what = "accuracy" if measure is accuracy else "cost (nats per picture)"
        plots.plot_groups(groups, ax, measure=f"test {what}", title=title)
    print("right: median, and lowest to highest; cost: median")
    for name, each in methods.items():
        right = sorted(accuracy(p, test_X, test_Y) for p in each)
        cost = np.median([cost_of(p, test_X, test_Y) for p in each])
        said = f"right {right[2]:.3f}, {right[0]:.3f} to {right[-1]:.3f}"
        print(f"{name:10} {said}; cost {cost:.2f}")

    return """
    **What you saw.** One is right more often, and all five cost less (a). Stopped, L2, L1 and smoothed
    bring the cost from 0.67 to between 0.45 and 0.48. Their median accuracies lie between 0.79 and 0.82,
    and that of the first group is 0.795. With 200 pictures an accuracy is known to five or six percentage
    points only.

    Augmentation brings the cost to 0.29, and 0.89 of the test pictures are right. Each of its five
    trainings is ahead of all the others. But five trainings on one split of the pictures are few. We
    tried ten new splits: augmentation was right more often than stopping alone in eight, and less often in
    two.

    The first four forbid something: long training, large weights, answers that are too sure. The
    fifth says something new about cats: they may sit anywhere and look either way. If you know
    something like that about your own data, tell the network first, and forbid later.
    """


# %% [markdown]
# ## What to remember
#
# - Scale by the training set's mean and spread, and use the same numbers for everything that comes.
# - Stop when the development cost has not fallen for a while, and keep a *copy* of the best weights.
# - L1 makes exact zeros if its step is taken in two parts: the gradient first, then towards 0, never past it.
# - Change training pictures in ways that keep their label, anew in each epoch, and nothing else.
# - Smoothed labels have a best logit. Networks that are trained on them are less sure, and as often right.
# - Here all of them lower the cost, and only what is true of the task and new to the network makes it
#   right more often.
#
# ## What to read
#
# - Prechelt, *Early stopping - but when?* (1998): patience and other rules, compared on many data
#   sets.
# - Tibshirani, *Regression shrinkage and selection via the lasso* (1996): L1, its zeros, and the
#   picture with the corners.
# - Krizhevsky, Sutskever and Hinton, *ImageNet classification with deep convolutional neural networks*
#   (2012): mirrored and shifted pictures at work, next to dropout.
# - Szegedy and others, *Rethinking the Inception architecture for computer vision* (2016): where label
#   smoothing comes from.
#
# **Your experiments:** add a cell and combine augmentation with smoothed labels:
# `train_with_early_stopping(start(s), train, dev, 0.05, 20, MOST, change=changing(s),
# slope=soft_slope)`. Or mirror the pictures upside down as well, and predict what that does to the cats.
#
# **Where to go next:** the lesson `notebooks/lesson_6_other_regularizers` shows that stopping, noise and L2 are
# nearly one thing, and ends with a list of what to read.
