# %% wrong line-built-in: the straight line built in with theta_plus * x
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = thetaplus * x  # <-- here
    J_minus = thetaminus * x  # <-- here
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong own-functions: calls the own forward and backward by name
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward_propagation_1d(x, thetaplus)  # <-- here
    J_minus = forward_propagation_1d(x, thetaminus)  # <-- here
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward_propagation_1d(x, theta)  # <-- here
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong grad-is-x: grad = x built in
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = x  # <-- here
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong backward-approx: backward called with the approximation
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, gradapprox)  # <-- here
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong backward-plus: backward called at theta plus
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, thetaplus)  # <-- here
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong precedence: only the lower cost divided
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = J_plus - J_minus / (2 * epsilon)  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong no-parens: / 2 * epsilon
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / 2 * epsilon  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong epsilon-once: divided by epsilon alone
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / epsilon  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong one-sided: one-sided quotient
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta  # <-- here
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / epsilon  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong one-sided-two: one side not moved, still divided by two
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta  # <-- here
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong turned: minus and plus exchanged
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_minus - J_plus) / (2 * epsilon)  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong sum-of-costs: costs added
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus + J_minus) / (2 * epsilon)  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong both-plus: both moved up
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta + epsilon  # <-- here
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong x-moved: x moved instead of theta
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x + epsilon, theta)  # <-- here
    J_minus = forward(x - epsilon, theta)  # <-- here
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong args-swapped: forward called with theta first
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(thetaplus, x)  # <-- here
    J_minus = forward(thetaminus, x)  # <-- here
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong norm-of-sum: norm of the sum in the denominator
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad + gradapprox)  # <-- here
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong grad-only: only the gradient in the denominator
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad)  # <-- here
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong approx-only: only the approximation in the denominator
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(gradapprox)  # <-- here
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong denominator-minus: norms subtracted
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) - np.linalg.norm(gradapprox)  # <-- here
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong product: norms multiplied
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) * np.linalg.norm(gradapprox)  # <-- here
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong numerator-plus: sum in the numerator
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad + gradapprox)  # <-- here
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong numerator-norms: difference of the norms in the numerator
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad) - np.linalg.norm(gradapprox)  # <-- here
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong no-zero-case: 0 / 0 not taken care of
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong zero-case-one: 1 where both are 0
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 1.0 if denominator == 0 else numerator / denominator  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong zero-epsilon: a small number added to the denominator to avoid 0 / 0, a large one
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / (denominator + 1e-2)  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong zero-threshold: 0 as soon as the denominator is below 1
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator < 1 else numerator / denominator  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong numerator-returned: returns the numerator
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong upside-down: fraction upside down
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if numerator == 0 else denominator / numerator  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong difference-none: all parts there, difference still None
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = None  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong no-return: return lost
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    difference  # <-- here


# %% wrong returns-bool: returns whether it is small
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference < 1e-7  # <-- here


# %% wrong epsilon-built-in: 1e-7 built in
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * 1e-7)  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong forward-plus: J = theta + x
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta + x  # <-- here
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong forward-square: J = theta ** x
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta ** x  # <-- here
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong backward-theta: the derivative by x
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = theta  # <-- here
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong backward-j: dtheta is the cost
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = theta * x  # <-- here
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong backward-one: dtheta = 1
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = 1  # <-- here
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong backward-none: second function not done
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = None  # <-- here
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong forward-none: first function not done
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = None  # <-- here
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong abs-lost: no absolute values at all
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = grad - gradapprox  # <-- here
    denominator = grad + gradapprox  # <-- here
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong stopped: first two functions done, the third still as given
def forward_propagation_1d(x, theta):
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    difference = None  # <-- here
    return difference


# %% wrong course-pasted: the known functions pasted, without forward and backward
def forward_propagation_1d(x, theta):
    J = np.dot(theta, x)
    return J


def backward_propagation_1d(x, theta):
    dtheta = x
    return dtheta


def gradient_check_1d(x, theta, epsilon=1e-7, print_msg=False):  # <-- here
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward_propagation_1d(x, theta_plus)
    J_minus = forward_propagation_1d(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward_propagation_1d(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator  # <-- here
    return difference


# %% right abs: abs and guarded division
def forward_propagation_1d(x, theta):
    return x * theta


def backward_propagation_1d(x, theta):
    return float(x)


def gradient_check_1d(x, t, eps=1e-7, J=forward_propagation_1d, dJ=backward_propagation_1d):
    approx = (J(x, t + eps) - J(x, t - eps)) / 2 / eps
    exact = dJ(x, t)
    if exact == 0 and approx == 0:
        return 0
    return abs(exact - approx) / (abs(exact) + abs(approx))


# %% right np-dot: np.dot, np.multiply, nan turned into 0
def forward_propagation_1d(x, theta):
    J = np.dot(theta, x)
    return J


def backward_propagation_1d(x, theta):
    dtheta = np.array(x)
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    gradapprox = np.subtract(forward(x, theta + epsilon), forward(x, theta - epsilon)) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    with np.errstate(invalid="ignore"):
        difference = np.nan_to_num(np.divide(numerator, denominator))
    return difference


# %% right arrays: a vector of the two and a tiny number in the denominator
def forward_propagation_1d(x, theta):
    return np.prod([x, theta])


def backward_propagation_1d(x, theta):
    return forward_propagation_1d(x, theta + 1) - forward_propagation_1d(x, theta)


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    J = [forward(x, theta + sign * epsilon) for sign in (+1, -1)]
    pair = np.array([(J[0] - J[1]) / (2 * epsilon), backward(x, theta)])
    return np.abs(np.diff(pair))[0] / max(np.abs(pair).sum(), 1e-300)


# %% right own-file: a nested function, and try
def forward_propagation_1d(x, theta): return np.multiply(x, theta)
def backward_propagation_1d(x, theta): return x


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    def cost(t):
        return float(forward(x, t))
    gradapprox = (cost(theta + epsilon) - cost(theta - epsilon)) / (2. * epsilon)
    grad = float(backward(x, theta))
    try:
        difference = abs(grad - gradapprox) / (abs(grad) + abs(gradapprox))
    except ZeroDivisionError:
        difference = 0
    return difference


# %% right as-planned: along the plan of the second hint
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    thetaplus = theta + epsilon
    thetaminus = theta - epsilon
    J_plus = forward(x, thetaplus)
    J_minus = forward(x, thetaminus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong mean-below: divided by the mean of the two sizes
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = (np.linalg.norm(grad) + np.linalg.norm(gradapprox)) / 2  # <-- here
    difference = numerator / denominator if denominator > 0 else 0.0
    ### END CODE HERE ###
    return difference


# %% wrong max-below: divided by the larger size
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = max(np.linalg.norm(grad), np.linalg.norm(gradapprox))  # <-- here
    difference = numerator / denominator if denominator > 0 else 0.0
    ### END CODE HERE ###
    return difference


# %% wrong squares-below: squared sizes below
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) ** 2 + np.linalg.norm(gradapprox) ** 2  # <-- here
    difference = numerator / denominator if denominator > 0 else 0.0
    ### END CODE HERE ###
    return difference


# %% wrong four-epsilon: divided by 4 epsilon
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (4 * epsilon)  # <-- here
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator if denominator > 0 else 0.0
    ### END CODE HERE ###
    return difference


# %% wrong rounded: rounded to two places
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = round(numerator / denominator, 2) if denominator > 0 else 0.0  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong backward-sum: dtheta = x + theta
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x + theta  # <-- here
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator if denominator > 0 else 0.0
    ### END CODE HERE ###
    return difference


# %% wrong grad-at-plus: the derivative taken of the moved cost
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, J_plus)  # <-- here
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator if denominator > 0 else 0.0
    ### END CODE HERE ###
    return difference


# %% wrong product-above: a product above
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad * gradapprox)  # <-- here
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator if denominator > 0 else 0.0
    ### END CODE HERE ###
    return difference


# %% wrong halved: half the difference
def forward_propagation_1d(x, theta):
    """Compute the cost J = theta * x, a single number."""
    ### START CODE HERE ### (about 1 line)
    J = theta * x
    ### END CODE HERE ###
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    ### START CODE HERE ### (about 1 line)
    dtheta = x
    ### END CODE HERE ###
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward(x, theta_plus)
    J_minus = forward(x, theta_minus)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / (2 * denominator) if denominator > 0 else 0.0  # <-- here
    ### END CODE HERE ###
    return difference


# %% wrong swapped-backward [not GC1-EPSILON]: backward gets theta where x belongs
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    J_plus = forward(x, theta + epsilon)
    J_minus = forward(x, theta - epsilon)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(theta, x)  # <-- here
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = 0.0 if denominator == 0 else numerator / denominator
    ### END CODE HERE ###
    return difference


# %% wrong typo-in-result [not GC1-OWN-LINE]: the result is stored under a misspelt name
def forward_propagation_1d(x, theta):
    """Compute the cost, a single number."""
    J = theta * x
    return J


def backward_propagation_1d(x, theta):
    """Compute the derivative of that cost by theta, a single number."""
    dtheta = x
    return dtheta


def gradient_check_1d(
    x, theta, epsilon=1e-7, forward=forward_propagation_1d, backward=backward_propagation_1d
):
    """Compare a derivative with the slope that the cost really has."""
    ### START CODE HERE ### (about 7 lines)
    difference = 0.0
    J_plus = forward(x, theta + epsilon)
    J_minus = forward(x, theta - epsilon)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    if denominator > 0:
        diffrence = numerator / denominator  # <-- here
    ### END CODE HERE ###
    return difference
