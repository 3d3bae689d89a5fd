"""Readers: bytes of one format in, a :class:`~publicity_check.publication.Publication` out."""
