# %% [markdown]
# # 1. Initialization
#
# Gradient descent walks downhill from wherever it is put. Here you put it in three places, and
# find out that one has no way down, one is far away, and one is just right.
#
# **When you are done, you can**
#
# - give every parameter of a network its shape and a starting value;
# - say why units that start as copies of one another stay copies;
# - choose the spread of the first weights so that a signal survives many layers;
# - tell a bad start from a backward pass that cannot leave it.
#
# You need: matrix products in NumPy, and the forward and backward pass of a network with any number
# of layers. It takes about 50 minutes. Write only between `START CODE HERE` and `END CODE HERE`, and
# run the cells in order; the check below each exercise tells you where you stand.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.check import check
from utils.data import load_circles
from utils.deep_networks import (
    L_model_backward,
    L_model_forward,
    accuracy,
    linear_activation_backward,
    predict_labels,
)
from utils.figures import show
from utils.networks import compute_cost_from_logits, initialize_parameters, update_parameters
from utils.playground import playground
from utils.plots import plot_bands, plot_points, plot_training
from utils.plots.initialization import CIRCLES, plot_maps
from utils.predict import ask, reveal
from utils.progress import steps
from utils.stacks import accuracies, signal_sizes, stack, train_together
from utils.testcases.initialization import (
    initialize_parameters_he_test_case,
    initialize_parameters_random_test_case,
    initialize_parameters_zeros_test_case,
    train_and_compare_units_test_case,
)

# %% [markdown]
# ## Two rings
#
# The points lie on two rings, one inside the other, with a little noise. The network has to say which
# ring a point lies on: 1 is the inner one. There are 300 points to learn from and 100 to test on. The
# rings are close and the noise makes them touch, so even a good map gets a few points wrong. No
# straight line helps at all: the boundary must close.

# %% nbgrader={"grade_id": "data", "locked": true}
train_X, train_Y, test_X, test_Y = load_circles()

# %% tags=["skip-execution"] nbgrader={"grade_id": "data-picture", "locked": true}
ax = plot_points(train_X, train_Y, title="Only a closed boundary can separate these", **CIRCLES)
ax.legend(loc="center")
show()

# %% [markdown]
# ## The network
#
# It has 2 inputs, hidden layers of 10 and 5 units, and 1 output: [LINEAR → RELU] twice, then
# LINEAR → SIGMOID. `model` trains it for 15,000 steps from the parameters that you give it. Today you
# change only these first parameters. `backward` is a switch for a later experiment.

# %% nbgrader={"grade_id": "model", "locked": true}
layers_dims = [2, 10, 5, 1]


def model(X, Y, parameters, name, num_iterations=15000, backward=L_model_backward):
    """Train from the given parameters; return the trained ones and every 1,000th cost."""
    costs = []
    for i in steps(num_iterations, name):
        AL, caches = L_model_forward(X, parameters)
        if i % 1000 == 0:
            logits = caches[-1][1]
            costs.append(compute_cost_from_logits(logits, Y))
        grads = backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate=0.01)
    _, caches = L_model_forward(X, parameters)
    end = compute_cost_from_logits(caches[-1][1], Y)
    print(f"{name}: cost {costs[0]:.4g} at first, {end:.4g} at the end;")
    right, new = accuracy(parameters, X, Y), accuracy(parameters, test_X, test_Y)
    print(f"    right: training {right:.4f}, test {new:.4f}")
    return parameters, costs


# %% [markdown]
# ## Exercise 1.1: all zeros
#
# *About 2 lines, 6 minutes, 15 points.*
#
# `layers_dims` lists the sizes of the layers, the input first: $n^{[0]}, n^{[1]}, \dots, n^{[L]}$.
# Layer $l$ needs
#
# - weights $W^{[l]}$ of shape $(n^{[l]}, n^{[l-1]})$: a row for each unit, a column for each input;
# - biases $b^{[l]}$ of shape $(n^{[l]}, 1)$: one for each unit, as a column.
#
# Set all of them to 0. They are returned in one dictionary: `W1`, `b1`, `W2`, `b2`, and so on.
#
# **Predict.** What will training make of a network that starts with zeros everywhere?
#
# - (a) It learns as well as any, since gradient descent corrects the zeros.
# - (b) It learns slowly at first, then catches up.
# - (c) Nothing: after 15,000 steps all weights are still 0.
# - (d) The weights of the last layer move, the others do not.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "init-zeros-predict", "locked": true}
ask("1.1", "abcd")


# %% nbgrader={"grade_id": "init-zeros", "solution": true}
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero.

    Parameters
    ----------
    layers_dims : list of int
        Units of each layer, the input first.

    Returns
    -------
    parameters : dict
        W1 (n1, n0), b1 (n1, 1), ..., WL, bL.
    """
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = None
        parameters[f"b{layer}"] = None
        ### BEGIN SOLUTION
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END SOLUTION
        ### END CODE HERE ###
    return parameters


# %% nbgrader={"grade_id": "init-zeros-check", "grade": true, "points": 7}
expected = {"W1": [[0, 0, 0], [0, 0, 0]], "b1": [[0], [0]], "W2": [[0, 0]], "b2": [[0]]}
parameters = check(
    "init-zeros",
    initialize_parameters_zeros,
    lambda zeros: zeros(initialize_parameters_zeros_test_case()),
    expected,
)
for name, value in parameters.items():
    print(f"{name} = {value}")

# %% nbgrader={"grade_id": "init-zeros-hidden", "grade": true, "points": 8}
# More checks run here when the notebook is graded: other sizes, more layers.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("init-zeros", initialize_parameters_zeros)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# The sizes are `[3, 2, 1]`. How many rows does `W1` have, if each unit of layer 1 has a row? How
# many columns, if each of its inputs has one? Where in the list are the two numbers?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# `np.zeros` takes one argument, a pair of sizes: `np.zeros((rows, columns))`. The layer's own size
# is `layers_dims[layer]`, that of the layer below is `layers_dims[layer - 1]`.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *W1 has shape (3, 2)*: rows and columns are swapped.
# - *b1 has shape (2,)*: it has one axis; a column has two.
# - *TypeError: Cannot interpret ... as a data type*: the pair of sizes needs parentheses of its own.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "init-zeros-picture", "locked": true}
# Your choice opens this.
@reveal("1.1", "abcd", "c")
def picture():
    zeros = initialize_parameters_zeros(layers_dims)
    AL, caches = L_model_forward(train_X, zeros)
    grads = L_model_backward(AL, train_Y, caches)
    largest = max(np.abs(grads[f"d{name}"]).max() for name in zeros)
    print("largest entry of any gradient:", largest)
    from_zeros, zeros_costs = model(train_X, train_Y, zeros, "zeros")
    plot_training(
        lambda grid: predict_labels(from_zeros, grid),
        zeros_costs,
        train_X,
        train_Y,
        title="From zeros: the same answer everywhere",
        **CIRCLES,
    )

    return r"""
    **What you saw.** Nothing moved (c), and the cost stays at $\ln 2 = 0.6931$, that of tossing a
    coin. (Costs are counted in **nats**: an answer costs the natural logarithm of one over the probability
    that the network gave to the right label.)

    The gradient of a weight matrix is a product: it contains all weights above and the activations just
    below. For `W1` the weights above are 0, for `W3` the activations below, for `W2` both. Only $b^{[3]}$ could
    move, because its gradient contains neither. Here it stays, too: half of the labels are 1, and one half is
    what the network says.
    """


# %% [markdown]
# ## Exercise 1.2: copies stay copies
#
# *About 5 lines, 14 minutes, 35 points.*
#
# Perhaps 0 is just an unlucky number. What if all weights start at 0.5? Then gradients are not 0.
# But all units of a layer are **copies** of one another: same weights, same output, same gradient,
# same step.
#
# Write a function that trains for `num_steps` steps, and notes before each step, and once more at
# the end, how far the units of the first layer are apart. A unit is a row of `W1`. The *gap* is the
# largest difference between two rows $i$ and $j$ in any column $k$:
#
# $$\text{gap} = \max_{i, j, k} \big| W^{[1]}_{ik} - W^{[1]}_{jk} \big| \tag{1}$$
#
# The given loop runs `num_steps` + 1 times. In each round store the gap in `gaps[step]`, then take one
# step of training: `L_model_forward`, `L_model_backward`, `update_parameters`. `model` above shows how
# to call them. (There `backward` stands for `L_model_backward`, and the learning rate is always
# 0.01: use the one you are given.) The step of the last round is one too many, and does no harm.
#
# **Predict.** The rows of `W1` all start at 0.5. The weights *above*, `W2` and `W3`, are random. Do
# the units of layer 1 stay copies?
#
# - (a) Yes: equal rows see the same inputs, so they get the same gradients.
# - (b) Only if the learning rate is small.
# - (c) No: `W2` gives each unit another weight, so each gets another gradient.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "symmetry-predict", "locked": true}
ask("1.2", "abc")


# %% nbgrader={"grade_id": "symmetry", "solution": true}
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart.

    Parameters
    ----------
    X : array, shape (n0, m)
        The examples.
    Y : array, shape (1, m)
        The labels.
    parameters : dict
        W1, b1, ..., WL, bL at the start; they are left as they are.
    learning_rate : float
        Size of a step.
    num_steps : int
        Number of steps.

    Returns
    -------
    gaps : array, shape (num_steps + 1,)
        The gap (1) before each step, and after the last one.
    """
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        ### BEGIN SOLUTION
        largest, smallest = np.max(W1, axis=0), np.min(W1, axis=0)
        gaps[step] = np.max(largest - smallest)
        output, caches = L_model_forward(X, parameters)
        gradients = L_model_backward(output, Y, caches)
        parameters = update_parameters(parameters, gradients, learning_rate)
        ### END SOLUTION
        ### END CODE HERE ###
    return gaps


# %% nbgrader={"grade_id": "symmetry-check", "grade": true, "points": 17}
X, Y, parameters = train_and_compare_units_test_case()
order = [1, 3, 0, 2]  # the same units in other places: the gaps are the same
moved = {**parameters, "W1": parameters["W1"][order], "b1": parameters["b1"][order]}
moved["W2"] = parameters["W2"][:, order]
gaps = [2.41000049, 2.22042906, 2.13997199, 2.14745676]
got = check(
    "symmetry",
    train_and_compare_units,
    lambda compare: {
        "gaps": compare(X, Y, parameters, 0.5, 3),
        "gaps of moved units": compare(X, Y, moved, 0.5, 3),
    },
    expected={"gaps": gaps, "gaps of moved units": gaps},
)
print("gaps =", got["gaps"])

# %% nbgrader={"grade_id": "symmetry-hidden", "grade": true, "points": 18}
# More checks run here when the notebook is graded: other networks, copies among them.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("symmetry", train_and_compare_units)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# One column holds 3, 7 and 4. Which two of them are furthest apart? Did you have to try all
# pairs to see it?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# In each column the widest pair is the largest and the smallest entry: `np.max(W1, axis=0)` and
# `np.min(W1, axis=0)` give one number for each column. Subtract, and take the largest difference.
# Then come the three calls of one training step, as in `model`.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *The first gap is right, the others are the same number*: the new parameters are not kept.
# - *The first gap is right, the others are 0*: `return` is inside the loop.
# - *The gaps are right, but one place too early*: the step comes before the measurement.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "symmetry-picture", "locked": true}
# Your choice opens this.
@reveal("1.2", "abc", "c")
def picture():
    gaps = {"all weights at 0.5": [], "only the rows of W1 at 0.5": []}
    for seed in range(5):
        above = initialize_parameters(layers_dims, np.random.RandomState(seed))
        halves = {name: np.full(v.shape, 0.5 if name[0] == "W" else 0) for name, v in above.items()}
        starts = (halves, {**above, "W1": halves["W1"]})
        for found, start in zip(gaps.values(), starts, strict=True):
            found.append(train_and_compare_units(train_X, train_Y, start, 0.1, num_steps=1000))
    labels = ("step (learning rate 0.1)", "gap between the units of layer 1")
    ax = plot_bands(gaps, np.arange(1001), labels=labels, log=False)
    ax.set_title("Copies separate if the weights above them differ (five starts)")

    return """
    **What you saw.** With all weights at 0.5 the gap stays at 0 for good. All ten units move, but they
    move together: ten units that can do no more than one. Zeros are the same trap, without any movement.

    With random weights *above*, the copies become different at once (c): the gradient of unit $j$ comes
    down through column $j$ of `W2`. To stay copies, units must agree in the weights that come in and in
    those that go out. Random weights make sure that no two units do. That is called **breaking the
    symmetry**. It is why weights start at random, while biases may start at 0.
    """


# %% [markdown]
# ## Exercise 1.3: random, and large
#
# *About 2 lines, 6 minutes, 15 points.*
#
# So weights start at random. But how large? Try large ones first: draw each weight from the standard normal
# distribution and multiply it by **10**. The biases stay at 0. Draw layer after layer, one call for
# each matrix in its own shape, from the `rng` that is passed in: `rng.standard_normal((3, 2))` or
# `rng.randn(3, 2)` gives a 3 by 2 matrix.
#
# **Predict.** What will the network answer before its first step?
#
# - (a) Nearly or exactly 0 or 1 for every point: it is sure, without any reason.
# - (b) About 0.5 for every point: it does not know anything yet.
# - (c) Numbers larger than 1.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "init-large-predict", "locked": true}
ask("1.3", "abc")


# %% nbgrader={"grade_id": "init-large", "solution": true}
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero.

    Parameters
    ----------
    layers_dims : list of int
        Units of each layer, the input first.
    rng : numpy.random.RandomState
        Source of the random numbers; do not seed it here.

    Returns
    -------
    parameters : dict
        W1 (n1, n0), b1 (n1, 1), ..., WL, bL.
    """
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = None
        parameters[f"b{layer}"] = None
        ### BEGIN SOLUTION
        shape = (layers_dims[layer], layers_dims[layer - 1])
        parameters[f"W{layer}"] = rng.standard_normal(shape) * 10
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END SOLUTION
        ### END CODE HERE ###
    return parameters


# %% nbgrader={"grade_id": "init-large-check", "grade": true, "points": 7}
expected = {
    "W1": [[17.88628473, 4.36509851, 0.96497468], [-18.63492703, -2.77388203, -3.54758979]],
    "b1": [[0], [0]],
    "W2": [[-0.82741481, -6.27000677]],
    "b2": [[0]],
}
parameters = check(
    "init-large",
    initialize_parameters_random,
    lambda random: random(*initialize_parameters_random_test_case()),
    expected,
)
for name, value in parameters.items():
    print(f"{name} = {value}")

# %% nbgrader={"grade_id": "init-large-hidden", "grade": true, "points": 8}
# More checks run here when the notebook is graded: other sizes, other random numbers.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("init-large", initialize_parameters_random)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# One of the two lines of Exercise 1.1 changes. Which one, and which part of it stays the same?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# In place of zeros, `W` gets draws from `rng` in the same shape, multiplied by 10. The line with
# `b` is that of Exercise 1.1.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *W1 is right, W2 is wrong*: something else was drawn in between, or a seed was set again.
# - *All entries are wrong, and none is negative*: the numbers come from `rng.random`, not from the
#   normal distribution.
# - *All entries are different in each run*: they come from `np.random`, not from `rng`.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "init-large-picture", "locked": true}
# Your choice opens this.
@reveal("1.3", "abc", "a")
def picture():
    large = initialize_parameters_random(layers_dims, np.random.RandomState(3))
    small = initialize_parameters(layers_dims, np.random.RandomState(1))
    _, axes = plt.subplots(1, 2, figsize=(9, 3.4), layout="constrained", facecolor="white")
    titles = ("Weights times 10: sure at once", "Weights times $1/\\sqrt{n}$: undecided")
    for ax, start, title in zip(axes, (large, small), titles, strict=True):
        AL, caches = L_model_forward(train_X, start)
        ax.hist(AL[0], bins=np.linspace(0, 1, 41), color="#0072B2")
        ax.set(xlabel="answer before the first step", ylabel="training points", title=title)
        cost = compute_cost_from_logits(caches[-1][1], train_Y)
        print(
            f"logits from {caches[-1][1].min():.2f} to {caches[-1][1].max():.2f}, cost {cost:.4g}"
        )

    return """
    **What you saw.** All 300 answers are exactly 1.0 in floating point (a): the sums before the sigmoid
    lie between 63 and 6,929. (These sums are called **logits**.) Half of the answers are wrong, and as sure
    as the right ones. The cost is 1,774, where a coin costs 0.69.
    """


# %% [markdown]
# ## A hopeless start, or a broken backward pass?
#
# In some notebooks on these circles this start never learns: its cost stays at 11.51 from the first
# step to the last. Two details of their code do that.
#
# - They form the gradient in two steps. Let $a$ be the answer and $y$ the label. First comes the derivative of
#   the cost with respect to $a$, then the sigmoid's derivative $a(1 - a)$. The second one is 0 where $a$ was
#   rounded to 1.
# - To keep the logarithm finite, they clip $a$ to at most $1 - 10^{-10}$. So no wrong answer can cost more
#   than about 23.
#
# On paper, the product of the two derivatives is simply $a - y$. `L_model_backward` starts there.
# Here is the other way, to compare:


# %% nbgrader={"grade_id": "two-step-backward", "locked": true}
def two_step_backward(AL, Y, caches):
    """Compute gradients in two steps and clipped."""
    A = np.clip(AL, 1e-10, 1 - 1e-10)
    grads = {f"dA{len(caches)}": -Y / A + (1 - Y) / (1 - A)}
    for layer in range(len(caches), 0, -1):
        kind = "sigmoid" if layer == len(caches) else "relu"
        found = linear_activation_backward(grads[f"dA{layer}"], caches[layer - 1], kind)
        grads[f"dA{layer - 1}"], grads[f"dW{layer}"], grads[f"db{layer}"] = found
    return grads


def clipped_cost(parameters):
    """Compute the cost of the training points as seen through the clip."""
    A = np.clip(L_model_forward(train_X, parameters)[0], 1e-10, 1 - 1e-10)
    return -np.mean(train_Y * np.log(A) + (1 - train_Y) * np.log(1 - A))


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-large", "locked": true}
curves, trained = {"two steps: a(1 - a) is 0": [], "one step: a - y": []}, {}
backwards = dict(zip(curves, (two_step_backward, L_model_backward), strict=True))
for seed in range(1, 6):
    start = initialize_parameters_random(layers_dims, np.random.RandomState(seed))
    for name, backward in backwards.items():
        label = f"seed {seed}, {name[:8]}"
        trained[name, seed], costs = model(
            train_X, train_Y, start, label, num_iterations=3001, backward=backward
        )
        curves[name].append(costs)
stuck = trained["two steps: a(1 - a) is 0", 3]
large = initialize_parameters_random(layers_dims, np.random.RandomState(3))
print(f"seed 3 through the clip: {clipped_cost(large):.4f}, later {clipped_cost(stuck):.4f}")
plot_bands(
    curves,
    np.arange(0, 3001, 1000),
    labels=("iteration", "cost (nats per example)"),
    title="The same five starts: stuck, or on their way",
)
show()

# %% [markdown]
# **What you saw.** With the two-step gradient all five starts stay within a few percent of their
# enormous cost. The start with seed 3 does not move at all, and the clip shows its 1,774 as 11.51, a
# number that looks like a cost.
#
# With $a - y$ the same starts learn: within 3,000 steps all five costs fall from hundreds or thousands to
# below 0.8. So the start was not hopeless. It is a bad start all the same: most of the training is spent on
# undoing it.

# %% [markdown]
# ## Exercise 1.4: just right
#
# *About 2 lines, 14 minutes, 35 points.*
#
# A unit with $n$ inputs adds up $n$ random terms. The more terms, the larger the sum: its variance
# is $n$ times that of one term. To keep the signal's size from layer to layer, the weights' variance must
# be of the order $1/n$.
#
# And ReLU sets negative sums to 0. That takes away half of the mean square, so the variance must be twice as
# large: $2/n$. A standard normal number times $c$ has the variance $c^2$. So draw from the standard normal
# distribution and multiply by
#
# $$\sqrt{\frac{2}{n^{[l-1]}}} \tag{2}$$
#
# where $n^{[l-1]}$ is the size of the layer *below*. This is **He initialization**, named after Kaiming He,
# who published it with others in 2015. Biases are 0. (`initialize_parameters` of `utils`, which draws
# `W2` and `W3` for the picture of Exercise 1.2, multiplies by $1/\sqrt{n}$.)
#
# **Predict.** A network has ten hidden layers of 50 units. Someone forgets the root in (2) and
# multiplies by 2/50 = 0.04, a fifth of the right 0.2. How large is the signal of the tenth layer, compared
# with that of the first? (The size of a signal is the root of the mean square of a layer's activations.)
#
# - (a) About the same: training will sort it out.
# - (b) A fifth.
# - (c) About a tenth of a fifth, 1/50.
# - (d) A fifth of a fifth of a fifth ..., nine times: less than a millionth.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "init-he-predict", "locked": true}
ask("1.4", "abcd")


# %% nbgrader={"grade_id": "init-he", "solution": true}
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero.

    Parameters
    ----------
    layers_dims : list of int
        Units of each layer, the input first.
    rng : numpy.random.RandomState
        Source of the random numbers; do not seed it here.

    Returns
    -------
    parameters : dict
        W1 (n1, n0), b1 (n1, 1), ..., WL, bL.
    """
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = None
        parameters[f"b{layer}"] = None
        ### BEGIN SOLUTION
        n_in = layers_dims[layer - 1]
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], n_in)) * np.sqrt(
            2 / n_in
        )
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END SOLUTION
        ### END CODE HERE ###
    return parameters


# %% nbgrader={"grade_id": "init-he-check", "grade": true, "points": 17}
expected = {
    "W1": [
        [1.78862847, 0.43650985],
        [0.09649747, -1.8634927],
        [-0.2773882, -0.35475898],
        [-0.08274148, -0.62700068],
    ],
    "b1": [[0], [0], [0], [0]],
    "W2": [[-0.03098412, -0.33744411, -0.92904268, 0.62552248]],
    "b2": [[0]],
    "W1 of [3, 2, 1]": [
        [1.46040903, 0.3564088, 0.07878985],
        [-1.52153542, -0.22648652, -0.28965949],
    ],
}


def answer(he):
    """Start the network of the example, and another one."""
    other = he([3, 2, 1], np.random.RandomState(3))
    return {**he(*initialize_parameters_he_test_case()), "W1 of [3, 2, 1]": other["W1"]}


parameters = check("init-he", initialize_parameters_he, answer, expected)
for name, value in parameters.items():
    print(f"{name} = {value}")

# %% nbgrader={"grade_id": "init-he-hidden", "grade": true, "points": 18}
# More checks run here when the notebook is graded: other sizes, other random numbers.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("init-he", initialize_parameters_he)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# In the check the sizes are `[2, 4, 1]`. How many inputs does a unit of layer 1 have, and one of
# layer 2? So what is the factor (2) for each of them?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Take your lines of Exercise 1.3. Replace the 10 by `np.sqrt` of a fraction: 2, divided by the
# size of the layer below, `layers_dims[layer - 1]`.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *W1 is right, W2 is wrong*: layer 1 has two inputs, so 2/n is 1 there and hides what is wrong
#   with the root. Look at the factor of layer 2.
# - *Both are wrong, W2 is too large*: the factor counts the layer's units, not its inputs.
# - *All entries are 0.71 times as large as expected*: there is a 1 where the 2 should be.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "init-he-picture", "locked": true}
# Your choice opens this.
@reveal("1.4", "abcd", "d")
def picture():
    deep, seeds = [2, *[50] * 10, 1], range(10)

    def without_root(dims, rng):
        """Draw weights with the spread 2/n."""
        start = initialize_parameters_random(dims, rng)
        return {name: v / 10 * 2 / v.shape[1] if name[0] == "W" else v for name, v in start.items()}

    methods = {
        "times √(2/n), He": initialize_parameters_he,
        "times √(1/n)": initialize_parameters,
        "times 2/n, root forgotten": without_root,
        "times 10": initialize_parameters_random,
    }
    sizes = {}
    for name, method in methods.items():
        networks = stack([method(deep, np.random.RandomState(seed)) for seed in seeds])
        sizes[name] = signal_sizes(networks, train_X, train_Y)
    _, axes = plt.subplots(2, 2, figsize=(11, 7), layout="constrained", facecolor="white")
    for part, what in enumerate(("output of the layer", "gradient at the layer")):
        labels = ("hidden layer", f"{what} (root of mean square)")
        lines = {name: size[part] for name, size in sizes.items()}
        far = {"times 10": lines.pop("times 10")}
        title = ("Going up: only one line is level", "Going down: the same one")[part]
        plot_bands(lines, np.arange(1, 11), axes[0, part], labels=labels, marked=True, title=title)
        title = f"Times 10 needs a scale of its own, {('going up', 'going down')[part]}"
        plot_bands(far, np.arange(1, 11), axes[1, part], labels=labels, marked=True, title=title)
    for name, (up, _) in sizes.items():
        print(f"{name:26} layer 10 has {np.median(up[:, -1] / up[:, 0]):.2g} of layer 1")

    return """
    **What you saw.** The axis is logarithmic, so a straight line means a constant factor per layer. He's
    line is level, upwards and downwards. Without the root each layer keeps a fifth, and after nine more
    layers a two-millionth is left (d).

    Times √(1/n), which is the same number as times 1/√n, each layer loses a factor of about √2. Over
    nine layers that is a factor of 23, and the ten networks drawn here lose one of 24 in the median. Does it
    matter? The end of this notebook tells.

    Times 10, the signal grows about fifty-fold in each layer, so it gets a scale of its own.
    """


# %% [markdown]
# ## All starts side by side
#
# Train ten networks from each method, all ten at once. First look at the map of one network each.

# %% tags=["skip-execution"] nbgrader={"grade_id": "side-by-side", "locked": true}
methods = {
    "times 10": initialize_parameters_random,
    "times √(1/n)": initialize_parameters,
    "times √(2/n), He": initialize_parameters_he,
}
from_zeros = initialize_parameters_zeros(layers_dims)  # training moves nothing
networks, curves, shown = {}, {}, {"zeros": from_zeros}
for (name, method), seed in zip(methods.items(), (3, 1, 3), strict=True):
    starts = [method(layers_dims, np.random.RandomState(seed)) for seed in range(10)]
    ten, curves[name] = train_together(starts, train_X, train_Y, every=500, label=name)
    networks[name] = ten
    shown[name] = {part: values[seed] for part, values in ten.items()}
    first, *_, last = curves[name][seed]
    print(f"{name}: cost {first:.4g} at first, {last:.4g} later")
plot_maps(
    {
        f"{name}: {accuracy(network, test_X, test_Y):.0%} right": (
            lambda grid, network=network: predict_labels(network, grid)
        )
        for name, network in shown.items()
    },
    test_X,
    test_Y,
)
show()

# %% [markdown]
# **What you saw.** These are the test points. From zeros there is no map at all. From large weights there is
# a crooked one, though its cost fell from 1,774 to about 0.4. The other two draw a closed line.
#
# Is 96 % from He better than 94 % from √(1/n)? That is two test points of 100, with one start each, and not
# even from the same seed. One start tells little, so here are all ten:

# %% tags=["skip-execution"] nbgrader={"grade_id": "ten-starts", "locked": true}
for name, ten in networks.items():
    found = np.sort(accuracies(ten, test_X, test_Y))
    print(f"{name}, test accuracies:")
    print("   ", *(f"{value:.2f}" for value in found))
plot_bands(
    curves,
    np.arange(0, 15000, 500),
    labels=("iteration", "cost (nats per example)"),
    title="Ten starts each: median, and all from best to worst",
)
show()

# %% [markdown]
# **What you saw.** Large weights lose most of their enormous cost in the first thousand steps, and
# then hardly move: the median test accuracy is about 0.7. The other two begin at the cost of a coin, take
# their time, and go far lower; their medians are about 0.94. Between *these* two the bands overlap from
# beginning to end. And each of them has a few starts that 15,000 steps did not bring above 0.75. A good
# start makes success likely, not certain.
#
# ## What the √2 is for
#
# So was the 2 in formula (2) worth the trouble? In a network with two hidden layers a factor of √2 is not
# much. But each layer multiplies by it. Here are networks with 2, 6 and 10 hidden layers of 15 units, ten
# starts each. They get little: every second training point, and 600 steps with a learning rate of 0.05.

# %% tags=["skip-execution"] nbgrader={"grade_id": "deeper", "locked": true}
depths = (2, 6, 10)
some_X, some_Y = train_X[:, ::2], train_Y[:, ::2]
right = {"times √(2/n), He": [], "times √(1/n)": []}
for name, found in right.items():
    for hidden in depths:
        dims = [2, *[15] * hidden, 1]
        starts = [methods[name](dims, np.random.RandomState(seed)) for seed in range(10)]
        label = f"{name}, {hidden} layers"
        ten, _ = train_together(starts, some_X, some_Y, 0.05, 600, label=label)
        found.append(accuracies(ten, test_X, test_Y))
    print(f"{name:18} medians:", *(f"{np.median(each):.2f}" for each in found))
ax = plot_bands(
    {name: np.transpose(found) for name, found in right.items()},
    depths,
    labels=("hidden layers", "test accuracy"),
    log=False,
    marked=True,
    title="The deeper the network, the more the √2 counts",
)
show()

# %% [markdown]
# **What you saw.** This is what He's factor is for. With two hidden layers, with six and with ten, the median
# He start is right on more than eight of ten test points after 600 steps. The starts with √(1/n) are some way
# behind with two and with six, and with ten they have not begun: their median is near 0.5, that of a coin.
#
# The gradient of a weight is the signal from below times the gradient from above. On their two ways, the two
# have come through ten layers together, and each took away a factor of √2. So the gradient of every weight is
# about thirty times smaller than with He, and each step some thirty times too short.

# %% [markdown]
# ## Play with it
#
# Here your own functions draw the first weights. Press *Play*.
#
# - Start from zeros, and wait. Does anything move, on the map or among the weights?
# - Start times 10. Look at the first cost, at the weights, and at what training does to them.
# - A He start, or 1/√n: can you tell the two apart? And with three units in layer 1?
#
# *With my mistake* starts from what the last version of your code that failed a check draws, if there was one.

# %% tags=["skip-execution"] nbgrader={"grade_id": "playground", "locked": true}
playground("initialization")

# %% [markdown]
# ## What to remember
#
# - $W^{[l]}$ has shape $(n^{[l]}, n^{[l-1]})$, $b^{[l]}$ has shape $(n^{[l]}, 1)$.
# - Units that agree in all weights, coming in and going out, stay copies. Random weights part them;
#   biases may start at 0.
# - He: multiply normal draws by $\sqrt{2/n}$, with $n$ the number of inputs. Then a signal keeps its
#   size on average from ReLU layer to ReLU layer, on the way up and on the way down. With two hidden layers
#   $\sqrt{1/n}$ gets there, too; with ten it had not begun after 600 steps.
# - Start the backward pass with $a - y$, and compute the cost from the logits. A clipped cost can hide
#   that nothing moves.
# - The random generator `rng` is passed in and never seeded inside a function; compare methods over several
#   starts.
#
# ## What to read
#
# - Glorot and Bengio, *Understanding the difficulty of training deep feedforward neural networks*
#   (2010): histograms of a signal that fades from layer to layer, and the first rule for the size of
#   weights.
# - He and others, *Delving deep into rectifiers* (2015): where the 2 of $\sqrt{2/n}$ comes from, and
#   thirty layers that learn with it and not without.
# - The *Deep Learning Specialization* (deeplearning.ai, 2017), course 2, week 1: the exercise on
#   circles with three starts from which this one and many others descend.
#
# **Your experiments:** add a cell and train from a He start in which all rows of `W1` are the same, and then
# one in which all columns of `W2` are the same, too. Or give the network ten layers of five units: which starts still learn?
#
# **Where to go next:** the lesson `notebooks/lesson_1_initialization` follows a signal through thirty layers,
# and counts the units that fall silent on the way. How to keep the trained network from learning its
# points by heart is the next notebook, on regularization.
