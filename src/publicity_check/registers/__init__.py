"""Registers: official lists of operations, read as profiles of the projects that publications speak of."""
