"""The user's own declarations: projects, what to check, what to accept (``publicity-check.toml``)."""
