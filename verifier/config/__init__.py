"""Find and read a project's configuration."""
