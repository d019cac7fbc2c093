# %% wrong no-copy: best is only another name
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = current  # <-- here
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong shallow-copy: a copy of the dictionary alone
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = dict(current)  # <-- here
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong dict-copy: a copy whose arrays are the old ones
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = current.copy()  # <-- here
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong not-kept: the best weights are not kept
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            waited = 0  # <-- after
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong last-kept: each epoch's weights are kept
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        best = copy_of(current)  # <-- here
        if cost < min(costs):
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong first-kept: the first weights are kept
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(parameters)  # <-- here
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong no-reset: the count is never set back
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)  # <-- after
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong reset-to-one: the count is set back to 1
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 1  # <-- here
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong one-late: greater than patience
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited > patience:  # <-- here
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong one-early: one too soon
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience - 1:  # <-- here
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong first-rise: stops at once
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            costs.append(cost)
        else:
            costs.append(cost)
            break  # <-- here
        ### END CODE HERE ###

    return best, costs


# %% wrong never-stops: no break
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
        costs.append(cost)  # <-- after
        ### END CODE HERE ###

    return best, costs


# %% wrong previous: compared with the cost before
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < costs[-1]:  # <-- here
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong compared-with-first: compared with the first cost
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < costs[0]:  # <-- here
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong highest: compared the wrong way round
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost > max(costs):  # <-- here
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong equal-counts: an equal cost counts as progress
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost <= min(costs):  # <-- here
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong appended-first: the cost is compared with itself, too
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        costs.append(cost)  # <-- here
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong not-appended: the costs are not kept
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1  # <-- after
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong only-better-appended: only new lowest costs are kept
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
            costs.append(cost)  # <-- here
        else:
            waited += 1
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong training-cost: the training examples are watched
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        cost = cost_of(current, *train)  # <-- here
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong counts-all: every epoch is counted
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
        costs.append(cost)
        waited += 1  # <-- here
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong break-before-append: the last cost is not kept
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        if waited == patience:
            break  # <-- here
        costs.append(cost)  # <-- here
        ### END CODE HERE ###

    return best, costs


# %% wrong only-W1: only W1 is kept
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best["W1"] = current["W1"].copy()  # <-- here
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong goes-back: training goes on from the best weights
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
            current = copy_of(best)  # <-- here
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% wrong returns-none: best is what copy_of does not give
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = best.update(current)  # <-- here
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% right as-planned: as the hint says
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < min(costs):
            best = copy_of(current)
            waited = 0
        else:
            waited += 1
        costs.append(cost)
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% right since-best: epochs since the lowest cost
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        costs.append(cost)
        if cost < min(costs[:-1]):
            best = copy_of(current)
        if len(costs) - 1 - np.argmin(costs) >= patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% right counted-first: counted, and set back where it is better
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        waited += 1
        if cost < min(costs):
            waited, best = 0, {k: v.copy() for k, v in current.items()}
        costs += [cost]
        if waited >= patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% right deepcopy: with copy.deepcopy
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        import copy
        lowest = min(costs)
        costs.append(cost)
        if cost < lowest:
            best = copy.deepcopy(current)
            waited = 0
            continue
        waited = waited + 1
        if waited == patience:
            break
        ### END CODE HERE ###

    return best, costs


# %% right last-patience: the last costs against those before
def train_with_early_stopping(parameters, train, dev, rate, patience, most, **how):
    """Train until the development cost has not fallen for some epochs."""
    current = copy_of(parameters)
    best, costs = copy_of(current), [cost_of(current, *dev)]
    waited = 0
    for _ in range(most):
        one_epoch(current, *train, rate, **how)
        cost = cost_of(current, *dev)
        ### START CODE HERE ### (about 7 lines)
        if cost < np.min(costs):
            best = copy_of(current)
        costs.append(cost)
        if len(costs) > patience and min(costs[-patience:]) >= min(costs[:-patience]):
            break
        ### END CODE HERE ###

    return best, costs
