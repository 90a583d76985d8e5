"""How figures, dates and money are written in templates."""
