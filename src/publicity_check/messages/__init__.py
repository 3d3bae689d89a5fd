"""What the program says to people: sentences by code, in each language, and what fills them."""

from publicity_check.messages.catalogue import languages
from publicity_check.messages.say import Sentences, sentences

__all__ = ["Sentences", "languages", "sentences"]
