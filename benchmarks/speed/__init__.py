"""Benchmark of speed: whole processes side by side in one run, on the same pages."""
