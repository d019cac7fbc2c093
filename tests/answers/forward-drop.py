# %% wrong no-input-mask: the input not masked
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x  # <-- here
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong x-unmasked-up: x instead of a[0] goes up
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(x, w[1]) + b[1]) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-mask-1: layer 1 not masked
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1])  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-mask-2: layer 2 not masked
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2])  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-masks: no mask at all
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x  # <-- here
    a[1] = relu(np.dot(a[0], w[1]) + b[1])  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2])  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong mask-before-bias: masked before the bias
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) * masks[1] + b[1])  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) * masks[2] + b[2])  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-bias: biases forgotten
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1])) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2])) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]))  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-bias-3: the last bias forgotten
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]))  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong bias-outside: bias added after relu
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = (relu(np.dot(a[0], w[1])) + b[1]) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-relu: relu forgotten in layer 2
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = (np.dot(a[1], w[2]) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-relu-both: relu forgotten
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = (np.dot(a[0], w[1]) + b[1]) * masks[1]  # <-- here
    a[2] = (np.dot(a[1], w[2]) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong sigmoid-hidden: sigmoid in a hidden layer
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = sigmoid(np.dot(a[1], w[2]) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong relu-output: relu at the output
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = relu(np.dot(a[2], w[3]) + b[3])  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong no-sigmoid: no sigmoid
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = np.dot(a[2], w[3]) + b[3]  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong mask-index: the mask of the layer below
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[0]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[1]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong mask-dot: matrix product with the mask
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = np.dot(relu(np.dot(a[0], w[1]) + b[1]), masks[1])  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong weights-turned: w times a
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(w[1], a[0]) + b[1]) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong w-transposed: w transposed as in notebook 2
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2].T) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong star: entry by entry with the weights
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(a[0] * w[1] + b[1]) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong unmasked-copy-up: the unmasked output of layer 1 goes up
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    h = relu(np.dot(a[0], w[1]) + b[1])
    a[1] = h * masks[1]
    a[2] = relu(np.dot(h, w[2]) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong mask-twice: layer 1 masked twice
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1] * masks[1], w[2]) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong mask-plus: mask added
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) + masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong mask-divided: divided by the mask
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x / masks[0]  # <-- here
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong mask-bool: masks used as 0 and 1
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * (masks[1] > 0)  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * (masks[2] > 0)  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong scaled-again: divided by the share once more
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1] / 0.5  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong a-not-masked-stored: a[2] stored before its mask
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2])  # <-- here
    y = sigmoid(np.dot(a[2] * masks[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong y-none: y left
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = None  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong first-line-only: first line done
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = None  # <-- here
    a[2] = None  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong first-two-lines: first two lines done
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = None  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong a1-in-output: a[1] in the last layer
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[1], w[3]) + b[3])  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong w1-twice: w[1] in layer 2
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[1]) + b[1]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong b-shift: biases of the layer below
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[0]) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong keys-strings: keys a1, a2
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a["1"] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]  # <-- here
    a["2"] = relu(np.dot(a["1"], w[2]) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a["2"], w[3]) + b[3])  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong return-turned: a first
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return a, y  # <-- here


# %% wrong return-y: y alone
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y  # <-- here


# %% wrong in-place-x: x masked in place
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    x *= masks[0]  # <-- here
    a[0] = x  # <-- here
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong rounded: y rounded to a label
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = (sigmoid(np.dot(a[2], w[3]) + b[3]) > 0.5) * 1.0  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% right loop: a loop
def forward_drop(x, w, b, masks):
    a = {0: x * masks[0]}
    for l in (1, 2):
        a[l] = np.maximum(a[l - 1] @ w[l] + b[l], 0) * masks[l]
    a[3] = sigmoid(a[2] @ w[3] + b[3]) * masks[3]
    return a[3], a


# %% right zeros: zeros by a boolean index, other names
def forward_drop(batch, weights, biases, D):
    layers = [np.multiply(batch, D[0])]
    for k in range(1, 3):
        z = layers[-1].dot(weights[k]) + biases[k]
        z[z < 0] = 0
        layers.append(z * D[k])
    out = 1 / (1 + np.exp(-(layers[2].dot(weights[3]) + biases[3])))
    return out, {0: layers[0], 1: layers[1], 2: layers[2], 3: out}


# %% right mask-inside: the mask under relu, as it is never negative
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu((np.dot(a[0], w[1]) + b[1]) * masks[1])
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% right einsum: einsum and a helper
def unit(values, w, b):
    return np.einsum("mi,ij->mj", values, w) + b

def forward_drop(x, w, b, masks):
    a = {}
    a[0] = masks[0] * x
    a[1] = masks[1] * relu(unit(a[0], w[1], b[1]))
    a[2] = masks[2] * relu(unit(a[1], w[2], b[2]))
    y = sigmoid(unit(a[2], w[3], b[3]))
    a[3] = y.copy()
    return y, a


# %% right as-planned: along the plan of the second hint
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong leaky: a leaky ReLU in layer 1
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = np.where(np.dot(a[0], w[1]) + b[1] > 0, 1, 0.01) * (np.dot(a[0], w[1]) + b[1]) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong bias-minus: the bias subtracted in layer 2
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) - b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong relu-input: relu on the input
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = relu(x) * masks[0]  # <-- here
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong relu-then-sigmoid: relu before the sigmoid
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(relu(np.dot(a[2], w[3]) + b[3]))  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong tanh: tanh in the hidden layers
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = np.tanh(np.dot(a[0], w[1]) + b[1]) * masks[1]  # <-- here
    a[2] = np.tanh(np.dot(a[1], w[2]) + b[2]) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong input-raw: a[0] stored unmasked
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    a[0] = x  # <-- here
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong softplus: a smooth relu in layer 2
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = relu(np.dot(a[0], w[1]) + b[1]) * masks[1]
    a[2] = np.log1p(np.exp(np.dot(a[1], w[2]) + b[2])) * masks[2]  # <-- here
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a


# %% wrong absolute: absolute values for relu in layer 1
def forward_drop(x, w, b, masks):
    """Compute a forward pass with dropout, formula (7)."""
    y, a = None, {}

    ### START CODE HERE ### (about 4 lines)
    a[0] = x * masks[0]
    a[1] = np.abs(np.dot(a[0], w[1]) + b[1]) * masks[1]  # <-- here
    a[2] = relu(np.dot(a[1], w[2]) + b[2]) * masks[2]
    y = sigmoid(np.dot(a[2], w[3]) + b[3])
    ### END CODE HERE ###

    a[3] = y
    return y, a
