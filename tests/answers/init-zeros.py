# %% wrong swapped: rows and columns of W swapped
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer - 1], layers_dims[layer]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong flat-b: b has one axis
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros(layers_dims[layer])  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong flat-b-comma: b's shape is a pair with nothing after the comma
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer],))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong row-b: b is a row
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((1, layers_dims[layer]))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong square-w: W is square, of the layer's own size
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong no-pair: the parentheses of the pair forgotten
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros(layers_dims[layer], layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong no-pair-b: the parentheses of b's pair forgotten
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros(layers_dims[layer], 1)  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong b-none: only the first line done
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = None  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong w-none: only the second line done
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = None  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong plus-one: the layer above instead of the layer below
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer + 1], layers_dims[layer]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong b-below: b has the size of the layer below
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer - 1], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong ones-b: biases of one
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.ones((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong scalar-zero: a plain 0 for each
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = 0  # <-- here
        parameters[f"b{layer}"] = 0  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong empty-array: np.empty, and 1 added
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.empty((layers_dims[layer], layers_dims[layer - 1])) + 1  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong keys-upper-b: the bias keys have a capital B
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"B{layer}"] = np.zeros((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong keys-no-number: keys without the layer's number
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters["W"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))  # <-- here
        parameters["b"] = np.zeros((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong keys-plain-string: the f of the f-string lost
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters["W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))  # <-- here
        parameters["b{layer}"] = np.zeros((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong keys-from-zero: keys counted from 0
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer - 1}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))  # <-- here
        parameters[f"b{layer - 1}"] = np.zeros((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong lists: nested lists by the star, rows wrong way round
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = [[0] * layers_dims[layer]] * layers_dims[layer - 1]  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong return-in-loop: return indented into the loop
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
        return parameters  # <-- here


# %% wrong no-return: return lost
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))  # <-- after
        ### END CODE HERE ###


# %% wrong random-small: thought zeros would not learn and drew small numbers
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.random.randn(layers_dims[layer], layers_dims[layer - 1]) * 0.01  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong not-stored: results in variables of their own, never stored
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        W = np.zeros((layers_dims[layer], layers_dims[layer - 1]))  # <-- here
        b = np.zeros((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong integer-layers: layers_dims used as a number
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims, layers_dims - 1))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong built-in-sizes: the sizes of the example built in
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((2, 3)) if layer == 1 else np.zeros((1, 2))  # <-- here
        parameters[f"b{layer}"] = np.zeros((2, 1)) if layer == 1 else np.zeros((1, 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong course-range: pasted from the known assignment with a range that stops one early
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    L = len(layers_dims) - 1  # <-- here
    for l in range(1, L):  # <-- here
        parameters["W" + str(l)] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% wrong parens-str: the key joined with the loop's number without str
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters["W" + l] = np.zeros((layers_dims[l], layers_dims[l - 1]))  # <-- here
        parameters["b" + l] = np.zeros((layers_dims[l], 1))  # <-- here
    return parameters


# %% right course: pasted from the known assignment
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    L = len(layers_dims)            # number of layers in the network

    for l in range(1, L):
        parameters['W' + str(l)] = np.zeros((layers_dims[l], layers_dims[l-1]))
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% right layer-dims: the parameter has another name
def initialize_parameters_zeros(layer_dims):
    p = {}
    for i, (n_in, n_out) in enumerate(zip(layer_dims[:-1], layer_dims[1:]), start=1):
        p["W%d" % i] = np.zeros([n_out, n_in])
        p["b%d" % i] = np.zeros([n_out, 1])
    return p


# %% right ordered: OrderedDict and integer zeros
from collections import OrderedDict

def initialize_parameters_zeros(layers_dims):
    parameters = OrderedDict()
    for layer in range(1, len(layers_dims)):
        parameters["W{}".format(layer)] = np.zeros((layers_dims[layer], layers_dims[layer - 1]), dtype=int)
        parameters["b{}".format(layer)] = np.zeros((layers_dims[layer], 1), dtype=np.float32)
    return parameters


# %% right helper: a helper function and full
def zero(rows, cols=1):
    return np.full((rows, cols), 0.0)

def initialize_parameters_zeros(*args):
    dims = args[0]
    found = {}
    layer = 1
    while layer < len(dims):
        found[f"b{layer}"] = zero(dims[layer])
        found[f"W{layer}"] = zero(dims[layer], dims[layer - 1])
        layer += 1
    return found


# %% right random-times-zero: random numbers multiplied by 0
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for layer in range(1, len(layers_dims)):
        parameters[f"W{layer}"] = np.random.randn(layers_dims[layer], layers_dims[layer - 1]) * 0
        parameters[f"b{layer}"] = parameters[f"W{layer}"][:, :1] * 0
    return parameters


# %% right as-planned: along the plan of the second hint
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong like-w: b made like W, with zeros_like
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = np.zeros_like(parameters[f"W{layer}"])  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong w-column: b's line copied for W, the shape not changed
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], 1))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong square-below: W is square, of the size of the layer below
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer - 1], layers_dims[layer - 1]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong eye: W is an identity, so that something gets through
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.eye(layers_dims[layer], layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong full-small: filled with 0.01
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.full((layers_dims[layer], layers_dims[layer - 1]), 0.01)  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong w-flat: W is one long row of zeros
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros(layers_dims[layer] * layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong list-column: b is a nested list
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        parameters[f"b{layer}"] = [[0.0]] * layers_dims[layer]  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong one-row-more: a row more, for the bias
def initialize_parameters_zeros(layers_dims):
    """Return parameters that are all zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer] + 1, layers_dims[layer - 1]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters
