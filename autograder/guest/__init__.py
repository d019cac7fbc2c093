"""What runs inside the student's process, and the codec that both sides share.

Imports the standard library, numpy, IPython, msgpack, libraries whose values cross (pandas, SciPy,
Pillow, PyTorch, where they are imported already) and itself: nothing that knows an answer.
The package stands alone in the sandbox, under the name ``guest``; that is why its modules
import each other relatively.
"""
