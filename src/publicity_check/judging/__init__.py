"""From facts and rules to a report on a publication."""
