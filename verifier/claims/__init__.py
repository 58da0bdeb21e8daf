"""Cut a postmortem into claims."""
