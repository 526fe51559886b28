"""What our engines are raced against: plain code on the same packages, and the machine itself."""
