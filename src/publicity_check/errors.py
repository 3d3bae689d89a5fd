"""The errors that callers can meet. Each message names the file and says what to do."""


class PublicityCheckError(Exception):
    """Base of every error this library raises on purpose."""


class ReadError(PublicityCheckError):
    """A publication cannot be read: missing, unnamed, empty, damaged, protected, hostile or of another format.

    ``code`` is the code of a message where a file is no publication at all (a template, data for programs).
    """

    def __init__(self, message: str, *, code: str = "") -> None:
        super().__init__(message)
        self.code = code


class RulesError(PublicityCheckError):
    """The rules are wrong: an unknown key, a broken pack, a pack that does not exist."""


class ConfigError(PublicityCheckError):
    """The configuration or project profile is wrong, or options contradict each other."""
