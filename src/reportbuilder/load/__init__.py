"""From the files an editor writes to a `Draft` and a `Sheet`, with a message for all that is wrong in them."""
