"""What the report says, free of looks and formats: nodes, walks over them, and resolving."""
