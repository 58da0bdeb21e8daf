"""Index all articles that are kept, so that a claim without a supplied source finds evidence among them."""
