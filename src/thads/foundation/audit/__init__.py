"""Who did what, and who looked at whom: a trail without foreign keys, never changed."""
