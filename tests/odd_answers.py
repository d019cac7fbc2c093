"""Odd but right answers: other names, other ways, other forms, each with all its points."""

from __future__ import annotations

import math
from collections import OrderedDict, defaultdict, namedtuple
from copy import deepcopy
from functools import reduce
from itertools import pairwise, product

import numpy as np
from scipy.special import expit, log_expit

from utils.deep_networks import (
    L_model_backward,
    L_model_forward,
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
)
from utils.gradient_checks import stable_cost
from utils.minibatch_networks import J, backward, forward
from utils.networks import backward_propagation, compute_cost
from utils.picture_training import copy_of, cost_of, one_epoch

RIGHT: list[tuple[str, tuple]] = []


def right(exercise, *others):
    """Register a function, behind others of the same cell."""

    def register(function):
        RIGHT.append((exercise, (*others, function)))
        return function

    return register


# --- 1: initialization


@right("init-zeros")
def zeros_for_any_names(*sizes, dtype=float):
    (layer_dims,) = sizes
    out = OrderedDict()
    for i, (n, k) in enumerate(pairwise(layer_dims), 1):
        out.update({f"W{i}": np.zeros([k, n], dtype), f"b{i}": np.zeros([k, 1], dtype)})
    return out


@right("init-zeros")
def zeros_as_integers(layer_dims, /):

    out = defaultdict(list)
    for i, units in enumerate(layer_dims[1:], 1):
        below = layer_dims[i - 1]

        out["W" + str(i)], out["b" + str(i)] = (
            np.zeros((units, below), int),
            np.array([[0]] * units),
        )
    return out


def _drawn(layer_dims, rng, scale):
    weights = [scale(n) * rng.randn(k, n) for n, k in pairwise(layer_dims)]
    named = ((f"W{i}", W) for i, W in enumerate(weights, 1))
    return dict(named) | {f"b{i}": np.zeros_like(W[:, [0]]) for i, W in enumerate(weights, 1)}


@right("init-large")
def large_by_helper(d, source):
    return _drawn(d, source, lambda n: 1e1)


@right("init-large")
def large_added_up(d, r):
    out = {}
    for i in range(len(d) - 1, 0, -1):
        out[f"b{i}"] = np.zeros((d[i], 1))
    for i in range(1, len(d)):
        draws = r.normal(0.0, 1.0, d[i] * d[i - 1]).reshape(d[i], d[i - 1])
        out[f"W{i}"] = sum([draws] * 10)
    return out


@right("init-he")
def he_by_helper(d, source):
    return _drawn(d, source, lambda n: math.sqrt(2.0) / math.sqrt(n))


@right("init-he")
def he_by_powers(sizes, g, *_):
    names = OrderedDict()
    for i in range(1, len(sizes)):
        W = g.standard_normal(size=(sizes[i], sizes[i - 1]))
        names["W" + str(i)] = np.einsum("ij,->ij", W, np.power(sizes[i - 1] / 2, -0.5))
        names["b" + str(i)] = np.zeros((sizes[i], 1), order="F")
    return names


@right("symmetry")
def symmetry_by_product(examples, labels, start, rate, steps):
    def gap(W):
        return max(np.abs(a - b).max() for a, b in product(W, repeat=2))

    found = [gap(start["W1"])]
    for _ in range(steps):
        output, caches = L_model_forward(examples, start)
        slopes = L_model_backward(output, labels, caches)
        start = {k: v - rate * slopes[f"d{k}"] for k, v in start.items()}
        found.append(gap(start["W1"]))
    return np.array(found)


@right("symmetry")
def symmetry_by_sorting(A, B, p, a=0.1, n=1):
    gaps = np.empty(n + 1)
    for i in range(n + 1):
        ordered = np.sort(p["W1"], 0)
        gaps[i] = (ordered[-1] - ordered[0]).max()
        slopes = L_model_backward(L_model_forward(A, p)[0], B, L_model_forward(A, p)[1])
        p = dict((k, np.subtract(p[k], a * slopes["d" + k])) for k in p)
    return gaps


# --- 2: regularization


@right("l2-cost")
def l2_by_einsum(yhat, y, weights, lam):
    squares = sum(np.einsum("ij,ij->", W, W) for k, W in weights.items() if "W" in k)
    return np.array(compute_cost(yhat, y) + lam * squares / y.shape[-1] / 2)


@right("l2-cost")
def l2_by_trace(a, b, c, d):
    total = reduce(lambda s, i: s + np.trace(c[f"W{i}"] @ c[f"W{i}"].T), range(1, 4), 0)
    return np.float64(compute_cost(a, b)) + total * d / (b.size + b.size)


@right("l2-cost")
def l2_by_vdot(*given):
    a, y, p, lam = given
    norm = math.hypot(*(np.linalg.norm(p[name]) for name in ("W3", "W2", "W1")))
    return compute_cost(a, y) + (norm**2 * lam) / (2.0 * y.shape[1])


@right("l2-backward")
def l2_backward_on_own_copies(x, labels, kept, decay):
    found = OrderedDict(backward_propagation(x, labels, kept))
    for name, place in zip(("dW1", "dW2", "dW3"), (2, 6, 10), strict=True):
        found[name] = found[name].copy()
        found[name] += decay * kept[place] / x.shape[1]
    return found


@right("l2-backward")
def l2_backward_by_einsum(X, Y, c, lam):
    m, dZ, out = len(Y[0]), c[9] - Y, {}
    for n, (W, below) in zip((3, 2, 1), ((c[10], c[5]), (c[6], c[1]), (c[2], X)), strict=True):
        out[f"dW{n}"] = np.einsum("im,jm->ij", dZ, below) / m + W * (lam / m)
        out[f"db{n}"] = np.mean(dZ, 1, keepdims=True)
        dZ = np.einsum("ij,im->jm", W, dZ) * np.heaviside(below, 0)
    return out


@right("dropout-forward")
def dropout_by_loop(x, p, keep=0.5, source=None):
    a, kept = x, []
    for n in "12":
        z = p["W" + n].dot(a) + p["b" + n]
        on = source.random_sample(z.shape) < keep
        a = np.divide(np.maximum(0, z) * on, keep)
        kept.extend([z, on, a, p["W" + n], p["b" + n]])
    z = p["W3"] @ a + p["b3"]
    return expit(z), [*kept, z, expit(z), p["W3"], p["b3"]]


@right("dropout-forward")
def dropout_with_named_cache(X, P, k, r):
    Cache = namedtuple("Cache", "Z1 D1 A1 W1 b1 Z2 D2 A2 W2 b2 Z3 A3 W3 b3")
    Z1 = P["W1"] @ X + P["b1"]
    D1 = np.where(r.rand(*Z1.shape) >= k, 0, 1)
    A1 = Z1.clip(0) * D1 / k
    Z2 = P["W2"] @ A1 + P["b2"]
    D2 = (r.rand(*Z2.shape) < k).astype(np.float32)
    A2 = Z2.clip(min=0) * D2 * (1 / k)
    Z3 = P["W3"] @ A2 + P["b3"]
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, Cache(Z1, D1, A1, P["W1"], P["b1"], Z2, D2, A2, P["W2"], P["b2"], Z3, A3,
                     P["W3"], P["b3"])  # fmt: skip


@right("dropout-backward")
def dropout_backward_by_where(x, t, saved, share):
    _, D1, A1, _, _, _, D2, A2, W2, _, _, A3, W3, _ = saved
    m, g = x.shape[1], {}
    g["dZ3"] = A3 - t
    g["dA2"] = np.where(D2, W3.T @ g["dZ3"], 0) / share
    g["dZ2"] = np.where(A2 > 0, g["dA2"], 0)
    g["dA1"] = np.where(D1, W2.T @ g["dZ2"], 0) / share
    g["dZ1"] = np.where(A1 > 0, g["dA1"], 0)
    for n, below in enumerate((x, A1, A2), 1):
        g[f"dW{n}"] = g[f"dZ{n}"] @ below.T * (1 / m)
        g[f"db{n}"] = g[f"dZ{n}"].mean(1)[:, None]
    return g


@right("dropout-backward")
def dropout_backward_bare(x, t, saved, share):
    _, D1, A1, _, _, _, D2, A2, W2, _, _, A3, W3, _ = saved
    grads = defaultdict(lambda: None)
    delta = (A3 - t) / t.size
    grads["dW3"], grads["db3"] = np.inner(delta, A2), delta.sum(1, keepdims=True)
    grads["dA2"] = np.outer(W3, delta * t.size) * D2 / share
    delta = grads["dA2"] * np.sign(A2) / t.size
    grads["dW2"], grads["db2"] = np.inner(delta, A1), delta.sum(1, keepdims=True)
    grads["dA1"] = np.tensordot(W2, delta * t.size, (0, 0)) * D1 / share
    delta = grads["dA1"] * np.sign(A1) / t.size
    grads["dW1"], grads["db1"] = np.inner(delta, x), delta.sum(1, keepdims=True)
    return grads


# --- 3: gradient checking


def _line(a, b):
    return np.multiply(a, b)


def _slope(a, *_):
    return np.array(a)


@right("gradient-check-1d", _line, _slope)
def check_by_max(a, t, h=1e-7, f=_line, df=_slope):
    n = (f(a, t + h) - f(a, t - h)) / h / 2
    g = df(a, t)
    total = abs(g) + abs(n)
    return max(g - n, n - g) / total if total else 0


@right("gradient-check-1d", lambda x, theta: x * theta, lambda x, theta: (x + x) / 2)
def check_by_hypot(x, theta, e=1e-7, J=lambda x, t: x * t, dJ=lambda x, t: x):
    both = np.array([dJ(x, theta), (J(x, theta + e) - J(x, theta - e)) / (2 * e)], float)
    return np.nan_to_num(np.ptp(both) / np.sum(np.abs(both))) if both.any() else np.zeros(())


@right("dictionary-to-vector")
def vector_by_hstack(blocks):
    return np.hstack([W.ravel() for W in blocks.values()]).reshape(-1, 1)


@right("dictionary-to-vector")
def vector_by_reduce(d):
    return reduce(lambda v, k: np.append(v, d[k].reshape(-1, 1), 0), d, np.empty((0, 1)))


@right("vector-to-dictionary")
def dictionary_by_iterator(v, s):
    numbers = iter(v.flat)
    return OrderedDict(
        (k, np.array([[next(numbers) for _ in range(c)] for _ in range(r)]))
        for k, (r, c) in s.items()
    )


@right("vector-to-dictionary")
def dictionary_backwards(theta, shape_of):
    end, out = len(theta), {}
    for name in reversed(shape_of):
        start = end - math.prod(shape_of[name])
        out = {name: np.resize(theta[start:end], shape_of[name]), **out}
        end = start
    return out


@right("gradient-check-n")
def check_by_flat(p, g, x, y, h=1e-7, J=stable_cost):
    numerical, pairs = {}, []
    for k in p:
        slopes = []
        for i in range(p[k].size):
            step = h * np.eye(1, p[k].size, i).reshape(p[k].shape)
            slopes.append((J(p | {k: p[k] + step}, x, y) - J(p | {k: p[k] - step}, x, y)) / h / 2)
        numerical["d" + k] = np.reshape(slopes, p[k].shape)
        pairs += zip(g["d" + k].flat, slopes, strict=True)
    a, b = np.array(pairs).T
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)), numerical


@right("gradient-check-n")
def check_by_hypots(p, g, X, Y, e=1e-7, f=stable_cost):
    def moved(name, index, by):
        block = p[name].astype(float)
        block[index] += by
        return f({k: block if k == name else v for k, v in p.items()}, X, Y)

    n = {f"d{k}": np.empty(v.shape) for k, v in p.items()}
    for k, v in p.items():
        for index in product(*map(range, v.shape)):
            n[f"d{k}"][index] = (moved(k, index, e) - moved(k, index, -e)) / (e + e)
    size = [math.hypot(*(np.linalg.norm(t[k]) for k in n)) for t in (g, n)]
    gap = math.hypot(*(np.linalg.norm(g[k] - n[k]) for k in n))
    return np.array(gap / sum(size)), n


@right("name-the-bug")
def bug_by_vdot(g, n, bound=1e-4):
    report, by_layer = {}, {}
    for k in n:
        total = np.linalg.norm(g[k]) + np.linalg.norm(n[k])
        if total <= 1e-8:
            report[k] = 0, 1
        else:
            report[k] = (np.linalg.norm(g[k] - n[k]) / total,
                         np.vdot(g[k], n[k]) / np.vdot(n[k], n[k]))  # fmt: skip
        if report[k][0] > bound:
            by_layer.setdefault(int(k[2:]), []).append(k)
    return by_layer[max(by_layer)] if by_layer else [], report


@right("name-the-bug")
def bug_by_popping(ours, right_ones, limit=1e-4):
    Pair = namedtuple("Pair", "error factor")
    report = OrderedDict()
    for k, n in right_ones.items():
        a, b = np.sqrt((ours[k] ** 2).sum()), np.sqrt((n**2).sum())
        report[k] = Pair(np.array(0.0), np.array(1.0))
        if a + b > 1e-8:
            error = np.sqrt(((ours[k] - n) ** 2).sum()) / (a + b)
            report[k] = Pair(error, (ours[k] * n).sum() / b**2)
    left = [k for k in report if report[k].error > limit]
    suspects = []
    while left and (not suspects or left[-1][2:] == suspects[0][2:]):
        suspects.insert(0, left.pop())
    return suspects, report


# --- 4: mini-batch training


@right("jreg")
def jreg_by_map(out, t, weights, l2, small=1e-6):
    return np.add(J(out, t, small), l2 * sum(map(np.sum, map(np.square, weights.values()))) / 2)


@right("jreg")
def jreg_written_out(y, t, w, lam, eps=1e-6):
    costs = [-math.log((a if b else 1 - a) + eps) for (a,), (b,) in zip(y, t, strict=True)]
    return np.array([costs]).T + lam * 0.5 * sum(float(np.vdot(W, W)) for W in w.values())


@right("djreg-dy")
def slope_by_choose(a, t, *_):
    eps = _[2] if len(_) > 2 else 1e-8
    return np.choose(t.astype(int), [1 / (1 - a + eps), -1 / (a + eps)])


@right("djreg-dy")
def slope_by_masks(y, T, w=None, lam=0, e=1e-8):
    out = np.empty(y.shape)
    out[T == 1] = -((y[T == 1] + e) ** -1)
    out[T == 0] = (1 + e - y[T == 0]) ** -1
    return out


@right("backward-reg")
def update_by_given_backward(a, t, w, b, vw, vb, rate, momentum, decay):
    dw, db = backward(a, t, w)
    vw = {n: momentum * vw[n] + (1 - momentum) * (dw[n] + decay * w[n]) for n in w}
    vb = {n: momentum * vb[n] + (1 - momentum) * db[n] for n in b}
    Update = namedtuple("Update", "w b vw vb")
    w, b = ({n: p[n] - rate * v[n] for n in p} for p, v in ((w, vw), (b, vb)))
    return Update(w, b, vw, vb)


@right("make-mask")
def masks_by_comprehension(batch, units, keep, g):
    return OrderedDict(
        (i, np.less(g.random((len(batch), n)), q) * (1.0 / q))
        for i, (n, q) in enumerate(zip(units, keep, strict=True))
    )


@right("make-mask")
def masks_by_select(x, s, p, r):
    out = {}
    for i in range(len(s)):
        u = r.random_sample(size=(np.shape(x)[0], s[i]))
        out[i] = np.select([u < p[i]], [1 / p[i]], 0.0)
    return out


@right("forward-drop")
def forward_by_reduce(x, w, b, m):
    a = {0: m[0] * x}
    for n in range(1, 3):
        a[n] = m[n] * np.fmax(a[n - 1].dot(w[n]) + b[n], 0)
    a.update({3: expit(np.einsum("mi,ij->mj", a[2], w[3]) + b[3])})
    return a[3], defaultdict(list, a)


@right("backward-drop")
def backward_by_recursion(a, t, w, m):
    dw, db = OrderedDict(), OrderedDict()

    def down(n, delta):
        dw[n], db[n] = a[n - 1].T.dot(delta) / len(t), np.average(delta, 0)
        if n > 1:
            down(n - 1, np.dot(delta, w[n].T) * m[n - 1] * np.sign(a[n - 1]))

    down(3, a[3] - t)
    return dw, db


@right("forward-drop")
def forward_through_the_given_one(x, w, b, masks):
    y, a = forward(x * masks[0], w, b)
    a1 = a[1] * masks[1]
    a2 = np.maximum(a1 @ w[2] + b[2], 0) * masks[2]
    y = 1 / (1 + np.exp(-(a2 @ w[3] + b[3])))
    return [y, {3: y, 2: a2, 1: a1, 0: a[0]}]


# --- 5: the deep network


@right("deep-cost")
def deep_cost_by_hypot(a, y, p, l2):
    norm = math.hypot(*(w for k in p if k[0] == "W" for w in p[k].flat))
    return np.squeeze(compute_cost(a, y) + l2 * norm * norm / (2 * y.size))


@right("linear-l2")
def linear_by_tensordot(g, c, l2):
    a, W, _ = c
    m = a.shape[1]
    return [np.tensordot(W, g, (0, 0)), (np.inner(g, a) + l2 * W) / m, g.mean(1, keepdims=True)]


@right("layer-l2")
def layer_by_heaviside(up, saved, l2, kind="relu"):
    (a, W, b), Z = saved
    slope = {"relu": np.heaviside(Z, 0), "sigmoid": expit(Z) * expit(-Z)}[kind]
    da, dw, db = linear_backward(up * slope, (a, W, b))
    Layer = namedtuple("Layer", "da dw db")
    return Layer(da, dw + l2 / a.shape[-1] * W, db)


@right("deep-l2")
def deep_by_popping(a, y, kept, l2):
    kept, m = list(kept), y.shape[1]
    dA, grads = None, OrderedDict()
    while kept:
        n, (linear, Z) = len(kept), kept.pop()
        if dA is None:
            dA, dW, db = linear_backward(a - y, linear)
        else:
            dA, dW, db = linear_activation_backward(dA, (linear, Z), "relu")
        grads |= {f"dA{n - 1}": dA, f"dW{n}": dW + l2 * linear[1] / m, f"db{n}": db}
    return grads


@right("deep-dropout")
def deep_dropout_by_lists(x, y, p, keep, g):
    L, a, caches, masks = len(p) // 2, x, [], OrderedDict()
    for n in range(1, L):
        a, cache = linear_activation_forward(a, p[f"W{n}"], p[f"b{n}"], "relu")
        masks[f"D{n}"] = g.random(a.shape) < keep
        a = a * (masks[f"D{n}"] / keep)
        caches.append(cache)
    top, (linear, _) = linear_activation_forward(a, p[f"W{L}"], p[f"b{L}"], "sigmoid")
    grads = defaultdict(list)
    da, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(top - y, linear)
    for n in reversed(range(1, L)):
        da = da * masks[f"D{n}"] / keep
        da, grads[f"dW{n}"], grads[f"db{n}"] = linear_activation_backward(da, caches.pop(), "relu")
    return top, grads, masks


# --- 6: other regularizers


@right("standardize")
def scaled_by_moments(*sets):
    m = sets[0].shape[1]
    centre = sets[0] @ np.full((m, 1), 1 / m)
    spread = np.linalg.norm(sets[0] - centre, axis=1, keepdims=True) / m**0.5
    spread[np.ptp(sets[0], axis=1) == 0] = 1.0
    return namedtuple("Scaled", "a b c")(*((X - centre) / spread for X in sets))


@right("standardize")
def scaled_side_by_side(a, b, c):
    ends = np.cumsum([a.shape[1], b.shape[1]])
    spread = np.var(a, 1) ** 0.5
    spread = np.divide(1, spread, out=np.ones(len(a)), where=spread > 1e-12)
    return np.split((np.hstack([a, b, c]) - a.mean(1)[:, None]) * spread[:, None], ends, axis=1)


@right("early-stopping")
def stopping_by_recursion(weights, seen, unseen, alpha, patience, most, **how):
    now = OrderedDict((k, +v) for k, v in weights.items())
    costs = [cost_of(now, *unseen)]

    def go(best, at):
        if len(costs) > most or len(costs) - 1 - at == patience:
            return best
        one_epoch(now, *seen, alpha, **how)
        costs.append(cost_of(now, *unseen))
        better = costs[-1] < costs[at]
        return go(copy_of(now), len(costs) - 1) if better else go(best, at)

    return go(copy_of(weights), 0), np.array(costs)


@right("early-stopping")
def stopping_with_new_networks(p, train, dev, rate, k, n, **how):
    networks = [p]
    for _ in range(n):
        networks.append(deepcopy(networks[-1]))
        one_epoch(networks[-1], *train, rate, **how)
        costs = [cost_of(each, *dev) for each in networks]
        if min(costs) in costs[:-k] and min(costs[-k:]) >= min(costs[:-k]):
            break
    return [min(networks, key=lambda each: cost_of(each, *dev)), tuple(costs)]


@right("l1-step")
def shrunk_by_median(W, dW, rate, lam, m):
    goal, toll = W - rate * dW, rate * lam / m
    return np.median([goal - toll, goal + toll, np.zeros_like(W)], axis=0)


@right("l1-step")
def shrunk_one_by_one(w, slope, a, b, c):
    goal = (w - a * slope).ravel().tolist()
    toll = a * b / c
    return np.reshape([math.copysign(max(abs(g) - toll, 0), g) for g in goal], w.shape)


@right("augment")
def moved_by_rolling(pictures, flips, moves):
    out = np.where(flips[:, None, None, None], pictures[:, :, ::-1], pictures)
    for picture, move in zip(out, moves, strict=True):
        for axis, by in enumerate(move):
            lines = picture.swapaxes(0, axis)
            old = lines.copy()
            if by > 0:
                lines[by:], lines[:by] = old[:-by], old[0]
            elif by < 0:
                lines[:by], lines[by:] = old[-by:], old[-1]
    return out


@right("augment")
def moved_by_matrices(P, flips, moves):
    def choice(n, by, turned=False):
        taken = np.eye(n)[np.minimum(np.maximum(np.arange(n) - by, 0), n - 1)]
        return taken[:, ::-1] if turned else taken

    rows, columns = P.shape[1:3]
    down = np.stack([choice(rows, by) for by in moves[:, 0]])
    right = np.stack([choice(columns, *each) for each in zip(moves[:, 1], flips, strict=True)])
    return np.einsum("irs,isdk,icd->irck", down, P, right)


@right("label-smoothing")
def smoothed_as_mixture(z, y, doubt):
    def nll(target):
        return -np.sum(target * log_expit(z) + (1 - target) * log_expit(-z)) / z.size

    cost = (1 - doubt) * nll(y) + doubt * (nll(1) + nll(0)) / 2
    return namedtuple("Smooth", "cost dZ")(cost, expit(z) - y + doubt * (y - 1 / 2))


@right("label-smoothing")
def smoothed_by_sum(Z, Y, e):
    soft = np.clip(Y, e / 2, 1 - e / 2)
    each = [
        math.log1p(math.exp(-abs(z))) + max(z, 0) - t * z for z, t in zip(*Z, *soft, strict=True)
    ]
    return [math.fsum(each) / len(each), np.tanh(Z / 2) / 2 + 0.5 - soft]


@right("split-by-subject")
def split_by_counting(who, drawn, k):
    hits = (who[:, None] == drawn[None, :k]).sum(axis=1)
    return [np.array([i for i, hit in enumerate(hits) if hit == want]) for want in (0, 1)]


@right("split-by-subject")
def split_by_sorting(who, drawn, k):
    is_dev = np.zeros(max(who) + 1, dtype=bool)
    is_dev[drawn[:k]] = True
    places = np.argsort(is_dev[who], kind="stable")
    return tuple(np.split(places, [len(who) - int(is_dev[who].sum())]))


@right("search-within-budget")
def searched_from_the_end(options, run, money):
    rounds = money // len(options)
    costs = {}
    for place in reversed(range(len(options))):
        costs[place] = np.quantile([run(options[place], s) for s in range(rounds)], 0.5)
    best = min(sorted(costs), key=costs.get)
    return namedtuple("Found", "chosen costs")(options[best], [costs[i] for i in sorted(costs)])


@right("search-within-budget")
def searched_by_sorting(options, run, money):
    rounds = int(money / len(options))
    rows = np.sort([[run(each, s) for s in range(rounds)] for each in options], axis=1)
    costs = (rows[:, (rounds - 1) // 2] + rows[:, rounds // 2]) / 2
    return [options[costs.argmin()], list(costs)]


@right("accuracy-interval")
def interval_by_bisection(right, m):
    def inside(q):
        return (q - right / m) ** 2 <= 1.96**2 * q * (1 - q) / m

    ends = []
    for outside in (0.0, 1.0):
        within = (right + 2) / (m + 4)
        for _ in range(60):
            middle = (outside + within) / 2
            outside, within = (outside, middle) if inside(middle) else (middle, within)
        ends.append(within)
    return ends


@right("accuracy-interval")
def interval_by_polynomial(right, m):
    p, w = np.float64(right) / m, 1.96**2 / m
    return tuple(sorted(np.real(np.roots([1 + w, -2 * p - w, p * p]))))


@right("final-report")
def reported_by_stages(options, prices, fit, ask, bounds):
    price, place = min((price, place) for place, price in enumerate(prices))
    answer = ask(fit(options[place]))
    report = dict(zip(("low", "high"), bounds(*answer), strict=True))
    report.update(accuracy=np.float64(answer[0]) / answer[1], dev_cost=price)
    report["setting"] = options[place]
    return report


@right("final-report")
def reported_in_order(options, prices, fit, ask, bounds):
    ranked = np.argsort(prices, kind="stable")
    hits, size = ask(fit(options[ranked[0]]))
    low, high = bounds(hits, size)
    return {
        **{"high": high, "low": low, "accuracy": 1 - (size - hits) / size},
        **{"dev_cost": np.sort(prices)[0], "setting": options[ranked[0]], "pictures": size},
    }
