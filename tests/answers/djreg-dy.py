# %% wrong sign: signs turned
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = target / (y + eps) - (1 - target) / (1 - y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong plus: plus in the middle
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) + target / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong no-eps: eps forgotten
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y) - target / y  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong no-eps-second: eps forgotten in the second term
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) - target / y  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong eps-minus: eps subtracted in the first denominator
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y - eps) - target / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong eps-outside: eps outside the quotient
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y) + eps - target / y + eps  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong eps-numerator: eps above
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target + eps) / (1 - y) - (target + eps) / y  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong y-minus-t: y - target
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = y - target  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong product-form: (y - t) / (y (1 - y))
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (y - target) / (y * (1 - y) + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong penalty-sum: the penalty's slope added as a number
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) - target / (y + eps) + lam * sum(np.sum(m) for m in w.values())  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong penalty-value: the penalty itself added
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) - target / (y + eps) + lam / 2 * sum(np.sum(m ** 2) for m in w.values())  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong penalty-w3: lambda times the last matrix added
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) - target / (y + eps) + lam * w[3]  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong mean: divided by m
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = ((1 - target) / (1 - y + eps) - target / (y + eps)) / len(y)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong swapped: labels exchanged
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = target / (1 - y + eps) - (1 - target) / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong precedence: no parentheses around 1 - target
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = 1 - target / (1 - y + eps) - target / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong precedence-below: no parentheses below
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / 1 - y + eps - target / y + eps  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong precedence-y: no parentheses around y + eps
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) - target / y + eps  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong first-only: only the first term
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong second-only: only the second term
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -target / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong logs: the cost in place of its slope
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -target * np.log(y + eps) - (1 - target) * np.log(1 - y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong j-called: calls J
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = J(y, target, eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong eps-built-in: the default built in
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + 1e-8) - target / (y + 1e-8)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong eps-other: the eps of Jreg built in
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + 1e-6) - target / (y + 1e-6)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong squared: squared denominators
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) ** 2 - target / (y + eps) ** 2  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong with-sigmoid: times y (1 - y), too
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = ((1 - target) / (1 - y + eps) - target / (y + eps)) * y * (1 - y)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong clipped: y clipped
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / np.clip(1 - y, eps, 1 - eps) - target / np.clip(y, eps, 1 - eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong summed: summed
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = np.sum((1 - target) / (1 - y + eps) - target / (y + eps))  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong flat: flattened
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = ((1 - target) / (1 - y + eps) - target / (y + eps)).ravel()  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong target-one: fits labels 1 alone
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -1 / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong where-turned: np.where with the branches exchanged
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = np.where(target == 0, -1 / (y + eps), 1 / (1 - y + eps))  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong floor: integer division
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) // (1 - y + eps) - target // (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong typo: t for target
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - t) / (1 - y + eps) - t / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong none-returned: computed in a line of its own
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = None
    (1 - target) / (1 - y + eps) - target / (y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong no-return: return lost
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) - target / (y + eps)
    ### END CODE HERE ###

    slope  # <-- here


# %% wrong numeric-one-sided: numerically, one-sided with a coarse step
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (J(y + 1e-3, target, eps) - J(y, target, eps)) / 1e-3  # <-- here
    ### END CODE HERE ###

    return slope


# %% right where: np.where
def dJreg_dy(y, t, w, lam, eps=1e-8):
    return np.where(t == 1, -1 / (y + eps), 1 / (1 - y + eps))


# %% right negated: the bracket negated
def dJreg_dy(y, target, w, lam, eps=1e-8):
    slope = -(target / (y + eps) - (1 - target) / ((1 - y) + eps))
    return slope


# %% right power: powers of minus one, a zero penalty
def dJreg_dy(y, target, w=None, lam=0, eps=1e-8):
    penalty_part = 0 * lam
    return np.multiply(1 - target, (1 - y + eps) ** -1.0) - np.multiply(target, (y + eps) ** -1.0) + penalty_part


# %% right loop: example by example
def dJreg_dy(y, target, w, lam, eps=1e-8):
    slope = np.zeros(y.shape)
    for i in range(y.shape[0]):
        if target[i, 0]:
            slope[i, 0] = -1 / (y[i, 0] + eps)
        else:
            slope[i, 0] = 1 / (1 - y[i, 0] + eps)
    return slope


# %% right as-planned: along the plan of the second hint
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = (1 - target) / (1 - y + eps) - target / (y + eps)
    ### END CODE HERE ###

    return slope


# %% wrong no-targets: the labels forgotten
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -1 / (y + eps) + 1 / (1 - y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong half: half the slope
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = 0.5 * (-target / (y + eps) + (1 - target) / (1 - y + eps))  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong absolute: its absolute value
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = np.abs(-target / (y + eps) + (1 - target) / (1 - y + eps))  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong roles-turned: y and target exchanged
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -y / (target + eps) + (1 - y) / (1 - target + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong minus-one: target - 1 for 1 - target
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -target / (y + eps) + (target - 1) / (1 - y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong times: the two terms multiplied
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -target / (y + eps) * (1 - target) / (1 - y + eps)  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong plus-lam: lam added
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -target / (y + eps) + (1 - target) / (1 - y + eps) + lam  # <-- here
    ### END CODE HERE ###

    return slope


# %% wrong one-minus-y-twice: 1 - y below both
def dJreg_dy(y, target, w, lam, eps=1e-8):
    """Compute the derivative of each example's cost by the output, formula (3)."""
    ### START CODE HERE ### (about 1 line)
    slope = -target / (1 - y + eps) + (1 - target) / (1 - y + eps)  # <-- here
    ### END CODE HERE ###

    return slope
