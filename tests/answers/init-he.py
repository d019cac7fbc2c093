# %% wrong no-root: the root forgotten
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * 2 / layers_dims[layer - 1]  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong root-of-two: only the 2 under the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2) / layers_dims[layer - 1]  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong root-below: only the size under the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * 2 / np.sqrt(layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong own-size: the layer's own size in the factor
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong input-size [not HE-NO-FACTOR]: the input's size for every layer
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[0])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong xavier: 1 in place of 2
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(1 / layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong glorot: 2 over the sum of both sizes
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / (layers_dims[layer - 1] + layers_dims[layer]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong integer-division: integer division under the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 // layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong times-n: multiplied under the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 * layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong inverse: fraction upside down
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(layers_dims[layer - 1] / 2)  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong divided: divided by the factor
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) / np.sqrt(2 / layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong square: squared where the root belongs
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * (2 / layers_dims[layer - 1]) ** 2  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong half-power-precedence: a half as exponent, tied to the size alone
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * 2 / layers_dims[layer - 1] ** 0.5  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong power-integer: an exponent of 1 / 2 without parentheses
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * (2 / layers_dims[layer - 1]) ** 1 / 2  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong no-factor: no factor at all
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong ten: the 10 of the last exercise still there
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * 10 * np.sqrt(2 / layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong ten-only: the line of the last exercise
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong uniform: uniform numbers
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.rand(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong np-random: drawn from np.random
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.random.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong swapped: rows and columns swapped
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer - 1], layers_dims[layer]) * np.sqrt(2 / layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong index-precedence: the 1 taken off the quotient instead of the place
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer] - 1)  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong shape-minus: the 1 taken off the layer's size instead of the place
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / (layers_dims[layer] - 1))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong b-he: biases drawn with the same factor
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"b{layer}"] = rng.randn(layers_dims[layer], 1) * np.sqrt(2 / layers_dims[layer - 1])  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong b-flat: b has one axis
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"b{layer}"] = np.zeros(layers_dims[layer])  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong b-missing: only the first line done
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"b{layer}"] = None  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong seed-inside: rng set back in every layer
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        rng = np.random.RandomState(3)  # <-- here
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong built-in-root-half: the example's factors built in
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * (1 if layer == 1 else np.sqrt(0.5))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong math-sqrt-list: the root of the whole list
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / np.array(layers_dims))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong list-division: 2 divided by the list
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims)  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong layer-number: the layer's number where its size belongs
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layer)  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong count: the number of layers where the size belongs
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / len(layers_dims))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong last-layer-plain: loop right, but the last layer's weights left unscaled
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        if layer == len(layers_dims) - 1:  # <-- here
            parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1])  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong course-no-rng: the whole known function pasted
def initialize_parameters_he(layers_dims):  # <-- here
    np.random.seed(3)
    parameters = {}
    L = len(layers_dims) - 1 # integer representing the number of layers

    for l in range(1, L + 1):
        parameters['W' + str(l)] = np.random.randn(layers_dims[l], layers_dims[l-1]) * np.sqrt(2./layers_dims[l-1])  # <-- here
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))

    return parameters


# %% wrong range-short: the known function with rng, but the loop stops at L
def initialize_parameters_he(layers_dims, rng):
    parameters = {}
    L = len(layers_dims) - 1  # <-- here
    for l in range(1, L):  # <-- here
        parameters['W' + str(l)] = rng.randn(layers_dims[l], layers_dims[l-1]) * np.sqrt(2./layers_dims[l-1])
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% right course-rng: the known body with rng
def initialize_parameters_he(layers_dims, rng):
    parameters = {}
    L = len(layers_dims) - 1
    for l in range(1, L + 1):
        parameters['W' + str(l)] = np.multiply(rng.randn(layers_dims[l], layers_dims[l-1]), np.sqrt(2. / layers_dims[l-1]))
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% right divide: divided by the root of half the size
import math

def initialize_parameters_he(dims, rng):
    parameters = {}
    for l in range(len(dims) - 1):
        n_in, n_out = dims[l], dims[l + 1]
        parameters[f"W{l + 1}"] = rng.standard_normal((n_out, n_in)) / math.sqrt(n_in / 2)
        parameters[f"b{l + 1}"] = np.zeros((n_out, 1))
    return parameters


# %% right normal-scale: rng.normal with the spread
from collections import defaultdict

def initialize_parameters_he(layers_dims, rng, gain=2.0):
    parameters = defaultdict(list)
    for layer, n_in in enumerate(layers_dims[:-1], 1):
        shape = (layers_dims[layer], n_in)
        parameters[f"W{layer}"] = rng.normal(scale=(gain / n_in) ** 0.5, size=shape)
        parameters[f"b{layer}"] = np.zeros((shape[0], 1))
    return parameters


# %% right reuse: scales what the function of the last exercise would draw
def draw(dims, rng):
    out = {}
    for l in range(1, len(dims)):
        out[f"W{l}"] = rng.randn(dims[l], dims[l - 1]) * 10
        out[f"b{l}"] = np.zeros((dims[l], 1))
    return out

def initialize_parameters_he(layers_dims, rng):
    found = draw(layers_dims, rng)
    for l in range(1, len(layers_dims)):
        found[f"W{l}"] *= np.sqrt(2 / layers_dims[l - 1]) / 10
    return found


# %% right as-planned: along the plan of the second hint
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong two-over-root: the 2 outside the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = 2 / np.sqrt(layers_dims[layer - 1])  # <-- here
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * scale
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong root-two-over-n: the size outside the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = np.sqrt(2) / layers_dims[layer - 1]  # <-- here
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * scale
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong plus-scale: the factor added
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) + scale  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong sum-of-all: the number of all units under the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = np.sqrt(2 / sum(layers_dims))  # <-- here
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * scale
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong product: both sizes multiplied under the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = np.sqrt(2 / (layers_dims[layer] * layers_dims[layer - 1]))  # <-- here
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * scale
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong b-drawn-zero: biases drawn and multiplied by 0, which uses up numbers of rng
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * scale
        parameters[f"b{layer}"] = rng.randn(layers_dims[layer], 1) * 0  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong scale-not-used: the factor computed and left out
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = np.sqrt(2 / layers_dims[layer - 1])
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong six: 6 under the root
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = np.sqrt(6 / layers_dims[layer - 1])  # <-- here
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * scale
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong cube-root: a third for the half
def initialize_parameters_he(layers_dims, rng):
    """Return weights drawn with He's spread (2), and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        scale = (2 / layers_dims[layer - 1]) ** (1 / 3)  # <-- here
        parameters[f"W{layer}"] = rng.randn(layers_dims[layer], layers_dims[layer - 1]) * scale
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters
