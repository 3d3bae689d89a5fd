"""Reports: one module per format, each turning a report into text."""
