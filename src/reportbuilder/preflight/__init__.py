"""Judges finished files, ours or not, from the file alone; whoever checks a file has no part in making it."""
