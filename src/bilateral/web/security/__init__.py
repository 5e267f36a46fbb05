"""Who may come in, from where, and what a page may do."""
