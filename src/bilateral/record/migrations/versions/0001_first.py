"""The first tables."""

from __future__ import annotations

from alembic import op

from bilateral.record.schema import metadata

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    "runs", "settings", "documents", "texts", "addresses", "failures", "mentions", "claims", "blocks", "links",
    "events", "event_mentions", "redirects", "actors", "mention_states", "event_states", "mention_actors",
    "event_actors",
)  # fmt: skip
"""Those of then; as long as no later step changes one of them, the present schema tells what they look like."""


def upgrade() -> None:
    """Apply."""
    metadata.create_all(op.get_bind(), tables=[metadata.tables[name] for name in TABLES])
