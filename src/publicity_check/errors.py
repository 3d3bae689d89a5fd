"""The errors that callers can meet. Each message names the file and says what to do."""


class PublicityCheckError(Exception):
    """Base of every error this library raises on purpose."""


class ReadError(PublicityCheckError):
    """A publication cannot be read: missing, unnamed, empty, damaged, protected, hostile or of another format."""


class RulesError(PublicityCheckError):
    """The rules are wrong: an unknown key, a broken pack, a pack that does not exist."""


class ConfigError(PublicityCheckError):
    """The configuration or project profile is wrong, or options contradict each other."""
