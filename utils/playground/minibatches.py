"""A training in mini-batches, with momentum, by the functions of ``04_minibatch_training``."""

from __future__ import annotations

from typing import Any

import numpy as np

from utils.minibatch_networks import Layers, at_rest, backward, forward, momentum_step
from utils.playground.locks import NUMBERS, Stopped, call, check_part, function_of
from utils.playground.training import Training


class MinibatchTraining(Training):
    """Takes its steps with a few points each; they stand in rows, as in that notebook."""

    def restart(self) -> None:
        """Go back to the first weights, at rest."""
        super().restart()
        w, b = self._rows()
        self.velocity = at_rest(w), at_rest(b)
        self.order = np.empty(0, dtype=int)

    def _rows(self) -> tuple[Layers, Layers]:
        """Return the weights and biases by layer, as functions for examples in rows take them."""
        p = self.parameters
        return {i: p[f"W{i}"].T for i in (1, 2, 3)}, {i: p[f"b{i}"].ravel() for i in (1, 2, 3)}

    def _step(self) -> None:
        s = self.settings
        if not self.order.size:
            self.order = self.rng.permutation(self.X.shape[1])
        batch, self.order = self.order[: s.batch], self.order[s.batch :]
        x, target = self.X.T[batch], self.Y.T[batch]
        w, b = self._rows()
        if s.keep_prob < 1:
            state = self._step_with_dropout(x, target, w, b)
        else:
            self.masks = tuple(np.ones(b[layer].size) for layer in (1, 2))
            _, a = forward(x, w, b)
            if function_of("backward-reg", self.mistaken) is None:
                state = self._along(*backward(a, target, w))
            else:
                knobs = (s.rate, s.beta, s.lam)
                arguments = (a, target, w, b, *self.velocity, *knobs)
                state = call("backward-reg", self.mistaken, *arguments)
        self._take(state)

    def _along(self, dw: Layers, db: Layers) -> tuple[Layers, ...]:
        """Take the given step with momentum along these gradients."""
        s, (w, b) = self.settings, self._rows()
        w, vw = momentum_step(w, self.velocity[0], dw, s.rate, s.beta)
        b, vb = momentum_step(b, self.velocity[1], db, s.rate, s.beta)
        return w, b, vw, vb

    def _step_with_dropout(self, x: Any, target: Any, w: Layers, b: Layers) -> tuple[Layers, ...]:
        s = self.settings
        sizes, shares = [2, s.width, 3, 1], (1, s.keep_prob, s.keep_prob, 1)
        masks = call("make-mask", self.mistaken, x, sizes, shares, self.rng)
        _, a = call("forward-drop", self.mistaken, x, w, b, masks)
        dw, db = call("backward-drop", self.mistaken, a, target, w, masks)
        self.masks = tuple(np.asarray(masks[layer])[0] for layer in (1, 2))
        return self._along({layer: dw[layer] + s.lam * w[layer] for layer in w}, db)

    def _take(self, state: Any) -> None:
        """Take over what a step has returned, or say what does not fit."""
        number = NUMBERS["backward-drop" if self.settings.keep_prob < 1 else "backward-reg"]
        if not isinstance(state, tuple | list) or len(state) != 4:
            raise Stopped(f"Your step (exercise {number}) does not return w, b, vw and vb.")
        old = (*self._rows(), *self.velocity)
        for name, new, before in zip(("w", "b", "vw", "vb"), state, old, strict=True):
            for layer in (1, 2, 3):
                part = new.get(layer) if isinstance(new, dict) else None
                whose = f"Your step (exercise {number}): {name}[{layer}]"
                check_part(whose, part, "had", before[layer], self._sound)
        w, b, vw, vb = ({i: np.array(part[i], dtype=float) for i in (1, 2, 3)} for part in state)
        weights = {f"W{layer}": w[layer].T for layer in w}
        self._take_over(weights | {f"b{layer}": b[layer][:, np.newaxis] for layer in b})
        self.velocity = vw, vb
