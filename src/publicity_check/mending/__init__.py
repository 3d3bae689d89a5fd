"""What can be put right in a publication: planned as changes, told as mended sentences and edits of a source."""
