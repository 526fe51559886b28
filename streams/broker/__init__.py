"""The blocking edge: an embedded Kafka, topics, publish, tail, security (kafka-python)."""
