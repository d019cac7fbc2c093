# %% [markdown]
# # Lesson 2. How much to regularize, and how sure one can be
#
# Anybody can turn λ until one test looks good. Would it look good again tomorrow, with other kicks? One
# network cannot tell.
#
# In the exercises you built two ways to keep a network from overfitting, and trained one network
# with each. Here you look at five hundred. They were trained beforehand, so every picture is there
# at once.
#
# **When you are done, you can**
#
# - read under- and overfitting off a curve, and choose λ without fooling yourself;
# - say what λ does to the boundary and to the weights;
# - say what dropout loses if its masks never change, and why the whole network stands for a crowd;
# - say when more data help, and when a penalty does as well;
# - say how much "93 % against 91.5 %" on 200 test kicks is worth.
#
# The lesson has six parts of about four minutes, and each part has three steps, always in this
# order. **Predict**: choose an answer, and only then the picture appears; a wrong guess teaches
# more than none. **See**: a picture. **Say why**: what you saw, in words, and the reason. Nothing
# here has points.

# %%
from math import comb

import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.gallery import (
    SweepView,
    load_sweep,
    plot_bundle,
    plot_repetitions,
    plot_sweep,
)
from utils.gallery.crowd import load_crowd, plot_crowd
from utils.gallery.learning_curve import load_learning_curve, plot_learning_curve
from utils.plots import BLUE, ORANGE
from utils.predict import reveal, surprises
from utils.sliders import DrawnView

over_lambda, over_keep_prob, methods = map(load_sweep, ("lambda", "keep_prob", "methods"))

# %% [markdown]
# All networks are those of the exercises: 2 inputs, 20 and 3 hidden units, 30,000 steps with
# learning rate 0.3. Each setting was trained 30 times. Every time the kicks were drawn anew, 211 to
# learn from and 200 to test on, and so were the first weights and the masks. One more training of
# each setting is the *showcase*: the very kicks and first weights of the exercises.
#
# We know the rule by which these kicks were made, and how many of them are flukes: 17 of the 211
# training kicks and 16 of the 200 others break the rule, 8 % of either. So a perfect map is right
# on 0.92 of them, and on new kicks only luck can do better. Real data have such limits too, but do
# not tell them.
#
# ## Part 1. Reading a validation curve
#
# Besides the training and the test kicks there are now 200 **validation kicks** for each training,
# from yet other games.
#
# #### Predict 1
#
# λ grows from 0 to 30. What happens to the accuracy on the validation kicks?
#
# - (a) It rises all the way: the more regularization, the better.
# - (b) It falls all the way, since the network fits less and less.
# - (c) Nothing much: it follows the accuracy on the training kicks.
# - (d) It rises, stays high for a while, and falls.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abcd", "d")
def see():
    ax = plot_sweep(over_lambda, title="Too little, enough, too much")
    ax.axhline(0.92, color="black", ls=":", lw=1.5)
    ax.text(43, 0.92, "a perfect map", va="center", fontsize="small")

    return """
    **What you saw.** Read the curve from left to right, as one reads a sentence (d).

    - **Overfitting**, λ up to 0.03. At 0 the networks score 0.929 on the training kicks, more than a
      perfect map: they have learnt flukes by heart. On the validation kicks they score 0.880, five
      points lower, and the wide band says that each training ends elsewhere.
    - **Enough**, λ from 0.1 to 3. The training curve falls below the dotted line, the validation curve
      rises to 0.90, and from 0.3 on only a point or so is left between them. The band becomes narrow
      and the curve flat: 0.3 or 3, it hardly matters.
    - **Underfitting**, λ from 10 on. Both curves fall together. At 10, four networks have collapsed
      into one answer for the whole field; at 30, all thirty have.

    The lines are medians. One of the thirty networks died in its first ten steps: the three units of
    its second layer went silent for nearly all kicks, and through silent units no gradient comes
    back. No λ saved it. A mean would have mixed that accident into every point.
    """


# %% [markdown]
# ### Choose on validation kicks, not on test kicks
#
# #### Predict 2
#
# In each of the 30 repetitions we take the λ that is best on its 200 validation kicks.
# Is the network that we chose as good on the test kicks as it was on the validation kicks?
#
# - (a) Yes, on average: both are new kicks of the same kind.
# - (b) No, on average it is worse on the test kicks.
# - (c) No, on average it is better on the test kicks.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abc", "b")
def see():
    validation = over_lambda.repetitions["validation_accuracy"]
    test = over_lambda.repetitions["test_accuracy"]
    chosen = validation.argmax(axis=0)
    repetition = np.arange(validation.shape[1])
    print("chosen λ:")
    for i, label in enumerate(over_lambda.labels):
        print(f"{label:>6} {'#' * np.sum(chosen == i)}")
    print(f"on the validation kicks that chose it: {validation[chosen, repetition].mean():.3f}")
    print(f"on the test kicks, used only now:      {test[chosen, repetition].mean():.3f}")

    return """
    **What you saw.** The chosen networks score 0.897 on the kicks that chose them, and 0.890 on the test
    kicks (b). The best of ten numbers is best partly by luck, and the luck does not come along. Had we
    chosen on the test kicks, we would have reported 0.897, and nobody could have told that it is too
    much. That is why there are three sets: one to fit the weights, one to choose λ, and one that is used
    once, at the end.

    The choices scatter from 0 to 10, because the curve is flat and 200 kicks are few. A choice of λ
    is rarely a discovery; any value on the plateau does.
    """


# %% [markdown]
# ## Part 2. What λ does to boundary and weights
#
# #### Predict 3
#
# The picture shows the showcase for each λ: its map, a histogram of its 103 weights, and where this λ
# stands on the curve of the cost. Sketch map and weights in your mind for λ = 0, for 0.7 and for 30.
# What becomes of the weights from 0 to 0.7? (Then move the slider. Where pages cannot move, you see the
# maps side by side.)
#
# - (a) All shrink by the same factor.
# - (b) The large ones are cut down, the small ones stay as they are.
# - (c) Most fade to nearly 0, and a few stay large.
# - (d) Hardly any: it is the biases that move the boundary.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abcd", "c")
def see():
    return (
        SweepView(over_lambda),
        """
    **What you saw.** At λ = 0 the boundary closes round single flukes, and even the lower right corner
    changes sides. At 0.1 one tiny island is left, from 0.3 on none. At 0.7 one calm line runs along
    the diagonal; at 10 it is straight and tilted off; at 30 everything is "ours".

    The weights do not shrink alike. From λ = 0 to 0.7 the largest goes from 8.4 to 2.9, and the sum of
    squares from 914 to 26. But 64 % of the weights at 0.7 are smaller than 0.05, where it was 1 %
    without L2.

    Why: L2 takes a share off every weight at each step. A weight that does not lower the cost has nothing
    to put against that, and fades. The few that hold the boundary stay. A sharp bend needs large
    weights, so the bends go first. At 30 not even the diagonal is worth its price.

    The cost on the validation kicks is a U: its median falls from 0.549 at λ = 0 to 0.334 at 0.7, and
    rises to 0.693 at 30, what a coin pays. The cost on the training kicks (here always without the
    penalty) only rises: each λ takes away some of the fit. """,
    )


# %% [markdown]
# #### Predict 4
#
# Thirty clubs film 211 kicks each, on fields where the same rule holds, and each trains its own network.
# We draw the thirty boundaries on top of each other. For which of λ = 0, 0.7 and 10 do they agree most,
# and is the λ for which they agree most the best one?
#
# - (a) At 0.7, and there they are best, too.
# - (b) At 0: with nothing in its way, each finds the rule.
# - (c) At 10: the stronger the penalty, the more alike; and there they are best, too.
# - (d) At 10; but they are best at 0.7.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abcd", "a")
def see():
    _, axes = plt.subplots(1, 3, figsize=(10.5, 4.6), layout="constrained", facecolor="white")
    titles = ("each club another map", "nearly the same map", "straight, some lost")
    along = np.linspace(-0.7, 0.65, 100)
    across = (along - 0.23 - 0.05 * np.sin(6 * along)) / 2  # the rule by which the kicks were made
    for ax, label, title in zip(axes, ("0", "0.7", "10"), titles, strict=True):
        plot_bundle(over_lambda, label, ax, title=f"λ = {label}: {title}")
        ax.plot(across, along, color="black", lw=2, ls="--", label="the true rule")
    axes[0].legend(loc="lower right")

    return """
    **What you saw.** At λ = 0 all but the dead one find the diagonal, and each adds islands of its own,
    wherever its flukes lie. Another sample would have given another map: that is **variance**. At 0.7
    these twenty-nine lie close together, along the true rule.

    At 10 they are straight lines, and five are missing: the dead network and the four that collapsed. A
    straight line misses the bend, and another sample of this size would miss it, too: that is **bias**.

    Of these three λ, the networks agree most at 0.7, where they are also best (a). But agreement alone is
    no merit: at 30 all agree that there is no boundary, and they are right half the time.
    """


# %% [markdown]
# ## Part 3. One fixed mask against fresh masks
#
# The exercise that everybody copies, the one on football in the *Deep Learning Specialization*
# (deeplearning.ai, 2017), sets the random seed *inside* the function that draws the masks. So each kick
# meets the same mask at all 30,000 steps. You met this in the exercises; here is what becomes of it. All
# networks have `keep_prob` 0.86.
#
# #### Predict 5
#
# We measure two costs on the training kicks: the one that training sees, through the
# masks, and that of the whole network with all units on, which is the one that makes the map. In
# which case are the two close to each other after 30,000 steps?
#
# - (a) With fixed masks: the network has had 30,000 steps to get used to them.
# - (b) In both.
# - (c) In neither: masks always cost something.
# - (d) With fresh masks.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abcd", "d")
def see():
    _, axes = plt.subplots(
        1, 2, figsize=(10.5, 4), layout="constrained", facecolor="white", sharey=True
    )
    titles = ("one fixed mask: two costs part", "fresh masks: they stay together")
    looks = {
        "curve_seen": ("black", "-", "training kicks, through the masks"),
        "curve_train": (ORANGE, "--", "training kicks, all units on"),
        "curve_test": (BLUE, "-.", "test kicks, all units on"),
    }
    for ax, title in zip(axes, titles, strict=True):
        i = methods.index(name := title.partition(":")[0])
        cost, accuracy = (methods.repetitions[f"train_{of}"][i] for of in ("cost", "accuracy"))
        wrong, each = np.median(211 * (1 - accuracy)), np.median(cost / (1 - accuracy))
        print(f"{name}: {wrong:.0f} of 211 kicks wrong, {each:.1f} nats each")
        for measure, (colour, line, label) in looks.items():
            low, median, high = np.quantile(
                methods.repetitions[measure][i], (0.1, 0.5, 0.9), axis=0
            )
            iterations = 1000 * np.arange(len(median))
            ax.fill_between(iterations, low, high, color=colour, alpha=0.15, lw=0)
            ax.plot(iterations, median, color=colour, ls=line, label=label)
        ax.set(xlabel="iteration", title=title)
    axes[0].set_ylabel("cost (nats per example)")
    axes[1].legend(title="median and middle 80 % of 30 trainings")

    return """
    **What you saw.** With fresh masks the whole network stays close to what training sees, and a
    little better: 0.23 against 0.29 (d). On the test kicks its cost creeps up to 0.46: so little
    dropout leaves some overfitting. With fixed masks training sees 0.10, and the whole network costs
    1.32 on the very same kicks, worse than at its start, and 1.78 on the test kicks. The low number
    that such a training prints describes a network that nobody uses.

    Why: a fixed mask hangs on its kick like a name tag. The tag tells a fluke from the kicks around it,
    and most flukes come out right in their own thinned networks. Few mistakes are left to warn the
    network of being too sure. On 80 % of the field it is more than 99.8 % sure of its answer, with fresh
    masks on 16 %.

    With all units on there are no tags, and nearly every fluke gets the answer of the kicks around it.
    As a map that is not bad, with 20 kicks wrong, where fresh masks have 17. But each of these few is
    dear. If they share the whole cost, each pays 12.9 nats, as much as a lost bet at 400,000 to one. With
    fresh masks it is 2.8.

    No step with fixed masks ever asks what all units say together. Fresh masks ask for every kick
    under ever new masks, and what works under all of them works for the whole network too, which is
    roughly their average.
    """


# %% [markdown]
# #### Predict 6
#
# Now the accuracy on the test kicks, of 30 trainings each. Order the four by their medians: plain, L2
# with λ = 0.7, one fixed mask, fresh masks. And do single trainings of one kind differ more than the
# medians of the four kinds?
#
# - (a) Fresh masks, L2, one fixed mask, plain; and the columns hardly overlap.
# - (b) Fresh masks, L2, one fixed mask, plain; but single trainings scatter more widely.
# - (c) One fixed mask, fresh masks, L2, plain; but single trainings scatter more widely.
# - (d) L2, plain, fresh masks, one fixed mask; and the columns hardly overlap.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(6, "abcd", "b")
def see():
    title = "Medians lie 2 points apart, single trainings up to 9"
    plot_repetitions(methods, "test_accuracy", bottom=0.82, title=title)

    return """
    **What you saw.** Each dot is one training, a bar is the median. Fresh masks with 0.900 and L2 with
    0.895 lie above one fixed mask with 0.885, and that above plain with 0.877. The dots of one column
    scatter over five to nine points, more than the columns differ (b). Had you trained one network of each
    kind, any order could have come out.

    The two triangles at the lower edge stand for the dead network, at 0.55 with and without L2. With masks
    the same first weights did not die.
    """


# %% [markdown]
# #### Predict 7
#
# `keep_prob` is a knob, as λ is. At which end of its axis do the networks overfit? And
# is the exact value important?
#
# - (a) At 1, and 0.86 is clearly the best.
# - (b) At 0.3, where most units are off.
# - (c) At 1, and nearly any value below it will do.
# - (d) At both ends: in the middle it is just right.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(7, "abcd", "c")
def see():
    plot_sweep(over_keep_prob, title="A little dropout is enough; much more does no harm here")

    return """
    **What you saw.** The axis runs the other way round: at 1, the right end, there is no dropout, and
    the networks overfit. 0.95 already lifts the validation median from 0.880 to 0.897, and down to 0.3
    it stays between 0.897 and 0.905. Accuracy does not show everything, though. The median cost on the
    test kicks falls from 0.57 without dropout to 0.36 at 0.5, and at 0.3 it is 0.44 again. Very strong
    dropout leaves the answers right, but unsure.
    """


# %% [markdown]
# ## Part 4. A crowd in one network
#
# Each mask makes a *thinned network* of a trained one. Training has met thousands of them, and at the
# end we use none of these, but the whole network. Exercise 2.3 scales by `keep_prob` to make up for that,
# and exercise 4.5 will ask how well it works for one point. Here we draw a hundred masks, each of them
# for the whole field, and look at all the maps.
#
# #### Predict 8
#
# The hundred thinned networks are asked for their probabilities, and we take the mean. How does it compare
# with the answer of the whole network?
#
# - (a) It is the same: that is what the scaling is for.
# - (b) It is far more often right: a hundred know more than one.
# - (c) It is far more often wrong: each of them lacks units.
# - (d) It is close, but not the same, and right as often.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(8, "abcd", "d")
def see():
    for label in ("0.86", "0.5"):
        m = load_crowd(label).measures
        print(f"keep_prob {label}")
        print(
            f"  mean and whole apart {np.median(m['mean_apart']):.3f} on average, "
            f"{np.median(m['most_apart']):.2f} at most"
        )
        crowd, whole = np.median(m["crowd_accuracy"]), np.median(m["whole_accuracy"])
        print(f"  right: the mean on {crowd:.3f}, the whole on {whole:.3f}")
        single = m["thinned_accuracy"]
        print(
            f"  one alone from {np.median(single.min(axis=1)):.2f} to "
            f"{np.median(single.max(axis=1)):.2f}, on average {single.mean():.3f}"
        )
        sure, unsure = np.quantile(m["doubt"], (0.5, 0.9))
        wrong = m["right"] == 0
        print(f"  wrong where they agree: {wrong[m['doubt'] <= sure].mean():.1%} of the best half,")
        print(f"    {wrong[m['doubt'] >= unsure].mean():.1%} of the worst tenth")
    crowd = load_crowd("0.86")
    return (
        DrawnView(
            lambda masks: plot_crowd(crowd, masks),
            {"masks": (1, 3, 10, 30, 100)},
            still=[(1,), (10,), (100,)],
        ),
        """
    **What you saw.** Close, but not the same (d). With `keep_prob` 0.86, mean and whole network lie 0.033
    apart on average and 0.16 at the worst of 200 kicks, and both are right on 0.90. Through a single layer
    the scaling keeps the mean exactly. ReLU and sigmoid bend it, and the more units are off, the more:
    with 0.5 it is 0.077 and 0.21. The whole network is a cheap stand-in for the crowd, and here a good one.

    One thinned network alone is worth less, and how much depends on its mask: it is right on 0.52 to 0.91
    of the kicks. The members of the crowd may be poor; it is together that they are right.

    Where they disagree there is **doubt**, and it needs no second network: leave the masks on, ask a
    hundred times, and look at the scatter (Gal and Ghahramani 2016). Of the tenth of the kicks on
    which the crowd agrees least the network gets 17.5 % wrong, of the half on which it agrees best 9.2 %.
    That is a hint, not more: flukes lie anywhere, and with `keep_prob` 0.5 hardly anything is left of it.
    """,
    )


# %% [markdown]
# ## Part 5. More kicks, or more λ?
#
# A club has filmed 200 kicks and overfits. It can turn λ up, which costs nothing, or send somebody out to
# film more. We train with 50 to 2,000 kicks, five times each, for 10,000 steps, and try the networks on
# 2,000 fresh kicks.
#
# #### Predict 9
#
# What becomes of the gap between training and fresh kicks where there are more kicks to learn from, with
# λ = 0 and with λ = 3?
#
# - (a) It closes with both; with λ = 3 there is less to close.
# - (b) With λ = 0 it stays: the network goes on learning flukes by heart.
# - (c) It closes with both, and is as wide with λ = 3 as with λ = 0.
# - (d) It closes most with λ = 3: a penalty needs data.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(9, "abcd", "a")
def see():
    curve = load_learning_curve()
    print("accuracy and cost on fresh kicks")
    print("kicks", *(f"{f'λ = {lambd}':>14}" for lambd in curve.lambdas))
    for kicks in curve.kicks:
        told = (
            f"{curve.median('fresh_accuracy', kicks, lambd):8.3f} "
            f"{curve.median('fresh_cost', kicks, lambd):5.2f}"
            for lambd in curve.lambdas
        )
        print(f"{kicks:5}", *told)
    return (
        DrawnView(
            lambda lambd: plot_learning_curve(curve, lambd),
            {"λ": curve.lambdas},
            still=[("0",), ("3",)],
        ),
        """
    **What you saw.** More kicks do what λ does (a). With λ = 0 and 50 kicks the networks are right on 0.98 of
    their own, and on 0.85 of the fresh ones, at a cost of 1.92. With 2,000 kicks both are 0.914: so many
    kicks cannot be learnt by heart. With λ = 3 the gap is half as wide at 50 kicks, and all but gone from
    100 on.

    With few kicks λ is worth a good many of them. At 100 kicks, λ = 0.7 lifts the accuracy from 0.844 to
    0.899; without λ that takes more than 200 kicks. At 50 no λ helps the accuracy, but 0.7 brings the
    cost from 1.92 down to 0.41: the networks are wrong as often, and far less sure of it.

    From 500 on nothing is left to gain: it is 0.91 with any of the three, and a perfect map has 0.92. The
    penalty fades by itself there, since it is divided by m, the number of kicks.

    So before you film, look at the gap. Where training and fresh kicks lie apart, both remedies lower the
    cost, and mostly raise the accuracy, and λ is the cheaper one. Where they lie together, and low, neither
    helps.
    """,
    )


# %% [markdown]
# ## Part 6. What "93 % against 91.5 %" is worth
#
# On its own data, the exercise of part 3, the one from 2017, reports 91.5 % of 200 test kicks for the plain
# network and 93 % with L2. That is 183 right answers against 186.
#
# #### Predict 10
#
# A network is right on 93 % of *all* kicks that could ever be made. You test it on 200
# of them. Within which limits will the result lie in 95 of 100 such tests?
#
# - (a) 92.5 to 93.5 %
# - (b) 92 to 94 %
# - (c) 89.5 to 96.5 %


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(10, "abc", "c")
def see():
    rng = np.random.default_rng(0)
    results = rng.binomial(200, 0.93, size=10_000) / 200
    low, high = np.quantile(results, (0.025, 0.975))

    _, ax = plt.subplots(figsize=(7, 3.6), layout="constrained", facecolor="white")
    values, counts = np.unique(results, return_counts=True)
    inside = (values >= low) & (values <= high)
    bars = ax.bar(values, counts, width=0.004, color=np.where(inside, BLUE, ORANGE))
    for bar, usual in zip(bars, inside, strict=True):
        bar.set_hatch("" if usual else "////")
    ax.axvline(0.915, color="black", ls="--", label="0.915, the result without L2")
    ax.set(
        xlabel="accuracy on 200 test kicks",
        ylabel="tests out of 10,000",
        title="One and the same network, tested on 200 kicks again and again",
        ylim=(0, 1.2 * counts.max()),  # room for the legend
    )
    ax.legend(fontsize="small")
    print(f"95 of 100 tests give between {low:.1%} and {high:.1%}.")

    return r"""
    **What you saw.** From 89.5 to 96.5 %, that is 93 give or take 3.5 points (c); the hatched bars lie
    outside. The formula for the half width is $1.96 \sqrt{p (1 - p) / m}$ for $m$ kicks, here
    $1.96 \sqrt{0.93 \cdot 0.07 / 200} = 0.035$. The 91.5 % lies well inside: by itself it is no sign of
    a worse network. To halve the width takes four times as many kicks.
    """


# %% [markdown]
# The two networks were tested on the *same* 200 kicks, which makes the comparison sharper: kicks
# that both get right, or both wrong, do not tell them apart. They gave different answers on 7
# kicks. On 5 of them L2 was right, on 2 the plain network.
#
# #### Predict 11
#
# If the two networks were equally good, each of the 7 would be a toss of a coin. How
# often would 7 tosses come out as unevenly as 5 to 2, or more so?
#
# - (a) In 1 of 100 cases
# - (b) In 5 of 100 cases
# - (c) In 20 of 100 cases
# - (d) In 45 of 100 cases


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(11, "abcd", "d")
def see():
    heads = np.random.default_rng(0).binomial(7, 0.5, size=10_000)
    uneven = (heads <= 2) | (heads >= 5)

    _, ax = plt.subplots(figsize=(7, 3.4), layout="constrained", facecolor="white")
    values, counts = np.unique(heads, return_counts=True)
    as_uneven = (values <= 2) | (values >= 5)
    bars = ax.bar(values, counts, color=np.where(as_uneven, ORANGE, BLUE))
    for bar, odd in zip(bars, as_uneven, strict=True):
        bar.set_hatch("//" if odd else "")
    ax.set(
        xlabel="kicks out of 7 on which the first network is right",
        ylabel="out of 10,000 simulations",
        title="5 to 2 or more uneven (hatched): nothing unusual for equal networks",
    )
    exact = 2 * sum(comb(7, k) for k in range(3)) / 2**7
    print(f"simulated: {uneven.mean():.3f}, exact (McNemar's test): {exact:.3f}")

    return """
    **What you saw.** Equal networks come out at 5 to 2 or more unevenly in 45 of 100 cases (d). This
    is **McNemar's test**: count only the kicks on which two networks differ, and ask a coin. Seven
    tosses cannot decide much; even 6 to 1 or 7 to 0 would come about in 12 or 13 of 100 cases.
    """


# %% [markdown]
# #### Predict 12
#
# So is L2 of no use? One test set cannot tell; thirty can. In how many of our 30
# repetitions is L2 with λ = 0.7 better on the test kicks than the plain network?
#
# - (a) In about half of them
# - (b) In about three quarters of them
# - (c) In all of them


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(12, "abc", "b")
def see():
    plain, l2 = (
        methods.repetitions["test_accuracy"][methods.index(name)] for name in ("plain", "L2")
    )
    gain = 100 * (l2 - plain)
    error = 1.96 * gain.std(ddof=1) / np.sqrt(gain.size)

    _, ax = plt.subplots(figsize=(7, 3.2), layout="constrained", facecolor="white")
    ax.hist(gain, bins=np.arange(-3.25, 6.75, 0.5), color=BLUE, edgecolor="white")
    ax.axvline(0, color="black")
    limits = (gain.mean() - error, gain.mean() + error)
    ax.axvspan(*limits, color=ORANGE, alpha=0.3, zorder=0, label="95 % interval of the mean")
    ax.set(
        xlabel="test accuracy with L2 minus plain (points)",
        ylabel="repetitions",
        title="L2 helps mostly, but how much differs widely",
    )
    ax.legend()
    print(
        f"L2 better in {np.sum(gain > 0)} of {gain.size} repetitions, worse in {np.sum(gain < 0)}"
    )
    print(f"mean gain {gain.mean():.1f} points, give or take {error:.1f}")
    print(f"the best straight line: median {np.median(methods.line_accuracy[1:, 1]):.3f}")

    return """
    **What you saw.** L2 is better in 22 of the 30 repetitions, worse in 6, and equal in two, one of
    them with the dead network (b). The mean gain is 1.7 points, give or take 0.8. That is an answer: it
    counts clubs, and not only kicks. A single repetition showed anything from 3 points worse to 6
    points better.

    Two things to take home from it. First, look for the simple rival. Here the best straight line has
    a median of 0.890. On the data of the 2017 exercise it has 93.5 %, where L2 has 93 %. L2 does
    not make a large network cleverer than the task; it repairs what the size has spoilt.

    Second, beware of the best of many. That exercise reports 95 % for its fixed-mask dropout. Started from
    60 other first weights, the same training has 92.9 % on average, and only one of the 60 does as well.
    """


# %%
surprises()

# %% [markdown]
# ## What to remember
#
# - Two curves tell where you are. Training high, validation lower: the network overfits. Both low:
#   it underfits. Choose λ where validation is highest, and report the accuracy on test data that
#   took no part in the choice.
# - L2 lets most weights fade and keeps the boundary calm. Too much of it, and the network says the
#   same everywhere.
# - Dropout needs fresh masks. A fixed mask lowers the cost that you watch, not the one that counts.
# - The whole network is nearly the mean of its thinned ones. Where these disagree, it is in doubt.
# - A gap between training and fresh kicks closes with more data, or with more λ. Where there is no gap,
#   neither helps.
# - On 200 test kicks, an accuracy is known to about 3.5 points. To compare two networks, use the
#   same kicks, count those on which they differ, and repeat the training with other seeds and data.
# - Put a straight line next to every network.
#
# ## What to read
#
# - Dietterich, *Approximate statistical tests for comparing supervised classification learning
#   algorithms* (1998): which test to use when two networks are compared on the same examples.
# - Bouthillier and others, *Accounting for variance in machine learning benchmarks* (2021): how much
#   of a difference is seeds, how much is data.
#
# **Where to go next:** change λ and `keep_prob` in your own notebook,
# [release/02_regularization](../release/02_regularization/02_regularization.ipynb), and try both at
# once.

# %% [markdown]
# ## Your experiments
#
# There are no answers here. Predict first, then run.
#
# - Is a club better off with the mean of thirty networks than with one of them? The maps are in
#   `over_lambda.repetitions["map"]`. Predict first where the mean map differs from a single one.
# - Take the five best of the thirty by their validation kicks. By how much do they fall on the test kicks?
# - The dead network has a cost of its own in every picture. What do the means say, where we drew medians?

# %%
# A place for your own. The last one could begin like this:
found = over_lambda.repetitions["validation_accuracy"]
for label, values in zip(over_lambda.labels, found, strict=True):
    print(f"λ = {label:>4}: mean {values.mean():.3f}, median {np.median(values):.3f}")
