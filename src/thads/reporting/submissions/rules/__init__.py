"""Pure values of reports received."""
