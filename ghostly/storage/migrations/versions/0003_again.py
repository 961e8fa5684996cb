"""What is needed to find a run by its goal, and to do it again"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("runs", sa.Column("goal", sa.Text(), nullable=True))
    op.add_column("runs", sa.Column("request", sa.Text(), nullable=True))
    runs = sa.table("runs", sa.column("id"), sa.column("assisted"), sa.column("goal"))
    connection = op.get_bind()
    for run_id, assisted in connection.execute(
        sa.select(runs.c.id, runs.c.assisted).where(runs.c.assisted.is_not(None))
    ):
        goal = json.loads(assisted).get("goal")
        connection.execute(sa.update(runs).where(runs.c.id == run_id).values(goal=goal))


def downgrade() -> None:
    op.drop_column("runs", "request")
    op.drop_column("runs", "goal")
