"""How well the emblem is told in pictures."""
