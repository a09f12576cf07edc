"""A place in, an Article out."""
