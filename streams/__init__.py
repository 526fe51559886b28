"""The plumbing: the same stages in memory or on Kafka."""
