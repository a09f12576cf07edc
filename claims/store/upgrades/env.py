"""Alembic's environment: it runs on the connection it is handed, inside that one's transaction."""

from alembic import context
from sqlmodel import SQLModel

import claims.store.tables  # noqa: F401  # fills the metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection, target_metadata=SQLModel.metadata, transactional_ddl=True, render_as_batch=False
)
context.run_migrations()
