"""Lighthouse over the built site: heavy, so it has its own npm packages and is part of no test."""
