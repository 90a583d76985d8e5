"""Pure: agencies through time."""
