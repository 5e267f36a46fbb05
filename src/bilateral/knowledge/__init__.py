"""Tables that ship with the project: states, demonyms, capitals, organisations, offices, leaders, PLOVER.

Each table is a file in ``data/``; ``SOURCES.md`` tells where it comes from and under which licence.
"""
