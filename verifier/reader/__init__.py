"""Let a second reader, a person or a model, judge what rules cannot see; its words are held against the sources."""
