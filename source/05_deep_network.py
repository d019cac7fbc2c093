# %% [markdown]
# # 5. Deep network
#
# Three layers were enough for a football field. A picture is another matter: no single pixel says
# what it shows. Here you carry L2 and dropout over to networks of any depth, and let one look for cats.
# (It is what the internet was built for.)
#
# **When you are done, you can**
#
# - add the L2 penalty to the cost and the gradients of a network with any number of layers;
# - go down any number of layers with one loop;
# - use dropout in all hidden layers, and check the gradients through the masks;
# - choose λ on a development set, and use the test set once;
# - say how sure a network is of the pictures that it gets wrong, and what λ changes about that.
#
# You need: the forward and backward pass of a deep network, and notebook 2: some exercises here only ask
# what is different from there. It takes about 50 minutes. Write only between `START CODE HERE` and
# `END CODE HERE`, and run the cells in order; the check below each exercise tells you where you stand.

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
from utils.deep_networks import (
    L_model_backward,
    L_model_forward,
    accuracy,
    depth,
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
)
from utils.figures import show
from utils.networks import (
    compute_cost,
    compute_cost_from_logits,
    initialize_parameters,
    sigmoid,
    update_parameters,
)
from utils.plots import BLUE, ORANGE
from utils.plots import pictures as plots
from utils.predict import ask, reveal
from utils.progress import steps
from utils.testcases import deep_network as testcases

# %% [markdown]
# ## Cat or not?
#
# Each picture has 64 by 64 pixels in red, green and blue. Half of them show a cat. The others show
# dogs, bears, owls and rabbits, but also houses, cars, cups and flowers. They are dark on light ground or
# light on dark, large or small, left or right of the middle.
#
# The last two ninths of the pictures to learn from are put aside as a **development set**. It is for
# choosing between networks. The test pictures stay untouched until the end, and are used there once, for
# a comparison that is fixed beforehand.
#
# To save time, each block of 4 by 4 pixels is averaged into one. So a picture is a column of
# 16 · 16 · 3 = 768 numbers.


# %% nbgrader={"grade_id": "data", "locked": true}
def features(pictures):
    """Average blocks of 4 by 4 pixels, and put each picture into a column."""
    small = pictures.reshape(len(pictures), 16, 4, 16, 4, 3).mean(axis=(2, 4))
    return small.reshape(len(pictures), -1).T / 255


pictures, labels, test_pictures, test_Y, classes = load_cat_dataset()
n = len(pictures) * 7 // 9
train_pictures, dev_pictures = pictures[:n], pictures[n:]
train_Y, dev_Y = labels[:, :n], labels[:, n:]

# Centre and scale by what the training pictures say: the others must not leak in.
raw = features(train_pictures)
mean, spread = raw.mean(axis=1, keepdims=True), raw.std()
train_X, dev_X, test_X = (
    (features(each) - mean) / spread for each in (train_pictures, dev_pictures, test_pictures)
)
print("training", train_X.shape, " development", dev_X.shape, " test", test_X.shape)

# %% tags=["skip-execution"] nbgrader={"grade_id": "data-picture", "locked": true}
captions = [str(classes[label]) for label in train_Y[0, :30]]
plots.plot_contact_sheet(train_pictures[:30], captions, title="Thirty training pictures")
show()

# %% [markdown]
# You tell them apart at a glance, by ears, whiskers and eyes. A linear model cannot: it gives each pixel a
# weight of its own. But a pixel that is dark in a black cat is light in a white one, and an ear may be
# anywhere.
#
# The network has four layers, with 20, 7 and 5 hidden units. Its plain forward and backward pass are given:
# `L_model_forward` returns `AL` and one cache `((A_prev, W, b), Z)` per layer, the first layer's first.
#
# `train` puts everything together. As long as `lambd` is 0 and `keep_prob` is 1, it calls none of the
# functions that you are going to write. It uses λ or dropout, not both at once.


# %% nbgrader={"grade_id": "train", "locked": true}
def train(X, Y, hidden=(20, 7, 5), lambd=0.0, keep_prob=1.0, seed=0, rate=0.05, iterations=600):
    """Train a network from the seed's first weights; return its parameters."""
    parameters = initialize_parameters([X.shape[0], *hidden, 1], np.random.RandomState(seed))
    rng = np.random.RandomState(1000 + seed)
    for _ in range(iterations):
        if keep_prob < 1:
            _, grads, _ = L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng)
        else:
            AL, caches = L_model_forward(X, parameters)
            if lambd > 0:
                grads = L_model_backward_with_regularization(AL, Y, caches, lambd)
            else:
                grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, rate)
    return parameters


def plain_cost(parameters, X, Y):
    """Return the cross-entropy alone, from the logits: no digit is lost."""
    _, caches = L_model_forward(X, parameters)
    return compute_cost_from_logits(caches[-1][1], Y)


def slopes(parameters, grads, cost, rng, step=1e-5):
    """Measure the cost's slope in 30 random directions; return what the gradients promise, too."""
    promised, measured = [], []
    for _ in range(30):
        way = {name: rng.standard_normal(values.shape) for name, values in parameters.items()}
        length = np.sqrt(sum(np.sum(each**2) for each in way.values()))
        ahead, behind = (
            {name: parameters[name] + s * step / length * way[name] for name in way}
            for s in (1, -1)
        )
        promised.append(sum(np.sum(grads[f"d{name}"] * way[name]) for name in way) / length)
        measured.append((cost(ahead) - cost(behind)) / (2 * step))
    return np.array(promised), np.array(measured)


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-plain", "locked": true}
linear = [train(train_X, train_Y, hidden=(), seed=seed, rate=0.02) for seed in steps(5, "training")]
plain = [train(train_X, train_Y, seed=seed) for seed in steps(5, "training")]
groups = {}
for name, networks in (("linear model", linear), ("four layers", plain)):
    groups[name] = {
        "training pictures": [accuracy(each, train_X, train_Y) for each in networks],
        "development pictures": [accuracy(each, dev_X, dev_Y) for each in networks],
    }
plots.plot_groups(groups, measure="accuracy", title="Four layers see what a linear model cannot")
show()
for name, networks in (("linear model", linear), ("four layers", plain)):
    right = ", ".join(f"{share:.3f}" for share in groups[name]["training pictures"])
    costs = ", ".join(f"{plain_cost(each, train_X, train_Y):.3f}" for each in networks)
    print(f"{name}, five trainings on the training pictures:")
    print(f"    right {right}\n    cost  {costs}")

# For the pictures below: the weights of a network that has not learnt yet.
start = initialize_parameters([768, 20, 7, 5, 1], np.random.RandomState(0))
names = [f"W{layer}" for layer in (1, 2, 3, 4)]

# %% [markdown]
# The linear model learns part of its training pictures by heart, and is of little use on others. Four
# layers do far better. But they know *nearly all* training pictures by heart, at least 98 of 100 in the
# median, and do clearly worse on the others: they overfit.
#
# One of your five trainings may be right on fewer. It ended just after a step that was too long. Rounding
# decides which one that is, so it may happen on one computer and not on another.
#
# ## Exercise 5.1: cost with L2 for any depth
#
# *About 4 lines, 2 minutes, 5 points.*
#
# The cost is that of [Exercise 2.1](../02_regularization/02_regularization.ipynb). One thing is
# different: the network says how many layers there are, so the sum needs a loop. `depth(parameters)`
# returns $L$. ($J$ is the cross-entropy, m the number of examples.)
#
# $$J_{L2} = J + \frac{\lambda}{2m} \sum_{l=1}^{L} \sum_{k} \sum_{j} \big(W^{[l]}_{kj}\big)^2 \tag{1}$$
#
# **Predict.** The network has 15,540 weights, and 98.8 % of them are in `W1`. Each layer starts from
# normal numbers with variance one over its number of inputs (here without He's 2). Which share of the
# penalty comes from `W1` at this start?
#
# - (a) About 99 %: the share of its weights.
# - (b) About 60 %.
# - (c) A quarter: there are four layers.
# - (d) Next to nothing: the penalty is about the last layer, which makes the output.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "deep-cost-predict", "locked": true}
ask("5.1", "abcd")


# %% nbgrader={"grade_id": "deep-cost", "solution": true}
def compute_cost_with_regularization(AL, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty of all layers, formula (1).

    Parameters
    ----------
    AL : array, shape (1, m)
        The network's output.
    Y : array, shape (1, m)
        The labels.
    parameters : dict
        W1, b1, ..., WL, bL.
    lambd : float
        Strength of the penalty.

    Returns
    -------
    cost : float
    """
    m = Y.shape[1]
    L = depth(parameters)
    cross_entropy_cost = compute_cost(AL, Y)

    ### START CODE HERE ### (about 4 lines: a loop over the layers, then the two terms)
    cost = None
    ### BEGIN SOLUTION
    squares = 0
    for layer in range(1, L + 1):
        squares = squares + np.sum(parameters[f"W{layer}"] ** 2)
    cost = cross_entropy_cost + lambd * squares / (2 * m)
    ### END SOLUTION
    ### END CODE HERE ###

    return cost


# %% nbgrader={"grade_id": "deep-cost-check", "grade": true, "points": 2}
AL, Y, parameters = testcases.compute_cost_with_regularization_test_case()
got = check(
    "deep-cost",
    compute_cost_with_regularization,
    lambda cost: {
        "cost": cost(AL, Y, parameters, 0.5),
        "cost at λ = 0.3": cost(AL, Y, parameters, 0.3),
    },
    expected={"cost": 3.705526324317659, "cost at λ = 0.3": 2.513732198},
)
print("cost =", got["cost"])

# %% nbgrader={"grade_id": "deep-cost-hidden", "grade": true, "points": 3}
# More checks run here when the notebook is graded: other inputs, one to five layers.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("deep-cost", compute_cost_with_regularization)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# With five layers, which keys of `parameters` belong in the sum? Which of them does your loop visit
# first, and which last?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Start a sum at 0. Let `layer` run from 1 to `L`, both included, and add the squares of
# ``parameters[f"W{layer}"]``. The factor and the cross-entropy come once, after the loop.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *KeyError: 'W6'*: the loop runs too far. `len(parameters)` counts the biases too.
# - *A little too small*: a layer is missing; `range(1, L)` stops at L − 1.
# - *Far too large*: something that belongs after the loop is inside it.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "deep-cost-picture", "locked": true}
# Your choice opens this.
@reveal("5.1", "abcd", "b")
def picture():
    AL, _ = L_model_forward(train_X, start)
    whole = compute_cost_with_regularization(AL, train_Y, start, lambd=1.0)
    without = [{**start, name: 0 * start[name]} for name in names]
    falls = [
        whole - compute_cost_with_regularization(AL, train_Y, each, lambd=1.0) for each in without
    ]
    sizes = [start[name].size for name in names]

    _, ax = plt.subplots(figsize=(6.5, 3.6), layout="constrained", facecolor="white")
    for shift, values, label, colour in (
        (-0.2, sizes, "weights", BLUE),
        (0.2, falls, "penalty", ORANGE),
    ):
        shares = np.array(values) / sum(values)
        place = np.arange(4) + shift
        bars = ax.bar(place, shares, 0.38, color=colour, label=f"share of the {label}")
        ax.bar_label(bars, [f"{share:.1%}" for share in shares], fontsize="small")
    ax.set_xticks(range(4), names)
    ax.set(
        ylabel="share of the whole",
        title="The small layers pay more than their share",
        ylim=(0, 1.1),
    )
    ax.legend()

    return """
    **What you saw.** `W1` pays about 60 % (b). A layer of $n$ units on $n'$ inputs has $n n'$ weights with
    a mean square of $1/n'$, so its sum is about $n$. At the start the penalty counts units: 20 of 33.
    """


# %% [markdown]
# ## Exercise 5.2: the linear part of one layer
#
# *3 lines, 6 minutes, 15 points.*
#
# In [Exercise 2.2](../02_regularization/02_regularization.ipynb) you wrote one such line for each of three matrices. A
# network of any depth needs one function for any layer. The layer computes $Z = W A_{prev} + b$. From
# above comes `dZ`, one column for each example, and the layer must give three answers:
#
# $$dW = \frac{1}{m}\, dZ\, A_{prev}^T + \frac{\lambda}{m} W \qquad db = \frac{1}{m} \sum_{i=1}^{m} dZ^{(i)} \qquad dA_{prev} = W^T dZ \tag{2}$$
#
# `dW` has the shape of `W` and `db` that of `b`, (n, 1): `db`, and `dW` without its penalty, are means
# over the examples. `dA_prev` has the shape of `A_prev` and still one column per example.
#
# **Predict.** `dZ` and the cache stay as they are, and λ goes from 0 to 1. What changes?
#
# - (a) `dW` alone.
# - (b) `dW` and `db`.
# - (c) `dW` and `dA_prev`: the penalty is passed down, too.
# - (d) All three.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "linear-l2-predict", "locked": true}
ask("5.2", "abcd")


# %% nbgrader={"grade_id": "linear-l2", "solution": true}
def linear_backward_with_regularization(dZ, cache, lambd):
    """Compute the gradients of the linear part of one layer, with the penalty, formulas (2).

    Parameters
    ----------
    dZ : array, shape (n, m)
        Derivative of each example's loss by Z.
    cache : tuple
        (A_prev, W, b).
    lambd : float
        Strength of the penalty.

    Returns
    -------
    dA_prev, dW, db : arrays
        With the shapes of A_prev, W and b.
    """
    A_prev, W, _ = cache
    m = A_prev.shape[1]

    ### START CODE HERE ### (3 lines)
    dW = None
    db = None
    dA_prev = None
    ### BEGIN SOLUTION
    dW = (dZ @ A_prev.T + lambd * W) / m
    db = dZ.sum(axis=1, keepdims=True) / m
    dA_prev = W.T @ dZ
    ### END SOLUTION
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% nbgrader={"grade_id": "linear-l2-check", "grade": true, "points": 7}
dZ, cache = testcases.linear_backward_with_regularization_test_case()


def answer(backward):
    """Run one layer backwards and name the gradients."""
    dA_prev, dW, db = backward(dZ, cache, 0.7)
    return {"dA_prev": dA_prev, "dW": dW, "db": db}


expected = {
    "dA_prev": [
        [-2.57203208, -0.86235633, 0.58643574, 0.81695975, -2.04191637],
        [2.24212359, 1.72760312, -2.50007438, 0.72163592, 0.85376041],
        [0.97565195, -0.13454854, 0.71845195, -0.98821465, 1.21275744],
    ],
    "dW": [[0.03890333, -0.03817363, -0.45963162], [-0.01284348, -0.25921963, -0.70899292]],
    "db": [[-0.03401978], [-0.48978709]],
}
got = check("linear-l2", linear_backward_with_regularization, answer, expected)
print("dA_prev =", got["dA_prev"], "\ndW =", got["dW"], "\ndb =", got["db"])

# %% nbgrader={"grade_id": "linear-l2-hidden", "grade": true, "points": 8}
# More checks run here when the notebook is graded: other inputs, other sizes.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("linear-l2", linear_backward_with_regularization)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# `dZ` is (n, m) and `A_prev` is (n', m). There is one way to multiply them so that (n, n') comes out.
# Which of the two has to be transposed?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Translate the three formulas (2), one line each. `@` or `np.dot` multiplies matrices, `.T` transposes
# one. The sum over the examples runs along axis 1; `keepdims=True` leaves `db` a column.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *An error about shapes that are not aligned*: a factor is not transposed, or both are swapped.
# - *db: expected shape (2, 1), got shape (2,)*: `keepdims` is missing.
# - *dA_prev differs and dW is right*: look for an m or a λ that does not belong there.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "linear-l2-picture", "locked": true}
# Your choice opens this.
@reveal("5.2", "abcd", "a")
def picture():
    dZ, cache = testcases.linear_backward_with_regularization_test_case()
    lambdas = np.linspace(0, 2, 21)
    at_zero = linear_backward_with_regularization(dZ, cache, 0.0)
    changes = np.array(
        [
            [np.linalg.norm(now - then) for now, then in zip(grads, at_zero, strict=True)]
            for grads in (
                linear_backward_with_regularization(dZ, cache, lambd) for lambd in lambdas
            )
        ]
    )
    _, ax = plt.subplots(figsize=(6, 3.4), layout="constrained", facecolor="white")
    looks = ((1, "dW", "-", BLUE), (2, "db", "--", ORANGE), (0, "dA_prev", ":", "black"))
    for column, name, line, colour in looks:
        ax.plot(lambdas, changes[:, column], line, color=colour, lw=2, label=name)
    ax.set(xlabel="λ", ylabel="change against λ = 0 (norm)", title="Only dW notices the penalty")
    ax.legend()

    return """
    **What you saw.** `dW` changes in proportion to λ, the other two stay at 0 (a). The penalty depends on
    the weights alone. Neither the bias nor the layer below has a part in this layer's $W^2$.
    """


# %% [markdown]
# ## Exercise 5.3: one whole layer
#
# *About 6 lines, 8 minutes, 20 points.*
#
# The activation function leads from `Z` to `A`. On the way back its slope acts entry by entry:
#
# $$dZ = dA * g'(Z), \qquad g'(Z) = \begin{cases} 1 \text{ where } Z > 0, \text{ else } 0 & \text{for relu} \\ s(Z)\,(1 - s(Z)) & \text{for sigmoid} \end{cases} \tag{3}$$
#
# where $s$ is the sigmoid. Then come the gradients of the linear part. Call your function of 5.2. Or call the given
# `linear_backward(dZ, linear_cache)`, which knows no penalty, and add the penalty to `dW` yourself.
#
# **Predict.** A ReLU unit is off for every single training picture. λ is 1. What happens to the
# unit's row of `W` in gradient descent?
#
# - (a) Nothing: a unit that is off has no gradient.
# - (b) The row grows, until the unit is on again.
# - (c) Nothing to `W`, but the bias rises.
# - (d) The row fades towards 0, a share at each step.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "layer-l2-predict", "locked": true}
ask("5.3", "abcd")


# %% nbgrader={"grade_id": "layer-l2", "solution": true}
def linear_activation_backward_with_regularization(dA, cache, lambd, activation):
    """Compute the gradients of one whole layer, with the penalty.

    Parameters
    ----------
    dA : array, shape (n, m)
        Derivative of each example's loss by the layer's output.
    cache : tuple
        ((A_prev, W, b), Z).
    lambd : float
        Strength of the penalty.
    activation : "relu" or "sigmoid"
        The layer's activation function.

    Returns
    -------
    dA_prev, dW, db : arrays
        With the shapes of A_prev, W and b.
    """
    linear_cache, Z = cache
    A_prev, W, _ = linear_cache
    m = A_prev.shape[1]
    dA_prev, dW, db = None, None, None

    ### START CODE HERE ### (about 6 lines: dZ for either activation, then the linear part)
    ### BEGIN SOLUTION
    if activation == "relu":
        dZ = np.where(Z > 0, dA, 0)
    else:
        A = sigmoid(Z)
        dZ = dA * A * (1 - A)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    dW = dW + lambd / m * W
    ### END SOLUTION
    ### END CODE HERE ###

    return dA_prev, dW, db


# %% nbgrader={"grade_id": "layer-l2-check", "grade": true, "points": 10}
dA, cache = testcases.linear_activation_backward_with_regularization_test_case()


def answer(backward):
    """Run one ReLU layer backwards and name the gradients."""
    dA_prev, dW, db = backward(dA, cache, 0.7, "relu")
    return {"dA_prev": dA_prev, "dW": dW, "db": db}


expected = {
    "dA_prev": [
        [-2.57203208, -0.86235633, -0.39268213, 0.27348257, 0],
        [2.24212359, 1.72760312, -1.68543416, 1.17381679, 0],
        [0.97565195, -0.13454854, 1.10825956, -0.77184485, 0],
    ],
    "dW": [[0.03890333, 0.00751624, -0.23179448], [-0.17889178, -0.46022933, -0.16299358]],
    "db": [[0.04964052], [-0.4464568]],
}
got = check("layer-l2", linear_activation_backward_with_regularization, answer, expected)
print("dA_prev =", got["dA_prev"], "\ndW =", got["dW"], "\ndb =", got["db"])

# %% nbgrader={"grade_id": "layer-l2-hidden", "grade": true, "points": 10}
# More checks run here when the notebook is graded: other inputs, and sigmoid too.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("layer-l2", linear_activation_backward_with_regularization)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# A unit had $Z = -3$ and its output was 0. If $Z$ were $-2.9$, what would the output be? So what is the
# slope there, whatever `dA` says?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Ask for `activation`. For `"relu"`, `dZ` is `dA` times `(Z > 0)`, entry by entry. For `"sigmoid"`, `dA`
# times `s` times `1 - s`, with `s = sigmoid(Z)`. Then one call gives `dA_prev, dW, db`. Make sure that
# λ/m·W is in `dW` exactly once.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *dW is wrong, dA_prev and db are right*: the penalty is missing, doubled, or has a wrong factor.
# - *All three are wrong*: look at `dZ`. Whose sign decides, that of `Z` or that of `dA`?
# - *An error about shapes that cannot be broadcast*: the mask comes from another layer's array.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "layer-l2-picture", "locked": true}
# Your choice opens this.
@reveal("5.3", "abcd", "d")
def picture():
    silenced = {**start, "b1": start["b1"].copy()}
    silenced["b1"][[2, 9]] = -1000  # units 2 and 9 are off for every picture
    AL, caches = L_model_forward(train_X, silenced)
    dA1 = L_model_backward(AL, train_Y, caches)["dA1"]

    _, ax = plt.subplots(figsize=(7, 3.6), layout="constrained", facecolor="white")
    looks = {"color": BLUE, "hatch": ""}, {"color": ORANGE, "hatch": "//"}
    for shift, lambd, look in ((-0.2, 0.0, looks[0]), (0.2, 10.0, looks[1])):
        _, dW, _ = linear_activation_backward_with_regularization(dA1, caches[0], lambd, "relu")
        sizes = np.linalg.norm(dW, axis=1)
        ax.bar(
            np.arange(20) + shift, sizes, 0.38, label=f"λ = {lambd:g}", edgecolor="white", **look
        )
    ax.set_xticks([0, 2, 5, 9, 15, 19])
    ax.set(xlabel="unit of the first layer (2 and 9 are off)", ylabel="size of its row of dW1")
    ax.set_title("Units that are off hear the penalty, and nothing else")
    ax.legend()

    return """
    **What you saw.** Without the penalty the rows of units 2 and 9 get no gradient at all. With it they
    get λ/m times themselves, and fade (d), as long as the bias keeps the unit off. So L2 also clears
    away what no longer does anything.
    """


# %% [markdown]
# ## Exercise 5.4: down through all layers
#
# *About 8 lines, 14 minutes, 35 points.*
#
# Now the whole way down. The last layer ends in a sigmoid, and cross-entropy and sigmoid together
# have a short derivative:
#
# $$dZ^{[L]} = A^{[L]} - Y \tag{4}$$
#
# Start there, with the linear part of layer $L$. Then go down the ReLU layers, from $L-1$ to 1: what one
# layer returns as `dA_prev` is the `dA` of the layer below. Layer $l$ has `caches[l - 1]`, and m is
# `Y.shape[1]`. Put `dW` and `db` of each layer into `grads`. You may call your functions of 5.2 and 5.3,
# or call the given `linear_backward` and `linear_activation_backward` and add the penalty here.
#
# The long way gives the same on paper: first the slope with respect to `AL`, then times $s(1-s)$. But
# the first divides by $s(1-s)$, and where an output is rounded to 1 that is 0. You get nan, and formula
# (4) does not.
#
# **Predict.** How does `dW1` with λ differ from the plain one?
#
# - (a) By the penalties of all four layers: each passes its own down.
# - (b) By $\frac{λ}{m} W^{[1]}$, however many layers are above.
# - (c) Not at all: only the last layer is next to the cost.
# - (d) By $\frac{4λ}{m} W^{[1]}$: once for each layer on the way.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "deep-l2-predict", "locked": true}
ask("5.4", "abcd")


# %% nbgrader={"grade_id": "deep-l2", "solution": true}
def L_model_backward_with_regularization(AL, Y, caches, lambd):
    """Compute the gradients of the whole network's cost with L2.

    Parameters
    ----------
    AL : array, shape (1, m)
        The network's output.
    Y : array, shape (1, m)
        The labels.
    caches : list of tuple
        For each layer ((A_prev, W, b), Z), the first layer's first.
    lambd : float
        Strength of the penalty.

    Returns
    -------
    grads : dict
        dW1, db1, ..., dWL, dbL; others may be in it too.
    """
    L = len(caches)
    m = Y.shape[1]
    grads = None

    ### START CODE HERE ### (about 8 lines: the last layer, then a loop down to layer 1)
    ### BEGIN SOLUTION
    grads = {}
    dA, dW, db = linear_backward(AL - Y, caches[-1][0])
    for layer in range(L, 0, -1):
        cache = caches[layer - 1]
        if layer < L:
            dA, dW, db = linear_activation_backward(dA, cache, "relu")
        W = cache[0][1]
        grads[f"dW{layer}"] = dW + (lambd / m) * W
        grads[f"db{layer}"] = db
    ### END SOLUTION
    ### END CODE HERE ###

    return grads


# %% nbgrader={"grade_id": "deep-l2-check", "grade": true, "points": 17}
AL, Y, caches = testcases.L_model_backward_with_regularization_test_case()
expected = {
    "dW1": [
        [-0.08091155, 0.04151433, 0.16919882, 0.01073902, -0.05941914],
        [0.07392319, 0.020877, -0.08909815, -0.11555328, -0.08256694],
        [0.04533567, -0.0014479, 0.0918493, 0.0052539, -0.08024138],
        [-0.04393646, -0.20170401, 0.05457427, 0.03099323, -0.05878988],
    ],
    "db1": [[0.00012792], [-0.00187581], [-0.00297961], [-0.02406189]],
    "dW2": [
        [-0.04133627, 0.13847506, 0.01755576, 0.14402247],
        [0.02608874, -0.02492444, -0.10914969, -0.01886665],
        [-0.05065451, 0.09754789, 0.0587499, -0.05388189],
    ],
    "db2": [[-0.01175322], [0.00112436], [0.00176503]],
    "dW3": [[-0.00654914, -0.0574826, -0.04960351], [-0.26799201, -0.01107748, -0.08105158]],
    "db3": [[-0.01194204], [-0.03341843]],
    "dW4": [[-1.23125126, -0.00251698]],
    "db4": [[-0.31262058]],
}
backward = L_model_backward_with_regularization
got = check("deep-l2", backward, lambda backward: backward(AL, Y, caches, 0.6), expected)
for name in expected:
    print(name, "=", got[name])

# %% nbgrader={"grade_id": "deep-l2-hidden", "grade": true, "points": 18}
# More checks run here when the notebook is graded: one to five layers, and outputs of exactly 1.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("deep-l2", L_model_backward_with_regularization)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# Write down, for a network of four layers, which of the four caches each call needs, in the order of
# the calls. Which layer is different from the others, and how?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Make an empty dictionary. One call for the last layer, with `AL - Y` and `caches[L - 1][0]`. Then
# `for layer in range(L - 1, 0, -1)`: one call with `"relu"`, with the `dA` that the call before has
# returned, and `caches[layer - 1]`. Each call gives you `dW` and `db` to store. A cache holds the
# layer's `W` at `[0][1]`.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *dW4 is right, dW3 and all below are wrong*: a wrong activation, or the penalty only at the top.
# - *Only dW4 is wrong*: the top layer has no penalty.
# - *An error about shapes*: a layer uses its neighbour's cache.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "deep-l2-picture", "locked": true}
# Your choice opens this.
@reveal("5.4", "abcd", "b")
def picture():
    AL, caches = L_model_forward(train_X, start)
    with_l2 = L_model_backward_with_regularization(AL, train_Y, caches, lambd=10.0)
    without_l2 = L_model_backward(AL, train_Y, caches)
    share = 10.0 / train_Y.size
    found = [np.linalg.norm(with_l2[f"d{name}"] - without_l2[f"d{name}"]) for name in names]
    own = [share * np.linalg.norm(start[name]) for name in names]

    _, ax = plt.subplots(figsize=(6.5, 3.6), layout="constrained", facecolor="white")
    ax.bar(
        np.arange(4) - 0.2, found, 0.38, color=BLUE, label="gradient with λ minus gradient without"
    )
    look = {"color": ORANGE, "hatch": "//", "edgecolor": "white"}
    ax.bar(np.arange(4) + 0.2, own, 0.38, **look, label="λ/m · W of this layer")
    ax.set_xticks(range(4), names)
    ax.set(ylabel="size (norm)", title="Each layer pays for itself, and for no other")
    ax.legend()

    return """
    **What you saw.** Layer by layer the difference is λ/m times the layer's own weights (b). The penalty is a
    sum with one term per layer, and each term knows one matrix.
    """


# %% [markdown]
# ## Exercise 5.5: dropout in every hidden layer
#
# *About 5 lines, 10 minutes, 25 points.*
#
# You know the masks from [Exercises 2.3 and 2.4](../02_regularization/02_regularization.ipynb): on the way up `D` is 1
# where `rng.random(A.shape)` is below `keep_prob`, else 0; `A` is multiplied by `D` and divided by
# `keep_prob`; on the way down the same happens to `dA`. Two things are different. Each hidden layer, however
# many there are, has *its own* mask, and one function goes up and down. The loops are given, you fill them.
#
# Neither the pictures nor the output layer have dropout, and there is no λ here.
#
# **Predict.** The masks are random. Can these gradients still be checked against measured slopes of the
# cost?
#
# - (a) No: a random function has no slope.
# - (b) Yes, with fresh masks each time: they average out.
# - (c) Yes, if the masks stay the same for all measurements.
# - (d) Yes, against the network without masks.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "deep-dropout-predict", "locked": true}
ask("5.5", "abcd")


# %% nbgrader={"grade_id": "deep-dropout", "solution": true}
def L_model_pass_with_dropout(X, Y, parameters, keep_prob, rng):
    """Go up and down the network, with inverted dropout in every hidden layer.

    Parameters
    ----------
    X : array, shape (n0, m)
        The examples.
    Y : array, shape (1, m)
        The labels.
    parameters : dict
        W1, b1, ..., WL, bL.
    keep_prob : float
        Probability that a hidden unit stays on.
    rng : numpy.random.RandomState or Generator
        Source of the masks' random numbers.

    Returns
    -------
    AL : array, shape (1, m)
        The network's output, through the masks.
    grads : dict
        dW1, db1, ..., dWL, dbL.
    masks : dict
        D1, ..., D(L-1).
    """
    L = depth(parameters)
    A, caches, masks, grads = X, [], {}, {}
    for layer in range(1, L):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        A, cache = linear_activation_forward(A, W, b, "relu")
        ### START CODE HERE ### (about 3 lines: draw D, switch off, scale)
        D = None
        ### BEGIN SOLUTION
        D = (rng.random(A.shape) < keep_prob).astype(int)
        A = A * D / keep_prob
        ### END SOLUTION
        ### END CODE HERE ###
        masks[f"D{layer}"] = D
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")

    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, cache[0])
    for layer in range(L - 1, 0, -1):
        D = masks[f"D{layer}"]
        ### START CODE HERE ### (about 2 lines: the mask, then the scale)
        ### BEGIN SOLUTION
        dA = dA * D / keep_prob
        ### END SOLUTION
        ### END CODE HERE ###
        found = linear_activation_backward(dA, caches[layer - 1], "relu")
        dA, grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return AL, grads, masks


# %% nbgrader={"grade_id": "deep-dropout-check", "grade": true, "points": 12}
X, Y, parameters = testcases.L_model_pass_with_dropout_test_case()


def answer(run):
    """Run one pass, up and down, and name the arrays."""
    AL, grads, masks = run(X, Y, parameters, 0.7, np.random.RandomState(3))
    return {"AL": AL, **masks, **grads}


expected = {
    "D1": [[1, 0, 1, 1, 0, 0], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]],
    "D2": [[1, 0, 1, 1, 1, 0], [0, 1, 0, 0, 1, 1], [1, 1, 1, 1, 1, 1]],
    "D3": [[1, 1, 1, 0, 1, 1], [1, 1, 1, 1, 1, 1]],
    "AL": [[0.39444985, 0.18160052, 0.19974104, 0.17193229, 0.18383584, 0.17840193]],
    "dW1": [
        [1.411e-05, -0.00055966, 0.00148274, -1.298e-05, 0.00054597],
        [-0.0001922, -0.00039301, 0.00046222, 5.076e-05, 0.00092628],
        [-0.0001383, 0.00548553, -0.01453322, 0.00012722, -0.00535135],
        [0.00206936, 0.03819149, -0.09979525, 0.00290747, -0.03300155],
    ],
    "dW2": [
        [-0.0950282, 0, -0.01915272, -0.0878695],
        [0, -0.0019284, 0, -0.00048273],
        [0, -0.00181533, 0, 0],
    ],
    "dW3": [[-0.11488547, 0.0070919, 0.00272735], [-0.64787072, 0, 0]],
    "dW4": [[-2.10179753, -0.21020931]],
}
got = check("deep-dropout", L_model_pass_with_dropout, answer, expected)
for name in expected:
    print(name, "=", got[name])

# %% nbgrader={"grade_id": "deep-dropout-hidden", "grade": true, "points": 13}
# More checks run here when the notebook is graded: one to five layers, many masks, measured slopes.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("deep-dropout", L_model_pass_with_dropout)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# The way down has two lines, too. If all you forget is the second one, by which factor is `dA` too small
# in the last hidden layer, and by which one layer below?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Up: your three lines of 2.3, inside the first loop. Down: the last two of them, for `dA`. The mask is
# there already, taken from `masks`; nothing is drawn.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *D1 is right, D2 is wrong*: something else has drawn from `rng` in between, or it was seeded again.
# - *Masks and AL are right, dW1 to dW3 are wrong*: the way down lacks its mask or its scale.
# - *Most entries of D1 are wrong*: look at the direction of the comparison.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "deep-dropout-picture", "locked": true}
# Your choice opens this.
@reveal("5.5", "abcd", "c")
def picture():
    X, Y, lambd, keep_prob, rng = (
        train_X[:, :60],
        train_Y[:, :60],
        10.0,
        0.8,
        np.random.RandomState(7),
    )

    def cost_with_l2(parameters):
        """Return the regularized cost: cross-entropy from the logits, and your penalty."""
        AL, _ = L_model_forward(X, parameters)
        penalty = compute_cost_with_regularization(AL, Y, parameters, lambd) - compute_cost(AL, Y)
        return plain_cost(parameters, X, Y) + penalty

    def cost_through_masks(parameters, masks_from):
        """Return the cost that a pass through these masks has."""
        AL, _, _ = L_model_pass_with_dropout(X, Y, parameters, keep_prob, masks_from)
        return compute_cost(AL, Y)

    AL, caches = L_model_forward(X, start)
    l2_grads = L_model_backward_with_regularization(AL, Y, caches, lambd)
    _, drop_grads, _ = L_model_pass_with_dropout(X, Y, start, keep_prob, np.random.RandomState(1))
    models = {
        "L2, whole model": (l2_grads, cost_with_l2),
        "dropout, masks held": (
            drop_grads,
            lambda p: cost_through_masks(p, np.random.RandomState(1)),
        ),
        "dropout, fresh masks": (drop_grads, lambda p: cost_through_masks(p, rng)),
    }
    _, axes = plt.subplots(1, 3, figsize=(11, 3.8), layout="constrained", facecolor="white")
    for ax, (name, (grads, cost)) in zip(axes, models.items(), strict=True):
        plots.plot_slopes(*slopes(start, grads, cost, rng), ax, title=name)

    return """
    **What you saw.** Each dot is one random direction through all 15,573 parameters at once. In the first two
    pictures the measured slopes are those that the gradients promise, to eight digits and more. The
    whole model is right, and dropout can be checked as well as anything (c).

    With fresh masks the measurement is the difference of two *other* networks, divided by a tiny step:
    noise. Note that the regularized gradients must be compared with the regularized cost.
    """


# %% [markdown]
# ## Choose λ on the development set
#
# **Predict.** λ grows from 0 to 100. What happens to the accuracy on the development pictures, and what
# to their cost? (The cost is taken without the penalty. It also counts how sure the answers are, in
# **nats**: an answer costs the natural logarithm of one over the probability that the network gave to
# the right label.)
#
# - (a) Both get better up to one λ, and then worse.
# - (b) Both get worse from the beginning: the network fits less and less.
# - (c) The accuracy rises and falls; the cost only rises.
# - (d) The accuracy stays about the same for a long time; the cost falls first, and then rises.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "sweep-predict", "locked": true}
ask("5.6", "abcd")


# %% tags=["skip-execution"] nbgrader={"grade_id": "sweep", "locked": true}
lambdas = (0, 1, 3, 10, 30, 100)
networks = {0: plain}
for lambd in lambdas[1:]:
    networks[lambd] = [
        train(train_X, train_Y, lambd=lambd, seed=seed) for seed in steps(5, "training")
    ]
dev_costs = [
    np.median([plain_cost(each, dev_X, dev_Y) for each in networks[lambd]]) for lambd in lambdas
]
best = lambdas[int(np.argmin(dev_costs))]


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "sweep-picture", "locked": true}
# Your choice opens this.
@reveal("5.6", "abcd", "d")
def picture():
    sets = {"training pictures": (train_X, train_Y), "development pictures": (dev_X, dev_Y)}
    titles = ("The answers stay until λ is huge ...", "... while the cost has a valley")

    _, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
    for ax, measure, title in zip(axes, (accuracy, plain_cost), titles, strict=True):
        found = {
            name: np.array([[measure(each, X, Y) for each in networks[lambd]] for lambd in lambdas])
            for name, (X, Y) in sets.items()
        }
        what = "accuracy" if measure is accuracy else "cross-entropy (nats per picture)"
        plots.plot_over_settings(
            [f"{lambd:g}" for lambd in lambdas], found, ax, setting="λ", measure=what, title=title
        )
    axes[1].set_ylim(top=1)  # room for the legend
    print(f"lowest median development cost: {min(dev_costs):.2f}, at λ = {best:g}")

    return r"""
    **What you saw.** Up to λ = 10 the accuracy on the development pictures stays about the same, a little
    above 0.8 (d). The cost falls all the same, from about 0.7 to 0.4: the networks are wrong as often, but
    no longer so sure of it. At 30 they begin to underfit, and at 100 the weights have faded: every picture
    gets about one half, at a cost near $\ln 2 = 0.69$.

    The band at λ = 10 is wide, because one of the five trainings went astray. A single training could have
    told you anything. And accuracy on 100 pictures moves in whole points, while the cost does not: it is the
    finer measure to choose by.
    """


# %% [markdown]
# ## Once, the test pictures
#
# The choice is made, so now you may use the test pictures. Next to L2 there is dropout with `keep_prob` 0.8.
#
# **Predict.** Take the ten mistakes of which a network is most sure. How sure of them is a plain network,
# and how sure is one with λ?
#
# - (a) Both little more than 50 %: a mistake is a close call.
# - (b) The plain one more than 99 %; the one with λ less, but still more than 90 %.
# - (c) The plain one more than 90 %; the one with λ little more than 50 %.
# - (d) Both more than 99 %.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "test-once-predict", "locked": true}
ask("5.7", "abcd")

# %% tags=["skip-execution"] nbgrader={"grade_id": "test-once", "locked": true}
chosen = networks[best]
dropout = [train(train_X, train_Y, keep_prob=0.8, seed=seed) for seed in steps(5, "training")]
methods = {"linear": linear, "plain": plain, f"L2, λ = {best:g}": chosen, "dropout 0.8": dropout}


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "mistakes", "locked": true}
# Your choice opens this.
@reveal("5.7", "abcd", "b")
def picture():
    _, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
    titles = (
        "Plain, L2, dropout: right about as often ...",
        "... but plain networks pay for being sure",
    )
    for ax, measure, title in zip(axes, (accuracy, plain_cost), titles, strict=True):
        groups = {
            name: {"test pictures": [measure(each, test_X, test_Y) for each in networks]}
            for name, networks in methods.items()
        }
        what = "accuracy" if measure is accuracy else "cross-entropy (nats per picture)"
        plots.plot_groups(groups, ax, measure=f"test {what}", title=title)

    for name, network in (("plain", plain[0]), (f"λ = {best:g}", chosen[0])):
        AL, _ = L_model_forward(test_X, network)
        wrong = int(np.sum((AL > 0.5) != test_Y))
        title = f"{name}: {wrong} of {test_Y.size} wrong; the surest ten of them"
        plots.plot_mistakes(test_pictures, AL, test_Y, classes, most=10, title=title)

    return """
    **What you saw.** In accuracy plain, L2 and dropout can hardly be told apart: with 200 pictures an
    accuracy is known to five or six percentage points only, and the trainings differ by as much. In cost
    they do differ. The plain networks cost more than the linear ones, although they are right far more
    often: they pay for being sure. L2 and dropout bring that down. All ten mistakes shown of the plain
    network are more than 99 % sure; with λ = 10 they are still more than 90 % sure (b).

    Who fools it? Owls, whose tufts are ears in 16 by 16 pixels, and light bears on dark ground. You
    would not be fooled: you see the beak. Averaging over 4 by 4 pixels has erased it.
    """


# %% [markdown]
# ## Play with it
#
# A network of four layers, trained by your own functions, and the development pictures that it gets
# wrong. Press *Train* a few times.
#
# - With λ = 0, which mistakes come first and stay? How sure do they become?
# - Restart with λ = 10. Are they the same pictures?
# - With `keep_prob` 0.5, how many presses does it take until the cost is as low?
#
# *With my mistake* trains with the last code for 5.4 or 5.5 that failed a check, if there was one.

# %% tags=["skip-execution"] nbgrader={"grade_id": "playground", "locked": true}
from utils.playground.mistaken_pictures import picture_playground

picture_playground((train_X, train_Y), (dev_X, dev_Y), dev_pictures, classes)

# %% [markdown]
# ## What to remember
#
# - With more layers nothing about L2 changes: one sum over all weight matrices in the cost, and
#   λ/m·W in the gradient of each matrix, once. It adds nothing to biases, and nothing to what is passed down.
# - Start the backward pass from $A^{[L]} - Y$. It is right even where an output is exactly 0 or 1.
# - Dropout belongs to hidden layers, each with a mask of its own, the same up and down.
# - Gradients can be checked through dropout if the masks stay the same, and with L2 if the cost that is
#   measured has the penalty too.
# - Choose λ on development data, and look at the cost as well as at the accuracy: a network may
#   be right as often, and far less sure where it is wrong.
#
# ## What to read
#
# - Rumelhart, Hinton and Williams, *Learning representations by back-propagating errors* (1986): the
#   backward pass, in four pages of *Nature*.
# - The *Deep Learning Specialization* (deeplearning.ai, 2017), course 1, week 4: the exercise on cats
#   that gave the functions of this notebook their names.
# - Zhang and others, *Dive into Deep Learning* (d2l.ai), the chapter on multilayer perceptrons: the
#   same, in PyTorch.
#
# **Your experiments:** add a cell and average blocks of 2 by 2 pixels instead of 4 by 4. Do the owls
# still fool it? Or leave out the colours: what is lost?
#
# **Where to go next:** the lesson `notebooks/lesson_5_deep_network` goes through one to five layers and
# through λ with many more trainings, and shows which pictures fool all of them.
