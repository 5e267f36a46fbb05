"""From the network, only when asked: pages by their addresses, feeds, lists of articles. Nothing here starts by itself.

What is connected to is the very address that was checked; private ones are refused unless the caller allows them; time
and size are bounded.
"""
