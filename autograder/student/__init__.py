"""What runs inside the student's process.

Imports the standard library, numpy, IPython, msgpack, the codec and itself: nothing that knows
an answer. The modules are copied or bound into the sandbox next to the codec, under the names
``student`` and ``codec``; that is why they import each other so.
"""
