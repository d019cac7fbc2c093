"""Return strings and keys that are HTML and escapes, which a check repeats as "got".

Must not: repeat a value of the student's as anything but escaped text.
"""

from attack_kit import every

BAD = "'</script><script>top.HACKED=1</script>\\x1b[2J\\u202e'"
ANSWERS = every(f"return {BAD}") | {
    "l2-backward": "def backward_propagation_with_regularization(*a, **k):\n"
    f"    return {{{BAD}: {BAD}, 'dW1': {BAD}, 'dW2': np.array([{BAD}])}}",
}
REASON = "got a str|expected a dictionary"
STOPPED_BY = "messages name types and numbers, escaped on pages"
PROCESS_STOPS = True
