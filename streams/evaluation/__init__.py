"""Scores against annotated articles, in plain functions, and a run of the pipeline for them."""
