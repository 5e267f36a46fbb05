"""Steps from one schema to the next, run by Alembic when an older record is opened."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bilateral.record import fulltext

HERE = Path(__file__).parent


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    found = Config()
    found.set_main_option("script_location", str(HERE).replace("%", "%%"))
    found.attributes["connection"] = connection
    return found


def is_known(version: str) -> bool:
    """Whether there is a step to this version."""
    return any(script.revision == version for script in ScriptDirectory.from_config(config()).walk_revisions())


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest version, within the transaction of ``connection``."""
    fulltext.beside_the_tables()
    command.upgrade(config(connection), "head")
