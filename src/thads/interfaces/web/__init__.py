"""Server-rendered screens, one module per screen of a person."""
