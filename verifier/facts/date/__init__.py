"""Read and compare dates and times of day, and tell what they date."""
