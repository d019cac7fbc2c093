"""Let IPython drop all asserts of cells, by its transformers of trees and of text.

Must not: let a hook of the shell change a test.
"""

from inside_tests import INSIDE, everywhere

ASSIGNMENT = INSIDE
FIRST = [
    """import ast
class Strip(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.copy_location(ast.Pass(), node)
shell = get_ipython()
shell.ast_transformers.append(Strip())
drop = lambda lines: [line for line in lines if 'assert' not in line]
shell.input_transformers_cleanup.append(drop)
shell.input_transformers_post.append(drop)
shell.events.register('pre_run_cell', lambda info: None)"""
]
ANSWERS = everywhere("pass")
REASON = "not met|No such file"
STOPPED_BY = "a test is compiled by the grader and runs without IPython"
PROCESS_STOPS = True
