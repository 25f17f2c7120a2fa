"""How the report looks, as complete values: inks, text styles, the page and its grid."""
