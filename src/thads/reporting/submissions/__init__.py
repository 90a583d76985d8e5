"""What agencies reported upward: totals received as figures, not as cases."""
