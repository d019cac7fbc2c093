"""How `jupyter nbconvert --config=nbconvert_config.py` makes pages of the notebooks."""

c = get_config()  # noqa: F821  (traitlets provides it)

# Grading skips cells with the tag skip-execution, which are trainings; a page shows them.
c.ExecutePreprocessor.skip_cells_with_tag = "none"
c.ExecutePreprocessor.timeout = 900


def hide_sources(notebook, resources):
    """Leave out the code that JupyterLab folds away: that of the answers to questions."""
    for cell in notebook.cells:
        if cell.metadata.get("jupyter", {}).get("source_hidden"):
            cell.metadata["transient"] = {"remove_source": True}
    return notebook, resources


c.HTMLExporter.preprocessors = [hide_sources]
