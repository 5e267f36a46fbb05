"""One file a page: what it shows, and the same as JSON under /api."""
