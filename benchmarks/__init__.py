"""How long a reader waits, and for how many bytes: `make bench`."""
