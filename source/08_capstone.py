# %% [markdown]
# # 8. A study of your own
#
# You can train, regularize and check a network. One thing is left, and more results die of getting it
# wrong than of any wrong gradient: to say honestly how good the network is. Here you do a whole study,
# from a heap of pictures to one number that you can defend.
#
# **When you are done, you can**
#
# - split pictures so that nothing leaks from one side to the other;
# - search among settings within a budget, and not fall for a lucky training;
# - say between which two numbers an accuracy lies;
# - use a test set once, and report what came out of it.
#
# Points are for how you proceed. Your accuracy earns none, however high it is. The checks let your
# functions do small studies of ours, and count each training and each use of the test set.
#
# You need: L2, and what a development set is for, as in notebook 2. It takes about 60 minutes. Write only
# between `START CODE HERE` and `END CODE HERE`, and run the cells in order; the check below each
# exercise tells you where you stand.

# %% nbgrader={"grade_id": "imports", "locked": true}
import os

# Matrices as small as these are multiplied best by one thread. NumPy reads this when it starts.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import matplotlib.pyplot as plt
import numpy as np
from scipy.stats import binom

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.capstone import SealedTestSet, features, shots_of, take_twice
from utils.check import check
from utils.data import load_cat_dataset
from utils.deep_networks import accuracy
from utils.figures import show
from utils.networks import initialize_parameters, sigmoid
from utils.picture_training import cost_of, logits, one_epoch, small
from utils.plots import BLUE, GREEN, ORANGE
from utils.plots import pictures as plots
from utils.plots.minibatch_training import plot_lines
from utils.predict import ask, reveal
from utils.progress import steps
from utils.testcases import capstone as testcases

# %% [markdown]
# ## The heap
#
# Imagine someone who photographs 450 subjects, half of them cats, and presses the button twice each
# time. The two **shots** of a subject differ in light and grain, and in nothing else. All 900 were
# thrown into one heap and shuffled; `subject` says which subject each shot is of. Another 200 subjects,
# taken once, are the test set. Nobody looks at these before the end.
#
# As in the other notebooks, a picture is a column of 16 · 16 · 3 = 768 numbers, and the network has two hidden
# layers, of 20 and 7 units. The numbers have no unit: a colour is 0 where it is dark and 1 where it is full,
# and `features` subtracts 0.5 and divides by 0.25, so that all lie between -2 and 2. These two numbers
# are fixed beforehand, and so nothing leaks.
#
# A **setting** is a pair: λ of the L2 penalty, and the standard deviation of the
# noise that is added to the training pictures in each epoch. `fit` trains a network with a setting and a
# seed. The seed decides the first weights and the noise.


# %% nbgrader={"grade_id": "heap", "locked": true}
pictures, picture_labels, test_pictures, test_Y, classes = load_cat_dataset()
rng = np.random.RandomState(0)
shots, subject = take_twice(pictures, rng)
X, labels = features(shots), picture_labels[:, subject]
test_shots = shots_of(small(test_pictures), rng)
test_set = SealedTestSet(features(test_shots), test_Y)
order = rng.permutation(len(pictures))
EPOCHS, RATE = 40, 0.05
SETTINGS = [(0, 0), (10, 0), (30, 0), (100, 0), (0, 1), (10, 1)]


def fit(X, Y, setting, seed, epochs=EPOCHS):
    """Train a network with a setting: λ, and the standard deviation of the noise."""
    lambd, noise = setting
    rng = np.random.RandomState(seed)
    network = initialize_parameters([768, 20, 7, 1], rng)

    def step(W, dW):
        return W - RATE * (dW + lambd / X.shape[1] * W)

    def change(X):
        return X + noise * rng.standard_normal(X.shape)

    for _ in range(epochs):
        one_epoch(network, X, Y, RATE, step=step, change=change)
    return network


print("the heap:", X.shape, " subjects:", len(np.unique(subject)), " test:", len(test_shots))

# %% nbgrader={"grade_id": "sheet", "locked": true}
twins = np.array([np.flatnonzero(subject == each) for each in order[:9]]).T.ravel()
sheet = np.round(255 * shots[twins]).astype(np.uint8)
plots.plot_contact_sheet(sheet, columns=9, title="Nine subjects, two shots of each")
show()

# %% [markdown]
# ## Exercise 8.1: split without leaking
#
# *About 3 lines, 10 minutes, 20 points.*
#
# You choose a setting by its cost on a part of the pictures, the **development set**. It stands for subjects
# that the network has never met. So all shots of a subject stay together, on one side or the other.
#
# `order` holds the numbers of all subjects, shuffled. Take the first `n_dev` subjects of it for
# development, with every shot of them. The rest is to learn from. Return the **places** (indices, from
# 0) of the pictures in `subject`, as two arrays, each in increasing order:
#
# $$\begin{aligned}
# \text{dev} &= \{\, i : \text{subject}_i \in \{\text{order}_0, \dots, \text{order}_{n_{dev} - 1}\} \,\} \\
# \text{train} &= \text{all other } i
# \end{aligned} \tag{1}$$
#
# **Predict.** Somebody puts 100 subjects aside, and from the pictures that are left draws 200 at random,
# whatever they show. What does the accuracy on these 200 tell her?
#
# - (a) What to expect on new subjects: they were drawn at random, after all.
# - (b) Something too high: most of them have a twin among the training pictures.
# - (c) Something too low: the network learns from fewer subjects.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "split-by-subject-predict", "locked": true}
ask("8.1", "abc")


# %% nbgrader={"grade_id": "split-by-subject", "solution": true}
def split_by_subject(subject, order, n_dev):
    """Split pictures into two sets that have no subject in common, formula (1).

    Parameters
    ----------
    subject : array of int, shape (m,)
        Which subject each picture shows.
    order : array of int
        The numbers of all subjects, in the order in which they are drawn.
    n_dev : int
        How many subjects go to the development set.

    Returns
    -------
    train, dev : arrays of int
        The places of the pictures in each set, in increasing order.
    """
    train, dev = None, None

    ### START CODE HERE ### (about 3 lines)
    ### BEGIN SOLUTION
    is_dev = np.isin(subject, order[:n_dev])
    train = np.flatnonzero(~is_dev)
    dev = np.flatnonzero(is_dev)
    ### END SOLUTION
    ### END CODE HERE ###

    return train, dev


# %% nbgrader={"grade_id": "split-by-subject-check", "grade": true, "points": 10}
case = testcases.split_test_case()
got = check(
    "split-by-subject",
    split_by_subject,
    lambda split_by_subject: dict(zip(("train", "dev"), split_by_subject(*case), strict=True)),
    expected={"train": [0, 3, 4, 5, 8, 10, 11, 13], "dev": [1, 2, 6, 7, 9, 12]},
)
for name, places in got.items():
    print(name, "=", places, "\n  subjects", case[0][places])

# %% nbgrader={"grade_id": "split-by-subject-hidden", "grade": true, "points": 10}
# More checks run here when the notebook is graded: other heaps, subjects with one to three shots.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("split-by-subject", split_by_subject)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# `subject` is 3, 0, 2, 3 and the subjects 3 and 1 are drawn. Which pictures are for development? Write
# down True or False for each of the four.
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# `np.isin(subject, order[:n_dev])` asks that of all pictures at once. `np.flatnonzero(...)` says at which
# places the answer is True, and `~` turns the answers round.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *a shape that is too small*: places of pictures are wanted, not numbers of subjects.
# - *True and False*: `np.flatnonzero` makes places of them.
# - *subjects are on both sides*: it was pictures that were drawn, or one shot of each.
#
# </details>

# %% tags=["skip-execution"] nbgrader={"grade_id": "train-leaks", "locked": true}
train, dev = split_by_subject(subject, order, 100)
train_X, train_Y, dev_X, dev_Y = X[:, train], labels[:, train], X[:, dev], labels[:, dev]


def leak(seed, by_subject):
    """Put 100 subjects aside, split the others, train, and return the accuracy on dev and these."""
    rng = np.random.RandomState(seed)
    shuffled = rng.permutation(450)
    rest, aside = split_by_subject(subject, shuffled, 100)
    if by_subject:
        dev = np.setdiff1d(split_by_subject(subject, shuffled, 200)[1], aside)
    else:
        dev = rng.permutation(rest)[:200]
    train = np.setdiff1d(rest, dev)
    network = fit(X[:, train], labels[:, train], (0, 0), seed)
    return [accuracy(network, X[:, each], labels[:, each]) for each in (dev, aside)]


leaks = {
    name: np.array([leak(seed, name == "subjects drawn") for seed in steps(5, name)])
    for name in ("pictures drawn", "subjects drawn")
}


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "split-by-subject-picture", "locked": true}
# Your choice opens this.
@reveal("8.1", "abc", "b")
def picture():
    groups = {
        name: {"development pictures": each[:, 0], "put aside before": each[:, 1]}
        for name, each in leaks.items()
    }
    _, ax = plt.subplots(figsize=(8, 3.6), layout="constrained", facecolor="white")
    plots.plot_groups(
        groups, ax, measure="accuracy", title="A twin in training gives the answer away"
    )
    for name, each in leaks.items():
        dev_share, aside_share = np.median(each, axis=0)
        print(f"{name}: development {dev_share:.2f}, put aside {aside_share:.2f}")

    return """
    **What you saw.** Something too high (b). With pictures drawn, the network is right on 0.91 of the
    development pictures, and on 0.80 of those whose subjects had been put aside. For most of the 200 have
    a twin among the training pictures, and it is easier to recognize a picture than a cat. With subjects
    drawn the two numbers are 0.81 and 0.81. The network is about as good; its number is honest now.

    Twins are rarely as easy to see as here. Ten photos of one patient, frames of one film, two reviews by one
    author, and pictures that were augmented *before* the split: all leak in the same way.
    """


# %% [markdown]
#
# ## Exercise 8.2: a search within a budget
#
# *About 5 lines, 15 minutes, 30 points.*
#
# Six settings compete, and trainings cost time: you have a **budget**. Give every setting the same
# number of trainings, as many as the budget allows, with the seeds 0, 1, 2, ... The setting's cost is
# the **median** of its development costs, so that one unlucky training of three does no harm. The setting
# with the lowest cost wins; of equal ones the first. What is left of the budget stays unspent.
#
# `train(setting, seed)` is a function here, and not a set of pictures: it trains a network and returns its
# development cost. Each call costs one training. Call `train(setting, seed)`, without the arguments' names.
#
# **Predict.** Somebody trains each of the six settings once, and takes the lowest cost. She does so six times,
# each time with another seed. Which setting wins?
#
# - (a) The same one six times: the settings make the difference.
# - (b) The same one five times; once there is an accident.
# - (c) Different ones: three of them win.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "search-within-budget-predict", "locked": true}
ask("8.2", "abc")


# %% nbgrader={"grade_id": "search-within-budget", "solution": true}
def search(settings, train, budget):
    """Find the setting with the lowest median cost within a budget of trainings.

    Parameters
    ----------
    settings : list
        What is to be compared.
    train : function
        train(setting, seed) trains once, and returns the development cost.
    budget : int
        How many trainings there may be in all, at least one for each setting.

    Returns
    -------
    chosen : one of the settings
    costs : list of float
        The median cost of each setting, in their order.
    """
    chosen, costs = None, None

    ### START CODE HERE ### (about 5 lines)
    ### BEGIN SOLUTION
    each = budget // len(settings)
    costs = []
    for setting in settings:
        costs.append(np.median([train(setting, seed) for seed in range(each)]))
    chosen = settings[np.argmin(costs)]
    ### END SOLUTION
    ### END CODE HERE ###

    return chosen, costs


# %% nbgrader={"grade_id": "search-within-budget-check", "grade": true, "points": 15}
case = testcases.search_test_case()


def answer(search):
    """Search among three settings with a budget of ten; count the trainings."""
    (chosen, costs), trainings = testcases.searched(search, *case)
    return {"chosen": chosen, "costs": np.array(costs), "trainings": trainings}


expected = {"chosen": 10.0, "costs": [0.45, 0.41, 0.42], "trainings": 9}
got = check("search-within-budget", search, answer, expected)
print(f"chosen: {got['chosen']}, after {got['trainings']} of {case[-1]} trainings")

# %% nbgrader={"grade_id": "search-within-budget-hidden", "grade": true, "points": 15}
# More checks run here when the notebook is graded: other settings, other budgets. They count.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("search-within-budget", search)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# Three settings and a budget of ten: how many trainings does each setting get, with which seeds, and how
# many are left?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# `budget // len(settings)` divides and rounds down. For each setting make a list of the costs of all its
# seeds, and append its `np.median` to `costs`. `np.argmin(costs)` is the place of the lowest.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *trainings is too large*: is `train` called anywhere else, or the budget not divided?
# - *chosen is right, costs are wrong*: is it the median of all seeds?
# - *chosen is 1*: that is the place of the setting, and not the setting.
#
# </details>

# %% tags=["skip-execution"] nbgrader={"grade_id": "train-search", "locked": true}
found = {}


def train_once(setting, seed):
    """Train on the training pictures, and return the cost on the development pictures."""
    cost = cost_of(fit(train_X, train_Y, setting, seed), dev_X, dev_Y)
    found[tuple(setting), seed] = cost
    return cost


# Eighteen trainings take half a minute or less; three more seeds, for the picture, as long again.
compared = SETTINGS
chosen, costs = search(compared, train_once, 18)
print(f"chosen after {len(found)} trainings: λ = {chosen[0]}, noise {chosen[1]}")
for seed in steps(3, "three more seeds"):
    for setting in SETTINGS:
        train_once(setting, 3 + seed)


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "search-within-budget-picture", "locked": true}
# Your choice opens this.
@reveal("8.2", "abc", "c")
def picture():
    table = np.array([[found[setting, seed] for seed in range(6)] for setting in SETTINGS])
    names = [f"λ = {lambd}" + (f"\nnoise {noise}" if noise else "") for lambd, noise in SETTINGS]
    _, ax = plt.subplots(figsize=(8, 4), layout="constrained", facecolor="white")
    for seed, marker in enumerate("osD^vP"):
        ax.plot(table[:, seed], marker, color=BLUE, ms=6, alpha=0.85, mec="none")
        won = int(np.argmin(table[:, seed]))
        label = "lowest of its seed" if seed == 0 else None
        ax.plot(
            won, table[won, seed], marker, color=ORANGE, ms=11, mfc="none", mew=1.8, label=label
        )
    ax.plot(np.median(table, axis=1), "_", color=GREEN, ms=26, mew=3, label="median of six")
    ax.set_xticks(range(len(names)), names)
    ax.set(ylabel="development cost (nats per picture)")
    ax.set_title("Six seeds, six races: each shape is one")
    ax.legend(fontsize="small")
    for seed, won in enumerate(np.argmin(table, axis=0)):
        print(f"seed {seed}:", names[won].replace("\n", ", "), "wins")
    for name, row in zip(names, table, strict=True):
        said = name.replace("\n", ", ")
        print(f"{said:16} median {np.median(row):.3f}, from {row.min():.3f} to {row.max():.3f}")

    return """
    **What you saw.** Three of them win (c), each of them twice. One training says as much about its first
    weights as about its setting. With noise and no λ the costs go from 0.48 to 0.61. The medians of the
    five settings that regularize lie closer together, from 0.50 to 0.57. With λ = 100 all six seeds agree,
    since little is left for them to decide.

    The search chose λ = 10 with noise after three seeds; six seeds would say λ = 100. So it found a good
    setting, and not *the* best. For that the budget would have to be many times as
    large. Often that is not worth it: settings that only a huge budget can tell apart hardly differ in
    what they bring.
    """


# %% [markdown]
#
# ## Exercise 8.3: between which two numbers
#
# *About 5 lines, 10 minutes, 20 points.*
#
# Of $m$ test pictures some are right. Their share $p$ is what you saw; the accuracy on *all* pictures of
# that kind is what you want. The interval that everybody learns first, $p \pm 1.96 \sqrt{p (1 - p) / m}$,
# fails where you need it most: if all are right it has no width, as if nothing could ever go wrong.
# **Wilson's interval** draws the centre towards one half, and keeps a width. With $z = 1.96$ for 95 %,
#
# $$\frac{p + \dfrac{z^2}{2m} \;\pm\; z \sqrt{\dfrac{p (1 - p)}{m} + \dfrac{z^2}{4 m^2}}}{1 + \dfrac{z^2}{m}} \tag{2}$$
#
# `right` and `m` are numbers of pictures. Return the two ends as shares.
#
# **Predict.** A network is right on all of 50 test pictures. On which share of all pictures is it right, as
# far as the 95 % interval can tell?
#
# - (a) From 93 % to 100 %.
# - (b) From 99 % to 100 %.
# - (c) 100 %.
# - (d) From 0 to 100 %: 50 are too few.

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "accuracy-interval-predict", "locked": true}
ask("8.3", "abcd")


# %% nbgrader={"grade_id": "accuracy-interval", "solution": true}
def accuracy_interval(right, m):
    """Compute Wilson's 95 % interval for an accuracy, formula (2).

    Parameters
    ----------
    right : int
        How many pictures were right.
    m : int
        Of how many.

    Returns
    -------
    low, high : float
        Between which two shares the accuracy lies.
    """
    low, high = None, None

    ### START CODE HERE ### (about 5 lines)
    ### BEGIN SOLUTION
    p, z = right / m, 1.96
    shrink = 1 + z**2 / m
    centre = (p + z**2 / (2 * m)) / shrink
    half = z * np.sqrt(p * (1 - p) / m + z**2 / (4 * m**2)) / shrink
    low, high = centre - half, centre + half
    ### END SOLUTION
    ### END CODE HERE ###

    return low, high


# %% nbgrader={"grade_id": "accuracy-interval-check", "grade": true, "points": 10}
expected = {
    "low": 0.8116149745,
    "high": 0.9684509967,
    "centre": 0.8900329857,
    "half width": 0.0784180111,
}
got = check(
    "accuracy-interval",
    accuracy_interval,
    lambda accuracy_interval: testcases.ends(*accuracy_interval(46, 50)),
    expected,
)
print(f"46 of 50: from {got['low']:.3f} to {got['high']:.3f}")

# %% nbgrader={"grade_id": "accuracy-interval-hidden", "grade": true, "points": 10}
# More checks run here when the notebook is graded: other numbers, all right, none right.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("accuracy-interval", accuracy_interval)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# Put $p = 1$ into formula (2), by hand. What does the root become? What are the two ends?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Give the parts names: the share, the denominator $1 + z^2/m$, the centre, the half width. Both the centre
# and the half width are divided by the denominator.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *low and high lie around 0.92*: the centre is not shifted.
# - *both ends are too large by the same factor*: one division by $1 + z^2/m$ is missing.
# - *the interval is far too narrow or wide*: look for the root, and for the square of m in it.
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "accuracy-interval-picture", "locked": true}
# Your choice opens this.
@reveal("8.3", "abcd", "a")
def picture():
    m, counts = 50, np.arange(51)
    share = counts / m
    half = 1.96 * np.sqrt(share * (1 - share) / m)
    ends = {
        "p ± 1.96 √(p(1-p)/m)": (share - half, share + half),
        "Wilson": np.array([accuracy_interval(int(right), m) for right in counts]).T,
    }
    truth = np.linspace(0.5, 0.995, 400)
    held = {
        name: [np.sum(binom.pmf(counts, m, t)[(low <= t) & (t <= high)]) for t in truth]
        for name, (low, high) in ends.items()
    }
    _, axes = plt.subplots(2, 1, figsize=(6.5, 8), layout="constrained", facecolor="white")
    for (name, (low, high)), colour, hatch in zip(
        ends.items(), (BLUE, ORANGE), ("", "//"), strict=True
    ):
        look = {"color": colour, "alpha": 0.3, "hatch": hatch}
        axes[0].fill_between(counts[40:], low[40:], high[40:], **look, label=name)
    axes[0].set(xlabel="right answers of 50", ylabel="accuracy on all pictures")
    axes[0].set_title("At the end one of them has no width")
    axes[0].legend(fontsize="small", loc="upper left")
    plot_lines(truth, held, axes[1], title="How often the interval holds the truth, m = 50")
    axes[1].axhline(0.95, color="black", lw=1, ls=":")
    axes[1].set(xlabel="accuracy on all pictures", ylabel="share of intervals", ylim=(0, 1.02))
    print(f"50 of 50: from {ends['Wilson'][0][-1]:.3f} to {ends['Wilson'][1][-1]:.3f}")
    for name, each in held.items():
        high = np.array(each)[truth > 0.9]
        print(f"{name}, above 0.9:")
        print(f"  it holds {high.mean():.2f} on average, {high.min():.2f} at worst")

    return """
    **What you saw.** From 93 % on (a). An accuracy of 0.93 would give 50 right answers out of 50 now and then,
    so it cannot be ruled out. The plain formula says "exactly 1".

    Below is what a 95 % interval promises: whatever the true accuracy is, it lies inside in 95 of 100
    test sets. Above 0.9 the plain interval holds the truth in 0.79 of the cases on average, and in
    0.22 at worst. Wilson's holds it in 0.96, and in 0.91 at worst. The curves have teeth
    because 50 pictures can have only 51 results.
    """


# %% [markdown]
#
# ## Exercise 8.4: the report
#
# *About 8 lines, 15 minutes, 30 points.*
#
# Now comes the end of the study. The search has left `settings` and their development `costs`. What is left
# to do:
#
# 1. choose the setting with the lowest cost;
# 2. train one network with it: `train(setting)` returns it;
# 3. ask the test set, **once**: `test(network)` returns how many pictures are right, and of how many;
# 4. compute the interval: `interval(right, m)` returns its two ends;
# 5. report, as a dictionary: `"setting"`, its development cost as `"dev_cost"`, and from the test set the
#    share of right answers as `"accuracy"`, with the two ends of the interval as `"low"` and `"high"`.
#
# The test set has no say in what is chosen. The check counts how often you train and how often you test.
# It passes plain numbers in place of networks: your function only hands them on. Call all functions
# without the arguments' names.
#
# **Predict.** A hundred people toss a coin for each of 200 test pictures: heads is a cat. The best of the
# hundred reports her accuracy. What is it, on average?
#
# - (a) 0.50
# - (b) 0.52
# - (c) 0.55
# - (d) 0.59

# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "final-report-predict", "locked": true}
ask("8.4", "abcd")


# %% nbgrader={"grade_id": "final-report", "solution": true}
def final_report(settings, costs, train, test, interval):
    """Choose by development costs, train once, test once, and report.

    Parameters
    ----------
    settings : list
        What was compared.
    costs : list of float
        The development cost of each setting.
    train : function
        train(setting) trains a network, and returns it.
    test : function
        test(network) returns two numbers: how many test pictures are right, and of how many.
    interval : function
        interval(right, m) returns two numbers: the low and the high end.

    Returns
    -------
    report : dict
        "setting", "dev_cost", "accuracy", "low", "high".
    """
    report = None

    ### START CODE HERE ### (about 8 lines)
    ### BEGIN SOLUTION
    best = np.argmin(costs)
    right, m = test(train(settings[best]))
    low, high = interval(right, m)
    report = {"setting": settings[best], "dev_cost": costs[best]}
    report |= {"accuracy": right / m, "low": low, "high": high}
    ### END SOLUTION
    ### END CODE HERE ###

    return report


# %% nbgrader={"grade_id": "final-report-check", "grade": true, "points": 15}
case = testcases.report_test_case()


def answer(final_report):
    """Report on four settings; count the trainings and tests. A rough interval stands in."""
    report, trainings, tests = testcases.reported(final_report, *case)
    return {**report, "trainings": trainings, "tests": tests}


expected = {
    **{"setting": 30.0, "dev_cost": 0.38, "accuracy": 0.84},
    **{"low": 0.8257142857, "high": 0.85, "trainings": 1, "tests": 1},
}
got = check("final-report", final_report, answer, expected)
for name, value in got.items():
    print(f"{name:9} {value:.4g}")

# %% nbgrader={"grade_id": "final-report-hidden", "grade": true, "points": 15}
# More checks run here when the notebook is graded: other studies, with a test set that counts.
### BEGIN HIDDEN TESTS
from exercises import examine

examine("final-report", final_report)
### END HIDDEN TESTS

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# `test(network)[0]` and then `test(network)[1]`: how often has the test set been used?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# `np.argmin(costs)` is the place of the chosen setting. One call of `train`, one of `test` with
# `right, m = ...`, one of `interval` with `low, high = ...`. Then the dictionary.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *tests is 4*: every setting was tested. Only the chosen one may be.
# - *tests is 2*: keep both numbers of one call.
# - *setting is right, accuracy is wrong*: which network was tested? Is it a share?
#
# </details>


# %% tags=["skip-execution"] jupyter={"source_hidden": true} nbgrader={"grade_id": "final-report-picture", "locked": true}
# Your choice opens this.
@reveal("8.4", "abcd", "d")
def picture():
    tossers = np.unique(np.logspace(0, 4, 60).astype(int))
    counts = np.arange(201)
    # The best of k has at most c right answers where all k have.
    below = binom.cdf(counts, 200, 0.5)
    best = np.array([1 - np.mean(below[:200] ** k) for k in tossers])
    curves = {"best of the tossers": best, "what each of them knows": 0.5 + 0 * best}
    ax = plot_lines(tossers, curves, title="Whoever asks often enough gets a good answer")
    ax.set(xscale="log", xlabel="how many coin tossers are tested", ylabel="accuracy, 200 pictures")
    for k in (1, 10, 100, 1000):
        print(f"best of {k:4}: {1 - np.mean(below[:200] ** k):.2f}")
    low, high = accuracy_interval(118, 200)
    print(f"118 of 200: from {low:.2f} to {high:.2f}")

    return """
    **What you saw.** 0.59 (d), and her interval goes from 0.52 to 0.66. The true accuracy, 0.50, is not even
    inside. The formula is right for one network that is tested once. It knows nothing of the other
    ninety-nine.

    So a test set wears out. Each time it helps to choose, a little of it turns into a development set.
    Nobody cheats here; it is enough to try, look, and try again.
    """


# %% [markdown]
# ## The whole study, once
#
# Everything is there: the split, the search with its 18 trainings, and your report. The next cell brings
# it to its end. The test set is sealed: it judges one network, and refuses every other one after it. (If
# your cell stops with an error after the test, restart the kernel, run all, and say in your report that
# you did.) If you want to try settings of your own, do it *now*, in a new cell, each with three
# trainings as well:
#
# ```python
# more = [(20, 0), (20, 0.5)]
# _, more_costs = search(more, train_once, 6)
# compared, costs = [*compared, *more], [*costs, *more_costs]
# ```
#
# Nobody looks over your shoulder in this last part. You could train more often than you report, ask the
# test pictures in a cell of your own, or edit a given cell, which grading puts back. None of it earns a
# point, and the number that comes of it is worth what the best coin tosser's is.


# %% tags=["skip-execution"] nbgrader={"grade_id": "report", "locked": true}
def train_final(setting):
    """Train a network with the chosen setting, from a seed that took no part in the search."""
    return fit(train_X, train_Y, setting, 100)


report = final_report(compared, costs, train_final, test_set, accuracy_interval)
print(f"chosen: λ = {report['setting'][0]}, noise {report['setting'][1]}", end="; ")
print(f"development cost {report['dev_cost']:.3f}")
print(f"right on {report['accuracy']:.3f} of {test_Y.size} test pictures,")
print(f"95 % interval from {report['low']:.3f} to {report['high']:.3f}")

# %% tags=["skip-execution"] nbgrader={"grade_id": "mistakes", "locked": true}
p = sigmoid(logits(test_set.judged, test_set.X))
shown = np.round(255 * test_shots).astype(np.uint8)
plots.plot_mistakes(shown, p, test_Y, classes, most=10, title="The surest mistakes")
show()

# %% [markdown]
# What the report's cell printed goes into the paper, and no more: the setting, how it was chosen and among
# how many, one accuracy, its interval, and how large the test set was. Here that is λ = 10 with noise, the
# best of six settings after 18 trainings, and right on 0.825 of 200 test pictures, with an interval from
# 0.77 to 0.87.
#
# And was the search worth its 18 trainings? We tried ten new splits of the heap, and compared the chosen
# setting with no regularization at all. Its test cost is lower in all ten, by 0.12 in the median. Its
# *accuracy* is higher in one, equal in two and lower in seven, by two points in the median. That is less
# than the interval can tell, but it is no gain either.
#
# You get what you choose by, here the cost, and perhaps nothing else. If accuracy is what you will be
# judged by, say so before the search, and choose by it.

# %% [markdown]
# ## What to remember
#
# - Split by what makes examples alike, and split first. What is augmented, scaled or chosen comes after.
# - Give every setting the same trainings, with the same seeds, and compare medians. A single training is an anecdote.
# - An accuracy without its interval is half a result. Wilson's holds at the ends, too.
# - The test set is used once. What has helped to choose cannot judge.
# - Report what you did in the order in which you did it, with the number of settings that lost.
#
# ## What to read
#
# - Kapoor and Narayanan, *Leakage and the reproducibility crisis in machine-learning-based science* (2023): the
#   kinds of leaks, and in how many fields they were found.
# - Brown, Cai and DasGupta, *Interval estimation for a binomial proportion* (2001): why the plain interval fails,
#   and what to use.
# - Bergstra and Bengio, *Random search for hyper-parameter optimization* (2012): what to do with a budget where
#   there are many settings.
# - Recht and others, *Do ImageNet classifiers generalize to ImageNet?* (2019): what ten years of asking one test
#   set have done to it, which is less than feared.
#
# **Where to go next:** take data of your own, write down the split, the budget and the settings on paper
# before the first training, and keep to it. `notebooks/00_start_here` lists the lessons that you have left.
