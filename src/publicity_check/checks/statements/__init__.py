"""The checks of funding statement, disclaimer and their language."""
