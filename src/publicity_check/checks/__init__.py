"""Checks: what is found, held against what a programme requires."""
