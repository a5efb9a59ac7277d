"""Finds out, in a real browser, which parts of Python the site needs; `make profile` writes down what was found."""
