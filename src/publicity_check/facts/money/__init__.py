"""Amounts and rates, and what they are of."""
