"""Find and read the data of rules/ and reports/: folders, tables, lexicons."""
