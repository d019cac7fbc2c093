# %% [markdown]
# # Lesson 5. What depth and λ do, and which pictures fool a network
#
# A deeper network is not always a better one, and one that is right as often may be wrong far more
# loudly. Neither shows in the accuracy.
#
# In the exercises you trained networks of four layers to look for cats. Here you look at some
# three hundred, of one to five layers and with λ from 0 to 100. They were trained beforehand, so
# every picture is there at once.
#
# **When you are done, you can**
#
# - say what a second layer brings, and what a fifth one does;
# - tell "how often right" from "how sure", and say which of the two λ changes;
# - read the first layer's weights as pictures;
# - find out which pictures fool *all* networks, and think about why;
# - say whether "95 % sure" can be believed, and mend it with one number;
# - find out which part of a picture an answer hangs on.
#
# The lesson has six parts of about three minutes, and each part has three steps: **predict**,
# **see**, **say why**. Nothing here has points.

# %%
import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.data import load_cat_dataset
from utils.figures import show
from utils.gallery.pictures import (
    load_picture_sweep,
    plot_first_layers,
    plot_kinds,
    plot_sureness,
)
from utils.gallery.sight import load_sight, plot_cover, plot_reliability
from utils.plots.pictures import plot_contact_sheet, plot_over_settings
from utils.predict import reveal, surprises
from utils.sliders import DrawnView

over_depth, over_lambda = load_picture_sweep("depth"), load_picture_sweep("lambda")
_, _, test_pictures, test_Y, classes = load_cat_dataset()

# %% [markdown]
# All networks see pictures of 16 by 16 pixels, as in the exercises. Each setting was trained 20 times.
# Every time the 450 pictures were split anew, 350 to learn from and 100 for development, and so were the
# first weights. The 200 test pictures are always the same.
#
# ## Part 1. Depth
#
# The networks have no hidden layer (that is the linear model), or hidden layers of 20, of 20 and 7,
# of 20, 7 and 5, or of 20, 10, 7 and 5 units. λ is 3 throughout.
#
# #### Predict 1
#
# Going from one layer to five, what happens to the accuracy on pictures that were not
# learnt from?
#
# - (a) It rises with every layer.
# - (b) It rises to three layers, and falls steeply after.
# - (c) It jumps once, and then stays.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abc", "c")
def see():
    names = {"train_accuracy": "training", "dev_accuracy": "development", "test_accuracy": "test"}
    accuracies = {f"{name} pictures": over_depth.measures[key] for key, name in names.items()}
    plot_over_settings(
        over_depth.labels,
        accuracies,
        setting="layers",
        measure="accuracy",
        middle=0.8,
        title="One hidden layer makes the difference",
    )

    return """
    **What you saw.** One jump, and then a plateau (c). With one layer the median on the test pictures is
    0.69, with two it is 0.83, and with three, four and five it is the same 0.83.

    Why the jump: a linear model has one weight per pixel. If a dark pixel speaks for a cat, a light one
    must speak against it, and there are dark cats and light ones. Two hidden units can take one case each,
    and the layer above adds them up.

    Why the plateau: 350 pictures tell a four-layer network no more than a two-layer one, which learns
    nearly all of them by heart already. And look at the bands: with five layers some trainings fall behind,
    on the training pictures too. These deeper networks are harder to train. Depth pays where there are data
    and a way of training to use it.
    """


# %% [markdown]
# ## Part 2. λ: how often right, and how sure
#
# Now four layers, and λ from 0 to 100.
#
# #### Predict 2
#
# At λ = 0 the networks are right on nearly all training pictures. Which curve shows more clearly that
# they overfit, and where is its lowest or highest point?
#
# - (a) The accuracy on the development pictures: it is clearly best at one λ.
# - (b) Both alike: the cost is just another name for the accuracy.
# - (c) Neither: 100 pictures are too few to show it.
# - (d) The cost on the development pictures.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abcd", "d")
def see():
    _, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
    for ax, what in zip(axes, ("accuracy", "cost"), strict=True):
        keys = {"training pictures": f"train_{what}", "development pictures": f"dev_{what}"}
        found = {name: over_lambda.measures[key] for name, key in keys.items()}
        label = "accuracy" if what == "accuracy" else "cross-entropy (nats per picture)"
        title = "A flat curve, and a wide band" if what == "accuracy" else "A valley"
        plot_over_settings(
            over_lambda.labels, found, ax, setting="λ", measure=label, middle=0.8, title=title
        )
    axes[1].set_ylim(top=1.05)  # room for the legend

    return """
    **What you saw.** The cost (d). Up to λ = 10 the median accuracy on the development pictures lies at
    0.83 or 0.84, and no λ stands out. The median cost falls from 0.58 to 0.42, and rises again. At 30
    the networks begin to underfit: they get 0.91 of the training pictures right. At 100 all weights have
    faded, and each picture gets the same answer.
    """


# %% [markdown]
# #### Predict 3
#
# Each of the twenty repetitions may choose its own λ, once by the accuracy on its 100
# development pictures and once by the cost. Which of the two choices scatter less?
#
# - (a) Those by the cost.
# - (b) Those by the accuracy: it is what counts in the end.
# - (c) Both scatter alike: they come from the same pictures.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abc", "a")
def see():
    for what, best in (("accuracy", np.argmax), ("cost", np.argmin)):
        chosen = best(over_lambda.measures[f"dev_{what}"], axis=0)
        print(f"chosen by {what}:")
        for i, label in enumerate(over_lambda.labels):
            print(f"  λ = {label:>3} {'#' * int(np.sum(chosen == i))}")

    return """
    **What you saw.** By cost, 15 of the 20 choose λ = 10, and the others its neighbours. By accuracy the
    choices scatter from 0 to 30. With 100 pictures an accuracy is known to seven points or so, and
    the differences between the λ are smaller than that. The cost uses not only on which side of one half an
    answer lies, but how far: it gets more out of the same pictures.
    """


# %% [markdown]
# #### Predict 4
#
# A wrong answer can be given with 51 % or with 99 %. Draw in your mind how the mistakes
# are spread between 50 and 100 % for λ = 0, and for λ = 10.
#
# - (a) Most lie near 50 % for both: a mistake is a close call.
# - (b) At λ = 0 most are made with more than 90 %; at 10 they spread more evenly.
# - (c) At λ = 0 most lie near 50 %, at 10 near 100 %: a regularized network is surer.
# - (d) Both are spread alike: the penalty changes answers, not how sure they are.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abcd", "b")
def see():
    plot_sureness(over_lambda, ("0", "10"), title="Without λ, most mistakes are sure ones")

    return """
    **What you saw.** On average over 20 networks both make about as many mistakes, 35 and 38 of 200.
    Without λ, 56 % of them are made with more than 90 % certainty, and the highest bar stands at the
    right end. With λ = 10 it is 32 %, and the mistakes spread more evenly (b).

    A network that fits nearly every training picture is hardly ever told that it is wrong, and goes on
    growing surer. The penalty makes large weights expensive, and large outputs need large weights. So a
    network with a penalty is seldom so sure.
    """


# %% [markdown]
# ## Part 3. The first layer, seen as pictures
#
# Each unit of the first layer has one weight for each pixel and colour: it is a picture itself. Grey is
# 0, light adds, dark takes away. Here are the eight largest units of one network for each of three λ.
#
# #### Predict 5
#
# In which row do you expect to recognise anything?
#
# - (a) In that of 0: there nothing holds the weights back.
# - (b) In all three.
# - (c) In none: weights are no pictures.
# - (d) In those of 10 and 30.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abcd", "d")
def see():
    plot_first_layers(
        over_lambda, ("0", "10", "30"), title="L2 takes the speckle out of the weights"
    )

    return """
    **What you saw.** At λ = 0 the units are speckle, with a hint of a shape. At 10, and more so at 30, one
    makes out a face: two ears, two eyes, the chin. In some units it is light, in others dark, one for each of
    the two cases. A pixel that told one training picture from the next has faded; what recurs in
    many pictures has stayed. Under L2 only that is worth its price.
    """


# %% [markdown]
# ## Part 4. Which pictures fool it
#
# One network's mistakes may be its own bad luck. So we ask all twenty, and look for test pictures that
# nearly all of them get wrong.
#
# #### Predict 6
#
# What is on most of these pictures?
#
# - (a) Animals with two things at the top of a round head.
# - (b) Cats of unusual colour.
# - (c) Things with a point at the top, such as houses and conifers.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(6, "abc", "a")
def see():
    fooled = over_lambda.wrong("10").mean(axis=0)
    worst = np.argsort(-fooled, kind="stable")[:20]
    captions = [
        f"{classes[test_Y[0, place]]}\nfools {20 * fooled[place]:.0f} of 20" for place in worst
    ]
    plot_contact_sheet(
        test_pictures[worst], captions, title="The pictures that fool the most networks"
    )

    return """
    **What you saw.** Eight pictures fool all twenty, and seven of them show bears or owls (a). Half of the
    other twelve are cats that are taken for something else. Houses and conifers are not among the twenty
    worst, in spite of their points.

    On 39 % of the test pictures not one of the twenty is ever wrong, and on 8 of the 200 all twenty are:
    there the picture decides. On the other 57 % it depends on the training, on the pictures that it had
    and on its first weights. One network's list of mistakes is partly its own.
    """


# %%
plot_kinds(
    over_depth, ("1", "4"), title="Four layers are better at most kinds, not at owls and bears"
)
show()
kinds = np.array(over_depth.test_kinds)
for kind in ("bear", "owl"):
    one, four = (over_depth.wrong(label)[:, kinds == kind].mean(axis=1) for label in "14")
    print(f"{kind}s wrong: {one.mean():.0%} with one layer, {four.mean():.0%} with four;")
    print(
        f"  with four more in {np.sum(four > one)} of 20 trainings, fewer in {np.sum(four < one)}"
    )

# %% [markdown]
# **What you saw.** Houses, cups, cars and trees are hardly ever taken for cats by four layers, while one
# layer gets a quarter to a half of the houses, cups and cars wrong. (The three conifers fool neither.)
#
# But 64 % of the bears and 37 % of the owls pass for cats, with one layer 58 and 26 %. There are only
# ten bears. Four layers take more of them for cats in 10 of the 20 trainings, and fewer in 2: that is a
# hint, and no more. For the owls it is 15 and 2.
#
# Depth helps with nearly everything else and not with these, as if the deep network had learnt something
# that is nearly right: two things on top of a round head. In 16 by 16 pixels an ear is hardly more than
# a pixel, and whiskers are gone. And of the 450 pictures from which each training draws its 350, only 14
# show a bear.

# %% [markdown]
# ## Part 5. Can one believe its percentages?
#
# #### Predict 7
#
# Take the answers that the networks with λ = 0 give with 90 % or more. On average they say 98.7 %. How many of
# them are right?
#
# - (a) About 99 of 100.
# - (b) About 88 of 100.
# - (c) About 60 of 100.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(7, "abc", "b")
def see():
    sure, right = load_sight("plain").answers()
    print("how sure      of all answers  it says  it is right")
    for low, high in ((0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.0)):
        these = (sure >= low) & ((sure < high) | (high == 1))
        print(
            f"{low:4.0%} to {high:4.0%} {these.mean():14.0%} {sure[these].mean():8.1%} "
            f"{right[these].mean():12.1%}"
        )

    return """
    **What you saw.** 88 of 100 (b), and four answers of five are as sure as that. Where the networks say
    85 %, they are right on 71 of 100. The order is sound: from 60 % on, the surer they are, the more often
    they are right. But the numbers are too high all along.
    """


# %% [markdown]
# #### Predict 8
#
# Now each logit is divided by a number T, the **temperature**, before it goes through the sigmoid. T is chosen
# on the development pictures, when the training is long over. What becomes of accuracy and cost on the test
# pictures?
#
# - (a) Both get better: the network is more careful.
# - (b) Neither changes: the weights are what they were.
# - (c) The accuracy stays exactly as it is, and the cost falls.
# - (d) The cost falls, and the accuracy with it.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(8, "abcd", "c")
def see():
    names = {"plain": "λ = 0", "L2": "λ = 10", "dropout": "dropout 0.8"}
    print("             right  cost    T  cost with T  lower in")
    for name, said in names.items():
        found = load_sight(name)
        best = found.best_temperature()
        before, after = found.cost(), found.cost(best)
        print(
            f"{said:12} {np.median(found.accuracy):.3f}  {np.median(before):.2f}  {np.median(best):.1f} "
            f"{np.median(after):12.2f}  {np.sum(after < before)} of {before.size}"
        )
    temperatures = (0.5, 1, 1.5, 2, 2.75, 4, 8)
    return (
        DrawnView(
            lambda T: plot_reliability(load_sight("plain"), T),
            {"T": temperatures},
            still=[(1,), (2.75,)],
        ),
        """
    **What you saw.** A T above 1 draws all logits towards 0, and none across: every answer stays what it was,
    and the cost falls from 0.67 to 0.43, in all twenty trainings (c). The picture is a **reliability diagram**. At T = 1
    the dots lie below the dotted line: the networks promise more than they keep. At 2.75 the dots lie
    close to the line. At 8 they lie above it, and the networks are too modest.

    Now compare with what training can do. λ = 10 ends at a cost of 0.45 and dropout with `keep_prob` 0.8
    at 0.46. Both hold the network back while it learns, so that less is left to mend: a T of 1.4 or 1.6
    brings their costs to 0.42 and 0.43. One number, found in a second, does for the cost what they do. It
    does no more than that: all three are right as often as before.

    Choose T on pictures that were not learnt from. Where all is learnt by heart, there is hardly a mistake
    to tell how sure to be.
    """,
    )


# %% [markdown]
# ## Part 6. Where it looks, and how sharply
#
# Cover a square, a quarter of the picture wide and high, with the mean colour, and ask again. If the logit falls,
# that square spoke for a cat. Move it to 13 by 13 places, and you have an **occlusion map**.
#
# #### Predict 9
#
# For each of the 96 cats among the test pictures, find the square that speaks loudest for a cat (λ = 10, mean of
# the twenty networks). Where do these squares lie?
#
# - (a) On the ears, wherever the ears are.
# - (b) On the eyes, wherever the eyes are.
# - (c) All over the pictures: each cat has a place of its own.
# - (d) More than a third of them close together, at one place of the picture, whatever the picture
#   shows.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(9, "abcd", "d")
def see():
    coarse, fine = load_sight("L2"), load_sight("fine")
    loudest = [np.unravel_index(each.argmax(), each.shape) for each in coarse.loss[test_Y[0] == 1]]
    counts = np.zeros((13, 13), dtype=int)
    np.add.at(counts, tuple(np.transpose(loudest)), 1)
    print("cats whose loudest square lies here:")
    for row in counts:
        print(" ".join(f"{count:2}" if count else " ." for count in row))
    turned = coarse.turned[test_Y[0] == 1].max(axis=(1, 2)).mean()
    print(f"one square at its worst place turns {turned:.0%} of the answers")
    shown = {
        "a cat": 9,
        "another cat": 18,
        "a third": 21,
        "an owl": 111,
        "a bear": 132,
        "a cup": 20,
    }
    return (
        DrawnView(
            lambda name: plot_cover(coarse, fine, test_pictures, shown[name]),
            {"picture": tuple(shown)},
            still=[("a cat",), ("an owl",), ("a cup",)],
        ),
        """
    **What you saw.** 37 of the 96 loudest squares lie within three by three places, right of the middle and a
    little below it (d). Move the slider and look at what is there: in the first two cats not the cat, but the wall
    beside its head. The owl and the bear that fool the networks have the same wall in the same place.

    Why: these networks have one weight for each pixel, and no idea that a cat stays a cat when it sits further
    to the left. What they can ask is "how light is it *here*?". Where heads end, light changes, and that
    is what they go by. It makes them right on 0.825 of the pictures, but their answers hang by a thread:
    cover a sixteenth of a cat's picture at the worst place, and half of the answers change.

    The faces of part 3 are there. An answer does not need them.
    """,
    )


# %% [markdown]
# #### Predict 10
#
# In part 4 there was an excuse: in 16 by 16 pixels an ear is hardly more than a pixel. So we train on all 64 by 64,
# sixteen times as many numbers, with the same twenty splits (and λ = 30, a smaller rate). How many of the twenty
# networks are right more often on the test pictures than their twins with 16 by 16?
#
# - (a) Hardly any: they overfit all the more.
# - (b) About half of them.
# - (c) Nearly all: ears and whiskers are there now.


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(10, "abc", "b")
def see():
    coarse, fine = load_sight("L2"), load_sight("fine")
    for name, found in (("16 by 16", coarse), ("64 by 64", fine)):
        wrong = (found.test_logits > 0) != found.test_labels
        kinds = np.array(over_depth.test_kinds)
        owls, bears = (wrong[:, kinds == kind].mean() for kind in ("owl", "bear"))
        print(
            f"{name}: right {np.median(found.train_accuracy):.3f}, {np.median(found.accuracy):.3f}; "
            f"wrong: owls {owls:.0%}, bears {bears:.0%}"
        )
    better, worse = (np.sum(np.sign(fine.accuracy - coarse.accuracy) == sign) for sign in (1, -1))
    alike = [
        np.corrcoef(a.ravel(), b.ravel())[0, 1] for a, b in zip(coarse.loss, fine.loss, strict=True)
    ]
    print(f"64 by 64 is better in {better} of 20 trainings, worse in {worse}")
    print(f"their maps of a picture agree: correlation {np.median(alike):.2f}")

    return """
    **What you saw.** Nine are better and seven are worse (b). The owls and bears fool them as often.
    Turn back to the slider: the right map is for 64 by 64 pixels, and it looks nearly like the left one.
    The excuse does not hold. The ears are there to be seen now, and the networks do not look: to learn
    350 pictures, places are enough.

    More pixels are not more pictures. What helps is to tell the network what we know: that a cat may sit anywhere. One can
    say it with examples, by shifting and mirroring them (exercise 6.4), or build it in. That is what
    **convolutions** are for: they ask the same small question at every place.
    """


# %%
surprises()

# %% [markdown]
# ## What to remember
#
# - A linear model fails where the same thing comes light and dark, and in many places. One hidden layer
#   can ask several questions at once. More layers bring no more here: the data are the limit.
# - λ first changes how sure a network is, and only then how often it is right. Accuracy does not show
#   the first. The cost does.
# - Look at the mistakes, sorted by how sure the network was. They tell what it goes by.
# - A percentage is a claim: compare it with how often it comes true. One temperature, chosen on development
#   pictures, mends most of it and changes no answer.
# - Cover parts of the input and ask again. A network may be right for a reason that is not yours.
#
# ## What to read
#
# - Guo and others, *On calibration of modern neural networks* (2017): networks that are often right
#   and too sure, and how to measure it.
# - Geirhos and others, *Shortcut learning in deep neural networks* (2020): more animals that are told
#   by something else than the animal.
#
# **Where to go next:** in your own notebook,
# [release/05_deep_network](../release/05_deep_network/05_deep_network.ipynb), average blocks of 2 by 2
# pixels where it takes 4 by 4 now. Do the owls still fool it?

# %% [markdown]
# ## Your experiments
#
# There are no answers here. Predict first, then run.
#
# - Let the twenty networks of one λ vote on each test picture. Is the vote right more often than the median
#   network? On which pictures does it help?
# - Are the networks surer of the cats that they get right than of the other animals?
# - Which picture divides the twenty networks most evenly? Look at it before you say why.

# %%
# A place for your own. The last one could begin like this:
share = over_lambda.wrong("10").mean(axis=0)
divided = np.argsort(np.abs(share - 0.5), kind="stable")[:8]
plot_contact_sheet(
    test_pictures[divided], [f"{share[i]:.0%} wrong" for i in divided], title="They cannot agree"
)
show()
