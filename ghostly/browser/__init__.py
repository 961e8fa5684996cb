"""The browser: real pages, driven from a process of their own."""
