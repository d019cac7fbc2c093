# %% [markdown]
# # 3. Gradient checking
#
# A backward pass with a mistake in it still runs, and the cost may even fall. Nothing crashes. The
# network is just a little worse than it could be, and nobody ever finds out why. Here you build the
# instrument that finds such mistakes. Then you play detective: there are six programs, with one kind of
# mistake in each.
#
# **When you are done, you can**
#
# - compute a slope without any calculus, by moving a number up and down;
# - put all parameters of a network, of any depth, into one vector and take them out again;
# - check every gradient of a network, and say how small a difference has to be;
# - tell a mistake in the gradient from digits lost in the cost, and from a **kink**, where a slope jumps
#   (ReLU has one at 0);
# - name the line of a backward pass in which a mistake must be.
#
# You need: the forward and backward pass of a small network, NumPy arrays, and for the six programs L2
# and dropout, as in notebook 2. It takes about 60 minutes. Write only between `START CODE HERE` and
# `END CODE HERE`, and run the cells in order; the check below each exercise tells you where you stand.

# %% nbgrader={"grade_id": "imports", "locked": true}
import timeit

import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.check import check
from utils.faulty_gradients import Program, draw_multipliers, line_up
from utils.figures import show
from utils.gradient_checks import complex_step_gradient, stable_cost, stacked_gradient
from utils.networks import (
    backward_propagation,
    compute_cost,
    forward_propagation,
)
from utils.plots import gradient_checking as pictures
from utils.predict import ask, reveal
from utils.testcases import gradient_checking as cases

# %% [markdown]
# ## Exercise 3.1: one dimension
#
# *Three small functions, about 9 lines, 10 minutes, 20 points.*
#
# Begin with the smallest model there is. One number $x$ goes in, there is one parameter $\theta$, and the
# cost is a straight line, $J(\theta) = \theta x$. Write its value and its derivative by $\theta$.
#
# The third function checks a derivative, of this cost or of any other. It takes two functions:
# `forward(x, theta)` returns a cost, and `backward(x, theta)` returns what claims to be its derivative.
# Move $\theta$ by a small $\varepsilon$ to both sides; that gives a slope without any calculus:
#
# $$\text{gradapprox} = \frac{J(\theta + \varepsilon) - J(\theta - \varepsilon)}{2 \varepsilon} \tag{1}$$
#
# Compare it with `grad`, what `backward` says, by the **relative difference**
#
# $$\text{difference} = \frac{\| \text{grad} - \text{gradapprox} \|}{\| \text{grad} \| + \| \text{gradapprox} \|} \tag{2}$$
#
# It is 0 if the two agree and 1 if they point in opposite directions. For single numbers, the norm
# $\|\cdot\|$ is the absolute value; `np.linalg.norm` computes both. If both are 0, they agree: the
# difference is 0, not 0/0.
#
# **Predict.** $J(\theta) = \theta^3$ has the slope 3 at $\theta = 1$. Take $\varepsilon = 0.1$.
# What do formula (1) and the one-sided quotient $(J(\theta + \varepsilon) - J(\theta)) /
# \varepsilon$ give?
#
# - (a) (1) gives 3.01, the one-sided quotient 3.31.
# - (b) Both give 3.31.
# - (c) (1) gives 6.02, the one-sided quotient 3.31.
# - (d) Both give 3.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "gradient-check-1d-predict", "locked": true}
ask("3.1", "abcd")


# %% nbgrader={"grade_id": "gradient-check-1d", "solution": true}
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = None
    ### BEGIN SOLUTION
    J = np.multiply(theta, x)
    ### END SOLUTION
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = None
    ### BEGIN SOLUTION
    dtheta = x
    ### END SOLUTION
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has.

    Parameters
    ----------
    x, theta : float
        Input and parameter.
    epsilon : float
        How far theta is moved, to both sides.
    forward, backward : callable
        forward(x, theta) is the cost, backward(x, theta) what claims to be its derivative.

    Returns
    -------
    difference : float
        The relative difference (2).
    """
    ### START CODE HERE ### (about 7 lines)
    difference = None
    ### BEGIN SOLUTION
    J_plus = forward(x, theta + epsilon)
    J_minus = forward(x, theta - epsilon)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    sizes = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = np.linalg.norm(grad - gradapprox) / sizes if sizes > 0 else 0.0
    ### END SOLUTION
    ### END CODE HERE ###
    return difference


# %% nbgrader={"grade_id": "gradient-check-1d-check", "grade": true, "points": 10}
x, theta, epsilon = cases.gradient_check_1d_test_case()


def answer(forward, backward, gradient_check):
    """Name the line's cost and slope, and four differences."""
    return {
        "J": forward(x, theta),
        "dtheta": backward(x, theta),
        "line": gradient_check(x, theta),
        "half the slope": gradient_check(3.0, theta, epsilon, cases.cubic, cases.half_the_slope),
        "opposite slope": gradient_check(x, theta, epsilon, cases.cubic, cases.opposite_slope),
        "flat": gradient_check(x, theta, epsilon, cases.nothing, cases.nothing),
    }


expected = {"J": 8.0, "dtheta": 2.0, "half the slope": 0.3334259130676287}
expected |= {"opposite slope": 1.0, "flat": 0.0}
expected["line"] = 2.919335883291695e-10  # round-off: anything near 0 will do
functions = forward_propagation_1d, backward_propagation_1d, gradient_check_1d
got = check("gradient-check-1d", functions, answer, expected)
print("J =", got["J"], "  dtheta =", got["dtheta"], "  difference =", got["line"])

# %% nbgrader={"grade_id": "gradient-check-1d-hidden", "grade": true, "points": 10}
# More checks run here when the notebook is graded: other points, other curves, other steps.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("gradient-check-1d", forward_propagation_1d, backward_propagation_1d, gradient_check_1d)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# You stand at kilometre $\theta$ of a road and want its steepness. You measure the height 100 m
# ahead of you and 100 m behind you. By how many metres do you divide the difference in height?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Call `forward` twice, once with `theta + epsilon` and once with `theta - epsilon`; the quotient is
# formula (1). Call `backward` once. Then the numerator and the denominator of (2), and a look at
# whether the denominator is 0.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *half the slope differs, and the line is right*: on a straight line a one-sided quotient is as
#   good as (1); on a curve it is not.
# - *opposite slope is not 1*: take the two norms first, and add them then.
# - *flat is not a finite number (nan)*: 0 was divided by 0.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "chords-picture", "locked": true}
# Your choice opens this.
@reveal("3.1", "abcd", "a")
def picture():
    _, (left, right) = plt.subplots(1, 2, figsize=(10, 4), layout="constrained", facecolor="white")
    pictures.plot_chords(
        lambda t: t**3, 3, 1, 0.4, left, title="The centred chord is almost parallel to the tangent"
    )
    for e in (0.4, 0.1):
        centred, ahead = ((1 + e) ** 3 - (1 - e) ** 3) / (2 * e), ((1 + e) ** 3 - 1) / e
        print(f"ε = {e}: centred {centred:.2f}, one-sided {ahead:.2f}")

    places = np.linspace(-0.3, 0.3, 601)
    at_kink = [
        gradient_check_1d(1, t, 0.1, lambda x, t: max(0.0, t) * x, lambda x, t: float(t > 0) * x)
        for t in places
    ]
    right.plot(places, at_kink, color="black")
    right.axvspan(-0.1, 0.1, color="#E69F00", alpha=0.25, label="nearer to the kink than ε = 0.1")
    right.set(xlabel="θ", ylabel="relative difference (no unit)", ylim=(-0.05, 1.25))
    right.set_title("ReLU, its derivative correct: alarms at the kink")
    right.legend(fontsize="small", loc="upper right")

    return r"""
    **What you saw.** On the left, the centred chord is nearly parallel to the tangent, and the
    one-sided one is too steep. They are drawn with ε = 0.4, so that you can see it, and have the slopes
    3.16 and 4.36; with ε = 0.1 the slopes are 3.01 and 3.31 (a). The errors are $\varepsilon^2$ and
    $3\varepsilon + \varepsilon^2$: the large part is the same ahead and behind, and cancels in (1).

    In the other picture the derivative of ReLU is correct. Still the check raises an alarm where the two
    steps land on different sides of the **kink**: it measures a mixture of two slopes. If a check fails
    at a single parameter, see whether a unit stands at its kink. A smaller ε, or other examples, make
    that alarm go away. A mistake stays.
    """


# %% [markdown]
# ## Exercise 3.2: all parameters in one vector
#
# *About 4 lines, 5 minutes, 10 points.*
#
# A network has many parameters, in matrices of many shapes. To speak of *the* gradient, and of
# its norm, put all of them into one column $\theta$: first `W1`, row by row, then `b1`,
# `W2`, `b2`, and so on, in the dictionary's order, for any number of layers. $\theta$ has shape
# (n, 1), where n counts all numbers.
#
# **Predict.** A network has 4 inputs, hidden layers of 5 and 3 units, and one output. How long is
# $\theta$?
#
# - (a) 4
# - (b) 6
# - (c) 38
# - (d) 47

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "dictionary-to-vector-predict", "locked": true}
ask("3.2", "abcd")


# %% nbgrader={"grade_id": "dictionary-to-vector", "solution": true}
def dictionary_to_vector(parameters):
    """Put all arrays of a dictionary into one column.

    Parameters
    ----------
    parameters : dict
        W1, b1, W2, b2, ..., each an array with two axes.

    Returns
    -------
    theta : array, shape (n, 1)
        All their numbers, block after block, each block row by row.
    """
    ### START CODE HERE ### (about 4 lines)
    theta = None
    ### BEGIN SOLUTION
    theta = np.vstack([block.reshape(-1, 1) for block in parameters.values()])
    ### END SOLUTION
    ### END CODE HERE ###
    return theta


# %% nbgrader={"grade_id": "dictionary-to-vector-check", "grade": true, "points": 5}
parameters = cases.dictionary_to_vector_test_case()
print("W1 =", parameters["W1"].tolist(), " b1 =", parameters["b1"].tolist(), " ...")
got = check(
    "dictionary-to-vector",
    dictionary_to_vector,
    lambda to_vector: {"theta": to_vector(parameters)},
    expected={"theta": np.arange(1.0, 29).reshape(28, 1)},  # 1, 2, ..., 28, one below the other
)
print("theta has shape", got["theta"].shape)

# %% nbgrader={"grade_id": "dictionary-to-vector-hidden", "grade": true, "points": 5}
# More checks run here when the notebook is graded: networks of other depths and widths.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("dictionary-to-vector", dictionary_to_vector)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# `reshape(-1, 1)` makes a column of an array. What does the -1 stand for?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Go through `parameters.values()`, make each array a column, and collect the columns in a list.
# `np.concatenate` or `np.vstack` joins a list of columns into one.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *A shape like (1, 28) or (28,)*: a column has two axes, and the long one comes first.
# - *Some entries are wrong, the first one is right*: the blocks are read in another order.
# - *An error about dimensions that must match*: the blocks were joined before they were columns.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "vector-picture", "locked": true}
# Your choice opens this.
@reveal("3.2", "abcd", "d")
def picture():
    parameters, _, _ = cases.small_network(1)
    theta = dictionary_to_vector(parameters)
    pictures.plot_vector(
        theta, parameters, title=f"A 4-5-3-1 network is one vector of {theta.size} numbers"
    )

    return """
    **What you saw.** 20 + 5 + 15 + 3 + 3 + 1 = 47 numbers (d); biases, hatched, count as well. A
    network is a single point in a space of 47 dimensions, and its cost is a landscape over that
    space.
    """


# %% [markdown]
# ## Exercise 3.3: and back again
#
# *About 4 lines, 7 minutes, 14 points.*
#
# The way back needs to know which shapes the blocks had. `shapes` is a dictionary such as
# `{"W1": (5, 4), "b1": (5, 1), ...}`, in the same order. Cut the column into blocks, and give
# each its shape. Write no fixed size into the code: the function must work for every network.
#
# **Predict.** `theta` counts 1, 2, 3, ..., and `shapes` begins with `W1` of shape (2, 3) and `b1`
# of shape (2, 1). What is `b1`?
#
# - (a) 1 and 2
# - (b) 3 and 4
# - (c) 7 and 8
# - (d) 8 and 9

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "vector-to-dictionary-predict", "locked": true}
ask("3.3", "abcd")


# %% nbgrader={"grade_id": "vector-to-dictionary", "solution": true}
def vector_to_dictionary(theta, shapes):
    """Cut a column into blocks: undo dictionary_to_vector.

    Parameters
    ----------
    theta : array, shape (n, 1)
        All numbers, block after block, each block row by row.
    shapes : dict
        For each block's name its shape, a pair (rows, columns), in order.

    Returns
    -------
    parameters : dict
        The blocks by name.
    """
    parameters = {}
    ### START CODE HERE ### (about 4 lines)
    ### BEGIN SOLUTION
    place = 0
    for name, (rows, columns) in shapes.items():
        parameters[name] = theta[place : place + rows * columns, 0].reshape(rows, columns)
        place += rows * columns
    ### END SOLUTION
    ### END CODE HERE ###
    return parameters


# %% nbgrader={"grade_id": "vector-to-dictionary-check", "grade": true, "points": 7}
theta, shapes = cases.vector_to_dictionary_test_case()
expected = {
    "W1": [[1, 2, 3], [4, 5, 6]],
    "b1": [[7], [8]],
    "W2": [[9, 10], [11, 12], [13, 14]],
    "b2": [[15], [16], [17]],
    "W3": [[18, 19, 20], [21, 22, 23]],
    "b3": [[24], [25]],
    "W4": [[26, 27]],
    "b4": [[28]],
}
blocks = check(
    "vector-to-dictionary",
    vector_to_dictionary,
    lambda to_dictionary: to_dictionary(theta, shapes),
    expected,
)
print("W1 =", blocks["W1"].tolist(), " b1 =", blocks["b1"].tolist(), " ...")

# %% nbgrader={"grade_id": "vector-to-dictionary-hidden", "grade": true, "points": 7}
# More checks run here when the notebook is graded: networks of other depths and widths.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("vector-to-dictionary", vector_to_dictionary)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# The first block takes the first 6 numbers. At which place does the second block begin, and where
# could your loop have written that down?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Keep a number that says where the next block begins; at first it is 0. For each name and shape:
# cut as many numbers as rows times columns, reshape them, store them under the name, and move the
# beginning forward by as many.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *W1 is right, all others are wrong*: the beginning does not move forward, or not far enough.
# - *A different shape*: the piece was not reshaped, or rows and columns are swapped.
# - *An error: cannot reshape*: a piece holds more or fewer numbers than its shape.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "way-picture", "locked": true}
# Your choice opens this.
@reveal("3.3", "abcd", "c")
def picture():
    counted = vector_to_dictionary(*cases.vector_to_dictionary_test_case())
    pictures.plot_blocks(counted, title="Each block goes on where the last one ended")

    parameters, X, Y = cases.small_network(1)
    shapes = {name: values.shape for name, values in parameters.items()}
    _, cache = forward_propagation(X, parameters)
    grads = backward_propagation(X, Y, cache)
    theta = dictionary_to_vector(parameters)
    downhill = -dictionary_to_vector({name: grads[f"d{name}"] for name in parameters})
    rate = np.linalg.norm(downhill)
    moves, costs = np.linspace(-0.5, 1, 61), []
    for move in moves:
        moved = vector_to_dictionary(theta + move * downhill / rate, shapes)
        costs.append(stable_cost(moved, X, Y))
    pictures.plot_along(
        moves, costs, -rate, title="All 47 numbers move at once, and the tangent holds"
    )

    return """
    **What you saw.** Above, `b1` goes on where `W1` ended, at 7 and 8 (c).

    Below, your two functions are at work: the network walks straight downhill in its space of 47 dimensions,
    against its gradient. The slope of the cost along this way is minus the gradient's norm: the dashed
    line. One such walk is a quick check of all gradients together. But it cannot tell *which* of
    them is wrong.
    """


# %% [markdown]
# ## Exercise 3.4: every parameter of a network
#
# *About 10 lines, 14 minutes, 28 points.*
#
# Now move each of the 47 numbers by itself, and leave all others where they are:
#
# $$\text{numerical}_i = \frac{J(\theta_1, \dots, \theta_i + \varepsilon, \dots, \theta_n) - J(\theta_1, \dots, \theta_i - \varepsilon, \dots, \theta_n)}{2 \varepsilon} \tag{3}$$
#
# The loop over blocks and places is given: `parameters[name][index]` is $\theta_i$. Copy the
# block before you move a number in it, so that the original stays as it is.
#
# Then take the relative difference (2) over *all* numbers together, with the norms of two long vectors.
# `gradients` also holds `dZ3`, `dA2` and the like; take only the blocks that `numerical` has. Your
# `dictionary_to_vector` makes vectors of both.
#
# `cost(parameters, X, Y)` is an argument, too. The one given here, `stable_cost`, computes
# the cross-entropy from the logits $Z^{[3]}$, and not from $A^{[3]} = \sigma(Z^{[3]})$.
#
# **Predict.** The exercise that everybody copies, in the *Deep Learning Specialization*
# (deeplearning.ai, 2017), tells you to fix the mistakes in a backward pass. Its last difference is
# 1.19e-07. It also says: below 1e-07 the gradients are right. But the fixed gradients *are* right.
# Where does the difference come from?
#
# - (a) From the cost: $\log(1 - a)$ loses digits where $a$ is near 1.
# - (b) From one entry that is still slightly wrong.
# - (c) From ε, which is too large: formula (3) is not exact.
# - (d) From a unit at its kink.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "gradient-check-n-predict", "locked": true}
ask("3.4", "abcd")


# %% nbgrader={"grade_id": "gradient-check-n", "solution": true}
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones.

    Parameters
    ----------
    parameters : dict
        W1, b1, W2, b2, W3, b3.
    gradients : dict
        dW1, db1, ..., as a backward pass returned them; it may hold more.
    X, Y : arrays
        The examples and their labels.
    epsilon : float
        How far each number is moved, to both sides.
    cost : callable
        cost(parameters, X, Y) is a number.

    Returns
    -------
    difference : float
        The relative difference (2) over all parameters.
    numerical : dict
        dW1, db1, ...: the numerical gradients (3).
    """
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            ### BEGIN SOLUTION
            up, down = parameters[name].copy(), parameters[name].copy()
            up[index] += epsilon
            down[index] -= epsilon
            J_up, J_down = (cost({**parameters, name: moved}, X, Y) for moved in (up, down))
            slope = (J_up - J_down) / (2 * epsilon)
            ### END SOLUTION
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    difference = None
    ### BEGIN SOLUTION
    grad = np.vstack([gradients[key].reshape(-1, 1) for key in numerical])
    approx = np.vstack([slopes.reshape(-1, 1) for slopes in numerical.values()])
    sizes = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = np.linalg.norm(grad - approx) / sizes
    ### END SOLUTION
    ### END CODE HERE ###
    return difference, numerical


# %% nbgrader={"grade_id": "gradient-check-n-check", "grade": true, "points": 14}
parameters, gradients, X, Y = cases.gradient_check_n_test_case()


def answer(gradient_check):
    """Check at a coarse and at the usual epsilon."""
    difference, numerical = gradient_check(parameters, gradients, X, Y, 0.01)
    fine, _ = gradient_check(parameters, gradients, X, Y)
    return {"difference": difference, **numerical, "at epsilon 1e-7": fine}


expected = {
    "difference": 0.28509359,  # with epsilon = 0.01
    "db1": [[0.63290676], [0.0372514], [-0.06401309], [0.09045575], [0.0]],
    "dW3": [[0.0, 0.0, 2.24403408]],
    "at epsilon 1e-7": 0.2850931567761623,
}
got = check("gradient-check-n", gradient_check_n, answer, expected)
print(f"There is a mistake in these gradients: {got['at epsilon 1e-7']:.10f}")

# %% nbgrader={"grade_id": "gradient-check-n-hidden", "grade": true, "points": 14}
# More checks run here when the notebook is graded: other networks, right and wrong gradients.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("gradient-check-n", gradient_check_n)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# After `other = dict(parameters)`, you write `other["W1"][0, 0] = 7`. What does
# `parameters["W1"][0, 0]` hold now? And what would `parameters["W1"].copy()` have changed?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# In the loop: copy `parameters[name]` twice, add `epsilon` at `index` to one copy and subtract it
# from the other. `{**parameters, name: up}` is the dictionary with one block exchanged. Two costs
# make one slope. After the loop: one vector of `gradients[key]` for each key of `numerical`, one
# of `numerical` itself, and formula (2) as in exercise 3.1.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *All of db1 and dW3 are 0*: the loop is still empty, or up and down are the same array.
# - *db1 and dW3 are right, difference is wrong*: look at the norms, and at which blocks take part.
# - *Everything is a little off*: a number that was moved has not been put back.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "false-alarms-picture", "locked": true}
# Your choice opens this.
@reveal("3.4", "abcd", "a")
def picture():
    differences = {"cost from A3": [], "cost from the logits": []}

    def cost_from_A3(parameters, X, Y):
        """Compute the cross-entropy from the activations."""
        A3, _ = forward_propagation(X, parameters)
        return compute_cost(A3, Y)

    for seed in range(300):
        parameters, X, Y = cases.small_network(seed)
        _, cache = forward_propagation(X, parameters)
        right = backward_propagation(X, Y, cache)
        for name, cost in zip(differences, (cost_from_A3, stable_cost), strict=True):
            differences[name].append(gradient_check_n(parameters, right, X, Y, cost=cost)[0])
    first = [f"{found[1]:.2e} {name[5:]}" for name, found in differences.items()]
    print("that of 2017:", ", ".join(first))
    for name, found in differences.items():
        print(
            f"{name}: from {min(found):.0e} to {max(found):.0e}, {np.sum(np.array(found) > 1e-7)} alarms"
        )
    pictures.plot_differences(
        differences, title="300 correct backward passes: from A3 some fail the check"
    )

    return r"""
    **What you saw.** All 300 backward passes are correct. With the cost from $A^{[3]}$, about 18 raise
    an alarm, among them the one of the 2017 exercise; with the cost from the logits, none does (a).

    In that network an activation $a$ is 0.99887. In $1 - a$ the leading nines cancel, and with them
    three of the 16 digits: $\log(1 - a)$ is known to 13 digits only. That is good enough to train. But
    the check subtracts two costs that agree in about 7 digits, and divides what is left by 2ε. Of the 13
    good digits the first 7 cancel, only about 6 are left, and the relative difference ends near 1e-7.

    Trust the check only if you can trust the cost. A check that raises false alarms is soon ignored.

    **How small is small enough?** In double precision (float64), with a cost from the logits, ε from 1e-7
    to 1e-5 and a few examples, so that there are few kinks:

    | relative difference | what to think of it |
    | --- | --- |
    | below 1e-7 | The gradients are right. Here all 300 end below 2e-8. |
    | 1e-7 to 1e-4 | A kink, lost digits, or a mistake in small entries: look at each block, and try another ε and other examples. |
    | 1e-4 to 1e-2 | Most likely a mistake. A kink can do it too, but not with every choice of examples. |
    | above 1e-2 | A mistake, if it stays with other examples and a smaller ε. One factor of 1.03 in the whole gradient already brings it there. |

    If **one side is 0**, the relative difference is 1, however small the other side is, and the table is no
    help. Then look at the other side itself. A cost near 1 is known to about 1e-16, so at ε = 1e-7 a
    numerical slope is only known to about 1e-9. A slope below 1e-8 may be nothing but round-off. If it is
    larger, a gradient is missing.
    """


# %% [markdown]
# ## Exercise 3.5: name the bug
#
# *About 9 lines, 14 minutes, 28 points.*
#
# One number tells you that something is wrong. If you look at each block by itself, you also see where,
# and how. For a block $g$ of the gradients (`ours`) and its numerical counterpart $n$ (`right`), formula
# (2) becomes
#
# $$\text{error} = \frac{\|g - n\|}{\|g\| + \|n\|} \tag{4}$$
#
# $$\text{factor} = \frac{\sum g \, n}{\sum n^2} \tag{5}$$
#
# Both sums run over all entries of the block. If $g$ is $k$ times what it should be, (5) gives
# $k$; it is the $k$ for which $k n$ comes nearest to $g$. Where $\|g\| + \|n\|$ is at most
# `1e-8`, both are nothing but round-off: they agree, error 0 and factor 1. (Where only $n$ is 0, the
# error is 1 and (5) is 0/0: no factor makes a gradient out of nothing. No check has such a block.)
#
# A block is wrong if its error is above `threshold`. But not every wrong block holds a mistake: errors
# travel from layer to layer. So the **suspects** are the wrong blocks of one layer only. Which layer?
# That is for you to find out.
#
# The blocks come in the order `dW1`, `db1`, `dW2`, and so on, and `name[2:]` is the layer. If nothing is
# wrong, there are no suspects: an empty list.
#
# **Predict.** The errors of a backward pass are 0.8 for `dW1` and `db1`, 0.3 for `dW2` and `db2`, and 0
# for `dW3` and `db3`. Exactly one line of it is wrong. Which one? (Read `dZ2` as: `dZ2`, or the `dA2`
# that it is made from.)
#
# - (a) That of `dW1`: it is the first wrong one in the list.
# - (b) That of `dZ1`: the blocks made of it have the largest error.
# - (c) Nobody can tell; it may be any of the four.
# - (d) That of `dZ2`: all four are made of it, and nothing above it is wrong.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "name-the-bug-predict", "locked": true}
ask("3.5", "abcd")


# %% nbgrader={"grade_id": "name-the-bug", "solution": true}
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be.

    Parameters
    ----------
    gradients : dict
        dW1, db1, ...: the gradients to be checked.
    numerical : dict
        dW1, db1, ..., in order: what they should be.
    threshold : float
        A block with a larger error is wrong.

    Returns
    -------
    suspects : list of str
        The wrong blocks of the layer in which the mistake must be.
    report : dict
        For each block the pair (error, factor).
    """
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and where both are 0)
        error, factor = None, None
        ### BEGIN SOLUTION
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / sizes
            factor = np.vdot(ours, right) / np.vdot(right, right)
        ### END SOLUTION
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    suspects = None
    ### BEGIN SOLUTION
    wrong = [name for name, (error, _) in report.items() if error > threshold]
    highest = max((int(name[2:]) for name in wrong), default=0)
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END SOLUTION
    ### END CODE HERE ###
    return suspects, report


# %% nbgrader={"grade_id": "name-the-bug-check", "grade": true, "points": 14}
# Six programs, on one network; as_numbers marks the suspects among dW1, db1, ..., db3 with 1.
X, Y, parameters, programs = line_up(np.random.RandomState(3))


def answer(name_the_bug):
    """Examine two small sets of gradients, and the six programs."""
    got = cases.as_numbers(*name_the_bug(*cases.name_the_bug_test_case()))
    for letter, program in programs.items():
        evidence = program.backward(parameters, X, Y), program.truth(parameters, X, Y)
        got[f"program {letter}"] = cases.as_numbers(*name_the_bug(*evidence))["suspects"]
    return got


expected = {"suspects": [0, 0, 1, 1, 0, 0]}  # dW2 and db2
expected |= {"dW1": [0.70710678, 0], "db1": [0.43701602, 2], "dW2": [0.33333333, 2]}
expected |= {"db2": [0.6, 4], "dW3": [0, 1], "db3": [0, 1]}
places = {"a": [2, 3], "b": [5], "c": [2, 3], "d": [2], "e": [3], "f": [0]}
for letter, found in places.items():
    expected[f"program {letter}"] = [int(place in found) for place in range(6)]
got = check("name-the-bug", name_the_bug, answer, expected)
for name in ("dW2", "db2"):
    print(name, "has error and factor", got[name])

# %% nbgrader={"grade_id": "name-the-bug-hidden", "grade": true, "points": 14}
# More checks run here when the notebook is graded: other networks, mistakes in other places.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("name-the-bug", name_the_bug)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# `dZ2` is computed from `dZ3`, and `dZ1` from `dZ2`. Can a mistake in the line of `dW1` reach
# `dW3`? And the other way round?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# In the loop: the sum of the two norms; if it is at most 1e-8, the pair is (0, 1); else formulas
# (4) and (5), where `*` multiplies entry by entry. After the loop: a list of the names whose
# error is above `threshold`; the layer of the last one in it; and from the list, keep the names
# of that layer.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *db3 is not a finite number (nan)*: both blocks are 0 there, and 0 was divided by 0.
# - *The errors are right, suspects are wrong*: look at which layer you keep, and keep both its
#   blocks.
# - *A factor of ½ where 2 is expected*: the two sums of (5) are swapped.
#
# </details>
#
# **And now the six.** The next cell runs your own check, and your detective, on each of the six programs.
# They share a network and seven examples. It has dropout, with `keep_prob` 0.8 and 0.6 and masks that
# stay the same, and in all programs but c its cost has an L2 penalty, with λ/m = 0.1. Before you open the
# answer below it, say for each row which line of the backward pass is wrong, and what was done to it. For
# a closer look: `reports["a"]` holds the numbers of program a.


# %% tags=["skip-execution"] nbgrader={"grade_id": "line-up-picture", "locked": true}
reports, suspects = {}, {}
for letter, program in programs.items():
    gradients = program.backward(parameters, X, Y)
    _, numerical = gradient_check_n(parameters, gradients, X, Y, 1e-5, program.cost)
    suspects[letter], reports[letter] = name_the_bug(gradients, numerical)
pictures.plot_reports(
    reports, suspects, title="Six programs, six mistakes: each leaves its own trace"
)
show()


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "line-up-answer", "locked": true}
# Your choice opens this.
@reveal("3.5", "abcd", "d")
def picture():
    X, Y, parameters, programs = line_up(np.random.RandomState(3))
    residual = programs["f"].backward(parameters, X, Y)["dW1"]
    residual = residual - programs["f"].truth(parameters, X, Y)["dW1"]
    print(
        "f: gradient minus truth, divided by W1:",
        np.unique(np.round(residual / parameters["W1"], 6)),
    )

    return """
    **What you saw.** A mistake does not touch anything above it, so it is in the wrong layer nearest to
    the output (d). If `dW` and `db` are both wrong, their common `dZ` is; if one of them is, its own
    line. If there are several mistakes, fix that one and check again. And the numbers say what was done:

    - **b** and **d**: a factor, 7 and 2. In b, seven is the number of examples: `db3` was not divided by
      m. In d, `dW2` was multiplied by 2. If a block is exactly $k$ times what it should be, $k > 0$, its
      error is $|k - 1| / (k + 1)$: 0.33 stands for 2 (or ½), 0.75 for 7 (or 1/7), 0.25 for 0.6. If the
      error is larger than its factor says, more is wrong than a factor.
    - **c**: a factor of 0.60 in layer 2 and of 0.48 = 0.8 · 0.6 in layer 1, with exactly the errors 0.25
      and 0.35 that go with them. The network has dropout with `keep_prob` 0.8 and 0.6, and the division
      by it was forgotten on the way back, in both layers.
    - **a**: no single factor, all of layer 2 and below: ReLU's slope, 0 or 1, is missing from `dZ2`.
    - **e**: no single factor, `db2` alone: it was summed over everything, units and examples. The
      nearest factor is 0.60, as in c, but the error is 0.61 and not 0.25.
    - **f**: no single factor, `dW1` alone. It differs from the right gradient by -0.1 times `W1`, entry
      by entry: the cost has an L2 penalty with λ/m = 0.1, and in one line its gradient was forgotten.
      """


# %% [markdown]
# ## How fast can a check be?
#
# Your loop runs the network twice for each parameter. `stacked_gradient` does the same with all moves
# side by side in one array.
#
# And there is a third way, without any subtraction: move a parameter by a tiny imaginary number $ih$,
# say $h = 10^{-20}$. Since $J(\theta + ih) \approx J(\theta) + ih\, J'(\theta)$, the imaginary part of
# the cost, divided by $h$, is the derivative, to the last digit: nothing is subtracted, so nothing
# cancels. `complex_step_gradient` does that.

# %% tags=["skip-execution"] nbgrader={"grade_id": "speed", "locked": true}
parameters, X, Y = cases.small_network(1)
_, cache = forward_propagation(X, parameters)
grads = backward_propagation(X, Y, cache)
ways = {
    "your loop": lambda: gradient_check_n(parameters, grads, X, Y, 1e-5)[1],
    "all moves at once": lambda: stacked_gradient(parameters, X, Y, 1e-5),
    "complex step": lambda: complex_step_gradient(parameters, X, Y),
}
milliseconds = {}
for name, way in ways.items():
    milliseconds[name] = 1000 * min(timeit.repeat(way, number=1, repeat=20))
    worst = max(np.abs(way()[key] - grads[key]).max() for key in way())
    print(f"{name:18} largest gap to the backward pass: {worst:.0e}")
pictures.plot_times(milliseconds, title="47 parameters, 3 examples: the loop is the slow way")
show()

# %% [markdown]
# **What you saw.** The stacked check is as exact as your loop and many times as fast. The complex
# step is exact to the last digits, and takes a little longer, since a complex number is two numbers.
#
# It has a price: every operation must work with complex numbers. `np.maximum` compares the real parts
# and works. Python's `max` refuses complex numbers. `abs` and `.real` lose the imaginary part without a
# word. The loop needs nothing but a cost. For a few checks before a training, that is enough.
#
# ## A cost that throws dice
#
# With dropout the cost is random, and many texts say that gradient checking does not work with it. Try it:
# hold the masks fixed, and look. Then draw new masks for each cost, and look again.

# %% tags=["skip-execution"] nbgrader={"grade_id": "dropout-check", "locked": true}
rng = np.random.RandomState(1)


def cost_with_fresh_masks(parameters, X, Y):
    """Compute the cost of a network with dropout, under masks that are drawn now."""
    return Program(draw_multipliers(rng)).cost(parameters, X, Y)


found, pairs = {"fixed masks": [], "fresh masks": []}, {}
for _ in range(20):
    X, Y, parameters, _ = line_up(rng)
    network = Program(draw_multipliers(rng))  # a right backward pass, through these masks
    gradients = network.backward(parameters, X, Y)
    for name, cost in zip(found, (network.cost, cost_with_fresh_masks), strict=True):
        difference, numerical = gradient_check_n(parameters, gradients, X, Y, cost=cost)
        found[name].append(difference)
        pairs[name] = tuple(
            np.concatenate([blocks[key].ravel() for key in numerical])
            for blocks in (gradients, numerical)
        )
for name, values in found.items():
    print(f"{name}, 20 networks: from {min(values):.1e} to {max(values):.1e}")
pictures.plot_pairs(pairs, titles=("the check works", "the check sees noise"))
show()

# %% [markdown]
# **What you saw.** With the masks held fixed the check is as sharp as ever: all points lie on the
# line. With fresh masks the two costs of a quotient belong to two different networks. Their
# difference, divided by a tiny ε, is a huge random number, and the relative difference is 1. So
# gradient checking works with dropout, if all costs and the backward pass use the same masks.

# %% [markdown]
# ## What to remember
#
# - Move a parameter up and down, and divide by 2ε: the error is of the order of ε². One-sided it
#   would be of the order of ε.
# - Compare by the relative difference: below 1e-7 all is well, above 1e-2 it is not. Where both sides
#   are 0, they agree. Where one side is 0, look at the size of the other. At a kink a right gradient may
#   fail.
# - Compute the cost from the logits. Lost digits look like a mistake.
# - Look at each block: the mistake is in the wrong layer nearest to the output, and error and factor
#   often name it.
# - Regularize the cost if you regularize the gradient, and hold dropout masks fixed.
# - Check a few times on a small network, in double precision, and switch the check off to train.
#
# ## What to read
#
# - Baydin and others, *Automatic differentiation in machine learning: a survey* (2018): numerical,
#   symbolic and automatic slopes side by side, and what each is good for.
# - The notes of Stanford's *CS231n*, "Neural networks 3": a list of what to watch for in a gradient check,
#   kinks and regularization among it.
# - The *Deep Learning Specialization* (deeplearning.ai, 2017), course 2, week 1: the exercise with two
#   planted mistakes and the difference of 1.19e-07.
#
# **Your experiments:** add a cell, plant a mistake of your own in a right backward pass, and see what
# the check says. Which mistake can you make that it does not see?
#
# **Where to go next:** how small should ε be? The lesson `notebooks/lesson_3_gradient_checking` draws the
# error over ε, for three kinds of step, two precisions, and two costs.
