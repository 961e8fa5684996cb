"""Run by alembic, within the application context that `storage/upgrade.py` opens."""

from alembic import context

from ghostly.storage.models import Base, db

# One transaction for everything: an upgrade cut short leaves nothing behind.
with db.engine.begin() as connection:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # Its driver begins none for DDL.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    # SQLite cannot alter a table, so alembic copies it.
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=sqlite)
    context.run_migrations()
