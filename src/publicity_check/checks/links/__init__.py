"""The checks of links."""
