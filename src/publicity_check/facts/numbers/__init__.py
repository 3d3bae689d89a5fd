"""Project numbers."""
