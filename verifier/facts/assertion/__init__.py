"""Read how a text asserts: what it denies, leaves open, and says of how much of a whole."""
