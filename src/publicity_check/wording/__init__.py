"""The texts to paste."""
