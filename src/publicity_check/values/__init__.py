"""What a value is, and how two compare."""
