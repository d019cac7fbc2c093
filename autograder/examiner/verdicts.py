"""What the autograded notebook shows of tests: outcomes in nbgrader's form."""

from __future__ import annotations

from autograder.notebook import Output
from autograder.result import TestResult


def outputs_of(result: TestResult, shown: str = "") -> list[Output]:
    """Return a test cell's outputs, from which nbgrader reads the same points."""
    outputs: list[Output] = []
    if shown:
        outputs.append({"output_type": "stream", "name": "stdout", "text": shown})
    points = result.points or 0.0
    if result.verdict == "passed":
        return outputs
    if 0 < points < result.max_points:
        if result.message:
            outputs.append(
                {"output_type": "stream", "name": "stdout", "text": result.message + "\n"}
            )
        outputs.append(
            {
                "output_type": "execute_result",
                "execution_count": None,
                "metadata": {},
                "data": {"text/plain": repr(points)},
            }
        )
        return outputs
    outputs.append(
        {
            "output_type": "error",
            "ename": result.verdict,
            "evalue": result.message,
            "traceback": result.message.split("\n"),
        }
    )
    return outputs


def error_output(name: str, text: str) -> Output:
    """Return an error as output of a cell."""
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": [text]}
