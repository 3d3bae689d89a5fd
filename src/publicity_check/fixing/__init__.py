"""Gives a draft back: remarks where findings stand, and what is certain put right, so that a person can refuse it."""
