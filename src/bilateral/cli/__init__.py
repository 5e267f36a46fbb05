"""The command line: thin, one command a file, each loaded when it is run."""
