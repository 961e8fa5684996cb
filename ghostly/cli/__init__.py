"""The command line: a client of a server, and the commands that start one."""
