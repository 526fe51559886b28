"""French and Spanish names, which go on in small letters or open with a small head."""
