"""The planner, healer and judge that ask a model."""
