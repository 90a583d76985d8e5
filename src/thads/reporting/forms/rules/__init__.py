"""Pure forms: rows, the placing of agencies, identities."""
