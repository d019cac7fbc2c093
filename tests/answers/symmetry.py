# %% wrong axis-one: largest and smallest taken along rows
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=1) - np.min(W1, axis=1))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong no-axis: largest minus smallest of the whole matrix
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(W1) - np.min(W1)  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong min-outside: smallest of the columns' spreads
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.min(np.max(W1, axis=0) - np.min(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong sum: spreads summed over the columns
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.sum(np.max(W1, axis=0) - np.min(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong mean: mean of the spreads
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.mean(np.max(W1, axis=0) - np.min(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong neighbours: only neighbouring rows compared
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.abs(np.diff(W1, axis=0)))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong first-two: only the first two rows compared
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.abs(W1[0] - W1[1]))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong first-row: each row compared with the first only
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.abs(W1 - W1[0]))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong first-last [not SYM-FIRST-ROW]: only first and last row
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.abs(W1[0] - W1[-1]))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong no-abs: neighbouring rows subtracted, without absolute values
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(W1[1:] - W1[:-1])  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong norm: largest euclidean distance to the mean row
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.linalg.norm(W1 - W1.mean(axis=0), axis=1))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong std: standard deviation of the columns
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.std(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong max-of-max: the difference of the extremes of the columns
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0)) - np.min(np.min(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong ptp-axis-one: np.ptp along the wrong axis
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.ptp(W1, axis=1).max()  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong new-name: the new parameters get a name of their own and are never used
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        new_parameters = update_parameters(parameters, grads, learning_rate)  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong no-assign: update_parameters called, its result not kept
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        update_parameters(parameters, grads, learning_rate)  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong minus-rate: the learning rate negated
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, -learning_rate)  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong rate-built-in: the example's learning rate built in
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, 0.5)  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong return-in-loop: return indented into the loop
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
        return gaps  # <-- here


# %% wrong no-return: return lost
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)  # <-- after
        ### END CODE HERE ###


# %% wrong gap-only: the step of training not written
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))  # <-- after
        ### END CODE HERE ###
    return gaps


# %% wrong train-only: the gap never stored
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]  # <-- after
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong gap-not-stored: the gap computed into another name
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gap = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong whole-gaps: the whole array overwritten by the last gap
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong one-late: stored one place too early, so that the first lands at the end
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step - 1] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong backward-order: Y and AL exchanged
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(Y, AL, caches)  # <-- here
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong forward-unpacked: the forward pass's pair not unpacked
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL = L_model_forward(X, parameters)  # <-- here
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong first-not-kept-w1: W1 updated by hand only, the other layers stay
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = {**parameters, "W1": W1 - learning_rate * grads["dW1"]}  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong grads-keys: the gradients taken without their d
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = {k: parameters[k] - learning_rate * grads[k] for k in parameters}  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong step-first: the step before the measurement
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        W1 = parameters["W1"]  # <-- here
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
    return gaps


# %% wrong loop-short: the loop rewritten and one round short
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps):  # <-- here
        W1 = parameters["W1"]
        gaps[step] = np.max(np.ptp(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return gaps


# %% wrong pairs-half: loops over pairs, but keeps the last difference instead of the largest
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        for i in range(W1.shape[0]):
            for j in range(W1.shape[0]):
                for k in range(W1.shape[1]):
                    gaps[step] = abs(W1[i, k] - W1[j, k])  # <-- here
        A, caches = L_model_forward(X, parameters)
        grads = L_model_backward(A, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
    return gaps


# %% right ptp: np.ptp
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        gaps[step] = np.ptp(W1, axis=0).max()
        AL, caches = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return gaps


# %% right pairs: loops over all pairs, and other names for the parameters
def train_and_compare_units(inputs, labels, params, lr, n):
    gaps = []
    for step in range(n + 1):
        W1 = params["W1"]
        worst = 0
        for i in range(len(W1)):
            for j in range(i):
                worst = max(worst, max(abs(W1[i] - W1[j])))
        gaps.append(worst)
        A, caches = L_model_forward(inputs, params)
        grads = L_model_backward(A, labels, caches)
        params = update_parameters(params, grads, lr)
    return np.array(gaps)


# %% right broadcast: all differences at once by broadcasting, and a step by hand
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    gaps = np.empty(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        gaps[step] = np.abs(W1[:, None, :] - W1[None, :, :]).max()
        if step < num_steps:
            AL, caches = L_model_forward(X, parameters)
            grads = L_model_backward(AL, Y, caches)
            parameters = {k: v - learning_rate * grads["d" + k] for k, v in parameters.items()}
    return gaps


# %% right list: returns a plain list
def gap(W):
    return float(np.amax(W.max(0) - W.min(0)))

def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    gaps = [gap(parameters["W1"])]
    for _ in range(num_steps):
        AL, caches = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
        gaps += [gap(parameters["W1"])]
    return gaps


# %% right as-planned: along the plan of the second hint
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong w2-measured: the second layer measured
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W2"]  # <-- here
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong abs-values: the spread of the absolute values
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        size = np.abs(W1)  # <-- here
        gaps[step] = np.max(size.max(axis=0) - size.min(axis=0))  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong two-steps: two steps between two measurements
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)  # <-- here
        parameters = update_parameters(parameters, grads, learning_rate)  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong rate-over-m: the rate divided by the number of examples
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate / X.shape[1])  # <-- here
        ### END CODE HERE ###
    return gaps


# %% wrong with-bias: the biases measured as one more column
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        W1 = np.hstack([W1, parameters["b1"]])  # <-- here
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong first-weight: the gap of the first weight only
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(W1[:, 0]) - np.min(W1[:, 0])  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong square: the gap squared
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max((np.max(W1, axis=0) - np.min(W1, axis=0)) ** 2)  # <-- here
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps


# %% wrong labels-turned: 0 and 1 exchanged in the labels
def train_and_compare_units(X, Y, parameters, learning_rate, num_steps):
    """Train, and measure how far the units of the first layer are apart."""
    gaps = np.zeros(num_steps + 1)
    for step in range(num_steps + 1):
        W1 = parameters["W1"]
        ### START CODE HERE ### (about 5 lines: the gap, then one step of training)
        gaps[step] = np.max(np.max(W1, axis=0) - np.min(W1, axis=0))
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, 1 - Y, caches)  # <-- here
        parameters = update_parameters(parameters, grads, learning_rate)
        ### END CODE HERE ###
    return gaps
