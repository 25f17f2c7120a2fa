"""What the designer supplies: faces and shaping, pictures, colour profiles, hyphenation."""
