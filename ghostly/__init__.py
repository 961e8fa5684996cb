"""Ghostly runs end-to-end tests of web applications and streams what happens, as it happens."""

__version__ = "0.1.0"
