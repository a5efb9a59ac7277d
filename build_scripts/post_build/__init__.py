"""Steps over the finished pages, on plain folders: they know no site builder and no calculator."""
