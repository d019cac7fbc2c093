# %% [markdown]
# # 0. Start here
#
# This course is about networks that have learnt their examples too well, and what to do about it.
# You write the decisive lines yourself, and see at once whether they are right and what they do.
#
# **When you are done with the course, you can**
#
# - choose where a network's weights start, and say why it matters;
# - tell whether a network overfits, and choose how strongly to regularize it;
# - write L2 regularization and dropout, forwards and backwards, for networks of any depth;
# - check a backward pass, and name the line that is wrong;
# - train with mini-batches and momentum, and say what each of them changes;
# - stop a training in time, and make more of the pictures that you have;
# - say how sure a difference between two accuracies is, and use a test set only once.
#
# This page takes ten minutes: how the notebooks work, whether your computer is ready, and a first
# exercise of one line.

# %% [markdown]
# ## Two kinds of notebooks
#
# | folder | what it holds | points |
# | --- | --- | --- |
# | `notebooks/` | this page, and lessons: you predict, look at pictures and say why | none |
# | `release/` | exercises: you write code, and checks tell you where you stand | yes |
#
# Lessons 1 to 6 have the numbers of their exercises and build on them; 7 and 9 stand alone, and 8 has no
# lesson. So do the exercises first; the lesson then shows what stands behind them.
#
# ## How a notebook runs
#
# A notebook is a row of cells. Click into one and press Shift+Enter: it runs, and what it prints or
# draws appears below it. Run the cells from top to bottom, since each builds on those above.
#
# When you are lost, choose **Kernel → Restart Kernel and Run All Cells**. That clears everything
# that earlier runs have left behind, and does all of it again. In a notebook with exercises it stops
# at the first one that is not solved yet, and that is as it should be. Do it too before you hand
# anything in: a notebook that runs from an empty start runs for everybody.

# %% [markdown]
# ## Is your computer ready?
#
# The next cell prints one line for each thing that the course needs: what was found, and either OK
# or what to do.

# %%
import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.environment import check_environment

ready = check_environment()

# %% [markdown]
# If the cell fails with `No module named 'utils'`, the course is not installed in the Python that
# runs this notebook. Close JupyterLab, open a terminal in the course's folder, and start again with
# `make lab`. Without make, run the four commands that README.md begins with.

# %% [markdown]
# ## Exercise 0: the accuracy of a guess
#
# *About 1 line, 2 minutes, no points.*
#
# Every exercise has the five parts that you find here: the goal, a prediction, the code, a check,
# and hints with something to see.
#
# A network says for each of $m$ examples whether its label is 0 or 1. Its **accuracy** is the share
# of examples for which it is right, from 0 to 1. Write a function for a network that always gives
# the same answer. `Y` has shape (1, m), `guess` is 0 or 1, and the accuracy is a single number.
#
# **Predict.** In a game, our team wins 80 of 200 long kicks. Somebody offers a program that predicts
# who wins the next one, "with 60 % accuracy". How good is that?
#
# - (a) Good: it is better than tossing a coin.
# - (b) Worthless: saying "theirs" every time does as well.
# - (c) One cannot say without seeing the program.

# %% jupyter={"source_hidden": true}
from utils.predict import ask, reveal

ask(0, "abc")


# %%
def accuracy_of_guess(Y, guess):
    """Return how often the same guess is right.

    Parameters
    ----------
    Y : array, shape (1, m)
        The labels, 0 or 1.
    guess : int
        The label that is guessed for every example.

    Returns
    -------
    accuracy : float
    """
    ### START CODE HERE ### (about 1 line)
    accuracy = None
    ### END CODE HERE ###

    return accuracy


# %% [markdown]
# The check below runs your function on five labels and compares the answers with the right ones. At
# first it says that the exercise is not attempted yet. If an answer is wrong, it says what it
# expected, what it got and, if it knows the mistake, the likely cause.

# %% tags=["raises-exception"]
import numpy as np

from utils.check import check

Y = np.array([[1, 1, 0, 1, 0]])
got = check(
    "constant-guess",
    accuracy_of_guess,
    lambda accuracy: {f"always {guess}": accuracy(Y, guess) for guess in (0, 1)},
    expected={"always 0": 0.4, "always 1": 0.6},
)
print(got)

# %% [markdown]
# <details><summary><b>Hint 1: a question</b></summary>
#
# What does `Y == 1` look like? And what is the mean of three `True` and two `False`?
#
# </details>
# <details><summary><b>Hint 2: the plan</b></summary>
#
# Compare all labels with the guess at once, without a loop. Then take the mean of the result with
# `np.mean`, which counts `True` as 1 and `False` as 0.
#
# </details>
# <details><summary><b>Hint 3: what the check says</b></summary>
#
# - *not attempted yet*, although you wrote something: run the cell with your function again.
# - *always 0: expected 0.4, got 0.6*: the guess plays no part in your line.
# - *expected 0.4, got 2*: that is the number of right answers, and not yet their share.
#
# </details>


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(0, "abc", "b")
def see():
    from utils.data import make_field

    _, train_Y, _, test_Y = make_field()
    for name, labels in (("training", train_Y), ("test", test_Y)):
        ours, m = int(labels.sum()), labels.size
        print(
            f"{name} kicks: {ours} ours and {m - ours} theirs; the share of ours is {ours / m:.3f}"
        )

    return """
    **What you saw.** In the prediction, 120 of the 200 kicks are theirs, so "always theirs" is
    right in 60 % (b). In the games of this course the two teams are about even: a constant guess is
    right about half the time, at best 57 % on the test kicks. Keep such a number in mind: an accuracy
    says something only next to the accuracy of a simple guess.
    """


# %% [markdown]
# ## How to grade yourself
#
# The checks in a notebook use one example each. More checks run when it is graded. You can do that
# yourself at any time, in a terminal in the course's folder:
#
# ```sh
# .venv/bin/python -m autograder check 02_regularization
# ```
#
# (On Windows, this runs in WSL alone.) It runs the saved notebook, and prints for each exercise its
# points, what is wrong and a hint. Save the notebook first (Ctrl+S). Where an answer has parts of its
# own, such as the gradients of three layers, each right one earns its share.
#
# A notebook has 100 points. They follow the minutes that stand under each heading: an exercise that takes
# twice as long as another one earns twice as much, half of it in the notebook's check and half in the
# checks that come later.
#
# ## Where to go now
#
# | | exercises | lesson |
# | --- | --- | --- |
# | 1 | [Initialization](../release/01_initialization/01_initialization.ipynb) | [a signal's way through many layers](lesson_1_initialization.ipynb) |
# | 2 | [Regularization](../release/02_regularization/02_regularization.ipynb) | [how much, and how sure one can be](lesson_2_regularization.ipynb) |
# | 3 | [Gradient checking](../release/03_gradient_checking/03_gradient_checking.ipynb) | [how small is small enough](lesson_3_gradient_checking.ipynb) |
# | 4 | [Mini-batch training](../release/04_minibatch_training/04_minibatch_training.ipynb) | [three knobs, drawn as paths](lesson_4_minibatch_training.ipynb) |
# | 5 | [Deep network](../release/05_deep_network/05_deep_network.ipynb) | [what depth and λ do to pictures](lesson_5_deep_network.ipynb) |
# | 6 | [Other regularizers](../release/06_other_regularizers/06_other_regularizers.ipynb) | [one thing in many clothes](lesson_6_other_regularizers.ipynb) |
# | 7 | none | [the same in PyTorch, installed or not](lesson_7_in_pytorch.ipynb) |
# | 8 | [Capstone](../release/08_capstone/08_capstone.ipynb) | none: your own study is the lesson |
# | 9 | none | [when it does not help](lesson_9_when_it_does_not_help.ipynb) |
#
# The exercises of one row take 50 to 60 minutes, its lesson 10 to 25. Begin with the first row, or with
# the second if that is what you came for. The exercises of each row run without any other; those of rows
# 3 to 6 and 8 refer to row 2, so do that one before them.
#
# Formulas, shapes, numbers to begin with and what to try when it goes wrong stand on
# [one page](cheat_sheet.ipynb), to print.
