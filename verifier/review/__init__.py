"""Let an editor decide on problems in a browser on the same machine."""
