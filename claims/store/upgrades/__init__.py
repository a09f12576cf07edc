"""Upgrades: the schema's versions, by Alembic, whose environment this package is.

The entry table is never altered in batch mode, which would copy it and lose its triggers; after each upgrade a test
tries UPDATE, DELETE and REPLACE. Old events are read by upcasters, never rewritten.
"""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from claims.errors import StoreError
from claims.store.engine import APPLICATION


def upgrade(engine: Engine, name: str) -> None:
    """Bring a database to the newest schema, in one transaction. Raises StoreError where it cannot be written."""
    config = Config()
    config.set_main_option("script_location", "claims.store:upgrades")
    lite = engine.dialect.name == "sqlite"
    try:
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            if lite and driver is not None:
                driver.execute("PRAGMA query_only = OFF")
                # Readers read on while one writes; this stays with the file.
                driver.execute("PRAGMA journal_mode = WAL")
            with connection.begin():
                if not lite:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION})")
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                if lite:
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
            if lite and driver is not None:
                driver.execute("PRAGMA query_only = ON")
    except DBAPIError as error:
        raise StoreError(f"{name} cannot be made or upgraded ({error.orig})") from error
