"""The full-text index of each database beside the table ``sought``: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Both hold words that :mod:`bilateral.record.terms` made, so that both find the same.
"""

from __future__ import annotations

from functools import cache

from sqlalchemy import DDL, event

from bilateral.record.schema import sought

SQLITE = (
    "CREATE VIRTUAL TABLE sought_words USING fts5(words, content='sought', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER sought_come AFTER INSERT ON sought BEGIN "
    "INSERT INTO sought_words (rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER sought_gone AFTER DELETE ON sought BEGIN "
    "INSERT INTO sought_words (sought_words, rowid, words) VALUES ('delete', old.id, old.words); END",
)
POSTGRESQL = (
    "CREATE FUNCTION bilateral_words(told text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE "
    "AS $$ SELECT array_to_tsvector(array_remove(string_to_array(told, ' '), '')) $$",
    "CREATE INDEX sought_words ON sought USING gin (bilateral_words(words))",
)


@cache
def beside_the_tables() -> None:
    """From now on the index of the database is made with the table ``sought``."""
    for dialect, statements in (("sqlite", SQLITE), ("postgresql", POSTGRESQL)):
        for statement in statements:
            made = DDL(statement)  # type: ignore[no-untyped-call]
            event.listen(sought, "after_create", made.execute_if(dialect=dialect))
