"""Find typed facts with spans in text."""
