"""What of PDF/A-2a (ISO 19005-2) can be seen at little cost: claims, colours, what acts or is locked, annotations, fonts, and the tags that UA asks for too."""
