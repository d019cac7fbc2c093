# %% wrong highest: the highest cost wins
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[np.argmax(costs)]  # <-- here
    ### END CODE HERE ###

    return chosen, costs


# %% wrong place: the place is returned
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = np.argmin(costs)  # <-- here
    ### END CODE HERE ###

    return chosen, costs


# %% wrong lowest-cost: the lowest cost is returned
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = np.min(costs)  # <-- here
    ### END CODE HERE ###

    return chosen, costs


# %% wrong mean: the mean
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.mean([train(setting, seed) for seed in range(each)]))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong sum: the sum
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(sum(train(setting, seed) for seed in range(each)))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong min: the luckiest
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(min(train(setting, seed) for seed in range(each)))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong max: the unluckiest
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(max(train(setting, seed) for seed in range(each)))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong last: the last training
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        for seed in range(each):
            cost = train(setting, seed)
        costs.append(cost)  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong once: one training each
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(train(setting, 0))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong same-seed: one seed
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, 0) for seed in range(each)]))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong from-one: seeds from 1
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(1, each + 1)]))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong one-too-many: range(each + 1)
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each + 1)]))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong one-too-few: range(each - 1)
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each - 1)]))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong whole-budget: the whole budget for each
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(budget)]))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong rounded-up: rounded up
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = int(np.ceil(budget / len(settings)))  # <-- here
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong not-rounded: a quotient that is no integer
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget / len(settings)  # <-- here
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong other-seeds: seeds that go on
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs, seed = [], 0  # <-- here
    for setting in settings:
        found = []
        for _ in range(each):
            found.append(train(setting, seed))
            seed += 1
        costs.append(np.median(found))
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong all-costs: all costs in one list
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        for seed in range(each):
            costs.append(train(setting, seed))  # <-- here
    chosen = settings[np.argmin(costs) // each]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong growing-list: the list is never emptied
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs, found = [], []  # <-- here
    for setting in settings:
        found += [train(setting, seed) for seed in range(each)]
        costs.append(np.median(found))
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% wrong trained-again: the chosen one again
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[np.argmin(costs)]  # <-- after
    train(chosen, 0)  # <-- here
    ### END CODE HERE ###

    return chosen, costs


# %% wrong rest-spent: what is left is spent
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[np.argmin(costs)]  # <-- after
    for seed in range(budget % len(settings)):  # <-- here
        train(chosen, each + seed)  # <-- here
    ### END CODE HERE ###

    return chosen, costs


# %% wrong turned-arguments: seed and setting exchanged
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(seed, setting) for seed in range(each)]))  # <-- here
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% right median: as in the hints
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[np.argmin(costs)]
    ### END CODE HERE ###

    return chosen, costs


# %% right table: a table
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    each = budget // len(settings)
    table = np.array([[train(setting, seed) for seed in range(each)] for setting in settings])
    costs = list(np.median(table, axis=1))
    chosen = settings[costs.index(min(costs))]
    ### END CODE HERE ###

    return chosen, costs


# %% right by-hand: a median by hand
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    costs = []
    for setting in settings:
        found = sorted(train(setting, seed) for seed in range(budget // len(settings)))
        middle = len(found) // 2
        costs.append(found[middle] if len(found) % 2 else (found[middle - 1] + found[middle]) / 2)
    chosen = min(zip(costs, range(len(costs))))[1]
    chosen = settings[chosen]
    ### END CODE HERE ###

    return chosen, costs


# %% right dictionary: a dictionary of costs
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings."""
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    found = {i: [] for i in range(len(settings))}
    for seed in range(budget // len(settings)):
        for i, setting in enumerate(settings):
            found[i].append(train(setting, seed))
    costs = [np.median(each) for each in found.values()]
    chosen = settings[int(np.argmin(costs))]
    ### END CODE HERE ###

    return chosen, costs
