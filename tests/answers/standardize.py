# %% wrong each-own: each set by its own numbers
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    def scaled(X):
        mean = np.mean(X, axis=1, keepdims=True)  # <-- here
        spread = np.std(X, axis=1, keepdims=True)  # <-- here
        return (X - mean) / np.where(spread < 1e-12, 1, spread)
    train, dev, test = scaled(train_X), scaled(dev_X), scaled(test_X)  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong own-mean: the others keep their own mean
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train = (train_X - mean) / spread
    dev = (dev_X - dev_X.mean(axis=1, keepdims=True)) / spread  # <-- here
    test = (test_X - test_X.mean(axis=1, keepdims=True)) / spread  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong pooled: all three sets together
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    everything = np.concatenate([train_X, dev_X, test_X], axis=1)  # <-- here
    mean = np.mean(everything, axis=1, keepdims=True)
    spread = np.std(everything, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong train-and-dev: training and development together
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    seen = np.hstack([train_X, dev_X])  # <-- here
    mean = seen.mean(axis=1, keepdims=True)
    spread = seen.std(axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong no-zero-guard: nothing against a spread of 0
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)  # <-- after
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong exact-zero: the spread is compared with 0
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread == 0, 1, spread)  # <-- here
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong epsilon: a little added to the spread
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True) + 1e-8  # <-- here
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong large-epsilon: a hundredth added to the spread
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True) + 0.01  # <-- here
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong axis-0: along the wrong axis
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=0, keepdims=True)  # <-- here
    spread = np.std(train_X, axis=0, keepdims=True)  # <-- here
    spread = np.where(spread < 1e-12, 1, spread)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong no-axis: one number for everything
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X)  # <-- here
    spread = np.std(train_X)  # <-- here
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong no-keepdims: rows in the place of columns
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1)  # <-- here
    spread = np.std(train_X, axis=1)  # <-- here
    spread[spread < 1e-12] = 1
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong variance: the variance in the place of its root
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.var(train_X, axis=1, keepdims=True)  # <-- here
    spread = np.where(spread < 1e-12, 1, spread)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong root-of-std: the root taken twice
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.sqrt(np.std(train_X, axis=1, keepdims=True))  # <-- here
    spread = np.where(spread < 1e-12, 1, spread)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong only-train: the others left as they are
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train = (train_X - mean) / spread
    dev = dev_X  # <-- here
    test = test_X  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong test-forgotten: the test set left as it is
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = test_X  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong no-brackets: brackets forgotten
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train = train_X - mean / spread  # <-- here
    dev = dev_X - mean / spread  # <-- here
    test = test_X - mean / spread  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong only-centred: not divided
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)  # <-- after

    train = train_X - mean  # <-- here
    dev = dev_X - mean  # <-- here
    test = test_X - mean  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong only-scaled: not centred
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train = train_X / spread  # <-- here
    dev = dev_X / spread  # <-- here
    test = test_X / spread  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong min-max: from 0 to 1
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    low = train_X.min(axis=1, keepdims=True)  # <-- here
    spread = train_X.max(axis=1, keepdims=True) - low  # <-- here
    spread[spread < 1e-12] = 1
    train, dev, test = ((X - low) / spread for X in (train_X, dev_X, test_X))
    ### END CODE HERE ###

    return train, dev, test


# %% wrong times: multiplied by the spread
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train = (train_X - mean) * spread  # <-- here
    dev = (dev_X - mean) * spread  # <-- here
    test = (test_X - mean) * spread  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong median: the median for the mean
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.median(train_X, axis=1, keepdims=True)  # <-- here
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong ddof: m - 1 in the spread
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True, ddof=1)  # <-- here
    spread = np.where(spread < 1e-12, 1, spread)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% wrong dev-twice: the development set in the test set's place
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (dev_X - mean) / spread  # <-- here
    ### END CODE HERE ###

    return train, dev, test


# %% wrong in-place: the arguments are overwritten
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)

    train_X -= mean  # <-- here
    dev_X -= mean  # <-- here
    test_X -= mean  # <-- here
    train, dev, test = train_X / spread, dev_X / spread, test_X / spread
    ### END CODE HERE ###

    return train, dev, test


# %% right loop: feature by feature
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    train, dev, test = np.zeros(train_X.shape), np.zeros(dev_X.shape), np.zeros(test_X.shape)
    for j in range(len(train_X)):
        mean = train_X[j].mean()
        spread = train_X[j].std()
        if spread < 1e-12:
            spread = 1
        train[j] = (train_X[j] - mean) / spread
        dev[j] = (dev_X[j] - mean) / spread
        test[j] = (test_X[j] - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% right assigned: 1 put where the spread is 0
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread[spread < 1e-12] = 1
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% right by-hand: spread by hand
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    m = train_X.shape[1]
    mean = (train_X.sum(axis=1) / m)[:, np.newaxis]
    spread = np.sqrt(((train_X - mean) ** 2).sum(axis=1, keepdims=True) / m)
    spread = spread + (spread < 1e-12)
    train = (train_X - mean) / spread
    dev = (dev_X - mean) / spread
    test = (test_X - mean) / spread
    ### END CODE HERE ###

    return train, dev, test


# %% right comprehension: all three in one line
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean = np.mean(train_X, axis=1, keepdims=True)
    spread = np.std(train_X, axis=1, keepdims=True)
    spread = np.where(spread < 1e-12, 1, spread)
    train, dev, test = [(X - mean) / spread for X in (train_X, dev_X, test_X)]
    ### END CODE HERE ###

    return train, dev, test


# %% right transposed: examples in rows for a while
def standardize(train_X, dev_X, test_X):
    """Centre and scale each feature by the training examples, formula (1)."""
    train, dev, test = None, None, None

    ### START CODE HERE ### (about 6 lines)
    mean, spread = train_X.T.mean(axis=0), train_X.T.std(axis=0)
    spread[spread < 1e-12] = 1.0
    train = ((train_X.T - mean) / spread).T
    dev = ((dev_X.T - mean) / spread).T
    test = ((test_X.T - mean) / spread).T
    ### END CODE HERE ###

    return train, dev, test
