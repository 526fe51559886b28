"""What we are measured beside: plain code on the same packages, and the machine itself."""
