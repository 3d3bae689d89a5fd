"""The ground floor: words, phrases and sentences of a text. Imports nothing of this library."""
