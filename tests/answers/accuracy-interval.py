# %% wrong plain: the plain interval
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p = right / m
    half = 1.96 * np.sqrt(p * (1 - p) / m)  # <-- here
    low, high = p - half, p + half  # <-- here
    ### END CODE HERE ###

    return low, high


# %% wrong plain-clipped: the plain interval, cut off
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p = right / m
    half = 1.96 * np.sqrt(p * (1 - p) / m)  # <-- here
    low, high = max(p - half, 0), min(p + half, 1)  # <-- here
    ### END CODE HERE ###

    return low, high


# %% wrong around-p: around p
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = p - half, p + half  # <-- here
    ### END CODE HERE ###

    return low, high


# %% wrong centre-not-divided: one division missing
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = p + z**2 / (2 * m)  # <-- here
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong half-not-divided: the other division missing
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2))  # <-- here
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong not-divided: both divisions missing
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1  # <-- here
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong no-root: no root
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * (p * (1 - p) / m + z**2 / (4 * m**2)) / shrink  # <-- here
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong m-not-squared: 4m
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m)) / shrink  # <-- here
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong four-m-squared: (4m)²
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m) ** 2) / shrink  # <-- here
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong root-of-first: the root of the first part alone
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m) / shrink  # <-- here
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong z-not-squared: z in the centre not squared
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z / (2 * m)) / shrink  # <-- here
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong precedence: / 2 * m
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / 2 * m) / shrink  # <-- here
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong z-one: z = 1
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1  # <-- here
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong z-ninety: 90 %
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.645  # <-- here
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong no-z: z forgotten before the root
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink  # <-- here
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong mistakes: the share of mistakes
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = (m - right) / m, 1.96  # <-- here
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong counts: counts, not shares
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right, 1.96  # <-- here
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% wrong percent: percent
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = 100 * (centre - half), 100 * (centre + half)  # <-- here
    ### END CODE HERE ###

    return low, high


# %% wrong centre-half: centre and half width
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre, half  # <-- here
    ### END CODE HERE ###

    return low, high


# %% wrong turned: the ends exchanged
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre + half, centre - half  # <-- here
    ### END CODE HERE ###

    return low, high


# %% wrong halved: half of the half
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half / 2, centre + half / 2  # <-- here
    ### END CODE HERE ###

    return low, high


# %% right parts: as in the hints
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END CODE HERE ###

    return low, high


# %% right one-line: in two lines
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p, z, d = right / m, 1.96, 1 + 1.96**2 / m
    low, high = (
        (p + z**2 / (2 * m) + side * z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2))) / d
        for side in (-1, 1)
    )
    ### END CODE HERE ###

    return low, high


# %% right counts: multiplied by m
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    z = 1.96
    root = z * np.sqrt(right * (m - right) / m + z**2 / 4)
    low = (right + z**2 / 2 - root) / (m + z**2)
    high = (right + z**2 / 2 + root) / (m + z**2)
    ### END CODE HERE ###

    return low, high


# %% right powers: powers in the place of roots
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2)."""
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    p = right / m
    z2 = 1.96 * 1.96
    half = (z2 * (p - p**2) / m + (z2 / (2 * m)) ** 2) ** 0.5
    low = (p + z2 / (2 * m) - half) / (1 + z2 / m)
    high = (p + z2 / (2 * m) + half) / (1 + z2 / m)
    ### END CODE HERE ###

    return low, high
