"""Run by alembic, within the application context that `storage/upgrade.py` opens."""

from alembic import context

from ghostly.storage.models import Base, db

with db.engine.connect() as connection:
    # SQLite cannot alter a table, so alembic copies it.
    context.configure(
        connection=connection, target_metadata=Base.metadata, render_as_batch=connection.dialect.name == "sqlite"
    )
    with context.begin_transaction():
        context.run_migrations()
