"""The planner, healer and examiner that need no model."""
