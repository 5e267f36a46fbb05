"""What was told of documents, removals, and what was fetched."""

from __future__ import annotations

from alembic import op

from bilateral.record.reading_schema import fetches, removals, tellings
from bilateral.record.schema import metadata

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    metadata.create_all(op.get_bind(), tables=[tellings, removals, fetches])
