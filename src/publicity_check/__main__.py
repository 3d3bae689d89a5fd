"""Lets ``python -m publicity_check`` do what the command ``publicity-check`` does."""

from publicity_check.cli import main

main()
