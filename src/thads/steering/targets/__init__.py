"""Targets, pace, comparison with the same period, ranking."""
