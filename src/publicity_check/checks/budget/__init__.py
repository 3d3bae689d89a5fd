"""The check of the budget."""
