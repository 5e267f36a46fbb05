"""Copies, conflicts by field, offices, judgements and search; what is stored already is looked through for them."""

from __future__ import annotations

from alembic import op

from bilateral.record.backfill import backfill
from bilateral.record.schema import metadata

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "event_conflicts", "firsts", "bands", "copies", "holdings", "judgements", "judged_documents", "judged_pairs",
    "judged_values", "originals", "sought", "pulse",
)  # fmt: skip


def upgrade() -> None:
    """Apply."""
    metadata.create_all(op.get_bind(), tables=[metadata.tables[name] for name in TABLES])
    backfill(op.get_bind())
