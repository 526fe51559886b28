"""What `newsmill bench` measures: each stage alone, on Kafka, and what lies between."""
