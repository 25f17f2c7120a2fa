"""Places in the sources and messages about them; the lowest layer, which imports nothing of ours."""
