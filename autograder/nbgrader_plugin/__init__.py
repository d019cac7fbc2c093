"""The engine behind nbgrader's own commands and formgrader's button, through nbgrader's seams.

In ``nbgrader_config.py``::

    from autograder.nbgrader_plugin import configure
    configure(c)
"""

from __future__ import annotations

from typing import Any


def configure(c: Any) -> None:
    """Put this engine in the place of nbgrader's grading, which runs strangers' code as it is.

    Parameters
    ----------
    c : Config
        What ``get_config()`` returns in ``nbgrader_config.py``.
    """
    c.Autograde.exporter_class = "autograder.nbgrader_plugin.exporter.AnyNotebook"
    c.Autograde.sanitize_preprocessors = ["autograder.nbgrader_plugin.preprocessors.Grade"]
    c.Autograde.autograde_preprocessors = [
        "nbgrader.preprocessors.IgnorePattern",
        "nbgrader.preprocessors.LimitOutput",
        "autograder.nbgrader_plugin.preprocessors.SaveGrades",
        "nbgrader.preprocessors.AssignLatePenalties",
    ]
    c.GenerateAssignment.exporter_class = "autograder.nbgrader_plugin.release.Release"
    c.GenerateFeedback.exporter_class = "autograder.nbgrader_plugin.feedback.FeedbackPage"
    c.GenerateFeedback.preprocessors = []
    c.ExportApp.plugin_class = "autograder.nbgrader_plugin.export.CsvExport"
    c.ZipCollectApp.extractor_plugin = "autograder.nbgrader_plugin.zip_collect.BoundedExtractor"
    c.ZipCollectApp.collector_plugin = "autograder.nbgrader_plugin.zip_collect.PlatformCollector"
