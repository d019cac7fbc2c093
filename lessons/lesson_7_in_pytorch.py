# %% [markdown]
# # Lesson 7. The same in PyTorch
#
# You know what L2 and dropout do, because you have written them. Tomorrow you will not write them:
# you will pass a number to a library, and the number has another name. A right idea with a wrong
# number is easily made, and nothing warns you of it.
#
# **When you are done, you can**
#
# - turn keep_prob, λ, β and α of this course into the arguments of PyTorch, and back;
# - say which arguments also touch what you did not mean;
# - say what AdamW does that Adam does not;
# - let the library check its own gradients.
#
# The lesson has six parts of about four minutes. Each shows a few lines of PyTorch, asks you to
# **predict** what they give, and then compares them with the NumPy that you have written. Nothing
# here has points. PyTorch does not have to be installed: without it, the numbers come from a
# recording. With it (`pip install torch`), every cell computes them before your eyes, and you can
# change the lines.

# %%
import warnings

import matplotlib.pyplot as plt
import numpy as np

import utils

assert hasattr(utils, "COURSE"), f"{utils} is not this course's: rename it, or use 'make lab'."

from utils.minibatch_descent import START, bottom, make_plane, plane_cost, plane_gradient
from utils.networks import (
    backward_propagation,
    compute_cost,
    forward_propagation,
    update_parameters,
)
from utils.plots.minibatch_training import plot_lines, plot_paths
from utils.predict import reveal, surprises
from utils.testcases.gradient_checking import small_network
from utils.torch_bridge import in_torch, where_numbers_come_from

parameters, X, Y = small_network(1)
print(where_numbers_come_from())

# %% [markdown]
# ## Before we start: one network, two libraries
#
# Here is the small network of the gradient check, 4-5-3-1, in both. PyTorch keeps examples in rows, so
# `X` is turned. Everything is in double precision, so that the comparison has 16 digits to offer. A
# function under `@in_torch` is run at once, with PyTorch where it is installed, and its name then stands
# for the dictionary that it returned.


# %%
@in_torch
def same_network(torch):
    tensors = {name: torch.tensor(value) for name, value in parameters.items()}
    for tensor in tensors.values():
        tensor.requires_grad_()
    a = torch.tensor(X.T)
    for layer in (1, 2):
        a = torch.relu(
            torch.nn.functional.linear(a, tensors[f"W{layer}"], tensors[f"b{layer}"][:, 0])
        )
    z = torch.nn.functional.linear(a, tensors["W3"], tensors["b3"][:, 0])
    cost = torch.nn.BCEWithLogitsLoss()(z, torch.tensor(Y.T, dtype=torch.float64))
    cost.backward()
    sure_and_wrong = torch.nn.BCELoss()(torch.zeros(1), torch.ones(1))
    return {
        "cost": cost.item(),
        "dW1": tensors["W1"].grad.numpy(),
        "cost of a sure mistake": sure_and_wrong.item(),
    }


A3, cache = forward_propagation(X, parameters)
ours = backward_propagation(X, Y, cache)["dW1"]
print(f"cost: {compute_cost(A3, Y):.12f} in NumPy,\n    {same_network['cost']:.12f} in PyTorch")
print(f"largest difference in dW1: {np.abs(ours - same_network['dW1']).max():.0e}")
certain = np.array([[0.0]]), np.array([[1]])
print(f"p = 0 where the label is 1: {compute_cost(*certain)} in NumPy", end=", ")
print(f"{same_network['cost of a sure mistake']} in PyTorch")

# %% [markdown]
# The gradients agree to the last digit or so, and you derived yours by hand. One difference is worth
# knowing: `BCELoss` cuts the logarithm off at -100, so a sure mistake costs 100 and not infinity.
# `BCEWithLogitsLoss` starts from the logits, cuts nothing off, and is the one to use.
#
# ## Part 1. Dropout
#
# You keep a unit with probability `keep_prob`. PyTorch has `torch.nn.Dropout(p)`.
#
# #### Predict 1
#
# Your network was trained with keep_prob = 0.8. Which layer does the same?
#
# - (a) `Dropout(0.8)`
# - (b) `Dropout(1 / 0.8)`
# - (c) `Dropout(0.2)`


# %%
@in_torch
def dropout(torch):
    torch.manual_seed(0)
    ones = torch.ones(100_000, dtype=torch.float64)
    found = {}
    for p in (0.2, 0.8):
        layer = torch.nn.Dropout(p)
        after = layer(ones)
        found[f"{p} on"] = (after > 0).double().mean().item()
        found[f"{p} value"] = after.max().item()
        found[f"{p} mean"] = after.mean().item()
        layer.eval()
        found[f"{p} changed by eval()"] = (layer(ones) - ones).abs().max().item()
    return found


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(1, "abc", "c")
def see():
    for p in (0.2, 0.8):
        print(
            f"Dropout({p}): {dropout[f'{p} on']:.3f} of the units stay on, as "
            f"{dropout[f'{p} value']:.2f};\n"
            f"    mean {dropout[f'{p} mean']:.3f}; changed after eval(): {dropout[f'{p} changed by eval()']:.0f}"
        )

    return """
    **What you saw.** `Dropout(0.2)` keeps eight of ten units and divides them by 0.8 (c): it is your
    inverted dropout, mask, scale and all. **p is the share that is switched off**, keep_prob the share
    that stays: p = 1 - keep_prob. `Dropout(0.8)` gives no error message. It trains a network in which
    four of five units are missing, and you would only wonder why it learns so little.

    You switch dropout off by not calling it. In PyTorch the layer is part of the network, and
    `model.eval()` switches it off, `model.train()` on again. If you forget `eval()`, you get another
    answer each time the same picture is shown.
    """


# %% [markdown]
# ## Part 2. L2
#
# Your penalty is λ/(2m) times the sum of all squared weights, and each dW gets λ/m · W. PyTorch's
# optimizers have `weight_decay`: this number times the parameter is added to its gradient.
#
# #### Predict 2
#
# λ is 0.6 and there are 3 examples. Which `weight_decay` trains the same network?
#
# - (a) 0.6
# - (b) 0.2
# - (c) 0.1
# - (d) 0.3


# %%
LAMBDA, RATE, STEPS = 0.6, 0.1, 200


@in_torch
def weight_decay(torch):
    def train(decay, biases_too):
        tensors = {name: torch.tensor(value).requires_grad_() for name, value in parameters.items()}
        weights = [tensors[f"W{layer}"] for layer in (1, 2, 3)]
        biases = [tensors[f"b{layer}"] for layer in (1, 2, 3)]
        optimizer = torch.optim.SGD(
            [
                {"params": weights, "weight_decay": decay},
                {"params": biases, "weight_decay": decay if biases_too else 0.0},
            ],
            lr=RATE,
        )
        x, y = torch.tensor(X.T), torch.tensor(Y.T, dtype=torch.float64)
        for _ in range(STEPS):
            optimizer.zero_grad()
            a = x
            for layer in (1, 2, 3):
                a = a @ tensors[f"W{layer}"].T + tensors[f"b{layer}"].T
                a = torch.relu(a) if layer < 3 else a
            torch.nn.BCEWithLogitsLoss()(a, y).backward()
            optimizer.step()
        return tensors["W1"].detach().numpy()

    found = {f"{decay}": train(decay, biases_too=False) for decay in (0.6, 0.3, 0.2, 0.1)}
    return found | {"0.2, biases too": train(0.2, biases_too=True)}


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(2, "abcd", "b")
def see():
    trained = parameters
    for _ in range(STEPS):
        grads = backward_propagation(X, Y, forward_propagation(X, trained)[1])
        for layer in (1, 2, 3):
            grads[f"dW{layer}"] = grads[f"dW{layer}"] + LAMBDA / X.shape[1] * trained[f"W{layer}"]
        trained = update_parameters(trained, grads, RATE)
    print(f"after {STEPS} steps, largest difference of W1 in PyTorch:")
    for decay, W1 in weight_decay.items():
        print(f"  weight_decay = {decay:16} {np.abs(W1 - trained['W1']).max():.0e}")

    return """
    **What you saw.** weight_decay = λ/m = 0.2 gives your network, digit for digit (b). The 2 of λ/(2m)
    is gone, because a square was differentiated.

    Two things follow. **weight_decay knows nothing of m**: your λ belongs to a data set of m
    examples, and the same weight_decay on ten times the data is ten times the λ. And **it decays
    everything it is given**, biases too. Your penalty leaves biases alone. The last line shows the
    difference; to leave them alone in PyTorch, hand them over as a group of their own with
    `weight_decay=0`, as the cell above does.
    """


# %% [markdown]
# ## Part 3. Momentum
#
# In notebook 4 the velocity is a mean, v := βv + (1 - β)g, and the step is αv. PyTorch's SGD has the
# argument `momentum`, and its velocity is a sum: v := βv + g.
#
# #### Predict 3
#
# You used α = 0.5 and β = 0.9. Which call takes the same steps?
#
# - (a) `SGD(lr=0.5, momentum=0.9)`
# - (b) `SGD(lr=5, momentum=0.9)`
# - (c) `SGD(lr=0.5, momentum=0.1)`
# - (d) `SGD(lr=0.05, momentum=0.9)`


# %%
BETA, ALPHA, DOWN = 0.9, 0.5, 60
x, target = make_plane()


@in_torch
def momentum(torch):
    found = {}
    for rate in (0.05, 0.5):
        w = torch.tensor(START, requires_grad=True)
        optimizer = torch.optim.SGD([w], lr=rate, momentum=BETA)
        path = [START]
        for _ in range(DOWN):
            w.grad = torch.tensor(plane_gradient(w.detach().numpy(), x, target))
            optimizer.step()
            path.append(w.detach().numpy().copy())
        found[f"lr={rate}"] = np.array(path)
    return found


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(3, "abcd", "d")
def see():
    w, velocity, path = START, np.zeros(2), [START]
    for _ in range(DOWN):
        velocity = BETA * velocity + (1 - BETA) * plane_gradient(w, x, target)
        w = w - ALPHA * velocity
        path.append(w)
    paths = {f"yours, α={ALPHA}": np.array(path)}
    paths |= {f"PyTorch, {name}": found for name, found in momentum.items()}
    plot_paths(
        lambda w: plane_cost(w, x, target),
        paths,
        around=((-3.2, 4.2), (-3.2, 3.2)),
        title="One path lies on yours, the other overshoots",
    )
    for name, found in momentum.items():
        print(
            f"{name}: at most {np.abs(found - np.array(path)).max():.0e} from your path,\n"
            f"    at the end {np.abs(found[-1] - bottom(x, target)).max():.2g} from the bottom"
        )

    return """
    **What you saw.** With lr = α(1 - β) = 0.05 the path is yours to the last digits (d). A sum of many
    gradients is 1/(1 - β) = 10 times their mean, so the same learning rate takes steps ten times as
    long. If you copy α = 0.5 from this course, you get the path that swings across the valley; if you
    copy a learning rate from PyTorch into this course, you crawl.
    """


# %% [markdown]
# ## Part 4. Adam and AdamW
#
# Adam divides each step by the usual size of the gradient, so that every parameter moves at about the
# same pace. What becomes of weight decay when the penalty's part is divided, too?
#
# We take 400 weights that all begin at 1. Their gradients are pure noise with mean 0, so nothing but
# the decay pulls at them. For 200 of them the noise is loud (standard deviation 1), for 200 it is
# quiet (0.01).
#
# #### Predict 4
#
# `Adam(weight_decay=0.1)` adds the decay to the gradient, as SGD does. `AdamW(weight_decay=0.1)`
# shrinks each weight by itself, beside the step. Which weights shrink faster?
#
# - (a) With Adam the quiet ones, by far; with AdamW both alike.
# - (b) With Adam both alike; with AdamW the quiet ones, by far.
# - (c) The loud ones with either: larger gradients, larger steps.
# - (d) With either both alike: the decay is the same number.


# %%
NOISE = np.repeat([1.0, 0.01], 200)
DECAY, SHOWN = 0.1, 20


@in_torch
def adam(torch):
    found = {}
    for name in ("Adam", "AdamW"):
        rng = np.random.default_rng(0)
        w = torch.ones(400, dtype=torch.float64, requires_grad=True)
        optimizer = getattr(torch.optim, name)([w], lr=0.01, weight_decay=DECAY)
        path = []
        for step in range(1001):
            if step % SHOWN == 0:
                path.append(w.detach().numpy().reshape(2, 200).mean(axis=1))
            w.grad = torch.tensor(rng.standard_normal(400) * NOISE)
            optimizer.step()
        found[name] = np.array(path).T
    return found


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(4, "abcd", "a")
def see():
    def in_numpy(decoupled):
        rng = np.random.default_rng(0)
        w, mean, square, path = np.ones(400), np.zeros(400), np.zeros(400), []
        for step in range(1001):
            if step % SHOWN == 0:
                path.append(w.reshape(2, 200).mean(axis=1))
            g = rng.standard_normal(400) * NOISE
            if decoupled:
                w = w - 0.01 * DECAY * w
            else:
                g = g + DECAY * w
            mean, square = 0.9 * mean + 0.1 * g, 0.999 * square + 0.001 * g**2
            unbiased = square / (1 - 0.999 ** (step + 1))
            w = w - 0.01 * mean / (1 - 0.9 ** (step + 1)) / (np.sqrt(unbiased) + 1e-8)
        return np.array(path).T

    steps = np.arange(0, 1001, SHOWN)
    titles = {"Adam": "Adam: the quiet ones vanish", "AdamW": "AdamW: both shrink alike"}
    _, axes = plt.subplots(2, 1, figsize=(6, 6.4), sharey=True, layout="constrained")
    for ax, (name, path) in zip(axes, adam.items(), strict=True):
        lines = dict(zip(("loud gradients", "quiet gradients"), path, strict=True))
        plot_lines(steps, lines, ax, title=titles[name], labels=("step", "mean weight"))
        ax.plot(steps, (1 - 0.01 * DECAY) ** steps, color="black", ls=":", label="pure decay")
        ax.legend(fontsize="small")
        difference = np.abs(path - in_numpy(name == "AdamW")).max()
        loud, quiet = path[:, -1]
        print(
            f"{name}: the loud ones end at {loud:.2f}, the quiet ones at {quiet:.2f};\n"
            f"    difference from NumPy {difference:.0e}"
        )

    return """
    **What you saw.** In Adam the quiet weights are at 0 before the loud ones have lost half (a). Their
    gradient is small, so the decay is nearly all of it, and Adam blows up whatever is small. The decay
    depends on how loud a gradient is, and nobody meant that. AdamW takes the decay out of the
    gradient: every weight loses the same share at each step and follows the dotted line,
    (1 - lr · weight_decay)^t, but for the noise.

    For plain SGD the two are the same thing. For Adam they are not, and where papers say "weight decay"
    today, they mean AdamW. Its weight_decay is multiplied by the learning rate, so the two are
    tuned together.
    """


# %% [markdown]
# ## Part 5. Initialization
#
# In notebook 1 you drew weights with the standard deviation √(2/n). `torch.nn.Linear` draws its own.
#
# #### Predict 5
#
# Twenty ReLU layers of 256 units, as `Linear` makes them. How much do 100 different inputs still
# differ at the end?
#
# - (a) As much as at the beginning: the library draws what He proposed.
# - (b) A hundred-millionth of what they did: in the end all inputs look alike.
# - (c) A third: the default is a little small.
# - (d) A million times as much: the default is too large.


# %%
@in_torch
def initialization(torch):
    torch.manual_seed(1)
    found = {}
    with torch.no_grad():
        for name in ("as Linear draws", "kaiming_normal_"):
            a = torch.randn(100, 256, dtype=torch.float64)
            spread = [a.std(dim=0).mean().item()]
            for _ in range(20):
                layer = torch.nn.Linear(256, 256, dtype=torch.float64)
                if name == "kaiming_normal_":
                    torch.nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")
                    torch.nn.init.zeros_(layer.bias)
                a = torch.relu(layer(a))
                spread.append(a.std(dim=0).mean().item())
            found[name] = np.array(spread)
            found[f"{name}: √n · std"] = 16 * layer.weight.std().item()
    return found


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(5, "abcd", "b")
def see():
    curves = {name: found for name, found in initialization.items() if found.ndim}
    ax = plot_lines(range(21), curves, title="", labels=("layer", "spread over the inputs"))
    ax.set_yscale("log")
    ax.set(title="Drawn by default, twenty layers forget what came in", xticks=range(0, 21, 5))
    for name, found in curves.items():
        print(
            f"{name}: standard deviation {initialization[f'{name}: √n · std']:.2f}/√n;\n"
            f"    spread {found[0]:.2f} at first, {found[-1]:.1g} after 20 layers"
        )

    return """
    **What you saw.** `Linear` draws with the standard deviation 1/√(3n), 0.58/√n, where He wants 1.41/√n:
    each layer keeps about two fifths of the spread, the first ones a third, and twenty layers leave a
    hundred-millionth (b). `kaiming_normal_(weight, nonlinearity="relu")` is your √(2/n).

    Why does it work for so many people, then? After two layers a ninth is left, after three a twenty-fifth,
    which training can repair, and deep networks bring layers that set the scale anew, such as batch
    normalization. Where you stack plain ReLU layers, initialize them yourself.
    """


# %% [markdown]
# ## Part 6. The gradient check
#
# `torch.autograd.gradcheck` moves each input by ±1e-6, as your own check did by its ε, and compares. You
# need it when you write a backward pass yourself, as here for the sum of squares. Of the two below, one
# is right, and the other forgets the 2.
#
# #### Predict 6
#
# The right one is checked in double and in single precision. What does the check say?
#
# - (a) Right in both.
# - (b) Right in double, wrong in single precision.
# - (c) Wrong in double, where it is strict; right in single precision.


# %%
@in_torch
def gradcheck(torch):
    def squares(factor):
        class Squares(torch.autograd.Function):
            @staticmethod
            def forward(ctx, w):
                ctx.save_for_backward(w)
                return (w * w).sum()

            @staticmethod
            def backward(ctx, grad):
                return grad * factor * ctx.saved_tensors[0]

        return Squares.apply

    def passes(function, w):
        with warnings.catch_warnings(record=True) as met:
            warnings.simplefilter("always")
            passed = torch.autograd.gradcheck(function, (w,), raise_exception=False)
        return ("passes" if passed else "fails") + (", with a warning" if met else "")

    torch.manual_seed(2)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    single = w.detach().float().requires_grad_()
    return {
        "right, double precision": passes(squares(2), w),
        "right, single precision": passes(squares(2), single),
        "without the 2, double precision": passes(squares(1), w),
    }


# %% jupyter={"source_hidden": true}
# Your choice opens this.
@reveal(6, "abc", "b")
def see():
    for name, said in gradcheck.items():
        print(f"{name}: {said}")

    return """
    **What you saw.** In single precision even the right one fails (b): a step of 1e-6 drowns in seven
    digits, as in lesson 3. PyTorch warns that it will, and then reports a mismatch all the same. Cast
    to double, check, cast back.

    Autograd makes gradient checks rare, not useless: whoever writes a `backward` for speed, or wraps
    code that PyTorch does not know, is where you were in notebook 3.
    """


# %%
surprises()

# %% [markdown]
# ## What to remember
#
# | in this course | in PyTorch | mind |
# | --- | --- | --- |
# | keep_prob | `Dropout(p=1 - keep_prob)` | `eval()` switches it off, `train()` on |
# | λ, with λ/(2m) in the cost | `weight_decay=λ/m` in SGD | decays biases too; knows nothing of m |
# | α with v := βv + (1 - β)g | `lr=α * (1 - β)`, `momentum=β` | the same lr takes steps 1/(1 - β) times as long |
# | weight decay with Adam | `AdamW`, not `Adam` | shrinks by lr · weight_decay a step |
# | weights with std √(2/n) | `init.kaiming_normal_`, for `"relu"` | the default is smaller by the factor √6 |
# | cost from the logits | `BCEWithLogitsLoss` | `BCELoss` cuts off at 100 |
# | gradient check | `autograd.gradcheck` | double precision only |
#
# ## What to read
#
# - Loshchilov and Hutter, *Decoupled weight decay regularization* (2019): behind part 4 of this lesson,
#   with the experiments.
# - He and others, *Delving deep into rectifiers* (2015): behind part 5.
# - The documentation of `torch.optim.SGD` and `torch.optim.AdamW` (pytorch.org): each has its update
#   written as a small program, which settles most doubts.
#
# **Where to go next:** install PyTorch, change the code above, and predict first: give Part 2's biases
# their decay back, or let Part 4 run with a learning rate ten times as small (it stands there four
# times).
