"""What is asked of a PDF for those who listen to it: PDF/UA-1 (ISO 14289-1), and what of PDF/A-2a (ISO 19005-2) can be seen at little cost."""
