# %% [markdown]
# # Regularization on a page
#
# Examples stand in columns: $m$ of them, $n^{[l]}$ units in layer $l$ of $L$. The number behind each line is
# the notebook where it comes from.
#
# #### Shapes and formulas
#
# | what | formula | |
# | --- | --- | --- |
# | shapes | $W^{[l]}: (n^{[l]}, n^{[l-1]})$, $\;b^{[l]}: (n^{[l]}, 1)$, $\;A^{[l]}: (n^{[l]}, m)$ | 1 |
# | He initialization | $W^{[l]} = \sqrt{2 / n^{[l-1]}} \cdot$ normal draws, $\;b^{[l]} = 0$ | 1 |
# | cost | $J = \frac{1}{m} \sum \big(\log(1 + e^{z}) - y z\big)$, from the logits $z$ | 6 |
# | backward | $dZ^{[L]} = A^{[L]} - Y$; $\;dW = \frac{1}{m} dZ\, A_{prev}^T$; $\;db = \frac{1}{m} \sum dZ$; $\;dA_{prev} = W^T dZ$; below, $dZ = dA * (Z > 0)$ | 5 |
# | L2 | cost: $+ \frac{λ}{2m} \sum W_{kj}^2$; $\;dW$: $+ \frac{λ}{m} W$; biases stay out | 2 |
# | L1 | cost: $+ \frac{λ}{m} \sum \lvert W_{kj} \rvert$; $\;V = W - α\, dW$; $\;W = \mathrm{sign}(V) \max(\lvert V \rvert - αλ/m, 0)$ | 6 |
# | dropout | mask: draws < keep_prob, new each step; $A$, $dA$ times mask / keep_prob; off to predict | 2 |
# | momentum | $v = βv + (1 - β)\, dW$; $\;W = W - αv$ | 4 |
# | smoothed labels | $\tilde y = (1 - ε)\, y + ε/2$ in cost and slope | 6 |
# | gradient check | measured $n = (J(θ + h) - J(θ - h)) / (2h)$ against $g$: ratio $\lVert g - n \rVert / (\lVert g \rVert + \lVert n \rVert)$ | 3 |
# | interval | $\big(p + \frac{z^2}{2m} \pm z \sqrt{\frac{p(1-p)}{m} + \frac{z^2}{4m^2}}\big) / \big(1 + \frac{z^2}{m}\big)$; $\;p$: the share that is right; $z = 1.96$ | 8 |
#
# #### Numbers to begin with
#
# | knob | begin with | then |
# | --- | --- | --- |
# | λ | 0.7 on the football field, 10 on the cats | 3 times more or less, by development cost |
# | keep_prob | 0.86 | nearer 0.5 in wide layers, none in the output |
# | momentum β | 0.9 | together with a decaying rate |
# | patience | 20 epochs | longer where the curve has bumps |
# | label smoothing ε | 0.1 | less where labels are sure |
# | gradient check h | 1e-5, double precision | ratio below 1e-7: right; above 1e-2: wrong; between: look at each block |
# | seeds | 5 or more, and medians | one training is an anecdote |
#
# #### What you see, and what to try
#
# | you see | it is | try |
# | --- | --- | --- |
# | training good, new examples worse | overfitting | augmentation, stop in time, L2, dropout |
# | both bad | underfitting | less λ, more units, more steps |
# | cost stays at ln 2 = 0.69 | a dead start, or λ far too large | He's start, less λ; look at each layer |
# | cost is nan or inf | log 0, or long steps | cost from the logits, a smaller rate |
# | too sure where it is wrong | large weights | L2, label smoothing; look at the cost |
# | another answer each time | dropout is on | switch it off when you predict |
# | cost jumps in small batches | noise | momentum, a decaying rate |
# | test far worse than development | a leak, or luck | split by subject, use the test set once |
# | trains, but badly | a wrong gradient | gradient check, block by block |
#
# #### In PyTorch
#
# | here | there |
# | --- | --- |
# | keep_prob | `Dropout(p=1 - keep_prob)`; `train()`, `eval()` |
# | λ/(2m) in the cost | `SGD(..., weight_decay=λ/m)`; it decays biases too |
# | weight decay with Adam | `AdamW(..., weight_decay=...)`, not `Adam` |
# | momentum α, β | `SGD(lr=α * (1 - β), momentum=β)` |
# | He's start | `init.kaiming_normal_(w, nonlinearity="relu")` |
# | cost from the logits | `BCEWithLogitsLoss` |
# | gradient check | `autograd.gradcheck`, in double precision |
