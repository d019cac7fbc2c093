# %% wrong np-random: drawn from np.random instead of rng
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.random.randn(layers_dims[layer], layers_dims[layer - 1]) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong np-random-rand: uniform numbers from np.random
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.random.rand(layers_dims[layer], layers_dims[layer - 1]) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong uniform: uniform numbers from rng
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.random((layers_dims[layer], layers_dims[layer - 1])) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong rand: rng.rand for rng.randn
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.rand(layers_dims[layer], layers_dims[layer - 1]) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong no-ten: the factor 10 forgotten
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong hundredth: multiplied by 0.01, as usual
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 0.01  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong divided: divided by 10
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) / 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong plus-ten: 10 added
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) + 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong power-ten: to the power of 10
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) ** 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong swapped: rows and columns swapped
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer - 1], layers_dims[layer])) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong swapped-transposed: drawn in the swapped shape and transposed
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer - 1], layers_dims[layer])).T * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong b-random: biases drawn, too
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = rng.standard_normal((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong b-random-ten: biases drawn and multiplied, too
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = rng.standard_normal((layers_dims[layer], 1)) * 10  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong b-flat: b has one axis
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = np.zeros(layers_dims[layer])  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong b-none: only the first line done
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = None  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong he-here: He's factor in place of 10
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * np.sqrt(2 / layers_dims[layer - 1])  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong seed-inside: rng set back inside the loop
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        rng = np.random.RandomState(3)  # <-- here
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong seed-rng: rng.seed(3) inside the loop
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        rng.seed(3)  # <-- here
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong np-seed-inside: np.random seeded with the example's 3 before the loop and used
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    np.random.seed(3)  # <-- here
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.random.randn(layers_dims[layer], layers_dims[layer - 1]) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong one-number: one number for the whole matrix
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal() * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong one-number-shaped: one number times a matrix of ones
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal() * np.ones((layers_dims[layer], layers_dims[layer - 1])) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong no-pair: standard_normal called with two numbers
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal(layers_dims[layer], layers_dims[layer - 1]) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong randn-pair: randn called with a pair
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randn((layers_dims[layer], layers_dims[layer - 1])) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong b-key: the bias stored under W
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"W{layer}"] = np.zeros((layers_dims[layer], 1))  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong abs: absolute values, since weights felt better positive
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.abs(rng.standard_normal((layers_dims[layer], layers_dims[layer - 1]))) * 10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong integers: random integers up to 10
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.randint(-10, 10, (layers_dims[layer], layers_dims[layer - 1]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong return-in-loop: return indented into the loop
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
        return parameters  # <-- here


# %% wrong normal-ten-mean: rng.normal with the 10 as mean
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.normal(10, size=(layers_dims[layer], layers_dims[layer - 1]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong course-no-rng: the whole known function pasted, its own seed and no rng
def initialize_parameters_random(layers_dims):  # <-- here
    np.random.seed(3)               # This seed makes sure your "random" numbers will be the as ours
    parameters = {}
    L = len(layers_dims)            # integer representing the number of layers
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layers_dims[l], layers_dims[l-1]) * 10  # <-- here
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% wrong course-body: the known body with the given first line, drawing from np.random seeded with 3
def initialize_parameters_random(layers_dims, rng):
    np.random.seed(3)  # <-- here
    parameters = {}
    L = len(layers_dims)
    for l in range(1, L):
        parameters['W' + str(l)] = np.random.randn(layers_dims[l], layers_dims[l-1]) * 10  # <-- here
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% wrong all-at-once-b-first: the weights of all layers drawn after the loop, the last layer first
def initialize_parameters_random(layers_dims, rng):
    parameters = {}
    L = len(layers_dims)
    for l in range(L - 1, 0, -1):  # <-- here
        parameters['W' + str(l)] = rng.randn(layers_dims[l], layers_dims[l-1]) * 10
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% right randn: rng.randn, the product turned round
def initialize_parameters_random(layers_dims, rng):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters['W' + str(l)] = 10 * rng.randn(layers_dims[l], layers_dims[l - 1])
        parameters['b' + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters


# %% right normal: rng.normal with scale 10
def initialize_parameters_random(layer_dims, generator):
    return {
        name: value
        for l in range(1, len(layer_dims))
        for name, value in (
            (f"W{l}", generator.normal(0, 10, size=(layer_dims[l], layer_dims[l - 1]))),
            (f"b{l}", np.zeros((layer_dims[l], 1))),
        )
    }


# %% right entry-by-entry: each entry drawn in a loop, row by row
def initialize_parameters_random(layers_dims, rng):
    parameters = {}
    for layer in range(1, len(layers_dims)):
        W = np.zeros((layers_dims[layer], layers_dims[layer - 1]))
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                W[i, j] = 10 * rng.standard_normal()
        parameters[f"W{layer}"] = W
        parameters[f"b{layer}"] = 0 * W[:, :1]
    return parameters


# %% right flat-draw: drawn flat and reshaped, biases from the zeros function
def initialize_parameters_random(layers_dims, rng):
    parameters = initialize_parameters_zeros(layers_dims)
    for name in parameters:
        if name.startswith("W"):
            rows, columns = parameters[name].shape
            parameters[name] = 10.0 * rng.standard_normal(rows * columns).reshape(rows, columns)
    return parameters


def initialize_parameters_zeros(dims):
    out = {}
    for l in range(1, len(dims)):
        out[f"W{l}"] = np.zeros((dims[l], dims[l - 1]))
        out[f"b{l}"] = np.zeros((dims[l], 1))
    return out


# %% right as-planned: along the plan of the second hint
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong hundred: multiplied by 100
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 100  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong minus: multiplied by minus 10
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * -10  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong b-ten: biases of 10, large as well
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = np.ones((layers_dims[layer], 1)) * 10  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong root-ten: the root of 10, as if 10 were a variance
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * np.sqrt(10)  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong b-drawn-zero: biases drawn and multiplied by 0, which uses up numbers of rng
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10
        parameters[f"b{layer}"] = rng.standard_normal((layers_dims[layer], 1)) * 0  # <-- here
        ### END CODE HERE ###
    return parameters


# %% wrong ten-in-shape: the 10 inside the shape
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer] * 10, layers_dims[layer - 1]))  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong times-layer: multiplied by the layer's number, too
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10 * layer  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters


# %% wrong relu: negative ones set to 0
def initialize_parameters_random(layers_dims, rng):
    """Return random weights that are too large, and biases of zero."""
    parameters = {}
    for layer in range(1, len(layers_dims)):
        ### START CODE HERE ### (about 2 lines)
        parameters[f"W{layer}"] = np.maximum(rng.standard_normal((layers_dims[layer], layers_dims[layer - 1])) * 10, 0)  # <-- here
        parameters[f"b{layer}"] = np.zeros((layers_dims[layer], 1))
        ### END CODE HERE ###
    return parameters
