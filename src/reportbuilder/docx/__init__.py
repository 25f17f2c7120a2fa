"""The DOCX for translators: from a Document and a Sheet to one Word file, and nothing of pages or PDF."""
