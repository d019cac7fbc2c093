# %% [markdown]
# # Lesson 5. What depth and λ do, and which pictures fool a network
#
# In the exercises you trained networks of four layers to look for cats. Here you look at more than
# two hundred, of one to five layers and with λ from 0 to 100. They were trained beforehand, so
# every picture is there at once.
#
# **When you are done, you can**
#
# - say what a second layer brings, and why a fifth brings no more;
# - tell "how often right" from "how sure", and say which of the two λ changes;
# - read the first layer's weights as pictures;
# - find out which pictures fool *all* networks, and think about why.
#
# The lesson has four parts of about three minutes, and each part has three steps: **predict**,
# **see**, **say why**. Nothing here has points.

# %%
import matplotlib.pyplot as plt
import numpy as np

from utils.data import load_cat_dataset
from utils.gallery.pictures import (
    load_picture_sweep,
    plot_first_layers,
    plot_kinds,
    plot_sureness,
)
from utils.plots.pictures import plot_contact_sheet, plot_over_settings

over_depth, over_lambda = load_picture_sweep("depth"), load_picture_sweep("lambda")
_, _, test_pictures, test_Y, classes = load_cat_dataset()

# %% [markdown]
# All networks see pictures of 16 by 16 pixels, as in the exercises. Each setting was trained 20 times.
# Every time the 450 pictures were parted anew, 350 to learn from and 100 for development, and so
# were the first weights. The 200 test pictures are always the same.
#
# ## Part 1. Depth
#
# The networks have no hidden layer (that is the linear model), or hidden layers of 20, of 20 and 7,
# of 20, 7 and 5, or of 20, 10, 7 and 5 units. λ is 3 throughout.
#
# **Predict.** Going from one layer to five, what happens to the accuracy on pictures that were not
# learnt from?
#
# - (a) It rises with every layer.
# - (b) It jumps once, and then stays.
# - (c) It rises to three layers, and falls steeply after.

# %%
names = {"train_accuracy": "training", "dev_accuracy": "development", "test_accuracy": "test"}
accuracies = {f"{name} pictures": over_depth.measures[key] for key, name in names.items()}
plot_over_settings(
    over_depth.labels,
    accuracies,
    setting="layers",
    measure="accuracy",
    title="One hidden layer makes the difference",
)
plt.show()

# %% [markdown]
# @DEPTH@

# %% [markdown]
# ## Part 2. λ: how often right, and how sure
#
# Now four layers, and λ from 0 to 100.
#
# **Predict.** At λ = 0 the networks are right on nearly all training pictures. Which curve shows first
# that they overfit, and where is its lowest or highest point?
#
# - (a) The accuracy on the development pictures: it is clearly best at one λ.
# - (b) The cost on the development pictures.
# - (c) Both alike: the cost is just another name for the accuracy.

# %%
_, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", facecolor="white")
for ax, what, unit in zip(axes, ("accuracy", "cost"), ("accuracy", "nats per picture"), strict=True):
    keys = {"training pictures": f"train_{what}", "development pictures": f"dev_{what}"}
    found = {name: over_lambda.measures[key] for name, key in keys.items()}
    label = "accuracy" if what == "accuracy" else "cross-entropy (nats per picture)"
    title = "A flat curve, and a wide band" if what == "accuracy" else "A valley"
    plot_over_settings(over_lambda.labels, found, ax, setting="λ", measure=label, title=title)
plt.show()

# %% [markdown]
# @LAMBDA@

# %% [markdown]
# **Predict.** A wrong answer can be given with 51 % or with 99 %. Draw in your mind how the mistakes
# are spread between 50 and 100 % for λ = 0, and for λ = 10.

# %%
plot_sureness(over_lambda, ("0", "10"), title="Without λ, most mistakes are made with full confidence")
plt.show()

# %% [markdown]
# @SURE@

# %% [markdown]
# ## Part 3. The first layer, seen as pictures
#
# Each unit of the first layer has one weight for each pixel and colour: it is a picture itself. Grey is
# 0, light adds, dark takes away. Here are the eight largest units of one network for each of three λ.
#
# **Predict.** In which row do you expect to recognise anything?

# %%
plot_first_layers(over_lambda, ("0", "10", "30"), title="L2 takes the speckle out of the weights")
plt.show()

# %% [markdown]
# @WEIGHTS@

# %% [markdown]
# ## Part 4. Which pictures fool it
#
# One network's mistakes may be its own bad luck. So we ask all twenty, and look for test pictures that
# nearly all of them get wrong.
#
# **Predict.** What is on these pictures?
#
# - (a) Cats of unusual colour.
# - (b) Things with a point at the top, such as houses and firs.
# - (c) Animals with two things at the top of a round head.

# %%
fooled = over_lambda.wrong("10").mean(axis=0)
worst = np.argsort(-fooled, kind="stable")[:20]
captions = [f"{classes[test_Y[0, place]]}\nfools {20 * fooled[place]:.0f} of 20" for place in worst]
plot_contact_sheet(test_pictures[worst], captions, title="The pictures that fool the most networks")
plt.show()

# %% [markdown]
# @FOOLED@

# %%
plot_kinds(over_depth, ("1", "4"), title="Depth helps with nearly everything, owls and bears stay hard")
plt.show()

# %% [markdown]
# @KINDS@

# %% [markdown]
# ## What to remember
#
# - A linear model fails where the same thing comes light and dark, and in many places. One hidden layer
#   can ask several questions at once. More layers bring no more here: the data are the limit.
# - λ first changes how sure a network is, and only then how often it is right. Accuracy does not show
#   the first. The cost does.
# - Look at the mistakes, sorted by how sure the network was. They tell what it goes by, and often what
#   its input no longer holds.
#
# **Where to go next:** in your own notebook,
# [release/05_deep_network](../release/05_deep_network/05_deep_network.ipynb), average blocks of 2 by 2
# pixels where it takes 4 by 4 now. Do the owls still fool it?
