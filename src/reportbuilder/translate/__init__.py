"""The translation comes back: segments of a report, their translations as data, files for translators and what returns from them."""
