"""The words of each language, made ready for the finders."""
