"""What pictures are, as far as their names and descriptions tell."""
