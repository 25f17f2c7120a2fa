"""Where everything stands: lines, pages, notes; knows no PDF."""
