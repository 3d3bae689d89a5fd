"""Funding statements and disclaimers."""
