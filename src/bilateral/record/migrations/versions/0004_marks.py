"""What charts count of each event."""

from __future__ import annotations

from alembic import op

from bilateral.record.backfill import backfill_marks
from bilateral.record.schema import metadata

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    metadata.create_all(op.get_bind(), tables=[metadata.tables["marks"]])
    backfill_marks(op.get_bind())
