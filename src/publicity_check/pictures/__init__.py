"""What a picture shows: the emblem, its version and faults. Knows pictures only, nothing of publications or rules."""
