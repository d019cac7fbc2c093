# %% wrong pictures: pictures are drawn
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(np.arange(len(subject)), order[:n_dev])  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong first-pictures: the first pictures
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.arange(len(subject)) < n_dev  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong slices: two slices of the pictures
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    train = np.arange(n_dev, len(subject))  # <-- here
    dev = np.arange(n_dev)  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong no-order: subjects that were not drawn
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, np.arange(n_dev))  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong from-the-end: the last subjects
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[-n_dev:])  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong one-more: one subject too many
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[: n_dev + 1])  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong one-less: one subject too few
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[1:n_dev])  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong turned: the two sets exchanged
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[:n_dev])
    train = np.flatnonzero(is_dev)  # <-- here
    dev = np.flatnonzero(~is_dev)  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong rest-is-dev: the rest is for development
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[n_dev:])  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong subjects: subjects are returned
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    train, dev = order[n_dev:], order[:n_dev]  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong sorted-subjects: subjects are returned, sorted
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    dev = np.sort(order[:n_dev])  # <-- here
    train = np.sort(order[n_dev:])  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong all-in-train: the training set keeps all
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[:n_dev])
    train = np.arange(len(subject))  # <-- here
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong masks: True and False
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[:n_dev])
    train = ~is_dev  # <-- here
    dev = is_dev  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong masks-of-subjects: the pictures' subjects
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[:n_dev])
    train = subject[~is_dev]  # <-- here
    dev = subject[is_dev]  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong where-tuple: np.where without [0]
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[:n_dev])
    train = np.where(~is_dev)  # <-- here
    dev = np.where(is_dev)  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong first-shot: one shot of each subject
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    seen, dev = set(), []
    for i, each in enumerate(subject):
        if each in order[:n_dev] and each not in seen:  # <-- here
            seen.add(each)
            dev.append(i)
    dev = np.array(dev)
    train = np.setdiff1d(np.arange(len(subject)), dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong by-turns: subject by subject
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    dev = np.concatenate([np.flatnonzero(subject == each) for each in order[:n_dev]])  # <-- here
    train = np.concatenate([np.flatnonzero(subject == each) for each in order[n_dev:]])  # <-- here
    ### END CODE HERE ###

    return train, dev


# %% wrong ordered-pictures: order is taken for an order of pictures
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    drawn = subject[order]  # <-- here
    is_dev = np.isin(subject, drawn[:n_dev])
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong minus: minus in the place of not
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[:n_dev])
    train = np.flatnonzero(1 - 2 * is_dev)  # <-- here
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% wrong not-drawn-less: a number of subject less than n_dev
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = subject < n_dev  # <-- here
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% right isin: as in the hints
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    is_dev = np.isin(subject, order[:n_dev])
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END CODE HERE ###

    return train, dev


# %% right invert: np.isin with invert
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    train = np.where(np.isin(subject, order[:n_dev], invert=True))[0]
    dev = np.where(np.isin(subject, order[:n_dev]))[0]
    ### END CODE HERE ###

    return train, dev


# %% right loop: a loop over the pictures
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    chosen = set(order[:n_dev].tolist())
    train = np.array([i for i, each in enumerate(subject) if each not in chosen])
    dev = np.array([i for i, each in enumerate(subject) if each in chosen])
    ### END CODE HERE ###

    return train, dev


# %% right sets: sets of places
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    dev = sorted(i for each in order[:n_dev] for i in np.flatnonzero(subject == each))
    train = np.array(sorted(set(range(len(subject))) - set(dev)))
    dev = np.array(dev)
    ### END CODE HERE ###

    return train, dev


# %% right delete: np.delete
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1)."""
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    places = np.arange(len(subject))
    dev = places[np.isin(subject, order[:n_dev])]
    train = np.delete(places, dev)
    ### END CODE HERE ###

    return train, dev
