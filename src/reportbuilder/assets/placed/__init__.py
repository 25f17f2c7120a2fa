"""Pages of other PDFs as pictures: their content in the colours of a device, and nothing else of the file."""
