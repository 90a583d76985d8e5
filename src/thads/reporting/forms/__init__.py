"""Statutory forms: layouts as data, runs, identities, Excel."""
