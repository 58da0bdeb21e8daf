"""Turn a report into text, JSON or Markdown."""
