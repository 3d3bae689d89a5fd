"""Benchmarks: how good and how fast the tool is, measured again by anyone."""
