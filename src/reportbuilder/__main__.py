"""Lets ``python -m reportbuilder`` be the command."""

from reportbuilder.cli import command

command()
