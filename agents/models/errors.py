"""The operator's fault: a model that cannot be used as configured."""


class ModelError(Exception):
    """A model is missing, corrupt or of the wrong kind; the message says which and what to do."""
