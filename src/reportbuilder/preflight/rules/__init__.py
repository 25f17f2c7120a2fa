"""The rules by subject: in each module the rows of a table, and what looks for their breaches."""
