"""Models: whatever answers at an OpenAI-compatible endpoint."""
