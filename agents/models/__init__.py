"""Models behind small protocols; the only place that imports torch and transformers."""
