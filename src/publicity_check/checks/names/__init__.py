"""The checks of names and numbers."""
