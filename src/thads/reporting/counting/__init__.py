"""Ledger → spans → cells, as of any date and known at any instant; the two engines."""
