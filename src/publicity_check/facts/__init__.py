"""Facts: what a publication says, found without knowing what it should say."""
