"""Whether print PDF, web PDF and DOCX say the same, from the finished files alone."""
