# %% wrong no-copy: the blocks not copied
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name]  # <-- here
            up[index] += epsilon
            down = parameters[name]  # <-- here
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong no-copy-up: the upper block not copied
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name]  # <-- here
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong dict-copy: only the dictionary copied
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = dict(parameters)[name]  # <-- here
            up[index] += epsilon
            down = dict(parameters)[name]  # <-- here
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong same-array: down is another name of up
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = up  # <-- here
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong down-from-up: down copied from up
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = up.copy()  # <-- here
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong epsilon-once: divided by epsilon alone
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / epsilon  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong no-parens: / 2 * epsilon
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / 2 * epsilon  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong precedence: only the lower cost divided
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = J_up - J_down / (2 * epsilon)  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong turned: down minus up
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_down - J_up) / (2 * epsilon)  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong one-sided: the lower block not moved
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()  # <-- after
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong one-sided-right: one-sided quotient
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()  # <-- after
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / epsilon  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong all-moved: the whole block moved
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up += epsilon  # <-- here
            down = parameters[name].copy()
            down -= epsilon  # <-- here
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong set-not-added: the number replaced by epsilon
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] = epsilon  # <-- here
            down = parameters[name].copy()
            down[index] = -epsilon  # <-- here
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong stable-built-in: stable_cost called in place of the parameter
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = stable_cost({**parameters, name: up}, X, Y)  # <-- here
            J_down = stable_cost({**parameters, name: down}, X, Y)  # <-- here
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong cost-unmoved: the cost of the unmoved parameters
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost(parameters, X, Y)  # <-- here
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong key-string: the word name as key
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, "name": up}, X, Y)  # <-- here
            J_down = cost({**parameters, "name": down}, X, Y)  # <-- here
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong block-only: only the block passed to the cost
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({name: up}, X, Y)  # <-- here
            J_down = cost({name: down}, X, Y)  # <-- here
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong args: the cost called with X first
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost(X, Y, {**parameters, name: up})  # <-- here
            J_down = cost(X, Y, {**parameters, name: down})  # <-- here
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong slope-not-stored: the quotient in another name
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            gradapprox = (J_up - J_down) / (2 * epsilon)  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong epsilon-built-in: 1e-7 built in
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / 2e-7  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong all-gradients: all entries of gradients, dZ3 and the like with them
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector(gradients)  # <-- here
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong norm-of-sum: norm of the sum
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad + approx)  # <-- here
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong grad-twice: the gradient's norm twice
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(grad)  # <-- here
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong one-norm: only one norm below
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(approx)  # <-- here
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong squares: sums of squares without the root
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.sum((grad - approx) ** 2)  # <-- here
    denominator = np.sum(grad ** 2) + np.sum(approx ** 2)  # <-- here
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong max-norm: largest entries instead of norms
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.max(np.abs(grad - approx))  # <-- here
    denominator = np.max(np.abs(grad)) + np.max(np.abs(approx))  # <-- here
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong numerator-only: the numerator as difference
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator  # <-- here
    ### END CODE HERE ###
    return difference, numerical


# %% wrong upside-down: upside down
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = denominator / numerator  # <-- here
    ### END CODE HERE ###
    return difference, numerical


# %% wrong difference-none: loop done, rest not
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    difference = None  # <-- here
    ### END CODE HERE ###
    return difference, numerical


# %% wrong loop-empty: the loop still empty, the end written
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0  # <-- after
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong return-one: returns the difference alone
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference  # <-- here


# %% wrong return-turned: returns the pair the other way round
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return numerical, difference  # <-- here


# %% wrong no-return: return lost
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    print(difference)  # <-- here


# %% wrong parameters-vector: compares with the parameters
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(parameters)  # <-- here
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong key-without-d: gradients looked up without the d
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in parameters})  # <-- here
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong weights-only: only the weights in the vectors
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical if "W" in key})  # <-- here
    approx = dictionary_to_vector({key: numerical[key] for key in numerical if "W" in key})  # <-- here
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong mean-of-blocks: the mean of the blocks' differences
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = np.mean([np.linalg.norm(gradients[k] - numerical[k]) / (np.linalg.norm(gradients[k]) + np.linalg.norm(numerical[k]) + 1e-30) for k in numerical])  # <-- here
    ### END CODE HERE ###
    return difference, numerical


# %% wrong x-moved: X moved in the second cost
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: up}, X - epsilon, Y)  # <-- here
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong names-fixed: keys of dW1 to db2 built in for the vectors
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in ["dW1", "db1", "dW2", "db2"]})  # <-- here
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% right in-place: moves and puts back
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    numerical = {}
    mine = {name: value.copy() for name, value in parameters.items()}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            keep = mine[name][index]
            mine[name][index] = keep + epsilon
            ahead = cost(mine, X, Y)
            mine[name][index] = keep - epsilon
            behind = cost(mine, X, Y)
            mine[name][index] = keep
            numerical[f"d{name}"][index] = (ahead - behind) / (2 * epsilon)
    total = {"difference": 0, "grad": 0, "approx": 0}
    for key, approx in numerical.items():
        total["difference"] += np.sum((gradients[key] - approx) ** 2)
        total["grad"] += np.sum(gradients[key] ** 2)
        total["approx"] += np.sum(approx ** 2)
    difference = total["difference"] ** 0.5 / (total["grad"] ** 0.5 + total["approx"] ** 0.5)
    return difference, numerical


# %% right vector: through one long vector, as the known version does
def to_dictionary(theta, shapes):
    out, place = {}, 0
    for name, shape in shapes.items():
        size = int(np.prod(shape))
        out[name] = theta[place:place + size].reshape(shape)
        place += size
    return out

def gradient_check_n(params, grads, X, Y, eps=1e-7, J=stable_cost):
    shapes = {k: v.shape for k, v in params.items()}
    theta = np.concatenate([v.reshape(-1, 1) for v in params.values()])
    gradapprox = np.zeros_like(theta)
    for i in range(len(theta)):
        plus, minus = np.copy(theta), np.copy(theta)
        plus[i] = plus[i] + eps
        minus[i] = minus[i] - eps
        gradapprox[i] = (J(to_dictionary(plus, shapes), X, Y) - J(to_dictionary(minus, shapes), X, Y)) / (2 * eps)
    grad = np.concatenate([grads["d" + k].reshape(-1, 1) for k in params])
    difference = np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
    return difference, {"d" + k: v for k, v in to_dictionary(gradapprox, shapes).items()}


# %% right deepcopy: deep copies
import copy

def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    numerical = {}
    for name in parameters:
        numerical["d" + name] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            pair = []
            for sign in (1, -1):
                moved = copy.deepcopy(parameters)
                moved[name][index] += sign * epsilon
                pair.append(cost(moved, X, Y))
            numerical["d" + name][index] = (pair[0] - pair[1]) / 2 / epsilon
    a = np.hstack([gradients[k].ravel() for k in numerical])
    b = np.hstack([v.ravel() for v in numerical.values()])
    return [np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)), numerical]


# %% right unit-arrays: adds an array that is epsilon at one place
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    def slope(name, index):
        step = np.zeros(parameters[name].shape)
        step[index] = epsilon
        ahead = {**parameters, name: parameters[name] + step}
        behind = {**parameters, name: parameters[name] - step}
        return (cost(ahead, X, Y) - cost(behind, X, Y)) / (2 * epsilon)

    numerical = {
        "d" + name: np.array([slope(name, i) for i in np.ndindex(value.shape)]).reshape(value.shape)
        for name, value in parameters.items()
    }
    gap = np.concatenate([(gradients[k] - v).flatten() for k, v in numerical.items()])
    sizes = [np.sqrt(sum(np.sum(d[k] ** 2) for k in numerical)) for d in (gradients, numerical)]
    return np.sqrt(gap @ gap) / sum(sizes), numerical


# %% right as-planned: along the plan of the second hint
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            up[index] += epsilon
            down = parameters[name].copy()
            down[index] -= epsilon
            J_up = cost({**parameters, name: up}, X, Y)
            J_down = cost({**parameters, name: down}, X, Y)
            slope = (J_up - J_down) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = dictionary_to_vector({key: gradients[key] for key in numerical})
    approx = dictionary_to_vector(numerical)
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong half-step: moved by half of epsilon
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] += epsilon / 2  # <-- here
            down[index] -= epsilon / 2  # <-- here
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = (J_plus - J_minus) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = np.concatenate([gradients[key].ravel() for key in numerical])
    approx = np.concatenate([numerical[key].ravel() for key in numerical])
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong relative-step: moved by a share of the number
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] *= 1 + epsilon  # <-- here
            down[index] *= 1 - epsilon  # <-- here
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = (J_plus - J_minus) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = np.concatenate([gradients[key].ravel() for key in numerical])
    approx = np.concatenate([numerical[key].ravel() for key in numerical])
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong last-block: only the last block compared
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] += epsilon
            down[index] -= epsilon
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = (J_plus - J_minus) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = gradients[f"d{name}"].ravel()  # <-- here
    approx = numerical[f"d{name}"].ravel()  # <-- here
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong max-below: divided by the larger norm
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] += epsilon
            down[index] -= epsilon
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = (J_plus - J_minus) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = np.concatenate([gradients[key].ravel() for key in numerical])
    approx = np.concatenate([numerical[key].ravel() for key in numerical])
    numerator = np.linalg.norm(grad - approx)
    denominator = max(np.linalg.norm(grad), np.linalg.norm(approx))  # <-- here
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong sums-of-sizes: sums of absolute values for norms
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] += epsilon
            down[index] -= epsilon
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = (J_plus - J_minus) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = np.concatenate([gradients[key].ravel() for key in numerical])
    approx = np.concatenate([numerical[key].ravel() for key in numerical])
    numerator = np.sum(np.abs(grad - approx))  # <-- here
    denominator = np.sum(np.abs(grad)) + np.sum(np.abs(approx))  # <-- here
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong sorted-keys: one vector in the order of sorted names
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] += epsilon
            down[index] -= epsilon
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = (J_plus - J_minus) / (2 * epsilon)
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = np.concatenate([gradients[key].ravel() for key in sorted(numerical)])  # <-- here
    approx = np.concatenate([numerical[key].ravel() for key in numerical])
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong absolute-slope: the absolute value of the slope
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] += epsilon
            down[index] -= epsilon
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = abs(J_plus - J_minus) / (2 * epsilon)  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = np.concatenate([gradients[key].ravel() for key in numerical])
    approx = np.concatenate([numerical[key].ravel() for key in numerical])
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical


# %% wrong epsilon-squared: divided by epsilon squared
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, cost=stable_cost):
    """Compare all gradients of a network with numerical ones."""
    numerical = {}
    for name in parameters:
        numerical[f"d{name}"] = np.zeros(parameters[name].shape)
        for index in np.ndindex(parameters[name].shape):
            slope = 0.0
            ### START CODE HERE ### (about 5 lines: move up, move down, formula (3))
            up = parameters[name].copy()
            down = parameters[name].copy()
            up[index] += epsilon
            down[index] -= epsilon
            J_plus = cost({**parameters, name: up}, X, Y)
            J_minus = cost({**parameters, name: down}, X, Y)
            slope = (J_plus - J_minus) / (epsilon**2)  # <-- here
            ### END CODE HERE ###
            numerical[f"d{name}"][index] = slope
    ### START CODE HERE ### (about 5 lines: two long vectors, formula (2))
    grad = np.concatenate([gradients[key].ravel() for key in numerical])
    approx = np.concatenate([numerical[key].ravel() for key in numerical])
    numerator = np.linalg.norm(grad - approx)
    denominator = np.linalg.norm(grad) + np.linalg.norm(approx)
    difference = numerator / denominator
    ### END CODE HERE ###
    return difference, numerical
