"""A cited, dated record of relations between states, read from news articles."""
