"""The model's fault."""


class ModelError(Exception):
    """A model that is missing, damaged or refused, or that fails on an article."""
