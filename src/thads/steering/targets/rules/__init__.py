"""Pure arithmetic of targets and ranks."""
