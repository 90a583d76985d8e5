"""Pure: rows and identities of a form run."""
