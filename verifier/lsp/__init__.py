"""Show problems in an editor while a postmortem is written: a server of the language server protocol."""
