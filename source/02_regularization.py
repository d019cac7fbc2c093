# %% [markdown]
# # 2. Regularization
#
# A network that has learnt its examples by heart is right about the past and wrong about the future.
# Here you teach one to be a little less sure, in two ways. (Being less sure is good for people, too.)
#
# **When you are done, you can**
#
# - tell from two accuracies that a network overfits;
# - add an L2 penalty to a cost, and its part to every gradient;
# - switch units off at random with inverted dropout, forwards and backwards;
# - say what each of the two does to the weights and to the boundary.
#
# You need: matrix products in NumPy, and the forward and backward pass of a small network.
# It takes about 50 minutes. Write only between `START CODE HERE` and `END CODE HERE`, and run the
# cells in order; the check below each exercise tells you where you stand.

# %% nbgrader={"grade_id": "imports", "locked": true}
import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.check import check
from utils.data import load_2D_dataset
from utils.figures import show
from utils.networks import (
    backward_propagation,
    compute_cost,
    forward_propagation,
    initialize_parameters,
    predict,
    predict_dec,
    relu,
    sigmoid,
    update_parameters,
)
from utils.playground import playground
from utils.plots import plot_decision_boundary, plot_points, plot_training, plot_weights
from utils.predict import ask, reveal
from utils.progress import steps
from utils.testcases.regularization import (
    backward_propagation_with_dropout_test_case,
    backward_propagation_with_regularization_test_case,
    compute_cost_with_regularization_test_case,
    forward_propagation_with_dropout_test_case,
)

# %% [markdown]
# ## The goalkeeper's kick
#
# A football club has filmed where its goalkeeper's long kicks came down, and who won the ball
# there. The coach wants a map: where on the field should the ball land?
#
# $x_1$ runs across the field and $x_2$ along it. A blue circle is a kick won by the club's own
# players, an orange cross one won by the opponents. There are 211 kicks to
# learn from, and 200 more from later games to test on, which training never sees.

# %% nbgrader={"grade_id": "data", "locked": true}
train_X, train_Y, test_X, test_Y = load_2D_dataset()

# %% tags=["skip-execution"] nbgrader={"grade_id": "data-picture", "locked": true}
plot_points(train_X, train_Y, title="Our kicks lie to the upper left, with exceptions")
show()

# %% [markdown]
# In words: the circles fill the upper left, the crosses the lower right, and the border between them is
# a diagonal with a slight bend. Some kicks lie deep on the wrong side. A player slipped, the wind
# blew: no map can foresee those, and a good one does not try.
#
# ## A network without regularization
#
# The network has three layers, with 20 and 3 hidden units:
# LINEAR → RELU → LINEAR → RELU → LINEAR → SIGMOID. You know its parts, so they are given. `model`
# puts them together. `lambd` and `keep_prob` are switches: as long as they stay at 0 and 1, `model`
# calls none of the functions that you are going to write.


# %% nbgrader={"grade_id": "model", "locked": true}
def model(
    X,
    Y,
    lambd=0.0,
    keep_prob=1.0,
    num_iterations=30000,
    learning_rate=0.3,
    fixed_mask=False,
    name="plain",
):
    """Train the three-layer network; return its parameters and every 1,000th cost.

    `fixed_mask` keeps one mask for all steps, as some copies of this exercise do.
    """
    parameters = initialize_parameters([X.shape[0], 20, 3, 1], np.random.RandomState(3))
    rng = np.random.RandomState(1)
    costs = []
    for i in steps(num_iterations, name):
        if fixed_mask:
            rng.seed(1)
        if keep_prob == 1:
            A3, cache = forward_propagation(X, parameters)
        else:
            A3, cache = forward_propagation_with_dropout(X, parameters, keep_prob, rng)
        if i % 1000 == 0:
            costs.append(cost_of(A3, Y, parameters, lambd))
        grads = gradients_of(X, Y, cache, lambd, keep_prob)
        parameters = update_parameters(parameters, grads, learning_rate)
    end = cost_of(forward_propagation(X, parameters)[0], Y, parameters, lambd)
    print(f"{name}: cost")
    for i in range(0, num_iterations, 10000):
        print(f"    after {i:6,} steps {costs[i // 1000]:.4f}")
    print(f"    at the end, the whole network {end:.4f}")
    return parameters, costs


# %% nbgrader={"grade_id": "model-choices", "locked": true}
def cost_of(A3, Y, parameters, lambd):
    """Choose between the given cost and yours."""
    if lambd == 0:
        return compute_cost(A3, Y)
    return compute_cost_with_regularization(A3, Y, parameters, lambd)


def gradients_of(X, Y, cache, lambd, keep_prob):
    """Choose between the plain gradients and yours; with both switches on, use both."""
    if keep_prob == 1:
        if lambd == 0:
            return backward_propagation(X, Y, cache)
        return backward_propagation_with_regularization(X, Y, cache, lambd)
    grads = backward_propagation_with_dropout(X, Y, cache, keep_prob)
    if lambd > 0:
        for layer, W in zip("123", (cache[3], cache[8], cache[12]), strict=True):
            grads[f"dW{layer}"] = grads[f"dW{layer}"] + lambd / X.shape[1] * W
    return grads


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-plain", "locked": true}
plain, plain_costs = model(train_X, train_Y, name="plain")
accuracies = {}
accuracies["plain"] = [
    predict(train_X, train_Y, plain, "training"),
    predict(test_X, test_Y, plain, "test"),
]
plot_training(
    lambda grid: predict_dec(plain, grid),
    plain_costs,
    train_X,
    train_Y,
    title="The boundary bends round single kicks",
)
show()

# %% [markdown]
# The network does clearly better on the kicks it has seen than on the new ones. The map shows why: small
# islands lie round crosses deep among the circles, and a large one round three circles among the
# crosses. That is **overfitting**. The network has room for many maps that fit the training kicks, and
# nothing tells it to prefer a simple one. That is what regularization does.
#
# The cost is counted in **nats**: an answer costs the natural logarithm of one over the probability
# that the network gave to the right label. A coin, with its ½, costs 0.69 nats a kick.

# %% [markdown]
# ## Exercise 2.1: cost with L2
#
# *About 2 lines, 4 minutes, 10 points.*
#
# To be sure of its answers on both sides of a sharply bent boundary, a network needs large weights. **L2
# regularization** puts a price on their squares. The plain cost is the cross-entropy
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \Big( y^{(i)} \log a^{[3](i)} + (1 - y^{(i)}) \log\big(1 - a^{[3](i)}\big) \Big) \tag{1}$$
#
# and the new one adds the penalty:
#
# $$J_{L2} = J + \frac{\lambda}{2m} \sum_{l=1}^{3} \sum_{k} \sum_{j} \big(W^{[l]}_{kj}\big)^2 \tag{2}$$
#
# `A3` and `Y` have shape (1, m). `lambd` is λ; Python keeps the word `lambda` for itself. The
# biases `b1`, `b2`, `b3` are not in the sum: they move a unit's threshold, but bend nothing.
#
# **Predict.** You double the number of examples: you list each of them twice. The weights stay the same.
# What happens to the two parts of $J_{L2}$?
#
# - (a) Both stay the same.
# - (b) Both double.
# - (c) The cross-entropy doubles, the penalty stays the same.
# - (d) The cross-entropy stays the same, the penalty halves.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "l2-cost-predict", "locked": true}
ask("2.1", "abcd")


# %% nbgrader={"grade_id": "l2-cost", "solution": true}
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    """Compute the cross-entropy with the L2 penalty, formula (2).

    Parameters
    ----------
    A3 : array, shape (1, m)
        The network's output.
    Y : array, shape (1, m)
        The labels.
    parameters : dict
        W1, b1, W2, b2, W3, b3.
    lambd : float
        Strength of the penalty.

    Returns
    -------
    cost : float
    """
    m = Y.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    W3 = parameters["W3"]
    cross_entropy_cost = compute_cost(A3, Y)  # formula (1), given

    ### START CODE HERE ### (about 2 lines)
    L2_regularization_cost = None
    cost = None
    ### BEGIN SOLUTION
    weights_squared = sum(np.sum(np.square(W)) for W in (W1, W2, W3))
    L2_regularization_cost = (1 / m) * (lambd / 2) * weights_squared
    cost = cross_entropy_cost + L2_regularization_cost
    ### END SOLUTION
    ### END CODE HERE ###

    return cost


# %% nbgrader={"grade_id": "l2-cost-check", "grade": true, "points": 5}
A3, Y, parameters = compute_cost_with_regularization_test_case()
got = check(
    "l2-cost",
    compute_cost_with_regularization,
    lambda cost: {"cost": cost(A3, Y, parameters, 0.1)},
    expected={"cost": 1.7864859451590758},
)
print("cost =", got["cost"])

# %% nbgrader={"grade_id": "l2-cost-hidden", "grade": true, "points": 5}
# More checks run here when the notebook is graded: other inputs, other sizes.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("l2-cost", compute_cost_with_regularization)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# What would the penalty be for a network with a single weight $w = 3$, with $λ = 2$ and $m = 1$?
# Work it out by hand. Then call your function: `W1` is `np.array([[3.0]])`, `W2` and `W3` are
# `np.array([[0.0]])`, and `A3` and `Y` are `np.array([[1.0]])`, so that the cross-entropy is 0.
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Square each entry of `W1` and sum over the whole matrix; `np.square` and `np.sum` do that. Do the
# same for `W2` and `W3`, add the three numbers, and multiply by the factor of formula (2). Then
# `cost` is the sum of the two parts.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *TypeError, and something about NoneType*: `L2_regularization_cost` still is `None`.
# - *Far too large, 6.20 in the example*: `/ 2 * m` divides by 2 and then multiplies by m.
# - *A shape where a single number is expected*: `np.sum` was given an `axis`.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "l2-cost-picture", "locked": true}
# Your choice opens this.
@reveal("2.1", "abcd", "d")
def picture():
    A3, _ = forward_propagation(train_X, plain)
    lambdas = np.linspace(0, 2, 21)
    costs_once = [compute_cost_with_regularization(A3, train_Y, plain, lambd) for lambd in lambdas]
    A3_twice, Y_twice = np.hstack([A3, A3]), np.hstack([train_Y, train_Y])
    costs_twice = [
        compute_cost_with_regularization(A3_twice, Y_twice, plain, lambd) for lambd in lambdas
    ]

    _, ax = plt.subplots(figsize=(6, 3.6), layout="constrained", facecolor="white")
    ax.plot(lambdas, costs_once, color="#0072B2", label="each example once")
    ax.plot(lambdas, costs_twice, "--", color="#D55E00", label="each example twice")
    ax.set(xlabel="λ", ylabel="cost (nats per example)", title="Twice the examples, half the slope")
    ax.legend()

    return """
    **What you saw.** Both lines start at the same cross-entropy, which is a mean and does not notice
    the copies. The slope, which is the penalty's part, halves (d). The more examples there are, the less
    the penalty counts.
    """


# %% [markdown]
# ## Exercise 2.2: backward pass with L2
#
# *3 lines, 12 minutes, 30 points.*
#
# A new cost has new gradients. The derivative of a sum is the sum of the derivatives, so the plain
# gradients, $dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}$, stay, and each weight gets the slope of its
# own penalty on top:
#
# $$\frac{\partial}{\partial W_{kj}} \left( \frac{1}{2} \frac{\lambda}{m} \sum_{k, j} W_{kj}^2 \right) = \frac{\lambda}{m} W_{kj} \tag{3}$$
#
# Complete `dW3`, `dW2` and `dW1`. Each has the shape of its matrix. Nothing else changes: not the
# biases' gradients, and not what is passed down from layer to layer.
#
# **Predict.** All plain gradients happen to be zero, λ/m = 0.1 and the learning rate is 1. What
# becomes of a weight of 2 in one step?
#
# - (a) It stays 2.
# - (b) It becomes 1.9: the same amount is taken off whatever the weight.
# - (c) It becomes 1.8: a share of itself is taken off.
# - (d) It becomes 2.2.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "l2-backward-predict", "locked": true}
ask("2.2", "abcd")


# %% nbgrader={"grade_id": "l2-backward", "solution": true}
def backward_propagation_with_regularization(X, Y, cache, lambd):
    """Compute the gradients of the cost with L2.

    Parameters
    ----------
    X : array, shape (n0, m)
        The examples.
    Y : array, shape (1, m)
        The labels.
    cache : tuple
        As forward_propagation returned it.
    lambd : float
        Strength of the penalty.

    Returns
    -------
    gradients : dict
        dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1.
    """
    m = X.shape[1]
    (_, A1, W1, _, _, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    ### START CODE HERE ### (about 1 line)
    dW3 = None
    ### BEGIN SOLUTION
    dW3 = 1.0 / m * np.dot(dZ3, A2.T) + (lambd / m) * W3
    ### END SOLUTION
    ### END CODE HERE ###
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, A2 > 0)
    ### START CODE HERE ### (about 1 line)
    dW2 = None
    ### BEGIN SOLUTION
    dW2 = 1.0 / m * np.dot(dZ2, A1.T) + (lambd / m) * W2
    ### END SOLUTION
    ### END CODE HERE ###
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, A1 > 0)
    ### START CODE HERE ### (about 1 line)
    dW1 = None
    ### BEGIN SOLUTION
    dW1 = 1.0 / m * np.dot(dZ1, X.T) + (lambd / m) * W1
    ### END SOLUTION
    ### END CODE HERE ###
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% nbgrader={"grade_id": "l2-backward-check", "grade": true, "points": 15}
X, Y, cache = backward_propagation_with_regularization_test_case()
expected = {
    "dW1": [[-0.25604646, 0.12298827, -0.28297129], [-0.17706303, 0.34536094, -0.4410571]],
    "dW2": [[0.79276486, 0.85133918], [-0.0957219, -0.01720463], [-0.13100772, -0.03750433]],
    "dW3": [[-1.77691347, -0.11832879, -0.09397446]],
    "db1": [[0.11845855], [0.21236874]],
    "db2": [[0.26135226], [0], [0]],
    "db3": [[-0.3803298]],
}
grads = check(
    "l2-backward",
    backward_propagation_with_regularization,
    lambda backward: backward(X, Y, cache, 0.7),
    expected,
)
print("dW1 =", grads["dW1"], "\ndW2 =", grads["dW2"], "\ndW3 =", grads["dW3"])

# %% nbgrader={"grade_id": "l2-backward-hidden", "grade": true, "points": 15}
# More checks run here when the notebook is graded: other inputs, other sizes.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("l2-backward", backward_propagation_with_regularization)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# What is the derivative of $w^2/2$? And of $\frac{λ}{2m} w^2$? Where did the 2 go?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Write the plain gradient, a mean over the examples: `1.0 / m * np.dot(dZ3, A2.T)`. Then add the
# right-hand side of (3) for `W3`. The other two lines have the same form; each uses the output of
# the layer below, which is `X` for the first layer.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *dW3 is right, dW2 and dW1 are wrong*: the penalty is in one matrix only.
# - *A different shape*: the product's factors are in the wrong order, or one is not transposed.
# - *db differs*: a bias got a penalty; (2) has none.
#
# </details>


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-l2", "locked": true}
with_l2, l2_costs = model(train_X, train_Y, lambd=0.7, name="L2, λ = 0.7")
accuracies["L2"] = [
    predict(train_X, train_Y, with_l2, "training"),
    predict(test_X, test_Y, with_l2, "test"),
]


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "l2-backward-picture", "locked": true}
# Your choice opens this.
@reveal("2.2", "abcd", "c")
def picture():
    plot_training(
        lambda grid: predict_dec(with_l2, grid),
        l2_costs,
        train_X,
        train_Y,
        title="With L2: a calm boundary",
    )

    return """
    **What you saw.** The gradient (3) takes the same *share* off every weight at each step, 2 to 1.8
    and 0.2 to 0.18 (c), which is why L2 is also called **weight decay**. A weight stays large only
    if the data keep pushing it.

    The boundary lets go of the single kicks. Some training kicks are now wrong on purpose, and more of the
    new ones are right. A λ that is too large would go too far, and give every kick the same answer: that
    is underfitting.
    """


# %% [markdown]
# ## Exercise 2.3: forward pass with dropout
#
# *About 3 lines twice, 12 minutes, 30 points.*
#
# **Dropout** makes the network's life hard in another way. At each training step every hidden unit
# is switched off with probability 1 − `keep_prob`, anew for each example. No unit can rely on one
# particular other unit being there, so it has to learn something that is useful with any of them.
#
# For the activations $A^{[1]}$, and then in the same way for $A^{[2]}$:
#
# 1. Draw as many random numbers as `A1` has entries, with `rng.random(A1.shape)`. Every number between 0
#    and 1 is equally likely. The mask `D1` is 1 where a number is *below* `keep_prob`, else 0.
# 2. Multiply entry by entry: $A^{[1]} := A^{[1]} * D^{[1]}$.
# 3. Divide by `keep_prob`, so that the sum that arrives at the next layer is on average what it
#    would be without dropout. This is **inverted dropout**: nothing needs rescaling at test time.
#
# The output layer has no dropout. All random numbers come from `rng`, first `D1`, then `D2`.
#
# **Predict.** `keep_prob` is 0.8 and an activation is 4. What is its average over many masks, and
# what is it for a single one?
#
# - (a) On average 4; each time either 0 or 5.
# - (b) On average 3.2; each time either 0 or 4.
# - (c) On average 4; each time 4.
# - (d) On average 5; each time either 0 or 20.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "dropout-forward-predict", "locked": true}
ask("2.3", "abcd")


# %% nbgrader={"grade_id": "dropout-forward", "solution": true}
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, rng=None):
    """Compute a forward pass with inverted dropout in both hidden layers.

    Parameters
    ----------
    X : array, shape (n0, m)
        The examples.
    parameters : dict
        W1, b1, W2, b2, W3, b3.
    keep_prob : float
        Probability that a hidden unit stays on.
    rng : numpy.random.RandomState or Generator
        Source of the masks' random numbers.

    Returns
    -------
    A3 : array, shape (1, m)
        The network's output.
    cache : tuple
        (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3).
    """
    rng = np.random.default_rng() if rng is None else rng
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    Z1 = np.dot(W1, X) + b1
    A1 = relu(Z1)
    ### START CODE HERE ### (about 3 lines: draw D1, switch off, scale)
    D1 = None
    ### BEGIN SOLUTION
    D1 = (rng.random(A1.shape) < keep_prob).astype(float)
    A1 = A1 * D1
    A1 = A1 / keep_prob
    ### END SOLUTION
    ### END CODE HERE ###
    Z2 = np.dot(W2, A1) + b2
    A2 = relu(Z2)
    ### START CODE HERE ### (about 3 lines: draw D2, switch off, scale)
    D2 = None
    ### BEGIN SOLUTION
    D2 = (rng.random(A2.shape) < keep_prob).astype(float)
    A2 = A2 * D2
    A2 = A2 / keep_prob
    ### END SOLUTION
    ### END CODE HERE ###
    Z3 = np.dot(W3, A2) + b3
    A3 = sigmoid(Z3)

    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)


# %% nbgrader={"grade_id": "dropout-forward-check", "grade": true, "points": 15}
X, parameters = forward_propagation_with_dropout_test_case()


def answer(forward):
    """Run one pass and name the masks and the output."""
    A3, cache = forward(X, parameters, 0.7, np.random.RandomState(1))
    return {"D1": cache[1], "D2": cache[6], "A3": A3}


expected = {
    "D1": [[1, 0, 1, 1, 1], [1, 1, 1, 1, 1]],
    "D2": [[1, 1, 1, 0, 1], [1, 1, 1, 1, 1], [0, 0, 1, 1, 0]],
    "A3": [[0.36974721, 0.00305176, 0.04565099, 0.49683389, 0.36974721]],
}
got = check("dropout-forward", forward_propagation_with_dropout, answer, expected)
print("A3 =", got["A3"])

# %% nbgrader={"grade_id": "dropout-forward-hidden", "grade": true, "points": 15}
# More checks run here when the notebook is graded: other inputs, other sizes, many masks.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("dropout-forward", forward_propagation_with_dropout)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# Of 1,000 numbers spread evenly from 0 to 1, how many are below 0.7? So which comparison gives a
# mask that keeps 70 %?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Three lines for each layer: `D1` from a comparison of random numbers with `keep_prob`, then `A1`
# times `D1`, then `A1` divided by `keep_prob`. A mask of `True` and `False` is as good as one of 1
# and 0.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *D1 is right, D2 is wrong*: the second mask was not the next to be drawn from `rng`.
# - *D1 and D2 are right, A3 is wrong*: the masks are drawn, but not used, or the scale is off.
# - *Most entries of D1 are wrong*: look at the direction of the comparison, and at where the random
#   numbers come from.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "dropout-forward-picture", "locked": true}
# Your choice opens this.
@reveal("2.3", "abcd", "a")
def picture():
    rng, active = np.random.RandomState(5), []
    (_, plain_cache), unit = forward_propagation(train_X, plain), (2, 0)
    while plain_cache[1][unit] == 0:
        unit = (unit[0], unit[1] + 1)
    for _ in range(2000):
        _, cache = forward_propagation_with_dropout(train_X, plain, 0.8, rng)
        active.append(cache[2][unit])

    _, ax = plt.subplots(figsize=(6, 3.6), layout="constrained", facecolor="white")
    means = np.cumsum(active) / np.arange(1, 2001)
    ax.plot(means, color="#0072B2", label="mean over the masks so far")
    ax.axhline(plain_cache[1][unit], color="black", ls=":", label="without dropout")
    ax.plot(active[:200], ".", ms=3, color="gray", label="single masks (the first 200)")
    ax.set(
        xlabel="masks drawn",
        ylabel="one activation",
        title="Off, or scaled up: on average as before",
    )
    ax.set_ylim(bottom=-0.05 * max(active))
    ax.legend(fontsize="small")

    return """
    **What you saw.** Under a single mask the activation is either 0 or a quarter larger than before
    (1/0.8 = 1.25). The mean over many masks approaches the activation without dropout (a).
    """


# %% [markdown]
# ### Why the function must not seed its own random numbers
#
# It is tempting to write `np.random.seed(1)` into the function, so that everybody sees the same
# numbers. But then every call draws the *same* masks. Each example keeps its own fixed set
# of units through all 30,000 steps: that is one thinned network per example, not dropout. Count
# how many different masks the first kick meets in 200 steps:


# %% tags=["skip-execution"] nbgrader={"grade_id": "fixed-mask", "locked": true}
def masks_met(fixed):
    """Count the different first-layer masks that the first example meets in 200 steps."""
    rng = np.random.RandomState(1)
    met = set()
    for _ in range(200):
        if fixed:
            rng = np.random.RandomState(1)
        _, cache = forward_propagation_with_dropout(train_X, plain, 0.86, rng)
        met.add(tuple(np.asarray(cache[1])[:, 0].astype(bool)))
    return len(met)


print("seeded inside the function:", masks_met(fixed=True), "mask")
print("drawn from one generator:  ", masks_met(fixed=False), "masks")

# %% [markdown]
# ## Exercise 2.4: backward pass with dropout
#
# *About 2 lines twice, 12 minutes, 30 points.*
#
# A unit that was off had no part in the output, so no blame may reach it. And what was divided by
# `keep_prob` on the way up is divided by it on the way down, too:
#
# 1. $dA^{[2]} := dA^{[2]} * D^{[2]}$, with the mask of the forward pass, from the cache;
# 2. $dA^{[2]} := dA^{[2]} \,/\,$ `keep_prob`;
#
# and the same for $dA^{[1]}$ with $D^{[1]}$. The shapes stay the same.
#
# **Predict.** `keep_prob` is 0.5. Someone applies the masks here but forgets to divide. How large are
# the gradients of `W3`, `W2` and `W1`, compared with the right ones?
#
# - (a) All three are right: the masks are what matters.
# - (b) All three are half as large.
# - (c) `W3` right, `W2` half, `W1` a quarter.
# - (d) `W3` right, `W2` twice, `W1` four times as large.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "dropout-backward-predict", "locked": true}
ask("2.4", "abcd")


# %% nbgrader={"grade_id": "dropout-backward", "solution": true}
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    """Compute the gradients of the cost of a forward pass with dropout.

    Parameters
    ----------
    X : array, shape (n0, m)
        The examples.
    Y : array, shape (1, m)
        The labels.
    cache : tuple
        As forward_propagation_with_dropout returned it.
    keep_prob : float
        Probability that a hidden unit stayed on.

    Returns
    -------
    gradients : dict
        dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1.
    """
    m = X.shape[1]
    (_, D1, A1, _, _, _, D2, A2, W2, _, _, A3, W3, _) = cache

    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)
    db3 = 1.0 / m * dZ3.sum(axis=1, keepdims=True)

    dA2 = np.dot(W3.T, dZ3)
    ### START CODE HERE ### (about 2 lines: the mask, then the scale)
    ### BEGIN SOLUTION
    dA2 = dA2 * D2
    dA2 = dA2 / keep_prob
    ### END SOLUTION
    ### END CODE HERE ###
    dZ2 = np.multiply(dA2, A2 > 0)
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    db2 = 1.0 / m * dZ2.sum(axis=1, keepdims=True)

    dA1 = np.dot(W2.T, dZ2)
    ### START CODE HERE ### (about 2 lines: the mask, then the scale)
    ### BEGIN SOLUTION
    dA1 = dA1 * D1
    dA1 = dA1 / keep_prob
    ### END SOLUTION
    ### END CODE HERE ###
    dZ1 = np.multiply(dA1, A1 > 0)
    dW1 = 1.0 / m * np.dot(dZ1, X.T)
    db1 = 1.0 / m * dZ1.sum(axis=1, keepdims=True)

    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2}
    return {**gradients, "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}


# %% nbgrader={"grade_id": "dropout-backward-check", "grade": true, "points": 15}
X, Y, cache = backward_propagation_with_dropout_test_case()
expected = {
    "dA1": [[0.36544439, 0, -0.00188233, 0, -0.17408748], [0.65515713, 0, -0.00337459, 0, 0]],
    "dA2": [
        [0.58180856, 0, -0.00299679, 0, -0.27715731],
        [0, 0.53159854, 0, 0.53159854, -0.34089673],
        [0, 0, -0.00292733, 0, 0],
    ],
    "dW1": [[0.00019884, 0.00028657, 0.00012138], [0.00035647, 0.00051375, 0.00021761]],
    "dW2": [[-0.00256518, -0.0009476], [0, 0], [0, 0]],
}
grads = check(
    "dropout-backward",
    backward_propagation_with_dropout,
    lambda backward: backward(X, Y, cache, 0.8),
    expected,
)
print("dA1 =", grads["dA1"], "\ndA2 =", grads["dA2"])

# %% nbgrader={"grade_id": "dropout-backward-hidden", "grade": true, "points": 15}
# More checks run here when the notebook is graded: other inputs, other sizes, fixed masks.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("dropout-backward", backward_propagation_with_dropout)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# In the forward pass, $A^{[2]}$ left the layer as `A2 * D2 / keep_prob`. If one entry of `A2`
# grows by a tiny amount, by how much does that grow?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# The backward lines are those of the forward pass, with `dA` in place of `A`. The masks are not
# drawn again: `D1` and `D2` are in the cache.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *dA2 is right, dA1 is wrong*: the second place still waits for its two lines.
# - *Entries that should be 0 are not*: the mask is missing, or its 0 and 1 are swapped.
# - *An error about shapes that cannot be broadcast*: the two masks are swapped.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "dropout-backward-picture", "locked": true}
# Your choice opens this.
@reveal("2.4", "abcd", "c")
def picture():
    _, cache = forward_propagation_with_dropout(train_X, plain, 0.5, np.random.RandomState(1))
    right = backward_propagation_with_dropout(train_X, train_Y, cache, keep_prob=0.5)
    unscaled = backward_propagation_with_dropout(train_X, train_Y, cache, keep_prob=1)
    for layer in "321":
        share = np.linalg.norm(unscaled[f"dW{layer}"]) / np.linalg.norm(right[f"dW{layer}"])
        print(f"dW{layer} without the scale: {share:.2f} of the right size")

    return """
    **What you saw.** The factor is missing once on the way to `W2` and twice on the way to `W1` (c).
    Nothing crashes, and training even makes progress: mistakes in gradients are quiet. The notebook
    on gradient checking makes them speak.

    Forgetting the masks does no harm here: `A2 > 0` is asked after the mask, so a unit that was masked is
    blocked anyway, and `dW` is right by luck. With `Z2 > 0`, as notebook 5 asks, or with a function such as
    tanh it would not be.
    """


# %% tags=["skip-execution"] nbgrader={"grade_id": "train-dropout", "locked": true}
with_dropout, dropout_costs = model(
    train_X, train_Y, keep_prob=0.86, name="dropout, keep_prob = 0.86"
)
accuracies["dropout"] = [
    predict(train_X, train_Y, with_dropout, "training"),
    predict(test_X, test_Y, with_dropout, "test"),
]
plot_training(
    lambda grid: predict_dec(with_dropout, grid),
    dropout_costs,
    train_X,
    train_Y,
    title="With dropout: calm in another way",
)
show()

# %% [markdown]
# **What you saw.** `keep_prob = 0.86` switches off 14 % of the hidden units at each step. The cost
# jumps up and down, since every step measures another thinned network. `predict` uses the whole network,
# without dropout. Its boundary is about as calm as that of L2.
#
# ## Three networks side by side

# %% tags=["skip-execution"] nbgrader={"grade_id": "side-by-side", "locked": true}
networks = {"plain": plain, "L2": with_l2, "dropout": with_dropout}
_, axes = plt.subplots(1, 3, figsize=(12, 4.4), layout="constrained", facecolor="white")
for ax, (name, network) in zip(axes, networks.items(), strict=True):
    plot_decision_boundary(
        lambda grid, network=network: predict_dec(network, grid),
        test_X,
        test_Y,
        ax,
        title=f"{name}: {accuracies[name][1]:.1%} of the new kicks right",
    )
plot_weights(networks, title="L2 shrinks the weights, dropout far less")
show()

print(f"{'':10}{'training':>10}{'test':>10}")
for name, (on_training, on_test) in accuracies.items():
    print(f"{name:10}{on_training:>10.1%}{on_test:>10.1%}")

# %% [markdown]
# Read the table from left to right. From the training kicks to the new ones the plain network loses many
# points, the other two next to none: the gap is closed. On the training kicks both lose a little; on the
# new ones they win more than that.
#
# The histogram shows that they do it differently. L2 pulls all weights towards 0; dropout leaves many of
# them large. (Its idea is another one: no unit may rely on a particular other one.)
#
# Be careful with the last digit. On 200 kicks one percentage point is two kicks, and a
# difference of two or three points can be luck. The lesson `notebooks/lesson_2_regularization` repeats
# the experiment many times and shows how sure one can be.

# %% [markdown]
# ## Play with it
#
# Here your own four functions train, and you watch. Press *Play*, and turn a knob while it runs.
#
# - Leave λ at 0 until the boundary bends round single kicks. Then raise it. What lets go first, and what
#   happens to the weights?
# - Set `keep_prob` to 0.5, choose *a step a picture*, and watch the units go off and on.
# - Leave *a click adds* at *ours*, and click deep on their side of the boundary, three times at the
#   same place: three **flukes**, kicks that only luck explains. With which λ does the boundary go round
#   them, and with which does it ignore them?
# - Fewer points, more flukes: does it still help to train for long?
#
# Was one of your answers wrong on the way? *With my mistake* trains with the last wrong one.

# %% tags=["skip-execution"] nbgrader={"grade_id": "playground", "locked": true}
playground()

# %% [markdown]
# ## What to remember
#
# - A network overfits if it does clearly better on the examples it was trained on than on new ones.
# - L2 adds $\frac{λ}{2m}\sum W_{kj}^2$ to the cost and $\frac{λ}{m}W$ to each weight's gradient, which
#   takes a share off every weight at each step.
# - Dropout switches units off at random, anew for each example and step, and divides by `keep_prob`.
#   The backward pass uses the same masks and the same scale.
# - Dropout is for training only: predictions use the whole network.
# - Choose λ and `keep_prob` on data that is neither for training nor for the final test. (0.7 and 0.86
#   are those of the 2017 exercise.)
#
# ## What to read
#
# - Krogh and Hertz, *A simple weight decay can improve generalization* (1992): why L2 helps, worked
#   out for one layer, in eight pages.
# - Srivastava and others, *Dropout: a simple way to prevent neural networks from overfitting* (2014):
#   the idea, and which `keep_prob` suits which layer, on many data sets.
# - The *Deep Learning Specialization* (deeplearning.ai, 2017), course 2, week 1: the football exercise
#   that everybody copies. The names of the functions and the printed numbers come from it.
#
# **Your experiments:** add a cell and try λ and `keep_prob` at once: does a smaller λ, with `keep_prob`
# nearer to 1, do as well? Or train on the first 50 kicks only: does L2 or dropout lose less on the new
# kicks? (Mind that λ/m grows if m shrinks.)
#
# **Where to go next:** turn the knobs yourself in the lesson `notebooks/lesson_2_regularization`: λ from
# tiny to huge, one fixed mask against fresh ones, and how large a difference must be to count.
