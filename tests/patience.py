"""How long a test waits for a browser."""

PATIENCE = 60_000
"""Milliseconds. A busy machine is slow, and no test is about time."""
