"""Sets a fresh machine up: Python environment, npm packages, browser. Needs Python 3.11, nothing else."""
