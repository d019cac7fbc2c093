# %% wrong greater: > for <
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) > p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong one-minus: 1 - p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < 1 - p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong no-scale: not scaled
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on.astype(float)  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong bool: boolean masks, not scaled
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong times: multiplied by p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on * p[layer]  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong scale-off: divided by 1 - p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / (1 - p[layer])  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong shape-turned: shape turned round
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((sizes[layer], len(x))) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong shape-x: x's shape for all layers
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random(x.shape) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong shape-flat: one mask for all examples
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random(sizes[layer]) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong one-row: one row for the batch
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((1, sizes[layer])) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong one-row-repeated: one row, repeated for each example
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = np.repeat(rng.random((1, sizes[layer])) < p[layer], len(x), axis=0)  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong x-columns: x.shape[1] for the number of examples
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((x.shape[1], sizes[layer])) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong np-random: np.random
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = np.random.random((len(x), sizes[layer])) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong normal: normal numbers
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.standard_normal((len(x), sizes[layer])) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong skip-ones: nothing drawn where p is 1
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        if p[layer] == 1:
            masks[layer] = np.ones((len(x), sizes[layer]))  # <-- here
            continue
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong hidden-only: hidden layers drawn first
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in list(range(1, len(sizes) - 1)) + [0, len(sizes) - 1]:  # <-- here
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong range-short: last layer left out
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes) - 1):  # <-- here
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong range-one: layer 0 left out
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(1, len(sizes)):  # <-- here
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong from-top: from the top down
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in reversed(range(len(sizes))):  # <-- here
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong keys-one: keys counted from 1
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer + 1] = on / p[layer]  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong not-stored: the scaled mask not stored
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on  # <-- here
        masks[layer] / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong p-first: p[0] for all layers
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[0]  # <-- here
        masks[layer] = on / p[0]  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong p-next: the next layer's p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer - 1]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong scale-p-other: scaled by the p of another layer
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer - 1]  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong p-whole: compared with all of p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong p-half: 0.5 built in
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < 0.5  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong p-example: the example's p built in
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        p = (1, 0.5, 0.8, 1)  # <-- here
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong no-compare: numbers divided by p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer]))  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong floor: integer division
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on // p[layer]  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong astype-int: cast to int after the division
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = (on / p[layer]).astype(int)  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong exact-share: exactly the share p, shuffled
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.permutation(len(x) * sizes[layer]).reshape(len(x), sizes[layer]) < p[layer] * len(x) * sizes[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong applied-to-x: the mask already applied to x
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer] * (x if layer == 0 else 1)  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong return-in-loop: return in the loop
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

        return masks  # <-- here


# %% wrong no-return: return lost
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    masks  # <-- here


# %% wrong list: a list instead of the dictionary
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = []  # <-- here

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks.append(on / p[layer])  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong reseeded: a new generator with seed 1 in each layer
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        rng = np.random.RandomState(1)  # <-- here
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong forgot-rng-name: random() of nobody
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = random((len(x), sizes[layer])) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% right enumerate: enumerate and zip, other names
def make_mask(batch, units, keep, generator):
    masks = dict()
    for layer, (n, q) in enumerate(zip(units, keep)):
        masks[layer] = (generator.random(size=(batch.shape[0], n)) < q).astype(float) * (1 / q)
    return masks


# %% right where: np.where
def make_mask(x, sizes, p, rng):
    return {
        layer: np.where(rng.random((len(x), sizes[layer])) < p[layer], 1 / p[layer], 0)
        for layer in range(len(sizes))
    }


# %% right rand: drawn flat, filled entry by entry, OrderedDict
from collections import OrderedDict

def make_mask(x, sizes, p, rng):
    masks = OrderedDict()
    for layer in range(len(sizes)):
        numbers = rng.random(len(x) * sizes[layer]).reshape(len(x), sizes[layer])
        mask = np.zeros_like(numbers)
        for i in range(mask.shape[0]):
            for j in range(mask.shape[1]):
                mask[i, j] = 1 / p[layer] if numbers[i, j] < p[layer] else 0
        masks[layer] = mask
    return masks


# %% right floor-trick: filled with the scale, zeros by a boolean index
def make_mask(x, sizes, p, rng):
    masks, m = {}, x.shape[0]
    for layer in range(len(sizes)):
        off = ~(rng.random((m, sizes[layer])) < p[layer])
        masks[layer] = np.full((m, sizes[layer]), 1 / p[layer])
        masks[layer][off] = 0
    return masks


# %% right as-planned: along the plan of the second hint
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong mean-scale: divided by the share that was kept
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / np.mean(on)  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong root-scale: divided by the root of p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / np.sqrt(p[layer])  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong size-below: the size of the layer below
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer - 1])) < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong transposed-draw: drawn in the turned shape and transposed
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((sizes[layer], len(x))).T < p[layer]  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong plus-scale: the scale added
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on + 1 / p[layer]  # <-- here
    ### END CODE HERE ###

    return masks


# %% wrong coin: a fair coin for each unit
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.randint(0, 2, (len(x), sizes[layer]))  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong squared-bar: compared with the square of p
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer] ** 2  # <-- here
        masks[layer] = on / p[layer]
    ### END CODE HERE ###

    return masks


# %% wrong scaled-twice: divided by p twice
def make_mask(x, sizes, p, rng):
    """Draw scaled dropout masks for one batch."""
    masks = {}

    ### START CODE HERE ### (about 2 lines in the loop)
    for layer in range(len(sizes)):
        on = rng.random((len(x), sizes[layer])) < p[layer]
        masks[layer] = on / p[layer] ** 2  # <-- here
    ### END CODE HERE ###

    return masks
