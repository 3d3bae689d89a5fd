"""Whether a publication is of a funded project, of which, and whose rules hold."""
