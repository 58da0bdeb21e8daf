"""Check what needs no source: a document that argues with itself, options beside rationales, citations of nothing."""
