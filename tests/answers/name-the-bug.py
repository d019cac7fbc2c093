# %% wrong lowest: the lowest wrong layer
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == min(layers)]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong all-wrong: all wrong blocks
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = wrong  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong largest-error [not BUG-LOWEST]: the layer with the largest error
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if name[2:] == max(wrong, key=lambda n: report[n][0])[2:]]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong one-suspect: the last wrong block alone
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = wrong[-1:]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong first-wrong [not BUG-LARGEST]: the first wrong block alone
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = wrong[:1]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong string-layers: layers compared as text
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [name[2:] for name in wrong]  # <-- here
    suspects = [name for name in wrong if name[2:] == max(layers)]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong last-letter: the layer by its last letter
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[-1]) for name in wrong]  # <-- here
    suspects = [name for name in wrong if int(name[-1]) == max(layers)]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong third-letter: the layer by its third letter
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2]) for name in wrong]  # <-- here
    suspects = [name for name in wrong if int(name[2]) == max(layers)]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong layer-three: three layers built in
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == 2]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong top-layer: the network's top layer
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == len(report) // 2]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong threshold-built-in: 1e-4 built in
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > 1e-4]  # <-- here
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong threshold-other: 1e-7 built in
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > 1e-7]  # <-- here
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong threshold-ge [not BUG-BELOW]: >=, and the threshold rounded to 0
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] >= round(threshold, 3)]  # <-- here
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong threshold-turned: below the threshold
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] < threshold]  # <-- here
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-decides: the factor decides
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if abs(report[name][1] - 1) > threshold]  # <-- here
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-index [not BUG-BELOW]: index 1 for the error
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][1] > threshold]  # <-- here
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong sums-turned: the sums of (5) exchanged
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(right ** 2) / np.sum(ours * right)  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-ours: divided by our squares
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(ours ** 2)  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-norms: ratio of the norms
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.linalg.norm(ours) / np.linalg.norm(right)  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-mean: mean of the quotients
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.mean(ours / right)  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-sums: ratio of the sums
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours) / np.sum(right)  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-dot: a matrix product for the sum
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(np.dot(ours, right.T)) / np.sum(right ** 2)  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-norm-not-squared: divided by the norm, not its square
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.linalg.norm(right)  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-first-entry: quotient of the first entries
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = ours[0, 0] / right[0, 0]  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-array: the sums forgotten
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = ours * right / right ** 2  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-not-divided: error not divided
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right)  # <-- here
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-by-right: divided by the right norm alone
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / np.linalg.norm(right)  # <-- here
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-norm-of-sum: divided by the norm of the sum
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / np.linalg.norm(ours + right)  # <-- here
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-plus: norm of the sum above
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours + right) / size  # <-- here
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-norms: difference of the norms
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = abs(np.linalg.norm(ours) - np.linalg.norm(right)) / size  # <-- here
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-max: largest entry above
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.max(np.abs(ours - right)) / size  # <-- here
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong precedence: only the last norm divides
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / np.linalg.norm(ours) + np.linalg.norm(right)  # <-- here
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong no-zero-case: two zeros not taken care of
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        error = np.linalg.norm(ours - right) / size  # <-- here
        factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong zero-error-one: error 1 for two zeros
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 1.0, 1.0  # <-- here
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong zero-factor-zero: factor 0 for two zeros
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 0.0  # <-- here
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong zero-swapped: error and factor exchanged for two zeros
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 1.0, 0.0  # <-- here
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong zero-exact [not BUG-ZERO-BY-ZERO]: only exact zeros count as two zeros
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size == 0:  # <-- here
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong zero-large: a much too large bound for round-off
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-1:  # <-- here
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong pair-turned: factor first in the pair
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (factor, error)  # <-- here

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong suspects-none: loop done, suspects not
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    suspects = None  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-only: error done, factor left
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error = 0.0  # <-- here
        else:
            error = np.linalg.norm(ours - right) / size  # <-- after
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong suspects-pairs: suspects with their errors
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [(name, report[name][0]) for name in wrong if int(name[2:]) == max(layers)]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong suspects-layer: the layer's number as suspect
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = max(layers, default=0)  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong no-wrong-crash: max of an empty list outside the comprehension
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    highest = max(layers)  # <-- here
    suspects = [name for name in wrong if int(name[2:]) == highest]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong return-turned: report first
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return report, suspects  # <-- here


# %% wrong return-one: suspects alone
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects  # <-- here


# %% right loops: plain loops and other names
def name_the_bug(g, n, limit=1e-4):
    report, suspects, top = {}, [], 0
    for key in n:
        a, b = g[key].ravel(), n[key].ravel()
        size = np.sqrt(a @ a) + np.sqrt(b @ b)
        if size > 1e-8:
            report[key] = (np.sqrt((a - b) @ (a - b)) / size, (a @ b) / (b @ b))
        else:
            report[key] = (0, 1)
        layer = int(key[2:])
        if report[key][0] > limit:
            if layer > top:
                top, suspects = layer, []
            suspects.append(key)
    return suspects, report


# %% right top-down: goes through the layers from the top
from collections import OrderedDict

def name_the_bug(gradients, numerical, threshold=1e-4):
    report = OrderedDict()
    for name, right in numerical.items():
        ours = gradients[name]
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            report[name] = [0.0, 1.0]
        else:
            report[name] = [np.linalg.norm(ours - right) / size, np.einsum("ij,ij", ours, right) / np.einsum("ij,ij", right, right)]
    for layer in range(max(int(n[2:]) for n in report), 0, -1):
        found = [n for n in report if int(n[2:]) == layer and report[n][0] > threshold]
        if found:
            return found, report
    return [], report


# %% right tuple: suspects as a tuple, helper functions
def norm(v):
    return float(np.sqrt(np.sum(np.square(v))))

def name_the_bug(gradients, numerical, threshold=1e-4):
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        error, factor = 0.0, 1.0
        if norm(ours) + norm(right) > 1e-8:
            error = norm(ours - right) / (norm(ours) + norm(right))
            factor = float(np.vdot(right, ours) / norm(right) ** 2)
        report[name] = (error, factor)
    wrong = {name: int(name.lstrip("dWb")) for name in report if report[name][0] > threshold}
    highest = max(wrong.values()) if wrong else None
    return tuple(name for name, layer in wrong.items() if layer == highest), report


# %% right arrays: numpy scalars and sorting
def name_the_bug(gradients, numerical, threshold=1e-4):
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        tiny = size <= 1e-8
        error = np.float64(0) if tiny else np.linalg.norm(np.subtract(ours, right)) / size
        factor = np.float64(1) if tiny else np.multiply(ours, right).sum() / np.power(right, 2).sum()
        report[name] = (error, factor)
    wrong = sorted([n for n in report if report[n][0] > threshold], key=lambda n: -int(n[2:]))
    suspects = [n for n in wrong if n[2:] == wrong[0][2:]]
    return suspects, report


# %% right as-planned: along the plan of the second hint
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        error, factor = None, None
        size = np.linalg.norm(ours) + np.linalg.norm(right)
        if size <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / size
            factor = np.sum(ours * right) / np.sum(right ** 2)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    layers = [int(name[2:]) for name in wrong]
    suspects = [name for name in wrong if int(name[2:]) == max(layers)]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-less-one: the factor less 1
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / sizes
            factor = np.sum(ours * right) / np.sum(right * right) - 1  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END CODE HERE ###
    return suspects, report


# %% wrong factor-rounded: the factor rounded
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / sizes
            factor = round(np.sum(ours * right) / np.sum(right * right))  # <-- here
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-squared: the error squared
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = (np.linalg.norm(ours - right) / sizes) ** 2  # <-- here
            factor = np.sum(ours * right) / np.sum(right * right)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-of-mean: divided by the mean of the norms
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / (sizes / 2)  # <-- here
            factor = np.sum(ours * right) / np.sum(right * right)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END CODE HERE ###
    return suspects, report


# %% wrong weights-alone: only weights can be suspects
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / sizes
            factor = np.sum(ours * right) / np.sum(right * right)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if name[1] == "W" and report[name][0] > threshold]  # <-- here
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END CODE HERE ###
    return suspects, report


# %% wrong names-without-d: the suspects' names without their d
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / sizes
            factor = np.sum(ours * right) / np.sum(right * right)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name[1:] for name in wrong if int(name[2:]) == highest]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong count-of-wrong: the number of wrong blocks for the layer
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / sizes
            factor = np.sum(ours * right) / np.sum(right * right)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = len(wrong)  # <-- here
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END CODE HERE ###
    return suspects, report


# %% wrong two-layers: the two highest layers
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.linalg.norm(ours - right) / sizes
            factor = np.sum(ours * right) / np.sum(right * right)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name for name in wrong if int(name[2:]) >= highest - 1]  # <-- here
    ### END CODE HERE ###
    return suspects, report


# %% wrong error-root: the root of the error
def name_the_bug(gradients, numerical, threshold=1e-4):
    """Report how wrong each block is, and where the mistake must be."""
    report = {}
    for name, right in numerical.items():
        ours = gradients[name]
        ### START CODE HERE ### (about 6 lines: formulas (4) and (5), and two zeros)
        sizes = np.linalg.norm(ours) + np.linalg.norm(right)
        if sizes <= 1e-8:
            error, factor = 0.0, 1.0
        else:
            error = np.sqrt(np.linalg.norm(ours - right) / sizes)  # <-- here
            factor = np.sum(ours * right) / np.sum(right * right)
        ### END CODE HERE ###
        report[name] = (error, factor)

    ### START CODE HERE ### (about 3 lines)
    wrong = [name for name in report if report[name][0] > threshold]
    highest = max([int(name[2:]) for name in wrong], default=0)
    suspects = [name for name in wrong if int(name[2:]) == highest]
    ### END CODE HERE ###
    return suspects, report
