"""What is asked of a DOCX: Word’s checker of accessibility, WCAG where it speaks of documents, and the habits of those who make them well (D-01 … D-20)."""
