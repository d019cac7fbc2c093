# %% wrong highest: the highest cost
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmax(costs)  # <-- here
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong first: the first setting
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = 0  # <-- here
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong test-chooses: the test set chooses
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    tested = [test(train(setting)) for setting in settings]  # <-- here
    best = np.argmax([right for right, m in tested])  # <-- here
    right, m = tested[best]
    low, high = interval(right, m)
    report = {"setting": settings[best], "dev_cost": costs[best], "accuracy": right / m}
    report |= {"low": low, "high": high}
    ### END CODE HERE ###

    return report


# %% wrong test-chooses-loop: the best of a loop
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best_share = 0
    for setting, cost in zip(settings, costs):  # <-- here
        right, m = test(train(setting))  # <-- here
        if right / m > best_share:  # <-- here
            best_share = right / m
            low, high = interval(right, m)
            report = {"setting": setting, "dev_cost": cost, "accuracy": right / m}
            report |= {"low": low, "high": high}
    ### END CODE HERE ###

    return report


# %% wrong all-tested: all are tested
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    networks = [train(setting) for setting in settings]  # <-- here
    right, m = [test(network) for network in networks][best]  # <-- here
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong all-trained: all are trained
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = [train(setting) for setting in settings][best]  # <-- here
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong tested-twice: tested twice
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)[0], test(network)[1]  # <-- here
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong tested-again: trained and tested for each number
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    right = test(train(settings[best]))[0]  # <-- here
    m = test(train(settings[best]))[1]  # <-- here
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong first-network: another network
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[0])  # <-- here
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong last-network: the last network
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    for setting in settings:  # <-- here
        network = train(setting)  # <-- here
    best = np.argmin(costs)
    right, m = test(network)
    low, high = interval(right, m)
    report = {"setting": settings[best], "dev_cost": costs[best], "accuracy": right / m}
    report |= {"low": low, "high": high}
    ### END CODE HERE ###

    return report


# %% wrong place: the place
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": best,  # <-- here
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong mean-cost: the mean cost
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": np.mean(costs),  # <-- here
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong all-costs: all costs
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs,  # <-- here
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong count: the count
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right,  # <-- here
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong mistakes: the mistakes
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": 1 - right / m,  # <-- here
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong percent: percent
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": 100 * right / m,  # <-- here
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong turned-share: m / right
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": m / right,  # <-- here
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong share-in-interval: the share in the interval
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right / m, m)  # <-- here
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong turned-interval: m and right exchanged
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(m, right)  # <-- here
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong turned-ends: low and high exchanged
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    high, low = interval(right, m)  # <-- here
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong middle: half widths
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": right / m - low,  # <-- here
        "high": high - right / m,  # <-- here
    }
    ### END CODE HERE ###

    return report


# %% wrong setting-tested: the setting is tested
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(settings[best])  # <-- here
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% wrong place-trained: the place is trained
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(best)  # <-- here
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% right steps: step by step
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = np.argmin(costs)
    network = train(settings[best])
    right, m = test(network)
    low, high = interval(right, m)
    report = {
        "setting": settings[best],
        "dev_cost": costs[best],
        "accuracy": right / m,
        "low": low,
        "high": high,
    }
    ### END CODE HERE ###

    return report


# %% right pairs: the lowest pair
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    cost, place = min((cost, place) for place, cost in enumerate(costs))
    right, m = test(train(settings[place]))
    low, high = interval(right, m)
    report = dict(setting=settings[place], dev_cost=cost, accuracy=right / m, low=low, high=high)
    ### END CODE HERE ###

    return report


# %% right filled: a dictionary that is filled
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    report = {}
    report["dev_cost"] = min(costs)
    report["setting"] = settings[costs.index(min(costs))]
    counts = test(train(report["setting"]))
    report["accuracy"] = counts[0] / counts[1]
    report["low"], report["high"] = interval(*counts)
    ### END CODE HERE ###

    return report


# %% right loop: a loop for the lowest
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report."""
    report = None

    ### START CODE HERE ### (about 8 lines)
    best = 0
    for i in range(1, len(costs)):
        if costs[i] < costs[best]:
            best = i
    network = train(settings[best])
    right, m = test(network)
    report = {"setting": settings[best], "dev_cost": costs[best], "accuracy": float(right) / m}
    ends = interval(right, m)
    report["low"] = ends[0]
    report["high"] = ends[1]
    ### END CODE HERE ###

    return report
