"""From the finished pages to the two PDF files: paint (ReportLab writes) and finish (pikepdf adds what a reader and a printer need)."""
